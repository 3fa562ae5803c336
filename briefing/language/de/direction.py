"""Read from the words around a quantity whether it rose or fell, was earned or lost.

In German the preposition before a number says what it is: "um" a change, "auf" and "bei" a level,
"von" the size of the noun before it. What moves it may appear before it, close its clause, or come in
two pieces: "ging um 5 Prozent zurück". A change whose direction no known word gives is not understood.
"""

from __future__ import annotations

from typing import Final

from briefing.language.de.direction_words import (
    ABOUT,
    AFTER,
    ASIDE,
    BELONGING,
    CONCERNING,
    EARNING,
    LEVEL_JOINTS,
    LEVELS,
    OBJECTS,
    PARTICLES,
    PARTING,
    REACHING,
    STEMS,
    SUMMING,
    VERBS,
    change,
    sum_of,
)
from briefing.language.de.number_words import ARTICLES
from briefing.language.default.clauses import Clauses

CLAUSES: Final = Clauses("de")
_BEFORE: Final = 200
"""How many code points before a number are looked at for the clause before its own."""
_UNSAID: Final = ""
_EACH: Final = frozenset({"je", "jeweils", "fehlt", "fehlte", "fehlten"})
_BEYOND: Final = (["mehr"], ["weniger"])
""""je 5 Euro", "es fehlten 5 Prozent" and "5 Euro mehr als geplant" tell neither a level nor a change."""
_IN_COLOUR: Final = {"rote": "-", "roten": "-", "schwarze": "+", "schwarzen": "+"}
_DECLINED: Final = ("e", "en", "er", "es", "em")
_OF_SHARES: Final = dict.fromkeys(("gab", "gaben", "gibt", "geben"), "-")
"""With "ab" these lose a share, and give a sum away."""
_LONGEST_PHRASE: Final = 3
_FARTHEST_NOUN: Final = 10
_SIZES: Final = {"minus": "-", "plus": "+"}
_MOST_ADVERBS: Final = 9
_UNITS: Final = frozenset(
    "prozent prozentpunkte prozentpunkten % euro cent dollar us-dollar franken millionen milliarden mio. mrd. million "
    "milliarde tsd. punkte".split()
)


def direction(
    text: str,
    words: list[str],  # noqa: ARG001 (they reach less far than a German clause)
    start: int,
    end: int,
    *,
    is_money: bool,
    is_level: bool,
) -> str | None:
    """Give the direction that the words around a quantity state; None for one not understood.

    It starts at `start` with its hedge, and ends at `end`.
    `is_level` tells that the hedge names a level reached.
    """
    before = CLAUSES.before(text, start)
    after = CLAUSES.after(text, end)
    joint = _joint(before)
    if joint in _SIZES:
        return _SIZES[joint]
    if joint in _EACH or (is_money and after[:1] in _BEYOND):
        return None
    if not before and text[:start].endswith(": "):
        return _titled(text, start, is_money=is_money)
    if joint == "zwischen":
        before = before[:-1]
        joint = _joint(before)
    if joint in ("oder", "und", "bzw.", "beziehungsweise"):
        joint, before = _shared_joint(before)
    if joint == "um":
        return _told_change(text, start, before[:-1], after)
    return _told(joint, before, after, is_money=is_money, is_level=is_level)


def _told_change(text: str, start: int, before: list[str], after: list[str]) -> str | None:
    """Read the change after "um", in a quote of nothing else or with its verb in the clause before."""
    if not after and text[:start].strip().lower() == "um":
        return _UNSAID
    sign = _changed(before, after)
    return _left_out(text, start) if sign is None and not after else sign


