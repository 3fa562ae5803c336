"""The timeline: what was said about which period, and when it was said."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from briefing.model.pages import Event, Report, Timeline, TimelineGroup, Told, ToldOfPeriod
from briefing.view import days
from briefing.view.paging import pager, portion

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefing.model.figures import Period
    from briefing.view.period_mentions import Said, Telling
    from briefing.view.routes import Route
    from briefing.view.site import Site

PATH = "timeline.html"


def timeline(site: Site, route: Route) -> Timeline:
    """Make one page of the timeline; sources of one day stand together."""
    shown = portion(site.tellings, route.number)
    described = site.judged.content.sources
    reports = (
        (
            described[source].published.period,
            Report(site.sources[source], tuple(_periods(site, all_))),
        )
        for source, all_ in groupby(shown, lambda one: one.source)
    )
    return Timeline(
        groups=tuple(
            TimelineGroup(
                event(period) if period and not period.is_unknown else None,
                tuple(report for _, report in together),
            )
            for period, together in groupby(reports, lambda one: one[0])
        ),
        pager=pager(PATH, len(site.tellings), route.number),
    )


def _periods(site: Site, tellings: Iterable[Telling]) -> Iterator[ToldOfPeriod]:
    """Gather what one source says by the period of which it says it."""
    said = (one.said for one in tellings if one.said)
    for period, all_ in groupby(said, lambda one: one.period):
        yield ToldOfPeriod(event(period), tuple(_told(site, one) for one in all_))


def _told(site: Site, said: Said) -> Told:
    figure = said.item.figure
    return Told(
        claim=site.claims[said.claim],
        stance=said.item.stance.value,
        words=figure.quantity.text if figure else None,
        context=site.context(said.item),
    )


def event(period: Period) -> Event:
    """Write a period in words, as exact as it is known, and for machines where HTML has a form."""
    return Event(days.period(period), days.iso_date(period.label))
