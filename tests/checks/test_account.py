"""Accounts: what of an article no claim speaks to, and what was set aside."""

from __future__ import annotations

from briefing import pipeline
from briefing.model.judged import Share
from tests.conftest import ProjectMaker

TEXT = """A heading of 2024 and 7%

The mill grew 7% in 2024. It is old and cold. Is it? Yes.
Wages rose 3% and rents 4%[2]. The mayor, who is new, spoke of a third hall.
"""
FILES = {
    "briefing.yaml": "title: t\ntopics: [{id: all, title: All}]\nseverities: {narrative-missing: off}",
    "content/publishers.yaml": "p: {name: P}",
    "content/claims/all.yaml": """
topic: all
claims:
  growth:
    claim: The mill grew 7%.
    quotes: [{a: The mill grew 7%}]
  wages:
    claim: Wages rose 3%.
    quotes: [{a: Wages rose 3%}]
""",
    "seeds/a.txt": TEXT,
}
SOURCE = "a: {file: a.txt, title: A, publisher: p, account: full%s}"


def account(project: ProjectMaker, more: str = "") -> tuple[list[tuple[str, int, int]], object]:
    root = project({**FILES, "content/sources.yaml": SOURCE % more})
    examined, held = pipeline.coverage(root)
    found = [(one.code, one.at.line, one.at.column) for one in examined.found]
    return found, held.get("a")


def test_what_no_claim_speaks_to_is_told_in_the_article(project: ProjectMaker) -> None:
    found, held = account(project)
    assert found == [
        ("unclaimed-figure", 1, 23),
        ("unclaimed-sentence", 3, 27),
        ("unclaimed-figure", 4, 25),
        ("unclaimed-sentence", 4, 32),
    ]
    assert getattr(held, "figures", None) == Share(claimed=2, set_aside=0, left=2)


def test_words_set_aside_are_accounted_for(project: ProjectMaker) -> None:
    aside = (
        ", set_aside: [{quote: It is old and cold., why: w}, {quote: rents 4%, why: w},"
        " {quote: A heading of 2024 and 7%, why: w},"
        " {quote: 'The mayor, who is new, spoke of a third hall', why: w}]"
    )
    found, held = account(project, aside)
    assert found == []
    assert getattr(held, "figures", None) == Share(claimed=2, set_aside=2, left=0)


def test_words_set_aside_must_stand_in_the_body(project: ProjectMaker) -> None:
    found, _ = account(project, ", set_aside: [{quote: It is hot., why: w}]")
    assert [code for code, _, _ in found] == ["quote-not-found"]


def test_a_partial_account_is_shown_and_demands_nothing(project: ProjectMaker) -> None:
    root = project({**FILES, "content/sources.yaml": "a: {file: a.txt, title: A, publisher: p}"})
    examined, held = pipeline.coverage(root)
    assert examined.found == ()
    assert len(held["a"].left) == 4
    assert pipeline.examine(root).site is not None


def test_what_an_unread_claim_may_quote_is_not_told(project: ProjectMaker) -> None:
    for broken in ("claims: [", "claims: {c: {claim: It is., for: [a: words, {source: a}]}}"):
        root = project(
            {
                **FILES,
                "content/sources.yaml": SOURCE % "",
                "content/claims/all.yaml": f"topic: all\n{broken}",
            }
        )
        codes = [one.code for one in pipeline.examine(root).found]
        assert not {"unclaimed-figure", "unclaimed-sentence"} & set(codes)
        assert codes
