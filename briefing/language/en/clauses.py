"""Find the clause that words stand in."""

from __future__ import annotations

from typing import Final

_CLOSING: Final = frozenset(",;:!?)—.")
_ABBREVIATED: Final = frozenset({"approx.", "ca.", "c.", "est.", "u.s."})
_OPENING: Final = "([\"'“‘"


def clause(tokens: list[str]) -> list[str]:
    """Keep what stands after the last clause mark, without opening brackets and quotation marks."""
    first = len(tokens)
    while first:
        token = tokens[first - 1]
        if token[-1] in _CLOSING and token.lower() not in _ABBREVIATED:
            break
        if token[0] in _OPENING:
            bare = token.lstrip(_OPENING)
            return [bare, *tokens[first:]] if bare else tokens[first:]
        first -= 1
    return tokens[first:]
