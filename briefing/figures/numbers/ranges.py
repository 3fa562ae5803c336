"""Read two numbers beside each other as a range, where the words of the language make them one.

"5% to 7%" is one; "in 2023 to $3.2 billion", "the Model 3 to $38,990", "rose by $400 million to $2.9
billion" and "gave $500 to 2,000 customers" are not.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from briefing.figures.intervals import Magnitude
from briefing.figures.numbers.amounts import Amount, Amounts
from briefing.figures.numbers.numerals import has_fraction, numerals
from briefing.figures.numbers.spellings import ONE, before_pattern, counted_unit
from briefing.language import Change, grammar
from briefing.language.numerals import is_year, scale_letters, scale_word
from briefing.model.figures import QuantityKind, Sign
from briefing.patterns import compiled

_DASHES: Final = frozenset("-–—−‑~")
_BLANKS: Final = " \n\xa0\u2009\u202f"
_REACH: Final = 56
"""How far before a range the words that open or forbid it may start."""
_LONGEST_SIGN: Final = 12
_LEVEL_AT_LEAST: Final = 5
"""From so many times the first number on, the second is the level after a change by the first."""
_ALIKE: Final = 10
"""Numbers that share a scale are at most so many times one another."""
_MOST_SHARED: Final = 4
_HUNDRED: Final = 100
_MONEY: Final = QuantityKind.MONEY
_MINUS: Final = Sign.MINUS
_PLUS: Final = Sign.PLUS
_UNSAID: Final = Sign.UNSAID


class Range(NamedTuple):
    """Hold a range: its second number, its size, and its sign where both ends share one.

    A number alone is the range from itself to itself.
    """

    last: Amount
    size: Magnitude
    """Its least is below zero where the range reaches over zero."""
    sign: Sign
    start: int


class _Opening(NamedTuple):
    """Hold what comes before and between the numbers of what may be a range."""

    text: str
    start: int
    """Where the first number, or a word for its sign, starts."""
    words: list[str]
    """What comes before that, in lower case."""
    written: str
    joint: str
    """The dash or word between the numbers, without blanks."""
    number: str
    """The second number as written."""
    has_currency: bool
    """Whether a currency comes before the second number."""
    is_spaced: bool


class Ranges:
    """Reads the ranges of one language."""

    def __init__(self, language: str, amounts: Amounts) -> None:
        self._grammar = spoken = grammar(language)
        self._amounts = amounts
        digits = numerals(language).digits
        self._either = compiled(
            rf"{spoken.EITHER_LINK}(?P<currency>{before_pattern(language)})?(?P<number>{digits})",
            re.IGNORECASE,
        )
        self._shared = compiled(
            rf"(?:{spoken.SHARING_LINK}(?:{before_pattern(language)})?(?P<number>{digits})){{1,{_MOST_SHARED}}}"
            rf"(?={scale_word(language)}|(?:{scale_letters(language)})(?![A-Za-z0-9]))",
            re.IGNORECASE,
        )
        self.may_go_on = spoken.may_link
        self._link = compiled(
            rf"{spoken.RANGE_LINK}(?P<currency>{before_pattern(language)})?"
            rf"(?P<number>{numerals(language).digits}|(?:{spoken.NUMBER_WORDS})(?!\w))",
            re.IGNORECASE,
        )

    def range_at(
        self, text: str, floor: int, start: int, written: str, first: Amount, sign: Sign
    ) -> Range | None:
        """Read "91-93", "5% to 7%", "between 5 and 7" from their first number on; None for no range.

        `start` is where sign and currency of the first number start, `sign` what they say.
        """
        link = self._link.match(text, first.end)
        if link is None:
            return None
        joint = link["link"].strip("-" + _BLANKS).lower() or "-"
        if not self._grammar.opens_range(joint, text[max(floor, start - _REACH) : start].lower()):
            return None
        last = self._last(text, link)
        if last is None or not _alike(first, last):
            return None
        if sign is _UNSAID:
            near = text[max(floor, start - _LONGEST_SIGN) : start].lower()
            length, below = self._grammar.sign_before(near)
            start, sign = start - length, Sign(below)
        opening = _Opening(
            text,
            start,
            text[max(floor, start - _REACH) : start].lower().split(),
            written,
            joint,
            link["number"],
            link["currency"] is not None,
            link["link"] != link["link"].strip(),
        )
        last_sign = _PLUS if link["above"] else _MINUS if link["sign"] else _UNSAID
        if has_fraction(written) or has_fraction(link["number"]):
            first, last = _evened(first, last)
        found = _sized(first, last, sign, last_sign)
        if found is None or not self._opens(opening, first, last):
            return None
        change = _change(first, last)
        in_words = written[0].isalpha()
        if not self._grammar.joins(joint, opening.words, change, in_words=in_words):
            return None
        return Range(last, *found, start)

    def borrowing(self, text: str, start: int, written: str, first: Amount) -> Amount:
        """Give a number the unit of the one it is left for: "from 11 to 13%", "from 20 to 30 stores"."""
        link = self._link.match(text, first.end)
        if link is None or link["currency"] or link["link"].strip().lower() not in self._grammar.TO:
            return first
        if is_year(written) or self._grammar.is_named(text, start):
            return first
        last = self._last(text, link)
        if last is None:
            return first
        unit = last.unit
        if unit is None:
            noun = self._grammar.counted(text, last.end)
            unit = counted_unit(noun.unit, is_time=noun.is_time) if noun else None
        scale = last.suffix.scale if first.value <= last.value else None
        suffix = first.suffix._replace(scale=first.suffix.scale or scale)
        return first._replace(unit=unit, suffix=suffix)

    def tolerance(self, text: str, first: Amount, start: int) -> Range | None:
        """Read "2.5 ± 0.2 million" and "$26 billion, plus or minus 2%" as the range they give."""
        link = self._either.match(text, first.end)
        if link is None:
            return None
        room = self._last(text, link)
        if room is None or room.value < 0:
            return None
        scale = room.suffix.scale if first.suffix.scale is None else None
        middle, grain = first.scaled(scale)
        size, fine = room.scaled(None if room.suffix.scale else first.suffix.scale)
        unit = first.unit or room.unit
        if room.unit is not None and first.unit is not None and room.unit != first.unit:
            if room.unit.name != "%":
                return None
            size, fine = middle * room.value / _HUNDRED, grain
        last = room._replace(unit=unit)
        low, high = middle - size, middle + size
        fine = min(grain, fine)
        return Range(last, Magnitude(low, high, fine, fine), _UNSAID, start)

    def shares_scale(self, text: str, first: Amount) -> Amount | None:
        """Give a sum the scale that it shares with the ones after it: "$2 or $3 billion".

        None where it may be meant as written: "from $900 to $1.2 million".
        """
        match = self._shared.match(text, first.end)
        if match is None or first.suffix.scale is not None or first.unit is None:
            return first
        last = self._amounts.amount(text, match["number"], match.end(), first.unit.name)
        if last is None or last.suffix.scale is None or last.unit != first.unit:
            return first
        if not last.value / _ALIKE <= first.value <= last.value * _ALIKE:
            return first if first.value >= last.suffix.scale else None
        return first._replace(suffix=first.suffix._replace(scale=last.suffix.scale))

    def is_unclear(self, text: str, first: Amount) -> bool:
        """Tell whether the minus of a number may hold for one end or for both: "-1%-2%"."""
        link = self._link.match(text, first.end)
        return link is not None and link["link"].strip() in _DASHES and not link["sign"]

    def _last(self, text: str, link: re.Match[str]) -> Amount | None:
        currency = self._amounts.currencies.currency(link["currency"])
        return self._amounts.amount(text, link["number"], link.end(), currency)

    def _opens(self, opening: _Opening, first: Amount, last: Amount) -> bool:
        """Tell whether the first number can open a range: no year, no name, no other thing."""
        if first.unit is None and opening.has_currency:
            return False
        if opening.joint in _DASHES:
            if opening.is_spaced and opening.joint == "—":
                return False
            if opening.written[0].isalpha() != opening.number[0].isalpha():
                return False
        elif last.is_bare and first.unit and self._grammar.names_a_counted(opening.text, last.end):
            return False  # "gave $500 to 2,000 customers"
        if last.unit is None and is_year(opening.number):
            return False
        if not first.is_bare:
            return True
        if is_year(opening.written) and (
            not (last.is_bare and last.grain == ONE and opening.number[0].isdigit())
            or self._grammar.is_dated(opening.words)
        ):
            return False
        return not self._grammar.is_named(opening.text, opening.start)


def _sized(
    first: Amount, last: Amount, sign: Sign, last_sign: Sign
) -> tuple[Magnitude, Sign] | None:
    """Give size and sign of a range; None where its ends would appear in the wrong order."""
    scale = last.suffix.scale if first.value <= last.value else None
    least, least_grain = first.scaled(scale)
    most, most_grain = last.scaled(None)
    if last_sign is _MINUS:
        if sign is not _MINUS or least < most:
            return None
        return Magnitude(most, least, most_grain, least_grain), _MINUS
    if sign is _MINUS:
        return Magnitude(-least, most, least_grain, most_grain), _UNSAID
    if least > most:
        return None
    return Magnitude(least, most, least_grain, most_grain), sign


def _evened(first: Amount, last: Amount) -> tuple[Amount, Amount]:
    """Read "4-3/4 to 5" as it is meant: the whole number is as fine as the fraction."""
    grain = min(first.grain, last.grain)
    return first._replace(grain=grain), last._replace(grain=grain)


def _alike(first: Amount, last: Amount) -> bool:
    """Tell whether two numbers can share a unit: "5 to 7%" and "$5-7", never "5% to 7"."""
    if last.unit is None:
        return first.suffix.unit is None or first.end == first.suffix.bare_end
    return first.unit is None or (
        first.unit.name == last.unit.name and first.unit.factor == last.unit.factor
    )


def _change(first: Amount, last: Amount) -> Change:
    size, least = last.scaled(None)[0], first.scaled(None)[0]
    other_scale = first.suffix.scale is not None and first.suffix.scale != last.suffix.scale
    return Change(
        is_level=least * _LEVEL_AT_LEAST <= size,
        is_money=last.unit is not None and last.unit.kind is _MONEY,
        is_whole=first.unit is not None or other_scale,
        is_bare=last.is_bare,
    )
