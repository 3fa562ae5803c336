"""Every part of the look stands on a page that is photographed, in both schemes and two widths.

The pages are those of `tests/sites/parts`, a briefing made for this, and of one that is long. To
look at the pictures, name a folder for them in $PICTURES; else they are thrown away.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from briefing import pipeline, resources
from briefing.model.figures import Outcome
from briefing.model.judged import Caveat, Reason, Stance
from briefing.model.verdict import Verdict
from tests.browser.by_hand import placed
from tests.browser.conftest import ROOT, Place, Reader
from tests.browser.test_axe import AXE, RUN
from tests.test_style import contrast
from tests.view.briefings import built
from tests.view.test_site import large

pytestmark = pytest.mark.browser

Opener = Callable[..., Reader]
WINDOWS = [(width, scheme) for width in (390, 1280) for scheme in ("light", "dark")]
STILL = "moved.html"
PARTS = (
    *("index.html", "bridge.html", "ferry.html"),
    *(f"claims/{id_}.html" for id_ in ("index", "cost", "cost-a-year", "ground", "jobs")),
    *(f"claims/{id_}.html" for id_ in ("length", "mood", "passengers", "pilots", "swans")),
    *(f"claims/{id_}.html" for id_ in ("toll-free", "visitors", "vote")),
    *(f"sources/{id_}.html" for id_ in ("index", "courier", "gazette", "herald", "tribune")),
    *("publishers/index.html", "publishers/gazette.html", "timeline.html", "method.html"),
    *("changes.html", "search.html", "404.html", STILL),
)
LONG = ("index.html", "claims/index.html", "claims/index/2.html")
PIECES = re.compile(r"::(before|after|marker|details-content)")
STATES = re.compile(r":(hover|focus-visible|focus|target)")

FOUND = {".results li"}
"""What search.js puts on its page when something is found."""

RULES = """() => {
    const told = rule => [rule.selectorText, ...[...rule.cssRules ?? []].flatMap(told)];
    return [...document.styleSheets].flatMap(sheet => [...sheet.cssRules].flatMap(told))
        .filter(Boolean);
}"""
MATCHED = "all => all.filter(one => document.querySelector(one))"
OUTSIDE = """width => [...document.querySelectorAll("body *")].filter(one => {
    const {left, right} = one.getBoundingClientRect();
    const scrolls = one.closest(".wide");
    const hidden = !one.checkVisibility() || one.matches(".skip");
    return !hidden && !scrolls && right > left && (left < -1 || right > width + 1);
}).map(one => one.outerHTML.slice(0, 120))"""
SPILT = """() => [...document.querySelectorAll("body *")].filter(one =>
    one.checkVisibility() && one.clientWidth && !one.closest("svg")
    && one.scrollWidth > one.clientWidth + 1 && !one.matches(".wide, .sidenote, .sidenote *, :has(.sidenote), .unseen, select")
).map(one => one.outerHTML.slice(0, 120))"""
COLOURS = """() => {
    const ground = one => {
        const colour = getComputedStyle(one).backgroundColor;
        return colour !== "rgba(0, 0, 0, 0)" || !one.parentElement ? colour
            : ground(one.parentElement);
    };
    const found = {};
    for (const one of document.querySelectorAll("body *")) {
        if (!one.checkVisibility() || one.closest("svg")) continue;
        const said = [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim());
        for (const part of ["::before", said ? null : undefined]) {
            if (part === undefined) continue;
            const style = getComputedStyle(one, part);
            if (part && ["none", "normal", '""'].includes(style.content)) continue;
            found[[style.color, ground(one)]] = (one.className || one.tagName) + (part ?? "");
        }
    }
    return Object.entries(found).map(([pair, who]) => [...pair.match(/rgba?\\([^)]*\\)/g), who]);
}"""


@pytest.fixture(scope="session")
def parts(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """Return the site of parts; a moved claim's page is kept from going on to where it leads."""
    out = tmp_path_factory.mktemp("parts") / "site"
    made = pipeline.build(ROOT / "tests/sites/parts", out)
    assert made.published is not None, made.examined.found
    moved = (out / "claims/span.html").read_text("utf-8").replace("../", "")
    (out / STILL).write_text(re.sub(r"<meta http-equiv=\"refresh\"[^>]*>", "", moved), "utf-8")
    return Place(out, out.as_uri() + "/")


