"""Give the names of months in a language, as its table `months` holds them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from briefing.language import table

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def month_names(language: str) -> tuple[str, ...]:
    """Return the twelve names in order, in a language of `languages()`."""
    return tuple(row["name"] for row in table(language, "months")["month"])


@cache
def month_numbers(language: str) -> Mapping[str, int]:
    """Return the number of each month, from 1, by its lower-case spellings, short ones included."""
    return {
        spelling.lower(): number
        for number, row in enumerate(table(language, "months")["month"], start=1)
        for spelling in (row["name"], *row["short"])
    }
