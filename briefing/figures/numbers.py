"""Find the numbers of a text and read each with its scale, its unit and the range it opens."""

from __future__ import annotations

from decimal import Decimal
from typing import Final, NamedTuple

from briefing.figures import grammar
from briefing.figures.amounts import Amount, amount
from briefing.figures.context import after
from briefing.figures.grammar import Unit
from briefing.figures.intervals import Magnitude
from briefing.figures.not_a_count import is_year
from briefing.figures.nouns import COUNTED, counted, counted_of
from briefing.figures.ranges import Range, borrowing, is_unclear, may_go_on, range_at
from briefing.model.figures import AMBIGUOUS_YEN, Hedge, QuantityKind, Sign

_ONE: Final = Decimal(1)
_MODELS: Final = COUNTED["model"]
_UNSAID: Final = Sign.UNSAID
_MINUS: Final = Sign.MINUS
_COUNTING: Final = frozenset({QuantityKind.COUNT, QuantityKind.DURATION})
_PLAIN: Final = Hedge.PLAIN
_MORE_THAN: Final = Hedge.MORE_THAN
_FROM: Final = "from "
_CHANGING: Final = (_FROM, " by ")
_OF: Final = " of "
_FACTOR: Final = "factor of "


class Number(NamedTuple):
    """Hold a number, or a range of two, with its unit, before the words around it are read."""

    size: Magnitude
    kind: QuantityKind
    unit: str
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


def numbers(text: str) -> list[tuple[int, str]]:
    """Give every number with its place, in order: in digits, and in words."""
    digits = [(match.start(), match[0]) for match in grammar.DIGITS.finditer(text)]
    words = [(match.start(), match[0]) for match in grammar.WORDS.finditer(text)]
    return sorted([*digits, *words]) if words else digits


def number_at(text: str, floor: int, at: int, written: str, yen: str | None) -> Number | None:
    """Read the number written at `at`; None where it is no figure.

    `floor` is where the figure before it ends: nothing is read on this side of it.
    """
    end, start, sign, currency = at + len(written), at, _UNSAID, None
    if written[0].isdigit():
        if text[at - 1 : at] == "." and at > floor and not text[at - 2 : at - 1].isalnum():
            if not written.isdigit():
                return None
            at, written = at - 1, f"0.{written}"
        prefix = grammar.prefix(text, floor, at)
        if prefix is None:
            return None
        start, sign, currency = prefix
    first = amount(text, written, end, currency)
    if (
        first is None
        or grammar.is_inside(text, first.end)
        or (sign is _MINUS and is_unclear(text, first))
    ):
        return None
    both = None
    if may_go_on(text, first.end):
        first, both = _joined(text, floor, start, written, first, sign)
    closing = both.last if both else first
    scaled = closing.suffix.scale is not None
    unit, end, named = closing.unit or first.unit, closing.end, ""
    more = first.suffix.more or closing.suffix.more
    hedge = _MORE_THAN if more else _PLAIN
    if unit is None:
        named = "" if scaled or more or (both and is_year(written)) else written
        found = _counted(text, floor, start, closing)
        if found is None:
            return None
        unit, end, told = found
        hedge = told or hedge
    exact = not scaled and unit.kind in _COUNTING and first.grain == closing.grain == _ONE
    name = yen if yen and unit.name == AMBIGUOUS_YEN else unit.name
    size = both.size._replace(exact=exact) if both else _size(first, exact=exact)
    if both:
        start, sign = both.start, both.sign
    return Number(size, unit.kind, name, both is not None, sign, hedge, named, start, end)


def _joined(
    text: str, floor: int, start: int, written: str, first: Amount, sign: Sign
) -> tuple[Amount, Range | None]:
    """Give the range that a number opens, or the number with the unit of the one it is left for."""
    both = range_at(text, floor, start, written, first, sign)
    if both or first.unit is not None:
        return first, both
    if text[max(floor, start - len(_FROM)) : start].lower().endswith(_CHANGING):
        return borrowing(text, start, written, first), None
    return first, None


def _counted(
    text: str, floor: int, start: int, number: Amount
) -> tuple[Unit, int, Hedge | None] | None:
    """Give what a number without a unit counts, where that ends, and a hedge on the way to it."""
    if text.endswith(_FACTOR, floor, start):
        return grammar.MULTIPLE, number.end, None
    listed_only = number.suffix.touching
    noun, hedge = counted(text, number.end, listed_only=listed_only), None
    if noun is None and text.startswith(_OF, number.end):
        noun = counted_of(text, number.end)
        if noun is not None:
            return Unit(noun.kind, noun.unit), number.end, None
    if noun is None:
        hedge, end = after(text, number.end)
        noun = counted(text, end, listed_only=listed_only) if end > number.end else None
    if noun is None or (number.suffix.touching and noun.unit == _MODELS):
        return None
    return Unit(noun.kind, noun.unit), noun.end, hedge


def _size(number: Amount, *, exact: bool) -> Magnitude:
    value, grain = number.scaled(None)
    return Magnitude(value, value, grain, grain, exact)
