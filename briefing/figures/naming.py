"""Read words that tell what a figure is of: a size or a state behind it, an index, "Level four"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from briefing.language import common, known, longest_first, table, words_of
from briefing.language.parting import parted
from briefing.model.figures import Quantity
from briefing.patterns import compiled

_REACH: Final = 40
_SHORTEST: Final = 3
"""Letters above which a word of names is no abbreviation: "no", "act"."""


class Behind(NamedTuple):
    """A word right behind a figure."""

    word: str
    """The first of the words that mean the same."""
    is_state: bool
    """Whether a figure without it is another one: patents, and patents pending."""


def word_behind(text: str, quantity: Quantity, language: str) -> Behind | None:
    """Give the word behind a figure that was read from a text, if it tells of which size or state it is.

    `language` is the BCP 47 tag of the text.
    """
    tables = known(language)
    pattern, words = _behind(tables) if tables else (None, {})
    if pattern is None or text[quantity.start : quantity.end] != quantity.text:
        return None
    words_of_text, end = parted(text, language), quantity.end
    if words_of_text is not None:
        text, end = words_of_text.text, words_of_text.inner(quantity.start, quantity.end)[1]
    match = pattern.match(text, end, end + _REACH)
    return words[match[1].lower()] if match else None


@cache
def _behind(language: str) -> tuple[re.Pattern[str] | None, dict[str, Behind]]:
    held = table(language, "variants").get("behind")
    if held is None:
        return None, {}
    words = {
        word: Behind(row[0], part == "states")
        for part in ("sizes", "states")
        for row in held[part]
        for word in row
    }
    return compiled(rf"[\s-]({longest_first(words)})(?!\w)", re.IGNORECASE), words


def indexes(text: str) -> frozenset[str]:
    """Give the share indexes that a text names, each by its commonest name."""
    pattern, names = _indexes()
    return frozenset(names[found] for found in pattern.findall(text))


@cache
def _indexes() -> tuple[re.Pattern[str], dict[str, str]]:
    rows = common("indexes")["indexes"]
    names = {spelling: row[0] for row in rows for spelling in row}
    return compiled(rf"(?<![\w&-])(?:{longest_first(names)})(?![\w-])"), names


def spelled_names(text: str, language: str) -> Iterator[tuple[str, str, re.Match[str]]]:
    """Give names of a kind with a small number, as (kind, number in digits, place): "Level four"."""
    tables = known(language)
    pattern, numbers = _spelled(tables) if tables else (None, {})
    for match in pattern.finditer(text) if pattern else ():
        number = match[2].lower()
        yield match[1].lower(), str(numbers.get(number, number)), match


@cache
def _spelled(language: str) -> tuple[re.Pattern[str] | None, dict[str, int]]:
    held = table(language, "names").get("naming", {})
    numbers: dict[str, int] = table(language, "numbers").get("units", {})
    kinds = [word for word in words_of(held.get("words", "")) if len(word) > _SHORTEST]
    if not kinds or not numbers:
        return None, {}
    pattern = rf"(?<![\w-])({longest_first(kinds)})\s({longest_first(numbers)}|[0-9]{{1,2}})(?![\w%-])(?![.,][0-9])"
    return compiled(pattern, re.IGNORECASE), numbers
