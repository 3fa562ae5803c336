"""The list of all claims, by topic, and what its rows can be filtered by.

A long list goes over several pages, since one of thousands of rows is too much for a phone. Filters look
through all of them: `data/claims.js` has the rows, and is loaded once somebody filters.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from briefing.language.messages import message
from briefing.model.pages import Link
from briefing.values import dataclass
from briefing.view import claim_filters, tiers
from briefing.view.pages import disputed, key_claims
from briefing.view.paging import Pager, pager, portion
from briefing.view.routes import Contents, PageKind, fixed

if TYPE_CHECKING:
    from collections.abc import Collection

    from briefing.view.cards import ClaimCard
    from briefing.view.claim_filters import Filter
    from briefing.view.routes import Route
    from briefing.view.site import Site
    from briefing.view.tiers import Weighed

PATH = "claims/index.html"


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim in the list, with what it can be filtered by; `sources` are ids separated by spaces."""

    claim: ClaimCard
    topic: str
    kind: str
    tier: str
    sources: str


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
    chosen = frozenset(claim_filters.offered(site)[0])
    rows = [_row(site, id_, chosen) for id_ in shown]
    body = ClaimsIndexPage(
        weighed=site.weighed[tiers.ALL],
        total=len(site.claims),
        has_key=key_claims.PATH in site.routes,
        has_disputed=disputed.PATH in site.routes,
        groups=tuple(
            (topic, tuple(all_)) for topic, all_ in groupby(rows, lambda row: row.claim.topic)
        ),
        filters=tuple(claim_filters.filters(site)),
        count=len(rows),
        pager=pager(route, len(site.claims)),
    )
    title, description = site.say("All claims"), site.say("Every claim with its verdict.")
    return Contents(title, description, PATH, body)


def _row(site: Site, id_: str, chosen: Collection[str]) -> ClaimRow:
    judgement = site.judged.judgements[id_]
    return ClaimRow(
        claim=site.claims[id_],
        topic=judgement.claim.topic,
        kind=judgement.kind,
        tier=site.tiers[id_].value,
        sources=" ".join(one for one in claim_filters.speakers(judgement) if one in chosen),
    )


KIND = PageKind(
    "claims.html",
    fixed(PATH, lambda site: len(site.claims)),
    claims_index,
    nav=Link(PATH, message("Claims")),
)
