"""Listen and run uvicorn, with the bounds that a server within a browser's reach needs.

uvicorn bounds how long an answered connection may idle and how many requests run at once. It
waits forever for the rest of a request (it closed none of 500 half-open connections) and for a
client that does not read, and it bounds headers only where they come in several pieces.
`BoundedProtocol` adds what is missing.
"""

from __future__ import annotations

import asyncio
import errno
import os
import socket
import struct
from typing import TYPE_CHECKING

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol, RequestResponseCycle

from briefing.refusals import reason
from briefing.serve.guard import HEADERS, bracketed
from briefing.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.types import ASGIApp

DEFAULT_PORT = 8000
TRIES = 100
"""How many ports are tried, starting with the default."""
_ANYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 (compared with, not bound)
CONNECTIONS = 200
REQUEST_SECONDS = 10
"""For a whole request to arrive, from the connection or the previous answer."""
READING_SECONDS = 30
"""For a client to read what was sent once the buffers are full."""
HEADER_BYTES = 16_384
"""For the first line of a request and its headers."""
KEEP_ALIVE_SECONDS = 5
SHUTDOWN_SECONDS = 2
_NO_LINGER = struct.pack("ii" if os.name == "posix" else "hh", 1, 0)


@dataclass(frozen=True, slots=True)
class Listener:
    """A listening socket; `url` is its address for a browser on this machine, with a final slash."""

    socket: socket.socket
    port: int
    url: str


def listen(host: str, port: int | None) -> Listener | str:
    """Listen on a host and port, or return a sentence that says why that failed.

    Port 0 means any free port. None means `DEFAULT_PORT` or the next free port after it; a port
    that was asked for is never replaced by another.
    """
    try:
        family, *_, address = socket.getaddrinfo(
            host, port or 0, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
    except (OSError, UnicodeError) as error:
        return f"cannot listen on {host}: {reason(error)}"
    ports = range(DEFAULT_PORT, DEFAULT_PORT + TRIES) if port is None else (port,)
    for candidate in ports:
        try:
            bound = _bind(family, (address[0], candidate, *address[2:]))
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                return f"cannot listen on {host}, port {candidate}: {reason(error)}"
            continue
        real = bound.getsockname()[1]
        return Listener(bound, real, f"http://{bracketed(_ANYWHERE.get(host, host))}:{real}/")
    if port is None:
        return f"ports {DEFAULT_PORT} to {DEFAULT_PORT + TRIES - 1} of {host} are all busy"
    return f"port {port} of {host} is busy; leave out --port to take the next free one"


def _bind(family: int, address: tuple[object, ...]) -> socket.socket:
    """Bind and listen at once: on Linux two sockets may share an address until one listens."""
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


class BoundedProtocol(H11Protocol):
    """One connection that is closed when its client sends too much, or sends or reads too slowly."""

    _received = b""
    """What is not yet passed on: h11 parses whatever it holds, so it gets no more than one head."""
    _request_due: asyncio.TimerHandle | None = None
    _reading_due: asyncio.TimerHandle | None = None

    @property
    def is_answering(self) -> bool:
        """Whether a request has arrived whose answer is not yet complete."""
        cycle: RequestResponseCycle | None = self.cycle
        return cycle is not None and not cycle.response_complete

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Accept the connection; drop an idle one if there are too many."""
        super().connection_made(transport)
        if len(self.connections) > CONNECTIONS:
            self._make_room()
        self._time_the_request()

    def data_received(self, data: bytes) -> None:
        """Take part of a request; the deadline for the rest stays."""
        self._received += data
        self._pass_on()
        self._time_the_request()

    def on_response_complete(self) -> None:
        """Start the deadline for the next request."""
        super().on_response_complete()
        self._pass_on()
        self._time_the_request()

    def send_400_response(self, msg: str) -> None:
        """Refuse a malformed request, unless the answer to another is under way, and hang up."""
        if self.is_answering:
            self.transport.abort()
            return
        head = {**HEADERS, "content-type": "text/plain; charset=utf-8", "connection": "close"}
        lines = ["HTTP/1.1 400 Bad Request", *(f"{name}: {value}" for name, value in head.items())]
        self.transport.write("\r\n".join((*lines, "", msg)).encode())
        self.transport.close()

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop the timers."""
        self._stop_request_timer()
        self._stop_reading_timer()
        super().connection_lost(exc)

    def pause_writing(self) -> None:
        """Start the deadline for a client that does not read."""
        super().pause_writing()
        self._reading_due = self.loop.call_later(READING_SECONDS, self._drop)

    def resume_writing(self) -> None:
        """Stop that deadline: the client reads."""
        super().resume_writing()
        self._stop_reading_timer()

    def _pass_on(self) -> None:
        """Pass on what was received in pieces that cannot hold a head that is too large."""
        while self._received and not self.is_answering and not self.transport.is_closing():
            room = max(HEADER_BYTES + 1 - len(self.conn.trailing_data[0]), 1)
            piece, self._received = self._received[:room], self._received[room:]
            super().data_received(piece)
        if self._received:
            self.flow.pause_reading()

    def _time_the_request(self) -> None:
        if self.is_answering or self.transport.is_closing():
            self._stop_request_timer()
        elif self._request_due is None:
            self._request_due = self.loop.call_later(REQUEST_SECONDS, self.transport.abort)

    def _stop_request_timer(self) -> None:
        if self._request_due is not None:
            self._request_due.cancel()
            self._request_due = None

    def _stop_reading_timer(self) -> None:
        if self._reading_due is not None:
            self._reading_due.cancel()
            self._reading_due = None

    def _drop(self) -> None:
        """Hang up at once and discard what the system still holds for this client."""
        connection: socket.socket = self.transport.get_extra_info("socket")
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _NO_LINGER)
        self.transport.abort()

    def _make_room(self) -> None:
        for other in self.connections:
            if other is not self and isinstance(other, BoundedProtocol) and not other.is_answering:
                other.transport.abort()
                self.connections.discard(other)
                return


class Server(uvicorn.Server):
    """A uvicorn server that calls back when it is up and when it begins to stop."""

    def __init__(self, app: ASGIApp, *, up: Callable[[], None], down: Callable[[], None]) -> None:
        super().__init__(
            uvicorn.Config(
                app,
                http=BoundedProtocol,
                ws="none",
                lifespan="off",
                interface="asgi3",
                log_config=None,
                log_level="error",
                access_log=False,
                proxy_headers=False,
                server_header=False,
                headers=list(HEADERS.items()),
                limit_concurrency=CONNECTIONS + 1,
                timeout_keep_alive=KEEP_ALIVE_SECONDS,
                timeout_graceful_shutdown=SHUTDOWN_SECONDS,
                h11_max_incomplete_event_size=HEADER_BYTES,
            )
        )
        self._up = up
        self._down = down

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Open the sockets, then call `up`."""
        await super().startup(sockets=sockets)
        self._up()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End what would run forever, then wait for the rest."""
        self._down()
        await super().shutdown(sockets=sockets)
