"""The page for addresses that do not exist."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.view.routes import Address, Contents, PageKind, Route

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.view.site import Site


@dataclass(frozen=True, slots=True)
class NotFoundPage:
    """The page for addresses that do not exist."""


def not_found(_site: Site, _: Route) -> Contents:
    """Make the page that a host shows in place of any that does not exist."""
    return Contents("Page not found", "There is no page at this address.", "", NotFoundPage())


def _addresses(_: Site) -> Iterator[Address]:
    yield Address("404.html")


KIND = PageKind("404.html", _addresses, not_found, is_destination=False, shown_anywhere=True)
