"""The sites of the example project and of the real briefing, as files."""

from __future__ import annotations

import gzip
import json
import re
from itertools import pairwise
from pathlib import Path

import bs4
import jsonschema
import pytest

from briefing import pipeline
from tests.links import Links, broken, reached, read

ROOT = Path(__file__).resolve().parents[1]
Site = tuple[Path, dict[str, Links], set[str]]


@pytest.fixture(scope="module", params=["tests/sites/small", "tests/sites/hostile", "."])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return a built site: its folder, its pages and the paths of its files."""
    out = tmp_path_factory.mktemp("built") / "site"
    built = pipeline.build(ROOT / request.param, out)
    assert built.published is not None, built.examined.found
    return out, *read(out)


def test_every_link_resolves(site: Site) -> None:
    _, pages, files = site
    assert not broken(pages, files)


def test_every_page_is_reached_from_every_other(site: Site) -> None:
    _, pages, _ = site
    lost = {path: set(pages) - reached(pages, path) - {"404.html"} for path in pages}
    assert lost.pop("404.html") == set(pages) - {"404.html"}, "without an address it links nowhere"
    moved = {
        path for path in pages if 'http-equiv="refresh"' in (site[0] / path).read_text("utf-8")
    }
    moved |= {path.replace(".html", "/card.html") for path in moved}  # shown by other sites alone
    lost.pop("brief.html")  # is mailed, so that its links are absolute where an address is known
    assert not {path: gone - moved for path, gone in lost.items() if gone - moved}


def test_ids_are_unique_on_every_page(site: Site) -> None:
    for path, page in site[1].items():
        assert len(page.ids) == len(set(page.ids)), path


def test_nothing_is_fetched_from_elsewhere(site: Site) -> None:
    folder, pages, _ = site
    for path in pages:
        text = (folder / path).read_text("utf-8")
        for tag in re.findall(r"<(?:link|img|script|iframe|source|object|embed)\b[^>]*>", text):
            names_the_page = 'rel="canonical"' in tag
            assert names_the_page or "//" not in tag, (path, tag)


def test_what_a_page_loads_is_small(site: Site) -> None:
    """Pagefind's own files are not counted: they come once somebody searches."""
    folder, pages, _ = site
    assert len(gzip.compress((folder / "static/style.css").read_bytes())) <= 10 * 1024
    for path in pages:
        text = (folder / path).read_text("utf-8")
        assert len(gzip.compress(text.encode())) <= 60 * 1024, path
        loaded = re.findall(r'<script src="[./]*(static/[^"?]+)', text)
        scripts = {one: len(gzip.compress((folder / one).read_bytes())) for one in loaded}
        assert sum(scripts.values()) <= 5 * 1024, (path, scripts)


def test_the_data_file_follows_its_schema(site: Site) -> None:
    schema = json.loads((ROOT / "schemas/data.schema.json").read_text("utf-8"))
    record = json.loads((site[0] / "data/briefing.json").read_text("utf-8"))
    jsonschema.validate(record, schema, jsonschema.Draft202012Validator)


def test_each_page_has_one_heading_of_the_first_level_and_skips_none(site: Site) -> None:
    folder, pages, _ = site
    for path in pages:
        levels = [int(n) for n in re.findall(r"<h([1-6])\b", (folder / path).read_text("utf-8"))]
        assert levels.count(1) == 1, path
        assert levels[0] == 1, path
        assert all(b - a <= 1 for a, b in pairwise(levels)), (path, levels)


LABELS = re.compile(
    r"""\d{4}-(?:[QH]\d|\d\d\b)      # a period or day as files write it
    | \bFY\d{4}-                     # a part of a fiscal year likewise
    | ^(?:None|True|False)$
    | \b(?:single-source|figure-mismatch|same-voice-echo|not-comparable|run_rate)\b
    | [ ]{2}\S""",
    re.VERBOSE,
)


def test_readers_meet_no_label_of_the_files(site: Site) -> None:
    """What the program says is read as text; quotes, names of files and the citation are not its own."""
    for path in site[1]:
        page = bs4.BeautifulSoup((site[0] / path).read_text("utf-8"), "html.parser")
        for own in page.select("script, style, blockquote, q, code, cite, mark, .citation, .hint"):
            own.decompose()
        for text in page.body.stripped_strings if page.body else ():
            found = LABELS.search(" ".join(text.split("\n")))
            assert not found, (path, text)
