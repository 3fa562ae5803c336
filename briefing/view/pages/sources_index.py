"""The list of all sources."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.language.messages import message
from briefing.model.pages import Link
from briefing.view.paging import Pager, pager, portion
from briefing.view.routes import Contents, PageKind, Route, fixed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing.view.cards import SourceCard
    from briefing.view.passages import Passage
    from briefing.view.site import Site

PATH = "sources/index.html"


@dataclass(frozen=True, slots=True)
class SourcesIndexPage:
    """All sources, or one page's worth of them."""

    sources: tuple[tuple[SourceCard, int], ...]
    """With how many claims each speaks on."""
    pager: Pager | None


def sources_index(site: Site, route: Route) -> Contents:
    """Make one page of the list of all sources, with how many claims each speaks on."""
    shown = portion(tuple(site.sources.values()), route.number)
    body = SourcesIndexPage(
        sources=tuple((card, _claim_count(site.passages.get(card.id, ()))) for card in shown),
        pager=pager(route, len(site.sources)),
    )
    title, description = site.say("Sources"), site.say("Every article that was read.")
    return Contents(title, description, PATH, body)


def _claim_count(passages: Iterable[Passage]) -> int:
    return len({id_ for passage in passages for id_, _ in passage.uses})


KIND = PageKind(
    "sources.html",
    fixed(PATH, lambda site: len(site.sources)),
    sources_index,
    nav=Link(PATH, message("Sources")),
)
