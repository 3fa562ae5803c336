"""Read the figures that prose states: money, shares, multiples, counts, with their bounds and signs.

No library passed the trial for this, so it is the project's own. One pattern finds every number,
written in digits or words; tables and a bounded look to its left and right decide what it measures,
or that it is a name (`GPT-4`), a year, a version or a footnote mark and no figure at all. The work
grows with the length of the text and with nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from briefing.figures import grammar, numerals
from briefing.figures.context import after, before, direction
from briefing.figures.grammar import Suffix, Unit
from briefing.figures.intervals import Magnitude, stated
from briefing.figures.naming import counts_nothing, is_year
from briefing.figures.nouns import COUNTED, TIMES, counted
from briefing.model.figures import AMBIGUOUS_YEN, Hedge, Kind, Quantity, Sign

_FOLDED: Final = str.maketrans("０１２３４５６７８９．，％＄￥＋－～", "0123456789.,%$¥+-~")
_WIDE: Final = re.compile("[０-９．，％＄￥＋－～]")
_SIGNED_BY_WORDS: Final = frozenset({Kind.PERCENT, Kind.POINTS, Kind.MONEY})
_LINKING: Final = frozenset(" -–—−‑~\n\xa0")
_ONE: Final = Decimal(1)


def read(text: str, yen: str | None = None) -> tuple[Quantity, ...]:
    """Give the quantities that a text states, in order and apart from each other.

    `yen` is the currency code that a bare yen sign stands for in this text (`CNY`, `JPY`); without
    it such a sum has the unit `¥`. Offsets are code points of `text`, from 0, ends exclusive.
    """
    folded = text if text.isascii() or not _WIDE.search(text) else text.translate(_FOLDED)
    found: list[Quantity] = []
    floor = 0
    for at, number in _numbers(folded):
        if at < floor:
            continue
        read_here = _number(folded, floor, at, number, yen)
        quantity = read_here and _quantity(text, folded, floor, read_here)
        if quantity:
            found.append(quantity)
            floor = quantity.end
    extra = [*_streaks(text, folded), *_multiplied(text, folded)]
    if extra:
        found = sorted([*found, *extra], key=lambda quantity: quantity.start)
    return tuple(found)


def _numbers(text: str) -> list[tuple[int, str]]:
    """Give every number with its place, in order: in digits, and in words."""
    digits = [(match.start(), match[0]) for match in grammar.DIGITS.finditer(text)]
    words = [(match.start(), match[0]) for match in grammar.WORDS.finditer(text)]
    return sorted([*digits, *words]) if words else digits


class _End(NamedTuple):
    """Hold one written number: both ends of a range are read alike."""

    value: Decimal
    grain: Decimal
    unit: Unit | None
    """From the currency before it or the unit after it."""
    suffix: Suffix
    spelled: bool

    def _factor(self, scale: Decimal | None) -> Decimal:
        size = self.suffix.scale or scale or _ONE
        return size * self.unit.factor if self.unit else size

    def scaled(self, scale: Decimal | None = None) -> Decimal:
        return self.value * self._factor(scale)

    def scaled_grain(self, scale: Decimal | None = None) -> Decimal:
        return self.grain * self._factor(scale)


class _Number(NamedTuple):
    """Hold a number, or a range of two, with its unit."""

    size: Magnitude
    kind: Kind
    unit: str
    is_range: bool
    sign: Sign
    more: bool
    """Whether a plus follows."""
    named: str
    """The number as written where it might be a name, else nothing."""
    start: int
    end: int


def _number(text: str, floor: int, at: int, number: str, yen: str | None) -> _Number | None:
    """Read number, unit and range at a number's place; None where it is no figure."""
    start, sign, currency = at, Sign.UNSAID, None
    if number[0].isdigit():
        prefix = grammar.prefix(text, floor, at)
        if prefix is None:
            return None
        start, sign, currency = prefix
    first = _end(text, number, at + len(number), currency)
    if first is None or grammar.is_inside(text, first.suffix.end):
        return None
    last = _range_end(text, floor, start, first)
    closing = last or first
    scale = closing.suffix.scale if first.value <= closing.value else None
    named = "" if closing.suffix.scale else number
    unit = closing.unit or first.unit
    end = closing.suffix.end
    exact = False
    if unit is not None:
        named = ""
    else:
        noun = counted(text, end)
        if noun is None or (closing.suffix.touching and noun.unit == COUNTED["model"]):
            return None
        unit = Unit(Kind.DURATION if noun.is_time else Kind.COUNT, noun.unit)
        end = noun.end
        exact = closing.suffix.scale is None and min(first.grain, closing.grain) == 1
    size = Magnitude(
        first.scaled(scale),
        closing.scaled(),
        first.scaled_grain(scale),
        closing.scaled_grain(),
        exact,
    )
    name = yen if yen and unit.name == AMBIGUOUS_YEN else unit.name
    more = first.suffix.more or closing.suffix.more
    return _Number(size, unit.kind, name, last is not None, sign, more, named, start, end)


