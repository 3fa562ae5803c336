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
    ARTICLES,
    ASIDE,
    AUXILIARIES,
    BEING,
    CHANGES,
    EITHER,
    LEVELS,
    NO_SUMS,
    OBJECTS,
    PASSING,
    PREPOSITIONS,
    SUMMING,
    SUMS,
    VERBS,
)


class _French(Clauses):
    def clause(self, tokens: list[str]) -> list[str]:
        """Keep what stands after the last clause mark, with one sign for all apostrophes."""
        return [token.replace("’", "'") for token in super().clause(tokens)]


CLAUSES: Final = _French("fr")
_BEFORE: Final = 200
"""How many code points before a number are looked at for the clause before its own."""
_REACH: Final = 64
_UNSAID: Final = ""
_FARTHEST: Final = 10
"""How many words a verb of change may stand before its number."""
_MOST_ADJECTIVES: Final = 2
_MOST_ADVERBS: Final = 3
_OF: Final = ("de", "d'", "du", "des")
_TO: Final = ("à", "au", "aux")
_PARTICIPLE: Final = re.compile(r"[\w-]{2,}(?:é|ée|és|ées)")
_INDEFINITE: Final = frozenset({"un", "une"})
_TIMES: Final = (
    ["an"],
    ["mois"],
    ["trimestre"],
    ["semestre"],
    ["jour"],
    ["semaine"],
    ["année"],
    ["peu"],
)
_FOLLOWING: Final = re.compile(rf"\s(?:d['’])?(?P<word>{AFTER_WORDS})(?!\w)", re.IGNORECASE)
_FEWER: Final = re.compile(r"\s(?:de|d['’])\s?[\wÀ-ÿ-]+\s(?P<word>en\s(?:moins|plus))(?!\w)")
""""5 % de voitures en moins"."""
_OF_NOUN: Final = re.compile(r"\s(?:de|d['’])\s?(?P<noun>[\wÀ-ÿ-]+)(?:\s(?P<next>[\wÀ-ÿ-]+))?")
_LEVEL_AFTER: Final = re.compile(r"\s(?:à|jusqu['’]à)\s[0-9]")
_PARTING: Final = re.compile(r",\s(?:à|contre|après|soit|pour atteindre|pour s'établir à)\s?$")
_FIGURE: Final = re.compile(r"(?:\bde\s|\bd['’]|\s)?[0-9][0-9.,\s\u00a0\u202f]*(?:%|[^\s,]*)$")


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
    if text[start : start + 2].lower() in ("d'", "d’"):  # the hedge holds the joint: "d'environ"
        before.append("de")
    before = _split(before)
    if before[-1:] == ["entre"]:
        before = before[:-1]
    following = _following(text, end, is_money=is_money)
    if following:
        return following
    joint = before[-1] if before else ""
    if joint in _OF:
        return _sized(text, before[:-1], end, is_money=is_money)
    if joint == "contre" or not before or (len(before) == 1 and joint in (*_TO, "soit", "après")):
        return _beside(text, start, joint, is_money=is_money)
    if joint in _TO or is_level:
        return _level(before[:-1] if joint in _TO else before, is_money=is_money)
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


def _following(text: str, at: int, *, is_money: bool) -> str:
    """Read what stands right behind a number: "de plus", "plus élevé", "de baisse", "de pertes"."""
    match = _FOLLOWING.match(text, at) or _FEWER.match(text, at)
    if match is not None:
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


def _sized(text: str, words: list[str], end: int, *, is_money: bool) -> str | None:
    """Read the noun whose size, or the verb whose change, a number after "de" tells."""
    at = len(words) - 1
    if at >= 0 and words[at] in EITHER:
        return None
    if _LEVEL_AFTER.match(text, end) and (_same_unit(text, end) or not PASSING.isdisjoint(words)):
        return _UNSAID
    if at >= 0 and words[at] in BEING:
        return _subject(words[:at], is_money=is_money)
    for back in range(_MOST_ADJECTIVES + 1):
        if back > at:
            break
        word = words[at - back]
        sign = SUMS.get(word) if is_money else None
        sign = sign or (
            CHANGES.get(word) if _is_noun(words, at - back) or word not in VERBS else None
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
    return (
        text[end - 1] == "%"
        and re.match(r"\s(?:à|jusqu['’]à)\s[0-9][0-9.,]*\s?%", text[end : end + _REACH]) is not None
    )


def _is_noun(words: list[str], at: int) -> bool:
    """Tell "une baisse" and "en hausse" from verbs of the same form."""
    return at > 0 and (
        words[at - 1] in ARTICLES
        or words[at - 1] in PREPOSITIONS
        or words[at - 1] in ("forte", "légère", "nouvelle", "nette")
    )


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
        if word in VERBS and not _is_noun(words, at):
            return None if is_indefinite and is_money else _UNSAID if is_indefinite else VERBS[word]
        sign = (SUMS.get(word) if is_money else None) or CHANGES.get(word)
        if sign is not None and after and after[0] in PREPOSITIONS:
            if at and words[at - 1] in ASIDE and words[at - 1] not in ("en", "par", "pour"):
                return _UNSAID
            if not _parts(after):
                return _turned(words, at, sign)
            return None
        if _PARTICIPLE.fullmatch(word) and at and words[at - 1] in AUXILIARIES:
            return _UNSAID if after and is_indefinite else None if not after else _UNSAID
        is_indefinite = is_indefinite or (word in _INDEFINITE and after[:1] not in _TIMES)
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


def _level(words: list[str], *, is_money: bool) -> str | None:
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
    if joint == "contre":
        falls = any(VERBS.get(word) == "-" or CHANGES.get(word) == "-" for word in words)
        return None if falls and "à" not in words else _UNSAID
    return _UNSAID


def _moved(words: list[str], *, is_money: bool) -> str | None:
    """Read the verb of which a number is the object: "a perdu 5 %", "s'adjuge 5 %"."""
    for back, word in enumerate(reversed(words[-1 - _MOST_ADVERBS :])):
        at = len(words) - 1 - back
        if word in OBJECTS and not _is_noun(words, at):
            return _UNSAID if is_money and word in NO_SUMS else OBJECTS[word]
        if word in PREPOSITIONS:
            break
    last = words[-1]
    if last in CHANGES and not is_money:
        return CHANGES[last]
    if is_money and last in SUMS:
        return SUMS[last]
    return _level(words, is_money=is_money) if SUMMING & {last} else _UNSAID
