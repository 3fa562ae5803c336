"""Tell whether two figures count people, by one word for all of them and one for some: "people" and "visitors"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from briefing.language import languages, table, words_of
from briefing.model.figures import QuantityKind

if TYPE_CHECKING:
    from briefing.model.figures import Quantity

_ANY: Final = "people"
"""The unit of a figure that counts people of any kind."""


def both_count_people(one: Quantity, other: Quantity) -> bool:
    """Tell whether one of two figures counts people and the other people of some kind, or both those at work."""
    if {one.kind, other.kind} != {QuantityKind.COUNT} or one.per != other.per:
        return False
    units = {one.unit.casefold(), other.unit.casefold()}
    return len(units) > 1 and (
        (_ANY in units and units <= _kinds("kinds") | {_ANY}) or units <= _kinds("at_work")
    )


@cache
def _kinds(part: str) -> frozenset[str]:
    return words_of(*(table(one, "nouns").get("people", {}).get(part, "") for one in languages()))
