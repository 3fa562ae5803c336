"""Answer requests with the pages of the current site, and with nothing else.

A path is only ever looked up in the site's own list of files: it is never split, joined or opened
on disk. What is not on the list does not exist.
"""

from __future__ import annotations

import asyncio
import re
import traceback
from http import HTTPStatus
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import quote

from starlette.datastructures import Headers
from starlette.responses import Response, StreamingResponse

from briefing.diagnostics import Diagnostic
from briefing.serve import banner, inject
from briefing.serve.guard import METHODS, refusal

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping

    from starlette.types import Receive, Scope, Send

    from briefing.pipeline import Examined
    from briefing.serve.session import Session
    from briefing.serve.session_state import SessionState

STREAMS = 32
"""Most event streams at once; each is a page that is open and in view."""
HEARTBEAT_SECONDS = 15
MISSING = "404.html"
INDEX = "index.html"

_HTML = "text/html; charset=utf-8"
TYPES: Mapping[str, str] = {
    ".atom": "application/atom+xml",
    ".avif": "image/avif",
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".gif": "image/gif",
    ".html": _HTML,
    ".ico": "image/x-icon",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".mp3": "audio/mpeg",
    ".mp4": "video/mp4",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}
"""By suffix. The system's own table differs between machines."""
_UNKNOWN_TYPE = "application/octet-stream"
_STREAM = "text/event-stream"
_ONE_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})", re.ASCII)
_FAILED = HTTPStatus.INTERNAL_SERVER_ERROR


class App:
    """The preview as an ASGI application."""

    def __init__(self, session: Session, hosts: frozenset[str]) -> None:
        self._session = session
        self._hosts = hosts
        self._streams = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one HTTP request; an exception is printed and answered with status 500."""
        if scope["type"] != "http":
            raise TypeError(f"the preview speaks only HTTP, not {scope['type']}")
        headers = Headers(scope=scope)
        path: str = scope["path"]
        is_stream = path == banner.STREAM
        refused = refusal(scope["method"], headers.items(), self._hosts, stream=is_stream)
        if refused is not None:
            response = _notice(refused.status, refused.reason)
            response.headers["connection"] = "close"
            if refused.status is HTTPStatus.METHOD_NOT_ALLOWED:
                response.headers["allow"] = ", ".join(METHODS)
        elif is_stream and scope["method"] == "GET":
            await self._stream(scope, receive, send)
            return
        else:
            try:
                response = await self._answer(path, headers.get("range"))
            except Exception:  # noqa: BLE001 (the preview survives our bugs)
                self._session.say(traceback.format_exc())
                response = _notice(
                    _FAILED,
                    "This is a bug in the program; the terminal shows what happened.",
                )
        await response(scope, receive, send)

    async def _answer(self, path: str, wanted: str | None) -> Response:
        if path == banner.STREAM:
            return _response(b"", _STREAM)
        if path == banner.SCRIPT:
            return _response(banner.RELOAD_JS.encode(), TYPES[".js"])
        if path == banner.STYLE:
            return _response(banner.PREVIEW_CSS.encode(), TYPES[".css"])
        if path == banner.PROBLEMS:
            return _own(banner.problems(self._session.state))
        return await self._file(path.removeprefix("/"), wanted)

    async def _file(self, path: str, wanted: str | None) -> Response:
        """Answer with a file of the current site, or say why it is missing."""
        while (shown := (state := self._session.state).shown) is not None:
            name, status = _found(shown, path)
            if status is HTTPStatus.TEMPORARY_REDIRECT:
                return _moved(name)
            if not shown.holds(name):
                return _notice(status, "There is no such page.")
            made = await asyncio.to_thread(shown.file, name)
            if not isinstance(made, Diagnostic):
                return _sent(name, made, status, wanted, state)
            if not self._session.blame(shown, made):
                break
        state = self._session.state
        status = _FAILED if state.failed else HTTPStatus.SERVICE_UNAVAILABLE
        return _own(banner.problems(state), status)

    async def _stream(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self._streams >= STREAMS:
            busy = _notice(HTTPStatus.SERVICE_UNAVAILABLE, "Too many pages are open.")
            await busy(scope, receive, send)
            return
        self._streams += 1
        try:
            stream = StreamingResponse(self._editions(), media_type=_STREAM)
            await stream(scope, receive, send)
        finally:
            self._streams -= 1

    async def _editions(self) -> AsyncIterator[str]:
        """Send the edition that is shown, at once and after each change."""
        sent: int | None = None
        yield "retry: 1000\n\n"
        while not self._session.closed:
            if sent != self._session.state.edition:
                sent = self._session.state.edition
                yield f"event: edition\ndata: {sent}\n\n"
            elif not await self._session.next_edition(HEARTBEAT_SECONDS):
                yield ":\n\n"


def _found(shown: Examined, path: str) -> tuple[str, HTTPStatus]:
    """Find what to answer for a path: a file of the site, a redirect, or the 404 page."""
    name = path + INDEX if path == "" or path.endswith("/") else path
    if shown.holds(name):
        return name, HTTPStatus.OK
    if shown.holds(f"{name}/{INDEX}"):
        return f"{quote(PurePosixPath(name).name)}/", HTTPStatus.TEMPORARY_REDIRECT
    return MISSING, HTTPStatus.NOT_FOUND


def _sent(
    name: str, data: bytes, status: HTTPStatus, wanted: str | None, state: SessionState
) -> Response:
    """Send a file; a page goes out with the edition that it was made from."""
    kind = TYPES.get(PurePosixPath(name).suffix.lower(), _UNKNOWN_TYPE)
    if kind == _HTML:
        top, end = banner.banner(state), banner.script(state.edition)
        return _response(inject.inject(data, top=top, end=end), kind, status)
    return _part(data, kind, wanted) if wanted else _response(data, kind, status)


def _response(data: bytes, kind: str, status: HTTPStatus = HTTPStatus.OK) -> Response:
    return Response(data, status, {"content-type": kind})


def _own(page: str, status: HTTPStatus = HTTPStatus.OK) -> Response:
    response = _response(page.encode(), _HTML, status)
    response.headers["content-security-policy"] = banner.POLICY
    return response


def _notice(status: HTTPStatus, text: str) -> Response:
    return _own(banner.notice(status.phrase, text), status)


def _moved(to: str) -> Response:
    """Redirect to a folder by a relative path, never to another host."""
    response = _notice(HTTPStatus.TEMPORARY_REDIRECT, "This page is a folder.")
    response.headers["location"] = to
    return response


def _part(data: bytes, kind: str, wanted: str) -> Response:
    """Answer with the bytes of a file that a player asked for."""
    part = byte_range(wanted, len(data))
    if part is None:
        return _response(data, kind)
    if not part:
        response = _response(b"", kind, HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
        response.headers["content-range"] = f"bytes */{len(data)}"
        return response
    response = _response(data[part.start : part.stop], kind, HTTPStatus.PARTIAL_CONTENT)
    response.headers["content-range"] = f"bytes {part.start}-{part.stop - 1}/{len(data)}"
    return response


def byte_range(header: str, size: int) -> range | None:
    """Read a `Range` header for a file of `size` bytes (RFC 9110 §14); media players need it.

    None means the whole file: the header has another form or asks for several ranges. An empty
    range means that no such byte exists, which status 416 answers.
    """
    match = _ONE_RANGE.fullmatch(header.strip())
    if match is None or match.groups() == ("", ""):
        return None
    first, last = match.groups()
    if not first:
        return range(max(0, size - int(last)), size)
    if last and int(last) < int(first):
        return None
    return range(int(first), min(int(last) + 1, size) if last else size)
