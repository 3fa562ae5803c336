"""What a page promises of its layout holds with any font: three that are as unlike as fonts can be.

The tests of layout are taken from the other files and run again in a browser that knows one font
alone. Fontconfig gives it that font, so elsewhere than on Linux they see the machine's own fonts.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from importlib.metadata import files
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import Opener, Place, launched
from tests.browser.test_charts import (
    drawn,
    test_labels_stand_above_or_beside_and_can_be_read,
    test_the_numbers_of_the_axis_do_not_touch,
)
from tests.browser.test_filters import test_nothing_moves_when_the_form_comes
from tests.browser.test_margin import (
    crowded,
    test_a_note_that_has_room_starts_on_the_line_of_its_mark,
    test_each_note_stands_beside_its_line_and_clear_of_the_others,
    test_nothing_moves_while_a_page_is_opened,
)
from tests.browser.test_notes import test_a_click_shows_the_note_within_the_window
from tests.browser.test_reading import (
    test_marks_of_notes_are_large_enough_to_touch,
    test_no_page_scrolls_sideways_on_a_desk,
    test_no_page_scrolls_sideways_on_a_phone,
)

__all__ = [
    "crowded",
    "drawn",
    "test_a_click_shows_the_note_within_the_window",
    "test_a_note_that_has_room_starts_on_the_line_of_its_mark",
    "test_each_note_stands_beside_its_line_and_clear_of_the_others",
    "test_labels_stand_above_or_beside_and_can_be_read",
    "test_marks_of_notes_are_large_enough_to_touch",
    "test_no_page_scrolls_sideways_on_a_desk",
    "test_no_page_scrolls_sideways_on_a_phone",
    "test_nothing_moves_when_the_form_comes",
    "test_nothing_moves_while_a_page_is_opened",
    "test_the_numbers_of_the_axis_do_not_touch",
]

pytestmark = [pytest.mark.browser, pytest.mark.slow]

FONTS = {
    "font-amatic-sc": "Amatic SC",
    "font-caladea": "Caladea",
    "font-fredoka-one": "Fredoka One",
}
"""The family that each package holds."""
CONFIG = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir></fontconfig>
"""


@pytest.fixture(
    scope="module",
    params=[
        "font-amatic-sc",  # the narrowest, which found the most
        "font-caladea",
        "font-fredoka-one",
    ],
)
def font(request: pytest.FixtureRequest) -> str:
    """Return the package of the one font that the browser knows."""
    return str(request.param)


@pytest.fixture(scope="module")
def chromium(font: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Return a browser that knows one font."""
    folder = tmp_path_factory.mktemp(font)
    (held,) = {Path(str(one.locate())).parent for one in files(font) or () if one.suffix == ".ttf"}
    config = folder / "fonts.conf"
    config.write_text(CONFIG.format(fonts=escape(str(held)), cache=escape(str(folder / "cache"))))
    with launched({**os.environ, "FONTCONFIG_FILE": str(config)}) as browser:
        yield browser


def test_the_browser_knows_no_other_font(disk: Place, read: Opener, font: str) -> None:
    """On Linux, that is: elsewhere the machine's own fonts are used, and some are."""
    reader = read(disk)
    reader.open("index.html")
    session = reader.page.context.new_cdp_session(reader.page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    found = session.send("DOM.querySelector", {"nodeId": root, "selector": ".prose p"})
    used = session.send("CSS.getPlatformFontsForNode", {"nodeId": found["nodeId"]})["fonts"]
    families = {one["familyName"] for one in used}
    assert families == ({FONTS[font]} if sys.platform == "linux" else families - {""})
    assert families
