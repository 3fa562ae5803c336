"""Every part of the look appears on a page that is looked at, in both schemes and two widths.

The pages are those of `tests/sites/parts`, a briefing made for this, and of one that is long. For
pictures of them, name a folder in $PICTURES: to take one is slower than all else.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import pytest

from briefing import resources
from briefing.model.figures import Outcome
from briefing.model.judged import Caveat, Reason, Stance
from briefing.model.verdict import Verdict
from tests.browser.by_hand import placed
from tests.browser.conftest import ROOT, Contexts, Opener, Place, Reader, published, readers
from tests.browser.test_axe import AXE, RUN
from tests.test_style import contrast
from tests.view.briefings import built
from tests.view.test_site import large

pytestmark = [pytest.mark.browser, pytest.mark.slow]

WIDTHS = (390, 1280)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
WINDOWS = [(width, scheme) for width in WIDTHS for scheme in SCHEMES]
EXAMINED = (390, "dark")
"""The window in which axe is asked. A slow test asks it on a desk; `test_axe.py` does in two others."""
STILL = "moved.html"
PARTS = (
    *("index.html", "bridge.html", "ferry.html"),
    *(f"claims/{id_}.html" for id_ in ("index", "cost", "cost-a-year", "ground", "jobs")),
    *(f"claims/{id_}.html" for id_ in ("length", "mood", "passengers", "pilots", "swans")),
    *(f"claims/{id_}.html" for id_ in ("toll-free", "visitors", "vote")),
    *(f"sources/{id_}.html" for id_ in ("index", "courier", "gazette", "herald", "tribune")),
    "sources/courier/gazette.html",
    *("publishers/index.html", "publishers/gazette.html", "timeline.html", "method.html"),
    *("changes.html", "search.html", "404.html", STILL),
)
LONG = ("index.html", "claims/index.html", "claims/index/2.html")
PIECES = re.compile(r"::(before|after|marker|details-content)")
STATES = re.compile(r":(hover|focus-visible|focus-within|focus|target)")

FOUND = {
    ".results li",
    "q:lang(fr)",
    '[dir="rtl"]',
    '[dir="rtl"] :is(h1, h2, h3, p, li:not(.crumb *), dt, dd)',
    '[dir="rtl"] :is(.verdict, .stance)',
    '[dir="rtl"] .provenance svg',
}
"""What search.js puts on its page when something is found, and what is for other languages."""

WANTED = {
    *(f".verdict.{one}" for one in Verdict),
    *(f".matrix td .stance.{one}" for one in Stance),
    *(".matrix td.silent", ".matrix td.unexamined", ".matrix th .stance.unexamined"),
    *(f".outcome.{one}" for one in Outcome),
}
"""Every verdict, stance and outcome, where a page shows it."""

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
    out = published(ROOT / "tests/sites/parts", tmp_path_factory.mktemp("parts") / "site")
    moved = (out / "claims/span.html").read_text("utf-8").replace("../", "")
    (out / STILL).write_text(re.sub(r"<meta http-equiv=\"refresh\"[^>]*>", "", moved), "utf-8")
    return Place(out, out.as_uri() + "/")


@pytest.fixture(scope="session")
def long(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """Return a site whose lists go on on a second page."""
    return placed(built(large(201)), tmp_path_factory.mktemp("long"))


def set_by_scripts() -> set[str]:
    """Name the classes that only a script sets."""
    scripts = [path.read_text("utf-8") for path in resources.static().glob("*.js")]
    return {
        name
        for script in scripts
        for name in re.findall(r'(?:className = |classList\.add\()"(\w+)"', script)
    }


def selectors(rule: str) -> list[str]:
    """Part a list of selectors at the commas that appear in no brackets."""
    depth = 0
    parted = ""
    for letter in rule:
        depth += {"(": 1, ")": -1}.get(letter, 0)
        parted += "\n" if letter == "," and not depth else letter
    return [one.strip() for one in parted.split("\n")]


@dataclass(frozen=True)
class Sight:
    """What was seen of a page in one window."""

    path: str
    matched: set[str]
    outside: list[str]
    spilt: list[str]
    colours: list[tuple[str, str, str]]
    violations: list[str]


Sights = dict[tuple[int, str], list[Sight]]


def look(reader: Reader, width: int, sought: Sequence[str], *, with_axe: bool) -> Sight:
    """Ask an open page all that the tests want to know of it."""
    page = reader.page
    if with_axe:
        page.evaluate(AXE)
    return Sight(
        path=page.url.removeprefix(reader.place.root),
        matched=set(page.evaluate(MATCHED, sought)),
        outside=page.evaluate(OUTSIDE, width),
        spilt=page.evaluate(SPILT),
        colours=page.evaluate(COLOURS),
        violations=page.evaluate(RUN) if with_axe else [],
    )


def pages(read: Opener, parts: Place, long: Place, width: int) -> Iterator[Reader]:
    """Open every page, one after the other."""
    for place, paths in ((parts, PARTS), (long, LONG)):
        reader = read(place, viewport={"width": width, "height": 900})
        for path in paths:
            reader.open(path)
            yield reader


@pytest.fixture(scope="module")
def rules(contexts: Contexts, parts: Place) -> set[str]:
    """Return what the style sheet selects, but for classes that only scripts set."""
    scripted = re.compile(rf"(?<!not\()\.({'|'.join(set_by_scripts())})\b")
    with readers(contexts) as read:
        reader = read(parts)
        reader.open("404.html")
        found = reader.page.evaluate(RULES)
    return {
        STATES.sub(":not(nowhere)", PIECES.sub("", one))
        for rule in found
        for one in selectors(rule)
        if not scripted.search(one)
    } - {""}


@pytest.fixture(scope="module")
def sights(contexts: Contexts, parts: Place, long: Place, rules: set[str]) -> Sights:
    """Return what is seen in each window: a page is opened once for each width."""
    seen: Sights = {window: [] for window in WINDOWS}
    sought = sorted(rules | WANTED)
    with readers(contexts) as read:
        for width in WIDTHS:
            for number, reader in enumerate(pages(read, parts, long, width)):
                for scheme in SCHEMES:
                    reader.page.emulate_media(color_scheme=scheme)
                    with_axe = (width, scheme) == EXAMINED
                    sight = look(reader, width, sought, with_axe=with_axe)
                    seen[width, scheme].append(sight)
                    name = sight.path.removesuffix(".html").replace("/", "-")
                    photograph(reader, f"{number:02}-{name}-{width}-{scheme}.png")
    return seen


def photograph(reader: Reader, name: str) -> None:
    """Leave a picture of a whole page in the folder that $PICTURES names, if it names one."""
    if folder := os.environ.get("PICTURES"):
        reader.page.screenshot(path=Path(folder).resolve() / name, full_page=True)


def test_every_rule_of_the_style_sheet_is_for_something_on_these_pages(
    rules: set[str], sights: Sights
) -> None:
    assert len(rules) > 300
    assert not rules.difference(FOUND, *(one.matched for one in sights[1280, "light"]))


def test_every_verdict_reason_caveat_stance_and_outcome_is_shown(
    parts: Place, sights: Sights
) -> None:
    record = json.loads((parts.folder / "data/briefing.json").read_text("utf-8"))
    assert {claim["reason"] for claim in record["claims"]} == set(Reason)
    assert {caveat for claim in record["claims"] for caveat in claim["caveats"]} == set(Caveat)
    assert not WANTED.difference(*(one.matched for one in sights[1280, "light"]))


@pytest.mark.parametrize(("width", "scheme"), WINDOWS)
def test_nothing_leaves_its_box_and_all_that_is_written_can_be_read(
    sights: Sights, width: int, scheme: str
) -> None:
    assert len(sights[width, scheme]) == len(PARTS) + len(LONG)
    for sight in sights[width, scheme]:
        assert sight.outside == [], sight.path
        assert sight.spilt == [], sight.path
        for front, back, who in sight.colours:
            enough = contrast(written(front), written(back)) >= 4.5
            assert enough, (sight.path, who, front, back)


def written(colour: str) -> str:
    """Write `rgb(1, 2, 3)` as `#010203`."""
    numbers = [int(part) for part in re.findall(r"\d+", colour)]
    assert len(numbers) == 3, f"{colour} is seen through"
    return "#" + "".join(f"{one:02x}" for one in numbers)


def test_axe_finds_nothing_in_any_part(sights: Sights) -> None:
    for sight in sights[EXAMINED]:
        assert sight.violations == [], sight.path


def test_all_passages_of_a_source_have_one_tint_until_one_points_at_a_claim(
    parts: Place, read: Opener
) -> None:
    reader = read(parts, viewport={"width": 1280, "height": 900})
    reader.open("sources/herald.html")
    tints = "all => all.map(one => getComputedStyle(one).backgroundColor)"
    marks = reader.page.locator(".excerpts mark")
    tint, within = dict.fromkeys(marks.evaluate_all(tints))
    assert within == "rgba(0, 0, 0, 0)"
    reader.page.locator(".u3").hover()
    lit = marks.evaluate_all(tints)
    assert [place for place, one in enumerate(lit, 1) if one not in (tint, within)] == [3]
    assert len(lit) == 7


@pytest.mark.slow
def test_axe_finds_nothing_in_any_part_on_a_desk(parts: Place, long: Place, read: Opener) -> None:
    for reader in pages(read, parts, long, 1280):
        reader.page.evaluate(AXE)
        assert reader.page.evaluate(RUN) == [], reader.page.url
