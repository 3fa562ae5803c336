"""Join two figures that state one: "7 dollars 25 cents", "5 feet 10 inches", "2 hours and 30 minutes"."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from briefing.figures.dimensions import ratio
from briefing.model.figures import Hedge, Quantity, QuantityKind
from briefing.values import replace

_LINKS: Final = frozenset({" ", " and ", ", ", ", and ", " y ", " con "})
_HUNDREDTH: Final = "¢"
"""A hundredth of the currency before it, whichever that is."""
_LONGEST_LINK: Final = 6
_ONE: Final = Decimal(1)


def joined(text: str, first: Quantity, last: Quantity) -> Quantity | None:
    """Give the one quantity that two beside each other state, in the smaller unit; None for two."""
    if last.start - first.end > _LONGEST_LINK or text[first.end : last.start] not in _LINKS:
        return None
    if first.is_range or last.is_range or first.kind is not last.kind or first.grain != _ONE:
        return None
    if last.hedge is not Hedge.PLAIN and last.hedge is not first.hedge:
        return None
    if last.unit == _HUNDREDTH:
        last = _of_currency(last, first.unit)
    times = _times(first, last)
    if times is None or not 0 <= last.first < times:
        return None
    value = first.first * times + (last.first if first.first >= 0 else -last.first)
    low, high = value - (last.first - _low(last)), value + (_high(last) - last.first)
    return replace(
        first,
        text=text[first.start : last.end],
        end=last.end,
        unit=last.unit,
        first=value,
        last=value,
        low=None if first.low is None else low,
        high=None if first.high is None else high,
        grain=last.grain,
    )


def _of_currency(part: Quantity, currency: str) -> Quantity:
    """Give a number of hundredths in the currency that they are of."""
    low, high = _low(part), _high(part)
    first, last, low, high, grain = (
        one.scaleb(-2) for one in (part.first, part.last, low, high, part.grain)
    )
    return replace(part, unit=currency, first=first, last=last, low=low, high=high, grain=grain)


def _times(first: Quantity, last: Quantity) -> Decimal | None:
    """Give how many of the second's units one of the first's is; None where they make no one sum."""
    if first.kind is QuantityKind.MONEY:
        is_part = first.unit == last.unit and last.grain < _ONE
        return _ONE if is_part and last.text[-1:].isalpha() else None
    times = ratio(first.unit, last.unit)
    return times[0] / times[1] if times is not None and times[0] > times[1] else None


def _low(quantity: Quantity) -> Decimal:
    return quantity.first if quantity.low is None else quantity.low


def _high(quantity: Quantity) -> Decimal:
    return quantity.first if quantity.high is None else quantity.high
