"""Read from the words around a quantity whether it rose or fell, was earned or lost.

In Spanish a number right behind a verb of change, or joined to it by "en", is the change; "a" and
"hasta" lead to a level, "de" joins the size of a noun. What follows the number may say it alone:
"un 5 % menos". Where the words can be read in two ways, the number is not understood.
"""

from __future__ import annotations

from typing import Final

from briefing.language.default.clauses import Clauses
from briefing.language.es.direction_words import (
    AFTER,
    ASIDE,
    BARRIERS,
    CHANGES,
    COPULAS,
    EACH,
    EARNING,
    LESSER,
    LEVEL_JOINTS,
    LEVELS,
    NEGATIVE,
    NO_VERBS,
    OF_SHARES,
    PARTING,
    PHRASES,
    REACHING,
    REFLEXIVE,
    SHARES_EARNED,
    STRONG,
    SUMS,
    TAXES,
    VERBS,
)
from briefing.language.es.number_words import ARTICLES

_BOUNDS: Final = (
    ["como", "mínimo,"],
    ["como", "máximo,"],
    ["al", "menos,"],
    ["lo", "menos,"],
    ["como", "mucho,"],
)
_BOUND: Final = frozenset({"mínimo", "máximo", "mucho"})
_UNSAID: Final = ""
_OF: Final = frozenset({"de", "del"})
_INDEFINITE: Final = frozenset({"un", "una", "unos", "unas"})
_FINITE: Final = ("ó", "aron", "ieron", "ará", "erá", "irá", "arán", "erán", "irán")
_BARE: Final = frozenset({"interanual", "anual", "intertrimestral", "mensual", "intermensual"})
_FARTHEST_VERB: Final = 12
_FARTHEST_NOUN: Final = 12
_FARTHEST_SUBJECT: Final = 4


class _Spanish(Clauses):
    def clause(self, tokens: list[str]) -> list[str]:
        """Keep what comes after the last clause mark; "como mínimo, 5" is one clause."""
        if [token.lower() for token in tokens[-2:]] in _BOUNDS:
            tokens = [*tokens[:-1], tokens[-1].rstrip(",")]
        return super().clause(tokens)


CLAUSES: Final = _Spanish("es")


