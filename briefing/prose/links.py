"""Decide what a page may link to. Sources' addresses and narratives come from others' hands."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit, urlunsplit

_SCHEMES = {"http", "https", "mailto"}
_DROPPED = re.compile(r"[\x00-\x20\x7f\\]")
"""What browsers drop or turn before they read a scheme (URL standard, basic URL parser)."""
_IN_ADDRESSES = "%:/?@!$&'()*+,;="
"""What is in every part of an address beside letters, digits and `-._~`."""
_LONGEST_NAME = 253
"""Characters of a host's name at most (RFC 1035, 2.3.4: 255 octets with the lengths)."""
_LONE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")


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
    """Give `url` in the characters of an address if it leads to the web and may be linked, else None.

    What an address cannot hold (RFC 3986, appendix A) is written as browsers send it: programs refuse
    what people paste. That is hexadecimal of its UTF-8, and for a host its name in ASCII. Of a sound
    address only the scheme is put in small letters and an empty query or fragment dropped.
    """
    if not url or not safe_link(url):
        return None
    parts = urlsplit(url)
    if parts.scheme.lower() not in {"http", "https"} or not parts.netloc:
        return None
    user, at, host = parts.netloc.rpartition("@")
    name, colon, port = host.partition(":")
    place = f"{user}{at}{_in_ascii(name)}{colon}{port}"
    place, *rest = (_LONE_PERCENT.sub("%25", part) for part in (place, *parts[2:]))
    sound = (quote(part, safe=_IN_ADDRESSES) for part in rest)
    return urlunsplit((parts.scheme, quote(place, safe=_IN_ADDRESSES + "[]"), *sound))


def _in_ascii(name: str) -> str:
    """Give the name of a host as the network knows it (IDNA), `xn--mnchen-3ya.de` for `münchen.de`.

    One that does not come back from it stays: the library's tables are those of 2003, which make
    another host of `straße.de`. Browsers read it from hexadecimal and know the tables of the day.
    """
    if name.isascii() or len(name) > _LONGEST_NAME:
        return name
    try:
        known = name.encode("idna")
        return known.decode("ascii") if known.decode("idna").lower() == name.lower() else name
    except UnicodeError:
        return name
