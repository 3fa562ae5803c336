"""Tell numbers that name or date something from numbers that count."""

from __future__ import annotations

import re
from typing import Final

from briefing.language import table, words_of
from briefing.language.numerals import is_year
from briefing.language.zh.words import HAN

_HELD: Final = table("zh", "names")
_NAMING: Final = words_of(_HELD["naming"]["words"])
_GLUED: Final = tuple(_HELD["naming"]["glued"])
_FOLLOWING: Final = words_of(_HELD["following"]["words"])
_POINTING: Final = words_of(_HELD["pointing"]["words"])
_DATING: Final = words_of(_HELD["dating"]["words"])
_DATING_MONEY: Final = words_of(_HELD["dating"]["money"])
NAMED_BY_SIZE: Final = words_of(_HELD["naming"]["by_size"])
_REACH: Final = 24
_NEXT: Final = re.compile(rf"\s?([{HAN}]+)")
_LINKS: Final = frozenset({"为", "是", "為", ":"})
_CENTS: Final = frozenset("分点點")
_DECIMAL: Final = re.compile(r"\.[0-9]+$")
_SMALL: Final = 20


def names_word(text: str, at: int, end: int) -> bool:  # noqa: ARG001 (no number is read in words)
    """Tell nothing: what states a number is spelled in digits."""
    return True


def is_named(text: str, at: int) -> bool:
    """Tell whether the word before a bare number at `at` makes it a name or a date."""
    head = text[max(0, at - _REACH) : at]
    if head.endswith((*_GLUED, "每 ")):
        return True
    words = head.replace(":", " ").split()
    if words and words[-1] in _LINKS:
        words.pop()
    if not words or head[-1:] not in " :":
        return False
    return words[-1].lower() in _NAMING or _is_latin_name(words[-1])


def _is_latin_name(word: str) -> bool:
    return word.isascii() and word[-1:].isalpha() and word[0].isupper() and len(word) > 1


def names_it(text: str, at: int) -> bool:
    """Tell whether a word that starts a sentence makes digits at `at` a name, or they point back: "这两家"."""
    words = text[max(0, at - _REACH) : at].split()
    return is_named(text, at) or (words[-1:] != [] and words[-1] in _POINTING)


def names_after(text: str, end: int) -> bool:
    """Tell whether the word after digits that end at `end` makes them a name or a date."""
    match = _NEXT.match(text, end)
    if match is None or match[1] not in _FOLLOWING:
        return False
    return match[1] not in _CENTS or _DECIMAL.search(text, max(0, end - _REACH), end) is None


def is_dated(words: list[str]) -> bool:
    """Tell whether the words before four digits make them a year."""
    return bool(words) and words[-1] in _DATING


def dates_money(text: str, floor: int, at: int) -> bool:
    """Tell whether the words before four digits at `at` make them a year, though money follows."""
    words = text[max(floor, at - _REACH) : at].split()
    return bool(words) and words[-1] in _DATING_MONEY


def counts_nothing(
    text: str,
    number: str,
    span: tuple[int, int],
    words: list[str],
    raw: str,
    unit: str,  # noqa: ARG001 (whatever it is)
    *,
    hedged: bool,
) -> bool:
    """Tell whether an unscaled number with a noun after it still counts nothing."""
    if hedged:
        return False
    if is_year(number) and text[span[0] - 1 : span[0]] != " ":
        return True
    if words and words[-1] in _POINTING:
        return number.isdigit() and int(number) <= _SMALL
    return bool(raw) and (words[-1].lower() in _NAMING or _is_latin_name(raw))
