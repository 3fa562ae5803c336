"""What the preview says of problems, with hostile words among them."""

from __future__ import annotations

from dataclasses import replace

from bs4 import BeautifulSoup

from briefing.diagnostics import Related, Span, diagnostic
from briefing.serve.banner import PAGE_ROWS, PROBLEMS, banner, notice, problems
from briefing.serve.session_state import SessionState

AT = Span("content/claims/a.yaml", 7, 3, 7, 9)
QUIET = SessionState(edition=1, strict=False)
HOSTILE = "</td><script>alert(1)</script><img src=x onerror=alert(1)> \u202egpj\u2066 \x1b[31m\x00"


def state(*messages: str, code: str = "quote-not-found") -> SessionState:
    return replace(QUIET, found=tuple(diagnostic(code, AT, message) for message in messages))


def test_nothing_is_said_where_nothing_is_wrong() -> None:
    assert banner(QUIET) == ""


def test_warnings_alone_raise_no_banner_unless_strict() -> None:
    warned = state("odd", code="sense-turned")
    assert banner(warned) == ""
    assert "1 warning (warnings count as errors)" in banner(replace(warned, strict=True))


def test_the_banner_counts_shows_the_first_and_leads_to_all() -> None:
    soup = BeautifulSoup(banner(state("one", "two", "three", "four")), "html.parser")
    aside = soup.find("aside")
    assert aside is not None
    assert "4 errors" in aside.get_text()
    assert [item.get_text() for item in aside.find_all("li")] == [
        f"content/claims/a.yaml:7 quote-not-found: {word}" for word in ("one", "two", "three")
    ]
    assert [link["href"] for link in aside.find_all("a")] == [PROBLEMS]
    assert soup.find("script") is None


def test_the_page_is_a_table_of_places_codes_and_messages() -> None:
    found = diagnostic(
        "quote-not-found", AT, "not in the body", hint="paste this", label="the article says 380",
        related=(Related(Span("seeds/a.txt", 4), "the nearest passage"),),
    )  # fmt: skip
    soup = BeautifulSoup(problems(replace(QUIET, found=(found,))), "html.parser")
    assert [head.get_text() for head in soup.find_all("th")] == ["File", "Line", "Code", "Message"]
    cells = [cell.get_text(" ", strip=True) for cell in soup.select("tbody td")]
    assert cells == [
        "content/claims/a.yaml",
        "7",
        "quote-not-found error",
        "not in the body the article says 380 help: paste this seeds/a.txt:4: the nearest passage",
    ]


def test_words_of_the_author_stay_words() -> None:
    at = Span(f"content/{HOSTILE}.yaml")
    found = diagnostic(
        "unknown-key", at, HOSTILE, hint=HOSTILE, label=HOSTILE, related=(Related(at, HOSTILE),)
    )
    for page in (banner, problems):
        said = page(replace(QUIET, found=(found,)))
        soup = BeautifulSoup(said, "html.parser")
        assert soup.find("img") is None
        assert {one.get("src") for one in soup.find_all("script")} <= {"/_briefing/reload.js"}
        assert "<script>alert(1)</script>" in soup.get_text()
        assert not set("\u202e\u2066\x1b\x00").intersection(said)
    assert "<img" not in notice(HOSTILE, HOSTILE)


def test_a_long_list_is_cut() -> None:
    soup = BeautifulSoup(problems(state(*map(str, range(PAGE_ROWS + 5)))), "html.parser")
    assert len(soup.select("tbody tr")) == PAGE_ROWS
    assert "And 5 more" in soup.get_text()


def test_a_fault_of_the_program_is_no_mistake_of_the_author() -> None:
    failed = replace(QUIET, failed=True)
    assert "not in your files" in banner(failed)
    assert "not in your files" in problems(failed)


def test_an_empty_list_says_so() -> None:
    assert "No problems found." in problems(QUIET)
