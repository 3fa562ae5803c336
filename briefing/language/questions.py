"""Tell whether words are asked: a question states nothing.

The signs are the same in all languages with tables, so no table holds them.
"""

from __future__ import annotations

import re
from typing import Final

_FAR: Final = 160
_MARKS: Final = "?？"
_STOP: Final = re.compile(r"[;:!?；：。！？…‒–—―\n]|--|[,，](?![0-9])|\.(?=[\s\"'”’»)\]]|\Z)")
_COMMAS: Final = ",，"
_BEGUN: Final = re.compile(r"¿[^?]*\Z")


def question_mark(text: str, at: int) -> int | None:
    """Return the offset of the mark that makes a question of the words that end at `at`, or None.

    Offsets are code points, from 0. A comma or another sign before the mark begins a clause of its own, and
    what is asked may be that clause alone: "it rose 5%, but will it last?" Between `¿` and its mark all is asked.
    """
    is_begun = _BEGUN.search(text, max(0, at - _FAR), at) is not None
    for stop in _STOP.finditer(text, at, at + _FAR):
        if stop[0] in _MARKS:
            return stop.start()
        if not (is_begun and stop[0] in _COMMAS):
            return None
    return None
