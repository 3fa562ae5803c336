"""Decide which requests the preview answers, from their headers alone.

The preview listens where any page in the author's browser can send requests, so it answers only
those that come from itself or from the author. A name that an attacker's DNS turned to this
machine is not on the list of hosts; a foreign page shows itself by `Origin` or `Sec-Fetch-Site`.
"""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

METHODS = ("GET", "HEAD")
_LOOPBACK = ("localhost", "127.0.0.1", "[::1]")
_OWN_SITES = ("same-origin", "none")


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a request gets no answer; `reason` is a sentence for the author."""

    status: HTTPStatus
    reason: str


def hosts(host: str, port: int) -> frozenset[str]:
    """List the values of `Host` that name this server: loopback and the address it was given."""
    names = {*_LOOPBACK, bracketed(host).lower()}
    with_port = {f"{name}:{port}" for name in names}
    return frozenset(with_port | names if port == 80 else with_port)


def bracketed(host: str) -> str:
    """Write a host as a URL does: an IPv6 address in brackets."""
    return f"[{host}]" if ":" in host else host


def refusal(
    method: str,
    headers: Sequence[tuple[str, str]],
    allowed: frozenset[str],
    *,
    stream: bool,
) -> Refusal | None:
    """Say why a request is refused, or None where it may be answered.

    `headers` are (lower-case name, value) as they came; `allowed` is what `hosts` gave; `stream`
    says whether the event stream was asked for, which no foreign page may even open.
    """
    host = _values(headers, "host")
    if len(host) != 1 or host[0].lower() not in allowed:
        return Refusal(
            HTTPStatus.FORBIDDEN,
            "This preview does not go by that name; --host NAME gives it another.",
        )
    foreign_origin = any(
        origin != f"http://{host[0].lower()}" for origin in _values(headers, "origin")
    )
    if foreign_origin or (_is_foreign(headers) and (stream or not _navigates(method, headers))):
        return Refusal(HTTPStatus.FORBIDDEN, "This preview answers no other site.")
    if method not in METHODS:
        return Refusal(HTTPStatus.METHOD_NOT_ALLOWED, "This preview is only for reading.")
    return None


def _values(headers: Sequence[tuple[str, str]], wanted: str) -> list[str]:
    return [value.strip() for name, value in headers if name == wanted]


def _is_foreign(headers: Sequence[tuple[str, str]]) -> bool:
    """Say whether a browser tells that another site asks (W3C Fetch Metadata).

    `same-site` is foreign: another port of this machine is the same site and not this program.
    """
    return any(site not in _OWN_SITES for site in _values(headers, "sec-fetch-site"))


def _navigates(method: str, headers: Sequence[tuple[str, str]]) -> bool:
    """Say whether a link elsewhere was followed to here, which shows that site nothing."""
    return (
        method in METHODS
        and _values(headers, "sec-fetch-mode") == ["navigate"]
        and not {"object", "embed"}.intersection(_values(headers, "sec-fetch-dest"))
    )
