"""The timeline: what was said about which period, and when it was said."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from briefing.language.messages import message
from briefing.model.pages import Link
from briefing.values import dataclass
from briefing.view import days
from briefing.view.paging import Pager, pager, portion
from briefing.view.period_chart import PeriodChart, period_chart
from briefing.view.routes import Contents, PageKind, fixed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefing.language.messages import Messages
    from briefing.model.periods import Period
    from briefing.view.cards import ClaimCard, SourceCard
    from briefing.view.period_mentions import PeriodMention, TimelineEntry
    from briefing.view.routes import Route
    from briefing.view.site import Site

PATH = "timeline.html"


@dataclass(frozen=True, slots=True)
class PeriodView:
    """A period in words, as exact as it is known; `iso` is there for a day, a month or a year."""

    text: str
    iso: str | None


@dataclass(frozen=True, slots=True)
class MentionView:
    """What a source says of a claim."""

    claim: ClaimCard
    stance: str
    words: str | None
    """The figure in the source's words, where there is one."""
    href: str


@dataclass(frozen=True, slots=True)
class PeriodMentions:
    """A period and what one source says of it."""

    period: PeriodView
    mentions: tuple[MentionView, ...]


@dataclass(frozen=True, slots=True)
class SourceMentions:
    """A source and all that it says about periods."""

    source: SourceCard
    periods: tuple[PeriodMentions, ...]


@dataclass(frozen=True, slots=True)
class TimelineGroup:
    """The sources of one date of publication, which is a day or a longer period; None: unknown."""

    published: PeriodView | None
    sources: tuple[SourceMentions, ...]


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """What was said about which period, by when it was said."""

    chart: PeriodChart | None
    """All of it drawn, on the first page; None where there is nothing to compare."""
    groups: tuple[TimelineGroup, ...]
    pager: Pager | None


def timeline(site: Site, route: Route) -> Contents:
    """Make one page of the timeline; sources of one day stand together."""
    shown = portion(tuple(site.timeline.values()), route.number)
    described = site.judged.content.sources
    sources = (
        (
            described[source].published.period,
            SourceMentions(site.sources[source], tuple(_periods(site, entries))),
        )
        for source, entries in groupby(shown, lambda one: one.source)
    )
    body = TimelinePage(
        chart=period_chart(site) if route.number == 1 else None,
        groups=tuple(
            TimelineGroup(
                period_view(period, site.say) if period and not period.is_unknown else None,
                tuple(source for _, source in together),
            )
            for period, together in groupby(sources, lambda one: one[0])
        ),
        pager=pager(route, len(site.timeline)),
    )
    description = site.say("What was said about which period, and when.")
    return Contents(site.say("Timeline"), description, PATH, body)


def _periods(site: Site, entries: Iterable[TimelineEntry]) -> Iterator[PeriodMentions]:
    """Gather what one source says by the period of which it says it."""
    mentions = (one.mention for one in entries if one.mention)
    for period, all_ in groupby(mentions, lambda one: one.period):
        yield PeriodMentions(
            period_view(period, site.say), tuple(_mention(site, one) for one in all_)
        )


def _mention(site: Site, mention: PeriodMention) -> MentionView:
    figure = mention.item.figure
    return MentionView(
        claim=site.claims[mention.claim],
        stance=mention.item.stance.value,
        words=figure.quantity.text if figure else None,
        href=site.passage_href(mention.item),
    )


def period_view(period: Period, say: Messages) -> PeriodView:
    """Write a period in words, as exact as it is known, and for machines where HTML has a form."""
    return PeriodView(days.period(period, say), days.iso_date(period.label))


KIND = PageKind(
    "timeline.html",
    fixed(PATH, lambda site: len(site.timeline)),
    timeline,
    nav=Link(PATH, message("Timeline")),
)
