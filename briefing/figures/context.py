"""Read the words around a number: those of its clause, and what bounds or softens it."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from briefing.figures.hedges import (
    HEDGE_ENDINGS,
    HEDGES,
    NEEDED_BEFORE,
    NOT_AFTER_PLUS,
    SYMBOL_HEDGES,
    TRAILING_HEDGES,
)
from briefing.model.figures import Hedge

WINDOW: Final = 64
"""How many code points before a number are looked at."""

_CLOSING: Final = frozenset(",;:!?)—.")
_ABBREVIATED: Final = frozenset({"approx.", "ca.", "c.", "est.", "u.s."})
_OPENING: Final = "([\"'“‘"
_LONGEST_HEDGE = 5
_TRAILING = re.compile(
    r"(?P<plus>\+)(?![\d$€£¥])|(?:\s|-)(?P<words>"
    + "|".join(sorted((key for key in TRAILING_HEDGES if key != "+"), key=len, reverse=True))
    + r")(?!\w)(?!(?<=plus)"
    + NOT_AFTER_PLUS
    + ")",
    re.IGNORECASE,
)
_TRAILING_INITIALS: Final = frozenset(
    case for phrase in TRAILING_HEDGES for case in (phrase[0], phrase[0].upper())
)
_PLAIN: Final = Hedge.PLAIN


class Before(NamedTuple):
    """Hold the words that stand before a number in its clause."""

    words: list[str]
    """In lower case, without the hedge."""
    hedge: Hedge
    phrase: str
    """The hedge as `HEDGES` spells it, or nothing."""
    start: int
    """Where the hedge starts in the text; where the number starts if there is none."""
    raw: str
    """The word right before the number as written, or nothing."""


def before(text: str, floor: int, at: int) -> Before:
    """Read the words that end at `at`, reaching back to `floor` or the clause mark before it."""
    begin = max(floor, at - WINDOW)
    if begin > floor and text[begin - 1].isalnum():
        begin = text.find(" ", begin, at) + 1 or at
    raw = clause(text[begin:at].split())
    words = [token.lower() for token in raw]
    last = raw[-1] if raw else ""
    symbol = SYMBOL_HEDGES.get(text[at - 1 : at])
    if symbol is not None:
        return Before(words, symbol, "", at - 1, last)
    article = len(words) > 1 and words[-1] in ("a", "an")
    count, phrase = _hedge(words[:-1] if article else words)
    if not count or (phrase in NEEDED_BEFORE and not _is_hedge(words, phrase)):
        return Before(words, _PLAIN, "", at, last)
    hedge, taken = HEDGES[phrase], count + article
    words = words[:-taken]
    outer, outer_phrase = _hedge(words)
    if outer:
        hedge = HEDGES[outer_phrase] if HEDGES[outer_phrase].is_bound else hedge
        taken += outer
        words = words[:-outer]
    return Before(words, hedge, phrase, _start_of(text, begin, at, taken), last)


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


def _hedge(words: list[str]) -> tuple[int, str]:
    """Give how many of the last words are a hedge, and the hedge."""
    if words and words[-1] in HEDGE_ENDINGS:
        for count in range(min(_LONGEST_HEDGE, len(words)), 0, -1):
            phrase = " ".join(words[-count:])
            if phrase in HEDGES:
                return count, phrase
    return 0, ""


def _is_hedge(words: list[str], phrase: str) -> bool:
    """Tell whether a plain verb is a hedge here, by what stands before it."""
    return words[-1] == phrase and len(words) > 1 and words[-2] in NEEDED_BEFORE[phrase]


def _start_of(text: str, begin: int, at: int, count: int) -> int:
    """Give where the last `count` words of `text[begin:at]` start."""
    left = text[begin:at].rstrip()
    head = left.rsplit(None, count)
    start = begin + (len(head[0]) if len(head) > count else 0)
    while start < at and (text[start].isspace() or text[start] in _OPENING):
        start += 1
    return start


def after(text: str, at: int) -> tuple[Hedge, int]:
    """Read a hedge that follows a quantity ending at `at`; give it and where it ends."""
    near = text[at : at + 2]
    match = _TRAILING.match(text, at) if near[:1] == "+" or near[1:] in _TRAILING_INITIALS else None
    if match is None:
        return _PLAIN, at
    return TRAILING_HEDGES[(match["plus"] or match["words"]).lower()], match.end()
