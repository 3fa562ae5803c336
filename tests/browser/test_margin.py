"""On a wide screen each note appears in the margin beside its line, and nobody meets it twice."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from briefing.model.judged import Reason
from briefing.model.verdict import Verdict
from tests.browser.by_hand import placed
from tests.browser.conftest import Opener, Place, Reader
from tests.browser.test_axe import AXE, RUN
from tests.browser.test_notes import SUPPORTED
from tests.view.briefings import article, built, judged, judgement, quote

pytestmark = pytest.mark.browser

NARROWEST = 1152
LONG = " ".join(f"word{n}" for n in range(160))
TEXT = f"""# A heading with a note [@many/a0]

All of it rests on many articles, and it says so at length. [@many] One says it alone [@many/a1].

- A list says it too. [@many/a2; @many/a3]

> Nor is a quotation spared. [@many/a4]

| who | what |
|---|---|
| a5 | So it says. [@many/a5] |

{LONG} [@many/a0] {LONG} [@many/a1]
"""


@pytest.fixture(scope="session")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """Return a site whose narrative has long notes, in every sort of block, six in one sentence."""
    articles = [article(f"a{n}", f"{LONG}. It is so.") for n in range(6)]
    claim = judgement(
        "many",
        "It is so.",
        Verdict.CORROBORATED,
        Reason.INDEPENDENT_VOICES,
        [quote(one.source.id, LONG) for one in articles],
    )
    made = built(judged(articles, judgements=[claim], narratives={"capex": TEXT}))
    return placed(made, tmp_path_factory.mktemp("crowded"))


def opened(place: Place, read: Opener, path: str = "index.html", **options: Any) -> Reader:  # noqa: ANN401
    reader = read(place, **{"viewport": {"width": 1280, "height": 900}, **options})
    reader.open(path)
    return reader


def sidenotes(reader: Reader) -> Locator:
    return reader.page.locator(".sidenote:visible")


def marks(reader: Reader) -> Locator:
    """Find the marks that have a note in the margin; those of the answer and of tables have none."""
    return reader.page.locator(".prose .cite:has(.sidenote:visible) [role=doc-noteref]")


def boxes(reader: Reader, what: str) -> list[dict[str, float]]:
    found: list[dict[str, float]] = reader.page.locator(what).evaluate_all(
        "all => all.filter(one => one.checkVisibility()).map(one => one.getBoundingClientRect())"
        ".map(({left, right, top, bottom}) => ({left, right, top, bottom}))"
    )
    return found


@pytest.mark.parametrize("width", [NARROWEST, 1600])
@pytest.mark.parametrize("scripts", [True, False])
def test_each_note_stands_beside_its_line_and_clear_of_the_others(
    disk: Place, crowded: Place, read: Opener, width: int, scripts: bool
) -> None:
    options = {"viewport": {"width": width, "height": 900}, "java_script_enabled": scripts}
    for place, path in ((disk, "index.html"), (crowded, "capex.html")):
        reader = opened(place, read, path, **options)
        noted = reader.page.locator(".prose .cite:not(:is(.answer, td, th) .cite)").count()
        assert sidenotes(reader).count() == noted > 0
        notes = boxes(reader, ".sidenote > span")
        text = max(box["right"] for box in boxes(reader, ".prose > *, .prose sup"))
        assert all(text < box["left"] and box["right"] <= width for box in notes), path
        assert all(one["bottom"] < two["top"] for one, two in pairwise(notes)), path
        assert notes[-1]["bottom"] <= boxes(reader, ".prose")[0]["bottom"]
        assert reader.page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_note_that_has_room_starts_on_the_line_of_its_mark(disk: Place, read: Opener) -> None:
    reader = opened(disk, read)
    first, mark = sidenotes(reader).first.bounding_box(), marks(reader).first.bounding_box()
    assert first
    assert mark
    assert mark["y"] - 2 < first["y"] < mark["y"] + mark["height"]


def test_below_its_width_there_is_no_margin(disk: Place, read: Opener) -> None:
    reader = opened(disk, read, viewport={"width": NARROWEST - 1, "height": 900})
    assert reader.page.locator(".sidenote").count()
    assert not sidenotes(reader).count()


def test_scripts_give_a_note_the_lines_that_are_free(crowded: Place, read: Opener) -> None:
    heights = []
    for scripts in (True, False):
        reader = opened(crowded, read, "capex.html", java_script_enabled=scripts)
        expect(sidenotes(reader).last).to_be_visible()
        heights.append([box["bottom"] - box["top"] for box in boxes(reader, ".sidenote > span")])
    freed, cut = heights
    assert max(cut) == min(cut)
    assert max(freed) >= 3 * max(cut)
    assert min(freed) == pytest.approx(min(cut), abs=1)


@pytest.mark.slow
def test_nothing_moves_while_a_page_is_opened(disk: Place, crowded: Place, read: Opener) -> None:
    watch = """new PerformanceObserver(list => globalThis.moved = [...globalThis.moved ?? [],
        ...list.getEntries().map(one => one.value)]).observe({type: "layout-shift", buffered: true})"""
    for place, path in ((disk, "index.html"), (crowded, "capex.html")):
        for width in (390, 1280):
            reader = read(place, viewport={"width": width, "height": 900})
            reader.page.add_init_script(watch)
            reader.open(path)
            reader.page.mouse.wheel(0, 400)
            reader.page.wait_for_timeout(100)
            assert reader.page.evaluate("globalThis.moved ?? []") == [], (path, width)


def test_a_click_leads_to_the_endnote_and_nothing_pops_up(disk: Place, read: Opener) -> None:
    reader = opened(disk, read)
    marks(reader).first.focus()
    marks(reader).first.click()
    assert reader.page.url.endswith("#note-1")
    expect(reader.page.locator("#note-1")).to_be_in_viewport()
    expect(reader.page.locator(".shown")).to_have_count(0)


def test_a_mark_in_a_table_has_its_note_beside_it_on_a_click(crowded: Place, read: Opener) -> None:
    reader = opened(crowded, read, "capex.html")
    reader.page.locator("td [role=doc-noteref]").click()
    expect(reader.page.locator(".shown q")).to_have_text(LONG)


def test_a_pointer_on_a_note_unfolds_it_and_lights_its_words(disk: Place, read: Opener) -> None:
    reader = opened(disk, read)
    folded = "one => one.scrollHeight - one.clientHeight"
    note = next(
        one for one in sidenotes(reader).all() if one.locator("> span").evaluate(folded) > 0
    )
    words = note.locator("> span")
    note.scroll_into_view_if_needed()
    before = boxes(reader, ".sidenote")
    note.hover()
    assert words.evaluate("one => one.scrollHeight - one.clientHeight") <= 0
    assert boxes(reader, ".sidenote") == before, "the others stay"
    (lit,) = reader.page.evaluate(SUPPORTED)
    assert lit.strip()
    expect(reader.page.locator(".cite.lit .sidenote")).to_have_count(1)

    reader.page.keyboard.press("Escape")
    assert words.evaluate("one => one.scrollHeight - one.clientHeight") > 0
    reader.page.locator("h1").hover()
    assert reader.page.evaluate(SUPPORTED) == []
    expect(reader.page.locator(".cite.lit")).to_have_count(0)


@pytest.mark.parametrize("way", ["pointer", "keyboard"])
def test_a_mark_unfolds_its_note_and_lights_its_words(disk: Place, read: Opener, way: str) -> None:
    reader = opened(disk, read)
    if way == "pointer":
        marks(reader).first.hover()
    else:
        reader.page.locator(".cite:has(.sidenote) > .verdict").first.focus()
        reader.page.keyboard.press("Tab")
        expect(marks(reader).first).to_be_focused()
    words = sidenotes(reader).first.locator("> span")
    assert words.evaluate("one => one.scrollHeight - one.clientHeight") <= 0
    assert len(reader.page.evaluate(SUPPORTED)) == 1
    expect(reader.page.locator(".shown")).to_have_count(0)


def test_a_pointer_on_the_words_marks_the_notes_that_they_rest_on(
    disk: Place, read: Opener
) -> None:
    reader = opened(disk, read)
    cite = reader.page.locator(".cite:has(.sidenote)").first
    cite.scroll_into_view_if_needed()
    block = cite.locator("xpath=..").bounding_box()
    # Of a mark that goes on in the next line, the box of its first.
    verdict = cite.locator("a.verdict").evaluate("one => one.getClientRects()[0].toJSON()")
    assert block
    reader.page.mouse.move(verdict["x"] - 30, verdict["y"] + verdict["height"] / 2)
    expect(reader.page.locator(".cite.lit .sidenote")).to_have_count(1)
    assert reader.page.evaluate(SUPPORTED) == []
    reader.page.mouse.move(block["x"] + 5, block["y"] - 20)
    expect(reader.page.locator(".cite.lit")).to_have_count(0)


@pytest.mark.slow
def test_who_listens_or_uses_the_keyboard_meets_a_note_once(crowded: Place, read: Opener) -> None:
    reader = opened(crowded, read, "capex.html")
    tree = reader.page.context.new_cdp_session(reader.page).send("Accessibility.getFullAXTree")
    static = [
        node["name"]["value"]
        for node in tree["nodes"]
        if node.get("role", {}).get("value") == "StaticText"
    ]
    assert static.count(LONG) == reader.page.locator(".endnotes li").count() == 6
    reader.page.locator(".cite .verdict").first.focus()
    for _ in range(40):
        reader.page.keyboard.press("Tab")
        assert not reader.page.locator(".sidenote :focus").count()


def test_what_is_copied_of_a_paragraph_is_the_paragraph(disk: Place, read: Opener) -> None:
    reader = opened(disk, read)
    select = (
        """block => { getSelection().selectAllChildren(block); return String(getSelection()) }"""
    )
    paragraph = reader.page.locator(".prose p:has(.sidenote)").first
    copied = paragraph.evaluate(select)
    note = sidenotes(reader).first.locator("q").inner_text()
    assert note not in copied
    assert paragraph.locator(".verdict").first.inner_text() in copied
    sidenotes(reader).first.locator("q").click(click_count=3)
    assert note.strip("“”") in reader.page.evaluate("String(getSelection())")


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_margin(crowded: Place, read: Opener, scheme: str) -> None:
    reader = opened(crowded, read, "capex.html", color_scheme=scheme)
    sidenotes(reader).nth(2).hover()
    reader.page.evaluate(AXE)
    assert reader.page.evaluate(RUN) == []


def test_paper_has_the_endnotes_alone(disk: Place, read: Opener) -> None:
    reader = opened(disk, read, viewport={"width": 1920, "height": 900})
    reader.page.emulate_media(media="print")
    assert not sidenotes(reader).count()
    expect(reader.page.locator("#note-1")).to_be_visible()
