"""Read what is written right before a number, and what names the country after its sum.

Signs and codes of currencies appear in tables; a code that is also another word is marked.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final, NamedTuple, cast

from briefing.figures.numbers.spellings import before, before_pattern, other_codes, units
from briefing.language import common, longest_first, table, words_of
from briefing.language.numerals import scales
from briefing.model.figures import QuantityKind, Sign
from briefing.patterns import compiled

_PREFIX_REACH: Final = 8
_SCALED_REACH: Final = 24
_GLUE: Final = frozenset("_#@%&-−–$/")
"""What joins digits to a name, a version, a date or a link when it appears right before them."""
_APART: Final = frozenset(" (\n")
_UNSAID: Final = Sign.UNSAID


class Prefix(NamedTuple):
    """Hold what comes directly before a number."""

    start: int
    """Where sign and currency start."""
    sign: Sign
    unit: str | None
    """What the currency before it says."""
    is_word: bool = False
    """Whether the currency's code is another word too: "PHP 8"."""


class Currencies:
    """Reads the currencies before the numbers of one language."""

    def __init__(self, language: str) -> None:
        self._scales = scales(language)
        self._scale_ends = frozenset(name[-2:].rjust(2) for name in self._scales)
        self._scale_last = frozenset(name[-1] for name in self._scales)
        self._before = before(language)
        self._in_capitals = in_capitals = words_of(common("currencies")["in_capitals"])
        self._last_of_currencies = frozenset(name[-1] for name in self._before) | frozenset(
            name[-1].lower() for name in self._before.keys() - in_capitals
        )
        self._spelled = frozenset(
            case
            for name in self._before
            for case in (name, name.lower(), name.capitalize(), name[:-1] + name[-1].lower())
            if name not in in_capitals or case == name
        )
        self._prefix = compiled(
            rf"(?P<sign>[-−–+])?(?P<currency>(?<![A-Za-z])(?:{before_pattern(language)}))?"
            r"(?P<inner>[-−–])?$",
            re.IGNORECASE,
        )
        self._scaled = compiled(
            rf"(?<![A-Za-z])(?P<currency>(?-i:{before_pattern(language)}))"
            rf"(?P<scale>{longest_first(self._scales)})\s$",
            re.IGNORECASE,
        )
        self._scale_before = compiled(
            rf"(?<!\w)(?P<scale>{longest_first(self._scales)})\s$", re.IGNORECASE
        )
        dollar = f" {table(language, 'currencies')['sign_of_many']}"
        self._countries = {
            name.removesuffix(dollar): unit.name
            for name, unit in units(language).items()
            if name.endswith(dollar) and unit.kind is QuantityKind.MONEY
        }
        self._whose = compiled(
            rf"\s\(?({longest_first(self._countries)})(?:\)|(?=[.,;:)]|$|\s(?:[a-z]{{1,4}})(?!\w)))",
            re.IGNORECASE,
        )

    def prefix(self, text: str, floor: int, at: int) -> Prefix | None:
        """Read sign and currency before the digits at `at`; None where the digits are of a name."""
        near = text[at - 1] if at > floor else "("
        if near in "([" or (near in " \n" and not self._may_hold_currency(text, floor, at - 1)):
            return Prefix(at, _UNSAID, None)
        if near == ",":  # ends no sign and no currency, but may part the digits of a number
            return None if text[at - 2 : at - 1].isalnum() else Prefix(at, _UNSAID, None)
        code = self._before.get(near)
        if code and at - 1 > floor and (text[at - 2] in _APART or _lost_blank(text, at)):
            return Prefix(at - 1, _UNSAID, code)  # "for $5", the commonest
        reach = max(floor, at - _PREFIX_REACH)
        match = cast("re.Match[str]", self._prefix.search(text, reach, at))
        sign, spelling, inner = match.groups()
        start, is_word = match.start(), False
        if spelling:
            code = spelling.strip()
            is_word = code in other_codes()
            if (code.upper() in self._in_capitals and not code.isupper()) or (
                is_word and code == spelling
            ):
                return None if text[at - 1].isalpha() else Prefix(at, _UNSAID, None)
        border = text[start - 1 : start] if start else ""
        glued = border.isalnum() or border in _GLUE
        if (
            border
            and glued
            and (not spelling or border in "#@%" or _is_letter_of(border, spelling))
        ):
            return None
        if border and glued and sign:  # "F-$5": the hyphen belongs to the word before
            return Prefix(start + 1, _UNSAID, self.currency(spelling))
        if border and border in ".,:" and not spelling and text[start - 2 : start - 1].isalnum():
            return None
        dash = sign or inner
        told = Sign.PLUS if dash == "+" else Sign.MINUS if dash else _UNSAID
        return Prefix(start, told, self.currency(spelling), is_word)

    def scaled_prefix(self, text: str, floor: int, at: int) -> tuple[Prefix, Decimal] | None:
        """Read currency and scale before the digits at `at`: "USD million 130"."""
        if text[at - 3 : at - 1].lower() not in self._scale_ends:
            return None
        match = self._scaled.search(text, max(floor, at - _SCALED_REACH), at)
        if match is None:
            return None
        prefix = Prefix(match.start(), _UNSAID, self.currency(match["currency"]))
        return prefix, self._scales[match["scale"].lower()]

    def scale_before(self, text: str, floor: int, at: int) -> Decimal | None:
        """Read a scale before the currency that starts at `at`: German "Mrd. EUR 2,7"."""
        if text[at - 2 : at - 1].lower() not in self._scale_last:
            return None
        match = self._scale_before.search(text, max(floor, at - _SCALED_REACH), at)
        return self._scales[match["scale"].lower()] if match else None

    def country(self, text: str, at: int) -> tuple[str | None, int]:
        """Read whose dollars a sum that ends at `at` is of: "Canadian"; nothing, and `at`, where unsaid."""
        near = text[at : at + 3]
        match = self._whose.match(text, at) if near[-2:].strip(" (").istitle() else None
        return (self._countries[match[1].lower()], match.end()) if match else (None, at)

    def _may_hold_currency(self, text: str, floor: int, at: int) -> bool:
        """Tell whether a sign or code may end at `at`, before the blank that precedes a number."""
        if at <= floor:
            return False
        last = text[at - 1]
        if last not in self._last_of_currencies:
            return False
        return not last.isalpha() or text[max(floor, at - 3) : at].lstrip("( ") in self._spelled

    def currency(self, spelling: str | None) -> str | None:
        """Give the code of a sign or code before a number."""
        return self._before[spelling.strip().upper()] if spelling else None


def _is_letter_of(border: str, spelling: str) -> bool:
    """Tell whether a letter before a sign makes another of it: "T€ 500", "Z$ 5"."""
    return border.isalpha() and not spelling[0].isalnum()


def _lost_blank(text: str, at: int) -> bool:
    """Tell whether the word before a sign right before `at` lost its blank: "sales$93.4 million"."""
    word = text[max(0, at - 4) : at - 1]
    return len(word) == 3 and word.isalpha() and word.islower()
