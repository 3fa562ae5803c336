"""Read in French the noun whose size a number tells, and the verb that moves it."""

from __future__ import annotations

import re
from typing import Final

from briefing.language.fr.direction_words import (
    ARTICLES,
    ASIDE,
    AUXILIARIES,
    BEING,
    CHANGES,
    EITHER,
    HAVING,
    KEPT,
    LEVELS,
    PASSING,
    PREPOSITIONS,
    SUMMING,
    SUMS,
    TIMES,
    VERBS,
)

_UNSAID: Final = ""
_REACH: Final = 64
_FARTHEST: Final = 10
"""How many words a verb of change may appear before its number."""
_NEAR: Final = 5
"""How many words before its number a verb of either direction may appear."""
_MOST_ADJECTIVES: Final = 2
_PARTICIPLE: Final = re.compile(r"[\w-]{2,}(?:é|ée|és|ées)")
_INDEFINITE: Final = frozenset({"un", "une"})
_STRESSING: Final = frozenset({"forte", "légère", "nouvelle", "nette"})
_LEVEL_AFTER: Final = re.compile(r"\s(?:à|jusqu['’]à)\s[0-9]")
_SHARE_AFTER: Final = re.compile(r"\s(?:à|jusqu['’]à)\s[0-9][0-9.,]*\s?%")
_MOVED_BY: Final = frozenset({"en", "par", "pour"})


def sized(text: str, words: list[str], end: int, *, is_money: bool) -> str | None:
    """Read the noun whose size, or the verb whose change, a number after "de" tells."""
    at = len(words) - 1
    if not EITHER.isdisjoint(words[-_NEAR:]):
        return None
    if _LEVEL_AFTER.match(text, end) and (_same_unit(text, end) or not PASSING.isdisjoint(words)):
        return _UNSAID
    if at >= 0 and words[at] == "hauteur":
        return level(words[:at], is_money=is_money)
    if at >= 0 and words[at] in BEING:
        return _subject(words[:at], is_money=is_money)
    for back in range(_MOST_ADJECTIVES + 1):
        if back > at:
            break
        word = words[at - back]
        sign = SUMS.get(word) if is_money else None
        sign = sign or (
            CHANGES.get(word) if is_noun(words, at - back) or word not in VERBS else None
        )
        if sign is not None:
            return _turned(words, at - back, sign)
        if back == 0 and word in VERBS:
            return VERBS[word]
        if word in PREPOSITIONS or word in ARTICLES or word.startswith("pass"):
            break
    return _governed(words, is_money=is_money)


def _same_unit(text: str, end: int) -> bool:
    """Tell "de 5 % à 7 %", where the first is a level, from "de 5 % à 3 milliards"."""
    return text[end - 1] == "%" and _SHARE_AFTER.match(text, end, end + _REACH) is not None


def is_noun(words: list[str], at: int) -> bool:
    """Tell "une baisse" and "en hausse" from verbs of the same form."""
    before = words[at - 1] if at else ""
    return before in ARTICLES or before in PREPOSITIONS or before in _STRESSING


def _turned(words: list[str], at: int, sign: str) -> str:
    """Read "une croissance négative" as a fall."""
    return "-" if any(word.startswith("négati") for word in words[at + 1 : at + 2]) else sign


def _governed(words: list[str], *, is_money: bool) -> str | None:
    """Read the verb or noun of change further back: "a augmenté ses ventes de", "la baisse des prix de"."""
    is_indefinite = False
    for back, word in enumerate(reversed(words[-_FARTHEST:])):
        at = len(words) - 1 - back
        after = words[at + 1 :]
        if word in EITHER:
            return None
        if word.startswith("pass") and word.rstrip("es") in ("pass", "passé"):
            return _UNSAID
        if word in VERBS and not is_noun(words, at):
            return None if is_indefinite and is_money else _UNSAID if is_indefinite else VERBS[word]
        sign = (SUMS.get(word) if is_money else None) or CHANGES.get(word)
        if sign is not None and after and after[0] in PREPOSITIONS:
            if at and words[at - 1] in ASIDE and words[at - 1] not in _MOVED_BY:
                return _UNSAID
            if not _parts(after):
                return _turned(words, at, sign)
            return None
        if at and words[at - 1] in AUXILIARIES and (not after or _PARTICIPLE.fullmatch(word)):
            is_size = is_indefinite or is_money or not KEPT.isdisjoint(after)
            return _UNSAID if word in HAVING or (after and is_size) else None
        is_indefinite = is_indefinite or (word in _INDEFINITE and TIMES.isdisjoint(after[:1]))
    return _UNSAID


def _parts(words: list[str]) -> bool:
    """Tell whether words after a noun of change hold another noun that it does not govern, and so a verb."""
    return any(
        word in ARTICLES and words[at - 1] not in PREPOSITIONS
        for at, word in enumerate(words)
        if at
    )


def _subject(words: list[str], *, is_money: bool) -> str | None:
    """Read the noun of "la baisse est de", "le déficit était de"."""
    signs = {
        _turned(words, at, sign)
        for at, word in enumerate(words)
        if (sign := (SUMS.get(word) if is_money else None) or CHANGES.get(word)) is not None
        and (not at or words[at - 1] not in ("en", "par"))
    }
    if len(signs) > 1:
        return None
    return signs.pop() if signs else _UNSAID


def level(words: list[str], *, is_money: bool) -> str | None:
    """Read the direction of a level: that of a loss, a profit or growth, whatever moved it."""
    is_summed = not SUMMING.isdisjoint(words)
    signs = set()
    for at, word in enumerate(words):
        sign = SUMS.get(word) if is_money else None
        if sign is None and not is_money and (word in LEVELS or is_summed):
            sign = CHANGES.get(word)
        if sign is not None and ASIDE.isdisjoint(words[max(0, at - 2) : at]):
            signs.add(_turned(words, at, sign))
    if len(signs) > 1:
        return None
    return signs.pop() if signs else _UNSAID
