"""Tell which word after a number is the thing counted: "5 millions de tonnes", "12 nouveaux magasins"."""

from __future__ import annotations

from typing import Final

from briefing.language import longest_first
from briefing.language.default.counting import Counting
from briefing.language.fr.names import NAMES
from briefing.language.fr.number_words import NUMBER_WORDS
from briefing.language.grammars import Counted
from briefing.language.numerals import digits, scale_word
from briefing.patterns import compiled

_LETTERS: Final = "A-Za-zÀ-ÖØ-öø-ÿœŒ"
_OWNING: Final = longest_first(NAMES.owning)
_NUMBER: Final = rf"(?:{digits('fr')}|(?i:{NUMBER_WORDS})(?!\w))(?!(?i:{scale_word('fr')}))(?=\s)"
_PATTERNS: Final = {
    "word": rf"[\s\u00a0\u202f'’]{{1,2}}([{_LETTERS}](?:[\w&]|[-.](?=\w))*)",
    "joined": rf"-([{_LETTERS}]+)(?!\w)",
    # What comes between a count and what it counts a part of: "40 | des 60 | banques".
    "of": rf"\s(?:de\s(?:{_OWNING})\s|des\s(?:quelque\s)?|d['’]entre\s(?:les\s)?|sur\s(?:les\s)?)(?={_NUMBER}){_NUMBER}",
    "row": r"\s(?:consécutifs?|consécutives?|d['’]affilée|de\ssuite)(?!\w)",
    "aged": r"\s(?:d['’]âge)(?!\w)",
}
_OF: Final = compiled(
    r"\s(?:de(?=\s)|d['’](?=\w))(?!\s(?:plus|moins|la|le|l['’]|ces|ses|cette|son|sa)(?!\w))"
)
"""Between a scale and what it is of."""
_DEMONYM: Final = compiled(
    r"[A-ZÀ-Ý][\w-]+(?:[ao]is(?:es)?|ain(?:e)?s|ien(?:ne)?s|éen(?:ne)?s|and(?:e)?s|gnol(?:e)?s|niques)"
    r"|Russes|Suisses|Belges|Turcs|Grecs|Juifs|Tchèques|Slaves|Arabes|Bretons|Corses"
)
_UNSAID: Final = compiled(r"\s(?:(?:en\s|au-)?(?:dessous\sde\s)|sous\s)zéro(?!\w)")
"""What makes another number of the one before the noun: "5 degrés sous zéro"."""
_SCALE: Final = compiled(
    r"(?:millions?|milliards?|billions?|mille|milliers?|douzaines?|aine|demi|[mM]ds?|mio)$"
)


class _French(Counting):
    def counted(self, text: str, at: int, *, listed_only: bool = False) -> Counted | None:
        """Give the noun that the number ending at `at` counts, past the "de" that a scale asks for."""
        match = _OF.match(text, at) if text[at : at + 2] == " d" else None
        if match is None:
            found = super().counted(text, at, listed_only=listed_only)
            return None if found is None or _UNSAID.match(text, found.end) else found
        if _SCALE.search(text, max(0, at - 12), at) is None:
            return None
        end = match.end()
        glued = text[end - 1] in "'’"  # the sign parts two words as a blank does
        return super().counted(text, end - glued, listed_only=listed_only)

    def noun(
        self, text: str, first: int, at: int, word: str, *, listed_only: bool
    ) -> Counted | None:
        """Give what a noun makes of the number that ends at `first`: "400 Français" are counted too."""
        if not listed_only and _DEMONYM.fullmatch(word):
            return Counted(word.lower(), at, is_time=False)
        return super().noun(text, first, at, word, listed_only=listed_only)


COUNTING: Final = _French("fr", NAMES, _PATTERNS)
