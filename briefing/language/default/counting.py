"""Tell which word after a number is the thing counted: a unit of measure, a listed noun, a plural."""

from __future__ import annotations

import re
from typing import Final

from briefing.language import common, longest_first, table, words_of
from briefing.language.default.names import Names
from briefing.language.grammars import Counted
from briefing.patterns import compiled

_MOST_BETWEEN: Final = 3


class Counting:
    """Reads the tables `units` and `nouns` of a language whose nouns follow their number."""

    def __init__(self, language: str, names: Names, patterns: dict[str, str]) -> None:
        """Take patterns of what the language's words look like.

        `word` finds the word after a number, `joined` the one joined to it by a hyphen, `of` what
        comes between a count and what it counts a part of, `row` "in a row", `aged` "old".
        """
        units, nouns = table(language, "units"), table(language, "nouns")
        self.names = names
        self.times = common("units")["time"].keys()
        self.nouns = {
            spelling: name
            for name, spellings in nouns["spellings"].items()
            for spelling in spellings.split()
        }
        self._between = words_of(nouns.get("between", {}).get("words", ""))
        self._measures = {
            one: name
            for name, spellings in units["units"].items()
            for spelling in spellings
            for one in spelling.split("/")
        }
        self._compounds = {
            spelling.split("/")[-1]: name
            for name, spellings in units["units"].items()
            for spelling in spellings
            if "/" in spelling
        }
        """The forms that make compounds: "40-Stunden-Woche"."""
        self.listed = self.nouns | self._measures
        long = [one for one in self._measures if " " in one or not one.isalpha()]
        self._long_unit = compiled(
            rf"[\s-]({longest_first(long)})(?!\w)".replace(" ", r"\s"), re.IGNORECASE
        )
        self.word = compiled(patterns["word"])
        self._joined = compiled(patterns["joined"])
        self._of = compiled(patterns["of"])
        self._in_a_row = compiled(patterns["row"])
        self._aged = compiled(patterns["aged"])

    def counted(self, text: str, at: int, *, listed_only: bool = False) -> Counted | None:
        """Give the noun that the number ending at `at` counts, or None where it counts nothing.

        A noun that is not listed is recognized by its plural, unless `listed_only`.
        """
        near = text[at : at + 1]
        if near == "-":
            return self._compound(text, at)
        if near.isalpha():
            return None
        first = at
        for _ in range(_MOST_BETWEEN + 1):
            long = self._long_unit.match(text, at)
            if long is not None:
                spelling = " ".join(long[1].lower().split())
                return Counted(self._measures[spelling], long.end(), is_time=False)
            match = self.word.match(text, at)
            if match is None:
                return None
            word, at = match[1], match.end()
            unit = self._measures.get(word.lower())
            if unit is not None and self.may_measure(word):
                return self._whole(text, at, unit)
            if not self.may_stand_between(text, at, word):
                return self.noun(text, first, at, word, listed_only=listed_only)
        return None

    def may_measure(self, word: str) -> bool:  # noqa: ARG002 (a language may ask for a capital)
        """Tell whether a word that is spelled as a unit of measure is one."""
        return True

    def may_stand_between(self, text: str, at: int, word: str) -> bool:  # noqa: ARG002
        """Tell whether a word that ends at `at` may appear between a number and its noun."""
        return word.lower() in self._between

    def noun(
        self,
        text: str,  # noqa: ARG002 (a language may look at the number)
        first: int,  # noqa: ARG002
        at: int,
        word: str,
        *,
        listed_only: bool,
    ) -> Counted | None:
        """Give what the noun `word`, which ends at `at`, makes of the number that ends at `first`."""
        low = word.lower()
        unit = self.nouns.get(low)
        if unit is not None:
            return Counted(unit, at, is_time=False)
        if listed_only or low in self.names.not_counted or low in self.names.calendar:
            return None
        is_plural = len(low) > 3 and low[-1] in "sx" and not word[0].isupper()
        return Counted(low, at, is_time=False) if is_plural else None

    def _whole(self, text: str, at: int, unit: str) -> Counted | None:
        """Add to a unit what belongs to it: "quarters in a row"."""
        is_time = unit in self.times
        if is_time and self._aged.match(text, at):
            return None
        row = self._in_a_row.match(text, at) if is_time else None
        return Counted(f"consecutive {unit}" if row else unit, row.end() if row else at, is_time)

    def counted_of(self, text: str, at: int) -> Counted | None:
        """Give the noun of "of the 60 banks" after a number that ends at `at`: it counts such too."""
        match = self._of.match(text, at)
        if match is None:
            return None
        noun = self.counted(text, match.end())
        return None if noun is None or noun.is_time else noun

    def names_a_counted(self, text: str, at: int) -> bool:
        """Tell whether a word right after `at` is a listed noun."""
        match = self.word.match(text, at)
        return match is not None and match[1].lower() in self.listed

    def unit_named(self, word: str) -> str | None:
        """Give the unit of a listed noun, in lower case."""
        return self.listed.get(word)

    def _compound(self, text: str, at: int) -> Counted | None:
        """Read the noun of a compound such as "40-Stunden-Woche" or "5-Jahres-Plan"."""
        match = self._joined.match(text, at)
        if match is None:
            return None
        low = match[1].lower()
        unit = self._compounds.get(low) or self._compounds.get(low.removesuffix("s"))
        unit = unit or self.nouns.get(low)
        return Counted(unit, match.end(), unit in self.times) if unit else None
