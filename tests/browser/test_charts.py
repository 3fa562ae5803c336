"""See figures drawn on one scale as a reader does: on a phone and at a desk, in light and dark."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import FloatRect, Locator, expect

from briefing.model.judged import Stance
from tests.browser.by_hand import placed
from tests.browser.conftest import Opener, Place, Reader, windows
from tests.browser.test_axe import AXE, RUN
from tests.view.test_figure_chart import site

pytestmark = pytest.mark.browser

CLAIM = "claims/sum.html"
PAGES = (CLAIM, "capex.html")


@pytest.fixture(scope="session")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """Return a site whose one claim has positions of every shape."""
    made = site(
        "$52.4 billion",
        [
            ("low", "less than $50 billion", Stance.DISPUTES),
            ("near", "$52 billion", Stance.SUPPORTS),
            ("about", "about $54 billion", Stance.MENTIONS),
            ("range", "$53-56 billion", Stance.DISPUTES),
            (
                "a publisher with a name that takes more than one line",
                "$57 billion",
                Stance.DISPUTES,
            ),
            ("high", "more than $57 billion", Stance.DISPUTES),
        ],
    )
    return placed(made, tmp_path_factory.mktemp("drawn"))


def window(read: Opener, place: Place, width: int, scheme: str = "light") -> Reader:
    return read(place, viewport={"width": width, "height": 900}, color_scheme=scheme)


def box(locator: Locator) -> FloatRect:
    found = locator.bounding_box()
    assert found
    return found


def right(rect: FloatRect) -> float:
    return rect["x"] + rect["width"]


@pytest.mark.slow
@pytest.mark.parametrize(("width", "scheme"), windows(320, 1280))
def test_axe_finds_nothing_and_nothing_leaves_the_page(
    drawn: Place, read: Opener, width: int, scheme: str
) -> None:
    reader = window(read, drawn, width, scheme)
    for path in PAGES:
        reader.open(path)
        expect(reader.page.locator(".chart")).to_have_count(1)
        reader.page.evaluate(AXE)
        assert reader.page.evaluate(RUN) == [], path
        assert reader.page.evaluate("document.documentElement.scrollWidth") <= width
        for mark in reader.page.locator(".chart svg *:not(title):not(desc)").all():
            seen = box(mark)
            assert seen["x"] >= 0, path
            assert right(seen) <= width, path


@pytest.mark.parametrize("width", [320, 1280])
def test_labels_stand_above_or_beside_and_can_be_read(
    drawn: Place, read: Opener, width: int
) -> None:
    reader = window(read, drawn, width)
    reader.open(CLAIM)
    for row in reader.page.locator(".chart li:not(.axis)").all():
        words, bar = box(row.locator("p").last), box(row.get_by_role("img"))
        if width == 320:
            assert words["y"] + words["height"] <= bar["y"] + 0.01  # Firefox rounds each by itself
        else:
            assert right(words) <= bar["x"]
    sizes = reader.page.locator(".chart p, .chart text").evaluate_all(
        "all => all.map(one => parseFloat(getComputedStyle(one).fontSize))"
    )
    assert min(sizes) >= 13


@pytest.mark.parametrize("width", [320, 1280])
def test_the_numbers_of_the_axis_do_not_touch(drawn: Place, read: Opener, width: int) -> None:
    reader = window(read, drawn, width)
    reader.open(CLAIM)
    numbers = [box(one) for one in reader.page.locator(".chart text").all()]
    assert len(numbers) >= 2
    assert all(right(one) < other["x"] for one, other in pairwise(numbers))


def test_each_bar_is_where_its_figure_is(drawn: Place, read: Opener) -> None:
    reader = window(read, drawn, 1280)
    reader.open(CLAIM)

    def bar(interval: str) -> tuple[float, float]:
        """Return where a bar begins and ends, without the breadth of its stroke."""
        drawn = reader.page.get_by_role("img", name=interval, exact=True).locator(".bar")
        first, last = drawn.evaluate("one => [one.getBBox().x, one.getBBox().width]")
        return first, first + last

    own = bar("52.35 to 52.45 billion USD")
    near = bar("51.5 to 52.5 billion USD")
    far = bar("56.5 to 57.5 billion USD")
    assert near[0] < own[0] < own[1] < near[1] < far[0]
    assert near[1] - near[0] == pytest.approx(10 * (own[1] - own[0]), rel=0.02)


def test_what_is_heard_is_the_interval_and_how_it_compares(drawn: Place, read: Opener) -> None:
    reader = window(read, drawn, 320)
    reader.open(CLAIM)
    tree = reader.page.context.new_cdp_session(reader.page).send("Accessibility.getFullAXTree")
    heard = {
        node["name"]["value"]: node.get("description", {}).get("value")
        for node in tree["nodes"]
        if node.get("role", {}).get("value") == "image" and "USD" in node["name"]["value"]
    }
    assert heard["56.5 to 57.5 billion USD"] == "differs from the claim’s figure"
    assert heard["52.35 to 52.45 billion USD"] is None, "the claim's own"
    assert len(heard) == 7
    reader.page.get_by_role("link", name="The same as a table").click()
    expect(reader.page.get_by_role("heading", name="Figures", exact=True)).to_be_in_viewport()


def test_pictures_can_be_taken(drawn: Place, read: Opener, tmp_path: Path) -> None:
    """A bar that is drawn changes the picture: none is as white as the paper."""
    reader = window(read, drawn, 320)
    reader.open(CLAIM)
    row = reader.page.locator(".chart li").first
    before = row.screenshot(path=tmp_path / "row.png")
    reader.page.locator(".chart li").first.locator(".bar, .end, circle").evaluate_all(
        "all => all.forEach(one => one.remove())"
    )
    assert row.screenshot() != before