def _told(
    joint: str, before: list[str], after: list[str], *, is_money: bool, is_level: bool
) -> str | None:
    """Read what a number without "um" is: a size, a level, or what a verb moves."""
    if following := _right_after(after, is_money=is_money):
        return following
    if joint == "von" and after[:1] != ["auf"]:
        return _sized(before[:-1], is_money=is_money)
    if joint not in ("auf", "bei", "von"):
        moved = _moved(before, after, is_money=is_money, is_level=is_level)
        if moved or joint not in LEVEL_JOINTS:
            return moved
    return _level(before, is_money=is_money)


def _titled(text: str, start: int, *, is_money: bool) -> str:
    """Read the noun before a colon: "Minus: 5 Prozent"."""
    last = text[max(0, start - _BEFORE) : start].lower().split()[-1].rstrip(":")
    return _noun(last, is_money=is_money) or _UNSAID


def _joint(words: list[str]) -> str:
    """Give the word that joins a number to its clause, past an article."""
    bare = words[:-1] if words[-1:] and words[-1] in ARTICLES else words
    return bare[-1] if bare else ""


def _shared_joint(words: list[str]) -> tuple[str, list[str]]:
    """Give the joint of the figure before "oder", as in "um 5 Prozent oder 3 Euro", with the words up to it."""
    bare = words[:-1]
    while bare and (bare[-1] in _UNITS or bare[-1][0].isdigit()):
        bare = bare[:-1]
    return (bare[-1], bare) if bare[-1:] == ["um"] else (_UNSAID, words)


def _changed(before: list[str], after: list[str]) -> str | None:
    """Read a change after "um": by the verb of its clause, else by the noun before it."""
    before = [word for word in before if word not in ("sich", "auch", "noch", "nur")]
    if before[-1:] and change(before[-1]) is not None:
        return change(before[-1])
    signs = _verbs(before, after)
    if len(signs) == 1:
        return signs.pop()
    if signs:
        return None
    if not CONCERNING.isdisjoint(before[-3:]) or ("es" in before and not ABOUT.isdisjoint(before)):
        return _UNSAID
    if after and (sign := _attribute(after[0])):
        return sign
    nouns = {sign for word in before[-_FARTHEST_NOUN:] if (sign := change(word)) is not None}
    if len(nouns) == 1:
        return nouns.pop()
    following = _right_after(after, is_money=False)
    return following or None


def _left_out(text: str, start: int) -> str | None:
    """Read the verb of the clause before, which is left out: "der Umsatz stieg um 5, der Gewinn um 7 Prozent"."""
    head = text[max(0, start - _BEFORE) : start].rpartition(",")[0]
    signs = _verbs(CLAUSES.before(f"{head} ", len(head) + 1), [])
    return signs.pop() if len(signs) == 1 else None


def _verbs(before: list[str], after: list[str]) -> set[str]:
    """Give the directions of the verbs of a clause, of which those in two pieces count with both."""
    after = _to_parting(_past_level(after))
    stems = [word for word in before if word in STEMS] + [
        word for word in after[:-1] if word in STEMS
    ]
    particle = next((word for word in reversed(after) if word in PARTICLES), "")
    if particle and stems:
        found = PARTICLES[particle].get(stems[-1])
        if found is not None:
            return {found}
    return {
        sign
        for word in (*_from_parting(before), *after)
        if (sign := VERBS.get(word) or (OBJECTS.get(word) if word not in REACHING else None))
    }


def _past_level(after: list[str]) -> list[str]:
    """Leave out what a change led to: "auf 214 mio. euro | ein"."""
    if after[:1] not in (["auf"], ["von"]):
        return after
    at = 1
    while at < len(after) and (after[at] in _UNITS or after[at][0].isdigit() or after[at] in _SOFT):
        at += 1
    return after[at:]


_SOFT: Final = frozenset(
    "rund etwa knapp gut mehr als über unter fast nahezu ca. zuletzt nur noch".split()
)


def _to_parting(words: list[str]) -> list[str]:
    at = next((at for at, word in enumerate(words) if word in PARTING), len(words))
    return words[:at]


