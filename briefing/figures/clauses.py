"""Find the sentence and the clause of a figure, and words in them, for tables of a language."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from briefing.patterns import compiled
from briefing.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

SIGN: Final = re.compile(r"[,;:!?()，、。；：！？（）](?![0-9])|\.(?=\s|\Z)|[‒–—―]")
"""A sign that ends a clause."""
COMMAS: Final = ",，、"
FAR: Final = 320
"""Code points to either side of a figure in which its clause and sentence are looked for."""
_WORD: Final = re.compile(r"\w+")
_END: Final = re.compile(
    r"[;!?。；！？](?![0-9])|(?<!\b\d)(?<!\b\d\d)\.(?=\s+[^\W\d_a-z])|\.(?=\s*\Z)|\n\s*\n"
)
"""What ends a sentence. A full stop behind one or two digits mostly makes an ordinal: "am 1. Januar"."""


def sentence_start(text: str, at: int) -> int:
    """Return where the sentence with what is at `at` begins, or `FAR` before it."""
    floor = max(0, at - FAR)
    ends = [match.end() for match in _END.finditer(text, floor, at)]
    return ends[-1] if ends else floor


@dataclass(frozen=True, slots=True)
class Phrases:
    """A pattern, and the words of which one begins what it finds; most figures have none of them nearby."""

    pattern: re.Pattern[str]
    firsts: frozenset[str] | None
    """In lower case; None where any text may hold one."""

    @classmethod
    def of(cls, pattern: str, phrases: Collection[str], *, is_spaced: bool) -> Phrases:
        """Take a pattern that finds some phrases; a star in the first word of one stands for anything."""
        begun = [_WORD.findall(phrase)[:1] for phrase in phrases]
        is_open = not is_spaced or any(phrase.split()[0].find("*") >= 0 for phrase in phrases)
        firsts = None if is_open else frozenset(word for one in begun for word in one)
        return cls(compiled(pattern, re.IGNORECASE), firsts)

    def find(self, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """Give what is found between two places of a text."""
        if self.firsts is not None and self.firsts.isdisjoint(_words_of(text)):
            return iter(())
        return self.pattern.finditer(text, start, end)


@lru_cache(maxsize=64)
def _words_of(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.lower()))


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
