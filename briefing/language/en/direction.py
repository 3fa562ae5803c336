"""Read from the words around a quantity whether it rose or fell, was earned or lost.

Only words that belong to the number count: a verb close before it or joined by "by", a noun joined
by "of" or a verb of being, a noun or comparative close after it. A level reached ("fell to 5%",
"fell below 5%") has no direction, unless it is a loss, a profit or growth itself. Where a verb
comes between, what is before it is the subject, and speaks of something else.
"""

from __future__ import annotations

import re
from typing import Final

from briefing.language.default.clauses import Clauses
from briefing.language.en.direction_nouns import ENDERS, governing_noun, holds_digit, is_verb
from briefing.language.en.direction_words import (
    AFTER_SUM,
    BEFORE_DAYS,
    CHANGES,
    COPULAS,
    CUTTING,
    DAYS,
    DETERMINERS,
    EARNING,
    FINITE,
    INTO,
    LEVELS,
    LIGHT,
    MODALS,
    MOVING,
    PARTICLES,
    PLACING,
    RATES,
    SIGN_AFTER,
    SIGN_BEFORE,
    SIGN_STOPS,
    SPENDING,
    SPOILING,
    SUBJECTS,
    YEARLY,
)
from briefing.language.en.number_words import ARTICLES
from briefing.patterns import compiled

_CLAUSES: Final = Clauses("en")
_REACH: Final = 96
"""How many code points before a number are looked at for a subject that figures part from it."""
_FARTHEST_VERB: Final = 6
_FARTHEST_VERB_BY: Final = 9
_FARTHEST_RATE: Final = 5
_MOST_AFTER: Final = 5
_WORD_AFTER: Final = compiled(r"[\s-]{1,2}([A-Za-z][\w'’]*(?:-\w+)*)")
_LEVEL_BEFORE: Final = compiled(r"\s(?:from|payment)(?!\w)", re.IGNORECASE)
"""After "8% down", this tells that 8% is a level and the fall is another figure."""
_IN_A_COLOUR: Final = compiled(r"\sin the (?:(?P<red>red)|black|green)(?!\w)")
_IN_LOSSES: Final = compiled(
    r"\s(?:in|of) (?:[a-z-]+ ){0,2}(?:(?P<losses>losses)|profits?|earnings|net income)(?!\w|[- ]tax)"
)
_SHARE: Final = compiled(r"(?:%|percent|per cent|points?)$")
_FIGURE: Final = compiled(r"[0-9]\S*(?: (?:million|billion|trillion))?(?: [a-z]+)?$")
_PACE: Final = compiled(r" (?:[a-z-]+ ){0,2}(?:rate|pace|clip)(?!\w)")
_ON_AVERAGE: Final = ", on average, "
_PER_SHARE: Final = compiled(r" (?:a|per) share$")
_UNITS: Final = frozenset(
    "percent cent cents percentage point points million billion trillion bn mln bln m b tn yuan "
    "dollars euros pounds yen won rupees crore lakh hundred thousand".split()
)
_UNSAID: Final = ""
_EITHER_WAY: Final = ["or", "minus"]


def direction(
    text: str, words: list[str], start: int, end: int, *, is_money: bool, is_level: bool
) -> str:
    """Give the direction that the words around a quantity state.

    `words` come before it without its hedge, which starts at `start`; `end` is where it ends.
    `is_level` tells that the hedge names a level reached.
    """
    if words[-2:] == _EITHER_WAY:
        return _UNSAID
    if words and words[-1] == "between":
        words = words[:-1]
    if not words:
        return _first_of_clause(text, start, end, is_money=is_money) or _following(
            text, end, is_sum=is_money
        )
    last = words[-1]
    if last in ENDERS and (sign := _linked(text, start, words, is_money=is_money)):
        return (last in COPULAS and _following(text, end, is_sum=is_money)) or sign
    if is_level and last not in ARTICLES:
        return _UNSAID
    return _moved(text, words, start, end, is_money=is_money) or _following(
        text, end, is_sum=is_money
    )


