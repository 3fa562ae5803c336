"""Read the words around a number: what bounds or softens it, and which direction they give."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final, NamedTuple

from briefing.figures.wording import (
    HEDGE_ENDINGS,
    HEDGES,
    LEVEL_HEDGES,
    LOSS_LINKS,
    LOSSES,
    SIGN_AFTER,
    SIGN_BEFORE,
    SIGN_OF,
    SIGN_STOPS,
    SYMBOL_HEDGES,
    TRAILING_HEDGES,
    YEARLY,
)
from briefing.model.figures import Hedge, Kind, Sign

WINDOW: Final = 64
"""How many code points before a number are looked at."""

_CLOSING: Final = frozenset(",;:!?)—.")
_ABBREVIATED: Final = frozenset({"approx.", "ca.", "c.", "est.", "u.s."})
_OPENING: Final = "([\"'“‘"
_LONGEST_HEDGE = 5
_FARTHEST_VERB = 4
_FARTHEST_VERB_BY = 7
_FARTHEST_NOUN = 6
_WORD_AFTER = re.compile(r"[\s-]{1,2}([A-Za-z][\w'’]*(?:-\w+)*)")
_MOST_AFTER = 5
_LEVEL_BEFORE = re.compile(r"\s(?:from|payment)(?!\w)", re.IGNORECASE)
"""After "8% down", this tells that 8% is a level and the fall is another figure."""
_TRAILING = re.compile(
    r"(?P<plus>\+)|(?:\s|-)(?P<words>"
    + "|".join(sorted((key for key in TRAILING_HEDGES if key != "+"), key=len, reverse=True))
    + r")(?!\w)",
    re.IGNORECASE,
)


_TRAILING_INITIALS: Final = frozenset(
    case for phrase in TRAILING_HEDGES for case in (phrase[0], phrase[0].upper())
)
_PLAIN: Final = Hedge.PLAIN
_UNSAID: Final = Sign.UNSAID


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
    raw = _clause(text[begin:at].split())
    words = [token.lower() for token in raw]
    last = raw[-1] if raw else ""
    symbol = SYMBOL_HEDGES.get(text[at - 1 : at])
    if symbol is not None:
        return Before(words, symbol, "", at - 1, last)
    article = len(words) > 1 and words[-1] in ("a", "an")
    count, phrase = _hedge(words[:-1] if article else words)
    if not count:
        return Before(words, _PLAIN, "", at, last)
    hedge, taken = HEDGES[phrase], count + article
    words = words[:-taken]
    outer, outer_phrase = _hedge(words)
    if outer:
        hedge = HEDGES[outer_phrase] if HEDGES[outer_phrase].is_bound else hedge
        taken += outer
        words = words[:-outer]
    return Before(words, hedge, phrase, _start_of(text, begin, at, taken), last)


def _clause(tokens: list[str]) -> list[str]:
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


def direction(text: str, left: Before, end: int, kind: Kind) -> Sign:
    """Give the direction that the words around a quantity state.

    Only words that belong to the number count: a verb close before it or joined by "by", a noun
    joined by "of", a noun or comparative close after it. A level reached ("fell to 5%", "fell below
    5%") has no direction.
    """
    words = left.words
    if kind is Kind.MONEY and _is_loss(words):
        return Sign.MINUS
    if left.phrase in LEVEL_HEDGES:
        return _UNSAID
    sign = _UNSAID
    if words:
        last = words[-1]
        if last == "by":
            sign = _nearest(words[:-1], _FARTHEST_VERB_BY, stops=False)
        elif last in ("of", "at"):
            sign = _noun_of(words[:-1])
        elif last not in ("a", "an"):
            sign = _nearest(words, _FARTHEST_VERB, stops=True)
    return sign or _following(text, end)


def _is_loss(words: list[str]) -> bool:
    for word in reversed(words):
        if word in LOSSES:
            return True
        if word not in LOSS_LINKS:
            break
    return False


def _nearest(words: list[str], farthest: int, *, stops: bool) -> Sign:
    skip = False
    for step, word in enumerate(reversed(words)):
        if step >= farthest + 2:
            break
        if skip:
            skip = False
            continue
        if word in YEARLY and step + 1 < len(words) and words[-step - 2] in ("on", "over"):
            skip = True
            continue
        sign = SIGN_BEFORE.get(word)
        if sign is not None:
            return sign
        if (stops and word in SIGN_STOPS and word not in ("a", "an", "by", "no")) or word == "to":
            break
    return _UNSAID


def _noun_of(words: list[str]) -> Sign:
    """Read "a drop of" and "a drop in net income of"."""
    if words and words[-1] in SIGN_OF:
        return SIGN_OF[words[-1]]
    tail = words[-_FARTHEST_NOUN:]
    for noun, link in pairwise(tail):
        if link == "in" and noun in SIGN_OF:
            return SIGN_OF[noun]
    return _UNSAID


def _following(text: str, at: int) -> Sign:
    for _ in range(_MOST_AFTER):
        match = _WORD_AFTER.match(text, at)
        if match is None:
            break
        at = match.end()
        word = match[1].lower()
        sign = SIGN_AFTER.get(word)
        if sign is not None:
            return _UNSAID if _LEVEL_BEFORE.match(text, at) else sign
        if word in ("on", "over"):
            follows = _WORD_AFTER.match(text, at)
            if follows is None or follows[1].lower() not in YEARLY:
                break
        elif word in SIGN_STOPS or word in SIGN_BEFORE:
            break
    return _UNSAID
