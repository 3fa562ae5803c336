"""A project whose every text tries to be something else, as readers by other hands take its files.

`.ci/run` holds the same site to validators that are not written in Python; `docs/data.md` lists them.
"""

from __future__ import annotations

import csv
import html
import io
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import feedparser  # type: ignore[import-untyped]
import pytest

from briefing import pipeline
from tests.view.exports.conftest import nodes
from tests.view.exports.test_structured import Blocks
from tests.view.test_untrusted import Strict

ROOT = Path(__file__).resolve().parent / "sites" / "hostile"
ADDRESS = "https://example.org/a&b/b%C3%BCro/"
URI = re.compile(r"https://([!$&'()*+,;=:@/?#\w.~-]|%[0-9A-F]{2})+", re.ASCII)
TITLE = "</script><script>alert('title')</script> & <!--<script> ]]> \u2028 \u202eend"
WHYS = [
    "First edition: <script>alert('why')</script> & ]]> more.",
    '=HYPERLINK("https://evil.example"); "quoted" </content></entry> moved.',
]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the built site."""
    out = tmp_path_factory.mktemp("hostile") / "site"
    built = pipeline.build(ROOT, out)
    assert built.published is not None, built.examined.found
    assert not built.examined.found
    return out


def held(site: Path, name: str) -> Any:  # noqa: ANN401 (whatever JSON holds)
    return json.loads((site / "data" / name).read_text("utf-8"))


def test_a_feed_reader_finds_each_text_as_it_was_written(site: Path) -> None:
    read = feedparser.parse((site / "data/feed.atom").read_bytes(), sanitize_html=False)
    assert not read.bozo, read.get("bozo_exception")
    assert read.version == "atom10"
    assert read.feed.title_detail.type == "text/plain"
    assert read.feed.title == TITLE
    assert [link.href for link in read.feed.links] == [
        f"{ADDRESS}data/feed.atom",
        f"{ADDRESS}changes.html",
    ]
    told = [one.content[0].value for one in read.entries]
    assert [told[0], told[3]] == WHYS[::-1]
    assert all(one.endswith(f" {WHYS[1]}") for one in told[1:3]), "why it moved, then the edition"
    assert {one.content[0].type for one in read.entries} == {"text/plain"}
    assert all(one.updated_parsed and URI.fullmatch(one.link) for one in read.entries)
    assert len({one.id for one in read.entries}) == len(read.entries)
    assert 'cost "$40 million"</p> & no more' in read.entries[1].title


def test_both_feeds_say_the_same(site: Path) -> None:
    read = feedparser.parse((site / "data/feed.atom").read_bytes(), sanitize_html=False)
    feed = held(site, "feed.json")
    assert (feed["title"], feed["home_page_url"]) == (read.feed.title, ADDRESS)
    assert [
        (one["id"], one["url"], one["title"], one["content_text"], one["date_published"])
        for one in feed["items"]
    ] == [(one.id, one.link, one.title, one.content[0].value, one.updated) for one in read.entries]


def test_no_cell_of_the_table_is_a_formula_and_each_gives_its_text_back(site: Path) -> None:
    text = (site / "data/claims.csv").read_bytes().decode()
    assert re.fullmatch(r'(?:"(?:[^"]|"")*"(?:,"(?:[^"]|"")*")*\r\n)+', text), "RFC 4180"
    rows = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
    for row in rows:
        for cell in row.values():
            assert not re.match(r"\s*[-=+@]|[\t\r]", cell), cell
    claims = {row["id"]: row["claim"] for row in rows}
    said = {claim["id"]: claim["claim"] for claim in held(site, "briefing.json")["claims"]}
    assert said == {id_: re.sub(r"^'", "", text) for id_, text in claims.items()}
    assert claims["formula"] == "'=1+1 is what it comes to."


def test_no_file_holds_what_no_page_may(site: Path) -> None:
    files = [path for path in site.rglob("*") if path.suffix in {".html", ".json", ".atom", ".csv"}]
    assert len(files) > 20
    for path in files:
        text = html.unescape(path.read_text("utf-8"))
        assert not re.search(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef]", text), path
        assert not [each for each in set(text) if ord(each) & 0xFFFE == 0xFFFE], path
    assert "</mark> and � �� nothing more" in (site / "claims/markup.html").read_text("utf-8")


def test_every_address_is_one(site: Path) -> None:
    sitemap = ET.fromstring((site / "sitemap.xml").read_bytes())  # noqa: S314 (our own)
    found = [one.text or "" for one in sitemap.iterfind("{*}url/{*}loc")]
    found += [one["URL"] for one in held(site, "sources.csl.json") if "URL" in one]
    found += [one["url"] for one in held(site, "briefing.json")["sources"] if one["url"]]
    annotations = held(site, "annotations.jsonld")
    found.append(annotations["@context"][1]["@base"])
    for one in annotations["first"]["items"]:
        found += [target["source"] for target in one["target"] if "state" in target]
    for page in site.rglob("*.html"):
        text = page.read_text("utf-8")
        found += Links(text).found
        for block in Blocks(text).found:
            found += [str(node["url"]) for node in nodes(json.loads(block)) if "url" in node]
    assert len(found) > 50
    assert [one for one in found if not URI.fullmatch(one)] == []


class Links(HTMLParser):
    """The absolute addresses that a page links to or names itself by."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del tag
        values = (value or "" for name, value in attrs if name in {"href", "content"})
        self.found += [one for one in values if re.match("https?:", one)]


def test_pages_hold_no_markup_but_their_own(site: Path) -> None:
    for page in site.rglob("*.html"):
        Strict().feed(page.read_text("utf-8"))
