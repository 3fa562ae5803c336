"""Suggest what a quote that is not found in a body was probably meant to be.

A suggestion helps the author; it never passes a quote. Three steps, each bounded:

1. where: short probes of the quote vote for the places of the body from which it may come;
2. which words: the words of the quote are aligned with those around the few places that won, at the
   least cost, so that the passage begins and ends at word boundaries; rapidfuzz says how alike two
   words are;
3. what differs: the alignment read as a word diff, with offsets into the quote as it was written.

The only module that imports rapidfuzz, and only when a quote was missed.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import islice

from briefing.quotes.alignment import Alignment, Difference, Step, align
from briefing.quotes.body import BREAK, Body, Span
from briefing.quotes.folding import Folded, fold, visible
from briefing.quotes.matching import REACH, elided_spans
from briefing.quotes.occurrences import occurrences
from briefing.quotes.words import whole_words, words
from briefing.values import dataclass

_PROBES = 48  # how many probes a quote sends out
_PLACES = 24  # how many places of a probe vote
_WINDOWS = 3  # how many places are compared closely
_SHORT = 200  # how many words a quote may have for more than the first of them to be compared
_LIKE = 0.5  # the least likeness worth suggesting


@dataclass(frozen=True, slots=True)
class Change:
    """One step of a word diff from the quote to the passage.

    `quote` and `article` are the words as written, one of them empty where words were added or left
    out. `at` is the span of `quote` in the quote as it was given (code points); where the quote
    left words out it is empty and says where they belong.
    """

    difference: Difference
    quote: str
    article: str
    at: Span


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The passage that comes nearest to a quote.

    `spans` are its spans in the file. `passage` is the line to paste: the words of the file, with
    `…` for an elision, every run of white space one space, invisible characters left out, and
    nothing escaped for YAML. `likeness` goes from 0 to 1, by weight of words.
    """

    spans: tuple[Span, ...]
    passage: str
    changes: tuple[Change, ...]
    likeness: float

    @property
    def first(self) -> Change | None:
        """The first change that is a difference, if there is one."""
        return next((step for step in self.changes if step.difference is not Difference.SAME), None)


@dataclass(frozen=True, slots=True)
class _Near:
    """The passage nearest to one part of a quote: a span of the body's text."""

    span: Span
    changes: tuple[Change, ...]
    cost: float
    weight: float


def nearest(body: Body, quote: str) -> Suggestion | None:
    """Return the passage of `body` nearest to `quote`, or None where nothing comes near.

    The parts of an elided quote are looked for in order, each within reach of the one before.
    """
    wanted = fold(quote)
    found: list[_Near] = []
    for start, end in elided_spans(wanted.text):
        after = found[-1].span[1] if found else 0
        until = after + REACH + 2 * (end - start) if found else len(body.text)
        part = _nearest_part(body, (after, until), quote, wanted, (start, end))
        if part is None:
            return None
        found.append(part)
    if not found:
        return None
    return Suggestion(
        spans=tuple(span for part in found for span in body.spans(*part.span)),
        passage=" … ".join(" ".join(visible(body.written(*p.span)).split()) for p in found),
        changes=tuple(change for part in found for change in part.changes),
        likeness=1 - sum(part.cost for part in found) / sum(part.weight for part in found),
    )


def _nearest_part(body: Body, bounds: Span, quote: str, wanted: Folded, part: Span) -> _Near | None:
    """Find what is nearest to the span `part` of the folded quote, in `bounds` of the text."""
    ours = _words_within(wanted.text, part)
    best: tuple[Alignment, list[Span]] | None = None
    for window in _windows(body.text, bounds, wanted.text[slice(*part)], len(ours)):
        theirs = _words_within(body.text, window)
        aligned = _align(wanted.text, ours, body.text, theirs)
        if aligned is not None and (best is None or aligned.cost < best[0].cost):
            best = aligned, theirs
    if best is None:
        return None
    aligned, theirs = best
    if aligned.cost > (1 - _LIKE) * aligned.weight:
        return None
    changes = tuple(_change(step, body, quote, wanted, ours, theirs) for step in aligned.steps)
    span = whole_words(body.text, _hull(theirs, aligned.passage))
    return _Near(span, changes, aligned.cost, aligned.weight)


def _align(quote: str, ours: list[Span], text: str, theirs: list[Span]) -> Alignment | None:
    from rapidfuzz import fuzz

    return align(
        [quote[slice(*word)] for word in ours], [text[slice(*word)] for word in theirs], fuzz.ratio
    )


def _change(
    step: Step, body: Body, quote: str, wanted: Folded, ours: list[Span], theirs: list[Span]
) -> Change:
    at = wanted.original(*_hull(ours, step.ours))
    article = body.written(*_hull(theirs, step.theirs))
    return Change(step.difference, quote[slice(*at)], " ".join(visible(article).split()), at)


def _windows(text: str, bounds: Span, wanted: str, words_wanted: int) -> list[Span]:
    """Return the few spans of `text` for which most probes of `wanted` vote, the best first.

    A probe is a short piece of `wanted`; wherever it occurs, it votes for the place at which `wanted`
    would then begin, the more the rarer it is.
    """
    size = 6 if len(wanted) >= 24 else 3 if len(wanted) >= 6 else 1
    width = min(max(len(wanted) // 2, 32), 128)
    votes: defaultdict[int, float] = defaultdict(float)
    for offset in range(0, max(len(wanted) - size, 0) + 1, max(len(wanted) // _PROBES, 1)):
        probe = wanted[offset : offset + size]
        places = list(islice(occurrences(text, probe, *bounds), _PLACES))
        for place in places:
            votes[(place - offset) // width] += 1 / len(places)
    ranked = sorted(votes, key=lambda bucket: (-votes[bucket], bucket))
    margin = width + len(wanted) // 8
    return [
        _within_breaks(
            text,
            max(bucket * width - margin, bounds[0]),
            min(max(bucket * width, bounds[0]), bounds[1]),
            min((bucket + 1) * width + len(wanted) + margin, bounds[1]),
        )
        for bucket in ranked[: _WINDOWS if words_wanted <= _SHORT else 1]
    ]


def _within_breaks(text: str, start: int, at: int, end: int) -> Span:
    """Narrow `start` to `end` to the piece of an outside in which `at` lies."""
    before, after = text.rfind(BREAK, start, at + 1), text.find(BREAK, at + 1, end)
    return (start if before < 0 else before + 1), (min(end, len(text)) if after < 0 else after)


def _words_within(text: str, span: Span) -> list[Span]:
    start = span[0]
    return [(start + first, start + last) for first, last in words(text[slice(*span)])]


def _hull(spans: list[Span], chosen: tuple[int, int]) -> Span:
    """Return from the start of the first to the end of the last of the spans `chosen` by index.

    For no span at all it is the empty span after the one before, or the very start.
    """
    first, last = chosen
    if first < last:
        return spans[first][0], spans[last - 1][1]
    point = spans[first - 1][1] if first else spans[0][0]
    return point, point
