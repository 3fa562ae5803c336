"""Find the place in a Markdown file of an offset in a block's inline text.

markdown-it tells the lines of a block and hands on its text without indentation and markers; the
columns are found again by looking for each line of that text in the line it came from.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from briefing.diagnostics import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

Start = tuple[int, int, int]
"""Where a line of a block begins: offset in the block's text, line and column from 1."""


class Places:
    """The lines of one file, read once from top to bottom."""

    def __init__(self, file: str, lines: Sequence[str]) -> None:
        self._file = file
        self._lines = lines
        self._read: dict[int, int] = {}
        """How far a line is read: the cells of a table row share one."""

    def lines_of(self, block: Token) -> tuple[Start, ...]:
        """Tell where each line of a block's text begins; blocks are to be asked for in order.

        A line that Markdown changed on its way counts from the line's first column.
        """
        starts: list[Start] = []
        offset = 0
        for number, content in enumerate(
            block.content.split("\n"), block.map[0] if block.map else 0
        ):
            line = self._lines[number] if number < len(self._lines) else ""
            column = line.find(content, self._read.get(number, 0))
            if column >= 0:
                self._read[number] = column + len(content)
            starts.append((offset, number + 1, max(column, 0) + 1))
            offset += len(content) + 1
        return tuple(starts)

    def span(self, starts: Sequence[Start], start: int, end: int) -> Span:
        """Give the place of a block's text from offset `start` to `end` (exclusive)."""
        began, line, column = _holding(starts, start)
        ended, last, last_column = _holding(starts, end)
        return Span(self._file, line, column + start - began, last, last_column + end - ended)


def _holding(starts: Sequence[Start], offset: int) -> Start:
    return starts[max(bisect_right(starts, offset, key=lambda start: start[0]) - 1, 0)]