def _linked(text: str, start: int, words: list[str], *, is_money: bool) -> str:
    sign = governing_noun(words, is_money=is_money)
    if sign is None:
        sign = governing_noun(_earlier(text, start), is_money=is_money)
    return sign or _UNSAID


def _moved(text: str, words: list[str], start: int, end: int, *, is_money: bool) -> str:
    """Read the verb before a number that moves it, however the two are joined."""
    last = words[-1]
    if last == "between":
        return _nearest(words[:-1], _FARTHEST_VERB, stops=True)
    if last == "by":
        before = words[:-1] or _before_comma(text, start)
        return _nearest(before, _FARTHEST_VERB_BY, stops=False)
    if last in ("and", "or") and len(words) == 1:
        return _beside(text, last, start, end, is_money=is_money)
    if last == "of" or last in ARTICLES:
        return _at_rate(words, text, end)
    if last == "at":
        return _UNSAID
    if is_money and last in EARNING:
        return "+"
    if is_money and last in SPENDING and _goes_into(text, end):
        return _UNSAID
    return _nearest(words, _FARTHEST_VERB, stops=True)


def _goes_into(text: str, end: int) -> bool:
    """Tell whether a sum is spent on what follows: "sank $5 million into a pier"."""
    follows = _WORD_AFTER.match(text, end)
    return follows is not None and follows[1].lower() in INTO


def _first_of_clause(text: str, start: int, end: int, *, is_money: bool) -> str:
    """Read "fell, on average, 5%", "Net loss: $5m" and "a loss of 5 million yuan ($1 million)"."""
    mark = text[start - 2 : start]
    if text.endswith(_ON_AVERAGE, 0, start):
        words = _earlier(text, start - len(_ON_AVERAGE))
        return _nearest(words, _FARTHEST_VERB, stops=True)
    if mark == ": ":
        return governing_noun(_earlier(text, start - 2), is_money=is_money) or _UNSAID
    return _beside(text, "", start, end, is_money=is_money) if mark == " (" else _UNSAID


def _earlier(text: str, start: int) -> list[str]:
    """Give the words of the clause before `start` without its figures."""
    words = [
        token.lower() for token in _CLAUSES.clause(text[max(0, start - _REACH) : start].split())
    ]
    return [word for word in words if word not in _UNITS and not holds_digit(word)]


def _before_comma(text: str, start: int) -> list[str]:
    """Give the words of "fell, on average, by" without its last."""
    head = text[max(0, start - _REACH) : start].rstrip()[: -len("by")].rstrip(" ,")
    return _earlier(head.removesuffix(_ON_AVERAGE.rstrip(" ,")), len(head))


def _at_rate(words: list[str], text: str, end: int) -> str:
    """Read "grew at an annual rate of 5%" and "grew at a 5% pace"."""
    if "at" not in words[-_FARTHEST_RATE:]:
        return _UNSAID
    if words[-1] == "of":
        if words[-2] not in RATES:
            return _UNSAID
    elif not _PACE.match(text, end):
        return _UNSAID
    joined = len(words) - 1 - words[::-1].index("at")
    return _nearest(words[:joined], _FARTHEST_VERB, stops=True)


def _beside(text: str, word: str, start: int, end: int, *, is_money: bool) -> str:
    """Read a figure's share in the one before: "fell 2% and 9%", "fell $2, or 9%", "$2 (¥9)"."""
    head = text[max(0, start - _REACH) : start].rstrip(" ()")
    if word == "and":
        head = head[: -len("and")].rstrip()
        if is_money or not _SHARE.search(head) or text.startswith(" of ", end):
            return _UNSAID
    elif word == "or":
        head = head[: -len("or")].rstrip(" ,")
    elif not _FIGURE.search(head):
        return _UNSAID
    words = _earlier(_PER_SHARE.sub("", head), len(head))
    sign = governing_noun(words, is_money=is_money)
    return sign or _nearest(words, _FARTHEST_VERB, stops=True)


