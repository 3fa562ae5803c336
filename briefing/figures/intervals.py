"""Keep the arithmetic of rounding intervals: what a written number stands for, and how two overlap."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from briefing.model.figures import Hedge, Quantity, Sign

_HALF = Decimal("0.5")
_TWENTIETH = Decimal("0.05")
_PLAIN = (Hedge.PLAIN, Hedge.ABOUT)
_MINUS = Sign.MINUS


class Interval(NamedTuple):
    """Hold the ends of an interval, both included; None where it is open."""

    low: Decimal | None
    high: Decimal | None

    @property
    def is_point(self) -> bool:
        """Tell whether a single value lies in it."""
        return self.low is not None and self.low == self.high


class Magnitude(NamedTuple):
    """Hold the size that words state, without its sign: two ends, each with its grain."""

    least: Decimal
    most: Decimal
    least_grain: Decimal
    most_grain: Decimal


def stated(size: Magnitude, hedge: Hedge, sign: Sign, *, exact: bool) -> Interval:
    """Give the interval that a size stands for: half a unit of the last written digit to both sides.

    What is `exact` is a point. Bounds are left as written and open on their other side; they speak of the size, so that "fell
    by up to 97%" reaches from -97 upwards.
    """
    low: Decimal | None
    high: Decimal | None
    if hedge in (Hedge.AT_LEAST, Hedge.MORE_THAN):
        low, high = size.least, None
    elif hedge in (Hedge.AT_MOST, Hedge.LESS_THAN):
        low, high = None, size.most
    elif exact:
        low, high = size.least, size.most
    else:
        low, high = size.least - size.least_grain * _HALF, size.most + size.most_grain * _HALF
    if sign is Sign.MINUS:
        low, high = None if high is None else -high, None if low is None else -low
    return Interval(low, high)


def plain(quantity: Quantity) -> Interval:
    """Give the interval of a quantity."""
    return Interval(quantity.low, quantity.high)


def widened(quantity: Quantity) -> Interval:
    """Give the interval of a quantity with twice the half unit, the room that "about" leaves.

    Each end of a range has its own: "about $500 million to $1 billion" reaches down a million. The
    noughts that end a single number are no digits of it: "about 700" reaches as far as what rounds to it.
    """
    low, high = quantity.low, quantity.high
    if quantity.hedge is not Hedge.ABOUT or low is None or high is None:
        return plain(quantity)
    first, last, grain = quantity.first, quantity.last, quantity.grain
    is_exact = (low, high) == (first, last)
    if is_exact or not quantity.is_range:
        room = grain if quantity.is_range else max(grain, _room(first))
        return Interval(first - room, last + room)
    return Interval(low - (first - low), high + (high - last))


def rounds_up(about: Quantity, exact: Quantity) -> bool:
    """Tell whether `about` is what one says for `exact`, which falls short of it: "nearly 700" for 694."""
    number, most = abs(exact.first), abs(about.first)
    if about.hedge is not Hedge.ABOUT or exact.hedge is not Hedge.PLAIN or about.is_range:
        return False
    return about.first * exact.first > 0 and most - _room(most) <= number <= most


def _room(number: Decimal) -> Decimal:
    """Give half a unit of the last digit of a number that is no nought, within a twentieth of it."""
    exponent = number.normalize().as_tuple().exponent
    if not isinstance(exponent, int):
        return Decimal(0)
    return min(_HALF.scaleb(exponent), abs(number) * _TWENTIETH)


def shared(one: Interval, other: Interval) -> bool:
    """Tell whether two intervals share more than a point; an exact value must lie within the other."""
    low, high = _overlap(one, other)
    if low is None or high is None or low < high:
        return True
    if low > high:
        return False
    if one.is_point and other.is_point:
        return True
    return (one.is_point and low not in other) or (other.is_point and low not in one)


def meet(one: Interval, other: Interval) -> bool:
    """Tell whether two intervals overlap: more than touch, or hold an exact value at all."""
    low, high = _overlap(one, other)
    if low is None or high is None or low < high:
        return True
    return low == high and (one.is_point or other.is_point)


def inside(inner: Interval, outer: Interval) -> bool:
    """Tell whether one interval lies wholly in another."""
    low_fits = outer.low is None or (inner.low is not None and inner.low >= outer.low)
    high_fits = outer.high is None or (inner.high is not None and inner.high <= outer.high)
    return low_fits and high_fits


def _overlap(one: Interval, other: Interval) -> Interval:
    lows = [low for low in (one.low, other.low) if low is not None]
    highs = [high for high in (one.high, other.high) if high is not None]
    return Interval(max(lows, default=None), min(highs, default=None))
