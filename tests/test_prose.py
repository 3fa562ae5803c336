from __future__ import annotations

import re
import time
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import prose
from briefing.diagnostics import Span
from briefing.language.messages import ENGLISH
from briefing.model.pages import Html

FILE = "content/topics/capex.md"


def html(text: str) -> str:
    """Set a narrative's parts after its answer, citations as `{…}`."""
    return joined(prose.parse(text, FILE, ENGLISH).parts)


def joined(parts: Iterable[Html | prose.Citation]) -> str:
    """Join parts without the addresses of sentences, see `test_prose_sentences.py`."""
    text = "".join(part.text if isinstance(part, Html) else "{…}" for part in parts)
    return re.sub(r'<span class="take">.*?</span></span>|<span class="said"[^>]*>', "", text)


def cited(text: str) -> list[tuple[tuple[str, str | None], ...]]:
    return [
        tuple((target.claim, target.source) for target in citation.targets)
        for citation in prose.parse(text, FILE, ENGLISH).citations
    ]


def codes(text: str) -> list[str]:
    return [one.code for one in prose.parse(text, FILE, ENGLISH).diagnostics]


def slice_of(text: str, at: Span) -> str:
    """Cut out of a text what a span of a single line covers."""
    assert at.line == at.end_line
    return text.split("\n")[at.line - 1][at.column - 1 : at.end_column - 1]


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("Sum. [@capex]", [(("capex", None),)]),
        ("[@capex/news]", [(("capex", "news"),)]),
        ("[@a; @b/x ;@c]", [(("a", None), ("b", "x"), ("c", None))]),
        ("over\nlines [@a;\n  @b]", [(("a", None), ("b", None))]),
        ("*[@a]* and **[@b]**[@c]", [(("a", None),), (("b", None),), (("c", None),)]),
        (
            "## Head [@a]\n\n- item [@b]\n\n> said [@c]",
            [(("a", None),), (("b", None),), (("c", None),)],
        ),
        ("|h|\n|-|\n|[@a]|", [(("a", None),)]),
    ],
)
def test_citations_are_found_with_their_targets(
    text: str, targets: list[tuple[tuple[str, str | None], ...]]
) -> None:
    assert cited(text) == targets
    assert not codes(text)


@pytest.mark.parametrize(
    "text",
    [
        "`[@a]`",
        "    [@a]",
        "```\n[@a]\n```",
        "<!-- [@a] -->",
        "text <!-- [@a] --> text",
        "<!-- first\n\n[@a]\n\nlast -->",
        r"\[@a]",
        "mail@example.org [a]",
    ],
)
def test_code_comments_and_escapes_hold_no_citation(text: str) -> None:
    assert not cited(text)
    assert not codes(text)


@pytest.mark.parametrize(
    "text",
    ["[@]", "[@ a]", "[@a, @b]", "[@a; b]", "[@a;]", "[@a b]", "[@a/]", "[@a/b/c]", "open [@a"],
)
def test_a_malformed_citation_is_reported_and_stays_as_text(text: str) -> None:
    assert codes(f"Words. {text}") == ["citation-malformed"]
    assert "[@" in html(f"Words. {text}")


def test_targets_have_their_places() -> None:
    text = "One. [@first]\n\n> two\n> three [@second/x; @third]\n\n| a | b |\n|---|---|\n| [@same] | [@same] |"
    places = [
        (slice_of(text, target.at), target.at.line, target.at.column)
        for citation in prose.parse(text, FILE, ENGLISH).citations
        for target in citation.targets
    ]
    assert places == [
        ("first", 1, 8),
        ("second/x", 4, 11),
        ("third", 4, 22),
        ("same", 8, 5),
        ("same", 8, 15),
    ]


@given(
    st.lists(
        st.sampled_from(["word", "é𝒳", "*em*", "[@id-1]", "[@a/b]", "`[@no]`", ",", "\n", "\n> "])
    )
)
def test_every_place_holds_what_it_names(pieces: list[str]) -> None:
    text = " ".join(pieces)
    for citation in prose.parse(text, FILE, ENGLISH).citations:
        assert slice_of(text, citation.at).startswith("[@")
        for target in citation.targets:
            whole = target.claim + (f"/{target.source}" if target.source else "")
            assert slice_of(text, target.at) == whole


