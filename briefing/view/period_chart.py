"""Draw when something was said against when it is said to have happened.

Downwards runs the time of saying, a row each; sideways the time that is spoken of. An upright mark in
each row shows on the same axis when it was said, so that what lies right of it was still to come. A label
whose days nobody knows has no place on the axis: it stands beside the row in words.
"""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from briefing.model.judged import Stance
from briefing.model.periods import Period
from briefing.values import dataclass
from briefing.view import days, words
from briefing.view.axis import Axis

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from briefing.language.messages import Messages
    from briefing.view.site import Site

MOST_ROWS = 24
"""More articles than these are gathered by month, quarter or year of publication."""
MOST_BARS = 8
MOST_LABELS = 6
_BAR = 30
"""The height of a bar with its label, in pixels."""
_THIN = 8
"""The height of a bar without one."""
_TICKS, _TICKS_OF_MONTHS = 6, 4
"""How many marks of the axis fit a phone: of years, and of months, whose labels are longer."""
_STEPS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200)
"""Months between two marks of the axis."""
_LABEL = 30
"""Characters of a label that surely fit a phone."""
_Ends = tuple[date, date]
_SIGNS = {Stance.SUPPORTS: "+", Stance.DISPUTES: "−", Stance.MENTIONS: "~"}
_WITHIN = (1, 3, 12)
_THIRD, _EDGE = 33, 8
"""Labels closer to an end of the axis, in hundredths, are set inwards."""


@dataclass(frozen=True, slots=True)
class PeriodBar:
    """A period on the axis, in hundredths of its width, and how many claims are about it."""

    stance: str
    left: str
    right: str
    at: str
    """Where its label is anchored, and at which side, as SVG calls it."""
    side: str
    text: str
    """Empty where bars lie upon one another."""
    y: int


@dataclass(frozen=True, slots=True)
class PeriodRow:
    """What one article, or all of one time, says of which periods."""

    who: str
    said: str
    """When, in words."""
    told: str
    """What the bars show, in words."""
    mark: tuple[str, str] | None
    """When it was said, from and to, in hundredths; None where that is unknown."""
    ahead: str
    """How much of the axis lies after it."""
    bars: tuple[PeriodBar, ...]
    undated: str
    """The labels that have no place on the axis; may be empty."""
    more: int
    """How many periods are neither drawn nor named, for want of room."""
    height: int


@dataclass(frozen=True, slots=True)
class PeriodChart:
    """The rows from the earliest saying, the undated last, and the marks of the axis."""

    rows: tuple[PeriodRow, ...]
    ticks: tuple[tuple[str, str, str], ...]
    """Place, where the label is anchored, as SVG calls it, and label."""
    is_gathered: bool
    """Whether a row is all that was said in one time, as there are too many articles."""
    has_undated: bool
    """Whether labels without days are named beside a row."""
    left_out: int


class _Said(NamedTuple):
    """When something was said, by whom where that has a row of its own, and of which period."""

    when: Period | None
    source: str | None
    period: Period
    stance: Stance


def period_chart(site: Site) -> PeriodChart | None:
    """Draw the whole timeline; None unless somebody speaks of two periods or at two times."""
    said = [
        _Said(_known(site.judged.content.sources[one.source].published.period), one.source,
              one.mention.period, one.mention.item.stance)
        for one in site.timeline.values()
        if one.mention
    ]  # fmt: skip
    dated = [one for one in said if days.is_dated(one.period)]
    if len({(one.when, one.period) for one in dated}) < 2:
        return None
    is_gathered = len({one.source for one in said}) > MOST_ROWS
    rows = _rows(_gathered(said) if is_gathered else said)
    axis = _axis(dated)
    return PeriodChart(
        rows=tuple(_row(site, axis, all_) for all_ in rows[:MOST_ROWS]),
        ticks=tuple(_ticks(axis)),
        is_gathered=is_gathered,
        has_undated=len(dated) < len(said),
        left_out=max(len(rows) - MOST_ROWS, 0),
    )


def _known(period: Period | None) -> Period | None:
    return period if period and not period.is_unknown else None


def _span(period: Period | None) -> _Ends:
    """Give the first and the last day; those of what is unknown come after all others."""
    if period is None or period.start is None or period.end is None:
        return date.max, date.max
    return period.start, period.end


def _gathered(said: Sequence[_Said]) -> list[_Said]:
    """Put together what was said within a month, a quarter or a year: the shortest with few enough rows."""
    found: list[_Said] = []
    for months in _WITHIN:
        found = [one._replace(when=_around(one.when, months), source=None) for one in said]
        if len({one.when for one in found}) <= MOST_ROWS:
            break
    return found


def _around(when: Period | None, months: int) -> Period | None:
    """Widen a date to the month, quarter or year that holds all of it; what none holds stays as it is."""
    if when is None or when.start is None or when.end is None:
        return when
    for length in _WITHIN[_WITHIN.index(months) :]:
        first = (when.start.month - 1) // length
        if when.start.year == when.end.year and (when.end.month - 1) // length == first:
            label = f"{when.start.year}"
            label += {1: f"-{first + 1:02}", 3: f"-Q{first + 1}", 12: ""}[length]
            last = (first + 1) * length
            end = date(when.end.year, last, monthrange(when.end.year, last)[1])
            return Period(label, date(when.start.year, first * length + 1, 1), end)
    return when


