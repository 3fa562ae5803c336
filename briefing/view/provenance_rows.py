"""The order of the rows in which a claim's provenance is drawn, and which of them run together."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

    from briefing.model.judged import Stance

Run = tuple[int, int]
"""The first row of a cell, and the first below it."""


class Said(NamedTuple):
    """A row before it is drawn: an article says something in somebody's name."""

    voice: str
    source: str
    stance: Stance
    origin: str | None


def ordered_rows(said: Sequence[Said]) -> list[Said]:
    """Put together the rows of a voice and, as far as that allows, those of an origin.

    Voices stand with the origin that most of them share. One that also has others is drawn at the edge
    of these, with its others outwards.
    """
    by_voice: dict[str, list[Said]] = {}
    for one in said:
        by_voice.setdefault(one.voice, []).append(one)
    voices_of = Counter(origin for _, origin in {(one.voice, one.origin) for one in said})
    by_origin: dict[str | None, list[list[Said]]] = {}
    for rows in by_voice.values():
        main = max((one.origin for one in rows), key=lambda origin: voices_of[origin])
        by_origin.setdefault(main, []).append(rows)
    ordered: list[Said] = []
    for main, voices in by_origin.items():
        voices.sort(key=lambda rows: len({one.origin for one in rows}) > 1)
        if _is_mixed(voices[-1]):
            ordered += _outwards(voices.pop(), main)
        for rows in voices:
            ordered += reversed(_outwards(list(reversed(rows)), main))
    return ordered


def _is_mixed(rows: Sequence[Said]) -> bool:
    return len({one.origin for one in rows}) > 1


def _outwards(rows: Sequence[Said], main: str | None) -> list[Said]:
    """Put the rows of an origin together, and those of the main one last."""
    firsts = {origin: place for place, origin in reversed(list(enumerate(r.origin for r in rows)))}
    return sorted(rows, key=lambda one: (one.origin == main, firsts[one.origin]))


def runs_of(keys: Iterable[Hashable]) -> list[Run]:
    """Give for each row the run of equal keys that it is part of."""
    runs: list[Run] = []
    for _, equal in groupby(keys):
        start, count = len(runs), len(list(equal))
        runs += [(start, start + count)] * count
    return runs


def place_of(inner: Run, outer: Run) -> str:
    """Say where a run meets others of the same node: `only`, `first`, `between` or `last`."""
    if inner == outer:
        return "only"
    if inner[0] == outer[0]:
        return "first"
    return "last" if inner[1] == outer[1] else "between"
