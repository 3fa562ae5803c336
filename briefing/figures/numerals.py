"""Turn written numbers into exact decimals: digits, number words and scales, and the patterns that find them."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from itertools import groupby
from typing import Final, NamedTuple

from briefing.language import table

_NUMBERS: Final = table("en", "numbers")
UNITS: Final[dict[str, int]] = _NUMBERS["units"]
SMALL: Final[dict[str, int]] = {**UNITS, **_NUMBERS["teens"]}
TENS: Final[dict[str, int]] = _NUMBERS["tens"]
ORDINALS: Final[dict[str, int]] = _NUMBERS["ordinals"]

SCALES: Final = {
    word: Decimal(row["factor"])
    for row in table("en", "scales")["scale"]
    for word in (*row["words"], *row.get("letters", ()))
}
"""By the lower-case spelling; letters must touch their number, the others need not."""

SCALE_LETTER: Final = r"(?:mm|[kmbt])(?![A-Za-z0-9])"
SCALE_WORD: Final = (
    rf"[\s-]?({'|'.join(sorted((s for s in SCALES if len(s) > 1 and s != 'mm'), key=len, reverse=True))})"
    r"s?(?-i:(?![a-z0-9]))"
)
"""A scale after a number, to be read without regard to case. Letters must touch their number; a word
may be glued to a capital, as where a page lost the blank between two sentences."""

_BLANKS = " \u00a0\u2009\u202f"
DIGITS: Final = (
    rf"[0-9](?:[0-9]{{0,2}}+(?=[,'’{_BLANKS}][0-9])(?:(?:,[0-9]{{3}})+|(?:[{_BLANKS}][0-9]{{3}})+|(?:['’][0-9]{{3}})+)"
    r"(?![0-9])(?:\.[0-9]+)?|[0-9]*(?:\.[0-9]+)?)"
)
"""Digits, whole or with a decimal point; thousands parted by commas, blanks or apostrophes."""


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_UNDER_HUNDRED = rf"(?:(?:{_any(TENS)})(?:[\s-](?:{_any(UNITS)}))?|{_any(SMALL)})"
_HUNDREDS = rf"(?:[\s-]hundred(?:(?:\sand)?\s{_UNDER_HUNDRED})?)?"
_HALVES = r"(?:[\s-]and[\s-]a[\s-]half)?"
WORDS: Final = _UNDER_HUNDRED + _HUNDREDS + _HALVES
"""Number words up to nine hundred and ninety-nine; larger ones come with a scale."""

INITIALS: Final = "".join(
    sorted({case for word in (*SMALL, *TENS, "a", "h") for case in (word[0], word[0].upper())})
)
"""What number words, "a" and "half" start with, in both cases."""


def _after_initial(words: Iterable[str]) -> str:
    """Spell words without their first letter, each behind a look back at it."""
    ordered = sorted(words, key=lambda word: (word[0], -len(word), word))
    return "|".join(
        f"(?<=[{initial}{initial.upper()}])(?:{'|'.join(word[1:] for word in group)})"
        for initial, group in groupby(ordered, key=lambda word: word[0])
    )


WORDS_AFTER_INITIAL: Final = (
    rf"(?:(?:{_after_initial(TENS)})(?:[\s-](?:{_any(UNITS)}))?|{_after_initial(SMALL)})"
    + _HUNDREDS
    + _HALVES
)

_BEFORE_SCALE = r"(?=\s(?:thousand|million|billion|trillion|dozen)(?!\w|-))"
ARTICLE_AFTER_INITIAL: Final = (
    rf"(?<=[aA])(?:n?(?:\shundred(?:(?:\sand)?\s{_UNDER_HUNDRED})?(?![\w-])|{_BEFORE_SCALE})|(?=\spercentage\spoint))"
    rf"|(?<=[hH])alf\sa(?:n?{_BEFORE_SCALE}|(?=\spercent(?:age\spoint)?(?!\w)))"
)
"""An article that stands for one, or "half a" for a half, before a scale."""

_MOST_DIGITS = 24
_THOUSANDS = 3
"""How many digits each group but the first has."""
_UNPARTED = str.maketrans("", "", f",'’{_BLANKS}")
_ONE = Decimal(1)
_HALF = Decimal("0.5")


class Written(NamedTuple):
    """Hold a number as written, and one unit of its last digit."""

    value: Decimal
    grain: Decimal


def written(text: str, *, is_money: bool = False) -> Written | None:
    """Give the value of digits, number words or an article.

    None for absurdly many digits, and for digits parted by blanks that may be two numbers beside
    each other: "on May 5 300 people" and "5 300 euros" look alike. `is_money` tells that a currency
    stands before them.
    """
    if text.isdigit():
        return Written(Decimal(text), _ONE) if len(text) <= _MOST_DIGITS else None
    if text[0].isalpha():
        return _from_words(text)
    if " " in text and not _is_one(text.split(" "), is_money=is_money):
        return None
    bare = text.translate(_UNPARTED)
    if len(bare) > _MOST_DIGITS:
        return None
    whole, _, fraction = bare.partition(".")
    grain = _ONE.scaleb(-len(fraction)) if fraction else _ONE
    return Written(Decimal(bare if whole else "0" + bare), grain)


def _is_one(groups: list[str], *, is_money: bool) -> bool:
    """Tell whether groups of digits are one number: none begins with a nought of its own."""
    if any(group[0] == "0" for group in groups[1:]):
        return True
    return len(groups[0]) < _THOUSANDS and (is_money or len(groups) > 2)


def _from_words(text: str) -> Written:
    total = 0
    for word in text.lower().replace("-", " ").split():
        if word == "half":
            return Written(total + _HALF, _HALF / 5)
        if word == "hundred":
            total *= 100
        elif word in ("a", "an") and not total:
            total = 1
        else:
            total += SMALL.get(word) or TENS.get(word) or 0
    return Written(Decimal(total), _ONE)