@pytest.fixture(scope="session")
def long(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """Return a site whose lists go on on a second page."""
    return placed(built(large(201)), tmp_path_factory.mktemp("long"))


def pages(reader: Callable[[Place], Reader], parts: Place, long: Place) -> Iterator[Reader]:
    """Open every page that is photographed, one after the other."""
    for place, paths in ((parts, PARTS), (long, LONG)):
        window = reader(place)
        for path in paths:
            window.open(path)
            yield window


def set_by_scripts() -> set[str]:
    """Name the classes that only a script sets."""
    scripts = [path.read_text("utf-8") for path in resources.static().glob("*.js")]
    return {
        name
        for script in scripts
        for name in re.findall(r'(?:className = |classList\.add\()"(\w+)"', script)
    }


def selectors(rule: str) -> list[str]:
    """Part a list of selectors at the commas that stand in no brackets."""
    depth = 0
    parted = ""
    for letter in rule:
        depth += {"(": 1, ")": -1}.get(letter, 0)
        parted += "\n" if letter == "," and not depth else letter
    return [one.strip() for one in parted.split("\n")]


def test_every_rule_of_the_style_sheet_is_for_something_on_these_pages(
    parts: Place, long: Place, read: Opener
) -> None:
    window = read(parts)
    window.open("404.html")
    scripted = re.compile(rf"(?<!not\()\.({'|'.join(set_by_scripts())})\b")
    rules = {
        STATES.sub(":not(nowhere)", PIECES.sub("", one))
        for rule in window.page.evaluate(RULES)
        for one in selectors(rule)
        if not scripted.search(one)
    }
    assert len(rules) > 300
    unmatched = rules - {"", *FOUND}
    for window in pages(read, parts, long):
        unmatched -= set(window.page.evaluate(MATCHED, sorted(unmatched)))
    assert not unmatched


def test_every_verdict_reason_caveat_stance_and_outcome_is_shown(
    parts: Place, long: Place, read: Opener
) -> None:
    record = json.loads((parts.folder / "data/briefing.json").read_text("utf-8"))
    assert {claim["reason"] for claim in record["claims"]} == set(Reason)
    assert {caveat for claim in record["claims"] for caveat in claim["caveats"]} == set(Caveat)
    wanted = {
        *(f".verdict.{one}" for one in Verdict),
        *(f".matrix td .stance.{one}" for one in (*Stance, "silent", "unexamined")),
        *(f".outcome.{one}" for one in Outcome),
    }
    for window in pages(read, parts, long):
        wanted -= set(window.page.evaluate(MATCHED, sorted(wanted)))
    assert not wanted


@pytest.mark.parametrize(("width", "scheme"), WINDOWS)
def test_pictures_of_every_part(
    parts: Place, long: Place, read: Opener, tmp_path: Path, width: int, scheme: str
) -> None:
    """Nothing leaves its box or the window, and all that is written can be read."""
    folder = Path(os.environ.get("PICTURES") or tmp_path).resolve()

    def opened(place: Place) -> Reader:
        return read(place, viewport={"width": width, "height": 900}, color_scheme=scheme)

    for number, window in enumerate(pages(opened, parts, long)):
        page = window.page
        path = page.url.removeprefix(window.place.root)
        name = f"{number:02}-{path.removesuffix('.html').replace('/', '-')}-{width}-{scheme}.png"
        page.screenshot(path=folder / name, full_page=True)
        assert page.evaluate(OUTSIDE, width) == [], path
        assert page.evaluate(SPILT) == [], path
        for front, back, who in page.evaluate(COLOURS):
            assert contrast(written(front), written(back)) >= 4.5, (path, who, front, back)


def written(colour: str) -> str:
    """Write `rgb(1, 2, 3)` as `#010203`."""
    numbers = [int(part) for part in re.findall(r"\d+", colour)]
    assert len(numbers) == 3, f"{colour} is seen through"
    return "#" + "".join(f"{one:02x}" for one in numbers)


@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (1280, "light")])
def test_axe_finds_nothing_in_any_part(
    parts: Place, long: Place, read: Opener, width: int, scheme: str
) -> None:
    def opened(place: Place) -> Reader:
        return read(place, viewport={"width": width, "height": 900}, color_scheme=scheme)

    for window in pages(opened, parts, long):
        window.page.evaluate(AXE)
        assert window.page.evaluate(RUN) == [], window.page.url
