"""The preview in a browser: open pages follow what is saved, by their own script and policy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_axe import AXE, RUN
from tests.serve.conftest import CLAIMS, SMALL, TITLE, preview

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser

    from tests.browser.conftest import Place, Reader
    from tests.serve.conftest import Starter

__all__ = ["preview"]
pytestmark = pytest.mark.browser

BANNER = "aside.briefing-preview"


def test_an_open_page_follows_what_is_saved(
    preview: Starter,
    read: Callable[..., Reader],  # noqa: F811 (the fixture)
) -> None:
    site = preview()
    reader = read(Place(site.root, site.listener.url))
    reader.open("")
    expect(reader.page).to_have_title(TITLE)
    site.replace("content/index.md", "The bridge", "As of today, the bridge")
    expect(reader.page.get_by_text("As of today")).to_be_visible()
    site.replace(CLAIMS, "that will cost €40", "that will cost €41")
    expect(reader.page.locator(BANNER)).to_contain_text("1 error")
    expect(reader.page.get_by_text("As of today")).to_be_visible()
    site.replace(CLAIMS, "that will cost €41", "that will cost €40")
    expect(reader.page.locator(BANNER)).to_have_count(0)