def _rows(said: Iterable[_Said]) -> list[list[_Said]]:
    rows: dict[tuple[Period | None, str | None], list[_Said]] = {}
    for one in said:
        rows.setdefault((one.when, one.source), []).append(one)
    return sorted(rows.values(), key=lambda all_: _span(all_[0].when))


def _axis(said: Iterable[_Said]) -> Axis:
    spans = [
        span for one in said for span in (_span(one.period), _span(one.when)) if span[1] < date.max
    ]
    low, high = min(start for start, _ in spans), max(end for _, end in spans)
    free = Decimal(max((high - low).days, 30)) / 25
    return Axis(low.toordinal() - free, high.toordinal() + 1 + free)


def _places(axis: Axis, span: _Ends) -> tuple[str, str]:
    start, end = (one.toordinal() for one in span)
    return axis.place(Decimal(start)), axis.place(Decimal(end + 1))


def _row(site: Site, axis: Axis, said: Sequence[_Said]) -> PeriodRow:
    when, source = said[0].when, said[0].source
    drawn = [one for one in said if days.is_dated(one.period)]
    labels = Counter(
        (days.period(one.period, site.say), one.stance)
        for one in said
        if not days.is_dated(one.period)
    )
    counts = Counter((_span(one.period), one.stance) for one in drawn)
    names = {_span(one.period): days.period(one.period, site.say) for one in drawn}
    order = sorted(counts, key=lambda one: (one[0], list(Stance).index(one[1])))
    bars, height = _bars(axis, counts, order, names if source else {})
    dated = _places(axis, _span(when)) if when else None
    return PeriodRow(
        who=site.sources[source].who if source else words.claims_counted(len(said), site.say),
        said=days.period(when, site.say) if when else site.say("date unknown"),
        told=_told(order, counts, names, site.say),
        mark=dated,
        ahead=format(100 - Decimal(dated[1]), "f") if dated else "0",
        bars=bars,
        undated=_undated(labels, site.say),
        more=len(order) - len(bars) + max(len(labels) - MOST_LABELS, 0),
        height=height,
    )


def _undated(labels: Counter[tuple[str, Stance]], say: Messages) -> str:
    """List labels without days, those of most claims first, each with its stance and its claims."""
    most = labels.most_common(MOST_LABELS)
    return say.listed([f"{_SIGNS[stance]}{count} {label}" for (label, stance), count in most])


def _told(
    order: Sequence[tuple[_Ends, Stance]],
    counts: Mapping[tuple[_Ends, Stance], int],
    names: Mapping[_Ends, str],
    say: Messages,
) -> str:
    """Say what the bars show; a period that several stances share is named with each."""
    return "; ".join(
        say(
            "%(period)s: %(stance)s %(claims)s",
            period=names[span],
            stance=say.word(stance.value),
            claims=words.claims_counted(counts[span, stance], say),
        )
        for span, stance in order
    )


def _bars(
    axis: Axis,
    counts: Counter[tuple[_Ends, Stance]],
    order: Sequence[tuple[_Ends, Stance]],
    names: Mapping[_Ends, str],
) -> tuple[tuple[PeriodBar, ...], int]:
    """Draw each period on a line of its own with its name, without names a line for each stance."""
    if not names:
        lines = list(Stance)
        bars = (_bar(axis, span, one, "", _THIN * lines.index(one)) for span, one in order)
        return tuple(bars), _THIN * (len(lines) + 1)
    most = {one for one, _ in counts.most_common(MOST_BARS)}
    drawn = [one for one in order if one in most]
    labels = [f"{_SIGNS[stance]}{counts[span, stance]} {names[span]}" for span, stance in drawn]
    placed = enumerate(zip(drawn, labels, strict=True))
    named = tuple(_bar(axis, *one, label, n * _BAR + 21) for n, (one, label) in placed)
    return named, _BAR * len(named) + 9


def _bar(axis: Axis, span: _Ends, stance: Stance, text: str, y: int) -> PeriodBar:
    """Draw a period, its label above, which begins or ends with it or appears in its middle."""
    left, right = _places(axis, span)
    if Decimal(left) <= _THIRD:
        at, side = left, "start"
    elif Decimal(right) >= 100 - _THIRD:
        at, side = right, "end"
    else:
        at, side = axis.place(Decimal(sum(one.toordinal() for one in span)) / 2), "middle"
    return PeriodBar(stance.value, left, right, at, side, words.clipped(text, _LABEL), y + 8)


def _ticks(axis: Axis) -> Iterator[tuple[str, str, str]]:
    """Yield the first days of years or months, not more than fit a phone, with their labels."""
    first, last = (date.fromordinal(int(one)) for one in (axis.first, axis.last))
    between = (last.year - first.year) * 12 + last.month - first.month
    step = next(
        one for one in _STEPS if between <= one * (_TICKS_OF_MONTHS if one % 12 else _TICKS)
    )
    month = -(-(first.year * 12 + first.month) // step) * step
    while month <= last.year * 12 + last.month - 1:
        day = date(month // 12, month % 12 + 1, 1)
        label = f"{day.year}" if step % 12 == 0 else f"{day:%Y-%m}"
        at = axis.place(Decimal(day.toordinal()))
        side = "start" if Decimal(at) < _EDGE else "end" if Decimal(at) > 100 - _EDGE else "middle"
        yield at, side, label
        month += step
