"""A card fits into the frame that its claim's page gives for it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.browser.by_hand import placed
from tests.browser.conftest import Opener
from tests.view.pages.test_embedded_card import claim, site, snippet

pytestmark = pytest.mark.browser


def test_a_card_fits_into_its_frame_and_its_link_opens_a_page(tmp_path: Path, read: Opener) -> None:
    statements = ("It grew.", "Sales grew " + "and grew " * 40, "销售额增长" * 20)
    made = site(*(claim(f"c{n}", text) for n, text in enumerate(statements)))
    place = placed(made, tmp_path)
    frames = [snippet(made.html(f"claims/c{n}.html")) for n in range(len(statements))]
    html = f'<!doctype html><meta charset="utf-8">{"".join(frames)}'
    (tmp_path / "elsewhere.html").write_text(html, "utf-8")
    reader = read(place, viewport={"width": 800, "height": 900})
    reader.open("elsewhere.html")
    for element in reader.page.locator("iframe").all():
        element.scroll_into_view_if_needed()
        frame = element.element_handle().content_frame()
        assert frame
        frame.wait_for_load_state()
        stated = int(re.findall(r"\d+", element.get_attribute("height") or "")[0])
        needed = frame.evaluate("document.documentElement.scrollHeight")
        assert needed <= stated, frame.url
        assert frame.evaluate("document.documentElement.scrollWidth") <= 480
