"""Decide from its headers whether the preview answers a request.

Any page in the author's browser can send requests to the preview, so it answers only its own pages
and the author. A name that an attacker's DNS points at this machine is not in the list of hosts; a
foreign page is known by `Origin` or `Sec-Fetch-Site`.
"""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from briefing.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

METHODS = ("GET", "HEAD")
_LOOPBACK = ("localhost", "127.0.0.1", "[::1]")
_OWN_SITES = ("same-origin", "none")
_FRAMES = frozenset({"object", "embed", "frame", "iframe", "fencedframe"})
HEADERS: Mapping[str, str] = {
    "cache-control": "no-store",
    "content-security-policy": "frame-ancestors 'self'",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
    "x-frame-options": "SAMEORIGIN",
}
"""Sent with every answer, refusals of malformed requests included."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a request is refused; `reason` is a sentence for the author."""

    status: HTTPStatus
    reason: str


def hosts(host: str, port: int) -> frozenset[str]:
    """List the accepted values of `Host`: loopback names and the host that was given."""
    names = {*_LOOPBACK, bracketed(host).lower()}
    with_port = {f"{name}:{port}" for name in names}
    return frozenset(with_port | names if port == 80 else with_port)


def bracketed(host: str) -> str:
    """Write a host as in a URL, with an IPv6 address in brackets."""
    return f"[{host}]" if ":" in host else host


def refusal(
    method: str,
    headers: Sequence[tuple[str, str]],
    allowed: frozenset[str],
    *,
    stream: bool,
) -> Refusal | None:
    """Return why a request is refused, or None if it may be answered.

    `headers` are pairs of lower-case name and value in the order received; `allowed` comes from
    `hosts`; `stream` is true for the event stream, which no foreign page may even open.
    """
    host = _values(headers, "host")
    if len(host) != 1 or host[0].lower() not in allowed:
        return Refusal(
            HTTPStatus.FORBIDDEN,
            "This preview does not answer to that host name; start it with --host NAME to allow it.",
        )
    foreign_origin = any(
        origin != f"http://{host[0].lower()}" for origin in _values(headers, "origin")
    )
    if foreign_origin or (_is_foreign(headers) and (stream or not _navigates(method, headers))):
        return Refusal(
            HTTPStatus.FORBIDDEN, "This preview does not answer requests from other sites."
        )
    if method not in METHODS:
        return Refusal(HTTPStatus.METHOD_NOT_ALLOWED, "This preview is read-only.")
    return None


def _values(headers: Sequence[tuple[str, str]], wanted: str) -> list[str]:
    return [value.strip() for name, value in headers if name == wanted]


def _is_foreign(headers: Sequence[tuple[str, str]]) -> bool:
    """Return whether the request comes from another site (W3C Fetch Metadata).

    `same-site` counts as foreign: another port of this machine is another program.
    """
    return any(site not in _OWN_SITES for site in _values(headers, "sec-fetch-site"))


def _navigates(method: str, headers: Sequence[tuple[str, str]]) -> bool:
    """Return whether a link on another site was followed, which reveals nothing to that site.

    A page that is opened in a frame of that site was not followed to.
    """
    return (
        method in METHODS
        and _values(headers, "sec-fetch-mode") == ["navigate"]
        and not _FRAMES.intersection(_values(headers, "sec-fetch-dest"))
    )
