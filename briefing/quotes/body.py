"""Cut the body of an article out of its file, and find the way back from it.

A file holds more than its article: menus, widgets, disclaimers, titles of references glued into
sentences. The author says where the body `starts` and `ends` and what to `omit`; only what is left
is evidence. A `Body` is that rest, folded for matching, with the way back to the offsets of the
file. Omitted text is cut before matching, so a quote across it stands, and has two spans.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum

from briefing.language.parting import Parted
from briefing.quotes.folding import Folded, fold
from briefing.quotes.occurrences import Finder, occurrences
from briefing.quotes.words import words

Span = tuple[int, int]
"""Start and end in Unicode code points, 0-based, end exclusive."""

# Stands between the pieces of an outside, so that no quote runs from one into the next. A file
# decoded from UTF-8 holds no lone surrogate, and neither does a quote.
BREAK = "\ud800"
_WORD = re.compile(r"\w+|\S")


@dataclass(frozen=True, slots=True)
class Body:
    """What of a file is searched for quotes.

    `file` is the whole decoded text and `whole` its folding, `pieces` are the spans of the latter
    that are searched, in order. `text` is those pieces joined: what quotes are looked for in.
    `joined_at` says where in it each piece starts.
    """

    file: str
    whole: Folded
    pieces: tuple[Span, ...]
    text: str
    joined_at: tuple[int, ...]
    finder: Finder = field(compare=False, repr=False)
    """Looks for quotes in `text`."""

    @property
    def kept(self) -> tuple[Span, ...]:
        """The spans of the file that are searched."""
        return tuple(self.whole.original(*piece) for piece in self.pieces)

    def spans(self, start: int, end: int) -> tuple[Span, ...]:
        """Return the spans of the file that the span `start` to `end` of `text` was folded from.

        There are several where omitted text was cut out between. An empty span has none.
        """
        first = bisect_right(self.joined_at, start) - 1
        if first >= 0 and end <= self._ends(first):  # within one piece, as nearly always
            shift = self.pieces[first][0] - self.joined_at[first]
            return (self.whole.original(start + shift, end + shift),) if start < end else ()
        return tuple(self._spans(max(first, 0), start, end))

    def written(self, start: int, end: int) -> str:
        """Return the words of the file behind the span `start` to `end` of `text`, as written."""
        spans = self.spans(start, end)
        if len(spans) == 1:
            return self.file[slice(*spans[0])]
        return "".join([self.file[first:last] for first, last in spans])

    def said(self, start: int, end: int) -> str:
        """Return the folded words of the span `start` to `end` of `text`."""
        return self.text[start:end]

    def words(self, start: int, end: int) -> list[Span]:
        """Return the spans of the words and signs of `text` from `start` to `end`."""
        return [(start + at, start + stop) for at, stop in words(self.text[start:end])]

    def _ends(self, piece: int) -> int:
        start, end = self.pieces[piece]
        return self.joined_at[piece] + end - start

    def _spans(self, first: int, start: int, end: int) -> Iterator[Span]:
        for piece in range(first, len(self.pieces)):
            joined = self.joined_at[piece]
            if joined >= end:
                return
            from_, to = max(start, joined), min(end, self._ends(piece))
            if from_ < to:
                shift = self.pieces[piece][0] - joined
                yield self.whole.original(from_ + shift, to + shift)


@dataclass(frozen=True, slots=True)
class PartedBody(Body):
    """A body whose `text` is read in pieces, with blanks between words that are written without."""

    read_as: Parted

    @classmethod
    def of(cls, body: Body, words: Parted) -> PartedBody:
        """Part the words of a body."""
        held = (body.file, body.whole, body.pieces, words.text, body.joined_at, body.finder)
        return cls(*held, words)

    def spans(self, start: int, end: int) -> tuple[Span, ...]:
        """Return the spans of the file that the span `start` to `end` of `text` was read from."""
        return Body.spans(self, *self.read_as.outer(start, end))

    def words(self, start: int, end: int) -> list[Span]:
        """Return the spans of the words and signs of `text` from `start` to `end`."""
        return [found.span() for found in _WORD.finditer(self.text, start, end)]

    def said(self, start: int, end: int) -> str:
        """Return the folded words of the span `start` to `end` of `text`."""
        return self.read_as.written[slice(*self.read_as.outer(start, end))]


class Part(Enum):
    """Which entry of `sources.yaml` a cut follows."""

    STARTS = "starts"
    ENDS = "ends"
    OMIT = "omit"


class Fault(Enum):
    """Why an entry does not say what to cut."""

    EMPTY = "nothing is left after folding"
    MISSING = "not in the text"
    REPEATED = "more than once in the text"
    REVERSED = "the body would end before it starts"


@dataclass(frozen=True, slots=True)
class CutProblem:
    """An entry that does not say what to cut.

    `index` counts the entries of `omit`, from 0, and is 0 for the other parts. `places` are the
    spans of the file where the text is, for `REPEATED` and `REVERSED`.
    """

    part: Part
    index: int
    text: str
    fault: Fault
    places: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Uncut:
    """The problems that keep a body from being cut: all of them, in the order of the entries."""

    problems: tuple[CutProblem, ...]


def cut(
    file: str,
    starts: str | None = None,
    ends: str | None = None,
    omit: Sequence[str] = (),
) -> Body | Uncut:
    """Cut the body out of the decoded text `file`.

    `starts` and `ends` are the first and last words of the body, inclusive; after folding each must
    appear in the file exactly once. Without them the body is the whole file. An entry of `omit` is
    cut out wherever it appears in the body, be it several times, as titles of references and widgets
    do; one that appears nowhere in the body is a problem. All entries are looked for in the text as
    it was before anything was cut, so their order means nothing and they may overlap.
    """
    whole = fold(file)
    length = len(whole.text)
    first = _once(whole, Part.STARTS, starts) if starts is not None else (0, 0)
    last = _once(whole, Part.ENDS, ends) if ends is not None else (length, length)
    if isinstance(first, CutProblem) or isinstance(last, CutProblem):
        return Uncut(tuple(bound for bound in (first, last) if isinstance(bound, CutProblem)))
    bounds = (first[0], last[1])
    if last[0] < first[0] or last[1] < first[1]:
        places = (whole.original(*first), whole.original(*last))
        return Uncut((CutProblem(Part.ENDS, 0, ends or "", Fault.REVERSED, places),))
    finder = Finder(whole.text)
    found = [_everywhere(finder, bounds, index, text) for index, text in enumerate(omit)]
    if problems := tuple(omitted for omitted in found if isinstance(omitted, CutProblem)):
        return Uncut(problems)
    omitted = [span for spans in found if not isinstance(spans, CutProblem) for span in spans]
    return _join(file, whole, _rest(bounds, omitted), between="")


def outside(body: Body) -> Body:
    """Return all of the file that is not in `body`, as something to search.

    No match runs from one piece of it into another.
    """
    rest = _rest((0, len(body.whole.text)), body.pieces)
    return _join(body.file, body.whole, rest, between=BREAK)


def _join(file: str, whole: Folded, pieces: Iterable[Span], *, between: str) -> Body:
    """Make a body of `pieces` of the folded text; of two spaces that meet, one is kept."""
    kept: list[Span] = []
    joined_at: list[int] = []
    at, spaced = 0, False
    for start, end in pieces:
        first = start + (spaced and whole.text[start] == " ")
        if first < end:
            kept.append((first, end))
            joined_at.append(at)
            at += end - first + len(between)
            spaced = whole.text[end - 1] == " "
    text = between.join([whole.text[start:end] for start, end in kept])
    return Body(file, whole, tuple(kept), text, tuple(joined_at), Finder(text))


def _rest(bounds: Span, removed: Iterable[Span]) -> Iterator[Span]:
    """Yield what is left of `bounds` without the spans `removed`, which may overlap."""
    at, stop = bounds
    for start, end in sorted(removed):
        if at < start:
            yield at, start
        at = max(at, end)
    if at < stop:
        yield at, stop


def _once(whole: Folded, part: Part, text: str) -> Span | CutProblem:
    """Find the folded span at which `text` stands, once."""
    wanted = fold(text).text.strip(" ")
    if not wanted:
        return CutProblem(part, 0, text, Fault.EMPTY)
    found = [(at, at + len(wanted)) for at in occurrences(whole.text, wanted)]
    if len(found) == 1:
        return found[0]
    fault = Fault.REPEATED if found else Fault.MISSING
    return CutProblem(part, 0, text, fault, tuple(whole.original(*span) for span in found))


def _everywhere(finder: Finder, bounds: Span, index: int, text: str) -> list[Span] | CutProblem:
    """Find the spans at which `text`, an entry of `omit`, appears within `bounds`, all folded."""
    wanted = fold(text).text.strip(" ")
    if not wanted:
        return CutProblem(Part.OMIT, index, text, Fault.EMPTY)
    found = [(at, at + len(wanted)) for at in finder.occurrences(wanted, *bounds)]
    return found or CutProblem(Part.OMIT, index, text, Fault.MISSING)
