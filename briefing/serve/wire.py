"""Run the preview on uvicorn, with the bounds that a server within a browser's reach needs.

uvicorn bounds how long an answered connection may idle and how many requests run at once. It
waits for ever for the rest of a request (of 500 half-open connections it closed none), and for
ever for a client that does not read.
"""

from __future__ import annotations

import asyncio
import os
import socket
import struct
from typing import TYPE_CHECKING

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol, RequestResponseCycle

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.types import ASGIApp

CONNECTIONS = 200
REQUEST_SECONDS = 10
"""For a whole request to arrive, counted from the connection or from the answer before."""
READING_SECONDS = 30
"""For a client to take what was sent, once the buffers are full."""
HEADER_BYTES = 16_384
KEEP_ALIVE_SECONDS = 5
SHUTDOWN_SECONDS = 2
_NO_LINGER = struct.pack("ii" if os.name == "posix" else "hh", 1, 0)


class BoundedProtocol(H11Protocol):
    """One connection that neither asks too slowly nor reads too slowly."""

    _request_due: asyncio.TimerHandle | None = None
    _reading_due: asyncio.TimerHandle | None = None

    @property
    def is_answering(self) -> bool:
        """Whether a request has arrived and its answer is not complete."""
        cycle: RequestResponseCycle | None = self.cycle
        return cycle is not None and not cycle.response_complete

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Take the connection, in place of an idle one where there are too many."""
        super().connection_made(transport)
        if len(self.connections) > CONNECTIONS:
            self._make_room()
        self._time_the_request()

    def data_received(self, data: bytes) -> None:
        """Take a part of a request; it buys no time for the rest."""
        super().data_received(data)
        self._time_the_request()

    def on_response_complete(self) -> None:
        """Begin to wait for the next request."""
        super().on_response_complete()
        self._time_the_request()

    def connection_lost(self, exc: Exception | None) -> None:
        """Let the timers go with the connection."""
        self._stop_request_timer()
        self._stop_reading_timer()
        super().connection_lost(exc)

    def pause_writing(self) -> None:
        """Give a client that does not read a last while."""
        super().pause_writing()
        self._reading_due = self.loop.call_later(READING_SECONDS, self._drop)

    def resume_writing(self) -> None:
        """Forget about it: the client reads."""
        super().resume_writing()
        self._stop_reading_timer()

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
        """Hang up at once, with all that the system still holds for this client."""
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
    """A uvicorn server that says when it is up and when it begins to stop."""

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
                limit_concurrency=CONNECTIONS + 1,
                timeout_keep_alive=KEEP_ALIVE_SECONDS,
                timeout_graceful_shutdown=SHUTDOWN_SECONDS,
                h11_max_incomplete_event_size=HEADER_BYTES,
            )
        )
        self._up = up
        self._down = down

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Take the sockets, then say so."""
        await super().startup(sockets=sockets)
        self._up()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End what would run for ever, then wait for the rest."""
        self._down()
        await super().shutdown(sockets=sockets)
