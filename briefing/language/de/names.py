"""Tell numbers that count things from numbers that name them: years, dates, ranks, product names."""

from __future__ import annotations

import re
from typing import Final

from briefing.language import common, table, words_of
from briefing.language.months import month_numbers
from briefing.language.numerals import is_year

_TABLE: Final = table("de", "names")
NOT_COUNTED: Final = words_of(_TABLE["not_counted"]["words"])
"""Words in small letters that end the search for a counted noun."""
NO_NOUNS: Final = words_of(_TABLE["not_counted"]["nouns"])
"""Nouns that follow a number and are no thing that it counts."""
CALENDAR: Final = month_numbers("de").keys() | words_of(
    _TABLE["calendar"]["days"], _TABLE["calendar"]["zones"]
)
"""Words that make the number beside them a date or a time."""
OWNING: Final = words_of(_TABLE["pointing"]["owning"])
_POINTING: Final = words_of(_TABLE["pointing"]["words"])
_NAMING: Final = words_of(_TABLE["naming"]["words"])
_NUMBERED: Final = tuple(_TABLE["naming"]["glued"])
_DATING_MONEY: Final = words_of(_TABLE["dating"]["money"])
_UNNAMING: Final = words_of(_TABLE["naming"]["unnaming"])
_DATING: Final = words_of(_TABLE["dating"]["words"])
NAMED_BY_SIZE: Final = words_of(_TABLE["naming"]["by_size"])
_NUMBERS: Final = table("de", "numbers")
_SMALL: Final = _NUMBERS["units"].keys() | _NUMBERS["teens"].keys()
_LENGTHS: Final = common("units")["time"].keys()
POSTCODE: Final = re.compile(r"(?<![\w.,])[0-9]{5}$")
_STREETS: Final = tuple(_TABLE["naming"]["streets"].split())
_PERIOD: Final = re.compile(r"(?:[QH][1-4]|[1-4][QH]|FY)(?:[0-9]{2}|[0-9]{4})?", re.IGNORECASE)
_NEXT_WORD: Final = re.compile(r"\.?[\s-]([A-Za-zÄÖÜäöüß]+)")
_ORDINAL: Final = re.compile(r"\.\s[A-Za-zÄÖÜäöü]")
_CHANGED: Final = re.compile(r"\s(?:weniger|mehr)(?!\w)")
""""200 Läden weniger als 2023" are no 200."""
_LONGEST_WORD: Final = 24
_ARTICLES: Final = ("ein", "eins", "null")


def names_word(text: str, at: int, end: int) -> bool:
    """Tell "die zwei" and "außer Acht" from a number that states something."""
    word = text[at:end].lower()
    if (
        word.startswith("ein") and word.split()[0].rstrip("nmrse") in ("ein", "")
    ) or word == "null":
        return True
    before = text[max(0, at - _LONGEST_WORD) : at].split()
    if any(token.lower() in _POINTING for token in before[-1:]):
        return True
    return text[end : end + 1] == "-" or text[at - 1 : at] == "-"


def names_it(text: str, at: int) -> bool:
    """Tell whether a word written as names are makes digits at `at` a name: "iPhone 17", "GPT 4"."""
    raw = text[max(0, at - _LONGEST_WORD) : at].rsplit(None, 1)[-1:]
    return bool(raw) and text[at - 1 : at].isspace() and _is_name(raw[0])


def names_after(text: str, end: int) -> bool:
    """Tell digits before a month, a time or what they number from others: "5 Mai", "3. Platz"."""
    match = _NEXT_WORD.match(text, end)
    if match is not None and match[1].lower() in CALENDAR:
        return True
    if match is not None and match[1][0].isupper() and POSTCODE.search(text, max(0, end - 6), end):
        return True
    return _ORDINAL.match(text, end) is not None


def is_dated(words: list[str]) -> bool:
    """Tell whether the words before four digits make them a year."""
    last = words[-1].rstrip(".") if words else ""
    return last in _DATING or last in CALENDAR or _PERIOD.fullmatch(last) is not None


def dates_money(text: str, floor: int, at: int) -> bool:
    """Tell "im Jahr 2024 Euro" and "in Preisen von 2015" from "zahlte 2015 Euro"."""
    words = text[max(floor, at - _LONGEST_WORD) : at].lower().split()
    return bool(words) and words[-1] in _DATING_MONEY


def is_named(text: str, at: int) -> bool:
    """Tell whether the word before a bare number at `at` makes it a name or a date."""
    head = text[max(0, at - _LONGEST_WORD) : at]
    if head.endswith(_NUMBERED):
        return True
    raw = head.rsplit(None, 1)[-1] if head.strip() else ""
    if not raw or raw[-1] in ",;:)!?" or head[-1:] not in " \u00a0":
        return False
    low = raw.lower()
    return low in _NAMING or low.endswith(_STREETS) or low.rstrip(".") in CALENDAR or _is_name(raw)


def counts_nothing(
    text: str,
    number: str,
    span: tuple[int, int],
    words: list[str],
    raw: str,
    unit: str,
    *,
    hedged: bool,
) -> bool:
    """Tell whether an unscaled number with a noun after it still counts nothing.

    `Version 3 Nutzer` and `Top 10 Banken` name, `2025 Umsätze` dates, `die zwei Gebiete` points back,
    `einer von fünf Nutzern` is a share.
    """
    if _CHANGED.match(text, span[1]):
        return True
    if words[-2:-1] in (["jeder"], ["jede"], ["jedes"]) or _is_share(words):
        return True
    if number[0].isalpha():
        if _is_of_count(text, span[0], words):
            return False
        return _word_counts_nothing(number, words, unit, hedged=hedged)
    if hedged:
        return False
    if is_year(number):
        return True
    if not raw:
        return text[max(0, span[0] - 5) : span[0]].endswith(_NUMBERED)
    return words[-1] in _NAMING or _is_name(raw)


def _is_share(words: list[str]) -> bool:
    """Tell "einer von fünf Nutzern" and "7 von 10 Nutzern" from counts of things."""
    return words[-1:] == ["von"] and words[-2:-1] in (["einer"], ["eine"], ["eines"], ["einem"])


def _is_of_count(text: str, at: int, words: list[str]) -> bool:
    """Tell "zwei ihrer | sieben Werke", which counts both, from "ihre sieben Werke"."""
    if words[-1:] == [] or words[-1] not in OWNING:
        return False
    before = text[max(0, at - _LONGEST_WORD) : at].lower().split()[-2:-1]
    return before != [] and (before[0].isdigit() or before[0] in _SMALL)


def _word_counts_nothing(number: str, words: list[str], unit: str, *, hedged: bool) -> bool:
    if number.lower() in _ARTICLES:
        return True
    if not words or hedged:
        return False
    if words[-1] in _NAMING:
        return True
    return words[-1] in _POINTING and unit not in _LENGTHS


def _is_name(raw: str) -> bool:
    """Tell whether the word before a number is written as names are: "iPhone 17", "GPT 4"."""
    if _PERIOD.fullmatch(raw) or raw.lower() in _UNNAMING:
        return False
    if raw.isupper():
        return len(raw) > 1
    return any(sign.isdigit() or sign.isupper() for sign in raw[1:]) and "-" not in raw
