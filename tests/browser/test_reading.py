"""What a reader does: open the site, follow a note down to its passage and come back."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import Opener, Place, Reader

pytestmark = pytest.mark.browser

WIDTHS = [320, 1280]


def window(width: int, scheme: str = "light") -> dict[str, Any]:
    return {"viewport": {"width": width, "height": 800}, "color_scheme": scheme}


def folded(text: str) -> str:
    """Write a quote as the site may show it: one kind of quotation mark, single blanks."""
    return re.sub(r"\s+", " ", re.sub("[“”]", '"', re.sub("[‘’]", "'", text))).strip(" \"'")


def inner(locator: Locator) -> str:
    return folded(locator.inner_text())


def test_the_site_opens(place: Place, read: Opener) -> None:
    reader = read(place)
    reader.open("index.html")
    title = re.search(r"<title>(.*)</title>", (place.folder / "index.html").read_text("utf-8"))
    assert title
    expect(reader.page).to_have_title(title[1].replace("&#39;", "'"))
    margins = reader.page.evaluate("getComputedStyle(document.body).maxWidth")
    assert margins == "1088px", "the style sheet was not applied"


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (320, "dark"), (1280, "dark")])
def test_a_note_leads_to_its_passage_and_back(
    disk: Place, read: Opener, width: int, scheme: str
) -> None:
    follow_a_note(read(disk, **window(width, scheme)))


def test_a_note_leads_there_at_a_desk_and_over_the_network_too(place: Place, read: Opener) -> None:
    follow_a_note(read(place, **window(1280)))


def follow_a_note(reader: Reader) -> None:
    """Go from the first note's mark to its endnote, its passage, and all the way back."""
    page = reader.page
    reader.open("index.html")
    page.locator("[role=doc-noteref]").first.press("Enter")
    assert page.url.endswith("#note-1")
    note = page.locator("#note-1")
    expect(note).to_be_in_viewport()
    quote = inner(note.locator("q").first)

    note.get_by_role("link", name="Read in context").first.click()
    assert "/sources/" in page.url
    passage = page.locator(":target")
    expect(passage).to_be_in_viewport()
    assert inner(passage) in quote or quote in inner(passage)
    plain = page.locator("mark:not(:target)").first
    if plain.count():
        ground = "node => getComputedStyle(node).backgroundColor"
        assert passage.evaluate(ground) != plain.evaluate(ground)

    page.go_back()
    expect(note).to_be_in_viewport()
    note.locator("[role=doc-backlink]").first.click()
    assert page.url.endswith("#ref-1")
    expect(page.locator("#ref-1")).to_be_in_viewport()


@pytest.mark.parametrize(("width", "presses"), [(1280, 1), (390, 2)])
def test_a_passage_is_one_press_away_at_a_desk_and_two_on_a_phone(
    disk: Place, read: Opener, width: int, presses: int
) -> None:
    reader = read(disk, viewport={"width": width, "height": 664})
    reader.open("index.html")
    page = reader.page
    mark = page.locator(".prose .cite:has(.sidenote) [role=doc-noteref]").first
    mark.scroll_into_view_if_needed()
    beside = page.locator(".prose .sidenote .stance").first
    if presses == 2:
        mark.click()
        beside = page.locator(".shown").get_by_role("link", name="Read in context").first
    before = page.evaluate("scrollY")
    beside.click()
    assert "/sources/" in page.url
    expect(page.locator(":target")).to_be_in_viewport()
    page.go_back()
    page.wait_for_function("before => Math.abs(scrollY - before) < 2", arg=before)
    expect(mark).to_be_in_viewport()


def test_a_verdict_in_a_sentence_leads_to_its_claim(disk: Place, read: Opener) -> None:
    reader = read(disk)
    reader.open("index.html")
    mark = reader.page.locator(".cite a.verdict").first
    verdict = inner(mark).split("·")[0].strip()
    mark.click()
    assert "/claims/" in reader.page.url
    assert inner(reader.page.locator(".finding .verdict")) == verdict


def test_no_page_scrolls_sideways_on_a_phone(disk: Place, read: Opener) -> None:
    paths = {*disk.one_of_each(), *disk.pages()[::8]}
    assert not wider_than(320, sorted(paths), read(disk, **window(320)))


def test_no_page_scrolls_sideways_on_a_desk(disk: Place, read: Opener) -> None:
    assert not wider_than(1280, disk.one_of_each(), read(disk, **window(1280)))


def wider_than(width: int, paths: list[str], reader: Reader) -> list[str]:
    """List the pages that are wider than the window."""
    wide = []
    for path in paths:
        if 'http-equiv="refresh"' in (reader.place.folder / path).read_text("utf-8"):
            continue  # leads on to a page that is looked at itself
        reader.open(path)
        if reader.page.evaluate("document.documentElement.scrollWidth") > width:
            wide.append(path)
    return wide


def test_nothing_is_lost_without_scripts(disk: Place, read: Opener) -> None:
    texts = []
    for scripts in (True, False):
        reader = read(disk, java_script_enabled=scripts)
        reader.open("index.html")
        texts.append(reader.page.locator("body").inner_text())
        reader.page.locator("[role=doc-noteref]").first.press("Enter")
        assert reader.page.url.endswith("#note-1")
    assert texts[0] == texts[1]


