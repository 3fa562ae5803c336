"""The generators that builds are compared with: how each is installed, set up and run.

Each gets as many Markdown pages as a briefing's site has, of like size and in the frame of its pages,
as far as the generator takes a frame.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import corpus

PARAGRAPH = "{words} [a passage](/{name}/) and **its verdict**.\n\n> {words}\n\n- {words}\n\n"
HUGO = """\
title = "As many pages"
disableKinds = ["taxonomy", "term", "section", "rss", "sitemap", "404"]
[markup.goldmark.renderer]
unsafe = true
"""
PELICAN = """\
PATH = "content"
OUTPUT_PATH = "public"
SITEURL = ""
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
THEME = "simple"
THEME_TEMPLATES_OVERRIDES = ["theme"]
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
CACHE_CONTENT = LOAD_CONTENT_CACHE = True
"""
MKDOCS = "site_name: As many pages\nsite_dir: public\nplugins: []\nuse_directory_urls: false\n"


@dataclass(frozen=True, slots=True, eq=False)
class Peer:
    """One generator."""

    name: str
    packages: tuple[str, ...]
    """From the registry of its language."""
    command: tuple[str, ...]
    """In the folder of the pages; the first part is a program of its environment."""
    files: Mapping[str, str]
    """Its configuration and the frame, in which `FRAME` stands for the page's."""
    content: str
    """What the frame has in place of the page's content."""
    page: str
    """The head of a page, with its number and its name."""
    folder: str = "content"
    is_npm: bool = False

    def program(self, environment: Path) -> list[str] | None:
        """Return its command once it is installed in a folder; None if that fails."""
        installed = _installed_by_npm if self.is_npm else _installed_by_pip
        bin_ = installed(environment, self.packages)
        program = bin_ / self.command[0] if bin_ else None
        if program is None or not program.exists():
            return None
        if self.name == "Hugo":  # the script beside it starts Python first
            (program,) = environment.glob("lib/python3*/site-packages/hugo/binaries/hugo*")
        return [str(program), *self.command[1:]]

    def write(self, site: Path, folder: Path) -> int:
        """Write a page for each page of a site of ours; return how many."""
        frame = (site / "claims/claim-1.html").read_text("utf-8")
        framed = re.sub(
            r"(<main\b[^>]*>).*</main>",
            lambda main: f"{main[1]}{self.content}</main>",
            frame,
            flags=re.DOTALL,
        )
        for name, text in self.files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text.replace("FRAME", framed))
        pages = sorted(site.rglob("*.html"))
        for number, page in enumerate(pages):
            name = str(page.relative_to(site).with_suffix("")).replace("index", "index-page")
            body = page.read_text("utf-8").partition("<main")[2].partition("</main>")[0]
            words = " ".join(corpus.WORDS[number % 30 :][:12])
            paragraph = PARAGRAPH.format(words=words, name=number)
            # Markup adds some sixty characters to each of these paragraphs.
            times = max(1, len(body) // (len(paragraph) + 60))
            made = folder / self.folder / f"{name}.md"
            made.parent.mkdir(parents=True, exist_ok=True)
            made.write_text(self.page.format(number=number, name=name) + paragraph * times)
        return len(pages)

    def edit(self, folder: Path, number: int) -> None:
        """Change the words of one page."""
        page = folder / self.folder / "claims/claim-1.md"
        page.write_text(page.read_text("utf-8") + f"\nEdited {number}.\n")


def _run(*command: str) -> bool:
    return subprocess.run(command, stdout=sys.stderr, check=False).returncode == 0


def _installed_by_pip(environment: Path, packages: tuple[str, ...]) -> Path | None:
    bin_ = environment / "bin"
    made = bin_.is_dir() or _run(sys.executable, "-m", "venv", str(environment))
    return bin_ if made and _run(str(bin_ / "pip"), "install", "--quiet", *packages) else None


def _installed_by_npm(environment: Path, packages: tuple[str, ...]) -> Path | None:
    command = ("npm", "install", "--silent", "--no-fund", "--no-audit", "--prefix")
    try:
        made = _run(*command, str(environment), *packages)
    except FileNotFoundError:
        return None
    return environment / "node_modules/.bin" if made else None


_HEAD: Callable[[str], str] = "---\ntitle: Page {{number}}\n{}---\n\n".format
PEERS = (
    Peer(
        "Hugo", ("hugo",), ("hugo", "--quiet"),
        {"hugo.toml": HUGO, "layouts/_default/single.html": "FRAME", "layouts/index.html": "FRAME"},
        "{{ .Content }}", _HEAD(""),
    ),
    Peer(
        "Eleventy", ("@11ty/eleventy",),
        ("eleventy", "--input=content", "--output=public", "--quiet"),
        {"content/_includes/frame.njk": "FRAME"},
        "{{ content | safe }}", _HEAD("layout: frame.njk\n"), is_npm=True,
    ),
    Peer(
        "Pelican", ("pelican[markdown]",), ("pelican", "--quiet", "--settings", "settings.py"),
        {"settings.py": PELICAN, "theme/page.html": "FRAME"},
        "{{ page.content }}", "Title: Page {number}\nSlug: page-{number}\n\n",
        folder="content/pages",
    ),
    Peer(
        "MkDocs", ("mkdocs",), ("mkdocs", "build", "--quiet"),
        {"mkdocs.yml": MKDOCS + "theme:\n  name:\n  custom_dir: theme\n", "theme/main.html": "FRAME"},
        "{{ page.content }}", _HEAD(""), folder="docs",
    ),
    Peer(
        "Zensical", ("zensical",), ("zensical", "build"), {"mkdocs.yml": MKDOCS},
        "", _HEAD(""), folder="docs",
    ),
)  # fmt: skip
