"""A topic's own page: its narrative, its claims and who speaks on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.values import dataclass
from briefing.view import claim_groups, reach, tiers
from briefing.view.exports import structured
from briefing.view.exports.feeds import address_of
from briefing.view.figure_chart import FigureChart, differing_charts
from briefing.view.matrix import Matrix, matrix
from briefing.view.narrative import (
    NarrativeView,
    answer_in_words,
    heading,
    narrative,
    narrative_record,
)
from briefing.view.paging import Pager, pager, portion
from briefing.view.routes import Address, Contents, PageKind, Route, part_title
from briefing.view.topic_voices import ClaimVoices, claim_voices

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.model.pages import Link, Record
    from briefing.view.claim_groups import ClaimGroup
    from briefing.view.site import Site
    from briefing.view.tiers import Weighed

_MOST_CHARTS = 12


@dataclass(frozen=True, slots=True)
class TopicPage:
    """A topic's narrative, its claims and who speaks on them."""

    id: str
    as_of: reach.AsOf | None
    feed: str | None
    """The address of its feed; None if the site has no feeds."""
    narrative: NarrativeView | None
    weighed: Weighed
    legend: str
    """What the verdicts mean, a short sentence each."""
    total: int
    """Claims on all parts of a long page."""
    groups: tuple[ClaimGroup, ...]
    """The claims of this part, those that weigh most first."""
    charts: tuple[FigureChart, ...]
    """Where values differ, on the first part: the key claims first, then what lies farthest apart."""
    more_charts: bool
    """Whether there may be more."""
    matrix: Matrix | None
    """None where nobody speaks, or on few claims each."""
    claim_voices: tuple[ClaimVoices, ...]
    """Who says what, where there is no matrix."""
    pager: Pager | None
    before: Link | None
    """The topic before this one."""
    after: Link | None


def topic(site: Site, route: Route) -> Contents:
    """Make a topic's page; the narrative appears on the first part of a long one."""
    ids = site.by_topic.get(route.id, ())
    shown = portion(ids, route.number)
    before, after = site.beside[route.id]
    weighed = tiers.weighed(site.judgements_on(route.id), site.tiers, site.say)
    title = heading(site, route.id)
    laid_out = matrix(site, shown)
    charts = differing_charts(site, ids, _MOST_CHARTS) if route.number == 1 else ()
    body = TopicPage(
        id=route.id,
        as_of=reach.as_of(site),
        feed=feed if (feed := address_of(route.id)) in site.frame.data else None,
        narrative=narrative(site, route.id) if route.number == 1 else None,
        weighed=weighed,
        legend=reach.legend(site.judged.content.settings.corroboration_voices, site.say),
        total=len(ids),
        groups=claim_groups.groups(site, ids, shown),
        charts=charts,
        more_charts=len(charts) == _MOST_CHARTS,
        matrix=laid_out,
        claim_voices=() if laid_out else claim_voices(site, shown),
        pager=pager(route, len(ids)),
        before=before,
        after=after,
    )
    named = part_title(title, route.number, site.say)
    held = tuple(site.claims[id_] for id_ in shown)
    told = structured.collection(site, named, held, "../" if route.number > 1 else "")
    said = answer_in_words(site, route.id) or tiers.in_words(weighed, site.say)
    return Contents(title, said, route.path, body, told)


def _records(site: Site) -> Iterator[Record]:
    for topic in site.judged.content.settings.topics:
        yield narrative_record(site, topic.id, site.say("topic"))


def _addresses(site: Site) -> Iterator[Address]:
    for topic in site.judged.content.settings.topics:
        yield Address(f"{topic.id}.html", topic.id, topic.at, len(site.by_topic.get(topic.id, ())))


KIND = PageKind("topic.html", _addresses, topic, _records)
