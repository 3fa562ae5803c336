"""Check that the links of narratives lead to pages and files of the site."""

from __future__ import annotations

from posixpath import normpath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from briefing.diagnostics import Diagnostic, diagnostic, did_you_mean

if TYPE_CHECKING:
    from briefing.prose import Link
    from briefing.view.site import Site

_INDEX = "index.html"
_NO_PAGE = "link to a page, for example index.html; Markdown footnotes are not read"


def check(site: Site) -> tuple[Diagnostic, ...]:
    """Find relative links to what is not published.

    The pages that have narratives are at the root of the site, so an address is the same in all.
    """
    astray = [
        (link, path)
        for prose in site.narratives.values()
        for link in prose.links
        if (path := _path(link)) is not None and not site.holds(path)
    ]
    if not astray:
        return ()
    known = {path.lower(): path for path in site.paths}
    pages = [path[:-5] for path in site.paths if path.endswith(".html") and "/" not in path]
    return tuple(
        diagnostic(
            "unsafe-link",
            link.at,
            f"the site has no page or file '{path}'",
            hint=_capitals(known.get(path.lower()))
            or did_you_mean(path.removesuffix(".html"), pages)
            or _NO_PAGE,
        )
        for link, path in astray
    )


def _path(link: Link) -> str | None:
    """Return the path that a browser asks for below the site's root; None for the page itself."""
    path = unquote(urlsplit(link.href).path)
    if not path:
        return None
    whole = normpath(path)
    if whole == ".":
        return _INDEX
    return f"{whole}/{_INDEX}" if path.endswith("/") else whole


def _capitals(path: str | None) -> str | None:
    return path and f"write '{path}': addresses distinguish capitals"
