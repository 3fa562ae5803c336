"""Say what is read of one article, for the author who describes and quotes it."""

from __future__ import annotations

import json
from bisect import bisect_right
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from briefing import figures, load, quotes
from briefing.diagnostics import Diagnostic, Span, diagnostic, did_you_mean
from briefing.model.content import USUAL_LIMITS
from briefing.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from briefing.model.content import Article, Source
    from briefing.model.figures import Quantity

    Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class ReadNumber:
    """A number of an article's body, and what the reader makes of it."""

    text: str
    start: int
    """Where it starts in the article's text, in code points from 0."""
    quantity: Quantity | None
    """None if it is not read as a figure."""
    periods: tuple[str, ...]
    """The words that give its period."""

    @property
    def why(self) -> str:
        """Why its interval is as it is, or that it has none."""
        return "not read as a figure" if self.quantity is None else figures.width(self.quantity)


@dataclass(frozen=True, slots=True)
class ArticleReading:
    """What is read of one article."""

    article: Article
    part: str
    """What of the file that is, in words."""
    body: Spans
    """The spans of the text in which quotes are looked for; none if the body cannot be cut."""
    numbers: tuple[ReadNumber, ...]
    line_starts: tuple[int, ...]
    """Where each line of the text starts, in code points from 0."""

    def line(self, offset: int) -> int:
        """Give the line of the text in which an offset is, from 0."""
        return bisect_right(self.line_starts, offset) - 1


def read(root: Path, name: str) -> tuple[ArticleReading | None, tuple[Diagnostic, ...]]:
    """Read an article as a build does; None if it cannot be read.

    `name` is the id of a source of the project at `root`, or a file below that folder as a POSIX path; a
    file that no source describes is read without a description.
    """
    content = load.load(root).content
    sources = content.sources if content else {}
    source = sources.get(name) or next((one for one in sources.values() if one.file == name), None)
    if source is None and content is not None and "." not in name:
        message, hint = f"there is no source or file '{name}'", did_you_mean(name, tuple(sources))
        return None, (
            diagnostic("unknown-source", Span("content/sources.yaml"), message, hint=hint),
        )
    source = source or load.undescribed(name)
    limits = content.settings.limits if content else USUAL_LIMITS
    data = load.read_article(root, source, limits)
    if not isinstance(data, bytes):
        return None, (data,)
    article, found = load.article(source, data, limits)
    if article is None:
        return None, found
    body = quotes.cut(
        article.text,
        source.body_starts.text if source.body_starts else None,
        source.body_ends.text if source.body_ends else None,
        tuple(words.text for words in source.omit),
    )
    kept = body.kept if isinstance(body, quotes.Body) else ()
    numbers = tuple(_numbers(article.text, kept, source))
    return ArticleReading(
        article, load.part_read(source, data), kept, numbers, _starts(article.text)
    ), found


def _starts(text: str) -> tuple[int, ...]:
    return tuple(accumulate((len(line) + 1 for line in text.split("\n")), initial=0))


def _numbers(text: str, body: Spans, source: Source) -> Iterator[ReadNumber]:
    language = source.language
    for first, last in body:
        start = first
        ends = (*quotes.sentence_ends(text[first:last], language), (last - first, last - first))
        for end, following in ends:
            yield from _in_sentence(text[start : first + end], start, source)
            start = first + following


def _in_sentence(words: str, start: int, source: Source) -> Iterator[ReadNumber]:
    found = [
        ReadNumber(
            one.text,
            start + one.start,
            one,
            tuple(period.text for period in figures.periods_of(words, one, source.language)),
        )
        for one in figures.read(words, source.language, source.yen)
    ]
    found += [
        ReadNumber(one.text, start + one.start, None, ())
        for one in figures.unread(words, source.language, source.yen)
    ]
    yield from sorted(found, key=lambda one: one.start)


def place(reading: ArticleReading, offset: int) -> str:
    """Name a place of the text: its page, or its line in the file."""
    number = reading.line(offset)
    if reading.article.pages:
        return f"page {reading.article.pages[number]}"
    lines = reading.article.lines
    return f"line {lines[number] if lines else number + 1}"


def as_json(reading: ArticleReading) -> str:
    """Write a reading for programs."""
    article = reading.article
    content = {
        "version": 1,
        "file": article.file,
        "read": reading.part,
        "text": article.text,
        "body": reading.body,
        "numbers": [
            {
                "text": one.text,
                "start": one.start,
                "place": place(reading, one.start),
                "low": figures.plain_number(one.quantity.low) if one.quantity else None,
                "high": figures.plain_number(one.quantity.high) if one.quantity else None,
                "unit": one.quantity.unit if one.quantity else None,
                "per": one.quantity.per if one.quantity else None,
                "periods": one.periods,
                "why": one.why,
            }
            for one in reading.numbers
        ],
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def as_text(reading: ArticleReading) -> str:
    """Write what is read; lines outside the body begin with `-`, others with a blank."""
    article = reading.article
    inside = sum(end - start for start, end in reading.body)
    share = f"body: {inside:,} of {len(article.text):,} characters"
    lines = [f"{article.file}: {reading.part}", share if reading.body else "body: not found", ""]
    page = 0
    for start, end, is_body in _pieces(article.text, reading.body):
        if article.pages and article.pages[reading.line(start)] != page:
            page = article.pages[reading.line(start)]
            lines.append(f"page {page}")
        lines.append(f"{' ' if is_body else '-'} {article.text[start:end].rstrip()}")
    return "\n".join(lines) + "\n"


def _pieces(text: str, body: Spans) -> Iterator[tuple[int, int, bool]]:
    """Yield the lines of a text, cut where the body begins and ends, without empty ones."""
    edges = sorted({0, len(text), *(edge for span in body for edge in span)})
    starts, ends = {start for start, _ in body}, {end for _, end in body}
    is_body = False
    for start, end in pairwise(edges):
        is_body = start in starts or (is_body and start not in ends)
        at = start
        for line in text[start:end].splitlines(keepends=True):
            if line.strip():
                yield at, at + len(line.rstrip("\r\n")), is_body
            at += len(line)


def numbers_as_text(reading: ArticleReading) -> str:
    """Write one line for each number: place, words, interval, unit, period, and why."""
    lines = []
    for one in reading.numbers:
        quantity, parts = one.quantity, [place(reading, one.start), f"'{one.text}'"]
        if quantity is not None:
            low, high = figures.plain_number(quantity.low), figures.plain_number(quantity.high)
            unit = f"{quantity.unit} per {quantity.per}" if quantity.per else quantity.unit
            parts += [f"{low or 'open'} to {high or 'open'}", unit]
            parts.append(", ".join(one.periods) or "no period")
        lines.append("  ".join([*parts, one.why]))
    return "\n".join(lines or ["no numbers"]) + "\n"