def _end(text: str, number: str, at: int, currency: str | None) -> _End | None:
    written = numerals.written(number)
    if written is None:
        return None
    suffix = grammar.suffix(text, at, written.value)
    unit = suffix.unit
    if currency and (unit is None or unit.kind is not Kind.MONEY or currency != AMBIGUOUS_YEN):
        if unit is not None and unit.kind is not Kind.MONEY:
            suffix = suffix._replace(end=suffix.bare_end)
        unit = Unit(Kind.MONEY, currency)
    return _End(written.value, written.grain, unit, suffix, number[0].isalpha())


def _range_end(text: str, floor: int, start: int, first: _End) -> _End | None:
    """Read the second number of "91-93", "5% to 7%", "between 5 and 7"; None where there is none."""
    if text[first.suffix.end : first.suffix.end + 1] not in _LINKING:
        return None
    link = grammar.LINK.match(text, first.suffix.end)
    if link is None:
        return None
    joint = link["link"].strip().lower()
    lead = text[max(floor, start - grammar.LEAD_REACH) : start].lower()
    if (
        (joint == "and" and not lead.endswith("between "))
        or (joint == "to" and lead.endswith("from ") and not grammar.RANGING.search(lead))
        or (joint == "or" and not first.spelled)
    ):
        return None
    last = _end(text, link["number"], link.end(), grammar.currency(link["currency"]))
    if last is None:
        return None
    if last.unit:
        if first.unit and first.unit.name != last.unit.name:
            return None
    elif first.suffix.unit:
        return None
    if not last.unit and is_year(link["number"]):
        return None
    scale = last.suffix.scale if first.value <= last.value else None
    return last if first.scaled(scale) <= last.scaled() else None


def _quantity(text: str, folded: str, floor: int, number: _Number) -> Quantity | None:
    """Add what the words around a number say; None where they make it a name."""
    left = before(folded, floor, number.start)
    is_time = number.kind is Kind.DURATION
    if (
        number.named
        and not number.more
        and counts_nothing(folded, number.named, number.start, left, is_time=is_time)
    ):
        return None
    hedge, start, end = left.hedge, left.start, number.end
    if is_time and left.phrase == "over":
        hedge, start = Hedge.PLAIN, number.start
    if number.is_range and left.words[-1:] == ["between"]:
        start = folded.lower().rfind("between", floor, start)
    if number.more:
        hedge = Hedge.MORE_THAN
    elif hedge is Hedge.PLAIN:
        hedge, end = after(folded, end)
    sign = number.sign
    if sign is Sign.UNSAID and number.kind in _SIGNED_BY_WORDS:
        sign = direction(folded, left, end)
    low, high = stated(number.size, hedge, sign)
    least, most = number.size.least, number.size.most
    first, last = (-most, -least) if sign is Sign.MINUS else (least, most)
    return Quantity(
        text=text[start:end],
        start=start,
        end=end,
        kind=number.kind,
        unit=number.unit,
        first=first,
        last=last,
        low=low,
        high=high,
        grain=max(number.size.least_grain, number.size.most_grain),
        hedge=hedge,
        sign=sign,
        is_range=number.is_range,
    )


def _streaks(text: str, folded: str) -> Iterator[Quantity]:
    """Read "sixth consecutive quarter", which counts as six consecutive quarters do."""
    if not grammar.STREAK_HINT.search(folded):
        return
    for match in grammar.STREAK.finditer(folded):
        place = match["digits"] or numerals.ORDINALS[match["word"].lower()]
        noun = (match["noun"] or match["unit"]).lower()
        unit = TIMES.get(noun) or COUNTED.get(noun)
        if unit is not None:
            value = Decimal(place)
            yield _exact(text, match, Kind.ORDINAL, f"consecutive {unit}", value)


def _multiplied(text: str, folded: str) -> Iterator[Quantity]:
    """Read "doubled" and its like as multiples."""
    if not grammar.MULTIPLIED_HINT.search(folded):
        return
    for match in grammar.MULTIPLIED.finditer(folded):
        value = Decimal(2 + (match.lastindex or 1) - 1)
        yield _exact(text, match, Kind.MULTIPLE, "x", value)


def _exact(text: str, match: re.Match[str], kind: Kind, unit: str, value: Decimal) -> Quantity:
    return Quantity(
        text=text[match.start() : match.end()],
        start=match.start(),
        end=match.end(),
        kind=kind,
        unit=unit,
        first=value,
        last=value,
        low=value,
        high=value,
        grain=_ONE,
    )
