"""The table of files for programs: which there are, and that pages lead to them."""

from __future__ import annotations

import re
from pathlib import Path

from briefing.serve.app import TYPES
from briefing.view.exports import FILES, claims_js
from briefing.view.exports.claims_csv import COLUMNS
from tests.view.briefings import built, example
from tests.view.exports.conftest import ROOT, site_of

ALWAYS = [
    "data/briefing.json",
    "data/claims.csv",
    "data/annotations.jsonld",
    "data/sources.csl.json",
]


def test_files_that_need_an_address_wait_for_it() -> None:
    assert [path for path in site_of(example()).paths if path in FILES] == ALWAYS
    rooted = site_of(example(), "https://example.org/").paths
    assert [path for path in rooted if path in FILES] == [
        one for one in FILES if one != claims_js.CLAIMS
    ]


def test_the_method_page_leads_to_the_files() -> None:
    links = re.findall(r'href="(data/[^"]+)"', built(example()).html("method.html"))
    assert links == ALWAYS


def test_each_file_is_described() -> None:
    text = (ROOT / "docs/data.md").read_text("utf-8")
    headings = re.findall(r"^## (.*)$", text, re.MULTILINE)
    assert [name for name in FILES if not any(f"`{name}`" in one for one in headings)] == []
    table = text.partition("## `data/claims.csv`")[2].partition("\n## ")[0]
    assert [name for name in COLUMNS if f"`{name}`" not in table] == []


def test_the_preview_knows_what_each_file_is() -> None:
    assert {Path(name).suffix for name in FILES} <= set(TYPES)
