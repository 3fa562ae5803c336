"""Read what is done with what a figure counts, and of whom or what it is: hired or fired, exports, women.

All words are in the table `acts` of a language, in groups of sides that exclude one another.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from briefing.figures.clauses import FAR, SIGN, Phrases, alternatives, sentence_start
from briefing.language import grammar, known, table
from briefing.patterns import compiled
from briefing.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from briefing.model.figures import Quantity

_THERE: Final = frozenset({"held", "there"})
"""The sides of what is there, which yield to a verb behind the figure: "it has 40 stores closed"."""


class Act(NamedTuple):
    """A side of a group, and the word that says so."""

    side: str
    word: str


class _Clause(NamedTuple):
    """Where the sentence of a figure and its clause begin, and where the clause ends."""

    sentence: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Group:
    name: str
    kinds: frozenset[str]
    before: Phrases
    right_before: re.Pattern[str]
    after: Phrases
    sides: Mapping[str, str]
    """The side of each word."""
    starred: tuple[tuple[re.Pattern[str], str], ...]
    """Those with a star for any letters, as patterns."""


def acts(text: str, quantity: Quantity, language: str) -> Mapping[str, Act]:
    """Give what the words of a text say is done with a figure and of what it is, by the name of the group.

    `quantity` was read from the text, and `language` is its BCP 47 tag.
    """
    tables = known(language)
    if tables is None:
        return {}
    groups, ends = _groups(tables)
    first = sentence_start(text, quantity.start)
    signs = [match.end() for match in SIGN.finditer(text, first, quantity.start)]
    clause = _Clause(first, signs[-1] if signs else first, _clause_end(ends, text, quantity.end))
    told = (
        (group.name, _act(group, text, quantity, clause))
        for group in groups
        if quantity.kind.value in group.kinds
    )
    return {name: act for name, act in told if act is not None}


def acts_differ(group: str, one: Act, other: Act) -> bool:
    """Tell whether two sides of one group make two figures of what they are of.

    What is there ("has 40 stores") is apart only from some of what is done.
    """
    if one.side == other.side:
        return False
    held = _apart_from(group)
    if one.side in held:
        return other.side in held[one.side]
    return other.side not in held or one.side in held[other.side]


def _act(group: _Group, text: str, quantity: Quantity, clause: _Clause) -> Act | None:
    """Read a side: from a verb in the clause before the figure, behind it, else from what is before it."""
    own = _last(group, text, clause.start, quantity.start)
    if own is not None and own.side not in _THERE:
        return own
    behind = next(group.after.find(text, quantity.end, clause.end), None)
    if behind is not None:
        return Act(_side(group, behind[0]), behind[0])
    return own or _last(group, text, clause.sentence, quantity.start)


def _last(group: _Group, text: str, start: int, end: int) -> Act | None:
    found = [match[0] for match in group.before.find(text, start, end)]
    near = group.right_before.search(text, max(start, end - 24), end)
    word = near[0].strip() if near else found[-1] if found else None
    return Act(_side(group, word), word) if word else None


def _side(group: _Group, word: str) -> str:
    """Give the side of a word as it is written, in which a star in the table stands for the ending."""
    low = " ".join(word.lower().split())
    found = group.sides.get(low)
    if found is not None:
        return found
    return next((side for pattern, side in group.starred if pattern.fullmatch(low)), "")


def _clause_end(ends: re.Pattern[str], text: str, end: int) -> int:
    sign = SIGN.search(text, end, end + FAR)
    last = sign.start() if sign else min(len(text), end + FAR)
    other = ends.search(text, end, last)
    return other.start() if other else last


@cache
def _groups(language: str) -> tuple[tuple[_Group, ...], re.Pattern[str]]:
    """Return the groups of a language, and a pattern of what begins another clause behind a figure."""
    is_spaced = grammar(language).PIECES is None
    rows = table(language, "acts")["group"]
    ends = _pattern(table(language, "standing")["ends"], is_spaced=is_spaced).pattern
    return tuple(_group(row, is_spaced=is_spaced) for row in rows), ends


def _group(row: Mapping[str, Any], *, is_spaced: bool) -> _Group:
    def listed(place: str) -> dict[str, str]:
        return {word: side["is"] for side in row["sides"] for word in side.get(place, ())}

    near = alternatives(listed("right_before"), is_spaced=is_spaced)
    sides = listed("before") | listed("right_before") | listed("after")
    starred = [(word, side) for word, side in sides.items() if "*" in word]
    return _Group(
        row["name"],
        frozenset(row["kinds"]),
        _pattern(listed("before"), is_spaced=is_spaced),
        compiled(rf"{near}\s*\Z", re.IGNORECASE),
        _pattern(listed("after"), is_spaced=is_spaced),
        sides,
        tuple((_pattern([word], is_spaced=is_spaced).pattern, side) for word, side in starred),
    )


def _pattern(words: Collection[str], *, is_spaced: bool) -> Phrases:
    return Phrases.of(alternatives(words, is_spaced=is_spaced), words, is_spaced=is_spaced)


@cache
def _apart_from(group: str) -> Mapping[str, frozenset[str]]:
    """Return what the sides of a group are apart from, of those that are not from all; in all languages alike."""
    rows = (row for row in table("en", "acts")["group"] if row["name"] == group)
    return {
        side["is"]: frozenset(side["apart_from"])
        for row in rows
        for side in row["sides"]
        if "apart_from" in side
    }
