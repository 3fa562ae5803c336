"""Turn a quantity into another unit: by a declared rate of exchange, by the table of units, or by its base."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from briefing.figures.dimensions import ratio
from briefing.figures.intervals import rounds_to
from briefing.model.figures import QuantityKind
from briefing.values import replace

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing.model.content import Rate
    from briefing.model.figures import Figure, Quantity

_ONE = Decimal(1)
_DECLINED = 5
"""How many letters a noun has at least that another case may give one more."""
_NINE, _FIVE, _FREEZING = Decimal(9), Decimal(5), Decimal(32)
_DAY = "days"
_CELSIUS, _FAHRENHEIT = "degrees Celsius", "degrees Fahrenheit"


def converted(quantity: Quantity, like: Quantity, rate: Rate | None) -> Quantity | None:
    """Give a quantity in the unit, and for as many, as another; None where it needs no turning.

    Units that do not convert stay as they are. `rate` is the claim's declared exchange rate.
    """
    turned = (
        _by_rate(quantity, like.unit, rate)
        or _by_table(quantity, like.unit)
        or _by_degrees(quantity, like.unit)
        or quantity
    )
    if turned.per_many != like.per_many and bases_agree(turned.per, like.per):
        turned = replace(_times(turned, like.per_many, turned.per_many), per_many=like.per_many)
    return None if turned is quantity else turned


def bases_agree(one: str | None, other: str | None) -> bool:
    """Tell whether two figures are for the same: the base of "12 per 100,000" may be left unsaid."""
    if one is None or other is None:
        return one is other
    return one == other or not one or not other


def is_declined(one: str, other: str, kind: QuantityKind) -> bool:
    """Tell whether two names of what is counted are one noun in two cases: "Badegäste" and "mit Badegästen"."""
    long = min(len(one), len(other)) >= _DECLINED and kind is QuantityKind.COUNT
    return long and one.removesuffix("n") == other.removesuffix("n")


def _by_rate(quantity: Quantity, unit: str, rate: Rate | None) -> Quantity | None:
    if rate is None or rate.value <= 0 or {quantity.unit, unit} != {rate.base, rate.quote}:
        return None
    if quantity.unit == rate.quote:
        return replace(_times(quantity, _ONE, rate.value), unit=unit)
    return replace(_times(quantity, rate.value, _ONE), unit=unit)


def in_like_units(inputs: Mapping[str, Figure], unit: str) -> Mapping[str, Figure]:
    """Give all inputs that convert in one unit, the result's if that is one: 1.4 GW as 1,400 MW."""
    turned: dict[str, Figure] = {}
    targets = [unit]
    for name, figure in inputs.items():
        own = figure.quantity.unit
        like = next((one for one in targets if one and ratio(own, one)), own)
        targets.append(like)
        turned[name] = replace(figure, quantity=_by_table(figure.quantity, like) or figure.quantity)
    return turned


def _by_table(quantity: Quantity, unit: str) -> Quantity | None:
    times = ratio(quantity.unit, unit)
    if times is None or quantity.unit == unit:
        return None
    return replace(_times(quantity, *times), unit=unit)


def is_rounding(quantity: Quantity, of: Quantity) -> bool:
    """Tell whether a number is another one in its own unit, rounded: 240 km for 150 miles.

    Not so between units of one system, each a power of ten or a span of time, which turn without rounding.
    """
    times = ratio(of.unit, quantity.unit)
    if times is None or quantity.unit == of.unit or _is_of_one_system(*times, of.unit):
        return False
    return rounds_to(of.first * times[0] / times[1], quantity)


def _is_of_one_system(over: Decimal, under: Decimal, unit: str) -> bool:
    is_of_time = ratio(unit, _DAY) is not None
    return is_of_time or (over / under).normalize().as_tuple().digits == (1,)


def is_by_degrees(quantity: Quantity, unit: str) -> bool:
    """Tell whether a temperature is turned into another unit, whose zero is another too.

    A difference of temperatures turns otherwise, and a quantity does not say that it is one.
    """
    return {quantity.unit, unit} == {_CELSIUS, _FAHRENHEIT}


def _by_degrees(quantity: Quantity, unit: str) -> Quantity | None:
    """Turn a temperature, which is 32 degrees Fahrenheit at 0 degrees Celsius."""
    if not is_by_degrees(quantity, unit):
        return None
    if unit == _FAHRENHEIT:
        return replace(_plus(_times(quantity, _NINE, _FIVE), _FREEZING), unit=unit)
    return replace(_times(_plus(quantity, -_FREEZING), _FIVE, _NINE), unit=unit)


def _plus(quantity: Quantity, more: Decimal) -> Quantity:
    return replace(
        quantity,
        first=quantity.first + more,
        last=quantity.last + more,
        low=None if quantity.low is None else quantity.low + more,
        high=None if quantity.high is None else quantity.high + more,
    )


def _times(quantity: Quantity, over: Decimal, under: Decimal) -> Quantity:
    """Multiply all that a quantity holds by `over` and divide it by `under`."""

    def turned(value: Decimal) -> Decimal:
        return value * over / under

    return replace(
        quantity,
        first=turned(quantity.first),
        last=turned(quantity.last),
        low=None if quantity.low is None else turned(quantity.low),
        high=None if quantity.high is None else turned(quantity.high),
        grain=turned(quantity.grain),
    )
