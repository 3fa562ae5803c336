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
from typing import Final

from briefing.figures import grammar, numerals
from briefing.figures.context import Before, after, before
from briefing.figures.directions import direction
from briefing.figures.grammar import Unit
from briefing.figures.intervals import Magnitude, stated
from briefing.figures.not_a_count import counts_nothing
from briefing.figures.nouns import COUNTED, TIMES
from briefing.figures.numbers import Number, number_at, numbers
from briefing.model.figures import Hedge, Quantity, QuantityKind, Sign

_FOLDED: Final = str.maketrans("０１２３４５６７８９．，％＄￥＋－～", "0123456789.,%$¥+-~")
_WIDE: Final = re.compile("[０-９．，％＄￥＋－～]")
_ONE: Final = Decimal(1)
_DURATION: Final = QuantityKind.DURATION
_PLAIN: Final = Hedge.PLAIN
_UNSAID: Final = Sign.UNSAID
_MINUS: Final = Sign.MINUS
_SIGNED_BY_WORDS: Final = frozenset({QuantityKind.PERCENT, QuantityKind.POINTS, QuantityKind.MONEY})
_EITHER_WAY: Final = ["or", "minus"]
_BETWEEN: Final = "between"
_ARTICLES: Final = ("a ", "an")


def read(text: str, yen: str | None = None) -> tuple[Quantity, ...]:
    """Give the quantities that a text states, in order and apart from each other.

    `yen` is the currency code that a bare yen sign stands for in this text (`CNY`, `JPY`); without
    it such a sum has the unit `¥`. Offsets are code points of `text`, from 0, ends exclusive.
    """
    folded = text if text.isascii() or not _WIDE.search(text) else text.translate(_FOLDED)
    found: list[Quantity] = []
    floor = 0
    for at, written in numbers(folded):
        if at < floor:
            continue
        number = number_at(folded, floor, at, written, yen)
        if number is None:
            continue
        quantity = _quantity(text, folded, floor, number)
        if quantity is not None:
            found.append(quantity)
            floor = quantity.end
    if grammar.hints_at_more(folded):
        found += [*_streaks(text, folded), *_multiplied(text, folded)]
        found.sort(key=lambda quantity: quantity.start)
    return tuple(found)


def _quantity(text: str, folded: str, floor: int, number: Number) -> Quantity | None:
    """Add what the words around a number say; None where they make it a name."""
    left = before(folded, floor, number.start)
    if left.words[-1:] == ["of"] and folded[number.start : number.start + 2] in _ARTICLES:
        return None  # "a quarter of a million"
    if number.named and number.hedge is _PLAIN:
        span = (number.start, number.end)
        if counts_nothing(folded, number.named, span, left, number.unit):
            return None
    hedge, start, end = left.hedge, left.start, number.end
    if number.kind is _DURATION and left.phrase == "over":
        hedge, start = _PLAIN, number.start
    if number.is_range and left.words[-1:] == [_BETWEEN]:
        start = folded.rfind(_BETWEEN[1:], max(floor, start - len(_BETWEEN) - 2), start) - 1
    if number.hedge is not _PLAIN:
        hedge = number.hedge
    elif hedge is _PLAIN:
        hedge, end = after(folded, end)
    sign = number.sign or _sign_of_words(folded, left, end, number)
    low, high = stated(number.size, hedge, sign)
    least, most = number.size.least, number.size.most
    first, last = (-most, -least) if sign is _MINUS else (least, most)
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


def _sign_of_words(folded: str, left: Before, end: int, number: Number) -> Sign:
    """Read the direction that words give a number, where it has none and needs one."""
    if number.kind not in _SIGNED_BY_WORDS or number.size.least < 0:
        return _UNSAID
    if left.words[-2:] == _EITHER_WAY:
        return _UNSAID
    return direction(folded, left, end, number.kind)


def _streaks(text: str, folded: str) -> Iterator[Quantity]:
    """Read "sixth consecutive quarter", which counts as six consecutive quarters do."""
    for match in grammar.STREAK.finditer(folded):
        place = match["digits"] or numerals.ORDINALS[match["word"].lower()]
        noun = (match["noun"] or match["unit"]).lower()
        unit = TIMES.get(noun) or COUNTED.get(noun)
        if unit is not None:
            value = Decimal(place)
            size = Magnitude(value, value, _ONE, _ONE, exact=True)
            streak = Unit(QuantityKind.ORDINAL, f"consecutive {unit}")
            yield _plain(text, match.span(), size, streak, _PLAIN)


def _multiplied(text: str, folded: str) -> Iterator[Quantity]:
    """Read "doubled" and its like as multiples."""
    for match in grammar.MULTIPLIED.finditer(folded):
        start, end = match.span(match.lastgroup or 0)
        value = Decimal(grammar.MULTIPLIERS[folded[start : start + 5].lower()])
        size = Magnitude(value, value, _ONE, _ONE, exact=False)
        left = before(folded, 0, match.start())
        yield _plain(text, (start, end), size, grammar.MULTIPLE, left.hedge)


def _plain(text: str, span: tuple[int, int], size: Magnitude, unit: Unit, hedge: Hedge) -> Quantity:
    start, end = span
    low, high = stated(size, hedge, _UNSAID)
    return Quantity(
        text=text[start:end],
        start=start,
        end=end,
        kind=unit.kind,
        unit=unit.name,
        first=size.least,
        last=size.most,
        low=low,
        high=high,
        grain=size.most_grain,
        hedge=hedge,
    )
