"""Tell numbers that count things from numbers that name them: years, dates, ranks, product names."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from briefing.language import common, table, words_of
from briefing.language.months import month_numbers
from briefing.language.numerals import is_year
from briefing.patterns import compiled

_PERIOD: Final = re.compile(r"(?:[QH][1-4]|[1-4][QH]|FY)(?:[0-9]{2}|[0-9]{4})?", re.IGNORECASE)
_SHORTEST: Final = 3
"""Letters above which a word of names is no word of other things: "no", "act"."""
_LONGEST_WORD: Final = 24
SENTENCE_ENDS: Final = frozenset('.!?:;"“”«»(—•-\n')


class Beside(NamedTuple):
    """Hold a number with what is beside it, as `Grammar.counts_nothing` gets it."""

    text: str
    number: str
    span: tuple[int, int]
    words: list[str]
    raw: str
    unit: str


class Names:
    """Reads the table `names` of a language whose names have capitals."""

    def __init__(self, language: str, next_word: str) -> None:
        """Take what a language's words look like: `next_word` finds the one after a number."""
        held, numbers = table(language, "names"), table(language, "numbers")
        self.not_counted = words_of(held["not_counted"]["words"])
        """Words that end the search for a counted noun."""
        self.calendar = month_numbers(language).keys() | words_of(
            held["calendar"]["days"], held["calendar"]["zones"]
        )
        """Words that make the number beside them a date or a time."""
        self.owning = words_of(held["pointing"]["owning"])
        self.pointing = words_of(held["pointing"]["words"])
        self.naming = words_of(held["naming"]["words"])
        self.numbered = tuple(held["naming"]["glued"])
        self.NAMED_BY_SIZE = words_of(held["naming"]["by_size"])
        self.small = numbers["units"].keys() | numbers["teens"].keys()
        self.lengths = common("units")["time"].keys()
        self._articles = words_of(held["pointing"]["articles"])
        self._dating = words_of(held["dating"]["words"])
        self._dating_money = words_of(held["dating"]["money"])
        self.next_word = compiled(next_word)

    def names_word(self, text: str, at: int, end: int) -> bool:
        """Tell "the two" from a number in words that states something."""
        if self.is_article(text[at:end].lower()):
            return True
        before = text[max(0, at - _LONGEST_WORD) : at].split()
        last = before[-1].lower() if before else ""
        if last in self.pointing or (last in self.naming and len(last) > _SHORTEST):
            return True  # "Level four"
        return text[end : end + 1] == "-" or text[at - 1 : at] == "-"

    def names_it(self, text: str, at: int) -> bool:
        """Tell whether a word written as names are makes digits at `at` a name: "iPhone 17"."""
        raw = text[max(0, at - _LONGEST_WORD) : at].rsplit(None, 1)[-1:]
        return bool(raw) and text[at - 1 : at].isspace() and self.is_name(text, at, raw[0])

    def names_after(self, text: str, end: int) -> bool:
        """Tell digits before a month or a time from others: "5 May", "9 GMT"."""
        match = self.next_word.match(text, end)
        return match is not None and match[1].lower() in self.calendar

    def is_dated(self, words: list[str]) -> bool:
        """Tell whether the words before four digits make them a year."""
        last = words[-1].rstrip(".") if words else ""
        if last in self._dating or last in self.calendar:
            return True
        return _PERIOD.fullmatch(last) is not None

    def dates_money(self, text: str, floor: int, at: int) -> bool:
        """Tell "in 2024 real wages" and "in constant 2015 dollars" from "paid 2015 dollars"."""
        words = text[max(floor, at - _LONGEST_WORD) : at].lower().split()
        return bool(words) and words[-1] in self._dating_money

    def is_named(self, text: str, at: int) -> bool:
        """Tell whether the word before a bare number at `at` makes it a name or a date."""
        head = text[max(0, at - _LONGEST_WORD) : at]
        if head.endswith(self.numbered):
            return True
        raw = head.rsplit(None, 1)[-1] if head.strip() else ""
        if not raw or raw[-1] in ",;:)!?" or head[-1:] not in " \u00a0":
            return False
        if is_year(raw):
            return False
        low = raw.lower()
        if self.is_naming(low) or low.rstrip(".") in self.calendar:
            return True
        return self.is_named_by(text, at, raw)

    def is_naming(self, word: str) -> bool:
        """Tell whether a word, in lower case, makes a name of a number after it."""
        return word in self.naming

    def is_named_by(self, text: str, at: int, raw: str) -> bool:
        """Tell whether the word `raw` makes a name of a bare number after it."""
        return self.is_name(text, at, raw)

    def counts_nothing(
        self,
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
        beside = Beside(text, number, span, words, raw, unit)
        if self.is_other(beside):
            return True
        if number[0].isalpha():
            return self.word_counts_nothing(beside, hedged=hedged)
        if hedged:
            return False
        if is_year(number):
            return True
        if not raw:
            return text[max(0, span[0] - 5) : span[0]].endswith(self.numbered)
        return self.is_naming(words[-1]) or (not is_year(raw) and self.names_counted(beside))

    def word_counts_nothing(self, beside: Beside, *, hedged: bool) -> bool:
        """Tell whether a number in words counts nothing, though a noun comes after it.

        One that is owned may count: "zwei ihrer | sieben Werke".
        """
        words = beside.words
        if self.is_of_count(beside):
            return False
        if self.is_article(beside.number.lower()):
            return True
        if not words or hedged:
            return False
        if words[-1] in self.naming:
            return True
        return words[-1] in self.pointing and beside.unit not in self.lengths

    def is_of_count(self, beside: Beside) -> bool:  # noqa: ARG002 (a language says what is)
        """Tell "zwei ihrer | sieben Werke", which counts both, from "ihre sieben Werke"."""
        return False

    def is_other(self, beside: Beside) -> bool:  # noqa: ARG002 (a language says what is)
        """Tell a share, a length that names a period, or a difference from a count."""
        return False

    def names_counted(self, beside: Beside) -> bool:
        """Tell whether the word before digits makes a name of them, though a noun comes after."""
        return self.is_name(beside.text, beside.span[0], beside.raw)

    def is_article(self, word: str) -> bool:
        """Tell whether a number in words, in lower case, alone states nothing to compare: "one"."""
        return word in self._articles

    def is_name(self, text: str, at: int, raw: str) -> bool:
        """Tell whether the word before a number makes it a name: "Windows 11", "iPhone 17"."""
        if is_period(raw):
            return False
        if raw[0].isupper():
            return not starts_sentence(text, at, raw)
        return any(sign.isdigit() or sign.isupper() for sign in raw[1:])


def is_period(word: str) -> bool:
    """Tell whether a word is a short form of a quarter, a half or a fiscal year."""
    return _PERIOD.fullmatch(word) is not None


def starts_sentence(text: str, at: int, raw: str) -> bool:
    """Tell whether the word `raw`, which appears right before `at`, is the first of a sentence."""
    start = text.rfind(raw, max(0, at - len(raw) - 4), at)
    head = text[max(0, start - 3) : start].rstrip()
    return start <= 0 or not head or head[-1] in SENTENCE_ENDS
