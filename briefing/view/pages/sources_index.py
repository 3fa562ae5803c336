"""The list of all sources, by title, publisher, date or the number of claims."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from briefing.language.messages import message
from briefing.model.pages import Link
from briefing.values import dataclass
from briefing.view import orders
from briefing.view.orders import Column, Order
from briefing.view.paging import Pager, pager, portion
from briefing.view.routes import Address, Contents, PageKind, Route

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing.model.content import Source
    from briefing.view.cards import SourceCard
    from briefing.view.site import Site

PATH = "sources/index.html"
_ORDERS = (
    Order("title", message("Article"), message("Sources by title"), rises=True),
    Order("publisher", message("Publisher"), message("Sources by publisher"), rises=True),
    Order("date", message("Published"), message("Sources by date"), rises=False),
    Order("", message("Claims quoted for"), message("Sources"), rises=False),
)


@dataclass(frozen=True, slots=True)
class SourcesIndexPage:
    """All sources, or one page's worth of them."""

    columns: tuple[Column, ...]
    sources: tuple[tuple[SourceCard, int], ...]
    """With how many claims each speaks on."""
    pager: Pager | None


def sources_index(site: Site, route: Route) -> Contents:
    """Make one page of the list of all sources in one order."""
    say, counts = site.say, site.filtered["source"]
    shown = portion(_ordered(site, route.id), route.number)
    body = SourcesIndexPage(
        columns=orders.columns(PATH, _ORDERS, route.id, len(site.sources), say),
        sources=tuple((site.sources[id_], counts.get(id_, 0)) for id_ in shown),
        pager=pager(route, len(site.sources)),
    )
    title = next(one.title for one in _ORDERS if one.id == route.id)
    return Contents(say(title), say("Every article that was read."), PATH, body)


def _ordered(site: Site, order: str) -> list[str]:
    """Put sources in order; those that are alike in it by their titles."""
    cards = site.sources
    ids = sorted(cards, key=lambda id_: orders.by_name(cards[id_].title))
    if order == "publisher":
        ids.sort(key=lambda id_: _publisher(cards[id_]))
    elif order == "date":
        ids.sort(key=lambda id_: _date(site.judged.content.sources[id_]), reverse=True)
    elif not order:
        ids.sort(key=lambda id_: site.filtered["source"].get(id_, 0), reverse=True)
    return ids


def _publisher(card: SourceCard) -> tuple[bool, str]:
    """Order by the name of the publisher; what has none comes last."""
    return card.publisher is None, orders.by_name(card.publisher_name)


def _date(source: Source) -> tuple[date, int]:
    """Order by when a date begins; of a day and its month, the day is the later. Unknown is earliest."""
    period = source.published.period
    if period is None or period.start is None or period.end is None:
        return date.min, 0
    return period.start, -period.end.toordinal()


def _addresses(site: Site) -> Iterable[Address]:
    return orders.addresses(PATH, _ORDERS, len(site.sources))


KIND = PageKind("sources.html", _addresses, sources_index, nav=Link(PATH, message("Sources")))
