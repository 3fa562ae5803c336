"""Hold a number with its unit while its words are read, and make the quantity that it states."""

from __future__ import annotations

from decimal import Decimal
from typing import Final, NamedTuple

from briefing.figures.intervals import Magnitude
from briefing.figures.intervals import stated as interval_of
from briefing.figures.numbers.spellings import ONE, Unit
from briefing.language import Share, longest_first, table
from briefing.model.figures import Hedge, Quantity, QuantityKind, Sign
from briefing.patterns import compiled

_HALF: Final = Decimal("0.5")
_TENTH: Final = Decimal("0.1")
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


class Halves:
    """Adds the half that words of a language tell behind a number and its unit: "deux ans et demi"."""

    def __init__(self, language: str) -> None:
        halves = table(language, "numbers").get("half_after", ())
        self._pattern = compiled(rf"\s(?:{longest_first(halves)})(?!\w)".replace(" ", r"\s"))
        self._starts = frozenset(half[:1] for half in halves)

    def added(self, text: str, number: Number) -> Number:
        """Give a whole number with the half that follows it in `text`, if one does."""
        end, size = number.end, number.size
        if text[end + 1 : end + 2] not in self._starts:
            return number
        half = self._pattern.match(text, end)
        if half is None or number.is_range or size.least_grain != ONE:
            return number
        size = Magnitude(size.least + _HALF, size.most + _HALF, _TENTH, _TENTH)
        return number._replace(size=size, exact=False, end=half.end())


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
