"""Gather the figures of a claim's items into positions: who gives which."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from briefing.model.figures import Outcome
from briefing.model.judged import Position

if TYPE_CHECKING:
    from briefing.model.figures import Figure
    from briefing.model.judged import JudgedItem

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
