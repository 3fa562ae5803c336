"""Hold pairs of a claim and a sentence to what is right: how their figures compare, or that one is unread."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.figures import choose, compare, variants
from briefing.model.figures import Figure, Outcome, Quantity

PAIRS = [
    tuple(line.split(" | "))
    for path in sorted((Path(__file__).parent / "pairs").glob("*.txt"))
    for line in path.read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
STANCES = {
    Outcome.SAME: "supports",
    Outcome.COMPATIBLE: "mentions",
    Outcome.DIFFERENT: "disputes",
    Outcome.NOT_COMPARABLE: "mentions",
}


def figure(text: str, unit: str | None) -> Figure | None:
    chosen = choose(text, "en", unit)
    if not isinstance(chosen, Quantity):
        return None
    return Figure(chosen, variants=variants(text, chosen.start, chosen.end, "en"))


@pytest.mark.parametrize(("claim", "source", "right"), PAIRS)
def test_a_pair_comes_out_right(claim: str, source: str, right: str) -> None:
    ours = figure(claim, None)
    assert ours is not None
    theirs = figure(source, ours.quantity.unit)
    told = STANCES[compare(ours, theirs).outcome] if theirs else "unread"
    assert told == right
