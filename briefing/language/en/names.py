"""Tell numbers that count things from numbers that name them: years, dates, ranks, product names."""

from __future__ import annotations

import re
from typing import Final

from briefing.language import common, table, words_of
from briefing.language.months import month_names, month_numbers
from briefing.language.numerals import is_year

_TABLE: Final = table("en", "names")
_NUMBERS: Final = table("en", "numbers")
_SMALL: Final = _NUMBERS["units"].keys() | _NUMBERS["teens"].keys()
NOT_COUNTED: Final = words_of(_TABLE["not_counted"]["words"])
"""Words that end the search for a counted noun."""
CALENDAR: Final = month_numbers("en").keys() | words_of(
    _TABLE["calendar"]["days"], _TABLE["calendar"]["zones"]
)
"""Words that make the number beside them a date or a time."""
OWNING: Final = words_of(_TABLE["pointing"]["owning"])
_POINTING: Final = words_of(_TABLE["pointing"]["words"])
_NAMING: Final = words_of(_TABLE["naming"]["words"])
_NUMBERED: Final = tuple(_TABLE["naming"]["glued"])
_DATING: Final = words_of(_TABLE["dating"]["words"])
_DATING_MONEY: Final = words_of(_TABLE["dating"]["money"])
NAMED_BY_SIZE: Final = words_of(_TABLE["naming"]["by_size"])
_HEDGING: Final = words_of(
    *(word for row in table("en", "hedges")["before"] for word in row["words"]),
    "another other all on the",
)
_LENGTHS: Final = common("units")["time"].keys()

_UNTIL: Final = re.compile(
    r"\s(?:ended|ending|to)\s(?:[0-9]{1,2}\s)?"
    rf"(?:{'|'.join(name[:3] for name in month_names('en'))})"
)
_PERIOD: Final = re.compile(r"(?:[QH][1-4]|[1-4][QH]|FY)(?:[0-9]{2}|[0-9]{4})?", re.IGNORECASE)
_NEXT_WORD: Final = re.compile(r"[\s-]([A-Za-z]+)")
_NAMED_AFTER: Final = re.compile(
    r"[\s-]years?[\s-]olds?(?!\w)"
    rf"|(?:\s[A-Z][\w.]*){{1,4}}?\s(?:{'|'.join(_TABLE['addresses']['words'].split())})(?!\w)"
    r"|-(?:\s(?:and|to|or)\s[0-9]+-)?year\s(?i:(?:U\.?S\.?\s|nominal\s)*"
    r"(?:treasur|government|bond|note|yield|gilt|bund|jgb))"
)
_TITLED: Final = re.compile(r"\s(?:[A-Z][a-z]|&)")
_NO_FIGURES: Final = frozenset({"one", "zero"})
"""Words of numbers that alone state nothing that could be compared."""
_ARTICLE: Final = re.compile(r"an?(?!\w)")
_LONGEST_WORD: Final = 24
_SENTENCE_ENDS: Final = frozenset('.!?:;"“”(—•-\n')


def names_word(text: str, at: int, end: int) -> bool:
    """Tell "one of them", "the two" and "the Big Three" from a number that states something."""
    word = text[at:end].lower()
    if word in _NO_FIGURES or _ARTICLE.match(word):
        return True
    before = text[max(0, at - _LONGEST_WORD) : at].split()
    if text[at].isupper() and before and before[-1][-1] not in _SENTENCE_ENDS:
        return True
    if text[at].isupper() and _TITLED.match(text, end):  # "Six Flags", "Seven & i"
        return True
    if any(token.lower() in _POINTING for token in before[-1:]):
        return True
    return text[end : end + 1] == "-" or text[at - 1 : at] == "-"


def names_it(text: str, at: int) -> bool:
    """Tell "Windows 11" from "Some 11" where either starts a sentence."""
    raw = text[max(0, at - _LONGEST_WORD) : at].rsplit(None, 1)[-1:]
    low = raw[0].lower() if raw and text[at - 1 : at].isspace() else ""
    return low.isalpha() and raw[0][0].isupper() and low not in NOT_COUNTED | _HEDGING


def names_after(text: str, end: int) -> bool:
    """Tell digits before a month or a zone of time from others: "5 May", "9 GMT".

    So are the house number of an address, an age and the years of a bond's name.
    """
    match = _NEXT_WORD.match(text, end)
    if match is not None and match[1].lower() in CALENDAR:
        return True
    return _NAMED_AFTER.match(text, end) is not None


def is_dated(words: list[str]) -> bool:
    """Tell whether the words before four digits make them a year."""
    last = words[-1].rstrip(".") if words else ""
    return last in _DATING or last in CALENDAR or _PERIOD.fullmatch(last) is not None


def dates_money(text: str, floor: int, at: int) -> bool:
    """Tell "in 2024 real wages" and "in constant 2015 dollars" from "paid 2015 dollars"."""
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
    if low in _NAMING or low.rstrip(".") in CALENDAR:
        return True
    return _is_name(text, at, raw) and not _starts_sentence(text, at, raw)


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

    `Llama 3 models` and `top 10 banks` name, `2025 sales` dates, `the two areas` points back,
    `one in five users` is a share.
    """
    if _is_share(text, number, span, words, unit) or _dates(text, span[1], words, unit):
        return True
    if number[0].isalpha():
        return _word_counts_nothing(number, words, raw, unit, hedged=hedged)
    if hedged:
        return False
    if is_year(number):
        return True
    if not raw:
        return text[max(0, span[0] - 5) : span[0]].endswith(_NUMBERED)
    if words[-1] in _NAMING or words[-2:] == ["group", "of"]:
        return True
    if "," in number or words[-1] in NOT_COUNTED:
        return False
    return _is_name(text, span[0], raw)


def _is_share(text: str, number: str, span: tuple[int, int], words: list[str], unit: str) -> bool:
    """Tell "one in five users", "7 out of 10 users" and "three quarters of users" from counts."""
    if words[-2:] in (["out", "of"], ["of", "every"]):
        return True
    if words[-1:] == ["in"] and len(words) > 1:
        before = words[-2]
        return before.isdigit() or before in _SMALL
    return unit == "quarters" and number.lower() == "three" and text.startswith(" of ", span[1])


def _dates(text: str, end: int, words: list[str], unit: str) -> bool:
    """Tell a length that names a period: "the three months ended June", "trailing twelve months"."""
    return unit in _LENGTHS and (words[-1:] == ["trailing"] or _UNTIL.match(text, end) is not None)


def _word_counts_nothing(
    number: str, words: list[str], raw: str, unit: str, *, hedged: bool
) -> bool:
    if number.lower() in ("one", "zero") or (number[0].isupper() and raw):
        return True
    if not words or hedged:
        return False
    if words[-1] in _NAMING:
        return True
    if words[:-1] == ["of"] and words[-1] in OWNING:  # "two of its seven plants"
        return False
    return words[-1] in _POINTING and unit not in _LENGTHS and " " not in number


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
