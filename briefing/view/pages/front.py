"""The front page: narrative, verdicts, what is disputed, topics and sources."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from briefing.model.verdict import Verdict
from briefing.values import dataclass
from briefing.view import cards, editions, origins, reach, tallies, tiers
from briefing.view.disputes import disputes
from briefing.view.matrix import SmallMatrix, small_matrix
from briefing.view.narrative import (
    NarrativeView,
    answer_in_words,
    heading,
    narrative,
    narrative_record,
)
from briefing.view.provenance_overall import overall_provenance
from briefing.view.routes import INDEX, Contents, PageKind, fixed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from briefing.model.content import Topic
    from briefing.model.pages import Record
    from briefing.view.cards import ClaimCard, PublisherCard, SourceCard
    from briefing.view.editions import EditionView
    from briefing.view.provenance_overall import OverallProvenance
    from briefing.view.routes import Route
    from briefing.view.site import Site
    from briefing.view.tallies import Tally
    from briefing.view.tiers import Weighed

PATH = "index.html"
_MOST_DISPUTED = 12
_MOST_KEY = 12
_MOST_SOURCES = 12
_MOST_MATRICES = 12
"""How many topics of the front page are drawn; in a longer list readers only choose one."""


@dataclass(frozen=True, slots=True)
class TopicCard:
    """A topic wherever it is listed."""

    href: str
    title: str
    tally: Tally
    """Of the claims that weigh most, as in the matrix."""
    matrix: SmallMatrix | None
    """None where no source speaks on it, or where too many topics come before."""


@dataclass(frozen=True, slots=True)
class SourceGroup:
    """Sources of one publisher; None: of none that is named and described."""

    publisher: PublisherCard | None
    sources: tuple[SourceCard, ...]


@dataclass(frozen=True, slots=True)
class FrontPage:
    """The front page."""

    narrative: NarrativeView | None
    read: str | None
    """How many articles were read, and how many voices they are; None without articles."""
    as_of: reach.AsOf | None
    weighed: Weighed
    """Key claims that sources state first, then how many others there are."""
    legend: str
    """What the verdicts mean, a short sentence each."""
    reach: str
    """How many claims there are, from how many articles and voices."""
    echo: str | None
    """The echo gap in one sentence; None where there are no claims."""
    one_origin: str | None
    ai_gap: str | None
    """How many corroborated claims go back to one origin; None where fewer than two do."""
    disputed: tuple[ClaimCard, ...]
    """Those on which sources themselves differ, as many as there is room for."""
    more_disputed: int
    computed: Mapping[str, tuple[ClaimCard, ...]]
    """Disputed claims that are computed, by the id of the disputed claim that they rest on."""
    key: tuple[ClaimCard, ...]
    """Claims that the author calls key, without the disputed ones: from each topic those that weigh most."""
    key_claims: str | None
    """How many claims the author calls key, and of what sort; a page lists them all. None for none."""
    topics: tuple[TopicCard, ...]
    provenance: OverallProvenance | None
    """Whose word it rests on; None where fewer than two articles count."""
    sources: tuple[SourceGroup, ...]
    more_sources: int
    latest: EditionView | None
    """What changed last; None where no edition was recorded."""


def front(site: Site, _: Route) -> Contents:
    """Make the front page."""
    judged = site.judged
    disputed = disputes(site)
    weighed = site.weighed[tiers.ALL]
    body = FrontPage(
        narrative=narrative(site, INDEX),
        read=reach.read(site),
        as_of=reach.as_of(site),
        weighed=weighed,
        legend=reach.legend(judged.content.settings.corroboration_voices, site.say),
        reach=reach.told(site),
        echo=tallies.echo_gap(tuple(judged.judgements.values()), site.say),
        one_origin=origins.told(judged.judgements.values(), site.say),
        ai_gap=tallies.ai_gap(tuple(judged.judgements.values()), site.say),
        disputed=disputed.own[:_MOST_DISPUTED],
        more_disputed=max(len(disputed.own) - _MOST_DISPUTED, 0),
        computed=disputed.computed,
        key=tuple(islice(_key(site), _MOST_KEY)),
        key_claims=tiers.key_claims(judged.judgements.values(), site.say)
        if any(card.key for card in site.claims.values())
        else None,
        topics=tuple(
            _topic(site, one, is_drawn=place < _MOST_MATRICES)
            for place, one in enumerate(judged.content.settings.topics)
        ),
        provenance=overall_provenance(site),
        sources=_sources(site),
        more_sources=max(len(site.sources) - _MOST_SOURCES, 0),
        latest=editions.latest(site),
    )
    told = answer_in_words(site, INDEX) or tiers.in_words(weighed, site.say)
    return Contents(heading(site, INDEX), told, PATH, body)


def _key(site: Site) -> Iterator[ClaimCard]:
    """Yield the weightiest key claim of each topic, then the second of each, and so on.

    What sources state weighs more than what is computed, and then what they agree on.
    """
    agreed_first = sorted(
        site.claims, key=lambda id_: site.claims[id_].verdict != Verdict.CORROBORATED
    )
    ranked = ((id_, site.claims[id_]) for id_ in tiers.ordered(agreed_first, site.tiers))
    held = (
        (site.judged.judgements[id_].claim.topic, card)
        for id_, card in ranked
        if card.key and card.verdict != Verdict.DISPUTED
    )
    yield from tiers.in_turn(held, (one.id for one in site.judged.content.settings.topics))


def _topic(site: Site, topic: Topic, *, is_drawn: bool) -> TopicCard:
    first = tiers.leading(site.judgements_on(topic.id), site.tiers)
    return TopicCard(
        href=f"{topic.id}.html",
        title=topic.title,
        tally=tallies.tally(first),
        matrix=small_matrix(site, (one.claim.id for one in first)) if is_drawn else None,
    )


def _records(site: Site) -> Iterator[Record]:
    yield narrative_record(site, INDEX, site.say("front page"))


def _sources(site: Site) -> tuple[SourceGroup, ...]:
    """Group the first sources by who publishes them, so that what to bear in mind is said once."""
    described = site.judged.content
    groups: dict[str | None, list[SourceCard]] = {}
    for id_, card in islice(site.sources.items(), _MOST_SOURCES):
        publisher = described.sources[id_].publisher
        groups.setdefault(publisher if publisher in described.publishers else None, []).append(card)
    return tuple(
        SourceGroup(
            cards.publisher_card(described.publishers[id_], len(site.by_publisher[id_]), site.say)
            if id_
            else None,
            tuple(held),
        )
        for id_, held in groups.items()
    )


KIND = PageKind("index.html", fixed(PATH), front, _records)
