"""Tell numbers that count things from numbers that name them: years, dates, ranks, product names."""

from __future__ import annotations

import re
from typing import Final

from briefing.language import table, words_of
from briefing.language.default.names import Beside, Names, is_period

_TABLE: Final = table("de", "names")
NO_NOUNS: Final = words_of(_TABLE["not_counted"]["nouns"])
"""Nouns that follow a number and are no thing that it counts."""
_UNNAMING: Final = words_of(_TABLE["naming"]["unnaming"])
POSTCODE: Final = re.compile(r"(?<![\w.,])[0-9]{5}$")
_STREETS: Final = tuple(_TABLE["naming"]["streets"].split())
_ORDINAL: Final = re.compile(r"\.\s[A-Za-zÄÖÜäöü]")
_CHANGED: Final = re.compile(r"\s(?:weniger|mehr)(?!\w)")
""""200 Läden weniger als 2023" are no 200."""
_LONGEST_WORD: Final = 24


class _German(Names):
    def names_after(self, text: str, end: int) -> bool:
        """Tell digits before a month, a time, a town or what they number: "5 Mai", "3. Platz"."""
        if super().names_after(text, end) or _ORDINAL.match(text, end):
            return True
        match = self.next_word.match(text, end)
        if match is None or not match[1][0].isupper():
            return False
        return POSTCODE.search(text, max(0, end - 6), end) is not None

    def is_name(self, text: str, at: int, raw: str) -> bool:  # noqa: ARG002
        """Tell whether the word before a number is written as names are: "iPhone 17", "GPT 4"."""
        if is_period(raw) or raw.lower() in _UNNAMING:
            return False
        if raw.isupper():
            return len(raw) > 1
        return any(sign.isdigit() or sign.isupper() for sign in raw[1:]) and "-" not in raw

    def is_named_by(self, text: str, at: int, raw: str) -> bool:
        """Tell a street from other words: "Hauptstraße 12"."""
        return raw.lower().endswith(_STREETS) or self.is_name(text, at, raw)

    def is_other(self, beside: Beside) -> bool:
        """Tell "einer von fünf Nutzern" and "200 Läden weniger als 2023" from counts."""
        words = beside.words
        if _CHANGED.match(beside.text, beside.span[1]):
            return True
        if words[-2:-1] in (["jeder"], ["jede"], ["jedes"]):
            return True
        return words[-1:] == ["von"] and words[-2:-1] in (["einer"], ["eine"], ["eines"], ["einem"])

    def is_of_count(self, beside: Beside) -> bool:
        """Tell "zwei ihrer | sieben Werke", which counts both, from "ihre sieben Werke"."""
        words, at = beside.words, beside.span[0]
        if words[-1:] == [] or words[-1] not in self.owning:
            return False
        before = beside.text[max(0, at - _LONGEST_WORD) : at].lower().split()[-2:-1]
        return before != [] and (before[0].isdigit() or before[0] in self.small)


NAMES: Final = _German("de", r"\.?[\s-]([A-Za-zÄÖÜäöüß]+)")
