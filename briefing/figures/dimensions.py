"""Tell what units measure, and how many of one make another: by the table of units, exactly."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from briefing.language import common

if TYPE_CHECKING:
    from collections.abc import Mapping


class Measure(NamedTuple):
    """Hold what a unit measures, and how many of the dimension's base it is."""

    dimension: str
    factor: Decimal | None
    """None where the name alone does not decide it: a ton, a month."""


@cache
def measures() -> Mapping[str, Measure]:
    """Return what each unit of the table measures, by its name."""
    return {
        name: Measure(dimension, Decimal(factor) if factor else None)
        for dimension, units in common("units").items()
        for name, factor in units.items()
    }


def ratio(unit: str, other: str) -> tuple[Decimal, Decimal] | None:
    """Give how many of `other` one `unit` is, as a fraction; None where they do not convert.

    A quotient would round: 21 days are 21 × 86,400 / 604,800 weeks, which are exactly 3. One unit is
    always one of itself. Both are names as `Quantity.unit` has them.
    """
    if unit == other:
        return Decimal(1), Decimal(1)
    one, two = measures().get(unit), measures().get(other)
    if one is None or two is None or one.dimension != two.dimension:
        return None
    return (one.factor, two.factor) if one.factor and two.factor else None
