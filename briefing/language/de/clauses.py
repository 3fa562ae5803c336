"""Find the clause that words stand in."""

from __future__ import annotations

from typing import Final

from briefing.language import table

_CLOSING: Final = frozenset(",;:!?)—–.")
_OPENING: Final = "([\"'„“‚‘»«"
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
