"""Claims as a whole: what many items have in common is told once."""

from __future__ import annotations

from pathlib import Path

from briefing import pipeline
from briefing.model.judged import Caveat
from tests.conftest import ProjectMaker

CLAIMS = """
topic: all
claims:
  sales:
    claim: Sales were $52.
    period: 2025-Q1
    quotes:
      - a: Sales were $52
      - b: Sales of $52
      - source: c
        quote: Sales came to $52
        period: 2024-Q4
        because: its title
"""


def test_a_period_that_has_not_ended_is_told_once_for_its_claim(project: ProjectMaker) -> None:
    root = project({
        "briefing.yaml": (
            "title: t\ntopics: [{id: all, title: All}]\nseverities: {narrative-missing: off}"
        ),
        "content/sources.yaml": "\n".join(
            f"{id_}: {{file: {id_}.txt, title: A, published: 2024-05}}" for id_ in "abc"
        ),
        "content/publishers.yaml": "",
        "content/claims/all.yaml": CLAIMS,
        "seeds/a.txt": "Sales were $52.", "seeds/b.txt": "Sales of $52.",
        "seeds/c.txt": "Sales came to $52.",
    })  # fmt: skip
    found = pipeline.examine(root).found
    assert [(one.code, one.at.line) for one in found] == [
        ("figure-before-period-ends", 8),
        ("figure-before-period-ends", 12),
    ]
    assert [related.at.line for related in found[0].related] == [9]


def relayed(project: ProjectMaker, first: str, second: str, entities: str = "") -> Path:
    """Make a project in which two voices relay these speakers."""
    return project({
        "briefing.yaml": (
            "title: t\ntopics: [{id: all, title: All}]\nseverities: {narrative-missing: off}\n"
            + entities
        ),
        "content/sources.yaml": "\n".join(
            f"{id_}: {{file: {id_}.txt, title: A, publisher: {id_}}}" for id_ in "ab"
        ),
        "content/publishers.yaml": "a: {name: A}\nb: {name: B}\n",
        "content/claims/all.yaml": f"""
topic: all
claims:
  sales:
    claim: Sales matter.
    for:
      - {{source: a, quote: Sales matter, attributed_to: {first}}}
      - {{source: b, quote: Sales matter, attributed_to: {second}}}
""",
        "seeds/a.txt": "Sales matter.", "seeds/b.txt": "Sales matter.",
    })  # fmt: skip


def test_a_company_and_those_who_speak_for_it_are_one_origin(project: ProjectMaker) -> None:
    declared = "entities: {acme: {name: Acme Group, speakers: [Acme, Ann Lee]}}"
    site = pipeline.examine(relayed(project, "Acme", "ANN LEE", declared)).site
    assert site is not None
    judged = site.judged.judgements["sales"]
    assert (judged.counts.origins, judged.caveats) == (1, (Caveat.ONE_ORIGIN,))
    assert [item.origin for item in judged.items] == ["Acme Group", "Acme Group"]
    assert [item.speaker for item in judged.items] == ["Acme", "ANN LEE"]


def test_one_speaker_is_one_however_it_is_spelled(project: ProjectMaker) -> None:
    root = relayed(project, "Acme", "ACME")
    site = pipeline.examine(root).site
    assert site is not None
    judged = site.judged.judgements["sales"]
    assert judged.counts.origins == 1
    assert judged.caveats == (Caveat.ONE_ORIGIN,)
    assert [item.origin for item in judged.items] == ["Acme", "Acme"]
    made = pipeline.examine(root).file("claims/sales.html")
    assert isinstance(made, bytes)
    page = made.decode()
    assert "one speaker" in page
    assert "two speakers" not in page
