"""The sitemap lists every page once by its canonical address."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from briefing.model.judged import Judged
from briefing.view.exports import crawling
from tests.view.briefings import built, example
from tests.view.exports.conftest import ADDRESS, site_of, text_of

LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}url/{http://www.sitemaps.org/schemas/sitemap/0.9}loc"


def listed(text: str) -> list[str]:
    root = ET.fromstring(text.encode())  # noqa: S314 (our own)
    assert root.tag.endswith("}urlset")
    return [one.text or "" for one in root.findall(LOC)]


def test_every_page_is_listed_by_its_canonical_address(real: tuple[Path, Judged]) -> None:
    _, briefing = real
    settings = replace(briefing.content.settings, site_url=ADDRESS)
    made = built(replace(briefing, content=replace(briefing.content, settings=settings)))
    found = listed(text_of(made.site, "sitemap.xml"))
    canonical = []
    for path in made.site.paths:
        if path.endswith(".html") and not path.endswith(("404.html", "/card.html")):
            html = made.html(path)
            if 'http-equiv="refresh"' not in html:
                canonical += re.findall(r'<link rel="canonical" href="([^"]+)">', html)
    assert found == canonical
    assert len(set(found)) == len(found)


def test_former_addresses_and_the_missing_page_are_not_listed() -> None:
    found = listed(text_of(site_of(example(), ADDRESS), "sitemap.xml"))
    assert f"{ADDRESS}/claims/capex-usd.html" in found
    assert not {f"{ADDRESS}/claims/capex-dollars.html", f"{ADDRESS}/404.html"} & set(found)


def test_a_sitemap_keeps_to_what_one_may_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crawling, "_MOST", 3)
    assert len(listed(text_of(site_of(example(), ADDRESS), "sitemap.xml"))) == 3


def test_an_odd_address_is_escaped() -> None:
    found = listed(text_of(site_of(example(), "https://example.org/a&b<c>"), "sitemap.xml"))
    assert "https://example.org/a&b%3Cc%3E/index.html" in found


def test_without_an_address_there_is_no_sitemap() -> None:
    assert not {"sitemap.xml", "robots.txt"} & set(site_of(example()).paths)


@pytest.mark.parametrize(
    ("address", "root"),
    [
        ("https://example.org", True),
        ("https://example.org/", True),
        ("https://example.org/team", False),
    ],
)
def test_only_at_a_host_s_root_robots_are_told(address: str, root: bool) -> None:
    site = site_of(example(), address)
    assert ("robots.txt" in site.paths) is root
    if root:
        text = text_of(site, "robots.txt")
        assert text.splitlines()[:2] == ["User-agent: *", "Allow: /"]
        assert text.endswith("Sitemap: https://example.org/sitemap.xml\n")
