"""Tell numbers that count things from numbers that name them: years, dates, ranks, product names."""

from __future__ import annotations

import re
from typing import Final

from briefing.language import longest_first, table, words_of
from briefing.language.default.names import Beside, Names
from briefing.patterns import compiled

_TABLE: Final = table("fr", "names")
_HEDGING: Final = words_of(
    *(word for row in table("fr", "hedges")["before"] for word in row["words"]),
    *table("fr", "directions")["joining"]["prepositions"].split(),
    "le la les un une ces ses",
)
_STREET: Final = compiled(
    rf"(?:\sbis|\ster)?,?\s(?:{longest_first(_TABLE['addresses']['words'].split())})(?!\w)",
    re.IGNORECASE,
)
_GLUED: Final = compiled(r"^[ld]['’]")
_ORDINAL: Final = compiled(r"(?:er|re|ère|e|è|ème|eme|nd|nde|ᵉ|ʳ)(?!\w)")
_AT_HOUR: Final = compiled(r"\s?[hH]\s?[0-9]{2}(?!\w)")
_HOUR: Final = compiled(r"\s?[hH](?:\s?[0-9]{2})?(?!\w)|\sheures?(?:\s[0-9]{2})?(?!\w)")
_POSTCODE: Final = compiled(r"(?<![\w.,])[0-9]{5}$")
_TOWN: Final = compiled(r"\s[A-ZÀ-Ý]")
_ON: Final = compiled(
    rf"(?:\s[a-zà-ÿ-]+)?\ssur\s(?:[0-9]{{1,4}}|{longest_first(table('fr', 'fractions')['of'])})(?![\w.,%-])"
)
""""quatre utilisateurs | sur cinq" are a share."""
_MORE: Final = compiled(r"\s(?:de\splus|de\smoins|en\splus|en\smoins|supplémentaires)(?!\w)")
""""200 magasins de plus qu'en 2023" are no 200."""
_FIRST_OF: Final = compiled(r"\s(?:premiers|premières)\s")
""""les neuf | premiers mois" is a period."""
_OF_COUNT: Final = compiled(
    rf"(?<!\w)(?:[0-9]+|{longest_first(table('fr', 'numbers')['units'])})\sde\s\w+\s$"
)
_LONGEST_WORD: Final = 24


class _French(Names):
    def is_naming(self, word: str) -> bool:
        """Tell whether a word, past an article that is glued to it, makes a name of a number after it."""
        return word in self.naming or _GLUED.sub("", word) in self.naming

    def names_it(self, text: str, at: int) -> bool:
        """Tell "Windows 11" from "Environ 11" where either starts a sentence."""
        raw = text[max(0, at - _LONGEST_WORD) : at].rsplit(None, 1)[-1:]
        low = raw[0].lower() if raw and text[at - 1 : at].isspace() else ""
        if not low.isalpha() or not raw[0][0].isupper():
            return False
        return low not in self.not_counted and low not in _HEDGING

    def names_after(self, text: str, end: int) -> bool:
        """Tell digits before a month, an hour, a street or a town from others, and ordinals."""
        if super().names_after(text, end) or _ORDINAL.match(text, end):
            return True
        if _STREET.match(text, end) or _HOUR.match(text, end):
            return True
        is_postcode = _POSTCODE.search(text, max(0, end - 6), end) is not None
        return is_postcode and _TOWN.match(text, end) is not None

    def is_other(self, beside: Beside) -> bool:
        """Tell an hour, an address, "200 magasins de plus" and "un sur cinq" from counts."""
        text, (start, end) = beside.text, beside.span
        written_end = start + len(beside.number)
        if _MORE.match(text, end) or _STREET.match(text, written_end):
            return True
        if _ON.match(text, end) and beside.unit not in self.lengths:
            return True
        if beside.unit == "hours" and (
            beside.words[-1:] == ["à"] or _AT_HOUR.match(text, written_end)
        ):
            return True
        if beside.words[-1:] == ["sur"] and beside.number[0].isalnum():
            return self._is_share(beside)
        if beside.unit in self.lengths and _FIRST_OF.match(text, written_end):
            return True
        return beside.unit == "years" and _is_age(beside.words)

    def is_of_count(self, beside: Beside) -> bool:
        """Tell "deux de ses | sept usines", which counts both, from "ses sept usines"."""
        start = beside.span[0]
        lead = beside.text[max(0, start - _LONGEST_WORD) : start].lower()
        is_owned = beside.words[-1:] != [] and beside.words[-1] in self.owning
        return is_owned and _OF_COUNT.search(lead) is not None

    def _is_share(self, beside: Beside) -> bool:
        """Tell "quatre sur cinq utilisateurs"."""
        before = beside.words[-2:-1]
        return before != [] and (before[0].isdigit() or before[0] in self.small)


def _is_age(words: list[str]) -> bool:
    """Tell "âgé de 3 ans" and "un enfant de 3 ans" from lengths of time."""
    if words[-1:] == ["de"]:
        return words[-2:-1] != [] and words[-2] in (
            "âgé",
            "âgée",
            "âgés",
            "âgées",
            "enfant",
            "enfants",
        )
    return words[-1:] == ["les"] or words[-2:] == ["plus", "de"]


NAMES: Final = _French("fr", r"\.?[\s-]([A-Za-zÀ-ÖØ-öø-ÿ]+)")
