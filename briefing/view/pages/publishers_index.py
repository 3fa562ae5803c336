"""The list of all publishers, by name or by the number of articles or claims."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from briefing.language.messages import message
from briefing.values import dataclass
from briefing.view import cards, claim_filters, orders
from briefing.view.orders import Column, Order
from briefing.view.pages import sources_index
from briefing.view.paging import Pager, pager, portion
from briefing.view.routes import Address, Contents, PageKind, Route

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from briefing.view.cards import PublisherCard
    from briefing.view.site import Site

PATH = "publishers/index.html"
_ORDERS = (
    Order("name", message("Publisher"), message("Publishers by name"), rises=True),
    Order("articles", message("Articles"), message("Publishers by articles"), rises=False),
    Order("", message("Claims quoted for"), message("Publishers"), rises=False),
)


@dataclass(frozen=True, slots=True)
class PublishersIndexPage:
    """All publishers, or one page's worth of them."""

    columns: tuple[Column, ...]
    publishers: tuple[tuple[PublisherCard, int], ...]
    """With how many claims the articles of each speak on."""
    pager: Pager | None


def publishers_index(site: Site, route: Route) -> Contents:
    """Make one page of the list of all publishers in one order."""
    everyone, say = site.judged.content.publishers, site.say
    counts = _claims(site)
    shown = portion(_ordered(site, counts, route.id), route.number)
    body = PublishersIndexPage(
        columns=orders.columns(PATH, _ORDERS, route.id, len(everyone), say),
        publishers=tuple(
            (
                cards.publisher_card(everyone[id_], len(site.by_publisher.get(id_, ())), say),
                counts.get(id_, 0),
            )
            for id_ in shown
        ),
        pager=pager(route, len(everyone)),
    )
    title = next(one.title for one in _ORDERS if one.id == route.id)
    return Contents(say(title), say("Who put the articles out."), sources_index.PATH, body)


def _claims(site: Site) -> Mapping[str, int]:
    """Count the claims on which some article of a publisher speaks, by the publisher's id."""
    sources = site.judged.content.sources
    return Counter(
        publisher
        for one in site.judged.judgements.values()
        for publisher in {sources[id_].publisher for id_ in claim_filters.speakers(one)}
        if publisher
    )


def _ordered(site: Site, counts: Mapping[str, int], order: str) -> list[str]:
    """Put publishers in order; those that are alike in it by their names."""
    everyone = site.judged.content.publishers
    ids = sorted(everyone, key=lambda id_: orders.by_name(everyone[id_].name))
    if order == "articles":
        ids.sort(key=lambda id_: len(site.by_publisher.get(id_, ())), reverse=True)
    elif not order:
        ids.sort(key=lambda id_: counts.get(id_, 0), reverse=True)
    return ids


def _addresses(site: Site) -> Iterable[Address]:
    return orders.addresses(PATH, _ORDERS, len(site.judged.content.publishers))


KIND = PageKind("publishers.html", _addresses, publishers_index)
