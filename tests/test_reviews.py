"""Reviews of claims, and what publishers say of their articles afterwards."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from briefing import pipeline
from briefing.cli import main
from briefing.diagnostics import Diagnostic
from tests.conftest import ProjectMaker

SOURCES = "content/sources.yaml"
CLAIMS = "content/claims/cost.yaml"
ARTICLE = "seeds/a.txt"
FILES = {
    "briefing.yaml": "title: T\ntopics: [{id: cost, title: Cost}]\n",
    SOURCES: "gazette: {title: A, file: a.txt, publisher: gazette%s}\n",
    "content/publishers.yaml": "gazette: {name: Gazette}\n",
    CLAIMS: (
        "topic: cost\nclaims:\n"
        "  quay:\n    claim: The quay cost €40 million.%s\n    quotes:\n"
        "      - gazette: The quay cost €40 million\n"
    ),
    "content/index.md": "It was dear. [@quay]\n",
    "content/topics/cost.md": "It was dear. [@quay]\n",
    ARTICLE: "The quay cost €40 million. It is long.\n",
}


def run(*given: str | Path) -> Result:
    return CliRunner().invoke(main, [str(one) for one in given], catch_exceptions=False)


def written(project: ProjectMaker, claim: str = "", source: str = "") -> Path:
    held = {SOURCES: FILES[SOURCES] % source, CLAIMS: FILES[CLAIMS] % claim}
    return project({**FILES, **held})


def digest(root: Path) -> str:
    found = re.search(
        r"digest: (\w{16})\}", " ".join(run("explain", "-f", root, "quay").stdout.split())
    )
    assert found
    return found[1]


def reviewed(project: ProjectMaker) -> tuple[Path, str]:
    """Write a project whose claim is reviewed as it is; return also the lines that say so."""
    given = digest(written(project))
    lines = f"\n    reviewed: {{by: A. Editor, on: 2031-05-06, digest: {given}}}"
    return written(project, lines), lines


def voided(root: Path) -> list[Diagnostic]:
    return [one for one in pipeline.examine(root).found if one.code == "review-void"]


def test_a_review_of_what_is_there_stands_and_is_shown(project: ProjectMaker) -> None:
    root, _ = reviewed(project)
    assert pipeline.examine(root).found == ()
    assert "review    by A. Editor on 2031-05-06" in run("explain", "-f", root, "quay").stdout
    run("build", "-f", root)
    page = (root / "site/claims/quay.html").read_text()
    assert "<dt>Reviewed</dt> <dd>6 May 2031, by A. Editor</dd>" in page


@pytest.mark.parametrize(
    ("file", "before", "after"),
    [
        (CLAIMS, "claim: The quay cost", "claim: That quay cost"),
        (CLAIMS, "    quotes:\n", "    scope: all\n    quotes:\n"),
        (CLAIMS, "gazette: The quay", "gazette: quay"),
        (CLAIMS, "    quotes:\n", "    quotes:\n      - gazette: It is long\n"),
        (ARTICLE, "It is long.", "It is short."),
    ],
)
def test_a_review_is_void_where_what_was_seen_has_changed(
    file: str, before: str, after: str, project: ProjectMaker
) -> None:
    root, _ = reviewed(project)
    text = (root / file).read_text()
    (root / file).write_text(text.replace(before, after, 1))
    (one,) = voided(root)
    line = (root / CLAIMS).read_text().split("\n")[one.at.line - 1]
    assert line[one.at.column - 1 : one.at.end_column - 1] in line.partition("digest: ")[2]
    assert one.message == (
        "the claim, its quotes or its articles are not as A. Editor reviewed them on 2031-05-06"
    )
    assert one.hint is not None
    again = one.hint.rpartition(" ")[2]
    (root / CLAIMS).write_text(
        re.sub(r"digest: \w+", f"digest: {again}", (root / CLAIMS).read_text())
    )
    assert voided(root) == []


@pytest.mark.parametrize(
    ("file", "before", "after"),
    [
        (CLAIMS, "    quotes:\n", "    note: So.\n    quotes:\n"),
        (CLAIMS, "  quay:\n", "  # a comment\n  quay:\n"),
        (CLAIMS, "gazette: The quay cost", "gazette: The  quay cost"),
        (SOURCES, "title: A", "title: B"),
    ],
)
def test_a_review_stands_where_only_its_setting_changed(
    file: str, before: str, after: str, project: ProjectMaker
) -> None:
    root, _ = reviewed(project)
    text = (root / file).read_text()
    assert before in text
    (root / file).write_text(text.replace(before, after, 1))
    assert voided(root) == []


def test_a_void_review_is_not_shown(project: ProjectMaker) -> None:
    root = written(
        project, "\n    reviewed: {by: A. Editor, on: 2031-05-06, digest: '0000000000000000'}"
    )
    assert run("build", "-f", root).exit_code == 0
    assert "<dt>Reviewed" not in (root / "site/claims/quay.html").read_text()


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ("{by: A, on: 2031-05-06}", "missing-key"),
        ("{by: A, on: 6 May, digest: x}", "bad-date"),
        ("A. Editor", "bad-value"),
    ],
)
def test_a_review_says_who_when_and_of_what(given: str, code: str, project: ProjectMaker) -> None:
    root = written(project, f"\n    reviewed: {given}")
    assert code in {one.code for one in pipeline.examine(root).found}


def test_a_retraction_is_shown_wherever_the_article_is_quoted(project: ProjectMaker) -> None:
    more = ", retracted: {on: 2031-05-06, why: It was made up.}, corrected: 2031-04-01"
    root = written(project, source=more)
    assert run("build", "-f", root).exit_code == 0
    for page in ("claims/quay.html", "cost.html", "sources/index.html", "sources/gazette.html"):
        text = (root / "site" / page).read_text()
        assert "etracted on 6 May 2031" in text, page
        assert "orrected on 1 April 2031" in text, page
    assert "It was made up." in (root / "site/sources/gazette.html").read_text()


@pytest.mark.parametrize(("listed", "told"), [("quotes", 1), ("mentions", 0)])
def test_what_a_retracted_article_says_for_a_claim_is_told(
    listed: str, told: int, project: ProjectMaker
) -> None:
    root = written(project, source=", retracted: 2031-05-06")
    claims = root / "content/claims/cost.yaml"
    claims.write_text(claims.read_text().replace("quotes:", f"{listed}:"))
    codes = [one.code for one in pipeline.examine(root).found]
    assert codes.count("source-retracted") == told


def test_an_archived_copy_is_linked_beside_the_original(project: ProjectMaker) -> None:
    more = ", url: https://example.org/a, archive: https://archive.example.org/1/a"
    root = written(project, source=more)
    run("build", "-f", root)
    page = (root / "site/sources/gazette.html").read_text()
    assert (
        '<dt>Archived copy</dt><dd><a rel="external" href="https://archive.example.org/1/a">'
        in page
    )


def test_a_notice_has_a_date(project: ProjectMaker) -> None:
    (one,) = pipeline.examine(written(project, source=", corrected: last week")).found
    assert (one.code, one.message, one.hint) == (
        "bad-date", "invalid date 'last week'", "write 2025-02-24, the day of the notice",
    )  # fmt: skip
