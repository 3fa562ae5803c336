"""Lay figures out on an axis: where an interval begins and ends, and which round numbers to mark.

Places are hundredths of the axis's width, rounded to two digits and written as SVG takes them:
exact decimals all the way, so that the same figures give the same bytes everywhere.
"""

from __future__ import annotations

from decimal import ROUND_CEILING, Decimal
from typing import TYPE_CHECKING

from briefing.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.model.figures import Quantity

_MARGIN = Decimal("0.06")
"""What is left free beyond the outermost ends, as a share of what lies between them."""
_OPEN = Decimal("0.2")
"""The same, where an interval is open there and its arrow needs room."""
_STEPS = tuple(map(Decimal, ("1", "2", "2.5", "5", "10")))
_PARTS = 4
"""About so many steps make an axis; more labels would touch on a phone."""


@dataclass(frozen=True, slots=True)
class Axis:
    """The numbers at both ends of an axis. It need not hold zero: places are compared, not lengths."""

    first: Decimal
    last: Decimal

    def place(self, value: Decimal) -> str:
        """Return the place of a number, in hundredths of the width from the left."""
        return _written(self._hundredths(value))

    def width(self, low: Decimal, high: Decimal) -> str:
        """Say how wide an interval is, in hundredths: what lies between the places of its ends."""
        return _written(self._hundredths(high) - self._hundredths(low))

    def ticks(self) -> Iterator[Decimal]:
        """Yield the round numbers on the axis, two to five, from the lowest."""
        raw = (self.last - self.first) / _PARTS
        power = Decimal(1).scaleb(raw.adjusted())
        step = next(one * power for one in _STEPS if one * power >= raw)
        tick = (self.first / step).to_integral_value(ROUND_CEILING) * step
        while tick <= self.last:
            yield tick
            tick += step

    def _hundredths(self, value: Decimal) -> Decimal:
        place = (value - self.first) / (self.last - self.first) * 100
        return place.quantize(Decimal("0.01"))


def axis_for(quantities: Sequence[Quantity]) -> Axis:
    """Choose an axis that holds every end of these intervals, with some room around them.

    At least one interval has an end.
    """
    ends = [end for one in quantities for end in (one.low, one.high) if end is not None]
    low, high = min(ends), max(ends)
    between = high - low or abs(high) / 10 or Decimal(1)
    before = _OPEN if any(one.low is None for one in quantities) else _MARGIN
    after = _OPEN if any(one.high is None for one in quantities) else _MARGIN
    return Axis(low - between * before, high + between * after)


def _written(hundredths: Decimal) -> str:
    """Write a number in its shortest form: `12.5`, `0`, never `1E+2` or `-0`."""
    return format(hundredths.normalize(), "f") if hundredths else "0"
