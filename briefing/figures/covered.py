"""Spans of a text, looked up without going through all of them, so that long sentences take no longer a word."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class Covered:
    """Spans in code points from 0, ends exclusive, in any order; they may overlap."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._spans = sorted(spans)
        self._furthest = list(accumulate((end for _, end in self._spans), max))

    def first(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the first span that has a character between two offsets, None if no span has."""
        index = bisect_right(self._furthest, start)
        span = self._spans[index] if index < len(self._spans) else None
        return span if span is not None and span[0] < end else None

    def touches(self, start: int, end: int) -> bool:
        """Tell whether a span has a character between two offsets."""
        return self.first(start, end) is not None
