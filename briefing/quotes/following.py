"""Find the words of the next sentence that take back what a quote says: "That figure was wrong."."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from briefing.language import table
from briefing.patterns import compiled
from briefing.quotes.sentences import sentence_ends

if TYPE_CHECKING:
    from briefing.quotes.body import Span

_LEAD: Final = 16  # how far back the end of a sentence can be seen
_REACH: Final = 240
"""How many characters behind a quote its sentence may end."""
_FAR: Final = 160
"""How many characters of the next sentence are read."""


def taken_back(text: str, end: int, language: str) -> Span | None:
    """Return where the sentence after that of the quote which ends at `end` takes back what it says.

    `text` is folded, `language` one of `language.languages()`; offsets are code points from 0. A quote that goes
    into a next sentence is read with the one after.
    """
    lead = max(end - _LEAD, 0)
    near = text[lead : end + _REACH]
    begin = next((lead + at for _, at in sentence_ends(near, language) if lead + at >= end), None)
    if begin is None:
        return None
    found = _patterns(language).match(text, begin, begin + _FAR)
    return found.span(found.lastgroup or 0) if found else None


@cache
def _patterns(language: str) -> re.Pattern[str]:
    held = table(language, "sense")["following"]
    return compiled("|".join(held["patterns"]), re.IGNORECASE | re.VERBOSE)
