"""`sitemap.xml` and `robots.txt`, for those who crawl the site."""

from __future__ import annotations

from html import escape
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from briefing.view.site import Site

_MOST = 50_000
"""How many addresses one sitemap may list (sitemaps.org, protocol 0.9)."""


def at_root(base: str | None) -> bool:
    """Say whether a site is at its host's root: a `robots.txt` anywhere else is ignored."""
    return base is not None and urlsplit(base).path == "/"


def sitemap(site: Site) -> bytes:
    """List the pages by their canonical addresses, the site's first 50,000."""
    base = escape(site.frame.base or "")
    pages = (path for path, route in site.routes.items() if route.kind.is_destination)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        + "".join(f"<url><loc>{base}{path}</loc></url>\n" for path in islice(pages, _MOST))
        + "</urlset>\n"
    ).encode()


def robots(site: Site) -> bytes:
    """Allow everything and name the sitemap (RFC 9309)."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {site.frame.base}sitemap.xml\n".encode()
