"""Words are aligned at the least cost, and what lies around them is free."""

from __future__ import annotations

import pytest

from briefing.quotes.alignment import MOST_WORDS, Difference, align

SAME, REPLACED = Difference.SAME, Difference.REPLACED
ADDED, LEFT_OUT = Difference.ADDED, Difference.LEFT_OUT


def _ratio(ours: str, theirs: str) -> float:
    return 100.0 if ours[:3] == theirs[:3] else 0.0


@pytest.mark.parametrize(
    ("ours", "theirs", "steps", "passage"),
    [
        ("a b", "x a b y", [(SAME, "a b", "a b")], "a b"),
        ("a 308 b", "x a 380 b y", [(SAME, "a", "a"), (REPLACED, "308", "380"), (SAME, "b", "b")],
         "a 380 b"),
        ("a b", "a so b", [(SAME, "a", "a"), (LEFT_OUT, "", "so"), (SAME, "b", "b")], "a so b"),
        ("a so b", "a b", [(SAME, "a", "a"), (ADDED, "so", ""), (SAME, "b", "b")], "a b"),
        ("far a b", "x y a b", [(ADDED, "far", ""), (SAME, "a b", "a b")], "a b"),
        ("announces a b", "x announcing a b",
         [(REPLACED, "announces", "announcing"), (SAME, "a b", "a b")], "announcing a b"),
        ("The b", "a the b", [(REPLACED, "The", "the"), (SAME, "b", "b")], "the b"),
        ("a , b", "a ; b", [(SAME, "a", "a"), (REPLACED, ",", ";"), (SAME, "b", "b")], "a ; b"),
        ("the fact that b c", "the cat the fact so b c d",
         [(SAME, "the fact", "the fact"), (REPLACED, "that", "so"), (SAME, "b c", "b c")],
         "the fact so b c"),
    ],
)  # fmt: skip
def test_steps(
    ours: str, theirs: str, steps: list[tuple[Difference, str, str]], passage: str
) -> None:
    left, right = ours.split(), theirs.split()
    aligned = align(left, right, _ratio)
    assert aligned is not None
    found = [
        (step.difference, " ".join(left[slice(*step.ours)]), " ".join(right[slice(*step.theirs)]))
        for step in aligned.steps
    ]
    assert found == steps
    assert " ".join(right[slice(*aligned.passage)]) == passage
    assert (aligned.cost == 0) == all(step.difference is SAME for step in aligned.steps)


@pytest.mark.parametrize(
    ("ours", "theirs"), [(["a"], ["b"]), (["a"], []), (["a"] * (MOST_WORDS + 1), ["a"])]
)
def test_nothing_to_align(ours: list[str], theirs: list[str]) -> None:
    assert align(ours, theirs, _ratio) is None


def test_sides_of_very_different_length_are_aligned() -> None:
    aligned = align(["a"] * 300, ["a"] * 3, _ratio)
    assert aligned is not None
    assert aligned.cost == pytest.approx(297 * 1.4)
    aligned = align(["b", "c"], [*["a"] * 300, "b", "c"], _ratio)
    assert aligned is not None
    assert aligned.passage == (300, 302)
