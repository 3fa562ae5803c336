"""The page for addresses that do not exist."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.view.routes import Contents, PageKind, Route, fixed

if TYPE_CHECKING:
    from briefing.view.site import Site


def not_found(_site: Site, _: Route) -> Contents:
    """Make the page that a host shows in place of any that does not exist."""
    return Contents("Page not found", "There is no page at this address.", "", None)


KIND = PageKind("404.html", fixed("404.html"), not_found, is_destination=False, shown_anywhere=True)
