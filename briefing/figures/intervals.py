"""Keep the arithmetic of rounding intervals: what a written number stands for, and how two overlap."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from briefing.model.figures import Hedge, Quantity, QuantityKind, Sign

_HALF = Decimal("0.5")
_MINUS = Sign.MINUS
_ROOM = Decimal("0.05")
"""How far from a round number "about" may reach at most, as a part of its size."""
_ROUNDED = Decimal("0.02")
"""How far from a round number a value in another unit lies at most that it is the rounding of."""
_CLOSE = Decimal("0.03")
"""How far from a round number a value lies at most that "about" certainly fits."""


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
    """Give the interval of a quantity; "nearly" leaves nothing beyond the number."""
    low, high = quantity.low, quantity.high
    if quantity.hedge is Hedge.NEARLY and not quantity.is_range:
        return _short_of(quantity, Interval(low, high))
    return Interval(low, high)


def widened(quantity: Quantity) -> Interval:
    """Give the interval of a quantity with twice the half unit, the room that "about" leaves.

    Each end of a range has its own: "about $500 million to $1 billion" reaches down a million. A round
    number counts by its last digit that is not zero, up to a twentieth of it, and a fraction in words
    up to a tenth: "about 700", "nearly half".
    """
    low, high = quantity.low, quantity.high
    if not quantity.hedge.is_loose or low is None or high is None:
        return plain(quantity)
    first, last, grain = quantity.first, quantity.last, quantity.grain
    is_exact = (low, high) == (first, last)
    if quantity.is_range and not is_exact:
        return Interval(low - (first - low), high + (high - last))
    if not quantity.is_range:
        grain = max(grain, _reach(quantity, _ROOM, _ROOM * 2))
    return Interval(first - grain, last + grain)


def is_close(claim: Quantity, item: Quantity) -> bool:
    """Tell whether a plain number is one that a claim's "about" or "nearly" certainly fits.

    It lies within three hundredths of the claim's round number, or a twentieth below "nearly" or beside a fraction in words.
    """
    if not claim.hedge.is_loose or item.hedge is not Hedge.PLAIN or claim.is_range or item.is_range:
        return False
    room = _reach(claim, _ROOM if claim.hedge is Hedge.NEARLY else _CLOSE, _ROOM)
    near = _short_of(claim, Interval(claim.first - room, claim.last + room))
    is_it = claim.hedge is Hedge.NEARLY and item.first == claim.first
    return not is_it and inside(Interval(item.first, item.last), near)


def rounds_to(value: Decimal, quantity: Quantity) -> bool:
    """Tell whether a value rounds to a plain number, whose zeros at the end may stand for other digits.

    It never lies more than two hundredths of the number away.
    """
    if quantity.hedge is not Hedge.PLAIN or quantity.is_range:
        return False
    return abs(value - quantity.first) <= _reach(quantity, _ROUNDED, _ROUNDED)


def _reach(quantity: Quantity, most: Decimal, of_words: Decimal) -> Decimal:
    """Give how far a number may be from what is meant: by its zeros at the end, at most a part of it."""
    size = abs(quantity.first)
    is_spelled = not any(one.isdigit() for one in quantity.text)
    if is_spelled and quantity.kind is QuantityKind.PERCENT:
        return size * of_words
    exponent = size.normalize().as_tuple().exponent
    return min(Decimal(1).scaleb(int(exponent)) * _HALF, size * most) if size else size


def _short_of(quantity: Quantity, interval: Interval) -> Interval:
    """Cut an interval off at the number that "nearly" does not reach."""
    if quantity.hedge is not Hedge.NEARLY:
        return interval
    if quantity.first < 0:
        return Interval(quantity.first, interval.high)
    return Interval(interval.low, quantity.last)


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
