"""The matrix of a topic: its claims by the sources that speak on them, grouped by voice.

Where a source says nothing, it matters why: it is `silent` where every figure and check-worthy
sentence of its article was accounted for, and `not examined` where nobody went through all of it.
"""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from briefing.model.judged import Stance
from briefing.model.verdict import Verdict
from briefing.values import dataclass
from briefing.view import words
from briefing.view.passages import weightiest
from briefing.view.provenance import article_name

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

    from briefing.language.messages import Messages
    from briefing.model.judged import JudgedItem, Judgement
    from briefing.view.cards import ClaimCard, SourceCard
    from briefing.view.site import Site

MOST_COLUMNS = 12
"""Wider tables are hard to read: so many columns still have 24 pixels on a phone."""
_SPARSE = 4
"""Where fewer than one cell in so many speaks, a table shows little but blanks."""
_NARROW = 6
"""More columns than these leave no room for the claims beside them on a phone."""
_MOST_ROWS = 6
_MOST_DRAWN = 64
"""More marks than this in a row are no longer seen one by one on a phone; the counts still tell."""
_STEP = 8
"""The width that a claim takes in a drawing, of which its mark leaves a part free."""

_SHAPES: Mapping[Stance, str] = {
    Stance.SUPPORTS: "1h5v7h-5z",
    Stance.DISPUTES: "8h5v7h-5z",
    Stance.MENTIONS: "7h5v2h-5z",
}
"""A bar above the line, below it, or a dot on it, as the rest of a path after `M` and the place."""


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """What one source does to one claim, and where."""

    stance: str
    """`supports`, `disputes`, `mentions`, `silent` or `unexamined`."""
    href: str | None


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A claim and what each of the matrix's sources does to it."""

    claim: ClaimCard
    cells: tuple[MatrixCell, ...]
    rest: str
    """How many of them say nothing, in words; empty where all speak."""


@dataclass(frozen=True, slots=True)
class MatrixColumn:
    """A source, what to call it beside its voice, and whether all of it was gone through."""

    source: SourceCard
    label: str
    is_examined: bool


