"""What each source says about which period, in the order in which the sources were published.

Two dates meet here and stay apart: when something was said, which is the source's, and when it is
said to have happened, which is the claim's. A quote that names another period than its claim does
not speak of the claim's, and is left out; so is a mention that names no period. Periods whose days are
not known, such as `Q4 2024` in the words of a text, come after those that have a place in time.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

from briefing.model.judged import Stance
from briefing.values import dataclass
from briefing.view.days import is_dated
from briefing.view.passages import weightiest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from briefing.model.content import Source
    from briefing.model.judged import Judged, JudgedItem
    from briefing.model.periods import Period

_UNKNOWN = (date.max, date.max)


@dataclass(frozen=True, slots=True)
class PeriodMention:
    """What a source says of a claim that is about a period."""

    claim: str
    period: Period
    item: JudgedItem


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """A source and one thing that it says of a period; None where it says nothing of any."""

    source: str
    mention: PeriodMention | None


def timeline_entries(judged: Judged) -> tuple[TimelineEntry, ...]:
    """List all that is said of periods: sources by date, the undated last, periods by their start."""
    said = _by_source(judged)
    sources = sorted(judged.content.sources.values(), key=_published)
    return tuple(one for source in sources for one in _of(source.id, said.get(source.id, {})))


def _by_source(judged: Judged) -> Mapping[str, Mapping[str, PeriodMention]]:
    """Gather by source, then by claim, its weightiest words on the claim's own period."""
    gathered: defaultdict[str, dict[str, PeriodMention]] = defaultdict(dict)
    for id_, judgement in judged.judgements.items():
        period = judgement.period
        if period is None or (period.is_unknown and not period.is_in_words):
            continue
        for item in judgement.items:
            if _of_item(item, period) == period:
                held = gathered[item.written.source]
                most = weightiest(held[id_].item, item) if id_ in held else item
                held[id_] = PeriodMention(id_, period, most)
    return gathered


def _of_item(item: JudgedItem, inherited: Period) -> Period | None:
    if item.figure:
        return item.figure.period
    named = item.written.period
    return named if named or item.stance is Stance.MENTIONS else inherited


def _of(source: str, said: Mapping[str, PeriodMention]) -> Iterator[TimelineEntry]:
    if not said:
        yield TimelineEntry(source, None)
    for one in sorted(said.values(), key=lambda one: _place(one.period)):
        yield TimelineEntry(source, one)


def _place(period: Period) -> tuple[tuple[date, date], str]:
    return (_span(period) if is_dated(period) else _UNKNOWN), period.label


def _published(source: Source) -> tuple[date, date]:
    return _span(source.published.period)


def _span(period: Period | None) -> tuple[date, date]:
    """Sort by the first day that may be meant, then by the last; what is unknown comes last."""
    if period is None or period.start is None or period.end is None:
        return _UNKNOWN
    return period.start, period.end
