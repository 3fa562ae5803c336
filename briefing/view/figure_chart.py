"""Draw the figures of a claim to one scale: a row for the claim's own and one for each position.

Only what the judgement found comparable is drawn, and of this only what has the claim's own unit,
since an axis has one. The place of each part is worked out here; a template only puts it there.
"""

from __future__ import annotations

from decimal import Decimal
from heapq import nlargest
from itertools import islice
from typing import TYPE_CHECKING

from briefing.figures import shown_unit
from briefing.model.judged import Stance
from briefing.values import dataclass
from briefing.view import numbers, words
from briefing.view.axis import Axis, axis_for
from briefing.view.disputes import weight

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from briefing.language.messages import Messages
    from briefing.model.figures import Quantity
    from briefing.model.judged import Judgement, Position
    from briefing.view.cards import ClaimCard
    from briefing.view.site import Site

MOST_ROWS = 24
"""Positions that are drawn; where there are more, those with most voices."""
_MOST_VOICES = 3
_ATTACHED = ("%", "x")
"""Units that appear at each number; any other is written once."""
_EDGE = 8
"""A label closer to an end of the axis, in hundredths, is set inwards from its mark."""


@dataclass(frozen=True, slots=True)
class ChartInterval:
    """Where an interval is drawn, in hundredths of the axis's width, ready for SVG."""

    left: str
    right: str
    width: str
    value: str | None
    """The written number; None for a range or a bound, which has none inside."""
    open_low: bool
    open_high: bool


@dataclass(frozen=True, slots=True)
class ChartRow:
    """A figure drawn as the interval its words stand for, and who gives it."""

    who: str
    articles: str | None
    """How many articles, where these are more than the voices."""
    words: str
    stance: str | None
    """None for the claim's own figure."""
    relation: str
    """How it compares with the claim's own, in words."""
    interval: str
    drawn: ChartInterval


@dataclass(frozen=True, slots=True)
class AxisTick:
    """A number marked on an axis; `side` says where its label is anchored, as SVG calls it."""

    at: str
    side: str
    text: str


@dataclass(frozen=True, slots=True)
class FigureChart:
    """A claim's figures on one axis, the claim's own first."""

    claim: ClaimCard
    band: ChartInterval
    """The claim's own interval, to be seen behind every row."""
    rows: tuple[ChartRow, ...]
    ticks: tuple[AxisTick, ...]
    unit: str
    """What the numbers of the ticks count; empty where they say it themselves."""
    left_out: int
    """How many positions have another unit, or no room."""


def agreement(site: Site, judgement: Judgement) -> str | None:
    """Say that all give the claim's very figure; None where a drawing shows more, or nobody gives one.

    Bars that are all the same show nothing.
    """
    own = judgement.figure
    voices = _agreeing(judgement)
    if own is None or not voices:
        return None
    told = site.say.counted(
        "%(count)s voice gives this figure: %(figure)s.",
        "%(count)s voices give the same figure: %(figure)s.",
        voices,
        figure=own.quantity.text,
    )
    return words.sentence_case(told)


def _agreeing(judgement: Judgement) -> int:
    """Count the voices that give the claim's very figure; 0 where any gives another."""
    own = judgement.figure
    if own is None or not all(_same(one, own.quantity) for one in judgement.positions):
        return 0
    supporting = (one for one in judgement.positions if one.stance is Stance.SUPPORTS)
    return 0 if _differs(judgement) else len({voice for one in supporting for voice in one.voices})


def is_drawn(judgement: Judgement) -> bool:
    """Say whether a claim's figures are drawn: two to compare that are not the same."""
    return judgement.figure is not None and _worth_drawing(judgement) and not _agreeing(judgement)


def _same(position: Position, own: Quantity) -> bool:
    given = position.figure.quantity
    return (given.low, given.high, given.unit) == (own.low, own.high, own.unit)


