"""Account for an article: which of its figures and sentences the briefing speaks to.

A figure is accounted for where one quote, or words set aside, hold it whole. A sentence is where
they hold a part of it that says something. Check-worthy is every sentence that states: it ends
with a full stop (or has a figure) and has some words; headings, questions and captions do not.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate
from typing import TYPE_CHECKING

from briefing.diagnostics import Diagnostic, Span, diagnostic
from briefing.figures import read
from briefing.model.figures import QuantityKind
from briefing.model.judged import Account, Share
from briefing.quotes import sentence_ends

if TYPE_CHECKING:
    from briefing.quotes import Body

Spans = tuple[tuple[int, int], ...]

FEWEST_WORDS = 4
"""A sentence of fewer words states nothing that could be checked."""
MOST_SHOWN = 90
"""Characters of a sentence that a finding shows."""


_FOOTNOTES = re.compile(r"(?:\[\d+\]\s*)+\Z")


class _Cover:
    """Spans of a file, merged, for asking what they hold."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        for start, end in sorted(spans):
            if self.ends and start <= self.ends[-1]:
                self.ends[-1] = max(self.ends[-1], end)
            else:
                self.starts.append(start)
                self.ends.append(end)

    def holds(self, spans: Spans) -> bool:
        """Say whether every one of `spans` lies inside."""
        return all(self._overlap(start, end) == end - start for start, end in spans)

    def touches(self, spans: Spans) -> bool:
        """Say whether any one of `spans` shares a character."""
        return any(self._overlap(start, end) for start, end in spans)

    def _overlap(self, start: int, end: int) -> int:
        at = bisect_right(self.starts, start) - 1
        held = 0
        for number in range(max(at, 0), len(self.starts)):
            if self.starts[number] >= end:
                break
            held += max(0, min(end, self.ends[number]) - max(start, self.starts[number]))
        return held


class _Kept:
    """The body as one text with its line breaks, and the way back to the file."""

    def __init__(self, file: str, kept: Spans) -> None:
        self.kept = kept
        self.text = "".join(file[start:end] for start, end in kept)
        lengths = (end - start for start, end in kept)
        self.begins = tuple(accumulate(lengths, initial=0))

    def spans(self, start: int, end: int) -> Spans:
        """Give the spans of the file behind a stretch of the text."""
        found = []
        for number in range(bisect_right(self.begins, start) - 1, len(self.kept)):
            begin, (first, last) = self.begins[number], self.kept[number]
            if begin >= end:
                break
            found.append((first + max(start - begin, 0), min(first + end - begin, last)))
        return tuple(found)


def account(
    source: str,
    language: str,
    body: Body,
    claimed: Iterable[Spans],
    aside: Iterable[Spans],
    at: Callable[[int, int], Span],
) -> Account:
    """Account for the body of `source`, whose `language` is a BCP 47 tag.

    `claimed` and `aside` are spans of the file, code points, of quotes and of words set aside;
    `at(start, end)` gives the place of such a span.
    """
    kept = _Kept(body.file, body.kept)
    covers = (_Cover(span for spans in claimed for span in spans),
              _Cover(span for spans in aside for span in spans))  # fmt: skip
    left: list[Diagnostic] = []
    figures, sentences = [0, 0, 0], [0, 0, 0]
    for start, end in _sentences(kept.text, language):
        words = kept.text[start:end]
        quantities = [one for one in read(words, language) if one.kind is not QuantityKind.ORDINAL]
        loose = []
        for quantity in quantities:
            spans = kept.spans(start + quantity.start, start + quantity.end)
            state = _state(cover.holds(spans) for cover in covers)
            figures[state] += 1
            if state == _LEFT:
                message = f"'{quantity.text}' in {source} is neither quoted nor set aside"
                place = at(spans[0][0], spans[-1][1])
                loose.append(diagnostic("unclaimed-figure", place, message))
        left += loose
        if quantities or _states(words):
            held = kept.spans(start, end)
            state = _state(cover.touches(held) for cover in covers)
            sentences[state] += 1
            if state == _LEFT and not loose:
                message = f"no claim quotes this sentence of {source}: {_shown(words)}"
                left.append(diagnostic("unclaimed-sentence", at(*held[0]), message))
    return Account(Share(*figures), Share(*sentences), tuple(left))


_LEFT = 2


def _state(held: Iterable[bool]) -> int:
    """Give the number of the first cover that holds: 0 claimed, 1 set aside, 2 left."""
    return next((number for number, one in enumerate(held) if one), _LEFT)


def _sentences(text: str, language: str) -> Iterator[tuple[int, int]]:
    start = 0
    for end, following in (*sentence_ends(text, language), (len(text), len(text))):
        if text[start:end].strip():
            yield start + len(text[start:end]) - len(text[start:end].lstrip()), end
        start = following


def _states(words: str) -> bool:
    """Say whether a sentence states something, and is no heading, question or scrap."""
    last = _FOOTNOTES.sub("", words.rstrip()).rstrip("\"'”’) \n")[-1:]
    return last in (".", "!", "。") and len(words.split()) >= FEWEST_WORDS


def _shown(words: str) -> str:
    single = " ".join(words.split())
    return single if len(single) <= MOST_SHOWN else f"{single[: MOST_SHOWN - 1].rstrip()}…"
