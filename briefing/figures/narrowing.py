"""Notice the words that narrow a figure to a part of what it is of, or widen it: "excluding its airline", "together"."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from briefing.language import known, table, words_of

_BEFORE: Final = 200
_REACH: Final = 60
_END: Final = re.compile(r"[.;!?]\s|[。；！？]")
_BREAK: Final = re.compile(r"[.;!?]\s|[。；！？]|(?<!\d)(?!(?:19|20)\d\d(?!\d))\d")
"""Ends what belongs to a figure: the end of its sentence or another figure, but no year."""


def narrowing(text: str, start: int, end: int, language: str) -> str | None:
    """Return the words that narrow the figure from `start` to `end` of a text, in lower case, or None.

    They stand in its sentence before it, or shortly behind it. `language` is the BCP 47 tag of the
    text; offsets are code points of it, from 0. A language without tables has none.
    """
    tables = known(language)
    if tables is None:
        return None
    low = text.lower() if len(text.lower()) == len(text) else text
    before = low[max(0, start - _BEFORE) : start]
    before = _END.split(before)[-1]
    behind = low[end : end + _REACH]
    stop = _BREAK.search(behind)
    for part in (before, behind[: stop.start()] if stop else behind):
        match = _pattern(tables).search(part)
        if match is not None:
            return match[0].strip()
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
    return re.compile(whole, re.IGNORECASE | re.VERBOSE)
