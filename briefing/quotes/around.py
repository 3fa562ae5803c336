"""Give the sentences that a quote was taken from, as written, and where in them the quote is.

"Five staff" is a verbatim quote of "twenty-five staff", so what a quote says is read once more with
what surrounds it. No more is given than reading figures needs: no text makes this slow.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from briefing.quotes.body import BREAK, Body, Span
from briefing.quotes.folding import Folded, fold
from briefing.quotes.matching import Match, elided_spans
from briefing.quotes.sentences import last_sentence_end, sentence_ends
from briefing.values import dataclass

_REACH = 96  # characters of its sentence that are given on each side of a quote
_LEAD = 16  # how far back the end of a sentence can be seen: an abbreviation and what closes it


@dataclass(frozen=True, slots=True)
class Around:
    """The sentences of a quote: `text` as written, without what the body omits.

    `parts` are the spans in it of the parts of `match`, `runs` the spans of the file that it is joined
    from. All spans are code points from 0, ends exclusive.
    """

    text: str
    parts: tuple[Span, ...]
    runs: tuple[Span, ...]
    body: Body
    match: Match
    quote: str
    """As its author wrote it."""
    folded: Folded
    """The quote, folded, and in `pieces` the spans of its parts."""
    pieces: tuple[Span, ...]

    def place(self, start: int, end: int) -> Span | None:
        """Return where in `text` the words from `start` to `end` of the quote as written are.

        None where they begin or end in a mark of elision.
        """
        first, last = (self._found(_folded(self.folded, at)) for at in (start, end - 1))
        if first is None or last is None:
            return None
        return _within(self.runs, (first, last))

    def _found(self, folded: int) -> Span | None:
        """Return the span of the file behind one character of the folded quote."""
        for (start, end), (at, _) in zip(self.pieces, self.match.parts, strict=True):
            if start <= folded < end:
                return self.body.spans(at + folded - start, at + folded - start + 1)[0]
        return None

    def of_file(self, span: Span) -> Span:
        """Return where in `text` a span of the file is; an empty span at an edge for one outside."""
        first, last = self.runs[0][0], self.runs[-1][1]
        start, end = (min(max(at, first), last) for at in span)
        return _within(self.runs, ((start, end),))

    def spans(self, start: int, end: int) -> tuple[Span, ...]:
        """Return the spans of the file from which `text[start:end]` comes."""
        return tuple(_cut(self.runs, start, end))


def around(body: Body, match: Match, quote: str, language: str) -> Around:
    """Return the sentences around `match`, the place of `quote` in `body`.

    `quote` is as its author wrote it, `language` the BCP 47 tag of the body.
    """
    near = body.spans(*_near(body.text, match))
    text = "".join([body.file[start:end] for start, end in near])
    parts = [_within(near, body.spans(*part)) for part in match.parts]
    begin = _begin(text, parts[0][0], language)
    end = _end(text, parts[-1][1], language)
    folded = fold(quote)
    return Around(
        text[begin:end],
        tuple((start - begin, stop - begin) for start, stop in parts),
        tuple(_cut(near, begin, end)),
        body,
        match,
        quote,
        folded,
        _pieces(folded.text, match),
    )


def _folded(folded: Folded, at: int) -> int:
    """Return the offset in a folded text of the original character at `at`."""
    piece = bisect_right(folded.original_at, at) - 1
    start, end = folded.folded_at[piece : piece + 2]
    return min(start + at - folded.original_at[piece], max(end - 1, start))


def _near(text: str, match: Match) -> Span:
    """Return the words around a match in folded text that its sentences can have."""
    start, end = match.parts[0][0], match.parts[-1][1]
    first, last = max(start - _REACH, 0), min(end + _REACH, len(text))
    if first and (blank := text.find(" ", first, start)) >= 0:
        first = blank + 1
    if last < len(text) and (blank := text.rfind(" ", end, last)) >= 0:
        last = blank
    stop = text.find(BREAK, end, last)
    return max(first, text.rfind(BREAK, first, start) + 1), last if stop < 0 else stop


def _begin(text: str, start: int, language: str) -> int:
    # The X stands for the quote: its first letter tells whether a sentence begins with it.
    found = last_sentence_end(f"{text[:start]}X", language)
    return found[1] if found else 0


def _end(text: str, end: int, language: str) -> int:
    lead = max(end - _LEAD, 0)
    ends = (lead + at for at, _ in sentence_ends(text[lead:], language) if lead + at >= end)
    return next(ends, len(text))


def _pieces(folded: str, match: Match) -> tuple[Span, ...]:
    """Return the parts of a match as spans of the folded quote."""
    lead = len(folded) - len(folded.lstrip(" "))
    whole = folded.strip(" ")
    start, end = match.parts[0]
    if len(match.parts) == 1 and end - start == len(whole):
        return ((lead, lead + len(whole)),)
    return tuple((lead + at, lead + stop) for at, stop in elided_spans(whole))


def _within(runs: tuple[Span, ...], spans: tuple[Span, ...]) -> Span:
    """Return where spans of the file are in the text that `runs` of it make."""
    start, end = spans[0][0], spans[-1][1]
    found: list[int] = []
    at = 0
    for first, last in runs:
        found += [at + edge - first for edge in (start, end) if first <= edge <= last]
        at += last - first
    return min(found), max(found)


def _cut(runs: tuple[Span, ...], begin: int, end: int) -> Iterator[Span]:
    """Yield the spans of the file behind a stretch of the text that `runs` of it make."""
    at = 0
    for first, last in runs:
        start, stop = max(begin - at, 0), min(end - at, last - first)
        if start < stop:
            yield first + start, first + stop
        at += last - first
