"""Gather the figures of a claim's items into positions: who gives which."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from briefing.model.figures import Outcome
from briefing.model.judged import Position, Spread, Stance

if TYPE_CHECKING:
    from briefing.model.figures import Figure, Quantity
    from briefing.model.judged import JudgedItem

_TWO = 2
_PERCENTAGES = ("%", "percentage points")
_Key = tuple[str, Decimal | None, Decimal | None, str]


def positions(items: tuple[JudgedItem, ...]) -> tuple[Position, ...]:
    """Group comparable figures that stand for the same interval and take the same stance.

    From the lowest to the highest; an end that is open counts as beyond all others.
    """
    held: dict[_Key, list[int]] = {}
    for index, item in enumerate(items):
        if item.figure is None or item.comparison is None:
            continue
        if item.comparison.outcome is Outcome.NOT_COMPARABLE:
            continue
        quantity = item.figure.quantity
        key = (quantity.unit, quantity.low, quantity.high, item.stance.value)
        held.setdefault(key, []).append(index)
    found = [
        Position(
            figure=figure,
            items=tuple(indices),
            voices=tuple(sorted({items[index].voice for index in indices})),
            stance=items[indices[0]].stance,
        )
        for indices in held.values()
        if (figure := items[indices[0]].figure) is not None
    ]
    return tuple(sorted(found, key=_place))


def _place(position: Position) -> tuple[str, Decimal, Decimal]:
    figure: Figure = position.figure
    low, high = figure.quantity.low, figure.quantity.high
    return (
        figure.quantity.unit,
        Decimal("-Infinity") if low is None else low,
        Decimal("Infinity") if high is None else high,
    )


def spread(
    figure: Figure | None, items: tuple[JudgedItem, ...], found: tuple[Position, ...]
) -> Spread | None:
    """Measure the widest distance between two counted positions, in percent of the claim's figure.

    `found` are the positions of `items`. The distance is between the middles of two positions; an
    open one appears at its bound. None where fewer than two positions count.
    """
    if figure is None:
        return None
    middles = [
        _middle(one.figure.quantity)
        for one in found
        if one.stance is not Stance.MENTIONS
        and one.figure.quantity.unit == figure.quantity.unit
        and any(items[index].counted for index in one.items)
    ]
    if len(middles) < _TWO:
        return None
    lowest, highest, own = min(middles), max(middles), abs(_middle(figure.quantity))
    percent = (highest - lowest) / own * 100 if own else None
    points = highest - lowest if figure.quantity.unit in _PERCENTAGES else None
    return Spread(percent, lowest < 0 < highest, points)


def _middle(quantity: Quantity) -> Decimal:
    return (quantity.first + quantity.last) / 2
