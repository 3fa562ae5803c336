"""Find every place at which a text appears in another, in linear time."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

_WORD = re.compile(r"\w+")
_FEW = 32
"""So many times a text is looked through before its words are listed: few articles are quoted more."""
_SHORT = 2_000
"""A text of so few characters is looked through as quickly as a list of words is looked up in."""
_OFTEN = 256
"""A word that appears more often than once in so many characters does not lead to its places faster."""


def occurrences(text: str, wanted: str, start: int = 0, end: int | None = None) -> Iterator[int]:
    """Yield the offsets at which `wanted`, not empty, appears in `text[start:end]`, in order.

    Places that overlap count ("ha ha" appears twice in "ha ha ha"), but of a run of them only two
    are given: that is enough to see that the place is not unique, and a text that repeats itself
    ("aaaa…") would otherwise cost the square of its length.
    """
    stop = len(text) if end is None else end
    at = text.find(wanted, start, stop)
    while at >= 0:
        yield at
        following = text.find(wanted, at + 1, stop)
        if 0 <= following < at + len(wanted):
            yield following
            following = text.find(wanted, following + len(wanted), stop)
        at = following


class Finder:
    """Find what is wanted in one text, again and again.

    After a few times the words of the text are listed with their places, and what holds a whole word
    between others is looked for at the places of that word: many quotes of one long article would
    otherwise each cost its length.
    """

    __slots__ = ("_asked", "_places", "text")

    def __init__(self, text: str) -> None:
        """Hold the text; nothing is listed yet."""
        self.text = text
        self._asked = 0
        self._places: Mapping[str, array[int]] | None = None

    def occurrences(self, wanted: str, start: int = 0, end: int | None = None) -> Iterator[int]:
        """Yield what the function `occurrences` does."""
        stop = len(self.text) if end is None else min(end, len(self.text))
        inner = self._inner(wanted) if stop - start > _SHORT else None
        if inner is None or len(self._held(inner[0])) * _OFTEN > stop - start:
            return occurrences(self.text, wanted, start, stop)
        held, before = self._held(inner[0]), inner.start()
        among = range(bisect_left(held, start + before), bisect_left(held, stop))
        places = (held[number] - before for number in among)
        return _thinned(
            (at for at in places if at + len(wanted) <= stop and self.text.startswith(wanted, at)),
            len(wanted),
        )

    def regions(self, parts: Sequence[str], reach: int) -> list[tuple[int, int]]:
        """Return the spans of the text that hold all places where `parts` appear in order.

        `reach` is how many characters may lie between two parts. The part that holds the rarest word
        says where to look.
        """
        inner = {part: found for part in parts if (found := self._inner(part))}
        if not inner:
            return [(0, len(self.text))]
        rarest = min(inner, key=lambda part: len(self._held(inner[part][0])))
        around = sum(map(len, parts)) + reach * len(parts)
        spans: list[tuple[int, int]] = []
        for at in self.occurrences(rarest):
            first = max(at - around, 0)
            if spans and first <= spans[-1][1]:
                first, _ = spans.pop()
            spans.append((first, at + around))
        return spans

    def _inner(self, wanted: str) -> re.Match[str] | None:
        """Return the rarest of the words that `wanted` holds whole; None where words are not listed."""
        self._asked += 1
        if self._asked <= _FEW or len(self.text) <= _SHORT:
            return None
        if self._places is None:
            self._places = _listed(self.text)
        whole = (
            found
            for found in _WORD.finditer(wanted)
            if found.start() > 0 and found.end() < len(wanted)
        )
        return min(whole, key=lambda found: len(self._held(found[0])), default=None)

    def _held(self, word: str) -> array[int]:
        return (self._places or {}).get(word) or array("L")


def _listed(text: str) -> Mapping[str, array[int]]:
    places: dict[str, array[int]] = defaultdict(lambda: array("L"))
    for found in _WORD.finditer(text):
        places[found[0]].append(found.start())
    return dict(places)


def _thinned(places: Iterable[int], length: int) -> Iterator[int]:
    """Yield, of places that overlap, two of each run."""
    last, free = None, 0
    for at in places:
        if at < free:
            continue
        yield at
        if last is not None and at < last + length:
            last, free = None, at + length
        else:
            last = at
