"""Find the written numbers of a text, in digits and in words, and turn them into exact decimals."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from briefing.language import grammar, table
from briefing.language.numerals import digits

_MOST_DIGITS = 24
_THOUSANDS = 3
"""How many digits each group but the first has."""
_ONE = Decimal(1)


@cache
def numerals(language: str) -> Numerals:
    """Return what reads the numbers of a language that has tables."""
    return Numerals(language)


class Numerals:
    """Reads the numbers of one language."""

    def __init__(self, language: str) -> None:
        held, spoken = table(language, "numbers"), grammar(language)
        self.digits = digits(language)
        """A pattern of digits, whole or with decimals."""
        self._digits = re.compile(self.digits)
        self._words = spoken.NUMBERS
        self._number_of = spoken.number_of
        self._point: str = held["decimal"]
        self._unparted = str.maketrans(self._point, ".", held["thousands"])

    def find(self, text: str) -> list[tuple[int, str]]:
        """Give every number with its place, in order: in digits, and in words."""
        found = [(match.start(), match[0]) for match in self._digits.finditer(text)]
        words = [(match.start(), match[0]) for match in self._words.finditer(text)]
        return sorted([*found, *words]) if words else found

    def in_digits(self, text: str) -> list[str]:
        """Give every number that a text writes in digits."""
        return self._digits.findall(text)

    def value(self, text: str, *, is_money: bool = False) -> tuple[Decimal, Decimal] | None:
        """Give the value of a written number, and one unit of its last digit.

        None for absurdly many digits, and for digits parted by blanks that may be two numbers beside
        each other: "on May 5 300 people" and "5 300 euros" look alike. `is_money` tells that a
        currency stands before them.
        """
        if text.isdigit():
            return (Decimal(text), _ONE) if len(text) <= _MOST_DIGITS else None
        if text[0].isalpha():
            return self._number_of(text)
        if " " in text and not _is_one(text.split(" "), is_money=is_money):
            return None
        bare = text.translate(self._unparted)
        if len(bare) > _MOST_DIGITS:
            return None
        whole, _, fraction = bare.partition(".")
        grain = _ONE.scaleb(-len(fraction)) if fraction else _ONE
        return Decimal(bare if whole else "0" + bare), grain


def _is_one(groups: list[str], *, is_money: bool) -> bool:
    """Tell whether groups of digits are one number: none begins with a nought of its own."""
    if any(group[0] == "0" for group in groups[1:]):
        return True
    return len(groups[0]) < _THOUSANDS and (is_money or len(groups) > 2)
