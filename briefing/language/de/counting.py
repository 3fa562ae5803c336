"""Tell which word after a number is the thing counted: a unit of measure, or the next noun, by its capital."""

from __future__ import annotations

import re
from typing import Final

from briefing.language import common, longest_first, table
from briefing.language.de.names import CALENDAR, NO_NOUNS, NOT_COUNTED, OWNING, POSTCODE
from briefing.language.de.number_words import NUMBER_WORDS
from briefing.language.grammars import Counted
from briefing.language.numerals import digits, scale_word

_UNITS: Final = table("de", "units")
_TIMES: Final = common("units")["time"].keys()
_NOUNS: Final = {
    spelling: name
    for name, spellings in table("de", "nouns")["spellings"].items()
    for spelling in spellings.split()
}
_MEASURES: Final = {
    one: name
    for name, spellings in _UNITS["units"].items()
    for spelling in spellings
    for one in spelling.split("/")
}
_COMPOUNDS: Final = {
    spelling.split("/")[-1]: name
    for name, spellings in _UNITS["units"].items()
    for spelling in spellings
    if "/" in spelling
}
"""The forms that make compounds: "40-Stunden-Woche"."""
_LISTED: Final = _NOUNS | _MEASURES
_LONG: Final = [spelling for spelling in _MEASURES if " " in spelling or not spelling.isalpha()]
_LONG_UNIT: Final = re.compile(
    rf"[\s-]({longest_first(_LONG)})(?!\w)".replace(" ", r"\s"), re.IGNORECASE
)
_WORD: Final = re.compile(r"[\s\u00a0]{1,2}([A-Za-zÄÖÜäöüß](?:[\w&]|[-.](?=\w))*)")
_JOINED: Final = re.compile(r"-([A-ZÄÖÜ][a-zäöüß]+)(?=-|s?(?!\w))")
_IN_A_ROW: Final = re.compile(r"\s(?:in\sFolge|hintereinander|nacheinander)(?!\w)")
_AGED: Final = re.compile(r"\s(?:alt|alte[nrsm]?|jung)(?!\w)")
_ADJECTIVE: Final = re.compile(r".{2,}e[nrsm]?")
_OWNING: Final = longest_first(OWNING)
_NUMBER: Final = rf"(?:{digits('de')}|(?i:{NUMBER_WORDS})(?!\w))(?:(?i:{scale_word('de')}))?(?=\s)"
_OF: Final = re.compile(
    rf"\s(?:von\s(?:(?:insgesamt|allen)\s)?|von\sden\s|der\s(?:insgesamt\s)?|(?:von\s)?(?:{_OWNING})\s)"
    rf"(?={_NUMBER}){_NUMBER}"
)
"""What stands between a count and what it counts a part of: "40 | der 60 | Banken"."""
_MOST_BETWEEN: Final = 3
_LONGEST_NUMBER: Final = 6


def counted(text: str, at: int, *, listed_only: bool = False) -> Counted | None:
    """Give the noun that the number ending at `at` counts, or None where it counts nothing.

    A noun that is not listed is told by its capital, unless `listed_only`.
    """
    near = text[at : at + 1]
    if near == "-":
        return _joined(text, at)
    if near.isalpha():
        return None
    first = at
    for _ in range(_MOST_BETWEEN + 1):
        long = _LONG_UNIT.match(text, at)
        if long is not None:
            return Counted(_MEASURES[_spaced(long[1])], long.end(), is_time=False)
        match = _WORD.match(text, at)
        if match is None:
            return None
        word, low, at = match[1], match[1].lower(), match.end()
        unit = _MEASURES.get(low)
        if unit is not None and (word[0].isupper() or word == low):
            return _whole(text, at, unit)
        if word[0].isupper():
            if not _is_of_a_place(text, at, low):
                return _noun(text, first, at, word, listed_only=listed_only)
        elif low in NOT_COUNTED or not _ADJECTIVE.fullmatch(low):
            return None
    return None


def _spaced(spelling: str) -> str:
    return " ".join(spelling.lower().split())


def _is_of_a_place(text: str, at: int, low: str) -> bool:
    """Tell "20 Berliner | Schulen", whose first word is an adjective with a capital."""
    if not low.endswith("er") or low in _LISTED:
        return False
    following = _WORD.match(text, at)
    return following is not None and following[1].lower() in _LISTED


def _noun(text: str, first: int, at: int, word: str, *, listed_only: bool) -> Counted | None:
    low = word.lower()
    unit = _NOUNS.get(low)
    if unit is not None:
        return Counted(unit, at, is_time=False)
    if listed_only or low in NO_NOUNS or low in CALENDAR or len(low) < 3 or low.endswith("jährige"):
        return None
    if POSTCODE.search(text, max(0, first - _LONGEST_NUMBER), first):
        return None
    return Counted(word, at, is_time=False)


def _whole(text: str, at: int, unit: str) -> Counted | None:
    """Add to a unit what belongs to it: "Quartale in Folge"."""
    is_time = unit in _TIMES
    if is_time and _AGED.match(text, at):
        return None
    row = _IN_A_ROW.match(text, at) if is_time else None
    return Counted(f"consecutive {unit}" if row else unit, row.end() if row else at, is_time)


def counted_of(text: str, at: int) -> Counted | None:
    """Give the noun of "der 60 Banken" after a number that ends at `at`: it counts such too."""
    match = _OF.match(text, at)
    if match is None:
        return None
    noun = counted(text, match.end())
    return None if noun is None or noun.is_time else noun


def names_a_counted(text: str, at: int) -> bool:
    """Tell whether a word right after `at` is a listed noun."""
    match = _WORD.match(text, at)
    return match is not None and match[1].lower() in _LISTED


def unit_named(word: str) -> str | None:
    """Give the unit of a listed noun, in lower case."""
    return _LISTED.get(word)


def _joined(text: str, at: int) -> Counted | None:
    """Read the noun of a compound such as "40-Stunden-Woche" or "5-Jahres-Plan"."""
    match = _JOINED.match(text, at)
    if match is None:
        return None
    low = match[1].lower()
    unit = _COMPOUNDS.get(low) or _COMPOUNDS.get(low.removesuffix("s")) or _NOUNS.get(low)
    return Counted(unit, match.end(), unit in _TIMES) if unit else None
