"""A topic's own page: its narrative, its claims and who speaks on them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.view import cards, tallies
from briefing.view.exports import structured
from briefing.view.figure_chart import FigureChart, differing_charts
from briefing.view.matrix import Matrix, matrix
from briefing.view.narrative import NarrativeView, heading, narrative, narrative_record
from briefing.view.paging import Pager, pager, portion
from briefing.view.routes import Address, Contents, PageKind, Route, part_title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.model.pages import Link, Record
    from briefing.view.cards import ClaimCard
    from briefing.view.days import Day
    from briefing.view.site import Site
    from briefing.view.tallies import Tally

_MOST_CHARTS = 12


@dataclass(frozen=True, slots=True)
class TopicPage:
    """A topic's narrative, its claims and who speaks on them."""

    as_of: Day | None
    narrative: NarrativeView | None
    tally: Tally
    claims: tuple[ClaimCard, ...]
    charts: tuple[FigureChart, ...]
    """Where values differ."""
    matrix: Matrix | None
    pager: Pager | None
    before: Link | None
    """The topic before this one."""
    after: Link | None


def topic(site: Site, route: Route) -> Contents:
    """Make a topic's page; the narrative stands on the first part of a long one."""
    ids = site.by_topic.get(route.id, ())
    shown = portion(ids, route.number)
    before, after = site.beside[route.id]
    tally = tallies.tally(site.judgements_on(route.id))
    title = heading(site, route.id)
    body = TopicPage(
        as_of=cards.as_of(site.judged.as_of, site.say),
        narrative=narrative(site, route.id) if route.number == 1 else None,
        tally=tally,
        claims=tuple(site.claims[id_] for id_ in shown),
        charts=differing_charts(site, shown, _MOST_CHARTS),
        matrix=matrix(site, shown),
        pager=pager(route, len(ids)),
        before=before,
        after=after,
    )
    named = part_title(title, route.number, site.say)
    told = structured.collection(site, named, body.claims, "../" if route.number > 1 else "")
    return Contents(title, tallies.in_words(tally, site.say), route.path, body, told)


def _records(site: Site) -> Iterator[Record]:
    for topic in site.judged.content.settings.topics:
        yield narrative_record(site, topic.id, site.say("topic"))


def _addresses(site: Site) -> Iterator[Address]:
    for topic in site.judged.content.settings.topics:
        yield Address(f"{topic.id}.html", topic.id, topic.at, len(site.by_topic.get(topic.id, ())))


KIND = PageKind("topic.html", _addresses, topic, _records)
