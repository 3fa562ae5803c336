"""Build two sites, serve them from disk and over loopback, and open them in Chromium."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, sync_playwright

from briefing import pipeline

ROOT = Path(__file__).resolve().parents[2]
FIXED = {"brief.html", "method.html", "changes.html", "timeline.html", "search.html", "404.html"}
SWITCHES = (
    "--renderer-process-limit=1",  # else processes are started ahead for pages that no test opens
    # Else each window loads two pages of the browser's own, and takes twice as long to open.
    "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup",
)
ABORTED = ("net::ERR_ABORTED", "NS_BINDING_ABORTED", "NS_ERROR_ABORT")
"""A request's failure where the reader went on before the answer came."""
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
            parent, within, _ = folder.partition("/")
            several = "card" if path.endswith("/card.html") else f"{parent}{within}"
            kind = path if fixed else several or "topic"
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


@pytest.fixture(scope="session", params=["small", pytest.param("real", marks=pytest.mark.slow)])
def folder(request: pytest.FixtureRequest, example: Example) -> Path:
    """Return the folder of a site: of an example project, and as slow tests of the real briefing."""
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


@contextmanager
def launched(environment: Mapping[str, str | float | bool] | None = None) -> Iterator[Browser]:
    """Open the browser that $CHROMIUM names, with an environment of its own where one is given.

    While Playwright is open an event loop runs in this thread, and no other test can start one.
    """
    path = os.environ.get("CHROMIUM")
    assert path, "name a Chromium in $CHROMIUM, or run `python3 dev.py test`, which finds one"
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    switches = [*SWITCHES, *(["--no-sandbox"] if root else [])]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path, args=switches, env=dict(environment) if environment else None
        )
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Return the browser, closed after each file of tests."""
    with launched() as browser:
        yield browser


class Contexts:
    """One browser context for all windows of the same options on the same site.

    Chromium ends the process of a site with its last page, and to start one takes longer than to
    draw a page: whoever comes a second time finds a page that stays open. A page takes all that a
    test does to it along when it closes, and the sites store nothing.
    """

    def __init__(self, chromium: Browser) -> None:
        self._chromium = chromium
        self._kept: dict[str, BrowserContext] = {}
        self._staying: list[Page] = []

    def open(self, place: Place, options: Mapping[str, Any]) -> Page:
        """Return a new page, empty yet."""
        site = "file" if place.root.startswith("file:") else place.root
        key = json.dumps([site, options], sort_keys=True)
        if key not in self._kept:
            self._kept[key] = self._chromium.new_context(**options)
        elif not self._kept[key].pages:
            page = self._kept[key].new_page()
            page.goto(place.root + "404.html")
            self._staying.append(page)
        return self._kept[key].new_page()

    def pages(self) -> list[Page]:
        """List the pages that are open, those too that other pages opened, but not those kept."""
        opened = [page for context in self._kept.values() for page in context.pages]
        return [page for page in opened if page not in self._staying]


@pytest.fixture(scope="module")
def contexts(chromium: Browser) -> Contexts:
    """Return the contexts of a file of tests."""
    return Contexts(chromium)


@contextmanager
def readers(contexts: Contexts) -> Iterator[Opener]:
    """Give a function that opens a window on a place; what it complained of fails at the end."""
    before = contexts.pages()
    opened: list[Reader] = []

    def read(place: Place, **options: Any) -> Reader:  # noqa: ANN401 (Playwright's options)
        reader = Reader(contexts.open(place, options), place, [])

        def leaves(request: Request) -> None:
            if not request.url.startswith((place.root, "data:")):
                reader.complaints.append(f"asked for {request.url}")

        def fails(request: Request) -> None:
            if request.failure not in ABORTED:
                reader.complaints.append(f"{request.failure}: {request.url}")

        reader.page.on("request", leaves)
        reader.page.on("requestfailed", fails)
        reader.page.on("console", lambda message: reader.complaints.append(message.text))
        reader.page.on("pageerror", lambda error: reader.complaints.append(str(error)))
        opened.append(reader)
        return reader

    yield read
    for page in contexts.pages():
        if page not in before:
            page.close()
    for reader in opened:
        assert not reader.complaints


@pytest.fixture
def read(contexts: Contexts) -> Iterator[Opener]:
    """Return a function that opens a window for one test."""
    with readers(contexts) as opened:
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
