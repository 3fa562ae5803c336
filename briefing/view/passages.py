"""The passages of a source that this briefing uses, and how they stand in its text.

A passage is known by its spans: two claims that rest on the same words share one. Passages whose
contexts meet are shown as one excerpt, so that a page repeats no sentence.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.model.judged import Stance
from briefing.view.nesting import Highlight, TextRun, nested_runs

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefing.model.judged import Anchor, JudgedItem, Judgement

Spans = tuple[tuple[int, int], ...]
_APART = -1
"""The offset of an excerpt that leaves words out, and so joins no other."""

_WEIGHT = {Stance.MENTIONS: 0, Stance.SUPPORTS: 1, Stance.DISPUTES: 2}


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a source, and the items, by claim id, that quote them."""

    id: str
    anchor: Anchor
    uses: tuple[tuple[str, JudgedItem], ...]

    @property
    def stance(self) -> Stance:
        """The weightiest stance that the passage takes to any claim."""
        return max((item.stance for _, item in self.uses), key=_WEIGHT.__getitem__)


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Text of a source from offset `start` and the passages that lie in it."""

    start: int
    text: str
    passages: tuple[Passage, ...]


def weightiest(first: JudgedItem, second: JudgedItem) -> JudgedItem:
    """Choose between two items the one that says more, the first of equals."""
    return second if _WEIGHT[second.stance] > _WEIGHT[first.stance] else first


def passage_id(anchor: Anchor) -> str:
    """Name a passage by its spans: an HTML id that stays as long as the article does."""
    return "q-" + "-".join(f"{start}-{end}" for start, end in anchor.spans)


def by_source(judgements: Mapping[str, Judgement]) -> dict[str, tuple[Passage, ...]]:
    """Gather the passages of each source, in the order of the source's text."""
    gathered: dict[str, dict[Spans, list[tuple[str, JudgedItem]]]] = {}
    for id_, judgement in judgements.items():
        for item in judgement.items:
            passages = gathered.setdefault(item.written.source, {})
            passages.setdefault(item.anchor.spans, []).append((id_, item))
    return {
        source: tuple(
            Passage(passage_id(uses[0][1].anchor), uses[0][1].anchor, tuple(uses))
            for _, uses in sorted(passages.items())
        )
        for source, passages in gathered.items()
    }


def excerpts(passages: Sequence[Passage]) -> tuple[Excerpt, ...]:
    """Join the contexts of passages, given in the order of the text, where they meet."""
    joined: list[Excerpt] = []
    for passage in passages:
        window = _window(passage.anchor)
        last = joined[-1] if joined else None
        if window is None:
            joined.append(_alone(passage))
        elif last and _APART < last.start <= window[0] <= last.start + len(last.text):
            more = window[1][max(last.start + len(last.text) - window[0], 0) :]
            joined[-1] = Excerpt(last.start, last.text + more, (*last.passages, passage))
        else:
            joined.append(Excerpt(window[0], window[1], (passage,)))
    return tuple(joined)


def _window(anchor: Anchor) -> tuple[int, str] | None:
    """Give the offset and text of a passage's context, None where the context leaves words out."""
    offset = 0
    quotes = []
    for text, quoted in anchor.pieces:
        if quoted:
            quotes.append((offset, offset + len(text)))
        offset += len(text)
    if not quotes:
        return None
    start = anchor.spans[0][0] - quotes[0][0]
    if tuple((start + begin, start + end) for begin, end in quotes) != anchor.spans or start < 0:
        return None
    return start, "".join(text for text, _ in anchor.pieces)


def _alone(passage: Passage) -> Excerpt:
    """Show a passage by itself."""
    return Excerpt(_APART, "".join(text for text, _ in passage.anchor.pieces), (passage,))


def runs(excerpt: Excerpt) -> tuple[TextRun, ...]:
    """Cut a stretch where its passages begin and end.

    Passages that cross are cut where the outer one ends, so that the highlights nest. A stretch with
    gaps holds one passage, highlighted as its context says.
    """
    if excerpt.start == _APART:
        return _own_runs(excerpt.passages[0])
    return nested_runs(
        excerpt.text,
        (
            (
                begin - excerpt.start,
                end - excerpt.start,
                Highlight(passage.id if n == 0 else "", passage.stance),
            )
            for passage in excerpt.passages
            for n, (begin, end) in enumerate(passage.anchor.spans)
        ),
    )


def _own_runs(passage: Passage) -> tuple[TextRun, ...]:
    cut: list[TextRun] = []
    first = True
    for text, quoted in passage.anchor.pieces:
        opens = (Highlight(passage.id if first else "", passage.stance),) if quoted else ()
        first = first and not quoted
        cut.append(TextRun(opens, text, 1 if quoted else 0))
    return tuple(cut)
