"""A preview that runs in a thread, and a client that speaks to it byte by byte."""

from __future__ import annotations

import asyncio
import http.client
import queue
import re
import socket
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pytest

from briefing.serve import run
from briefing.serve.server import Listener, listen

if TYPE_CHECKING:
    from briefing.serve.server import Server
    from tests.conftest import ProjectMaker

PATIENCE = 12.0
"""Seconds after which a test gives up; fewer than lie between two heartbeats of a stream."""
TITLE = "The harbour bridge"
CLAIMS = "content/claims/cost.yaml"
STATEMENT = "The bridge will cost 40 million euros."

SMALL: Mapping[str, str] = {
    "briefing.yaml": f"title: {TITLE}\ntopics:\n  - id: cost\n    title: Cost\n",
    "content/sources.yaml": (
        "gazette:\n  file: gazette.txt\n  title: Council approves bridge\n  publisher: gazette\n"
        "  published: 2031-05-04\n"
    ),
    "content/publishers.yaml": "gazette:\n  name: The Gazette\n",
    CLAIMS: (
        "topic: cost\nclaims:\n  bridge-cost:\n"
        f"    claim: {STATEMENT}\n"
        "    basis: plan\n    quotes:\n      - gazette: a bridge that will cost €40 million\n"
    ),
    "content/index.md": "The bridge is to cost €40 million. [@bridge-cost]\n",
    "content/topics/cost.md": "The bridge is to cost €40 million. [@bridge-cost]\n",
    "seeds/gazette.txt": "The council approved a bridge that will cost €40 million on Friday.\n",
}
"""A project without a finding."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: header names are lower-case."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def title(self) -> str:
        found = re.search(r"<title>(.*?)</title>", self.text)
        return found[1] if found else ""


class Events:
    """An open event stream."""

    def __init__(self, response: http.client.HTTPResponse) -> None:
        self.status = response.status
        self.headers = {name.lower(): value for name, value in response.getheaders()}
        self._response = response

    def edition(self) -> str:
        """Wait for the next edition and name it."""
        while line := self._response.readline().decode():
            if line.startswith("data: "):
                return line.removeprefix("data: ").strip()
        raise AssertionError("the stream ended")

    def has_ended(self) -> bool:
        """Read what is left; only a stream that the server ended gets through."""
        self._response.read()
        return True


@dataclass
class Preview:
    """A running preview of one project."""

    root: Path
    listener: Listener
    said: list[str] = field(default_factory=list)

    @property
    def port(self) -> int:
        return self.listener.port

    @property
    def host(self) -> str:
        return f"localhost:{self.port}"

    def ask(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """Ask as this server's own page would; `headers` may say otherwise."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
            for name, value in {"host": self.host, **headers}.items():
                connection.putheader(name.replace("_", "-"), value)
            connection.endheaders()
            response = connection.getresponse()
            held = {name.lower(): value for name, value in response.getheaders()}
            return Answer(response.status, held, response.read())
        finally:
            connection.close()

    def raw(self, request: bytes) -> bytes:
        """Send bytes as they are and give all that comes back until the server hangs up."""
        with self.connect() as client:
            client.sendall(request)
            return b"".join(iter(lambda: client.recv(65_536), b""))

    def target(self, target: str) -> bytes:
        """Ask for a target that no client library would send."""
        head = f"GET {target} HTTP/1.1\r\nHost: {self.host}\r\nConnection: close\r\n\r\n"
        return self.raw(head.encode("latin-1"))

    def connect(self) -> socket.socket:
        return socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE)

    @contextmanager
    def events(self, **headers: str) -> Iterator[Events]:
        """Open the event stream; what it first names is the edition that is shown."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.request("GET", "/_briefing/reload", headers={"host": self.host, **headers})
        response = connection.getresponse()
        try:
            yield Events(response)
        finally:
            response.close()
            connection.close()

    def write(self, path: str, text: str) -> None:
        """Save a file as editors do: whole, under a hidden name first."""
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        draft = target.with_name(f".{target.name}.draft")
        draft.write_text(text, encoding="utf-8")
        draft.replace(target)

    def replace(self, path: str, old: str, new: str) -> None:
        """Save a file with some words changed."""
        text = (self.root / path).read_text(encoding="utf-8")
        assert old in text
        self.write(path, text.replace(old, new))

    def until(self, events: Events, holds: Callable[[Shown], bool]) -> None:
        """Follow editions until one is as it should be: one save may make several."""
        while not holds(Shown(self)):
            events.edition()


@dataclass(frozen=True, slots=True)
class Shown:
    """What the preview shows at this moment."""

    preview: Preview

    def shows(self, words: str, path: str = "/") -> bool:
        return words in self.preview.ask(path).text

    @property
    def has_banner(self) -> bool:
        return self.shows('<aside class="briefing-preview"')


class Starter(Protocol):
    """What the `preview` fixture hands to a test: serve these files."""

    def __call__(
        self, files: Mapping[str, str | bytes] = SMALL, *, strict: bool = False
    ) -> Preview:
        """Write the files, start the preview and return it once it answers."""


@pytest.fixture(scope="module")
def stopped() -> Iterator[list[threading.Thread]]:
    """Gather the threads of previews that were told to stop, and wait for them all at the end."""
    threads: list[threading.Thread] = []
    yield threads
    for thread in threads:
        thread.join(PATIENCE)
        assert not thread.is_alive()


@pytest.fixture
def preview(project: ProjectMaker, stopped: list[threading.Thread]) -> Iterator[Starter]:
    """Start previews on ports of their own and tell them to stop when the test is over."""
    running: list[tuple[threading.Thread, Server]] = []

    def start(files: Mapping[str, str | bytes] = SMALL, *, strict: bool = False) -> Preview:
        root = project(files)
        listener = listen("127.0.0.1", 0)
        assert isinstance(listener, Listener)
        shown = Preview(root, listener)
        up: queue.Queue[Server] = queue.Queue()

        def serve() -> None:
            asyncio.run(
                run(root, listener, host="127.0.0.1", strict=strict, say=shown.said.append,
                    up=up.put)
            )  # fmt: skip

        thread = threading.Thread(target=serve)
        thread.start()
        running.append((thread, up.get(timeout=PATIENCE)))
        return shown

    yield start
    for thread, server in running:
        server.should_exit = True
        stopped.append(thread)
