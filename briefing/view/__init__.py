"""Decide which pages a judged briefing has and what stands on each.

`site` finds once what pages share; `page` then makes any one page from it, on demand and alone,
so that a build walks through `site.paths` and holds one page at a time, and a preview makes the
page that is asked for. Pure: reads nothing, writes nothing. Layout is the templates' business.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model.pages import Missing, Moved, Page, Plain, SearchPage
from briefing.view import (
    changes,
    claims,
    exports,
    listing,
    method,
    publishers,
    sources,
    timeline,
    topics,
)
from briefing.view.page_titles import head
from briefing.view.planning import site
from briefing.view.records import records
from briefing.view.site import Site

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from briefing.model.pages import Body
    from briefing.view.routes import Kind, Route

__all__ = ["Site", "page", "records", "site"]


def _moved(made: Site, route: Route) -> Moved:
    return Moved(made.claims[route.id])


def _search(made: Site, _route: Route) -> SearchPage:
    return SearchPage(made.indexed)


def _missing(_site: Site, _route: Route) -> Missing:
    return Missing()


def _nothing(_site: Site, _route: Route) -> bytes:
    return b""


def _static(made: Site, route: Route) -> bytes:
    return made.static[route.id]


_PAGES: Mapping[Kind, tuple[str, Callable[[Site, Route], Body]]] = {
    "overview": ("index.html", topics.overview),
    "topic": ("topic.html", topics.topic),
    "claim": ("claim.html", claims.claim),
    "claims": ("claims.html", listing.claims),
    "timeline": ("timeline.html", timeline.timeline),
    "moved": ("moved.html", _moved),
    "source": ("source.html", sources.source),
    "sources": ("sources.html", sources.sources),
    "publisher": ("publisher.html", publishers.publisher),
    "publishers": ("publishers.html", publishers.publishers),
    "method": ("method.html", method.method),
    "changes": ("changes.html", changes.changes),
    "search": ("search.html", _search),
    "missing": ("404.html", _missing),
}
"""The template and the maker of each kind of page."""

_FILES: Mapping[Kind, Callable[[Site, Route], bytes]] = {
    "data": exports.data,
    "nojekyll": _nothing,
    "static": _static,
}
"""The maker of each file that is no page of HTML."""


def page(made: Site, path: str) -> Page | Plain:
    """Make what stands at `path`, one of `made.paths`; another path is a `KeyError`."""
    route = made.routes[path]
    if route.kind in _FILES:
        return Plain(path, _FILES[route.kind](made, route))
    template, make = _PAGES[route.kind]
    body = make(made, route)
    named = head(made, route, body)
    return Page(
        path=path,
        root=made.frame.base if route.kind == "missing" else "../" * path.count("/"),
        template=template,
        title=named.title,
        description=named.description,
        section=named.section,
        frame=made.frame,
        body=body,
        structured=exports.structured(made, route, body, named.title),
    )
