"""A browser takes what pages tell programs for data: it runs none of it and complains of nothing."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.browser.conftest import Opener, Place, published

pytestmark = pytest.mark.browser

BLOCKS = """Array.from(document.querySelectorAll('script[type]:not([src])'),
    script => [script.type, JSON.parse(script.textContent)])"""
ATTACK = "</script><script>document.title='caught'</script><img src=x onerror=alert(1)><!--<script>"


@pytest.mark.slow
def test_every_kind_of_page_holds_data_that_parses(disk: Place, read: Opener) -> None:
    reader = read(disk)
    kinds: dict[str, str] = {}
    for path in disk.one_of_each():
        reader.open(path)
        for type_, held in reader.page.evaluate(BLOCKS):
            assert type_ == "application/ld+json"
            kinds[held["@type"]] = path
    assert set(kinds) == {"ClaimReview", "CollectionPage"}
    assert kinds["ClaimReview"].startswith("claims/")


def test_hostile_words_stay_in_their_block(
    project: Callable[[Mapping[str, str]], Path], tmp_path: Path, read: Opener
) -> None:
    text = json.dumps(ATTACK)
    root = project(
        {
            "briefing.yaml": f"title: {text}\ntopics: [{{id: t, title: {text}}}]\n",
            "content/sources.yaml": f"a: {{file: seeds/a.txt, title: {text}, author: {text}}}\n",
            "content/publishers.yaml": "{}\n",
            "content/claims/t.yaml": (
                f"topic: t\nclaims:\n  c:\n    claim: {text}\n    for:\n"
                f"      - {{source: a, quote: It is so, attributed_to: {text}}}\n"
            ),
            "content/index.md": "Text.\n",
            "content/topics/t.md": "Text.\n",
            "seeds/a.txt": "It is so.\n",
        }
    )
    out = tmp_path / "out" / "site"
    out.parent.mkdir()
    reader = read(Place(published(root, out), out.as_uri() + "/"))
    for path in ("claims/c.html", "t.html"):
        reader.open(path)
        ((_, held),) = reader.page.evaluate(BLOCKS)
        claim = held["itemReviewed"] if path == "claims/c.html" else held["hasPart"][0]
        assert claim["text"] == ATTACK
        assert reader.page.title() != "caught"
        assert reader.page.locator("img").count() == 0
