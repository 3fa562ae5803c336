"""The pages at the former addresses of renamed claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.values import dataclass
from briefing.view.pages import claims_index
from briefing.view.pages.claim import title
from briefing.view.routes import Address, Contents, PageKind, Route

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.view.cards import ClaimCard
    from briefing.view.site import Site


@dataclass(frozen=True, slots=True)
class MovedPage:
    """A claim's former address."""

    claim: ClaimCard


def moved(site: Site, route: Route) -> Contents:
    """Make the page that leads on to a claim's present address."""
    card = site.claims[route.id]
    return Contents(*title(card, site.say), claims_index.PATH, MovedPage(card))


def _addresses(site: Site) -> Iterator[Address]:
    for id_, one in site.judged.judgements.items():
        for alias in one.claim.aliases:
            yield Address(f"claims/{alias}.html", id_, one.claim.at)


KIND = PageKind("moved.html", _addresses, moved, is_destination=False)
