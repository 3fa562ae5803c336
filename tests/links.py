"""Read what a built site links to, and find the links that lead nowhere."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit


class Links(HTMLParser):
    """What one page links to or fetches, and the ids that it has."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.ids: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del tag
        for name, value in attrs:
            if name in {"href", "src"} and value:
                self.targets.append(value)
            if name == "id" and value:
                self.ids.append(value)


@cache
def place(page: str, target: str) -> str | None:
    """Say at which path of the site a link of `page` leads; None where it leaves the site."""
    parts = urlsplit(target)
    if parts.scheme:
        return None
    return normpath(join(dirname(page), unquote(parts.path))) if parts.path else page


def broken(pages: Mapping[str, Links], files: set[str]) -> list[str]:
    """List the links that lead nowhere, as `page -> target`."""
    lost = []
    for path, page in pages.items():
        for target in page.targets:
            leads_to = place(path, target)
            fragment = urlsplit(target).fragment
            if leads_to is None:
                continue
            gone = leads_to not in files or (fragment and fragment not in pages[leads_to].ids)
            if gone:
                lost.append(f"{path} -> {target}")
    return lost


def reached(pages: Mapping[str, Links], start: str) -> set[str]:
    """Gather the pages that one comes to by following links."""
    found = {start}
    waiting = [start]
    while waiting:
        path = waiting.pop()
        for target in pages[path].targets:
            leads_to = place(path, target)
            if leads_to and leads_to in pages and leads_to not in found:
                found.add(leads_to)
                waiting.append(leads_to)
    return found


def read(folder: Path) -> tuple[dict[str, Links], set[str]]:
    """Read a built site: its pages, and the paths of all its files."""
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    pages = {
        name: Links((folder / name).read_text("utf-8")) for name in files if name.endswith(".html")
    }
    return pages, files
