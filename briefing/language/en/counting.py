"""Tell which word after a number is the thing counted: a unit of measure, a listed noun, a plural."""

from __future__ import annotations

import re
from typing import Final

from briefing.language import common, longest_first, table, words_of
from briefing.language.en.names import NAMES
from briefing.language.en.number_words import NUMBER_WORDS
from briefing.language.grammars import Counted
from briefing.language.numerals import digits, scale_word
from briefing.patterns import compiled

_TABLE: Final = table("en", "nouns")
_UNITS: Final = table("en", "units")
_MONEY_NOUNS: Final = words_of(table("en", "currencies")["nouns"])
_TIMES: Final = common("units")["time"].keys()
_STREAKS: Final = frozenset({"consecutive", "straight", "successive"})


def _nouns() -> dict[str, str]:
    """Map each spelling of a listed noun, singular or plural, to its plural."""
    plurals = (
        words_of(_TABLE["regular"]).union(table("en", "narratives")["own_things"])
        - NAMES.not_counted
    )
    singulars = {plural.removesuffix(_TABLE["plural"]): plural for plural in plurals}
    return {**{plural: plural for plural in plurals}, **singulars, **_TABLE["spellings"]}


def _spelled(place: int) -> dict[str, str]:
    """Map plurals (0) or singulars (-1) of units to their names."""
    return {
        spelling.split("/")[place]: name
        for name, spellings in _UNITS["units"].items()
        for spelling in spellings
    }


_PLURALS: Final = _spelled(0)
_MEASURES: Final = _PLURALS | _spelled(-1)
_SINGULARS: Final = {
    spelling: name
    for spelling, name in _spelled(-1).items()
    if spelling not in words_of(_UNITS["compounds"]["no_measure"]) and spelling not in _PLURALS
}
_LISTED: Final = _nouns() | {
    spelling: name
    for spelling, name in _MEASURES.items()
    if " " not in spelling and name not in _TIMES
}
"""By the lower-case spelling, singular or plural; the plural names the unit."""
_LONG: Final = [spelling for spelling in _MEASURES if " " in spelling]
_SEPARATOR: Final = compiled(r"[\s-]")
_LONG_SPELLED: Final = longest_first(_LONG).replace(" ", _SEPARATOR.pattern)
_LONG_UNIT: Final = compiled(rf"[\s-]{{1,2}}({_LONG_SPELLED})(?![\w-])", re.IGNORECASE)
_COMPOUNDING: Final = words_of(_UNITS["compounds"]["any"]) | _STREAKS
_COMPOUNDING_UNITS: Final = (
    words_of(_UNITS["compounds"]["units"])
    | {noun for noun, plural in _LISTED.items() if noun != plural}
    | _COMPOUNDING - _STREAKS
)
_MEASURE_STARTS: Final = (_COMPOUNDING_UNITS - _COMPOUNDING) | {
    spelling.partition(" ")[0] for spelling in (*_LONG, *_SINGULARS)
}
_NOT_BEFORE: Final = words_of(_UNITS["compounds"]["not_before"])

_WORD: Final = compiled(
    r"\s{1,2}([A-Za-z](?:[\w.&]*\w)?(?:-\w+)*)(?:(?<=[a-z])\s[0-9]{1,2}(?=\s[a-z]))?"
)
"""A word, with the number of a product that it names ("iPhone 16 handsets")."""
_JOINED: Final = compiled(r"-([A-Za-z]+)(?!\w)(?!-old)")
_IN_A_ROW: Final = compiled(r"\s(?:in\sa\srow|running)(?!\w)")
_INSTRUMENT: Final = compiled(
    r"\s(?:U\.?S\.?\s)?(?:treasur|government|bond|note|yield|gilt|bund|jgb)", re.IGNORECASE
)
_OWNING: Final = longest_first(NAMES.owning)
_DIGITS: Final = rf"{digits('en')}(?:{scale_word('en')})?(?=\s)"
_NUMBER: Final = rf"(?:{_DIGITS}|(?:{NUMBER_WORDS})(?:{scale_word('en')})?(?=\s))"
_OF: Final = compiled(
    rf"\sof(?:\s(?:(?:all\s)?(?:{_OWNING})|(?:the\s)?[A-Za-z]{{1,24}}(?:'s|’s|s'|s’))(?=\s)"
    rf"(?:\s{_NUMBER})?"
    rf"|\s(?:all\s)?(?:the|these|those)(?=\s)(?:\s{_DIGITS}|(?!\s{_NUMBER}))|\s{_NUMBER})",
    re.IGNORECASE,
)
"""What comes between a count and what it counts a part of: "40 | of the 60 | banks"."""
_MOST_BETWEEN: Final = 4
_MOST_BETWEEN_UNLISTED: Final = 2


