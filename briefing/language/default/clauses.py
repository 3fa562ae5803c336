"""Find the clause that words are in."""

from __future__ import annotations

import re
from typing import Final

from briefing.language import table

_BEFORE: Final = 200
_AFTER: Final = 160
"""How many code points to either side of a number are looked at for the words of its clause."""
_ENDING: Final = ",;:!?)–—."
_END: Final = re.compile(r"[,;:!?)\]–—\n]")


class Clauses:
    """Tells clauses apart by the signs of a language, as its table `sentences` holds them."""

    PIECES: Final = None
    """Blanks part words."""

    def __init__(self, language: str) -> None:
        sentences = table(language, "sentences")
        held = sentences["clauses"]
        self._closing = frozenset(held["closing"])
        self._opening: str = held["opening"]
        self._signs = self._opening + "()[]"
        self._any = "abbreviations" not in held
        self._shortened = frozenset(held.get("abbreviations", sentences["abbreviations"]))

    def clause(self, tokens: list[str]) -> list[str]:
        """Keep what comes after the last clause mark, without opening brackets and quotation marks."""
        first = len(tokens)
        while first:
            token = tokens[first - 1]
            if self.closes(token):
                break
            if token[0] in self._opening:
                bare = token.lstrip(self._opening)
                return [bare, *tokens[first:]] if bare else tokens[first:]
            first -= 1
        return tokens[first:]

    def closes(self, token: str) -> bool:
        """Tell whether a token ends a clause: by its last sign, unless that cuts a word short."""
        if token[-1] not in self._closing:
            return False
        if token[-1] != ".":
            return True
        bare = token.lstrip(self._opening)
        return not (bare[:-1].lower() in self._shortened or (self._any and len(bare) == 2))

    def before(self, text: str, start: int) -> list[str]:
        """Give the words of the clause up to `start`, in lower case."""
        tokens = self.clause(text[max(0, start - _BEFORE) : start].split())
        return [token.strip(self._signs).lower() for token in tokens if token.strip(self._signs)]

    def after(self, text: str, end: int) -> list[str]:
        """Give the words from `end` to the end of the clause, in lower case."""
        words: list[str] = []
        for token in text[end : end + _AFTER].split():
            if _END.match(token) and words == [] and len(token) == 1:
                break
            bare = token.strip(self._signs + ",;:!?.").lower()
            if token[0] in _ENDING and (not bare or token[0] in ",;:!?)"):
                break
            words.append(f"{bare}." if token.endswith(".") and not self.closes(token) else bare)
            if self.closes(token):
                break
        return words