def _nearest(words: list[str], farthest: int, *, stops: bool) -> str:
    """Read the verb, or the noun or participle right before the number, that moves it."""
    if MOVING.isdisjoint(words):
        return _UNSAID
    at, lowest = len(words), max(0, len(words) - farthest)
    is_bare, has_verb = True, False
    while at > lowest:
        at -= 1
        word = words[at]
        if word in DAYS and at and (skipped := _adverb(words, at)):
            at -= skipped
            continue
        sign = _by_verb(words, at)
        if sign is not None:
            if has_verb and word not in FINITE:
                return _UNSAID
            if is_bare or word not in SUBJECTS or _moves_object(words, at, stops=stops):
                return sign
        if word == "to" or (stops and _stops(words, at)):
            break
        has_verb = has_verb or is_verb(word)
        is_bare = is_bare and (word in LIGHT or word.endswith("ly"))
    return _UNSAID


def _stops(words: list[str], at: int) -> bool:
    word = words[at]
    if word in DETERMINERS:
        return at == len(words) - 1
    return word in SIGN_STOPS and word not in LIGHT


def _moves_object(words: list[str], at: int, *, stops: bool) -> bool:
    """Tell whether a word that may be a noun is not one, or one that "by" follows: "a cut in X by"."""
    if words[at] in CUTTING or (at and words[at - 1] in MODALS):
        return True
    return not stops and words[at + 1] in ("of", *PLACING)


def _adverb(words: list[str], at: int) -> int:
    """Give how many words before a day or year make an adverb with it: "this", "year on", "on the"."""
    one = words[at - 1]
    if one in ("on", "over") and words[at] in YEARLY and at > 1 and words[at - 2] in YEARLY:
        return 2
    if one not in BEFORE_DAYS:
        return 0
    return 2 if one == "the" and at > 1 and words[at - 2] in ("on", "for", "in") else 1


def _by_verb(words: list[str], at: int) -> str | None:
    word = words[at]
    particle = PARTICLES.get(word)
    if particle is None:
        return SIGN_BEFORE.get(word)
    before = words[at - 1] if at else ""
    if before in particle:
        return particle[before]
    return None if word in ("back", "off") else SIGN_BEFORE[word]


def _following(text: str, at: int, *, is_sum: bool) -> str:
    """Read the noun or comparative that follows a number ending at `at`."""
    table = AFTER_SUM if is_sum else SIGN_AFTER
    sign = _UNSAID
    for _ in range(_MOST_AFTER):
        match = _WORD_AFTER.match(text, at)
        if match is None:
            break
        start, at = at, match.end()
        word = match[1].lower()
        if sign:
            return _after_level(word, sign)
        found = table.get(word)
        if found is not None:
            if not (is_sum and word in LEVELS):
                return _UNSAID if _LEVEL_BEFORE.match(text, at) else found
            sign = found
        elif word in ("on", "over"):
            follows = _WORD_AFTER.match(text, at)
            if follows is None or follows[1].lower() not in YEARLY:
                break
        elif word in ("in", "of"):
            return _in_phrase(text, start, is_sum=is_sum)
        elif word in SIGN_STOPS or word in SIGN_BEFORE:
            break
    return sign


def _after_level(word: str, sign: str) -> str:
    """Read the word after "a $5m profit": "a $5m profit drop", "a $5m profit warning"."""
    return _UNSAID if word in SPOILING else SIGN_AFTER.get(word, sign) if word in CHANGES else sign


def _in_phrase(text: str, at: int, *, is_sum: bool) -> str:
    """Read "5% in the red" and "$5m in losses"."""
    colour = _IN_A_COLOUR.match(text, at)
    if colour is not None:
        return "-" if colour["red"] else "+"
    losses = _IN_LOSSES.match(text, at) if is_sum else None
    if losses is None:
        return _UNSAID
    return "-" if losses["losses"] else "+"
