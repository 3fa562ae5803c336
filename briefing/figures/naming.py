"""Tell numbers that count things from numbers that name them: years, dates, ranks, product names."""

from __future__ import annotations

from typing import Final

from briefing.figures.context import Before
from briefing.figures.nouns import NAMING, NOT_COUNTED, POINTING
from briefing.model.figures import Hedge

_EARLIEST_YEAR: Final = "1900"
_LATEST_YEAR: Final = "2099"
_SENTENCE_ENDS: Final = frozenset('.!?:;"“”(—•-\n')


def is_year(digits: str) -> bool:
    """Tell whether a bare number reads as a year."""
    return len(digits) == 4 and _EARLIEST_YEAR <= digits <= _LATEST_YEAR and digits.isdigit()


def counts_nothing(text: str, number: str, at: int, left: Before, *, is_time: bool) -> bool:
    """Tell whether the unscaled number written at `at`, a noun after it, still counts nothing.

    `Llama 3 models` and `top 10 banks` name, `2025 sales` dates, `the two areas` points back.
    """
    raw = left.raw
    if number[0].isalpha():
        return _word_counts_nothing(number, left, is_time=is_time)
    if left.hedge is not Hedge.PLAIN:
        return False
    if is_year(number):
        return True
    if not raw:
        return False
    low = left.words[-1]
    if low in NAMING or left.words[-2:] == ["group", "of"]:
        return True
    if "," in number or low in NOT_COUNTED:
        return False
    if raw[0].isupper():
        return not (low.endswith("ed") and _starts_sentence(text, at, raw))
    return any(sign.isdigit() or sign.isupper() for sign in raw[1:])


def _word_counts_nothing(number: str, left: Before, *, is_time: bool) -> bool:
    if number.lower() == "one":
        return True
    if number[0].isupper() and left.raw:
        return True
    if left.words[-2:] == ["one", "in"]:
        return True
    pointed = bool(left.words) and left.words[-1] in POINTING
    return pointed and not is_time and left.hedge is Hedge.PLAIN and " " not in number


def _starts_sentence(text: str, at: int, raw: str) -> bool:
    start = text.rfind(raw, max(0, at - len(raw) - 4), at)
    head = text[max(0, start - 3) : start].rstrip()
    return start <= 0 or not head or head[-1] in _SENTENCE_ENDS
