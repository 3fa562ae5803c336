"""Read numbers in English words: "twenty-five", "two hundred and six", "half a million"."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import groupby
from typing import Final

from briefing.language import longest_first, table
from briefing.language.default.spelling import after_initial
from briefing.language.numerals import digits
from briefing.patterns import compiled

_TABLE: Final = table("en", "numbers")
_UNITS: Final[dict[str, int]] = _TABLE["units"]
_SMALL: Final[dict[str, int]] = {**_UNITS, **_TABLE["teens"]}
_TENS: Final[dict[str, int]] = _TABLE["tens"]
_VALUES: Final = {**_SMALL, **_TENS}
_HALF: Final = Decimal("0.5")
_HALF_GRAIN: Final = Decimal("0.1")
_PART_GRAIN: Final = Decimal("0.01")
_ONE: Final = Decimal(1)
_PARTS: Final = table("en", "fractions")["parts"].keys()
_ONE_PERCENT: Final = compiled(r"(?:1|one)\sper", re.IGNORECASE)
_PART: Final = {
    "a half": _HALF,
    "one half": _HALF,
    "a quarter": Decimal("0.25"),
    "one quarter": Decimal("0.25"),
    "three quarters": Decimal("0.75"),
    "three quarter": Decimal("0.75"),
    "a third": Decimal("0.3333"),
    "one third": Decimal("0.3333"),
    "two thirds": Decimal("0.6667"),
}
_PARTED: Final = compiled(rf"(?:{longest_first(_PART)})$")
_OF_SCALE: Final = compiled(rf"({longest_first(_PART)})\sof\san?")
"""What "a quarter of a million" has before its scale."""

_UNDER_HUNDRED: Final = (
    rf"(?:(?:{longest_first(_TENS)})(?:[\s-](?:{longest_first(_UNITS)}))?|{longest_first(_SMALL)})"
)
_HUNDREDS: Final = rf"(?:[\s-]hundred(?:(?:\sand)?\s{_UNDER_HUNDRED})?)?"
_DIGITS: Final = longest_first(name for name in (*_UNITS, "zero"))
_HALVES: Final = (
    r"(?:[\s-]and[\s-](?:(?:a|one)[\s-](?:half|quarter|third)|three[\s-]quarters?|two[\s-]thirds)(?!\w)"
    rf"|\spoint(?:\s(?:{_DIGITS})(?!\w))+)?"
)
NUMBER_WORDS: Final = _UNDER_HUNDRED + _HUNDREDS + _HALVES
"""Up to nine hundred and ninety-nine; larger numbers come with a scale."""
ARTICLES: Final = frozenset({"a", "an"})


_BEFORE_SCALE: Final = r"(?=[\s-](?:thousand|million|billion|trillion|dozen)(?!\w|-))"
_INITIALS: Final = "".join(
    sorted({case for word in (*_VALUES, "a", "h") for case in (word[0], word[0].upper())})
)
_SECOND: Final = "|".join(
    f"{second}[{''.join(sorted({word[2] for word in group}))}]"
    for second, group in groupby(
        sorted(_VALUES, key=lambda word: word[1:3]), key=lambda word: word[1]
    )
)
"""The second and third letters of number words."""
NUMBERS: Final = compiled(
    # The first letters appear in front as one set, and the look behind comes second, because the
    # engine then skips from letter to letter; the flag for letter case would take that away. The look
    # ahead leaves most words that begin like a number ("the", "for", "and") at their second letter.
    rf"[{_INITIALS}](?<![\w-].)(?=n?[\s-][hmtbdpq]|alf|{_SECOND})(?:"
    rf"(?:(?<=[aA])\s(?:quarter|third)|(?<=[oO])ne[\s-](?:quarter|third|half)|(?<=[tT])(?:hree[\s-]quarters"
    rf"|wo[\s-]thirds))\sof\san?{_BEFORE_SCALE}|"
    rf"(?:(?:(?:{after_initial(_TENS)})(?:[\s-](?:{longest_first(_UNITS)}))?"
    rf"|{after_initial(_SMALL)}){_HUNDREDS}{_HALVES})(?=fold|(?!\w))"
    rf"|(?<=[aA])(?:n?(?:\shundred(?:(?:\sand)?\s{_UNDER_HUNDRED})?(?![\w-])|{_BEFORE_SCALE})"
    r"|(?=\spercentage\spoint))"
    rf"|(?<=[hH])alf(?:[\s-]an?)?(?:{_BEFORE_SCALE}|(?<=a)(?=\spercent(?:age\spoint)?(?!\w))))"
)
GOES_ON: Final = compiled(
    rf"(?P<half>\sand\sa\shalf(?!\w))|(?P<link>,?\s(?P<and>and\s)?)"
    rf"(?P<number>{digits('en')}|(?:{NUMBER_WORDS})(?!\w))",
    re.IGNORECASE,
)
"""After a scale: "three thousand | and forty", "5 crore | 20 lakh", "a million | and a half"."""


def number_of(text: str) -> tuple[Decimal, Decimal]:
    """Give the value of number words or an article, and its grain: a half is one of a fifth."""
    total = 0
    whole, _, decimals = text.lower().replace("-", " ").partition(" point ")
    part = _OF_SCALE.fullmatch(whole)
    if part is not None:
        value = _PART[part[1]]
        return value, _HALF_GRAIN if value == _HALF else _PART_GRAIN
    for word in whole.split():
        if word == "and" and (parted := _PARTED.search(whole)):
            return total + _PART[parted[0]], _HALF_GRAIN if "half" in parted[0] else _PART_GRAIN
        if word == "half":
            return total + _HALF, _HALF_GRAIN
        if word == "hundred":
            total *= 100
        elif word in ARTICLES and not total:
            total = 1
        else:
            total += _VALUES.get(word, 0)
    if decimals:
        digits_after = "".join(str(_VALUES[word]) for word in decimals.split())
        return Decimal(f"{total}.{digits_after}"), _ONE.scaleb(-len(digits_after))
    return Decimal(total), _ONE


def is_of_article(words: list[str], text: str, at: int) -> bool:
    """Tell "a quarter of a million" and "one-half of 1 percent"; `at` is where the number starts."""
    if words[-1:] != ["of"]:
        return False
    if text[at : at + 2] in ("a ", "an"):
        return True
    parted = words[-2:][0].rpartition("-")[2].removesuffix("s") in _PARTS
    return parted and _ONE_PERCENT.match(text, at) is not None
