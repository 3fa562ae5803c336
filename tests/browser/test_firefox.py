"""What decides holds in Firefox too: layout, notes, filters, search, print, and all of it from disk.

The tests are taken from the other files and run again there. Left out are those that need what
Playwright cannot set in a stock Firefox: a colour scheme, forced colours, print media, no scripts, a
clipboard, Chromium's own protocol; and those of layout shifts, which Firefox does not measure.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright
from pypdf import PdfReader

from tests.browser.conftest import Example, Opener, Place, Reader
from tests.browser.test_charts import (
    drawn,
    test_each_bar_is_where_its_figure_is,
    test_labels_stand_above_or_beside_and_can_be_read,
    test_the_numbers_of_the_axis_do_not_touch,
)
from tests.browser.test_filters import (
    long,
    test_filters_narrow_one_another,
    test_markup_in_the_address_stays_text,
    test_over_several_pages_filters_find_all_claims,
    test_the_keyboard_filters_and_enter_leaves_the_page_where_it_is,
    test_words_are_found_in_whatever_order_and_case,
)
from tests.browser.test_first_screen import (
    answered,
    test_a_desk_shows_the_whole_answer,
    test_a_phone_shows_the_answer_and_at_least_two_findings,
    test_on_a_phone_the_other_pages_are_one_press_away,
    test_the_menu_is_one_line_and_leads_to_every_topic,
)
from tests.browser.test_margin import (
    crowded,
    test_a_mark_unfolds_its_note_and_lights_its_words,
    test_a_note_that_has_room_starts_on_the_line_of_its_mark,
    test_below_its_width_there_is_no_margin,
    test_each_note_stands_beside_its_line_and_clear_of_the_others,
)
from tests.browser.test_notes import (
    test_a_click_shows_the_note_within_the_window,
    test_a_second_click_leads_to_the_endnote,
    test_escape_closes_the_note_and_gives_the_focus_back,
    test_focus_shows_the_note_and_tab_goes_through_it_and_on,
    test_nothing_moves_when_a_note_is_shown,
    test_the_words_that_a_note_supports_are_lit,
)
from tests.browser.test_print import longest, squeezed, texts
from tests.browser.test_reading import (
    test_a_note_leads_there_at_a_desk_and_over_the_network_too,
    test_a_verdict_in_a_sentence_leads_to_its_claim,
    test_marks_of_notes_are_large_enough_to_touch,
    test_no_page_scrolls_sideways_on_a_desk,
    test_no_page_scrolls_sideways_on_a_phone,
    test_numbers_stand_below_their_heading,
    test_the_keyboard_skips_to_the_text,
    test_the_site_opens,
)
from tests.browser.test_search import (
    real,
    test_figures_are_found,
    test_from_disk_searching_leads_to_the_list_of_claims,
    test_the_keyboard_searches_goes_through_results_and_gets_more,
    test_typing_searches_and_the_address_keeps_what_was_asked,
    test_what_is_titled_so_comes_before_what_has_the_words_apart,
    test_words_are_found_by_their_stems_and_beginnings,
)
from tests.browser.test_ways import (
    test_a_phone_folds_the_endnotes_until_one_is_asked_for,
    test_the_contents_lead_to_the_sections,
    test_ways_and_marks_are_large_enough_to_touch,
)

__all__ = [
    "answered",
    "crowded",
    "drawn",
    "long",
    "real",
    "test_a_click_shows_the_note_within_the_window",
    "test_a_desk_shows_the_whole_answer",
    "test_a_mark_unfolds_its_note_and_lights_its_words",
    "test_a_note_leads_there_at_a_desk_and_over_the_network_too",
    "test_a_note_that_has_room_starts_on_the_line_of_its_mark",
    "test_a_phone_folds_the_endnotes_until_one_is_asked_for",
    "test_a_phone_shows_the_answer_and_at_least_two_findings",
    "test_a_second_click_leads_to_the_endnote",
    "test_a_verdict_in_a_sentence_leads_to_its_claim",
    "test_below_its_width_there_is_no_margin",
    "test_each_bar_is_where_its_figure_is",
    "test_each_note_stands_beside_its_line_and_clear_of_the_others",
    "test_escape_closes_the_note_and_gives_the_focus_back",
    "test_figures_are_found",
    "test_filters_narrow_one_another",
    "test_focus_shows_the_note_and_tab_goes_through_it_and_on",
    "test_from_disk_searching_leads_to_the_list_of_claims",
    "test_labels_stand_above_or_beside_and_can_be_read",
    "test_marks_of_notes_are_large_enough_to_touch",
    "test_markup_in_the_address_stays_text",
    "test_no_page_scrolls_sideways_on_a_desk",
    "test_no_page_scrolls_sideways_on_a_phone",
    "test_nothing_moves_when_a_note_is_shown",
    "test_numbers_stand_below_their_heading",
    "test_on_a_phone_the_other_pages_are_one_press_away",
    "test_over_several_pages_filters_find_all_claims",
    "test_the_contents_lead_to_the_sections",
    "test_the_keyboard_filters_and_enter_leaves_the_page_where_it_is",
    "test_the_keyboard_searches_goes_through_results_and_gets_more",
    "test_the_keyboard_skips_to_the_text",
    "test_the_menu_is_one_line_and_leads_to_every_topic",
    "test_the_numbers_of_the_axis_do_not_touch",
    "test_the_site_opens",
    "test_the_words_that_a_note_supports_are_lit",
    "test_typing_searches_and_the_address_keeps_what_was_asked",
    "test_ways_and_marks_are_large_enough_to_touch",
    "test_what_is_titled_so_comes_before_what_has_the_words_apart",
    "test_words_are_found_by_their_stems_and_beginnings",
    "test_words_are_found_in_whatever_order_and_case",
]

pytestmark = [pytest.mark.browser, pytest.mark.slow]

RELAY = Path(__file__).with_name("firefox.py")

PREFERENCES: dict[str, str | float | bool] = {"browser.sessionhistory.max_total_viewers": 0}
"""A page that is kept to be gone back to never loads, and Playwright waits for that."""


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Return the Firefox that $FIREFOX names, in the place of Chromium."""
    assert os.environ.get("FIREFOX"), (
        "name a Firefox in $FIREFOX, or run `python3 dev.py test --slow`"
    )
    with sync_playwright() as playwright:
        browser = playwright.firefox.launch(
            channel="moz-firefox", executable_path=RELAY, firefox_user_prefs=PREFERENCES
        )
        yield browser
        browser.close()