@pytest.mark.parametrize("width", WIDTHS)
def test_marks_of_notes_are_large_enough_to_touch(disk: Place, read: Opener, width: int) -> None:
    reader = read(disk, **window(width))
    reader.open("index.html")
    for role in ("doc-noteref", "doc-backlink"):
        boxes = reader.page.locator(f"[role={role}]").evaluate_all(
            "all => all.map(one => one.getBoundingClientRect())"
            ".map(({width, height}) => [width, height])"
        )
        assert boxes
        for box in boxes:
            assert min(box) >= 24, (role, box)


def test_the_keyboard_skips_to_the_text(disk: Place, read: Opener) -> None:
    reader = read(disk, **window(1280))
    reader.open("claims/index.html")
    reader.page.keyboard.press("Tab")
    skip = reader.page.get_by_role("link", name="Skip to the text")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    reader.page.keyboard.press("Enter")
    assert reader.page.url.endswith("#main")


def test_the_keyboard_follows_a_note(disk: Place, read: Opener) -> None:
    reader = read(disk, **window(1280))
    reader.open("index.html")
    reader.page.locator("[role=doc-noteref]").first.focus()
    reader.page.keyboard.press("Enter")
    expect(reader.page.locator("#note-1")).to_be_in_viewport()
    reader.page.keyboard.press("Tab")
    expect(reader.page.locator("#note-1 a").first).to_be_focused()


@pytest.mark.slow
def test_a_printed_page_keeps_its_notes_and_drops_its_navigation(disk: Place, read: Opener) -> None:
    reader = read(disk)
    reader.open("index.html")
    reader.page.emulate_media(media="print")
    expect(reader.page.get_by_role("navigation")).to_have_count(0)
    expect(reader.page.locator("#note-1")).to_be_visible()
    expect(reader.page.locator(".cite .verdict").first).to_be_visible()


def test_the_missing_page_is_styled_without_any_request(place: Place, read: Opener) -> None:
    reader = read(place)
    asked: list[str] = []
    reader.page.on("request", lambda request: asked.append(request.url))
    reader.open("404.html")
    assert reader.page.evaluate("getComputedStyle(document.body).maxWidth") == "1088px"
    assert [url for url in asked if not url.startswith("data:")] == [place.root + "404.html"]


@pytest.mark.parametrize(
    ("address", "root"),
    [
        ("gone.html", ""),
        ("a-project/gone.html", "a-project/"),
        ("a-project/claims/gone.html", "a-project/"),
        ("a-project/sources/deep/er/gone", "a-project/"),
        ("a-project/data/", "a-project/"),
    ],
)
def test_the_missing_page_leads_home_from_any_depth(
    place: Place, read: Opener, address: str, root: str
) -> None:
    if place.root.startswith("file:"):
        return
    reader = read(place)
    page = (place.folder / "404.html").read_bytes()
    reader.page.route(
        place.root + address,
        lambda route: route.fulfill(status=200, content_type="text/html", body=page),
    )
    reader.open(address)
    home = reader.page.get_by_role("link", name="To the front page")
    assert home.evaluate("one => one.href") == f"{place.root}{root}index.html"


@pytest.mark.slow
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("path", ["publishers/index.html", "sources/index.html"])
def test_numbers_stand_below_their_heading(
    disk: Place, read: Opener, path: str, width: int
) -> None:
    reader = read(disk, viewport={"width": width, "height": 800})
    reader.open(path)
    ends: list[list[float]] = reader.page.locator("table.sources tr").evaluate_all(
        "rows => rows.map(row => [...row.querySelectorAll('.align-right')].map("
        "one => one.getBoundingClientRect().right))"
    )
    assert ends[0]
    assert len(ends) > 1
    assert all(one == pytest.approx(ends[0], abs=0.5) for one in ends)
    heading = reader.page.locator("thead .align-right").first.bounding_box()
    number = reader.page.locator("tbody .align-right").first.bounding_box()
    assert heading
    assert number
    assert heading["y"] + heading["height"] <= number["y"]


BROKEN = r"""cells => cells.flatMap((cell) => {
  const text = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT), range = document.createRange(), broken = [];
  while (text.nextNode()) for (const word of text.currentNode.data.matchAll(/[^\s-]+/g)) {
    range.setStart(text.currentNode, word.index);
    range.setEnd(text.currentNode, word.index + word[0].length);
    if (new Set([...range.getClientRects()].map((one) => one.top)).size > 1) broken.push(word[0]);
  }
  return broken;
})"""
"""The words that go on in a second line."""


@pytest.mark.slow
@pytest.mark.parametrize("path", ["publishers/index.html", "sources/index.html"])
def test_a_list_on_a_phone_breaks_no_word(disk: Place, read: Opener, path: str) -> None:
    reader = read(disk, viewport={"width": 390, "height": 800})
    reader.open(path)
    assert reader.page.locator("table.sources :is(td, thead th)").evaluate_all(BROKEN) == []
