"""Tell a figure of which words speak of a part: "half of its 40 plants closed" is not about 40."""

from __future__ import annotations

from typing import Final

from briefing.language import table, words_of
from briefing.language.numerals import is_year

_TABLE: Final = table("en", "parts")
_NUMBERS: Final = table("en", "numbers")
_REACH: Final = 96
"""How far before a figure, in code points, the word that tells a part may start."""
_MOST_BETWEEN: Final = 8
_CLOSING: Final = frozenset(".,;:!?)—–")
_OPENING: Final = "([\"'“‘"

_ALWAYS: Final = words_of(_TABLE["always"]["words"])
_SHARES: Final = words_of(_TABLE["always"]["shares"])
_OF_A_WHOLE: Final = words_of(_TABLE["always"]["of_a_whole"])
_FRACTIONS: Final = words_of(_TABLE["fractions"]["words"]) | _NUMBERS["ordinals"].keys()
_COUNTS: Final = {"a", "an"}.union(*(_NUMBERS[one] for one in ("units", "teens", "tens")))
_PERIODS: Final = words_of(_TABLE["fractions"]["periods"])
_OWNED: Final = words_of(_TABLE["fractions"]["owned"])
_SEVERAL: Final = words_of(_TABLE["several"]["words"])
_TIMES: Final = words_of(_TABLE["several"]["counted"])
_LINKING: Final = (
    _OWNED
    | words_of(_TABLE["between"]["words"])
    | words_of(*(word for row in table("en", "hedges")["before"] for word in row["words"])) - {"of"}
)


def is_of_a_part(text: str, at: int, *, is_count: bool, is_percent: bool) -> bool:
    """Tell whether the words right before a figure at `at` speak of a part of it."""
    words = text[max(0, at - _REACH) : at].lower().split()
    after = ""
    for _ in range(_MOST_BETWEEN):
        if not words or not _links(words[-1]):
            break
        after = words.pop()
    if after in _OWNED and words and words[-1].strip(_OPENING) == "half":
        return len(words) == 1 or words[-2] not in _PERIODS
    if after and words and _is_several(words):
        return True
    if not words or words[-1].strip(_OPENING) != "of":
        return False
    if len(words) == 1 or words[-2][-1] in _CLOSING:  # "of the 500 employees, 40 left"
        return after in _OWNED
    last = words[-2].strip(_OPENING)
    before = words[-3].strip(_OPENING) if len(words) > 2 else ""
    if last in _OF_A_WHOLE and (before == "as" or after in ("a", "an")):
        return False
    if last in _SHARES and is_percent:
        return False
    return _is_part(last, before, is_count=is_count)


def _is_several(words: list[str]) -> bool:
    """Tell "twice" and "three times" at the end of the words before a figure."""
    last, before = words[-1].strip(_OPENING), words[-2] if len(words) > 1 else ""
    return last in _SEVERAL or (last in _TIMES and (before in _COUNTS or before.isdigit()))


def _links(word: str) -> bool:
    return word.strip("(") in _LINKING or word.endswith(("'s", "’s", "s'", "s’"))


def _is_part(last: str, before: str, *, is_count: bool) -> bool:
    """Tell whether the word before "of" tells a part; `before` comes before it."""
    if last.endswith("%") or last in _ALWAYS:
        return True
    if last in _COUNTS or (last.isdigit() and not is_year(last)):  # "six of the world's ten"
        return is_count
    if last == "half":
        return before not in _PERIODS
    if last in _FRACTIONS:
        return before in _COUNTS
    return last.partition("-")[0] in _COUNTS and last.rpartition("-")[2] in _ALWAYS | _FRACTIONS