def on_paper(reader: Reader) -> PdfReader:
    """Print the page that is open on A4. Playwright sends inches, which Firefox reads as centimetres."""
    return PdfReader(BytesIO(reader.page.pdf(width="21in", height="29.7in")))


def test_the_browser_is_firefox(disk: Place, read: Opener) -> None:
    reader = read(disk)
    reader.open("index.html")
    assert "Firefox/" in reader.page.evaluate("navigator.userAgent")


def test_paper_has_all_that_is_said_and_nothing_to_press(disk: Place, read: Opener) -> None:
    for path in longest(disk):
        reader = read(disk)
        reader.open(path)
        sheets = texts(on_paper(reader))
        whole = "".join(sheets)
        said = "h1, h2:not(nav *), .statement, .why, .item mark, .endnotes q, .citation"
        for text in reader.page.locator(said).all_text_contents():
            assert squeezed(text) in whole, path
        for words in ("Skip to the text", "Read in context", "Next claim", "Timeline", "↩"):
            assert squeezed(words) not in whole, (path, words)
        assert len(sheets) > 1 or len(whole) < 3000


def test_the_briefing_is_one_sheet(example: Example, read: Opener) -> None:
    folder = example("real")
    reader = read(Place(folder, folder.as_uri() + "/"))
    reader.open("brief.html")
    assert len(on_paper(reader).pages) == 1