def figure_chart(site: Site, judgement: Judgement) -> FigureChart | None:
    """Draw a claim's positions; None unless there are two figures to compare that are not the same."""
    own = judgement.figure
    if own is None or not is_drawn(judgement):
        return None
    alike = [one for one in judgement.positions if one.figure.quantity.unit == own.quantity.unit]
    drawn = _weightiest(alike)
    quantities = [own.quantity, *(one.figure.quantity for one in drawn)]
    axis = axis_for(quantities)
    largest = max(quantities, key=lambda one: max(abs(one.first), abs(one.last)))
    unit = shown_unit(largest, site.say)
    attached = own.quantity.unit in _ATTACHED
    return FigureChart(
        claim=site.claims[judgement.claim.id],
        band=_interval(axis, own.quantity),
        rows=(
            _own(axis, own.quantity, site.say),
            *(_row(site, axis, judgement, one) for one in drawn),
        ),
        ticks=tuple(_ticks(axis, largest, unit if attached else "", site.say)),
        unit="" if attached else unit.strip(),
        left_out=len(judgement.positions) - len(drawn),
    )


def differing_charts(site: Site, ids: Iterable[str], most: int) -> tuple[FigureChart, ...]:
    """Draw claims whose figures some voice disputes: at most so many, those that weigh most first."""
    judgements = (site.judged.judgements[id_] for id_ in ids)
    differing = sorted(filter(_differs, judgements), key=weight, reverse=True)
    drawn = (figure_chart(site, one) for one in differing)
    return tuple(islice((one for one in drawn if one), most))


def _worth_drawing(judgement: Judgement) -> bool:
    return len(judgement.positions) > 1 or _differs(judgement)


def _differs(judgement: Judgement) -> bool:
    return any(one.stance is Stance.DISPUTES for one in judgement.positions)


def _weightiest(positions: Sequence[Position]) -> Sequence[Position]:
    """Keep the positions that most voices take, as many as can be read, in their order."""
    if len(positions) <= MOST_ROWS:
        return positions
    kept = nlargest(MOST_ROWS, range(len(positions)), key=lambda n: len(positions[n].voices))
    return [positions[n] for n in sorted(kept)]


def _own(axis: Axis, quantity: Quantity, say: Messages) -> ChartRow:
    return ChartRow(
        who=say("This claim"),
        articles=None,
        words=quantity.text,
        stance=None,
        relation="",
        interval=numbers.interval(quantity, say),
        drawn=_interval(axis, quantity),
    )


def _row(site: Site, axis: Axis, judgement: Judgement, position: Position) -> ChartRow:
    items = [judgement.items[index] for index in position.items]
    articles = len({one.written.source for one in items})
    comparison = items[0].comparison
    return ChartRow(
        who=_who(site, position.voices),
        articles=words.articles_counted(articles, site.say)
        if articles > len(position.voices)
        else None,
        words=position.figure.quantity.text,
        stance=position.stance.value,
        relation=site.say(words.OUTCOMES[comparison.outcome]) if comparison else "",
        interval=numbers.interval(position.figure.quantity, site.say),
        drawn=_interval(axis, position.figure.quantity),
    )


def _who(site: Site, voices: Sequence[str]) -> str:
    names = [site.voice_name(one) for one in voices[:_MOST_VOICES]]
    if len(voices) > _MOST_VOICES:
        names.append(words.others_counted(len(voices) - _MOST_VOICES, site.say))
    return words.sentence_case(site.say.listed(names))


def _interval(axis: Axis, quantity: Quantity) -> ChartInterval:
    """Draw an interval from end to end; an open end goes on to the edge."""
    low = axis.first if quantity.low is None else quantity.low
    high = axis.last if quantity.high is None else quantity.high
    stated = not (quantity.is_range or quantity.hedge.is_bound)
    return ChartInterval(
        left=axis.place(low),
        right=axis.place(high),
        width=axis.width(low, high),
        value=axis.place(quantity.first) if stated else None,
        open_low=quantity.low is None,
        open_high=quantity.high is None,
    )


def _ticks(axis: Axis, like: Quantity, unit: str, say: Messages) -> Iterator[AxisTick]:
    for value in axis.ticks():
        place = axis.place(value)
        at = Decimal(place)
        side = "start" if at < _EDGE else "end" if at > 100 - _EDGE else "middle"
        yield AxisTick(place, side, numbers.number(value, like, say) + unit)
