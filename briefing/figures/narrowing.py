"""Notice the words that narrow a figure to a part of what it is of: "excluding its airline"."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from briefing.language import known, table

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


@cache
def _pattern(language: str) -> re.Pattern[str]:
    held = table(language, "narrowing")
    words = f"(?:{'|'.join(held['words'])})"
    whole = rf"(?<![\w-]){words}(?![\w-])" if held["has_spaces"] else words
    return re.compile(whole, re.IGNORECASE | re.VERBOSE)
