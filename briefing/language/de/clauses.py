"""Find the clause that words stand in."""

from __future__ import annotations

import re
from typing import Final

from briefing.language import table

_CLOSING: Final = frozenset(",;:!?)—–.")
_OPENING: Final = "([\"'„“‚‘»«"
_BEFORE: Final = 200
_AFTER: Final = 160
"""How many code points to either side of a number are looked at for the words of its clause."""
_SIGNS: Final = "\"'„“‚‘»«()[]"
_END: Final = re.compile(r"[,;:!?)\]–—\n]")
_ABBREVIATED: Final = frozenset(table("de", "sentences")["abbreviations"])


def clause(tokens: list[str]) -> list[str]:
    """Keep what stands after the last clause mark, without opening brackets and quotation marks."""
    first = len(tokens)
    while first:
        token = tokens[first - 1]
        if closes(token):
            break
        if token[0] in _OPENING:
            bare = token.lstrip(_OPENING)
            return [bare, *tokens[first:]] if bare else tokens[first:]
        first -= 1
    return tokens[first:]


def closes(token: str) -> bool:
    """Tell whether a token ends a clause: by its last sign, unless that cuts a word short."""
    if token[-1] not in _CLOSING:
        return False
    bare = token.lstrip(_OPENING)
    return not (token[-1] == "." and (bare[:-1].lower() in _ABBREVIATED or len(bare) == 2))


def words_before(text: str, start: int) -> list[str]:
    """Give the words of the clause up to `start`, in lower case."""
    tokens = clause(text[max(0, start - _BEFORE) : start].split())
    return [token.strip(_SIGNS).lower() for token in tokens if token.strip(_SIGNS)]


def words_after(text: str, end: int) -> list[str]:
    """Give the words from `end` to the end of the clause, in lower case."""
    words: list[str] = []
    for token in text[end : end + _AFTER].split():
        if _END.match(token) and words == [] and len(token) == 1:
            break
        bare = token.strip(_SIGNS + ",;:!?.").lower()
        if token[0] in ",;:!?)–—." and not bare:
            break
        if token[0] in ",;:!?)":
            break
        words.append(f"{bare}." if token.endswith(".") and not closes(token) else bare)
        if closes(token):
            break
    return words
