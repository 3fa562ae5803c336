"""Find the sentence and the clause of a figure, and words in them, for tables of a language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

SIGN: Final = re.compile(r"[,;:!?()，、。；：！？（）](?![0-9])|\.(?=\s|\Z)|[‒–—―]")
"""A sign that ends a clause."""
COMMAS: Final = ",，、"
FAR: Final = 320
"""Code points to either side of a figure in which its clause and sentence are looked for."""
_END: Final = re.compile(r"[;!?。；！？](?![0-9])|\.(?=\s+[^\W\d_a-z]|\s*\Z)|\n\s*\n")


def sentence_start(text: str, at: int) -> int:
    """Return where the sentence with what stands at `at` begins, or `FAR` before it."""
    floor = max(0, at - FAR)
    ends = [match.end() for match in _END.finditer(text, floor, at)]
    return ends[-1] if ends else floor


def alternatives(phrases: Iterable[str], *, is_spaced: bool) -> str:
    """Return a pattern of any of some phrases, the longest first; a star stands for any letters.

    `is_spaced` tells whether blanks part the words of the language, so that phrases are of whole words.
    """
    spelled = [
        r"\s+".join(re.escape(word).replace(r"\*", r"[\w'’-]*") for word in phrase.split())
        for phrase in sorted(phrases, key=len, reverse=True)
    ]
    edges = (r"(?<![\w-])", r"(?![\w-])") if is_spaced else ("", "")
    return f"{edges[0]}(?:{'|'.join(spelled) or '(?!)'}){edges[1]}"
