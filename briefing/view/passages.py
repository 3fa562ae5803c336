"""The passages of a source that this briefing uses, and where they occur in its text.

A passage is known by its spans: two claims that rest on the same words share one. Passages whose
contexts meet are shown as one excerpt, so that a page repeats no sentence.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.model.judged import Stance
from briefing.quotes import OMITTED
from briefing.units import anew
from briefing.values import dataclass, replace
from briefing.view.nesting import Highlight, TextRun, nested_runs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from briefing.model.judged import Anchor, JudgedItem, Judgement
    from briefing.units import Units

    _Use = tuple[str, JudgedItem]
    """The id of a claim, and an item of it."""

Spans = tuple[tuple[int, int], ...]
_ELIDED = " … "
_PARAGRAPH_END = re.compile(r"\n\s*")
_WEIGHT = {Stance.MENTIONS: 0, Stance.SUPPORTS: 1, Stance.DISPUTES: 2}


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a source, and the items, by claim id, that quote them."""

    id: str
    anchor: Anchor
    uses: tuple[tuple[str, JudgedItem], ...]


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Text of a source and the passages that lie in it."""

    span: tuple[int, int]
    """Where it is in the source."""
    text: str
    """As written, with single spaces and `[…]` where words are cut out."""
    passages: tuple[Passage, ...]
    begins: tuple[int, ...]
    """Where in `text` the context of each passage begins."""


def weightiest(first: JudgedItem, second: JudgedItem) -> JudgedItem:
    """Choose between two items the one that says more, the first of equals."""
    return second if _WEIGHT[second.stance] > _WEIGHT[first.stance] else first


def passage_id(anchor: Anchor) -> str:
    """Name a passage by its spans: an HTML id that stays as long as the article does."""
    return "q-" + "-".join(f"{start}-{end}" for start, end in anchor.spans)


def quoted_words(item: JudgedItem) -> str:
    """Give an item's quote, in the article's words where the body omits some between them."""
    pieces = item.anchor.pieces
    places = [place for place, (_, quoted) in enumerate(pieces) if quoted]
    gaps = [text for text, quoted in pieces[places[0] : places[-1]] if not quoted] if places else []
    if not any(gap.strip() == OMITTED for gap in gaps):
        return item.written.quote.text
    told = (
        text if quoted or text.strip() == OMITTED else _ELIDED
        for text, quoted in pieces[places[0] : places[-1] + 1]
    )
    return "".join(told)


def by_source(
    judgements: Mapping[str, Judgement], unit: Units = anew
) -> dict[str, tuple[Passage, ...]]:
    """Gather the passages of each source, in the order of the source's text; each source is a unit."""
    gathered: dict[str, list[_Use]] = {}
    for id_, judgement in judgements.items():
        for item in judgement.items:
            gathered.setdefault(item.written.source, []).append((id_, item))
    return {
        source: unit(("passages", source), _passages, tuple(uses))
        for source, uses in gathered.items()
    }


def _passages(uses: tuple[_Use, ...]) -> tuple[Passage, ...]:
    at: dict[Spans, list[_Use]] = {}
    for use in uses:
        at.setdefault(use[1].anchor.spans, []).append(use)
    return tuple(
        Passage(passage_id(held[0][1].anchor), held[0][1].anchor, tuple(held))
        for _, held in sorted(at.items())
    )


def excerpts(passages: Sequence[Passage]) -> tuple[Excerpt, ...]:
    """Join the contexts of passages, given in the order of the text, where they meet."""
    joined: list[Excerpt] = []
    for passage in passages:
        text = "".join(text for text, _ in passage.anchor.pieces)
        alone = Excerpt(passage.anchor.context, text, (passage,), (0,))
        together = _joined(joined[-1], alone) if joined else None
        if together is None:
            joined.append(alone)
        else:
            joined[-1] = together
    return tuple(joined)


def _joined(first: Excerpt, other: Excerpt) -> Excerpt | None:
    """Make one of two excerpts; None unless one is within the other or goes on with its end.

    What is cut out of a text shifts it against its source, so its words say where it goes on.
    """
    (start, end), (begin, stop) = first.span, other.span
    if start <= begin and stop <= end:
        shift = first.text.find(other.text)
        return _with(first, first.text, other, shift) if shift >= 0 else None
    if begin <= start and end <= stop:
        shift = other.text.find(first.text)
        moved = tuple(at + shift for at in first.begins)
        return _with(replace(first, begins=moved), other.text, other, 0) if shift >= 0 else None
    shift = len(first.text) - (end - begin)
    overlap = first.text[shift:]
    if begin > end or shift < 0 or not other.text.startswith(overlap):
        return None
    return _with(first, first.text + other.text[len(overlap) :], other, shift)


def _with(first: Excerpt, text: str, other: Excerpt, shift: int) -> Excerpt:
    """Add to an excerpt, now of this text, what lies in another that begins at `shift`."""
    return Excerpt(
        (min(first.span[0], other.span[0]), max(first.span[1], other.span[1])),
        text,
        (*first.passages, *other.passages),
        (*first.begins, *(at + shift for at in other.begins)),
    )


def runs(excerpt: Excerpt) -> tuple[TextRun, ...]:
    """Cut an excerpt where its passages begin and end.

    Passages that cross are cut where the outer one ends, so that the highlights nest.
    """
    return nested_runs(
        excerpt.text,
        (
            (begins + start, begins + end, _highlight(passage, place, n))
            for place, (passage, begins) in enumerate(
                zip(excerpt.passages, excerpt.begins, strict=True), 1
            )
            for n, (start, end) in enumerate(_quoted(passage.anchor))
        ),
    )


def _highlight(passage: Passage, place: int, part: int) -> Highlight:
    """Name the first part of a passage."""
    return Highlight(passage.id if part == 0 else "", place)


def stretches(
    text: str, passages: Sequence[Passage]
) -> Iterator[tuple[tuple[TextRun, ...], tuple[Passage, ...]]]:
    """Cut a whole text behind the paragraphs in which passages end, and yield what is in each part.

    `passages` are in the order of the text. The last part may hold none.
    """
    at = stop = 0
    held: list[Passage] = []
    for passage in passages:
        if held and passage.anchor.spans[0][0] >= stop:
            yield _stretch(text, at, stop, held)
            at, held = stop, []
        held.append(passage)
        end = max(end for _, end in passage.anchor.spans)
        if end > stop:
            found = _PARAGRAPH_END.search(text, end)
            stop = found.end() if found else len(text)
    if held:
        yield _stretch(text, at, stop, held)
    if text[stop:].strip():
        yield _stretch(text, stop, len(text), ())


def _stretch(
    text: str, start: int, stop: int, passages: Sequence[Passage]
) -> tuple[tuple[TextRun, ...], tuple[Passage, ...]]:
    cut = nested_runs(
        text[start:stop].rstrip(),
        (
            (begin - start, end - start, _highlight(passage, place, n))
            for place, passage in enumerate(passages, 1)
            for n, (begin, end) in enumerate(passage.anchor.spans)
        ),
    )
    return cut, tuple(passages)


def _quoted(anchor: Anchor) -> Iterator[tuple[int, int]]:
    """Give where the quoted words are in the text of a passage's context."""
    at = 0
    for text, quoted in anchor.pieces:
        if quoted:
            yield at, at + len(text)
        at += len(text)
