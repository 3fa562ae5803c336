"""Read what standing words give a figure: it is, it is left open or asked, or it did not come about.

What is aimed at, feared, possible or bound to a condition is open: "if sales reach $5 million". All words
appear in the table `standing` of a language.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.figures.clauses import COMMAS, FAR, SIGN, Phrases, alternatives, sentence_start
from briefing.language import grammar, known, table
from briefing.language.questions import question_mark
from briefing.patterns import compiled
from briefing.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

_LONGEST: Final = 24
_INNER: Final = f"{COMMAS}:;()：；（）‒–—―"
"""Signs that part clauses and end no sentence."""


class Standing(StrEnum):
    """Say what else a figure is than a fact."""

    OPEN = "open"
    UNDONE = "undone"
    ASKED = "asked"
    """It is part of a question, which states nothing."""


_IN_WORDS: Final = (Standing.OPEN, Standing.UNDONE)


class Told(NamedTuple):
    """A standing, and the word that gives it."""

    standing: Standing
    word: str


@dataclass(frozen=True, slots=True)
class _Words:
    before: Phrases
    after: Phrases
    far: Phrases


@dataclass(frozen=True, slots=True)
class _Table:
    words: tuple[tuple[Standing, _Words], ...]
    ends: re.Pattern[str]
    joining: re.Pattern[str]
    """What begins a clause that goes on from the one before its comma."""
    trailing: re.Pattern[str]
    """A word at the end of a text after which a comma parts no clause: "would"."""
    leading: re.Pattern[str]
    """A word there after which a colon parts none: "its goal:"."""
    facts: re.Pattern[str]
    infinitive: re.Pattern[str]
    """What follows a figure whose clause goes on so: "zu erreichen"."""
    conditions: re.Pattern[str]
    promised: re.Pattern[str]
    """What follows a figure that was only expected, in a clause of its own: "that analysts had expected"."""
    contested: re.Pattern[str]
    """What says, in a clause behind a figure, that somebody disputes it: "a number that the mayor disputes"."""


def standing(text: str, start: int, end: int, language: str) -> Told | None:
    """Give what the words of a text make of the figure from `start` to `end`; None for a fact.

    `language` is the BCP 47 tag of the text, offsets are code points of it, from 0. One without tables
    tells nothing.
    """
    tables = known(language)
    if tables is None:
        return None
    if (mark := question_mark(text, end)) is not None:
        return Told(Standing.ASKED, text[mark])
    held = _table(tables)
    first = sentence_start(text, start)
    clause = _clause_start(held, text, first, start, end)
    behind = _clause_end(held, text, first, end)
    for kind, words in held.words:
        found = (
            _last(words.before, text, clause, start)
            or _last(words.after, text, end, behind)
            or _last(words.far, text, first, start)
        )
        if found is not None:
            return Told(kind, found)
    relative = held.promised.match(text, end)
    relative = relative or held.contested.search(text, end, _sentence_end(text, end, _INNER))
    return Told(Standing.OPEN, relative[relative.lastgroup or 0]) if relative else None


def condition(text: str, start: int, end: int, language: str) -> str | None:
    """Return the words of a condition that the sentence of the figure from `start` to `end` begins or ends with.

    "If the court agrees, it pays $5 million", "It pays $5 million if the court agrees". The arguments are those of
    `standing`.
    """
    tables = known(language)
    if tables is None:
        return None
    held, first = _table(tables), sentence_start(text, start)
    found = held.conditions.match(text, first) or held.conditions.search(
        text, end, _sentence_end(text, end, COMMAS)
    )
    return found["word"] if found else None


def _sentence_end(text: str, end: int, passed: str) -> int:
    """Return where the sentence with a figure that ends at `end` ends; none of the signs `passed` ends it."""
    signs = (one for one in SIGN.finditer(text, end, end + FAR) if one[0] not in passed)
    return next((one.start() for one in signs), min(len(text), end + FAR))


def states_fact(text: str, language: str) -> bool:
    """Tell whether a word of a text says that something is or was."""
    tables = known(language)
    return tables is not None and _table(tables).facts.search(text) is not None


def _last(phrases: Phrases, text: str, start: int, end: int) -> str | None:
    found = [match["word"] for match in phrases.find(text, start, end) if match["word"]]
    return found[-1] if found else None


def _clause_start(held: _Table, text: str, first: int, start: int, end: int) -> int:
    """Return where the clause before a figure begins.

    A comma after "would" or before "that" parts none, nor do the two around words put in behind "would".
    """
    signs = list(SIGN.finditer(text, first, start))
    is_led = held.infinitive.match(text, end) is not None
    while signs:
        sign = signs.pop()
        if sign[0] in ":：" and _ends_so(held.leading, text, sign):
            continue
        if sign[0] not in COMMAS:
            return sign.end()
        if held.joining.match(text, sign.end()) or is_led or _ends_so(held.trailing, text, sign):
            is_led = False
        elif signs and signs[-1][0] in COMMAS and _ends_so(held.trailing, text, signs[-1]):
            signs.pop()
        else:
            return sign.end()
    return first


def _ends_so(pattern: re.Pattern[str], text: str, sign: re.Match[str]) -> bool:
    return pattern.search(text, max(0, sign.start() - _LONGEST), sign.start()) is not None


def _clause_end(held: _Table, text: str, first: int, end: int) -> int:
    """Return where the clause with a figure that ends at `end` ends: at a sign, or where another begins.

    `first` is where its sentence begins. One that begins with "that" goes on with what is said of it.
    """
    sign = SIGN.search(text, end, end + FAR)
    if sign is not None and sign[0] in COMMAS and held.joining.match(text, first):
        sign = SIGN.search(text, sign.end(), end + FAR)
    last = sign.start() if sign else min(len(text), end + FAR)
    other = held.ends.search(text, end, last)
    return other.start() if other else last


@cache
def _table(language: str) -> _Table:
    held = table(language, "standing")
    is_spaced = grammar(language).PIECES is None
    kinds = tuple(
        (
            kind,
            _Words(
                *(
                    _pattern(held[kind][place], held["harmless"], is_spaced=is_spaced)
                    for place in ("before", "after", "far")
                )
            ),
        )
        for kind in _IN_WORDS
    )
    told = [word for kind in _IN_WORDS for word in held[kind]["before"]]
    return _Table(
        kinds,
        ends=compiled(alternatives(held["ends"], is_spaced=is_spaced), re.IGNORECASE),
        joining=compiled(
            rf"\s*{alternatives(held['joining'], is_spaced=is_spaced)}", re.IGNORECASE
        ),
        trailing=_at_end(held["trailing"], is_spaced=is_spaced),
        leading=_at_end(told, is_spaced=is_spaced),
        facts=compiled(alternatives(held["facts"], is_spaced=is_spaced), re.IGNORECASE),
        infinitive=compiled(held["infinitive"] or "(?!)"),
        conditions=compiled(
            rf"\W*(?!{alternatives(held['harmless'], is_spaced=is_spaced)})"
            rf"(?P<word>{alternatives(held['conditions'], is_spaced=is_spaced)})",
            re.IGNORECASE,
        ),
        promised=compiled(_promised(held["promised"], is_spaced=is_spaced), re.IGNORECASE),
        contested=compiled("|".join(held["contested"]["patterns"]), re.IGNORECASE | re.VERBOSE),
    )


def _pattern(words: Collection[str], harmless: Iterable[str], *, is_spaced: bool) -> Phrases:
    """Match one of some words as the group `word`, or what only looks like one of them without it."""
    passed, told = (alternatives(one, is_spaced=is_spaced) for one in (harmless, words))
    return Phrases.of(rf"{passed}|(?P<word>{told})", words, is_spaced=is_spaced)


def _promised(held: Mapping[str, list[str]], *, is_spaced: bool) -> str:
    """Return a pattern of a clause right behind a figure that says who expected it."""
    if not held["words"]:
        return "(?!)"
    by, words = (alternatives(held[part], is_spaced=is_spaced) for part in ("by", "words"))
    return rf"(?:\s(?:an?|per|je|pro)\s\w+)?,?\s{by}(?:\s[\w'’-]+){{0,6}}?\s(?P<word>{words})"


def _at_end(words: Iterable[str], *, is_spaced: bool) -> re.Pattern[str]:
    return compiled(rf"{alternatives(words, is_spaced=is_spaced)}\s*\Z", re.IGNORECASE)
