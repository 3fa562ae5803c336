"""Say how a quote’s figure stands to its claim’s, in words that need no label explained.

The tables hold a sentence per rule and per part of the scope; what compares, and how, was decided
where figures are compared.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.figures import plain_number, to_four_digits
from briefing.model.figures import (
    AMBIGUOUS_YEN,
    UNKNOWN,
    Basis,
    Obstacle,
    Outcome,
    Part,
    Period,
    Rule,
)
from briefing.view import days
from briefing.view.numbers import interval, told

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing.model.content import Entity, Rate
    from briefing.model.figures import Comparison, Quantity

GROUNDS: Mapping[Rule, str] = {
    Rule.ROUNDED: "Agrees as rounded",
    Rule.EQUAL_BOUNDS: "Agrees, the same bound",
    Rule.INSIDE: "Agrees, wholly within the claim’s bounds",
    Rule.PARTLY_INSIDE: "May agree, only partly within the claim’s bounds",
    Rule.ROOM: "May agree, the quote leaves room",
    Rule.NEAR: "May agree, near enough for “about”",
    Rule.ONE_DIRECTION: "May agree, though only one of them says up or down",
    Rule.APART: "Differs by more than rounding",
    Rule.OUTSIDE_QUOTE: "Differs, outside the quote’s bounds",
    Rule.OUTSIDE_CLAIM: "Differs, outside the claim’s bounds",
    Rule.OTHER_DIRECTION: "Differs in direction",
    Rule.EITHER_DIRECTION: "Differs, whether up or down",
}
"""How the two stand to one another; both follow."""

PARTS: Mapping[Part, str] = {
    Part.UNIT: "unit",
    Part.MEASURE: "measure",
    Part.ENTITY: "subject",
    Part.PERIOD: "period",
    Part.BASIS: "figure",
    Part.PER: "amount",
    Part.SCOPE: "scope",
}
"""What follows "its" where the part of the scope is another."""

BASES: Mapping[str, str] = {
    Basis.ACTUAL: "a reported one",
    Basis.PLAN: "a plan",
    Basis.TARGET: "a target",
    Basis.FORECAST: "a forecast",
    Basis.ESTIMATE: "an estimate",
    Basis.RUN_RATE: "a run-rate",
}

AMOUNTS: Mapping[str, str] = {"year": "per year", "total": "in total"}

_UNITS: Mapping[str, str] = {
    "%": "per cent",
    "percentage-points": "percentage points",
    "x": "a multiple",
    "USD": "US dollars",
    "CNY": "yuan",
    "EUR": "euros",
    "GBP": "pounds",
    "JPY": "yen",
    "HKD": "Hong Kong dollars",
}
"""Units that are told by name; any other is told as it is written: `models`, `KRW`."""


def compared(
    item: Quantity,
    claim: Quantity,
    comparison: Comparison,
    rate: Rate | None,
    entities: Mapping[str, Entity],
) -> str:
    """Say in one sentence, without a full stop, what comparing an item's figure gave and why."""
    why = comparison.why
    if isinstance(why, Obstacle):
        return f"Not compared: {_obstacle(why, entities)}"
    converted = comparison.converted
    quantity = to_four_digits(converted, claim) if converted else item
    alike = comparison.outcome is not Outcome.DIFFERENT and told(quantity) == told(claim)
    relation = "Agrees" if alike and why is Rule.ROUNDED else GROUNDS[why]
    both = f"{told(quantity)} in both" if alike else _beside(quantity, claim, why)
    text = f"{relation}: {both}"
    return f"{text}; {_conversion(item, rate)}" if converted and rate else text


def _beside(item: Quantity, claim: Quantity, why: Rule) -> str:
    """Write both figures, and what they stand for where that parts them."""
    if why is not Rule.APART:
        return f"{told(item)} here, {told(claim)} in the claim"
    return (
        f"{told(item)} here stands for {interval(item)}, "
        f"{told(claim)} in the claim for {interval(claim)}"
    )


def _conversion(item: Quantity, rate: Rate) -> str:
    value = plain_number(rate.value)
    day = days.calendar_day(rate.on)
    return f"{told(item)} at {value} {rate.quote} for 1 {rate.base}, the rate of {day}"


def _obstacle(why: Obstacle, entities: Mapping[str, Entity]) -> str:
    if why.part is Part.UNIT and AMBIGUOUS_YEN in (why.claim, why.item):
        return "“¥” may stand for yuan or yen"
    name = PARTS[why.part]
    if _is_unknown(why.item):
        return f"its {name} is not known"
    if _is_unknown(why.claim):
        return f"the claim’s {name} is not known"
    ours, theirs = (_value(why.part, side, entities) for side in (why.claim, why.item))
    if theirs is None:
        return f"it names no {name}, the claim’s is {ours}"
    if ours is None:
        return f"its {name} is {theirs}, the claim names none"
    return f"its {name} is {theirs}, the claim’s {ours}"


def _is_unknown(side: str | Period | None) -> bool:
    if isinstance(side, Period):
        return side.is_unknown
    return side is not None and " ".join(side.casefold().split()) == UNKNOWN


def _value(part: Part, side: str | Period | None, entities: Mapping[str, Entity]) -> str | None:
    """Write what one side says of a part; None where it says nothing."""
    if isinstance(side, Period):
        return days.period(side)
    if side is None or part in (Part.MEASURE, Part.SCOPE):
        return f"“{side}”" if side else None
    if part is Part.ENTITY:
        return entities[side].name if side in entities else side
    return {Part.BASIS: BASES, Part.PER: AMOUNTS, Part.UNIT: _UNITS}[part].get(side, side)
