"""Read from the words around a quantity whether it rose or fell, was earned or lost.

In French the preposition before a number says what it is: "de" the size of the noun or the change of
the verb before it, "à" a level; with none, the number is the object of its verb ("a perdu 5 %"). A
change whose direction no known word gives is not understood.
"""

from __future__ import annotations

import re
from typing import Final

from briefing.language.default.clauses import Clauses
from briefing.language.fr.direction_words import (
    AFTER,
    AFTER_WORDS,
    ASIDE,
    AUXILIARIES,
    CHANGES,
    NO_SUMS,
    OBJECTS,
    PREPOSITIONS,
    SUMMING,
    SUMS,
    VERBS,
)
from briefing.language.fr.sizes import is_noun, level, sized
from briefing.patterns import compiled


class _French(Clauses):
    def clause(self, tokens: list[str]) -> list[str]:
        """Keep what comes after the last clause mark, with one sign for all apostrophes."""
        return [token.replace("’", "'") for token in super().clause(tokens)]


CLAUSES: Final = _French("fr")
_BEFORE: Final = 200
"""How many code points before a number are looked at for the clause before its own."""
_UNSAID: Final = ""
_LONGEST_LEFT_OUT: Final = 6
_GOING_ON: Final = frozenset(
    "et mais soit puis notamment de d' le la les l' celui celle ceux celles son sa ses leur leurs".split()
)
_MOST_ADVERBS: Final = 3
_OF: Final = ("de", "d'", "du", "des")
_JOINT: Final = ("d'", "d’", "de ")
_TO: Final = ("à", "au", "aux")
_FOLLOWING: Final = compiled(rf"\s(?:d['’])?(?P<word>{AFTER_WORDS})(?!\w)", re.IGNORECASE)
_BEYOND: Final = frozenset({"de plus", "de moins", "en plus", "en moins", "supplémentaires"})
""""5 euros de plus" are neither a level nor a change."""
_FEWER: Final = compiled(r"\s(?:de|d['’])\s?[\wÀ-ÿ-]+\s(?P<word>en\s(?:moins|plus))(?!\w)")
""""5 % de voitures en moins"."""
_OF_NOUN: Final = compiled(r"\s(?:de|d['’])\s?(?P<noun>[\wÀ-ÿ-]+)(?:\s(?P<next>[\wÀ-ÿ-]+))?")


def direction(
    text: str,
    words: list[str],  # noqa: ARG001 (they reach less far than a French clause)
    start: int,
    end: int,
    *,
    is_money: bool,
    is_level: bool,
) -> str | None:
    """Give the direction that the words around a quantity state; None for one not understood.

    It starts at `start` with its hedge, and ends at `end`. `is_level` tells that the hedge names a
    level reached.
    """
    before = CLAUSES.before(text, start)
    if text[start : start + 3].lower().startswith(_JOINT):  # the hedge holds it: "d'environ"
        before.append("de")
    before = _split(before)
    if before[-1:] == ["entre"]:
        before = before[:-1]
    following = _following(text, end, is_money=is_money)
    if following or following is None:
        return following
    joint = before[-1] if before else ""
    if joint in _OF:
        told = sized(text, before[:-1], end, is_money=is_money)
        return _left_out(text, start, before) if told == _UNSAID and not is_money else told
    if joint == "contre" or not before or (len(before) == 1 and joint in (*_TO, "soit", "après")):
        return _beside(text, start, joint, is_money=is_money)
    if joint in _TO or is_level:
        return level(before[:-1] if joint in _TO else before, is_money=is_money)
    return _moved(before, is_money=is_money)


def _split(words: list[str]) -> list[str]:
    """Part the words that an elision glues: "qu'en" is "qu'" and "en"; what it begins stays whole."""
    parted: list[str] = []
    for word in words:
        head, sign, tail = word.partition("'")
        if sign and tail and f"{head}'" in ("l'", "d'", "qu'", "n'", "s'", "c'", "m'", "j'"):
            parted += [f"{head}'", tail]
        else:
            parted.append(word)
    return parted


def _following(text: str, at: int, *, is_money: bool) -> str | None:
    """Read what appears right behind a number: "de plus", "plus élevé", "de baisse", "de pertes"."""
    match = _FOLLOWING.match(text, at) or _FEWER.match(text, at)
    if match is not None:
        if is_money and match["word"].lower() in _BEYOND:
            return None
        return AFTER[match["word"].lower()]
    match = _OF_NOUN.match(text, at)
    if match is None:
        return _UNSAID
    nouns = SUMS if is_money else CHANGES
    noun = match["noun"].lower()
    found = nouns.get(noun) or (
        nouns.get((match["next"] or "").lower()) if noun in ("forte", "chiffre") else None
    )
    return found or _UNSAID


def _left_out(text: str, start: int, words: list[str]) -> str | None:
    """Read the verb of the clause before, which is left out: "ont baissé de 5 %, et le bénéfice de 7 %"."""
    if (
        len(words) > _LONGEST_LEFT_OUT
        or words[0] not in _GOING_ON
        or not AUXILIARIES.isdisjoint(words)
    ):
        return _UNSAID
    head = text[max(0, start - _BEFORE) : start].rpartition(",")[0]
    earlier = _split(CLAUSES.before(f"{head} ", len(head) + 1)) if head else []
    signs = {
        VERBS[word] for at, word in enumerate(earlier) if word in VERBS and not is_noun(earlier, at)
    }
    return signs.pop() if len(signs) == 1 else _UNSAID if not signs else None


def _beside(text: str, start: int, joint: str, *, is_money: bool) -> str | None:
    """Read the sum of a clause of its own: "a reculé de 41 %, à 5 M€", "…, contre 3 M€", "Perte : 5 M€"."""
    head = text[max(0, start - _BEFORE) : start].rstrip()
    head = head.removesuffix(joint).rstrip() if joint else head
    if not head or head[-1] not in ",:(":
        return _UNSAID
    words = _split(CLAUSES.before(f"{head[:-1]} ", len(head)))
    if head[-1] == ":":
        last = words[-1] if words else ""
        return (SUMS.get(last) if is_money else None) or CHANGES.get(last, _UNSAID)
    signs = {
        sign
        for at, word in enumerate(words)
        if (sign := SUMS.get(word)) is not None and ASIDE.isdisjoint(words[max(0, at - 2) : at])
    }
    if is_money:
        return None if len(signs) > 1 else signs.pop() if signs else _UNSAID
    if joint not in _TO:
        falls = any(VERBS.get(word) == "-" or CHANGES.get(word) == "-" for word in words)
        return None if falls and "à" not in words else _UNSAID
    return _UNSAID


def _moved(words: list[str], *, is_money: bool) -> str | None:
    """Read the verb of which a number is the object: "a perdu 5 %", "s'adjuge 5 %"."""
    for back, word in enumerate(reversed(words[-1 - _MOST_ADVERBS :])):
        at = len(words) - 1 - back
        if word in OBJECTS and not is_noun(words, at):
            return _UNSAID if is_money and word in NO_SUMS else OBJECTS[word]
        if word in PREPOSITIONS:
            break
    last = words[-1]
    if last in CHANGES and not is_money:
        return CHANGES[last]
    if is_money and last in SUMS:
        return SUMS[last]
    return level(words, is_money=is_money) if SUMMING & {last} else _UNSAID