def _from_parting(words: list[str]) -> list[str]:
    """Give what comes after the last word that begins another statement, if a verb is there."""
    at = next((at for at in range(len(words) - 1, -1, -1) if words[at] in PARTING), -1)
    tail = words[at + 1 :]
    return tail if any(word in VERBS or word in STEMS for word in tail) else words


def _right_after(after: list[str], *, is_money: bool) -> str:
    """Read what appears right behind a number: "mehr", "niedriger", "Minus", "unter dem Vorjahr"."""
    if not after:
        return _UNSAID
    word = after[0]
    if word in ("im", "ins") and after[1:2] in (["plus"], ["minus"]):
        return _SIZES[after[1]]
    if word in ("unter", "über") and len(after) == 1:
        return _UNSAID
    sign = AFTER.get(word) or change(word) or _attribute(word)
    if sign is None and is_money:
        sign = sum_of(word)
    return sign or _UNSAID


def _attribute(word: str) -> str | None:
    """Read the word before a noun: "um 5 Prozent niedrigeren", "um 5 Prozent gesunkenen"."""
    bare = word.rstrip("nrms").removesuffix("e") if word.endswith(_DECLINED) else ""
    return AFTER.get(bare) or VERBS.get(bare)


def _sized(before: list[str], *, is_money: bool) -> str | None:
    """Read the noun whose size a number after "von" tells."""
    for at in range(len(before) - 1, max(-1, len(before) - _FARTHEST_NOUN), -1):
        word = before[at]
        sign = _noun(word, is_money=is_money)
        if word == "zahlen" and at:
            sign = _IN_COLOUR.get(before[at - 1])
        if sign is not None:
            between = before[at + 1 :]
            if not between or (between[0] in BELONGING and not ARTICLES & set(between)):
                return _turned(before, at, sign)
            return None if change(word) and not ARTICLES & set(between) else _UNSAID
        if word in ("auf", "um", "von"):
            break
    return _UNSAID


def _noun(word: str, *, is_money: bool) -> str | None:
    sign = change(word)
    if sign is None or (is_money and sum_of(word) is not None):
        return sum_of(word) if is_money or word.endswith("verlust") else sign
    return sign


def _turned(before: list[str], at: int, sign: str) -> str:
    """Read "negatives Wachstum" as a fall."""
    return "-" if at and before[at - 1].startswith("negativ") else sign


def _level(before: list[str], *, is_money: bool) -> str | None:
    """Read the direction of a level: that of a loss, a profit or growth, whatever moved it."""
    is_summed = not SUMMING.isdisjoint(before)
    signs = set()
    for at, word in enumerate(before):
        sign = sum_of(word) if is_money else None
        if sign is None and (is_summed or word in LEVELS) and not is_money:
            sign = change(word)
        if sign is not None and ASIDE.isdisjoint(before[max(0, at - _LONGEST_PHRASE) : at]):
            signs.add(_turned(before, at, sign))
    if len(signs) > 1:
        return None
    return signs.pop() if signs else _UNSAID


def _moved(before: list[str], after: list[str], *, is_money: bool, is_level: bool) -> str:
    """Read the verb of which a number is the object: "verlor 5 Prozent", "legte 5 Prozent zu"."""
    after = _to_parting(after)
    particle = after[-1] if after and after[-1] in PARTICLES else ""
    stem = next((word for word in (*reversed(before), *after) if word in STEMS), "")
    if particle and stem:
        return PARTICLES[particle].get(stem, _UNSAID if is_money else _OF_SHARES.get(stem, _UNSAID))
    closing = after[-1:] if not is_level else []
    for word in (*reversed(before[-_MOST_ADVERBS:]), *closing, *after[-2:-1]):
        sign = OBJECTS.get(word) or (None if is_money else VERBS.get(word))
        if sign is not None and not (is_level and (word in REACHING or word not in OBJECTS)):
            return sign
        if is_money and word in EARNING:
            return "+"
    return _UNSAID
