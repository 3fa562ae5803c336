"""An article as anchoring needs it: its body, and lines for its offsets."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from briefing.diagnostics import Related, Span
from briefing.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing import quotes
    from briefing.model.content import Article

MOST_PLACES = 5
"""Places of a repeated quote that a diagnostic lists."""


class Lines:
    """Turn offsets of a text into places of its file."""

    def __init__(self, article: Article) -> None:
        self.file = article.file
        self.of_page = article.lines or article.pages
        self.columns = article.columns
        self.pages = article.pages
        self.starts = [0]
        at = article.text.find("\n")
        while at >= 0:
            self.starts.append(at + 1)
            at = article.text.find("\n", at + 1)

    def line(self, offset: int) -> int:
        """Give the line of an offset, from 1."""
        return bisect_right(self.starts, offset)

    def page(self, offset: int) -> int | None:
        """Give the page of an offset in a PDF file, from 1."""
        return self.pages[min(self.line(offset), len(self.pages)) - 1] if self.pages else None

    def span(self, start: int, end: int) -> Span:
        """Give the place of a stretch of the text in the file.

        Of HTML that is where the element begins, of Markdown the line alone, and of PDF the page in place
        of a line.
        """
        if self.of_page:
            index = min(self.line(start), len(self.of_page)) - 1
            at, column = self.of_page[index], self.columns[index] if self.columns else 1
            return Span(self.file, at, column, at, column)
        line, last = self.line(start), self.line(max(start, end - 1))
        return Span(
            self.file, line, start - self.starts[line - 1] + 1,
            last, end - self.starts[last - 1] + 1,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Searched:
    """One article, cut and folded for matching."""

    source: str
    body: quotes.Body
    lines: Lines
    language: str
    yen: str | None = None
    """The currency that a bare yen sign stands for, where the author says so."""


def places(
    places: Iterable[Iterable[tuple[int, int]]], lines: Lines, message: str = "found here"
) -> tuple[Related, ...]:
    """Give the first few places of a text as related places, each by its first span."""
    firsts = [next(iter(spans), None) for spans in places]
    found = [span for span in firsts if span is not None]
    return tuple(Related(lines.span(*span), message) for span in found[:MOST_PLACES])
