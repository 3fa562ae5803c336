"""Decide what a page may link to. Sources' addresses and narratives come from others' hands."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_SCHEMES = {"http", "https", "mailto"}
_DROPPED = re.compile(r"[\x00-\x20\x7f\\]")
"""What browsers drop or turn before they read a scheme (URL standard, basic URL parser)."""


def safe_link(url: str) -> bool:
    """Say whether `url` is http, https or mailto, or a path within the site.

    `//host` and `/path` are refused: the one leaves the site, the other is another place under a
    project path on GitHub Pages and on disk.
    """
    if _DROPPED.search(url):
        return False
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    if parts.scheme:
        return parts.scheme.lower() in _SCHEMES
    return not parts.netloc and not parts.path.startswith("/")


def web_link(url: str | None) -> str | None:
    """Give `url` back if it is an http or https address that a page may link to, else None."""
    if not url or not safe_link(url):
        return None
    parts = urlsplit(url)
    return url if parts.scheme.lower() in {"http", "https"} and parts.netloc else None
