"""All key claims in one place, by topic: what the front page leads to."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from briefing.values import dataclass
from briefing.view import tiers
from briefing.view.paging import Pager, pager, portion
from briefing.view.routes import Address, Contents, PageKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.model.pages import Link
    from briefing.view.cards import ClaimCard
    from briefing.view.routes import Route
    from briefing.view.site import Site
    from briefing.view.tiers import Weighed

PATH = "claims/index/key.html"
_SECTION = "claims/index.html"


@dataclass(frozen=True, slots=True)
class KeyClaimsPage:
    """The key claims, or one page's worth of them, by topic."""

    weighed: Weighed
    groups: tuple[tuple[Link, tuple[ClaimCard, ...]], ...]
    pager: Pager | None


def key_claims(site: Site, route: Route) -> Contents:
    """Make one page of the list of key claims."""
    held = _key(site)
    groups = groupby(portion(held, route.number), lambda card: card.topic)
    counted = tiers.weighed(
        (site.judged.judgements[card.id] for card in held), site.tiers, site.say
    )
    body = KeyClaimsPage(
        weighed=counted,
        groups=tuple((topic, tuple(all_)) for topic, all_ in groups),
        pager=pager(route, len(held)),
    )
    description = tiers.in_words(counted, site.say)
    return Contents(site.say("Key claims"), description, _SECTION, body)


def _key(site: Site) -> tuple[ClaimCard, ...]:
    return tuple(card for card in site.claims.values() if card.key)


def _addresses(site: Site) -> Iterator[Address]:
    if held := _key(site):
        yield Address(PATH, length=len(held))


KIND = PageKind("key.html", _addresses, key_claims)