def counted(text: str, at: int, *, listed_only: bool = False) -> Counted | None:
    """Give the noun that the number ending at `at` counts, or None where it counts nothing.

    A noun that is not listed is recognized by its plural, unless `listed_only`.
    """
    near = text[at : at + 1]
    if near == "-":
        return _joined(text, at)
    if near.isalpha():
        return None
    streak, joined, earlier = False, "", ""
    for between in range(_MOST_BETWEEN + 1):
        match = _WORD.match(text, at)
        if match is None:
            return None
        start, word = at, match[1]
        low = word.lower()
        at = match.end(1) if low in _MEASURES else match.end()
        if "-" in low or low in _MEASURE_STARTS:
            measure = (
                _long(text, start, _PLURALS)
                or _compound(text, at, word)
                or (None if between else _attached(text, at, low))
            )
            if measure is not None:
                return measure
        if low in _COMPOUNDING:
            streak, joined = streak or low in _STREAKS, word
            continue
        unit = _unit(word, low, listed_only=listed_only or between > _MOST_BETWEEN_UNLISTED)
        if unit is not None:
            joined = joined or _whose(earlier, low)
            return _whole(text, at, unit, joined, streak=streak)
        earlier = word
        if low in NAMES.not_counted or low in NAMES.calendar:
            return None
    return None


def _attached(text: str, at: int, low: str) -> Counted | None:
    """Read a unit in the singular before a noun: "12 inch wafers", "a 400 metre race"."""
    unit = _SINGULARS.get(low)
    follows = _WORD.match(text, at) if unit else None
    if unit is None or follows is None or follows[1] == "old" or _INSTRUMENT.match(text, at):
        return None
    return Counted(unit, at, unit in _TIMES)


def _whose(word: str, noun: str) -> str:
    """Give the word that tells whose money is counted: "300 Ruritanian dollars"."""
    return word.lower() if word[:1].isupper() and noun in _MONEY_NOUNS else ""


def _whole(text: str, at: int, unit: str, joined: str, *, streak: bool) -> Counted:
    """Add to a unit what belongs to it: "GPU" of "GPU hours", "in a row"."""
    if joined and not streak:
        return Counted(f"{joined} {unit}", at, is_time=False)
    is_time = unit in _TIMES
    row = _IN_A_ROW.match(text, at) if is_time else None
    end = row.end() if row else at
    return Counted(f"consecutive {unit}" if streak or row else unit, end, is_time)


def _long(text: str, at: int, spellings: dict[str, str]) -> Counted | None:
    """Read a unit of several words, such as "gigawatt hours", that starts behind `at`."""
    match = _LONG_UNIT.match(text, at)
    unit = spellings.get(_SEPARATOR.sub(" ", match[1].lower())) if match else None
    return Counted(unit, match.end(), is_time=False) if match and unit else None


def _compound(text: str, at: int, word: str) -> Counted | None:
    """Read the unit after a word that makes it another: "staff hours", "GPU-hours"."""
    first, _, second = word.partition("-")
    if second:
        unit = _PLURALS.get(second.lower()) if first.lower() in _COMPOUNDING_UNITS else None
        return Counted(f"{first} {unit}", at, is_time=False) if unit else None
    match = _WORD.match(text, at) if first.lower() in _COMPOUNDING_UNITS else None
    unit = _PLURALS.get(match[1].lower()) if match else None
    if match is None or unit is None:
        return None
    following = _WORD.match(text, match.end())
    if following and following[1].lower() in _NOT_BEFORE:  # "hired 200 staff days before"
        return None
    return Counted(f"{word} {unit}", match.end(), is_time=False)


def counted_of(text: str, at: int) -> Counted | None:
    """Give the noun of "of the 60 banks" after a number that ends at `at`: it counts such too."""
    match = _OF.match(text, at) if text.startswith(" of ", at) else None
    if match is None:
        return None
    noun = counted(text, match.end())
    return None if noun is None or noun.is_time else noun


def names_a_counted(text: str, at: int) -> bool:
    """Tell whether a word right after `at` is a listed noun."""
    match = _WORD.match(text, at)
    return match is not None and match[1].lower() in _LISTED


def unit_named(word: str) -> str | None:
    """Give the unit of a listed noun, singular or plural, in lower case."""
    return _MEASURES.get(word) or _LISTED.get(word)


def _unit(word: str, low: str, *, listed_only: bool) -> str | None:
    listed = _PLURALS.get(low) or _LISTED.get(low)
    if listed is not None:
        return listed if low[-1] == "s" or listed.lower() == low else None
    if listed_only or low in _MEASURES or low in NAMES.not_counted:
        return None
    plural = len(low) > 3 and low.endswith("s") and not low.endswith(("ss", "us", "is"))
    return low if plural and not word[0].isupper() else None


def _joined(text: str, at: int) -> Counted | None:
    """Read the noun of a compound such as "three-year" or "32-billion-parameter"."""
    long = _long(text, at, _MEASURES)
    if long is not None:
        return long
    match = _JOINED.match(text, at)
    if match is None:
        return None
    low = match[1].lower()
    unit = unit_named(low)
    if unit is None or (low == "year" and _INSTRUMENT.match(text, match.end())):
        return None
    return Counted(unit, match.end(), unit in _TIMES)
