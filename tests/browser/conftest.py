"""Build two sites, serve them from disk and over loopback, and open them in Chromium."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Request, sync_playwright

from briefing import pipeline

ROOT = Path(__file__).resolve().parents[2]
FIXED = {"method.html", "changes.html", "timeline.html", "search.html", "404.html"}
PROJECTS = {"small": ROOT / "tests/sites/small", "real": ROOT}


@dataclass(frozen=True)
class Place:
    """Where a site can be opened: its folder, and the address of its root with a slash."""

    folder: Path
    root: str

    def one_of_each(self) -> list[str]:
        """Choose a page of each kind: the longest, where there are several."""
        kinds: dict[str, str] = {}
        for path in self.pages():
            folder = path.rpartition("/")[0]
            fixed = path.endswith("index.html") or path in FIXED
            kind = path if fixed else folder or "topic"
            size = (self.folder / path).stat().st_size
            if kind not in kinds or size > (self.folder / kinds[kind]).stat().st_size:
                kinds[kind] = path
        return list(kinds.values())

    def pages(self) -> list[str]:
        """List the addresses of all pages relative to the root."""
        return sorted(
            path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*.html")
        )


@dataclass(frozen=True)
class Reader:
    """A window on a site, and what went wrong in it."""

    page: Page
    place: Place
    complaints: list[str]

    def open(self, path: str) -> None:
        self.page.goto(self.place.root + path)


Opener = Callable[..., Reader]
"""Opens a window on a place, with Playwright's options for a browser context."""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002, ANN401
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=folder)) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()


def published(root: Path, out: Path) -> Path:
    """Build the project in `root` into `out`."""
    built = pipeline.build(root, out)
    assert built.published is not None, built.examined.found
    return out


Example = Callable[[str], Path]
"""Gives the folder of the site of one of the example projects."""


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Example:
    """Return a function that gives the folder of a project's site, built when first asked for."""

    @cache
    def built(name: str) -> Path:
        return published(PROJECTS[name], tmp_path_factory.mktemp(name) / "a-project")

    return built


@pytest.fixture(scope="session", params=PROJECTS)
def folder(request: pytest.FixtureRequest, example: Example) -> Path:
    """Return the folder of a site built from an example project, then from the real briefing."""
    return example(request.param)


@pytest.fixture(scope="session", params=["disk", "loopback"])
def place(folder: Path, request: pytest.FixtureRequest) -> Iterator[Place]:
    """Return where a site is open: on disk, then on a port of this machine."""
    if request.param == "disk":
        yield Place(folder, folder.as_uri() + "/")
    else:
        with served(folder) as root:
            yield Place(folder, root)


@pytest.fixture(scope="session")
def disk(folder: Path) -> Place:
    """Return a site on disk, for what does not differ over the network."""
    return Place(folder, folder.as_uri() + "/")


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Return the browser that $CHROMIUM names, closed after each file of tests.

    While Playwright is open an event loop runs in this thread, and no other test can start one.
    """
    path = os.environ.get("CHROMIUM")
    assert path, "name a Chromium in $CHROMIUM, or run `python3 dev.py test`, which finds one"
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    # The limit keeps Chromium from starting processes ahead for pages that no test opens.
    switches = ["--renderer-process-limit=1", *(["--no-sandbox"] if root else [])]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=switches)
        yield browser
        browser.close()


@contextmanager
def readers(chromium: Browser) -> Iterator[Opener]:
    """Give a function that opens a window on a place; what it complained of fails at the end."""
    opened: list[Reader] = []

    def read(place: Place, **options: Any) -> Reader:  # noqa: ANN401 (Playwright's options)
        context = chromium.new_context(**options)
        reader = Reader(context.new_page(), place, [])

        def leaves(request: Request) -> None:
            if not request.url.startswith((place.root, "data:")):
                reader.complaints.append(f"asked for {request.url}")

        def fails(request: Request) -> None:
            if request.failure != "net::ERR_ABORTED":  # the reader went on before it came
                reader.complaints.append(f"{request.failure}: {request.url}")

        reader.page.on("request", leaves)
        reader.page.on("requestfailed", fails)
        reader.page.on("console", lambda message: reader.complaints.append(message.text))
        reader.page.on("pageerror", lambda error: reader.complaints.append(str(error)))
        opened.append(reader)
        return reader

    yield read
    for reader in opened:
        reader.page.context.close()
        assert not reader.complaints


@pytest.fixture
def read(chromium: Browser) -> Iterator[Opener]:
    """Return a function that opens a window for one test."""
    with readers(chromium) as opened:
        yield opened


def windows(narrow: int, wide: int) -> list[pytest.ParameterSet]:
    """Pair widths in pixels with colour schemes: each once, and the other two pairs as slow tests.

    What depends on the width shows at either scheme, and colours at either width.
    """
    return [
        pytest.param(narrow, "light"),
        pytest.param(wide, "dark"),
        pytest.param(narrow, "dark", marks=pytest.mark.slow),
        pytest.param(wide, "light", marks=pytest.mark.slow),
    ]
