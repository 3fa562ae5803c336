"""Hold a number with its unit while its words are read, and make the quantity that it states."""

from __future__ import annotations

from decimal import Decimal
from typing import Final, NamedTuple

from briefing.figures.intervals import Magnitude
from briefing.figures.intervals import stated as interval_of
from briefing.figures.numbers.spellings import ONE, Unit
from briefing.language import Share
from briefing.model.figures import Hedge, Quantity, QuantityKind, Sign

_PLAIN: Final = Hedge.PLAIN
_UNSAID: Final = Sign.UNSAID
_MINUS: Final = Sign.MINUS


class Number(NamedTuple):
    """Hold a number, or a range of two, with its unit, before the words around it are read."""

    size: Magnitude
    exact: bool
    """Whether it counts to the last one."""
    unit: Unit
    is_range: bool
    sign: Sign
    """As a sign before it says."""
    hedge: Hedge
    """As what follows the number directly says: a plus, or "or more" before the noun."""
    named: str
    """The number as written where it might be a name, else nothing."""
    start: int
    """Where sign and currency start."""
    end: int


def alone(value: Decimal, unit: Unit, start: int, end: int, *, exact: bool) -> Number:
    """Give a number that words without digits state."""
    return Number(
        size=Magnitude(value, value, ONE, ONE),
        exact=exact,
        unit=unit,
        is_range=False,
        sign=_UNSAID,
        hedge=_PLAIN,
        named="",
        start=start,
        end=end,
    )


def shared(share: Share) -> Number:
    """Give the number that words of a fraction state."""
    kind = QuantityKind.PERCENT if share.unit == "%" else QuantityKind.POINTS
    size = Magnitude(share.value, share.value, share.grain, share.grain)
    number = alone(share.value, Unit(kind, share.unit), share.start, share.end, exact=False)
    return number._replace(size=size)


def stated(text: str, start: int, end: int, number: Number, hedge: Hedge, sign: Sign) -> Quantity:
    """Give what a number states with its hedge and sign, in the words from `start` to `end`."""
    size = number.size
    low, high = interval_of(size, hedge, sign, exact=number.exact)
    is_below = sign is _MINUS
    return Quantity(
        text=text[start:end],
        start=start,
        end=end,
        kind=number.unit.kind,
        unit=number.unit.name,
        first=-size.most if is_below else size.least,
        last=-size.least if is_below else size.most,
        low=low,
        high=high,
        grain=max(size.least_grain, size.most_grain),
        hedge=hedge,
        sign=sign,
        is_range=number.is_range,
    )
