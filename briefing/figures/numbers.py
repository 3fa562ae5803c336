"""Find the numbers of a text and read each with its scale, its unit and the range it opens."""

from __future__ import annotations

from decimal import Decimal
from typing import Final, NamedTuple

from briefing.figures import grammar, numerals
from briefing.figures.context import after
from briefing.figures.grammar import Suffix, Unit
from briefing.figures.intervals import Magnitude
from briefing.figures.naming import is_year
from briefing.figures.nouns import COUNTED, Counted, counted
from briefing.figures.wording import MODALS, SIGN_BEFORE
from briefing.model.figures import AMBIGUOUS_YEN, Hedge, Kind, Sign

_ONE: Final = Decimal(1)
_MODELS: Final = COUNTED["model"]
_UNSAID: Final = Sign.UNSAID
_MONEY: Final = Kind.MONEY
_COUNTING: Final = frozenset({Kind.COUNT, Kind.DURATION})
_PLAIN: Final = Hedge.PLAIN
_MORE_THAN: Final = Hedge.MORE_THAN
_FACTOR: Final = "factor of "


class Number(NamedTuple):
    """Hold a number, or a range of two, with its unit, before the words around it are read."""

    size: Magnitude
    kind: Kind
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


class _End(NamedTuple):
    """Hold one written number: both ends of a range are read alike."""

    value: Decimal
    grain: Decimal
    unit: Unit | None
    """From the currency before it or the unit after it."""
    suffix: Suffix
    end: int

    def scaled(self, scale: Decimal | None) -> tuple[Decimal, Decimal]:
        """Give value and grain in the unit; `scale` is the other end's, for want of its own."""
        size = self.suffix.scale or scale
        if self.unit is not None and self.unit.factor is not _ONE:
            size = self.unit.factor * (size or _ONE)
        return (self.value * size, self.grain * size) if size else (self.value, self.grain)


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
    first = _end(text, written, end, currency)
    if first is None or grammar.is_inside(text, first.end):
        return None
    last = _range_end(text, floor, start, written, first)
    if (
        last is None
        and first.unit is None
        and text[max(floor, start - 5) : start].lower() == "from "
    ):
        first = _borrowing(text, first)
    closing = last or first
    scaled = closing.suffix.scale is not None
    unit, end, named = closing.unit or first.unit, closing.end, ""
    more = first.suffix.more or closing.suffix.more
    hedge = _MORE_THAN if more else _PLAIN
    if unit is None:
        named = "" if scaled or more else written
        found = _counted(text, floor, start, closing)
        if found is None:
            return None
        unit, end, told = found
        hedge = told or hedge
    exact = not scaled and unit.kind in _COUNTING and first.grain == closing.grain == _ONE
    size = _size(first, last, exact=exact)
    name = yen if yen and unit.name == AMBIGUOUS_YEN else unit.name
    return Number(size, unit.kind, name, last is not None, sign, hedge, named, start, end)


def _counted(
    text: str, floor: int, start: int, number: _End
) -> tuple[Unit, int, Hedge | None] | None:
    """Give what a number without a unit counts, where that ends, and a hedge on the way to it."""
    if text[max(floor, start - len(_FACTOR)) : start] == _FACTOR:
        return grammar.MULTIPLE, number.end, None
    listed_only = number.suffix.touching
    noun, hedge = counted(text, number.end, listed_only=listed_only), None
    if noun is None:
        hedge, end = after(text, number.end)
        noun = counted(text, end, listed_only=listed_only) if end > number.end else None
    if noun is None or (number.suffix.touching and noun.unit == _MODELS):
        return None
    return _noun_unit(noun), noun.end, hedge


def _noun_unit(noun: Counted) -> Unit:
    return Unit(Kind.DURATION if noun.is_time else Kind.COUNT, noun.unit)


def _borrowing(text: str, first: _End) -> _End:
    """Give a number the unit of the one it is left for: "from 11 to 13%", "from 20 to 30 stores"."""
    link = grammar.LINK.match(text, first.end)
    if link is None or link["link"].strip().lower() != "to":
        return first
    last = _end(text, link["number"], link.end(), grammar.currency(link["currency"]))
    if last is None:
        return first
    unit = last.unit
    if unit is None:
        noun = counted(text, last.end)
        unit = _noun_unit(noun) if noun else None
    scale = last.suffix.scale if first.value <= last.value else None
    suffix = first.suffix._replace(scale=first.suffix.scale or scale)
    return first._replace(unit=unit, suffix=suffix)


def _size(first: _End, last: _End | None, *, exact: bool) -> Magnitude:
    """Give the size of a number or range, scaled."""
    if last is None:
        value, grain = first.scaled(None)
        return Magnitude(value, value, grain, grain, exact)
    scale = last.suffix.scale if first.value <= last.value else None
    least, least_grain = first.scaled(scale)
    most, most_grain = last.scaled(None)
    return Magnitude(least, most, least_grain, most_grain, exact)


def _end(text: str, written: str, at: int, currency: str | None) -> _End | None:
    number = numerals.written(written)
    if number is None:
        return None
    suffix = grammar.suffix(text, at, number.value)
    unit, end = suffix.unit, suffix.end
    if currency is not None:
        is_money = unit is not None and unit.kind is _MONEY
        if not is_money:
            end = suffix.bare_end
        if not (is_money and currency == AMBIGUOUS_YEN):
            unit = Unit(_MONEY, currency, _ONE)
    return _End(number.value, number.grain, unit, suffix, end)


def _range_end(text: str, floor: int, start: int, written: str, first: _End) -> _End | None:
    """Read the second number of "91-93", "5% to 7%", "between 5 and 7"; None where there is none."""
    if text[first.end : first.end + 1] not in grammar.LINKING:
        return None
    link = grammar.LINK.match(text, first.end)
    if link is None:
        return None
    last = _end(text, link["number"], link.end(), grammar.currency(link["currency"]))
    if last is None or not _alike(first, last):
        return None
    if last.unit is None and is_year(link["number"]):
        return None
    size = _size(first, last, exact=False)
    lead = text[max(floor, start - grammar.LEAD_REACH) : start].lower()
    joint = link["link"].strip().lower()
    if size.least > size.most or not _joins(joint, lead, written, complete=first.unit is not None):
        return None
    return last


def _alike(first: _End, last: _End) -> bool:
    """Tell whether two numbers can share a unit: "5 to 7%" and "$5-7", never "5% to 7"."""
    if last.unit is None:
        return first.suffix.unit is None or first.end == first.suffix.bare_end
    return first.unit is None or (
        first.unit.name == last.unit.name and first.unit.factor == last.unit.factor
    )


def _joins(joint: str, lead: str, written: str, *, complete: bool) -> bool:
    """Tell whether the word between two numbers makes them a range."""
    if joint == "and":
        return lead.endswith("between ")
    if joint == "or":
        return written[0].isalpha()
    if joint != "to":
        return True
    words = lead.split()
    if words[-1:] == ["from"]:
        return len(words) > 1 and words[-2].startswith(("rang", "anywhere"))
    if complete and words[-1:] and words[-1] in SIGN_BEFORE:  # "rose $2 billion to $5 billion"
        return len(words) > 1 and words[-2] in MODALS
    return True