def test_crlf_and_a_byte_order_mark_do_not_move_places() -> None:
    (citation,) = prose.parse("\ufeffOne.\r\n\r\nTwo [@a].", FILE, ENGLISH).citations
    assert (citation.at.line, citation.at.column) == (3, 5)


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "&#106;avascript:alert(1)",
        "vbscript:x",
        "data:text/html,x",
        "file:///etc/passwd",
        "//evil.example",
        "/rooted",
    ],
)
def test_unsafe_links_are_refused_and_lose_their_link(url: str) -> None:
    text = f"See [here]({url})."
    assert codes(text) == ["unsafe-link"]
    assert html(text) == "<p>See here.</p>\n"
    (found,) = prose.parse(text, FILE, ENGLISH).diagnostics
    assert slice_of(text, found.at) == f"[here]({url})"


@pytest.mark.parametrize(
    "url", ["https://example.org/a?b=c#d", "http://x.org", "mailto:a@b.org", "risks.html", "#notes"]
)
def test_safe_links_stay(url: str) -> None:
    assert f'href="{url}"' in html(f"[here]({url})")
    assert not codes(f"[here]({url})")


def test_an_autolink_is_checked_too() -> None:
    assert codes("<javascript:alert(1)>") == ["unsafe-link"]
    assert "<a" not in html("<javascript:alert(1)>")


def test_a_reference_link_is_checked_too() -> None:
    assert codes("[x][y]\n\n[y]: javascript:alert(1)") == ["unsafe-link"]


@pytest.mark.parametrize(
    "text", ["![a](https://x.org/a.png)", "![a](a.png)", "![a][b]\n\n[b]: a.png"]
)
def test_images_are_refused(text: str) -> None:
    assert codes(text) == ["unsafe-link"]
    assert "<img" not in html(text)


def test_an_exclamation_before_a_citation_is_no_image() -> None:
    assert cited("Really![@a]") == [(("a", None),)]


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "a <b onclick=x>b</b>",
        "<!-- open",
    ],
)
def test_raw_html_comes_out_as_text(text: str) -> None:
    assert set(re.findall(r"<(\w+)", html(text))) <= {"p"}


def test_comments_vanish() -> None:
    assert html("One <!-- two --> three\n\n<!--\n\n# four\n\n-->\n\nfive") == (
        "<p>One  three</p>\n<p>five</p>\n"
    )
    assert "after" in html("<!-- x --> after")


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("# A\n\n# B\n\n### C\n\n## D", ["h2", "h3", "h3"]),
        ("### A\n\n# B", ["h2", "h2"]),
        ("## A\n\n#### B\n\n##### C\n\n###### D", ["h2", "h3", "h4", "h5"]),
    ],
)
def test_headings_begin_at_level_two_and_skip_none(text: str, levels: list[str]) -> None:
    assert re.findall(r"<(h\d) id=", html(text)) == levels


def test_headings_have_ids_of_their_words_that_no_other_has() -> None:
    text = "# T\n\n## What *is* agreed? [@a]\n\n### Größe 5%\n\n## What is agreed\n\n## !"
    made = prose.parse(text, FILE, ENGLISH)
    assert [(one.id, one.text, one.level) for one in made.headings] == [
        ("s-what-is-agreed", "What is agreed?", 2),
        ("s-größe-5", "Größe 5%", 3),
        ("s-what-is-agreed.2", "What is agreed", 2),
        ("s-", "!", 2),
    ]
    assert re.findall(r' id="([^"]*)"', joined(made.parts)) == [one.id for one in made.headings]


def test_a_plain_heading_of_level_one_at_the_top_is_the_title() -> None:
    assert prose.parse("# The sum\n\nText.", FILE, ENGLISH).title == "The sum"
    assert prose.parse("Text.\n\n# Not this", FILE, ENGLISH).title is None
    assert prose.parse("# Cited [@a]", FILE, ENGLISH).title is None


@pytest.mark.parametrize("title", ["", "# A title\n\n", "<!-- why -->\n\n"])
@pytest.mark.parametrize("mark", ["-", "1."])
def test_a_paragraph_and_a_list_that_open_a_narrative_are_its_answer(title: str, mark: str) -> None:
    text = (
        f"{title}Agreed. [@a]\n\n{mark} One [@b]\n\n   - Deep\n\n## More\n\nText. [@c]\n\n- Other"
    )
    made = prose.parse(text, FILE, ENGLISH)
    assert made.answer
    (tag,) = {"-": ["ul"], "1.": ["ol"]}[mark]
    answer = joined(made.answer.parts)
    assert answer.startswith(f"<p>Agreed. {{…}}</p>\n<{tag}>")
    assert answer.endswith(f"</{tag}>\n")
    assert [one.text for one in made.answer.blocks][:2] == ["Agreed. ", "One "]
    assert joined(made.parts).startswith('<h2 id="s-more">More</h2>')
    assert [one.targets[0].claim for one in made.citations] == ["a", "b", "c"]


