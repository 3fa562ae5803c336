"""Cut the body of an article out of its file, and find the way back from it.

A file holds more than its article: menus, widgets, disclaimers, titles of references glued into
sentences. The author says where the body `starts` and `ends` and what to `omit`; only what is left
is evidence. A `Body` is that rest, folded for matching, with the way back to the offsets of the
file. Omitted text is cut before matching, so a quote across it stands, and has two spans.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import accumulate

from briefing.quotes.folding import Folded, fold
from briefing.quotes.occurrences import occurrences

Span = tuple[int, int]
"""Start and end in Unicode code points, 0-based, end exclusive."""

# Stands between the pieces of an outside, so that no quote runs from one into the next. A file
# decoded from UTF-8 holds no lone surrogate, and neither does a quote.
BREAK = "\ud800"


@dataclass(frozen=True, slots=True)
class Body:
    """What of a file is searched for quotes.

    `file` is the whole decoded text, `kept` the spans of it that are searched, in order. `folded`
    is made of the kept pieces joined, and `joined_at` says where in that joined text each starts.
    """

    file: str
    kept: tuple[Span, ...]
    folded: Folded
    joined_at: tuple[int, ...]

    @property
    def text(self) -> str:
        """The folded text that quotes are looked for in."""
        return self.folded.text

    def spans(self, start: int, end: int) -> tuple[Span, ...]:
        """Return the spans of the file that the span `start` to `end` of `text` was folded from.

        There are several where omitted text was cut out between. An empty span has none.
        """
        joined_start, joined_end = self.folded.original(start, end)
        return tuple(self._spans(joined_start, joined_end))

    def written(self, start: int, end: int) -> str:
        """Return the words of the file behind the span `start` to `end` of `text`, as written."""
        return "".join(self.file[first:last] for first, last in self.spans(start, end))

    def _spans(self, start: int, end: int) -> Iterator[Span]:
        for piece in range(max(bisect_right(self.joined_at, start) - 1, 0), len(self.kept)):
            joined, (first, last) = self.joined_at[piece], self.kept[piece]
            if joined >= end:
                return
            from_, to = first + max(start - joined, 0), min(first + end - joined, last)
            if from_ < to:
                yield from_, to


class Part(Enum):
    """Which entry of `sources.yaml` a cut follows."""

    STARTS = "starts"
    ENDS = "ends"
    OMIT = "omit"


class Fault(Enum):
    """Why an entry does not say what to cut."""

    EMPTY = "nothing is left of it after folding"
    MISSING = "it does not stand in the text"
    REPEATED = "it stands there more than once"
    REVERSED = "the body would end before it starts"


@dataclass(frozen=True, slots=True)
class CutProblem:
    """An entry that does not say what to cut.

    `index` counts the entries of `omit`, from 0, and is 0 for the other parts. `places` are the
    spans of the file where the text stands, for `REPEATED` and `REVERSED`.
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
    stand in the file exactly once. Without them the body is the whole file. An entry of `omit` is
    cut out wherever it stands in the body, be it several times, as titles of references and widgets
    do; one that stands nowhere in the body is a problem. All entries are looked for in the text as
    it was before anything was cut, so their order means nothing and they may overlap.
    """
    if starts is None and ends is None and not omit:
        return _body(file, ((0, len(file)),), between="")
    whole = fold(file)
    first = _once(whole, Part.STARTS, starts) if starts is not None else (0, 0)
    last = _once(whole, Part.ENDS, ends) if ends is not None else (len(whole.text),) * 2
    if isinstance(first, CutProblem) or isinstance(last, CutProblem):
        return Uncut(tuple(end for end in (first, last) if isinstance(end, CutProblem)))
    if last[0] < first[0] or last[1] < first[1]:
        places = (whole.original(*first), whole.original(*last))
        return Uncut((CutProblem(Part.ENDS, 0, ends or "", Fault.REVERSED, places),))
    found = [_everywhere(whole, (first[0], last[1]), n, text) for n, text in enumerate(omit)]
    if problems := tuple(omitted for omitted in found if isinstance(omitted, CutProblem)):
        return Uncut(problems)
    omitted = [span for spans in found if not isinstance(spans, CutProblem) for span in spans]
    start = 0 if starts is None else whole.original(*first)[0]
    end = len(file) if ends is None else whole.original(*last)[1]
    return _body(file, _rest((start, end), omitted), between="")


def outside(body: Body) -> Body:
    """Return all of the file that is not in `body`, as something to search.

    No match runs from one piece of it into another.
    """
    return _body(body.file, _rest((0, len(body.file)), body.kept), between=BREAK)


def _body(file: str, kept: tuple[Span, ...], *, between: str) -> Body:
    joined = between.join(file[start:end] for start, end in kept)
    lengths = (end - start + len(between) for start, end in kept)
    return Body(file, kept, fold(joined), tuple(accumulate(lengths, initial=0))[: len(kept)])


def _rest(bounds: Span, removed: Iterable[Span]) -> tuple[Span, ...]:
    """Return what is left of `bounds` without the spans `removed`, which may overlap."""
    rest: list[Span] = []
    at, stop = bounds
    for start, end in sorted(removed):
        if at < start:
            rest.append((at, start))
        at = max(at, end)
    if at < stop:
        rest.append((at, stop))
    return tuple(rest)


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


def _everywhere(whole: Folded, bounds: Span, index: int, text: str) -> list[Span] | CutProblem:
    """Find the original spans at which `text`, an entry of `omit`, stands in folded `bounds`."""
    wanted = fold(text).text.strip(" ")
    if not wanted:
        return CutProblem(Part.OMIT, index, text, Fault.EMPTY)
    found = occurrences(whole.text, wanted, *bounds)
    spans = [whole.original(at, at + len(wanted)) for at in found]
    return spans or CutProblem(Part.OMIT, index, text, Fault.MISSING)
