"""Finding one's way: folded notes open when they are asked for, sections have addresses, glyphs stay."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Opener, Place
from tests.browser.test_first_screen import DESK, PHONE, answered

pytestmark = pytest.mark.browser

__all__ = ["answered"]
GLYPH = """one => {
    const {backgroundColor, maskImage, width, height} = getComputedStyle(one, "::before");
    return [backgroundColor, maskImage.startsWith("url("), parseFloat(width), parseFloat(height)];
}"""


@pytest.mark.slow
def test_a_phone_folds_the_endnotes_until_one_is_asked_for(answered: Place, read: Opener) -> None:
    reader = read(answered, **PHONE)
    reader.open("capex.html")
    note = reader.page.locator("#note-1")
    expect(note).to_be_hidden()
    reader.page.locator("[role=doc-noteref]").first.press("Enter")
    expect(note).to_be_in_viewport()
    reader.open("404.html")
    reader.open("capex.html#note-2")
    expect(reader.page.locator("#note-2")).to_be_in_viewport()


def test_endnotes_are_open_at_a_desk_without_scripts_and_on_paper(
    answered: Place, read: Opener
) -> None:
    for options in (DESK, {**PHONE, "java_script_enabled": False}):
        reader = read(answered, **options)
        reader.open("capex.html")
        expect(reader.page.locator("#note-1")).to_be_visible()
    reader = read(answered, **PHONE)
    reader.open("capex.html")
    reader.page.emulate_media(media="print")
    expect(reader.page.locator("#note-1")).to_be_visible()


def test_the_contents_lead_to_the_sections(answered: Place, read: Opener) -> None:
    reader = read(answered, **DESK)
    reader.open("capex.html")
    reader.page.locator(".contents").get_by_role("link", name="And then").click()
    assert reader.page.url.endswith("#s-and-then")
    expect(reader.page.get_by_role("heading", name="And then")).to_be_in_viewport()


@pytest.mark.slow
@pytest.mark.parametrize("colours", ["none", "active"])
def test_glyphs_are_drawn_in_colours_that_can_be_seen(
    answered: Place, read: Opener, colours: str
) -> None:
    reader = read(answered, forced_colors=colours, **DESK)
    reader.open("capex.html")
    for verdict in ("corroborated", "disputed", "unsupported"):
        mark = reader.page.locator(f".answer .verdict.{verdict}").first
        colour, is_drawn, width, height = mark.evaluate(GLYPH)
        assert is_drawn
        assert min(width, height) >= 9
        assert colour != reader.page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert colour not in ("rgba(0, 0, 0, 0)", "rgb(255, 255, 255)"), verdict


def test_ways_and_marks_are_large_enough_to_touch(answered: Place, read: Opener) -> None:
    reader = read(answered, **PHONE)
    reader.open("capex.html")
    for what in (
        ".siblings a",
        ".contents a",
        ".masthead button",
        ".cite a.verdict",
        ".cite sup a",
    ):
        boxes = reader.page.locator(what).evaluate_all(
            "all => all.map(one => [...one.getClientRects()].at(-1))"
            ".map(({width, height}) => [width, height])"
        )
        assert boxes, what
        for box in boxes:
            assert min(box) >= 24, (what, box)


def test_breadcrumbs_from_right_to_left_are_parted_by_their_sign(
    answered: Place, read: Opener
) -> None:
    reader = read(answered, **DESK)
    reader.open("claims/agreed.html")
    reader.page.evaluate("document.documentElement.dir = 'rtl'")
    start = reader.page.locator(".crumb li").first
    ends = "one => one.getBoundingClientRect().right"
    assert start.get_by_role("link").evaluate(ends) == pytest.approx(start.evaluate(ends), abs=0.5)
    assert start.evaluate("one => one.querySelector('a').getBoundingClientRect().left") > (
        start.evaluate("one => one.getBoundingClientRect().left") + 5
    )