@dataclass(frozen=True, slots=True)
class MatrixVoice:
    """A voice and the columns of its sources."""

    name: str
    columns: tuple[MatrixColumn, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Claims by sources, those of one voice together."""

    voices: tuple[MatrixVoice, ...]
    columns: tuple[MatrixColumn, ...]
    """Those of all voices."""
    is_joined: bool
    """Whether some voice has several columns."""
    is_broad: bool
    """Whether it has too many columns for a phone."""
    rows: tuple[MatrixRow, ...]
    legend: tuple[tuple[str, str, str], ...]
    """The stances that occur: name, word and meaning."""
    computed: int
    """How many claims have no row, since no source says what is computed."""


@dataclass(frozen=True, slots=True)
class StanceShapes:
    """What a source does to claims, as a path per stance for a drawing 16 high."""

    stance: str
    path: str


@dataclass(frozen=True, slots=True)
class SmallMatrixRow:
    """A source, how many claims it supports, disputes and mentions, and which of those drawn."""

    source: SourceCard
    counts: tuple[tuple[str, int], ...]
    """By stance; each is there."""
    shapes: tuple[StanceShapes, ...]


@dataclass(frozen=True, slots=True)
class VerdictBand:
    """Claims of one verdict that stand side by side, in units of the drawing."""

    verdict: str
    start: int
    width: int


@dataclass(frozen=True, slots=True)
class SmallMatrix:
    """A topic's matrix small enough for a list of topics: claims by verdict, sources as rows."""

    rows: tuple[SmallMatrixRow, ...]
    width: int
    """Of the drawing; 0 where there are too many claims to draw."""
    bands: tuple[VerdictBand, ...]
    """The verdicts of the claims drawn, from left to right."""
    left_out: int
    """Sources that speak on fewer claims and have no row."""


_SILENT = MatrixCell("silent", None)
_UNEXAMINED = MatrixCell("unexamined", None)


def matrix(site: Site, ids: Sequence[str]) -> Matrix | None:
    """Lay claims out against the sources that speak on them; None where most cells would be blank.

    Nobody says what is computed, so that has no row.
    """
    judgements = {id_: site.judged.judgements[id_] for id_ in ids}
    items = {id_: _by_source(one) for id_, one in judgements.items() if not one.claim.formula}
    spoken = {source for sources in items.values() for source in sources}
    filled = sum(map(len, items.values()))
    if not spoken or len(spoken) > MOST_COLUMNS or filled * _SPARSE < len(spoken) * len(items):
        return None
    voices = tuple(_voices(site, spoken))
    columns = tuple(column for voice in voices for column in voice.columns)
    quiet = {one.source.id: _SILENT if one.is_examined else _UNEXAMINED for one in columns}
    rows = tuple(_row(site, id_, sources, quiet) for id_, sources in items.items())
    used = {cell.stance for row in rows for cell in row.cells}
    return Matrix(
        voices=voices,
        columns=columns,
        is_joined=len(voices) < len(columns),
        is_broad=len(columns) > _NARROW,
        rows=rows,
        legend=tuple(
            (stance, site.say(word), site.say(meaning))
            for stance, (word, meaning) in words.STANCES.items()
            if stance in used
        ),
        computed=len(ids) - len(items),
    )


def _voices(site: Site, sources: Container[str]) -> Iterator[MatrixVoice]:
    """Yield the voices of these sources, each with its columns."""
    for voice, held in groupby(_bundled(site, sources), site.judged.voice_of.__getitem__):
        ids = tuple(held)
        columns = tuple(
            MatrixColumn(
                site.sources[one],
                article_name(site, one) if len(ids) > 1 else site.sources[one].who,
                site.judged.content.sources[one].account == "full",
            )
            for one in ids
        )
        yield MatrixVoice(words.sentence_case(site.voice_name(voice)), columns)


def small_matrix(site: Site, ids: Iterable[str]) -> SmallMatrix | None:
    """Draw claims, in the order of their verdicts, by the sources that speak on most of them."""
    judgements = [site.judged.judgements[id_] for id_ in ids]
    by_verdict = (one for verdict in Verdict for one in judgements if one.verdict is verdict)
    quoted = [one for one in by_verdict if not one.claim.formula]
    said = [_by_source(one) for one in quoted]
    spoken = Counter(source for sources in said for source in sources)
    if not spoken:
        return None
    most = {source for source, _ in spoken.most_common(_MOST_ROWS)}
    drawn = len(said) <= _MOST_DRAWN
    return SmallMatrix(
        rows=tuple(_small_row(site, one, said, drawn=drawn) for one in _bundled(site, most)),
        width=len(said) * _STEP if drawn else 0,
        bands=tuple(_bands(quoted)) if drawn else (),
        left_out=len(spoken) - len(most),
    )


def _bundled(site: Site, sources: Container[str]) -> Iterator[str]:
    """Yield sources in their order, but those of one voice together."""
    voices: dict[str, list[str]] = {}
    for one in site.sources:
        if one in sources:
            voices.setdefault(site.judged.voice_of[one], []).append(one)
    for held in voices.values():
        yield from held


def _small_row(
    site: Site, source: str, said: Sequence[Mapping[str, JudgedItem]], *, drawn: bool
) -> SmallMatrixRow:
    places: dict[Stance, list[int]] = {stance: [] for stance in Stance}
    for place, items in enumerate(said):
        if source in items:
            places[items[source].stance].append(place)
    return SmallMatrixRow(
        source=site.sources[source],
        counts=tuple((stance.value, len(at)) for stance, at in places.items()),
        shapes=tuple(
            StanceShapes(
                stance.value, "".join(f"M{place * _STEP + 1} {_SHAPES[stance]}" for place in at)
            )
            for stance, at in places.items()
            if at and drawn
        ),
    )


def _bands(judgements: Iterable[Judgement]) -> Iterator[VerdictBand]:
    """Lay verdicts side by side, each as wide as its claims."""
    counts = Counter(one.verdict for one in judgements)
    start = 0
    for verdict, count in counts.items():
        yield VerdictBand(verdict.value, start, count * _STEP)
        start += count * _STEP


def _by_source(judgement: Judgement) -> Mapping[str, JudgedItem]:
    """Choose the weightiest item of each source that speaks on a claim."""
    chosen: dict[str, JudgedItem] = {}
    for item in judgement.items:
        source = item.written.source
        chosen[source] = weightiest(chosen[source], item) if source in chosen else item
    return chosen


def _row(
    site: Site, id_: str, items: Mapping[str, JudgedItem], quiet: Mapping[str, MatrixCell]
) -> MatrixRow:
    cells = tuple(
        MatrixCell(items[one].stance.value, site.passage_href(items[one]))
        if one in items
        else nothing
        for one, nothing in quiet.items()
    )
    return MatrixRow(site.claims[id_], cells, _rest(cells, site.say))


def _rest(cells: Iterable[MatrixCell], say: Messages) -> str:
    """Count the sources that say nothing, for where there is no room to list them."""
    counts = Counter(cell.stance for cell in cells if cell.href is None)
    texts = {
        "silent": say("%(count)s silent", count=say.number(counts["silent"])),
        "unexamined": say("%(count)s not examined", count=say.number(counts["unexamined"])),
    }
    return say.listed([texts[stance] for stance in counts])
