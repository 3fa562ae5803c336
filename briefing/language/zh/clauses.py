"""Find the clause that words are in, in a text in pieces."""

from __future__ import annotations

import re
from typing import Final

_CLOSING: Final = frozenset(",;:!?)")
_SIGNS: Final = "\"'[](,;:!?"
_BEFORE: Final = 160
_AFTER: Final = 80
"""How many code points to either side of a number are looked at for the words of its clause."""
_END: Final = re.compile(r"[,;:!?)\n]")


def clause(tokens: list[str]) -> list[str]:
    """Keep what comes after the last clause mark, without opening brackets and quotation marks."""
    first = len(tokens)
    while first:
        token = tokens[first - 1]
        if token[-1] in _CLOSING:
            break
        if token[0] == "(":
            bare = token.lstrip("(")
            return [bare, *tokens[first:]] if bare else tokens[first:]
        first -= 1
    kept = [token.strip("\"'") for token in tokens[first:]]
    return [token for token in kept if token]


def words_before(text: str, start: int) -> list[str]:
    """Give the words of the clause up to `start`."""
    return clause(text[max(0, start - _BEFORE) : start].split())


def clause_before(text: str, start: int) -> list[str]:
    """Give the words of the clause before the one up to `start`."""
    tokens = text[max(0, start - _BEFORE) : start].split()
    own = len(clause(tokens))
    left = tokens[: len(tokens) - own] if own else tokens
    return clause([*left[:-1], left[-1].rstrip(_SIGNS)]) if left else []


def words_after(text: str, end: int) -> list[str]:
    """Give the words from `end` to the end of the clause."""
    near = text[end : end + _AFTER]
    stop = _END.search(near)
    return [
        word
        for token in near[: stop.start() if stop else None].split()
        if (word := token.strip(_SIGNS))
    ]