@pytest.mark.parametrize(
    "text", ["", "Alone.", "Text.\n\nMore.\n\n- One", "- One\n\nText.", "## Head\n\nText.\n\n- One"]
)
def test_what_begins_otherwise_has_no_answer(text: str) -> None:
    assert prose.parse(text, FILE, ENGLISH).answer is None


def test_tables_align_by_class_and_scroll_by_themselves() -> None:
    table = html("|a|b|\n|-|-:|\n|1|2|")
    assert '<td class="align-right">2</td>' in table
    assert "style=" not in table
    assert table.startswith('<div class="wide" role="region"')


def test_nul_of_the_author_cannot_pose_as_a_citation() -> None:
    assert html("\0" + "0\0 &#0;") == "<p>\ufffd0\ufffd \ufffd</p>\n"


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    ["[@", "<!--", "<!--\n", "![", "[@a;", "[@a](", '"', "[@a] ", "<!-- x -->y\n", "> [@\n"],
)
def test_reading_takes_time_in_proportion(piece: str) -> None:
    def took(times: int) -> float:
        start = time.process_time()
        prose.parse(piece * times, FILE, ENGLISH)
        return time.process_time() - start

    took(100)
    assert took(8_000) < max(40 * took(800), 1.5)


@pytest.mark.parametrize(
    "url", [r"\\evil.example", "http://[broken", "java\tscript:x", "\x01javascript:x"]
)
def test_what_browsers_read_otherwise_than_we_do_is_no_safe_link(url: str) -> None:
    assert not prose.safe_link(url)


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://example.org/a", True),
        ("http://example.org", True),
        ("mailto:a@b.org", False),
        ("seeds/a.txt", False),
        ("javascript:alert(1)", False),
        ("https:", False),
        (" https://example.org", False),
        (None, False),
    ],
)
def test_only_web_addresses_of_sources_become_links(url: str | None, kept: bool) -> None:
    assert (prose.web_link(url) == url) is (kept or url is None)


@pytest.mark.parametrize(
    ("url", "sound"),
    [
        (
            "https://example.org/a?b=<c>&d=\"e\"#'f'",
            "https://example.org/a?b=%3Cc%3E&d=%22e%22#'f'",
        ),
        (
            "https://example.org/büro/?q=咖啡#é",
            "https://example.org/b%C3%BCro/?q=%E5%92%96%E5%95%A1#%C3%A9",
        ),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
        ("https://ü:p@MÜNCHEN.de:80/ü", "https://%C3%BC:p@xn--mnchen-3ya.de:80/%C3%BC"),
        ("https://例え.jp", "https://xn--r8jz45g.jp"),
        ("https://straße.example/", "https://stra%C3%9Fe.example/"),
        (f"https://{'ü' * 64}.example/", f"https://{'%C3%BC' * 64}.example/"),
        (f"https://{'ü.' * 127}example/", f"https://{'%C3%BC.' * 127}example/"),
        ("https://ü..example/", "https://%C3%BC..example/"),
        ("https://ü［.example/", "https://%C3%BC%EF%BC%BB.example/"),
        ("HTTPS://example.org/a?#", "https://example.org/a"),
        ("https://example.org/a[1]{2}|3^4`5", "https://example.org/a%5B1%5D%7B2%7D%7C3%5E4%605"),
        ("https://example.org/100%/%e2%82%ac", "https://example.org/100%25/%e2%82%ac"),
        ("https://example.org/#a#b", "https://example.org/#a%23b"),
        ("http://[::1]:8000/a", "http://[::1]:8000/a"),
        ("HTTPS://u:p@example.org:1/a/../b;c=1?d=(e)*!$&f=,+@:/?#/?", None),
    ],
)
def test_an_address_is_written_in_the_characters_of_one(url: str, sound: str | None) -> None:
    given = prose.web_link(url)
    assert given == (sound or url.replace("HTTPS", "https"))
    assert prose.web_link(given) == given


@given(st.text(), st.text())
def test_no_address_holds_what_addresses_cannot(name: str, text: str) -> None:
    given = prose.web_link(f"https://ü{name}.example/{text}")
    assert given is None or re.fullmatch(
        r"([!$&'()*+,;=:@/?#\[\]\w.~-]|%[0-9A-Fa-f]{2})*", given, re.ASCII
    )
    assert given is None or prose.web_link(given) == given
