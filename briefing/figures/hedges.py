"""List the words and signs around a number that bound or soften it."""

from __future__ import annotations

from typing import Final

from briefing.language import table
from briefing.model.figures import Hedge

_TABLE: Final = table("en", "hedges")


def _spelled(place: str) -> dict[str, Hedge]:
    return {word: Hedge(row["means"]) for row in _TABLE[place] for word in row["words"]}


HEDGES: Final = _spelled("before")
"""What stands right before a number. The longest match is taken."""

HEDGE_ENDINGS: Final = frozenset(phrase.rsplit(None, 1)[-1] for phrase in HEDGES)

NEEDED_BEFORE: Final = {
    word: frozenset(row["after"])
    for row in _TABLE["before"]
    if "after" in row
    for word in row["words"]
}
"""What must stand before a hedge that is also a plain verb: Congress, too, passed $5 billion."""

LEVEL_HEDGES: Final = frozenset(
    word for row in _TABLE["before"] if row.get("level") for word in row["words"]
)
"""Hedges that name a level reached: "fell below 5%" is no fall of 5%."""

SYMBOL_HEDGES: Final = _spelled("sign")

TRAILING_HEDGES: Final = {"+": Hedge.MORE_THAN, **_spelled("after")}
"""What stands right after a number and its unit."""

_UNLESS: Final = "|".join(word for row in _TABLE["after"] for word in row.get("unless", ()))
NOT_AFTER_PLUS: Final = rf"\s(?:[\d$€£¥]|(?:{_UNLESS})\b)"
"""What makes a plus before it a sum and no hedge: "1,000 billion yen plus 20 percent"."""