def direction(
    text: str,
    words: list[str],  # noqa: ARG001 (they end at the figure before)
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
    before, after = CLAUSES.before(text, start), CLAUSES.after(text, end)
    if _is_other(before, after):
        return None
    if before[-1:] == ["entre"]:
        before = before[:-1]
    article = before[-1] if before and before[-1] in ARTICLES else ""
    bare = before[:-1] if article else before
    if not bare and text[:start].endswith(": "):
        return _titled(text, start, is_money=is_money)
    told = _right_after(after, is_money=is_money)
    if told != _UNSAID:
        return _compared(bare, article, after, told, is_money=is_money)
    if is_level:
        return _level(bare, is_money=is_money)
    return _told(bare, article, after, is_money=is_money)


def _is_other(before: list[str], after: list[str]) -> bool:
    """Tell what makes another figure of it: "y medio", "cada uno", a bound far away."""
    if after[:2] in (["y", "medio"], ["y", "media"]) or EACH.intersection(after[:1]):
        return True
    return any(word == "como" and before[at] in _BOUND for at, word in enumerate(before[1:-1], 2))


def _told(bare: list[str], article: str, after: list[str], *, is_money: bool) -> str | None:
    """Read what a number is by the word that joins it to its clause."""
    joint = bare[-1] if bare else ""
    is_noun = joint not in VERBS or (bool(bare) and _names_change(bare, len(bare) - 1))
    if joint in _OF or (is_noun and _noun(joint, is_money=is_money) is not None):
        return _sized(bare, is_money=is_money)
    if joint == "por" and _noun(bare[-2] if bare[1:] else "", is_money=is_money) is not None:
        return _sized(bare[:-1], is_money=is_money)
    if joint in LEVEL_JOINTS or joint in COPULAS:
        return _level(bare, is_money=is_money)
    if joint == "en" and article not in _INDEFINITE and article:
        return _level(bare, is_money=is_money)
    moved = _moved(bare, is_money=is_money)
    if moved is not None or not after:
        return moved or _UNSAID
    return _subject(bare, article, after)


def _subject(bare: list[str], article: str, after: list[str]) -> str | None:
    """Leave "un 5 % perdió" unread: it may have been lost, or have lost something."""
    verb = after[1] if after[0] == "se" and after[1:] else after[0]
    return None if verb in VERBS and not bare and article not in ("el", "los") else _UNSAID


def _titled(text: str, start: int, *, is_money: bool) -> str:
    """Read the noun before a colon: "Pérdidas: 5 millones de euros"."""
    words = CLAUSES.before(text[: start - 2], start)
    sign = next((sign for one in reversed(words) if (sign := _noun(one, is_money=is_money))), "")
    return sign or _UNSAID


def _noun(word: str, *, is_money: bool) -> str | None:
    return SUMS.get(word) or CHANGES.get(word) if is_money else OF_SHARES.get(word)


def _compared(
    bare: list[str], article: str, after: list[str], told: str | None, *, is_money: bool
) -> str | None:
    """Tell "un 5 % menos" from "creció un 5 % menos de lo previsto" and "el 1 % más rico"."""
    if after[0] not in AFTER:
        return told
    if article in ("el", "los", "la", "las"):
        return _UNSAID
    return None if _moved(bare, is_money=is_money) else told


def _right_after(after: list[str], *, is_money: bool) -> str | None:
    """Read what appears right behind a number: "menos", "más caro", "de caída", "por debajo de"."""
    bare = after[1:] if after and after[0] in _BARE else after
    if not bare:
        return _UNSAID
    if bare[0] in (*_OF, "en") and bare[1:]:
        return _noun(bare[1], is_money=is_money) or _UNSAID
    phrase = PHRASES.get(" ".join(bare[:2])) or PHRASES.get(" ".join(bare[:3]))
    sign = phrase or AFTER.get(bare[0])
    if sign is None or bare[:3] == ["más", "o", "menos"]:
        return _UNSAID
    if is_money:  # "5 euros más que" is neither a sum nor a change of one, except in "más IVA"
        return _UNSAID if bare[0] == "más" and bare[1:2] and bare[1] in TAXES else None
    if bare[0] == "más" and bare[1:] and bare[1] in LESSER:
        return "-"
    return "-" if bare[0] == "más" and bare[1:] == ["abajo"] else sign


def _sized(bare: list[str], *, is_money: bool) -> str | None:
    """Read the noun whose size a number after "de" tells: "una caída de las ventas del 5 %"."""
    at, lowest = len(bare), max(0, len(bare) - _FARTHEST_NOUN)
    while at > lowest:
        at -= 1
        word = bare[at]
        sign = _noun(word, is_money=is_money)
        if sign is not None and (word not in VERBS or _names_change(bare, at)):
            return _governed(bare, at, sign, is_money=is_money)
        if word in BARRIERS or word in VERBS:
            break
        if word not in COPULAS and _is_verb(word):
            break
    return _UNSAID


def _governed(bare: list[str], at: int, sign: str, *, is_money: bool) -> str | None:
    """Give a noun's direction; none where another noun has it: "la caída del beneficio de 5 millones"."""
    if not NEGATIVE.isdisjoint(bare[at + 1 : at + 3]):
        return "-"
    if bare[at] in LEVELS or not is_money:
        return sign
    before = [word for word in bare[max(0, at - 4) : at] if word not in ARTICLES]
    if before[-1:] and before[-1] in (*_OF, "en") and any(word in CHANGES for word in before):
        return None
    return sign


def _level(bare: list[str], *, is_money: bool) -> str | None:
    """Read the direction of a level: that of a loss, a profit or growth, whatever moved it."""
    names = SUMS if is_money else SHARES_EARNED | {word: CHANGES[word] for word in LEVELS}
    signs = set()
    falls = bare[-1:] != [] and bare[-1] in COPULAS
    for at, word in enumerate(bare):
        sign = names.get(word)
        if sign is None and falls and not is_money:
            sign = CHANGES.get(word)  # "el descenso alcanzó el 5 %"
        if sign is not None and ASIDE.isdisjoint(bare[max(0, at - 3) : at]):
            signs.add("-" if not NEGATIVE.isdisjoint(bare[at + 1 : at + 3]) else sign)
    if len(signs) > 1:
        return None
    if signs:
        return signs.pop()
    subject = any(_names_change(bare, at) for at in range(min(_FARTHEST_SUBJECT, len(bare) - 2)))
    return None if subject and not is_money and bare[-1:] in (["a"], ["al"]) else _UNSAID


def _names_change(bare: list[str], at: int) -> bool:
    """Tell "la baja" and "una fuerte baja" from a verb that is spelled like such a noun: "el IVA baja"."""
    if bare[at] not in CHANGES:
        return False
    return not at or not ARTICLES.isdisjoint(
        bare[max(0, at - 2) : at] if bare[at - 1] in STRONG else bare[at - 1 : at]
    )


def _moved(bare: list[str], *, is_money: bool) -> str | None:
    """Read the verb of which a number is the object, or None: "cayó un 5 %"."""
    for at in range(len(bare) - 1, max(-1, len(bare) - 1 - _FARTHEST_VERB), -1):
        word = bare[at]
        if word in REFLEXIVE:
            return "-" if bare[at - 1 : at] == ["se"] and not is_money else _UNSAID
        if is_money and word in EARNING:
            return EARNING[word]
        sign = VERBS.get(word)
        if sign is not None and word in CHANGES and not _is_finite_here(bare, at):
            continue
        if sign is not None:
            return _UNSAID if word in REACHING else sign
        if word in PARTING:
            break
        if word in COPULAS or _is_verb(word):
            return _level(bare[: at + 1], is_money=is_money) if word in COPULAS else _UNSAID
    return None


def _is_finite_here(bare: list[str], at: int) -> bool:
    """Tell "la bolsa baja un 5 %" from "la baja de un 5 %", whose word is a noun."""
    return at == len(bare) - 1 and bare[at - 1 : at] not in (
        ["la"],
        ["una"],
        ["el"],
        ["un"],
        ["de"],
    )


def _is_verb(word: str) -> bool:
    """Tell by its ending whether a word may be a verb in the past or the future."""
    return word.endswith(_FINITE) and word not in NO_VERBS and len(word) > 3
