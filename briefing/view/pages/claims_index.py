"""The list of all claims, by topic, and what its rows can be filtered by.

A long list goes over several pages. A filter works on the rows of its own page, says so, and goes
along to the next one in the address: a page of thousands of rows is too much for a phone.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from briefing.language.messages import message
from briefing.model.pages import Link
from briefing.model.verdict import Verdict
from briefing.view import tiers, words
from briefing.view.pages import disputed, key_claims
from briefing.view.paging import Pager, pager, portion
from briefing.view.routes import Contents, PageKind, fixed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from briefing.view.cards import ClaimCard
    from briefing.view.routes import Route
    from briefing.view.site import Site
    from briefing.view.tiers import Weighed

PATH = "claims/index.html"
_MOST_SOURCES = 200
"""Sources to choose from: those that speak on most claims of the page."""
_NAME = 60
"""How much of a source's name a choice shows, in characters."""


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim in the list, with what it can be filtered by; `sources` are ids separated by spaces."""

    claim: ClaimCard
    topic: str
    kind: str
    tier: str
    sources: str


@dataclass(frozen=True, slots=True)
class FilterOption:
    """A value to filter by, and how many rows of the page have it."""

    value: str
    text: str
    count: int


@dataclass(frozen=True, slots=True)
class Filter:
    """One thing to filter by; `name` is that of the field and of the rows' data."""

    name: str
    label: str
    options: tuple[FilterOption, ...]


@dataclass(frozen=True, slots=True)
class ClaimsIndexPage:
    """All claims, or one page's worth of them, by topic."""

    weighed: Weighed
    total: int
    """Claims on all pages."""
    has_key: bool
    """Whether there is a list of the key claims alone."""
    has_disputed: bool
    """Whether there is a list of the disputes alone."""
    groups: tuple[tuple[Link, tuple[ClaimRow, ...]], ...]
    filters: tuple[Filter, ...]
    count: int
    """Rows of this page."""
    pager: Pager | None


def claims_index(site: Site, route: Route) -> Contents:
    """Make one page of the list of all claims."""
    shown = portion(tuple(site.claims), route.number)
    spoken = {id_: _speakers(site, id_) for id_ in shown}
    counts = Counter(source for sources in spoken.values() for source in sources)
    chosen = frozenset(source for source, _ in counts.most_common(_MOST_SOURCES))
    rows = [_row(site, id_, [one for one in spoken[id_] if one in chosen]) for id_ in shown]
    body = ClaimsIndexPage(
        weighed=tiers.weighed(site.judged.judgements.values(), site.tiers, site.say),
        total=len(site.claims),
        has_key=key_claims.PATH in site.routes,
        has_disputed=disputed.PATH in site.routes,
        groups=tuple(
            (topic, tuple(all_)) for topic, all_ in groupby(rows, lambda row: row.claim.topic)
        ),
        filters=tuple(_filters(site, rows, {one: counts[one] for one in chosen})),
        count=len(rows),
        pager=pager(route, len(site.claims)),
    )
    title, description = site.say("All claims"), site.say("Every claim with its verdict.")
    return Contents(title, description, PATH, body)


def _speakers(site: Site, id_: str) -> Sequence[str]:
    """Name the sources that speak on a claim, each once."""
    items = site.judged.judgements[id_].items
    return tuple(dict.fromkeys(item.written.source for item in items))


def _row(site: Site, id_: str, sources: Iterable[str]) -> ClaimRow:
    judgement = site.judged.judgements[id_]
    return ClaimRow(
        claim=site.claims[id_],
        topic=judgement.claim.topic,
        kind=judgement.kind,
        tier=site.tiers[id_].value,
        sources=" ".join(sources),
    )


def _filters(site: Site, rows: Sequence[ClaimRow], sources: Mapping[str, int]) -> Iterator[Filter]:
    """Give what there is to choose from among these rows, each with how many it would leave."""
    titles = {topic.id: topic.title for topic in site.judged.content.settings.topics}
    names = {id_: _name(site, id_) for id_ in sources}
    topics = Counter(row.topic for row in rows)
    kinds = Counter(row.kind for row in rows)
    verdicts = Counter(row.claim.verdict for row in rows)
    weights = Counter(row.tier for row in rows)
    say = site.say
    tiers_of = {one.value: say(word) for one, word in tiers.TIERS.items()}
    yield _filter("tier", say("Weight"), weights, tiers_of)
    yield _filter("topic", say("Topic"), topics, titles)
    words_of = {one.value: say.word(one) for one in Verdict}
    yield _filter("verdict", say("Verdict"), verdicts, words_of)
    kinds_of = {kind: say(word) for kind, word in words.KINDS.items()}
    yield _filter("kind", say("Kind"), kinds, kinds_of)
    by_name = dict(sorted(names.items(), key=lambda one: one[1]))
    yield _filter("source", say("Source"), sources, by_name)


def _filter(name: str, label: str, counts: Mapping[str, int], names: Mapping[str, str]) -> Filter:
    """Offer the values that occur, in the order of their names."""
    options = (
        FilterOption(one, text, counts[one]) for one, text in names.items() if counts.get(one)
    )
    return Filter(name, label, tuple(options))


def _name(site: Site, id_: str) -> str:
    source = site.sources[id_]
    return words.clipped(f"{source.who}: {source.title}", _NAME)


KIND = PageKind(
    "claims.html",
    fixed(PATH, lambda site: len(site.claims)),
    claims_index,
    nav=Link(PATH, message("Claims")),
)
