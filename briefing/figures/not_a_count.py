"""Tell numbers that count things from numbers that name them: years, dates, ranks, product names."""

from __future__ import annotations

import re
from typing import Final

from briefing.figures.context import Before
from briefing.figures.nouns import CALENDAR, NAMING, NOT_COUNTED, OWNING, POINTING, TIMES
from briefing.figures.numerals import SMALL
from briefing.model.figures import Hedge

_EARLIEST_YEAR: Final = "1900"
_LATEST_YEAR: Final = "2099"
_QUARTERS: Final = TIMES["quarter"]
_LENGTHS: Final = frozenset(TIMES.values())
_UNTIL: Final = re.compile(
    r"\s(?:ended|ending|to)\s(?:[0-9]{1,2}\s)?"
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
)
_PERIOD: Final = re.compile(r"(?:[QH][1-4]|[1-4][QH]|FY)(?:[0-9]{2}|[0-9]{4})?", re.IGNORECASE)
_NUMBERED: Final = ("No. ", "Nos. ", "no. ", "nos. ", "No.", "no.", "№ ", "№")
_LONGEST_WORD: Final = 24
_DATING: Final = frozenset(
    "in since by during until till through throughout from fiscal year fy early late mid end "
    "before after".split()
)
"""What makes four digits after it a year, where they could be a count: "in 2024 to 3000 staff"."""
_SENTENCE_ENDS: Final = frozenset('.!?:;"“”(—•-\n')


def is_year(digits: str) -> bool:
    """Tell whether a bare number reads as a year."""
    return len(digits) == 4 and _EARLIEST_YEAR <= digits <= _LATEST_YEAR and digits.isdigit()


def is_dated(words: list[str]) -> bool:
    """Tell whether the words before four digits make them a year."""
    last = words[-1].rstrip(".") if words else ""
    return last in _DATING or last in CALENDAR or _PERIOD.fullmatch(last) is not None


def is_named(text: str, at: int) -> bool:
    """Tell whether the word before a bare number at `at` makes it a name or a date."""
    head = text[max(0, at - _LONGEST_WORD) : at]
    if head.endswith(_NUMBERED):
        return True
    raw = head.rsplit(None, 1)[-1] if head.strip() else ""
    if not raw or raw[-1] in ",;:)!?" or head[-1:] not in " \u00a0":
        return False
    low = raw.lower()
    if low in NAMING or low.rstrip(".") in CALENDAR:
        return True
    return _is_name(text, at, raw) and not _starts_sentence(text, at, raw)


def counts_nothing(text: str, number: str, span: tuple[int, int], left: Before, unit: str) -> bool:
    """Tell whether an unscaled number with a noun after it still counts nothing.

    `number` is as written, `span` reaches to the noun's end. `Llama 3 models` and `top 10 banks`
    name, `2025 sales` dates, `the two areas` points back, `one in five users` is a share.
    """
    words = left.words
    if _is_share(text, number, span, words, unit) or _dates(text, span[1], words, unit):
        return True
    if number[0].isalpha():
        return _word_counts_nothing(number, left, unit)
    if left.hedge is not Hedge.PLAIN:
        return False
    if is_year(number):
        return True
    if not left.raw:
        return text[max(0, span[0] - 5) : span[0]].endswith(_NUMBERED)
    if words[-1] in NAMING or words[-2:] == ["group", "of"]:
        return True
    if "," in number or words[-1] in NOT_COUNTED:
        return False
    return _is_name(text, span[0], left.raw)


def _is_share(text: str, number: str, span: tuple[int, int], words: list[str], unit: str) -> bool:
    """Tell "one in five users", "7 out of 10 users" and "three quarters of users" from counts."""
    if words[-2:] in (["out", "of"], ["of", "every"]):
        return True
    if words[-1:] == ["in"] and len(words) > 1:
        before = words[-2]
        return before.isdigit() or before in SMALL
    return unit == _QUARTERS and number.lower() == "three" and text.startswith(" of ", span[1])


def _dates(text: str, end: int, words: list[str], unit: str) -> bool:
    """Tell a length that names a period: "the three months ended June", "trailing twelve months"."""
    return unit in _LENGTHS and (words[-1:] == ["trailing"] or _UNTIL.match(text, end) is not None)


def _word_counts_nothing(number: str, left: Before, unit: str) -> bool:
    if number.lower() in ("one", "zero") or (number[0].isupper() and left.raw):
        return True
    if not left.words or left.hedge is not Hedge.PLAIN:
        return False
    if left.words[-1] in NAMING:
        return True
    if left.words[:-1] == ["of"] and left.words[-1] in OWNING:  # "two of its seven plants"
        return False
    return left.words[-1] in POINTING and unit not in _LENGTHS and " " not in number


def _is_name(text: str, at: int, raw: str) -> bool:
    """Tell whether the word before a number makes it a name: "Windows 11", "iPhone 17"."""
    if _PERIOD.fullmatch(raw):
        return False
    if raw[0].isupper():
        return not (raw.endswith("ed") and _starts_sentence(text, at, raw))
    return any(sign.isdigit() or sign.isupper() for sign in raw[1:])


def _starts_sentence(text: str, at: int, raw: str) -> bool:
    start = text.rfind(raw, max(0, at - len(raw) - 4), at)
    head = text[max(0, start - 3) : start].rstrip()
    return start <= 0 or not head or head[-1] in _SENTENCE_ENDS
