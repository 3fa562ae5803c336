"""Tell which word after a number is the thing counted: a unit of measure, a listed noun, a plural."""

from __future__ import annotations

import re
from typing import Final

from briefing.language import longest_first, table
from briefing.language.default.counting import Counting
from briefing.language.es.names import NAMES
from briefing.language.es.number_words import NUMBER_WORDS
from briefing.language.grammars import Counted
from briefing.language.numerals import digits, scale_word
from briefing.patterns import compiled

_PHRASES: Final[dict[str, str]] = table("es", "nouns")["phrases"]
_PHRASE: Final = compiled(
    rf"\s({longest_first(_PHRASES)})(?!\w)".replace(" ", r"\s"), re.IGNORECASE
)
_NUMBER: Final = rf"(?:{digits('es')}|(?i:{NUMBER_WORDS})(?!\w))(?:(?i:{scale_word('es')}))?(?=\s)"
_OWNED: Final = r"(?:todos\s|todas\s)?(?:los|las|sus|estos|estas|esos|esas|nuestros|nuestras)"
_PATTERNS: Final = {
    "word": r"[\s\u00a0]{1,2}([A-Za-zÁÉÍÓÚÜÑáéíóúüñ](?:\w|-(?=\w))*)",
    "joined": r"-([a-záéíóúüñ]+)(?!\w)",
    # What comes between a count and what it counts a part of: "40 | de los 60 | bancos".
    "of": rf"\sde\s(?:{_OWNED}(?=\s)(?:\s{_NUMBER})?|{_NUMBER})",
    "row": r"\s(?:consecutiv[oa]s|seguid[oa]s)(?!\w)",
    "aged": r"\sde\sedad(?!\w)",
}
_UNSAID: Final = compiled(r"\sbajo\scero(?!\w)")
"""What makes another number of the one before the noun: "5 grados bajo cero"."""


class _Spanish(Counting):
    def counted(self, text: str, at: int, *, listed_only: bool = False) -> Counted | None:
        """Give the noun that the number ending at `at` counts, also one of several words."""
        phrase = _PHRASE.match(text, at)
        if phrase is not None:
            unit = _PHRASES[" ".join(phrase[1].lower().split())]
            return Counted(unit, phrase.end(), is_time=False)
        found = super().counted(text, at, listed_only=listed_only)
        return None if found is None or _UNSAID.match(text, found.end) else found


COUNTING: Final = _Spanish("es", NAMES, _PATTERNS)
