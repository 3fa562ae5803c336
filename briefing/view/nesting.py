"""Cut a text into runs so that highlights nest, as HTML elements must."""

from __future__ import annotations

import heapq
from typing import TYPE_CHECKING

from briefing.values import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Iterable

_DEEPEST = 8
"""How deep highlights may nest; a deeper one highlights no words."""


@dataclass(frozen=True, slots=True)
class TextRun:
    """A stretch of a source's text: passages that begin here, the text, how many end after it."""

    opens: tuple[Highlight, ...]
    text: str
    closes: int


@dataclass(frozen=True, slots=True)
class Highlight:
    """Where a passage begins; `id` is empty where one goes on after another that it crosses."""

    id: str
    place: int = 0
    """Which passage of its excerpt it is, from 1, by which the claims beside it light it."""


def nested_runs(text: str, highlights: Iterable[tuple[int, int, Highlight]]) -> tuple[TextRun, ...]:
    """Cut `text` by highlights given as (start, end, highlight), in code points of `text`, end exclusive.

    A highlight that crosses the end of an outer one is cut there, and goes on without its id. As no
    more than a few highlights may nest, each is cut a few times at most and the work stays linear.
    """
    cutter = _Cutter(text)
    waiting = [
        (start, -end, order, highlight) for order, (start, end, highlight) in enumerate(highlights)
    ]
    heapq.heapify(waiting)
    order = len(waiting)
    while waiting:
        start, negative_end, _, highlight = heapq.heappop(waiting)
        cutter.advance(start)
        end, outer_end = -negative_end, cutter.innermost_end
        if end > outer_end and cutter.depth < _DEEPEST:
            order += 1
            heapq.heappush(waiting, (outer_end, -end, order, replace(highlight, id="")))
        cutter.open(highlight, min(end, outer_end) if cutter.depth < _DEEPEST else start)
    cutter.advance(len(text))
    return tuple(cutter.runs)


class _Cutter:
    """Walks through a text once, opening and closing highlights."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._ends: list[int] = []
        self._opened: list[Highlight] = []
        self.runs: list[TextRun] = []

    @property
    def depth(self) -> int:
        """How many highlights are open."""
        return len(self._ends)

    @property
    def innermost_end(self) -> int:
        """Where the innermost open highlight ends, the text's end if none is open."""
        return self._ends[-1] if self._ends else len(self._text)

    def open(self, highlight: Highlight, end: int) -> None:
        """Begin a highlight here that ends at `end`, within those that are open."""
        self._opened.append(highlight)
        self._ends.append(end)

    def advance(self, to: int) -> None:
        """Go on to offset `to`, closing what ends up to there."""
        while self._ends and self._ends[-1] <= to:
            self._cut(self._ends.pop(), closes=1)
        if to > self._at:
            self._cut(to, closes=0)

    def _cut(self, to: int, closes: int) -> None:
        self.runs.append(TextRun(tuple(self._opened), self._text[self._at : to], closes))
        self._at, self._opened = to, []
