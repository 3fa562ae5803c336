"""Notice the words that make a figure one of less or of more: "excluding its airline", "together"."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from briefing.figures.clauses import sentence_start
from briefing.language import known, table, words_of
from briefing.patterns import compiled

_REACH: Final = 60
_BREAK: Final = re.compile(r"[.;!?]\s|[。；！？]|(?<!\d)(?!(?:19|20)\d\d(?!\d))\d")
"""Ends what belongs to a figure: the end of its sentence or another figure, but no year."""


def narrowing(text: str, start: int, end: int, language: str) -> str | None:
    """Return the words that narrow or widen the figure from `start` to `end` of a text, in lower case.

    They are in its sentence before it, or shortly behind it; None where there are none. `language` is
    the BCP 47 tag of the text; offsets are code points of it, from 0. A language without tables has none.
    """
    tables = known(language)
    if tables is None:
        return None
    stop = _BREAK.search(text, end, end + _REACH)
    for first, last in (
        (sentence_start(text, start), start),
        (end, stop.start() if stop else end + _REACH),
    ):
        match = _pattern(tables).search(text, first, last)
        if match is not None:
            return match[0].strip().lower()
    return None


def is_beside(text: str, at: int, language: str) -> bool:
    """Tell whether the name at `at` of a text is only set beside another: "like Acme", "than Acme".

    `language` is the BCP 47 tag of the text. In one without tables every name may be.
    """
    tables = known(language)
    if tables is None:
        return True
    held = table(tables, "narrowing")
    words = words_of(held["beside"])
    before = text[:at].rstrip().lower()
    if not held["has_spaces"]:
        return before.endswith(tuple(words))
    return any(word in words for word in before.split()[-1:]) or before.endswith(("'", "’"))


@cache
def _pattern(language: str) -> re.Pattern[str]:
    held = table(language, "narrowing")
    words = f"(?:{'|'.join(held['words'])})"
    whole = rf"(?<![\w-]){words}(?![\w-])" if held["has_spaces"] else words
    return compiled(whole, re.IGNORECASE | re.VERBOSE)
