"""Take an address to listen on before anything else starts, so that nobody can come between."""

from __future__ import annotations

import errno
import os
import socket
from dataclasses import dataclass

from briefing.serve.guard import bracketed

DEFAULT_PORT = 8000
TRIES = 100
"""How many ports from the default one on are tried."""
_ANYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 (compared with, not bound)


@dataclass(frozen=True, slots=True)
class Listener:
    """A listening socket; `url` leads a browser on this machine to it, with a slash at its end."""

    socket: socket.socket
    port: int
    url: str


def listen(host: str, port: int | None) -> Listener | str:
    """Listen on a host and port; a sentence says why where that cannot be.

    Port 0 is any free one. None is `DEFAULT_PORT` or, where that is busy, the next free one; a
    port that was asked for is never exchanged for another.
    """
    try:
        family, *_, address = socket.getaddrinfo(
            host, port or 0, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
    except (OSError, UnicodeError) as error:
        return f"cannot listen on {host}: {getattr(error, 'strerror', None) or error}"
    ports = range(DEFAULT_PORT, DEFAULT_PORT + TRIES) if port is None else (port,)
    for candidate in ports:
        try:
            bound = _bind(family, (address[0], candidate, *address[2:]))
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                return f"cannot listen on {host}, port {candidate}: {error.strerror}"
            continue
        real = bound.getsockname()[1]
        return Listener(bound, real, f"http://{bracketed(_ANYWHERE.get(host, host))}:{real}/")
    if port is None:
        return f"ports {DEFAULT_PORT} to {DEFAULT_PORT + TRIES - 1} of {host} are all busy"
    return f"port {port} of {host} is busy; leave out --port to take the next free one"


def _bind(family: int, address: tuple[object, ...]) -> socket.socket:
    """Bind and listen at once: on Linux two sockets may be bound alike until one listens."""
    bound = socket.socket(family, socket.SOCK_STREAM)
    try:
        if os.name == "posix":  # elsewhere this option lets one program take another's port
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind(address)
        bound.listen()
    except BaseException:
        bound.close()
        raise
    return bound
