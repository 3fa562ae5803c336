"""Read the words that make two measures of one: net or gross, real or nominal, GAAP or non-GAAP.

All are in the table `variants` of a language; one without it tells none apart.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, Final, NamedTuple

from briefing.language import known, longest_first, table
from briefing.language.parting import parted
from briefing.patterns import compiled

UNSAID: Final = frozenset(
    {"GAAP", "net", "nominal", "after tax", "total", "seasonally adjusted", "at actual currency",
     "mean", "headline", "continuing", "consumer prices"}
)  # fmt: skip
"""The sides that words commonly mean where they name none."""
_APART: Final = frozenset(
    map(
        frozenset,
        (
            ("organic", "GAAP"),
            ("organic", "at actual currency"),
            ("at constant currency", "GAAP"),
            ("net", "before tax"),
            ("operating", "before tax"),
            ("operating", "after tax"),
        ),
    )
)
"""Sides of different groups that are two measures all the same: organic growth, and growth as reported."""
_REACH: Final = 48
_BEFORE: Final = 160
_BREAK: Final = re.compile(r"(?<!\d)(?!(?:19|20)\d\d(?!\d))\d|[.;!?]\s")
"""Ends what belongs to a figure: another figure, but no year, or the end of its sentence."""


class _Group(NamedTuple):
    name: str
    before: re.Pattern[str]
    after: re.Pattern[str]
    sides: Mapping[str, str]


def variants(text: str, start: int, end: int, language: str) -> tuple[tuple[str, str], ...]:
    """Give the sides that the figure from `start` to `end` has, each after its group's name.

    `language` is the BCP 47 tag of the text; offsets are code points of it, from 0.
    """
    tables = known(language)
    words = parted(text, language)
    if words is not None:
        return variants(words.text, *words.inner(start, end), language)
    low = text.lower()
    return tuple(
        (group.name, side)
        for group in (_groups(tables) if tables else ())
        if (side := _side(group, low, start, end)) is not None
    )


def variants_apart(
    claim: Sequence[tuple[str, str]], item: Sequence[tuple[str, str]]
) -> tuple[str, str] | None:
    """Give the first two sides of a claim and of an item, as `variants` has them, that are two measures."""
    ours, theirs = dict(claim), dict(item)
    for group, side in ours.items():
        if theirs.get(group, side) != side:
            return side, theirs[group]
    alone = [ours[group] for group in ours if group not in theirs]
    others = [theirs[group] for group in theirs if group not in ours]
    pairs = ((one, other) for one in alone for other in others)
    return next((pair for pair in pairs if frozenset(pair) in _APART), None)


def _side(group: _Group, text: str, start: int, end: int) -> str | None:
    """Read the side of a group: from the words right after the figure, else the last before it."""
    behind = text[end : end + _REACH]
    stop = _BREAK.search(behind)
    match = group.after.search(behind[: stop.start()] if stop else behind)
    if match is not None:
        return group.sides[match["word"]]
    before = [*group.before.finditer(text, max(0, start - _BEFORE), start)]
    if before:
        return group.sides[before[-1]["word"]]
    others = {group.sides[one["word"]] for one in group.before.finditer(text, end)}
    return others.pop() if len(others) == 1 else None


@cache
def _groups(language: str) -> tuple[_Group, ...]:
    try:
        rows = table(language, "variants")["group"]
    except FileNotFoundError:
        return ()
    return tuple(_group(row) for row in rows)


def _group(row: Mapping[str, Any]) -> _Group:
    sides = {
        word: side["is"]
        for side in row["sides"]
        for place in ("before", "after")
        for word in side[place]
    }
    return _Group(
        row["sides"][0]["is"],
        _pattern(row, "before", r"(?!\s(?:basis|terms))"),
        _pattern(row, "after", ""),
        sides,
    )


def _pattern(row: Mapping[str, Any], place: str, more: str) -> re.Pattern[str]:
    words = [word for side in row["sides"] for word in side[place]]
    leading = [word for side in row["sides"] for word in side["after"] if " " in word]
    others = row.get("not_before", [])
    skipped = rf"(?!{longest_first(others)})" if others and place == "before" else ""
    behind = "".join(
        rf"(?<!{other[: -len(word)]})"
        for other in others
        for word in words
        if other.endswith((f" {word}", f"-{word}"))
    )
    pattern = rf"(?:{longest_first(words) or '(?!)'})(?![\w-]){more}"
    if place == "before" and leading:  # "On an adjusted basis, profit was $5 million"
        pattern = rf"{pattern}|(?:{longest_first(leading)})(?=,)"
    return compiled(rf"(?<![\w-]){behind if place == 'before' else ''}{skipped}(?P<word>{pattern})")
