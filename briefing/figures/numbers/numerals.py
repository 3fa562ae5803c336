"""Find the written numbers of a text, in digits and in words, and turn them into exact decimals."""

from __future__ import annotations

import unicodedata
from decimal import Decimal
from functools import cache

from briefing.language import grammar, table
from briefing.language.numerals import FRACTIONS, RAISED, digits
from briefing.patterns import compiled

_MOST_DIGITS = 24
_THOUSANDS = 3
"""How many digits each group but the first has."""
_ONE = Decimal(1)
_ZERO = Decimal(0)
_PLAIN = compiled(r"[0-9.,'’\s]+")
_POWER = compiled(rf"(?:\s?[×x*·]\s?10\^?|e|^10\^?)(?P<power>[0-9]{{1,2}}|[{RAISED}]{{1,2}})$")
_FRACTION = compiled(
    r"(?:(?P<whole>[^/⁄]*?)[-\s]?)?"
    rf"(?:(?P<sign>[{FRACTIONS}])|(?P<top>[0-9]{{1,2}})[/⁄](?P<bottom>[0-9]{{1,2}}))"
)
FRACTION_SIGNS = frozenset(FRACTIONS + "⁄")
_LONE = compiled(rf"[{FRACTIONS}](?<!\w.)(?!\w)")
_FRACTION_DIGITS = 4
_DENOMINATORS = frozenset({2, 3, 4, 5, 6, 8, 16, 32, 64})
""""7/10" and "9/11" are marks and dates."""


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
        self._digits = compiled(self.digits)
        self._words = spoken.NUMBERS
        self._number_of = spoken.number_of
        self.point: str = held["decimal"]
        self._is_parted_by_blanks: bool = held.get("parted_by_blanks", False)
        self._unparted = str.maketrans(self.point, ".", held["thousands"])

    def find(self, text: str) -> list[tuple[int, str]]:
        """Give every number with its place, in order: in digits, and in words."""
        found = [(match.start(), match[0]) for match in self._digits.finditer(text)]
        if not text.isascii():
            found += [(match.start(), match[0]) for match in _LONE.finditer(text)]
            found.sort()
        words = [(match.start(), match[0]) for match in self._words.finditer(text)]
        return sorted([*found, *words]) if words else found

    def in_digits(self, text: str) -> list[str]:
        """Give every number that a text writes in digits."""
        return self._digits.findall(text)

    def value(self, text: str, *, is_money: bool = False) -> tuple[Decimal, Decimal] | None:
        """Give the value of a written number, and one unit of its last digit.

        None for absurdly many digits, and for digits parted by blanks that may be two numbers beside
        each other: "on May 5 300 people" and "5 300 euros" look alike. `is_money` tells that a
        currency comes before them.
        """
        if text.isdecimal():
            return (Decimal(text), _ONE) if len(text) <= _MOST_DIGITS else None
        if text[0].isalpha():
            return self._number_of(text)
        if not _PLAIN.fullmatch(text):
            return self._composed(text, is_money=is_money)
        doubtful = " " in text and not self._is_parted_by_blanks
        if doubtful and not _is_one(text.split(" "), is_money=is_money):
            return None
        bare = text.translate(self._unparted)
        if len(bare) > _MOST_DIGITS:
            return None
        whole, _, fraction = bare.partition(".")
        grain = _ONE.scaleb(-len(fraction)) if fraction else _ONE
        return Decimal(bare if whole else "0" + bare), grain

    def _composed(self, text: str, *, is_money: bool) -> tuple[Decimal, Decimal] | None:
        """Give the value of digits with a fraction or a power of ten; None for anything else."""
        power = _POWER.search(text)
        if power is not None:
            raised = int("".join(str(unicodedata.digit(sign)) for sign in power["power"]))
            first = self.value(text[: power.start()], is_money=is_money) if power.start() else None
            value, grain = first or (_ONE, _ONE)
            return None if raised > _MOST_DIGITS else (value.scaleb(raised), grain.scaleb(raised))
        match = _FRACTION.fullmatch(text)
        if match is None:
            return None
        part = _part(match["sign"], match["top"], match["bottom"])
        whole = self.value(match["whole"], is_money=is_money) if match["whole"] else (_ZERO, _ONE)
        if part is None or whole is None or whole[1] != _ONE:
            return None
        value = whole[0] + part
        return value, _ONE.scaleb(-len(f"{value:f}".partition(".")[2]))


def has_fraction(written: str) -> bool:
    """Tell whether a written number holds a fraction: "4-3/4", "2½"."""
    return "/" in written or not FRACTION_SIGNS.isdisjoint(written)


def _part(sign: str | None, top: str, bottom: str) -> Decimal | None:
    """Give the value of a fraction; None for what a slash joins otherwise: "24/7", "9/11"."""
    if sign:
        return round(Decimal(unicodedata.numeric(sign)), _FRACTION_DIGITS).normalize()
    over, under = int(top), int(bottom)
    if over >= under or under not in _DENOMINATORS or not over:
        return None
    return round(Decimal(over) / under, _FRACTION_DIGITS).normalize()


def _is_one(groups: list[str], *, is_money: bool) -> bool:
    """Tell whether groups of digits are one number: none begins with a nought of its own."""
    if any(group[0] == "0" for group in groups[1:]):
        return True
    return len(groups[0]) < _THOUSANDS and (is_money or len(groups) > 2)
