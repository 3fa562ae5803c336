"""One press copies a citation or an address, of a claim and of a sentence; without scripts both are there."""

from __future__ import annotations

import pytest

from briefing.model.judged import Reason
from briefing.model.verdict import Verdict
from tests.browser.by_hand import placed
from tests.browser.conftest import Opener, Place, Reader
from tests.view.briefings import article, built, judged, judgement, quote

pytestmark = pytest.mark.browser

PERMISSIONS = ["clipboard-read", "clipboard-write"]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    claim = judgement(
        "c", "Sales grew.", Verdict.UNSUPPORTED, Reason.SINGLE_SOURCE, (quote("a", "It grew."),)
    )
    made = built(
        judged(
            articles=(article("a", "It grew."),),
            judgements=(claim,),
            narratives={"index": "Many words.\n\nThey say: sales *grew* [@c], or fell. Not so."},
            title="Sales",
            site_url="https://example.org/s",
        )
    )
    return placed(made, tmp_path_factory.mktemp("copied"))


def copied(reader: Reader) -> str:
    return str(reader.page.evaluate("navigator.clipboard.readText()"))


def test_a_sentence_is_copied_as_an_address_and_as_a_citation(place: Place, read: Opener) -> None:
    reader = read(place, viewport={"width": 1280, "height": 800}, permissions=PERMISSIONS)
    reader.open("index.html")
    sentence = reader.page.locator(".said:has(.cite)")
    sentence.hover()
    sentence.locator(".take a").click()
    address = "https://example.org/s/index.html#w-they-say-sales-grew-or-fell"
    assert copied(reader) == address
    assert reader.page.get_by_role("status").text_content() == "Copied"
    assert reader.page.url.endswith("#w-they-say-sales-grew-or-fell")
    sentence.hover()
    sentence.locator(".take button").click()
    assert copied(reader) == (
        f"“They say: sales grew, or fell.” (unsupported: one article) – Sales, {address}"
    )


def test_a_sentence_that_cites_nothing_is_copied_as_an_address(place: Place, read: Opener) -> None:
    reader = read(place, viewport={"width": 1280, "height": 800}, permissions=PERMISSIONS)
    reader.open("index.html")
    sentence = reader.page.locator("#w-not-so")
    sentence.hover()
    assert sentence.locator("button").count() == 0, "there is no verdict to cite it with"
    sentence.locator(".take a").click()
    assert copied(reader) == "https://example.org/s/index.html#w-not-so"


def test_a_phone_has_both_beside_the_note(place: Place, read: Opener) -> None:
    reader = read(
        place, viewport={"width": 390, "height": 700}, has_touch=True, permissions=PERMISSIONS
    )
    reader.open("index.html")
    assert reader.page.locator(".prose .take:visible").count() == 0
    reader.page.locator(".cite sup a").tap()
    for name in ("Link to this sentence", "Cite this sentence"):
        shown = reader.page.locator(".shown").get_by_label(name)
        box = shown.bounding_box()
        assert box
        assert box["height"] >= 24
        shown.tap()
        assert "example.org/s/index.html#w-they" in copied(reader)


def test_a_claim_is_copied_as_an_address_and_as_a_citation(place: Place, read: Opener) -> None:
    reader = read(place, permissions=PERMISSIONS)
    reader.open("claims/c.html")
    reader.page.get_by_role("button", name="Copy the citation").click()
    assert copied(reader) == reader.page.locator(".citation").text_content()
    reader.page.get_by_role("button", name="Copy the link").click()
    assert copied(reader) == "https://example.org/s/claims/c.html"


def test_the_tab_key_does_not_stop_at_each_sentence(place: Place, read: Opener) -> None:
    for width in (390, 1280):
        reader = read(place, viewport={"width": width, "height": 800})
        reader.open("index.html")
        stops = set()
        for _ in range(60):
            reader.page.keyboard.press("Tab")
            stops.add(reader.page.evaluate("document.activeElement.matches('.said > .take > *')"))
        assert stops == {False}


@pytest.mark.parametrize("scripts", [True, False])
def test_a_link_shows_the_address_of_each_sentence_until_one_is_followed(
    place: Place, read: Opener, *, scripts: bool
) -> None:
    reader = read(place, viewport={"width": 390, "height": 700}, java_script_enabled=scripts)
    reader.open("index.html")
    addresses = reader.page.locator(".said .take a:visible")
    assert addresses.count() == 0
    reader.page.get_by_role("link", name="Show a link to each sentence").click()
    assert addresses.count() == 3
    reader.page.keyboard.press("Tab")
    while "w-" not in str(reader.page.evaluate("document.activeElement.hash")):
        reader.page.keyboard.press("Tab")
    reader.page.keyboard.press("Enter")
    assert reader.page.url.endswith("#w-many-words")
    assert addresses.count() == 0


def test_without_scripts_there_are_no_dead_buttons(place: Place, read: Opener) -> None:
    reader = read(place, java_script_enabled=False)
    reader.open("claims/c.html")
    assert reader.page.locator(".copy button:visible").count() == 0
