"""See where a claim comes from as a reader does: lines meet nodes, and nothing lies on anything else."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import FloatRect, Locator, expect

from briefing.model.judged import Stance
from tests.browser.by_hand import placed
from tests.browser.conftest import Opener, Place, Reader, windows
from tests.browser.test_axe import AXE, RUN
from tests.view import test_provenance_overall as overall
from tests.view.test_provenance import page, said

pytestmark = pytest.mark.browser

CLAIM = "claims/x.html"
ROWS = [
    ("a1", "Mill", Stance.SUPPORTS),
    ("a2", "", Stance.DISPUTES),
    ("a3", "Mill", Stance.SUPPORTS),
    ("b1", "An origin with a name that takes more than one line", Stance.DISPUTES),
    ("b1", "Mill", Stance.DISPUTES),
    ("the-gazette-of-the-harbour-towns", "", Stance.SUPPORTS),
]
CROSSED = """() => {
    const nodes = [...document.querySelectorAll(".provenance :is(.node, th)")];
    const boxes = nodes.map(one => one.getBoundingClientRect());
    return nodes.filter((one, n) => boxes.some((other, m) => n < m
        && boxes[n].left < other.right - 1 && other.left < boxes[n].right - 1
        && boxes[n].top < other.bottom - 1 && other.top < boxes[n].bottom - 1
    ) || one.scrollWidth > one.clientWidth + 1).map(one => one.textContent);
}"""


MISSED = """() => {
    const [before, after] = [...document.querySelectorAll(".strands > div:not(.line)")];
    const middles = column => [...column.children].map(one => {
        const {top, bottom} = one.getBoundingClientRect();
        return (top + bottom) / 2;
    });
    const paths = document.querySelector(".strands svg").querySelectorAll("path");
    return [...paths].flatMap(one => [0, one.getTotalLength()].map((at, n) => {
        const point = one.getPointAtLength(at).matrixTransform(one.getScreenCTM());
        return Math.min(...middles(n ? after : before).map(y => Math.abs(y - point.y)));
    }));
}"""
"""How far the ends of strands are from the middle of the nearest node."""


@pytest.fixture(scope="session")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Place:
    made = page(*(said(*row) for row in ROWS))
    return placed(made, tmp_path_factory.mktemp("provenance"))


def window(read: Opener, place: Place, width: int, scheme: str = "light") -> Reader:
    reader = read(place, viewport={"width": width, "height": 900}, color_scheme=scheme)
    reader.open(CLAIM)
    return reader


def box(locator: Locator) -> FloatRect:
    found = locator.bounding_box()
    assert found
    return found


def middle(rect: FloatRect) -> float:
    return rect["y"] + rect["height"] / 2


@pytest.mark.slow
@pytest.mark.parametrize(("width", "scheme"), [*windows(320, 1280), (390, "light")])
def test_nothing_lies_on_anything_else_or_leaves_the_page(
    drawn: Place, read: Opener, width: int, scheme: str
) -> None:
    reader = window(read, drawn, width, scheme)
    assert reader.page.locator(".provenance .node").count() == 12
    assert reader.page.evaluate(CROSSED) == []
    assert reader.page.evaluate("document.documentElement.scrollWidth") <= width
    sizes = reader.page.locator(".provenance .node *").evaluate_all(
        "all => all.map(one => parseFloat(getComputedStyle(one).fontSize))"
    )
    assert min(sizes) >= 13
    reader.page.evaluate(AXE)
    assert reader.page.evaluate(RUN) == []


@pytest.mark.parametrize("width", [390, 1280])
def test_lines_meet_the_middle_of_their_nodes(drawn: Place, read: Opener, width: int) -> None:
    reader = window(read, drawn, width)
    whole = reader.page.locator(".provenance .wide")
    assert whole.evaluate("one => one.scrollWidth <= one.clientWidth"), "no column is out of sight"
    for cell in reader.page.locator(".provenance td:has(.in)").all():
        node, line = box(cell.locator(".node")), box(cell.locator(".in path"))
        assert middle(line) == pytest.approx(middle(node), abs=1.5)
        assert line["x"] + line["width"] == pytest.approx(node["x"], abs=2)


def test_lines_that_run_together_have_one_edge_without_a_gap(drawn: Place, read: Opener) -> None:
    reader = window(read, drawn, 390)
    edges = [box(one) for one in reader.page.locator(".provenance .line path.edge").all()]
    columns: dict[float, list[FloatRect]] = {}
    for edge in edges:
        near = (at for at in columns if abs(at - edge["x"]) < 4)
        columns.setdefault(next(near, edge["x"]), []).append(edge)
    assert len(columns) == 3, sorted(columns)
    own = min(columns)
    for upper, lower in zip(columns[own], columns[own][1:], strict=False):
        assert upper["y"] + upper["height"] >= lower["y"] - 1


def test_sides_differ_by_dash_and_word_and_not_by_colour_alone(drawn: Place, read: Opener) -> None:
    reader = window(read, drawn, 1280)
    dashes = reader.page.locator(".provenance .line.disputes path:not(.edge)")
    assert dashes.count() >= 2
    for path in dashes.all():
        assert path.evaluate("one => getComputedStyle(one).strokeDasharray") != "none"
    expect(reader.page.locator(".provenance .node .stance.disputes").first).to_have_text("disputes")


def test_the_drawing_has_a_name_and_a_list_that_leads_to_the_passages(
    drawn: Place, read: Opener
) -> None:
    reader = window(read, drawn, 390)
    name = "Counted here: five articles, three voices, four origins."
    expect(reader.page.get_by_role("img", name=name)).to_be_visible()
    reader.page.get_by_text("The same as a list").click()
    reader.page.locator(".provenance details").get_by_role("link", name="Author of a1").click()
    assert "/sources/a1.html#" in reader.page.url


@pytest.mark.parametrize("path", [CLAIM, "index.html"])
def test_lines_are_seen_in_forced_colours(drawn: Place, read: Opener, path: str) -> None:
    reader = read(drawn, viewport={"width": 1280, "height": 900}, forced_colors="active")
    reader.open(path)
    strokes = reader.page.locator(".provenance path").evaluate_all(
        "all => all.map(one => getComputedStyle(one).stroke)"
    )
    text = reader.page.locator(".provenance b").first.evaluate("one => getComputedStyle(one).color")
    assert set(strokes) == {text}


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Place:
    return placed(overall.front(*overall.CLAIMS), tmp_path_factory.mktemp("whole"))


@pytest.mark.parametrize(("width", "scheme"), windows(320, 1280))
def test_strands_of_a_whole_briefing_meet_the_middle_of_their_nodes(
    whole: Place, read: Opener, width: int, scheme: str
) -> None:
    reader = read(whole, viewport={"width": width, "height": 900}, color_scheme=scheme)
    reader.open("index.html")
    assert max(reader.page.evaluate(MISSED)) < 8
    assert reader.page.evaluate(CROSSED) == []
    drawing = reader.page.locator(".strands")
    assert drawing.evaluate("one => one.scrollWidth <= one.parentElement.clientWidth")
    expect(drawing).to_have_accessible_name(re.compile("^Counted in all: three articles"))
    reader.page.evaluate(AXE)
    assert reader.page.evaluate(RUN) == []
