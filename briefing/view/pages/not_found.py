"""The page for addresses that do not exist."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.view.routes import Contents, PageKind, Route, fixed

if TYPE_CHECKING:
    from briefing.view.site import Site


def not_found(site: Site, _: Route) -> Contents:
    """Make the page that a host shows for an address that does not exist."""
    title, description = site.say("Page not found"), site.say("There is no page at this address.")
    return Contents(title, description, "", None)


KIND = PageKind("404.html", fixed("404.html"), not_found, is_destination=False, shown_anywhere=True)
