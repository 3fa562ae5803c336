"""Tell which word after a number is the thing counted: a unit of measure, or the next noun, by its capital."""

from __future__ import annotations

from typing import Final

from briefing.language import longest_first
from briefing.language.de.names import NAMES, NO_NOUNS, POSTCODE
from briefing.language.de.number_words import NUMBER_WORDS
from briefing.language.default.counting import Counting
from briefing.language.grammars import Counted
from briefing.language.numerals import digits, scale_word
from briefing.patterns import compiled

_ADJECTIVE: Final = compiled(r".{2,}e[nrms]?")
_OWNING: Final = longest_first(NAMES.owning)
_NUMBER: Final = rf"(?:{digits('de')}|(?i:{NUMBER_WORDS})(?!\w))(?:(?i:{scale_word('de')}))?(?=\s)"
_PATTERNS: Final = {
    "word": r"[\s\u00a0]{1,2}([A-Za-zÄÖÜäöüß](?:[\w&]|[-.](?=\w))*)",
    "joined": r"-([A-ZÄÖÜ][a-zäöüß]+)(?=-|s?(?!\w))",
    # What comes between a count and what it counts a part of: "40 | der 60 | Banken".
    "of": (
        r"\s(?:von\s(?:(?:insgesamt|allen)\s)?|von\sden\s|der\s(?:insgesamt\s)?"
        rf"|(?:von\s)?(?:{_OWNING})\s)(?={_NUMBER}){_NUMBER}"
    ),
    "row": r"\s(?:in\sFolge|hintereinander|nacheinander)(?!\w)",
    "aged": r"\s(?:alt|alte[nrsm]?|jung)(?!\w)",
}
_LONGEST_NUMBER: Final = 6


class _German(Counting):
    def may_measure(self, word: str) -> bool:
        """Tell whether a word that is spelled as a unit of measure is a noun or a short form."""
        return word[0].isupper() or word == word.lower()

    def may_stand_between(self, text: str, at: int, word: str) -> bool:
        """Tell an adjective, in small letters or of a place: "20 Berliner | Schulen"."""
        low = word.lower()
        if word[0].isupper():
            return self._is_of_a_place(text, at, low)
        return low not in NAMES.not_counted and _ADJECTIVE.fullmatch(low) is not None

    def _is_of_a_place(self, text: str, at: int, low: str) -> bool:
        if not low.endswith("er") or low in self.listed:
            return False
        following = self.word.match(text, at)
        return following is not None and following[1].lower() in self.listed

    def noun(
        self, text: str, first: int, at: int, word: str, *, listed_only: bool
    ) -> Counted | None:
        """Give what a noun makes of the number that ends at `first`; its capital marks it."""
        if not word[0].isupper():
            return None
        low = word.lower()
        unit = self.nouns.get(low)
        if unit is not None:
            return Counted(unit, at, is_time=False)
        if listed_only or low in NO_NOUNS or low in NAMES.calendar:
            return None
        if len(low) < 3 or low.endswith("jährige"):
            return None
        if POSTCODE.search(text, max(0, first - _LONGEST_NUMBER), first):
            return None
        return Counted(word, at, is_time=False)


COUNTING: Final = _German("de", NAMES, _PATTERNS)
