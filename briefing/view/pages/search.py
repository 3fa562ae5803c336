"""The page to search from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.language.messages import message
from briefing.model.pages import Link
from briefing.values import dataclass
from briefing.view.routes import Contents, PageKind, Route, fixed

if TYPE_CHECKING:
    from briefing.view.site import Site

PATH = "search.html"


@dataclass(frozen=True, slots=True)
class SearchPage:
    """The page to search from."""

    indexed: bool
    """Whether the site has an index; without one, searching leads to the list of claims."""


def search(site: Site, _: Route) -> Contents:
    """Make the page to search from."""
    title, description = site.say("Search"), site.say("Find words and figures in this briefing.")
    return Contents(title, description, PATH, SearchPage(site.indexed))


KIND = PageKind("search.html", fixed(PATH), search, nav=Link(PATH, message("Search")))
