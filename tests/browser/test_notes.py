"""A note beside its mark: it shows on a click or on focus, and takes nothing from the link."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import Opener, Place, Reader, windows
from tests.browser.test_axe import AXE, RUN

pytestmark = pytest.mark.browser

BESIDE = {"viewport": {"width": 1024, "height": 800}}
"""A window without room for a margin."""
SUPPORTED = """() => [...(CSS.highlights.get("supported") ?? [])].map(String)"""


def front(place: Place, read: Opener, **options: Any) -> Reader:  # noqa: ANN401
    reader = read(place, **(options or BESIDE))
    reader.open("index.html")
    return reader


def marks(reader: Reader) -> Locator:
    return reader.page.locator("[role=doc-noteref]")


def shown(reader: Reader) -> Locator:
    return reader.page.locator(".shown")


@pytest.mark.parametrize("width", [320, 1024])
def test_a_click_shows_the_note_within_the_window(place: Place, read: Opener, width: int) -> None:
    reader = front(place, read, viewport={"width": width, "height": 800})
    for mark in (marks(reader).first, marks(reader).last):
        mark.click()
        expect(shown(reader)).to_have_count(1)
        target = (mark.get_attribute("href") or "").removeprefix("#")
        quote = reader.page.locator(f"#{target} q").first.text_content() or ""
        expect(shown(reader).locator("q").first).to_have_text(quote)
        box, at = shown(reader).bounding_box(), mark.bounding_box()
        assert box
        assert at
        assert box["x"] == pytest.approx(max(16, min(at["x"], width - 16 - box["width"])), abs=16)
        below = box["y"] - at["y"] - at["height"]
        above = at["y"] - box["y"] - box["height"]
        assert max(below, above) == pytest.approx(4, abs=4)
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        assert "#" not in reader.page.url
        reader.page.keyboard.press("Escape")
    marks(reader).first.click()
    assert reader.page.evaluate("document.documentElement.scrollWidth") <= width
    shown(reader).get_by_role("link", name="Read in context").first.click()
    assert "/sources/" in reader.page.url


def test_nothing_moves_when_a_note_is_shown(disk: Place, read: Opener) -> None:
    reader = front(disk, read)
    places = (
        "() => [...document.querySelectorAll('p, li, a')].filter(one => !one.closest('.shown'))"
    )
    places += ".map(one => one.getBoundingClientRect().top + scrollY)"
    before = reader.page.evaluate(places)
    marks(reader).first.click()
    expect(shown(reader)).to_be_visible()
    assert reader.page.evaluate(places) == before


def into(reader: Reader) -> None:
    """Press Tab at a mark. Firefox stops first at a note that scrolls, so that keys can scroll it."""
    reader.page.keyboard.press("Tab")
    if shown(reader).evaluate("one => one === document.activeElement"):
        reader.page.keyboard.press("Tab")


def test_a_second_click_leads_to_the_endnote(disk: Place, read: Opener) -> None:
    reader = front(disk, read)
    marks(reader).first.click()
    marks(reader).first.click()
    assert reader.page.url.endswith("#note-1")
    expect(shown(reader)).to_have_count(0)
    expect(reader.page.locator("#note-1")).to_be_in_viewport()


def test_a_click_with_a_modifier_is_the_browser_s(disk: Place, read: Opener) -> None:
    reader = front(disk, read)
    with reader.page.context.expect_page() as opened:
        marks(reader).first.click(modifiers=["ControlOrMeta"])
    assert opened.value.url.endswith("#note-1")
    expect(shown(reader)).to_have_count(0)


def test_focus_shows_the_note_and_tab_goes_through_it_and_on(disk: Place, read: Opener) -> None:
    reader = front(disk, read)
    reader.page.locator(".cite").first.locator("[role=doc-noteref]").last.focus()
    links = shown(reader).locator("a, button")
    assert links.count() >= 3
    into(reader)
    for number in range(links.count()):
        expect(links.nth(number)).to_be_focused()
        reader.page.keyboard.press("Tab")
    expect(shown(reader).locator(":focus")).to_have_count(0)


def test_escape_closes_the_note_and_gives_the_focus_back(disk: Place, read: Opener) -> None:
    reader = front(disk, read)
    last = reader.page.locator(".cite").first.locator("[role=doc-noteref]").last
    last.focus()
    into(reader)
    expect(shown(reader).locator(":focus")).to_have_count(1)
    reader.page.keyboard.press("Escape")
    expect(shown(reader)).to_have_count(0)
    expect(last).to_be_focused()


def test_a_click_elsewhere_closes_the_note(disk: Place, read: Opener) -> None:
    reader = front(disk, read)
    marks(reader).first.click()
    shown(reader).locator("q").first.click()
    expect(shown(reader)).to_have_count(1)
    reader.page.locator("h1").click()
    expect(shown(reader)).to_have_count(0)


def test_the_words_that_a_note_supports_are_lit(disk: Place, read: Opener) -> None:
    reader = front(disk, read)
    marks(reader).first.click()
    (lit,) = reader.page.evaluate(SUPPORTED)
    block = reader.page.locator(":is(p, li, td):has(.cite)").first.inner_text()
    assert lit
    assert not lit[0].isspace()
    assert " ".join(lit.split()) in " ".join(block.split())
    assert not lit.rstrip(" .!?").count(". ")
    reader.page.keyboard.press("Escape")
    assert reader.page.evaluate(SUPPORTED) == []
    reader.page.locator("#note-1").hover()
    assert lit in reader.page.evaluate(SUPPORTED)
    reader.page.locator("#note-1 a").first.focus()
    assert lit in reader.page.evaluate(SUPPORTED)


def test_every_mark_supports_some_words(disk: Place, read: Opener) -> None:
    reader = front(disk, read)
    for number in range(1, reader.page.locator(".endnotes li").count() + 1):
        reader.page.locator(f"#note-{number} a").first.focus()
        lit = reader.page.evaluate(SUPPORTED)
        assert lit, number
        assert all(words.strip() for words in lit), number


@pytest.mark.slow
@pytest.mark.parametrize(("width", "scheme"), windows(320, 1024))
def test_axe_finds_nothing_in_a_note_that_is_shown(
    disk: Place, read: Opener, width: int, scheme: str
) -> None:
    reader = front(disk, read, viewport={"width": width, "height": 800}, color_scheme=scheme)
    marks(reader).first.click()
    expect(shown(reader)).to_be_visible()
    reader.page.evaluate(AXE)
    assert reader.page.evaluate(RUN) == []


def test_print_leaves_out_the_note_that_is_shown(disk: Place, read: Opener) -> None:
    reader = front(disk, read)
    marks(reader).first.click()
    reader.page.emulate_media(media="print")
    expect(shown(reader)).to_be_hidden()
