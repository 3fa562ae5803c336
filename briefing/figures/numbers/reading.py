"""Read the figures that prose states: money, shares, multiples, counts, with their bounds and signs.

No library passed the trial for this, so it is the project's own. One pattern finds every number,
written in digits or words; tables and a bounded look to its left and right decide what it measures,
or that it is a name (`GPT-4`), a year, a version or a footnote mark and no figure at all. The work
grows with the length of the text and with nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final

from briefing.figures.intervals import Magnitude
from briefing.figures.numbers.amounts import Amount, Amounts
from briefing.figures.numbers.hedges import Before, Hedges
from briefing.figures.numbers.joining import joined
from briefing.figures.numbers.number import Halves, Number, alone, shared, stated
from briefing.figures.numbers.numerals import has_fraction, numerals
from briefing.figures.numbers.points import settled
from briefing.figures.numbers.ranges import Range, Ranges
from briefing.figures.numbers.rates import Rates
from briefing.figures.numbers.signed import SignedNumbers
from briefing.figures.numbers.spellings import MULTIPLE, ONE, Unit, counted_unit
from briefing.language import Share, grammar, known, table
from briefing.language.numerals import is_year
from briefing.language.parting import parted
from briefing.model.figures import AMBIGUOUS_YEN, Hedge, Quantity, QuantityKind, Sign
from briefing.values import replace

_FOLDED: Final = str.maketrans("０１２３４５６７８９．，％＄￥＋－～", "0123456789.,%$¥+-~")
_WIDE: Final = re.compile("[０-９．，％＄￥＋－～]")
_DURATION: Final = QuantityKind.DURATION
_MONEY: Final = QuantityKind.MONEY
_PLAIN: Final = Hedge.PLAIN
_MORE_THAN: Final = Hedge.MORE_THAN
_UNSAID: Final = Sign.UNSAID
_MINUS: Final = Sign.MINUS
_COUNTING: Final = frozenset({QuantityKind.COUNT, _DURATION})
_SIGNED_BY_WORDS: Final = frozenset({QuantityKind.PERCENT, QuantityKind.POINTS, _MONEY})
_SIGNS: Final = {"": _UNSAID, "+": Sign.PLUS, "-": _MINUS}


@lru_cache(maxsize=4096)  # of two texts read, one has just been read for another question
def read(text: str, language: str, yen: str | None = None) -> tuple[Quantity, ...]:
    """Give the quantities that a text states, in order and apart from each other.

    `language` is the BCP 47 tag of the text; nothing is read in one without tables. `yen` is the
    currency code that a bare yen sign stands for in this text (`CNY`, `JPY`); without it such a sum
    has the unit `¥`. Offsets are code points of `text`, from 0, ends exclusive.
    """
    reader = _reader(language)
    if reader is None:
        return ()
    words = parted(text, language)
    if words is None:
        return reader.read(text, yen)
    return tuple(words.out(one) for one in reader.read(words.text, yen))


def is_read(language: str) -> bool:
    """Tell whether a language, a BCP 47 tag, has tables for reading figures."""
    return known(language) is not None


@cache
def _reader(tag: str) -> Reader | None:
    language = known(tag)
    return Reader(language, tag) if language else None


class Reader:
    """Reads the figures of one language, as a tag names it; its tables are compiled once."""

    def __init__(self, language: str, tag: str) -> None:
        self._language = language
        self._tag = tag
        self._grammar = grammar(language)
        self._hedges = Hedges(language)
        amounts = Amounts(language)
        self._signed = SignedNumbers(language, amounts)
        self._rates = Rates(language)
        self._ranges = Ranges(language, amounts)
        self._find = numerals(language).find
        self._halves = Halves(language)
        either = table(language, "ranges")["signs"]["either"]
        self._either = {f"{blank}{word}"[:4] for word in either for blank in (" ", ", ")}

    def read(self, text: str, yen: str | None) -> tuple[Quantity, ...]:
        """Give the quantities that a text states, see `read`."""
        folded = text if text.isascii() or not _WIDE.search(text) else text.translate(_FOLDED)
        signs = settled(folded, self._tag)
        folded = signs.text
        found: list[Quantity] = []
        floor = 0
        for at, written in self._find(folded):
            if at < floor or self._rates.is_base(folded, at):
                continue
            number = self._share_at(folded, at, written) or self._number_at(
                folded, floor, at, written
            )
            if number is None:
                continue
            quantity = self._quantity(text, folded, floor, number)
            if quantity is not None and not signs.settles(quantity):
                floor = quantity.end
                continue
            if quantity is not None:
                quantity = self._rates.added(text, folded, floor, number.unit.per, quantity)
                if yen and quantity.unit == AMBIGUOUS_YEN:
                    quantity = replace(quantity, unit=yen)
                whole = joined(text, found[-1], quantity) if found else None
                if whole is not None:
                    found[-1] = quantity = whole
                else:
                    found.append(quantity)
                floor = quantity.end
        shares = [*self._fractions(text, folded, found)]
        if shares:
            found = sorted([*found, *shares], key=lambda quantity: quantity.start)
        if self._grammar.hints_at_more(folded):
            found += [*self._streaks(text, folded), *self._multiplied(text, folded)]
            found.sort(key=lambda quantity: quantity.start)
        return tuple(found)

    def _number_at(self, text: str, floor: int, at: int, written: str) -> Number | None:
        """Read the number written at `at`; None where it is no figure.

        `floor` is where the figure before it ends: nothing is read on this side of it.
        """
        if (number := self._signed.number_at(text, floor, at, written)) is None:
            return None
        first, start, sign, is_either = number
        if sign is _MINUS and self._ranges.is_unclear(text, first):
            return None
        near = text[first.end : first.end + 4]
        if "±" in near or "+/" in near or near[:4] in self._either:
            both = self._ranges.tolerance(text, first, start)
            if both is not None:
                return self._measured(text, floor, written, first, both, is_range=True)
        both = None
        if self._ranges.may_go_on(text[first.end : first.end + 4]):
            first, both = self._joined(text, floor, start, written, first, sign)
        if both is not None:
            return self._measured(text, floor, written, first, both, is_range=True)
        if first.suffix.scale is None and first.unit is not None and first.unit.kind is _MONEY:
            shared_first = self._ranges.shares_scale(text, first)
            if shared_first is None:
                return None
            first = shared_first
        value, grain = first.scaled(None)
        size = Magnitude(-value if is_either else value, value, grain, grain)
        single = Range(first, size, sign, start)
        return self._measured(text, floor, written, first, single, is_range=is_either)

    def _share_at(self, text: str, at: int, written: str) -> Number | None:
        """Read "one in five" as a share."""
        end = at + len(written)
        if text[end : end + 3] not in self._grammar.SHARING:
            return None
        if has_fraction(written):
            value = numerals(self._language).value(written)
            if value is None or value[0] >= 1 or not self._grammar.is_of_whole(text, end):
                return None
            percent = (value[0] * 100).normalize()
            return shared(Share(at, end, percent, "%", ONE))
        share = self._grammar.share_at(text, at, end)
        return shared(share) if share else None

    def _fractions(self, text: str, folded: str, found: list[Quantity]) -> Iterator[Quantity]:
        """Read "two-thirds of members" where no figure was read in its place."""
        for share in self._grammar.fractions(folded):
            if not any(one.start < share.end and share.start < one.end for one in found):
                quantity = self._quantity(text, folded, 0, shared(share))
                if quantity is not None:
                    yield quantity

    def _measured(
        self, text: str, floor: int, written: str, first: Amount, both: Range, *, is_range: bool
    ) -> Number | None:
        """Tell what a number measures or counts; None where it does neither."""
        closing, size, sign, start = both
        scaled = closing.suffix.scale is not None
        unit, end, named = closing.unit or first.unit, closing.end, ""
        more = first.suffix.more or closing.suffix.more
        hedge = _MORE_THAN if more else _PLAIN
        if unit is None:
            is_said = scaled or more or first.goes_on(written) or (is_range and is_year(written))
            named = "" if is_said else written
            found = self._counted(text, floor, start, closing)
            if found is None:
                return None
            unit, end, told = found
            hedge = told or hedge
        elif unit.kind is _DURATION and not is_range and not scaled:
            named = written
        exact = not scaled and unit.kind in _COUNTING and first.grain == closing.grain == ONE
        number = Number(size, exact, unit, is_range, sign, hedge, named, start, end)
        return self._halves.added(text, number)

    def _joined(
        self, text: str, floor: int, start: int, written: str, first: Amount, sign: Sign
    ) -> tuple[Amount, Range | None]:
        """Give the range that a number opens, or the number with the unit of the one it is left for."""
        both = self._ranges.range_at(text, floor, start, written, first, sign)
        if both or first.unit is not None:
            return first, both
        if self._grammar.borrows(text, floor, start):
            return self._ranges.borrowing(text, start, written, first), None
        return first, None

    def _counted(
        self, text: str, floor: int, start: int, number: Amount
    ) -> tuple[Unit, int, Hedge | None] | None:
        """Give what a number without a unit counts, where that ends, and a hedge on the way to it."""
        if self._grammar.is_factor(text, floor, start):
            return MULTIPLE, number.end, None
        listed_only = number.suffix.touching
        noun, hedge = self._grammar.counted(text, number.end, listed_only=listed_only), None
        if noun is None:
            noun = self._grammar.counted_of(text, number.end)
            if noun is not None:
                return counted_unit(noun.unit, is_time=False), number.end, None
            hedge, end = self._hedges.after(text, number.end)
            if end > number.end:
                noun = self._grammar.counted(text, end, listed_only=listed_only)
        if noun is None and not listed_only and self._rates.is_of_many(text, number.end):
            return counted_unit("", is_time=False), number.end, None
        if noun is None or (listed_only and noun.unit in self._grammar.NAMED_BY_SIZE):
            return None
        return counted_unit(noun.unit, is_time=noun.is_time), noun.end, hedge

    def _quantity(self, text: str, folded: str, floor: int, number: Number) -> Quantity | None:
        """Add what the words around a number say; None where they make it a name."""
        left = self._hedges.before(folded, floor, number.start)
        if self._grammar.is_of_article(left.words, folded, number.start):
            return None  # "a quarter of a million"
        if number.named and number.hedge is _PLAIN and self._counts_nothing(folded, number, left):
            return None
        hedge, start, end = left.hedge, left.start, number.end
        if number.unit.kind is _DURATION and left.phrase in self._hedges.of_no_time:
            hedge, start = _PLAIN, number.start
        if number.is_range:
            start = self._opening(folded, floor, start, left.words)
        if number.hedge is not _PLAIN:
            hedge = number.hedge
        elif hedge is _PLAIN:
            hedge, end = self._hedges.after(folded, end)
        sign = number.sign
        if not sign and number.unit.kind in _SIGNED_BY_WORDS and number.size.least >= 0:
            told = self._sign_of_words(folded, left, end, is_money=number.unit.kind is _MONEY)
            if told is None:
                return None
            sign = told
        return stated(text, start, end, number, hedge, sign)

    def _counts_nothing(self, folded: str, number: Number, left: Before) -> bool:
        return self._grammar.counts_nothing(
            folded,
            number.named,
            (number.start, number.end),
            left.words,
            left.raw,
            number.unit.name,
            hedged=left.hedge is not _PLAIN,
        )

    def _opening(self, folded: str, floor: int, start: int, words: list[str]) -> int:
        """Take in the word that opens a range, such as "between", where it is the last of `words`."""
        word = self._grammar.BETWEEN
        if words[-1:] != [word]:
            return start
        opening = re.compile(re.escape(word), re.IGNORECASE)
        found = opening.search(folded, max(floor, start - len(word) - 2), start)
        return found.start() if found else start

    def _sign_of_words(self, folded: str, left: Before, end: int, *, is_money: bool) -> Sign | None:
        """Read the direction that words give a number that has none; None for one not understood."""
        is_level = left.phrase in self._hedges.levels
        told = self._grammar.direction(
            folded, left.words, left.start, end, is_money=is_money, is_level=is_level
        )
        return None if told is None else _SIGNS[told]

    def _streaks(self, text: str, folded: str) -> Iterator[Quantity]:
        """Read "sixth consecutive quarter", which counts as six consecutive quarters do."""
        for start, end, value, unit in self._grammar.streaks(folded):
            run = Unit(QuantityKind.ORDINAL, unit)
            number = alone(value, run, start, end, exact=True)
            yield stated(text, start, end, number, _PLAIN, _UNSAID)

    def _multiplied(self, text: str, folded: str) -> Iterator[Quantity]:
        """Read "doubled" and its like as multiples."""
        for start, end, value, lead in self._grammar.multiples(folded):
            number = alone(value, MULTIPLE, start, end, exact=False)
            hedge = self._hedges.before(folded, 0, lead).hedge
            yield stated(text, start, end, number, hedge, _UNSAID)
