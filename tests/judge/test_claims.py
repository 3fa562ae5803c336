"""Claims as a whole: what many items have in common is told once."""

from __future__ import annotations

from briefing import pipeline
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
