"""Read what a count of people is of by what they do or what is done to them: "97 people died" counts deaths.

All words are in the table `persons` of a language.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from briefing.figures.clauses import alternatives
from briefing.language import grammar, known, table
from briefing.patterns import compiled
from briefing.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing.model.figures import Quantity

_NEAR: Final = 64
"""Code points before a figure in which such a word is looked for."""
_YEAR: Final = r"(?:19|20)\d\d"
_MOST_BETWEEN: Final = 4


@dataclass(frozen=True, slots=True)
class _Row:
    unit: str
    of: frozenset[str]
    before: re.Pattern[str]
    after: re.Pattern[str]


def counted_as(text: str, quantity: Quantity, language: str) -> tuple[str, ...]:
    """Give the units that a count of people is of too, by the words beside it.

    `quantity` was read from the text, and `language` is its BCP 47 tag. Empty for anything but people, and for a
    language without tables.
    """
    tables = known(language)
    rows = [row for row in _rows(tables) if quantity.unit in row.of] if tables else ()
    start, end = quantity.start, quantity.end
    return tuple(
        row.unit
        for row in rows
        if row.after.match(text, end) or row.before.search(text, max(0, start - _NEAR), start)
    )


@cache
def _rows(language: str) -> Sequence[_Row]:
    held = table(language, "persons")
    is_spaced = grammar(language).PIECES is None
    between = rf"(?:{alternatives(held['between'], is_spaced=is_spaced)}|{_YEAR})"
    parting = rf"\s+(?:{between}\s+){{0,{_MOST_BETWEEN}}}" if is_spaced else f"{between}{{0,2}}"

    def words(one: Iterable[str]) -> str:
        return alternatives(one, is_spaced=is_spaced)

    return tuple(
        _Row(
            row["unit"],
            frozenset(row["of"]),
            compiled(rf"{words(row['before'])}{parting}\Z", re.IGNORECASE),
            compiled(rf"{parting}{words(row['after'])}", re.IGNORECASE),
        )
        for row in held["row"]
    )
