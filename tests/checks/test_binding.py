"""Prose binding: figures in narratives equal a figure of what their sentence cites."""

from __future__ import annotations

import pytest

from briefing import pipeline
from tests.conftest import ProjectMaker

CLAIMS = """
topic: all
claims:
  cost:
    claim: The bridge costs $52.4 million.
    aliases: [old-cost]
    quotes:
      - a: The bridge costs $52.4 million (380 million yuan)
  growth:
    claim: Traffic grew by more than 5%.
    quotes:
      - b: Traffic grew by more than 5%
  opened:
    claim: The bridge is open.
    for:
      - b: The bridge is open
"""
FILES = {
    "briefing.yaml": "title: t\ntopics: [{id: all, title: All}]\nseverities: {answer-missing: off, narrative-missing: off}",
    "content/sources.yaml": (
        "a: {file: a.txt, title: A, publisher: p}\nb: {file: b.txt, title: B, publisher: q}"
    ),
    "content/publishers.yaml": "p: {name: P}\nq: {name: Q}",
    "content/claims/all.yaml": CLAIMS,
    "seeds/a.txt": "The bridge costs $52.4 million (380 million yuan).",
    "seeds/b.txt": "Traffic grew by more than 5%. The bridge is open.",
}
CASES = [
    ("The bridge costs $52.4 million. [@cost]", []),
    ("The bridge costs $52.4 million [@cost].", []),
    ("The bridge costs $52.4 million. [@old-cost]", []),
    ("In yuan that is 380 million yuan. [@cost/a]", []),
    ("It costs $52.4 million [@opened; @cost].", []),
    ("It costs $52 million. [@cost]", []),
    ("It costs $52.43 million. [@cost]", [("figure-differs", 1, 10)]),
    ("It costs $52.40 million. [@cost]", [("figure-differs", 1, 10)]),
    ("It costs $52,400,000. [@cost]", []),
    ("It costs at least $50 million. [@cost]", [("figure-differs", 1, 10)]),
    ("It costs $50 million to $60 million. [@cost]", [("figure-differs", 1, 10)]),
    ("Traffic grew by more than 4%. [@growth]", [("figure-differs", 1, 17)]),
    ("The index is 24,506.81.", [("unbound-figure", 1, 14)]),
    ("The index is 24,506.81. [@cost]", [("number-unread", 1, 14)]),
    ("Two of them say so, and four of the five do not.", []),
    ("The bridge costs $52.4 million.", [("unbound-figure", 1, 18)]),
    ("The bridge costs $53 million. [@cost]", [("figure-differs", 1, 18)]),
    ("The bridge costs $52.4 million. [@opened]", [("figure-differs", 1, 18)]),
    ("It opened. [@opened] It costs $52.4 million.", [("unbound-figure", 1, 31)]),
    ("It costs $52.4 million. [@cost] It opened. [@opened]", []),
    ("Traffic grew by more than 5%. [@growth]", []),
    ("Traffic grew by 5%. [@growth]", [("figure-differs", 1, 17)]),
    ("# It costs $9 million\n\nText.", [("unbound-figure", 1, 12)]),
    ("# It costs $9 million [@cost]\n\nText.", [("figure-differs", 1, 12)]),
    ("It costs $9 million\n===", [("unbound-figure", 1, 10)]),
    ("It costs $9 million [@cost, @growth].", [("citation-malformed", 1, 21)]),
    ("It costs $9 million. [@none]", [("citation-unknown", 1, 24)]),
    ("Text.\n\n## It costs $9 million\n\nText.", [("unbound-figure", 3, 13)]),
    ("- It costs $9 million", [("unbound-figure", 1, 12)]),
    ("| a | b |\n|---|---|\n| $52.4 million | [@cost] |", []),
    ("| a | b |\n|---|---|\n| $9 million | x |", [("unbound-figure", 3, 3)]),
    ("Two articles of 2024 and one claim name GPT-4, the first of its kind.", []),
    ("`It costs $9 million`", []),
    ("    It costs $9 million", []),
    ("<!-- It costs $9 million -->", []),
    ("See <https://example.org/9-million-dollars/90%>.", []),
    ("It is *more than $9 million*.", [("unbound-figure", 1, 8)]),
    ("A line\nand $9 million more.", [("unbound-figure", 2, 5)]),
]


@pytest.mark.parametrize(("markdown", "expected"), CASES)
def test_figures_are_bound(
    markdown: str, expected: list[tuple[str, int, int]], project: ProjectMaker
) -> None:
    examined = pipeline.examine(project({**FILES, "content/index.md": markdown + "\n"}))
    found = [(one.code, one.at.line, one.at.column) for one in examined.found]
    assert found == expected


LOST = """
topic: all
claims:
  open:
    claim: The bridge is open.
    for:
      - a: The brigde costs $52.4 million
    mentions:
      - {source: b, quote: Traffic grew by more than 5%, basis: guess}
"""


@pytest.mark.parametrize("cited", ["open", "open/a", "open; @open/b"])
def test_evidence_that_is_at_fault_is_no_second_mistake(cited: str, project: ProjectMaker) -> None:
    narrative = f"It costs $52.4 million. [@{cited}]\n"
    files = {"content/claims/all.yaml": LOST, "content/index.md": narrative}
    examined = pipeline.examine(project({**FILES, **files}))
    assert [one.code for one in examined.found] == ["quote-not-found", "bad-value"]


def test_a_range_may_join_two_figures_that_are_cited(project: ProjectMaker) -> None:
    claims = """
topic: all
claims:
  low: {claim: It costs $52 million., quotes: [{a: costs $52 million}]}
  high: {claim: It costs $54 million., quotes: [{b: costs $54 million}]}
"""
    files = FILES | {
        "content/claims/all.yaml": claims,
        "seeds/a.txt": "It costs $52 million.",
        "seeds/b.txt": "It costs $54 million.",
        "content/index.md": "It costs $52 million to $54 million. [@low; @high]\n\n"
        "It costs $52 million to $55 million. [@low; @high]",
    }
    found = [one for one in pipeline.examine(project(files)).found if one.code != "verdict-moved"]
    assert [(one.code, one.at.line) for one in found] == [("figure-differs", 3)]
