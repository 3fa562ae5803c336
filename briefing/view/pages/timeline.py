"""The timeline: what was said about which period, and when it was said."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from briefing.model.pages import Link
from briefing.view import days
from briefing.view.paging import Pager, pager, portion
from briefing.view.routes import Address, Contents, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefing.model.figures import Period
    from briefing.view.cards import ClaimCard, SourceCard
    from briefing.view.period_mentions import Said, Telling
    from briefing.view.routes import Route
    from briefing.view.site import Site

PATH = "timeline.html"


@dataclass(frozen=True, slots=True)
class Event:
    """A period in words, as exact as it is known; `iso` is there for a day, a month or a year."""

    text: str
    iso: str | None


@dataclass(frozen=True, slots=True)
class Told:
    """What a source says of a claim."""

    claim: ClaimCard
    stance: str
    words: str | None
    """The figure in the source's words, where there is one."""
    context: str


@dataclass(frozen=True, slots=True)
class ToldOfPeriod:
    """A period and what one source says of it."""

    event: Event
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """A source and all that it says about periods."""

    source: SourceCard
    periods: tuple[ToldOfPeriod, ...]


@dataclass(frozen=True, slots=True)
class TimelineGroup:
    """The sources of one date of publication, which is a day or a longer period; None: unknown."""

    published: Event | None
    reports: tuple[Report, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """What was said about which period, by when it was said."""

    groups: tuple[TimelineGroup, ...]
    pager: Pager | None


def timeline(site: Site, route: Route) -> Contents:
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
    body = Timeline(
        groups=tuple(
            TimelineGroup(
                event(period) if period and not period.is_unknown else None,
                tuple(report for _, report in together),
            )
            for period, together in groupby(reports, lambda one: one[0])
        ),
        pager=pager(route, len(site.tellings)),
    )
    return Contents("Timeline", "What was said about which period, and when.", PATH, body)


def _addresses(site: Site) -> Iterator[Address]:
    yield Address(PATH, length=len(site.tellings))


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


KIND = Kind("timeline.html", _addresses, timeline, nav=Link(PATH, "Timeline"))
