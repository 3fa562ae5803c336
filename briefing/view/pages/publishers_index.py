"""The list of all publishers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.view import cards
from briefing.view.pages import sources_index
from briefing.view.paging import Pager, pager, portion
from briefing.view.routes import Contents, PageKind, Route, fixed

if TYPE_CHECKING:
    from briefing.view.cards import PublisherCard
    from briefing.view.site import Site

PATH = "publishers/index.html"


@dataclass(frozen=True, slots=True)
class PublishersIndexPage:
    """All publishers, or one page's worth of them."""

    publishers: tuple[PublisherCard, ...]
    pager: Pager | None


def publishers_index(site: Site, route: Route) -> Contents:
    """Make one page of the list of all publishers."""
    everyone = tuple(site.judged.content.publishers.values())
    body = PublishersIndexPage(
        publishers=tuple(
            cards.publisher_card(one, len(site.by_publisher.get(one.id, ())), site.say)
            for one in portion(everyone, route.number)
        ),
        pager=pager(route, len(everyone)),
    )
    title, description = site.say("Publishers"), site.say("Who put the articles out.")
    return Contents(title, description, sources_index.PATH, body)


KIND = PageKind(
    "publishers.html",
    fixed(PATH, lambda site: len(site.judged.content.publishers)),
    publishers_index,
)
