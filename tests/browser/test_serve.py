"""The preview in a browser: open pages follow what is saved, by their own script and policy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Place, windows
from tests.browser.test_axe import AXE, RUN
from tests.serve.conftest import CLAIMS, TITLE, preview, stopped

if TYPE_CHECKING:
    from tests.browser.conftest import Opener
    from tests.serve.conftest import Starter

__all__ = ["preview", "stopped"]
pytestmark = pytest.mark.browser

BANNER = "aside.briefing-preview"
RIGHT, WRONG = "that will cost €40", "that will cost €41"


def test_an_open_page_follows_what_is_saved(preview: Starter, read: Opener) -> None:
    site = preview()
    reader = read(Place(site.root, site.listener.url))
    reader.open("")
    expect(reader.page).to_have_title(TITLE)
    site.replace("content/index.md", "The bridge", "As of today, the bridge")
    expect(reader.page.get_by_text("As of today")).to_be_visible()
    site.replace(CLAIMS, RIGHT, WRONG)
    expect(reader.page.locator(BANNER)).to_contain_text("1 error")
    expect(reader.page.get_by_text("As of today")).to_be_visible()
    reader.page.get_by_role("link", name="All problems").click()
    expect(reader.page.get_by_role("cell", name="quote-not-found")).to_be_visible()
    site.replace(CLAIMS, WRONG, RIGHT)
    expect(reader.page.get_by_text("No problems found.")).to_be_visible()
    reader.page.get_by_role("link", name="Back to the site").click()
    expect(reader.page).to_have_title(TITLE)
    expect(reader.page.locator(BANNER)).to_have_count(0)


@pytest.mark.slow
@pytest.mark.parametrize(("width", "scheme"), windows(320, 1280))
def test_axe_finds_nothing_to_object_to_in_what_the_preview_says(
    preview: Starter, read: Opener, width: int, scheme: str
) -> None:
    site = preview()
    with site.events() as events:
        site.replace(CLAIMS, RIGHT, WRONG)
        site.until(events, lambda now: now.has_banner)
    # Axe is put in by the browser's own tools, which a page's policy would refuse.
    reader = read(
        Place(site.root, site.listener.url),
        viewport={"width": width, "height": 800},
        color_scheme=scheme,
        bypass_csp=True,
    )
    for path in ("", "_briefing/problems"):
        reader.open(path)
        expect(reader.page.locator("html")).to_contain_text("1 error")
        reader.page.add_script_tag(content=AXE)
        assert reader.page.evaluate(RUN) == []
        assert reader.page.evaluate("document.documentElement.scrollWidth") <= width
