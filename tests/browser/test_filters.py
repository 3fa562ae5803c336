"""Filter the list of claims: from disk and over the network, by mouse and keys, and without scripts."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, expect

from briefing.model.judged import Reason
from briefing.model.verdict import Verdict
from tests.browser.by_hand import placed
from tests.browser.conftest import Opener, Place, Reader
from tests.view.briefings import built, judged, judgement
from tests.view.test_site import large

pytestmark = pytest.mark.browser

LIST = "claims/index.html"


def rows(reader: Reader) -> Locator:
    return reader.page.locator("[data-verdict]")


def visible(reader: Reader, having: str = "") -> Locator:
    return reader.page.locator(f"[data-verdict]{having}:visible")


def state(reader: Reader) -> dict[str, list[str]]:
    return parse_qs(urlsplit(reader.page.url).query)


def count(reader: Reader) -> Locator:
    return reader.page.get_by_role("status")


def choose(reader: Reader, **values: str) -> None:
    for label, value in values.items():
        reader.page.get_by_label(label.capitalize(), exact=True).select_option(value)


def opened(place: Place, read: Opener, query: str = "") -> Reader:
    reader = read(place)
    reader.open(LIST + query)
    return reader


def test_a_choice_leaves_its_rows_and_stands_in_the_address(place: Place, read: Opener) -> None:
    reader = opened(place, read)
    total = rows(reader).count()
    disputed = reader.page.locator("[data-verdict=disputed]").count()
    assert 0 < disputed < total
    expect(count(reader)).to_have_text(f"{total} of {total} claims")

    choose(reader, verdict="disputed")
    expect(count(reader)).to_have_text(f"{disputed} of {total} claims")
    expect(visible(reader)).to_have_count(disputed)
    assert state(reader) == {"verdict": ["disputed"]}

    reader.page.reload()
    expect(visible(reader)).to_have_count(disputed)
    expect(reader.page.get_by_label("Verdict")).to_have_value("disputed")

    reader.page.get_by_role("button", name="Show all").click()
    expect(count(reader)).to_have_text(f"{total} of {total} claims")
    expect(visible(reader)).to_have_count(total)
    assert state(reader) == {}


@pytest.mark.slow
def test_filters_narrow_one_another(disk: Place, read: Opener) -> None:
    reader = opened(disk, read)
    row = reader.page.locator("[data-verdict=disputed]:not([data-source=''])").first
    data = row.evaluate("row => ({...row.dataset})")
    source = data["source"].split()[0]
    choose(reader, topic=data["topic"], kind=data["kind"], source=source)
    fits = f"[data-topic={data['topic']}][data-kind={data['kind']}][data-source~={source}]"
    assert visible(reader, fits).count() == visible(reader).count() > 0
    choose(reader, verdict="disputed")
    assert visible(reader).count() >= 1
    assert visible(reader).count() == visible(reader, f"{fits}[data-verdict=disputed]").count()
    assert set(state(reader)) == {"topic", "kind", "source", "verdict"}


def test_words_are_found_in_whatever_order_and_case(disk: Place, read: Opener) -> None:
    reader = opened(disk, read)
    statement = rows(reader).first.locator(".statement").inner_text()
    words = statement.rstrip(".").upper().split()
    reader.page.get_by_label("Words or figures").fill(" ".join(reversed(words[-3:])))
    total = rows(reader).count()
    expect(count(reader)).not_to_have_text(f"{total} of {total} claims")
    expect(rows(reader).first).to_be_visible()
    assert visible(reader).count() < total
    reader.page.get_by_label("Words or figures").fill("no such words")
    expect(count(reader)).to_have_text(f"0 of {rows(reader).count()} claims")
    assert reader.page.locator("[data-group]:visible").count() == 0


def test_the_keyboard_filters_and_enter_leaves_the_page_where_it_is(
    disk: Place, read: Opener
) -> None:
    reader = opened(disk, read)
    reader.page.get_by_label("Topic").focus()
    for label in ("Verdict", "Kind", "Source", "Words or figures"):
        reader.page.keyboard.press("Tab")
        expect(reader.page.get_by_label(label)).to_be_focused()
    reader.page.keyboard.type("zzz")
    reader.page.keyboard.press("Enter")
    expect(count(reader)).to_contain_text("0 of")
    assert state(reader) == {"text": ["zzz"]}
    reader.page.keyboard.press("Tab")
    expect(reader.page.get_by_role("button", name="Show all")).to_be_focused()
    reader.page.keyboard.press("Enter")
    expect(visible(reader)).to_have_count(rows(reader).count())


def test_a_choice_that_the_page_does_not_offer_is_kept_and_leaves_nothing(
    disk: Place, read: Opener
) -> None:
    reader = opened(disk, read, "?source=elsewhere&unknown=1")
    expect(count(reader)).to_contain_text("0 of")
    expect(reader.page.get_by_label("Source")).to_have_value("elsewhere")
    assert state(reader) == {"source": ["elsewhere"]}


def test_markup_in_the_address_stays_text(disk: Place, read: Opener) -> None:
    reader = opened(disk, read, "?verdict=<img src=x onerror=alert(1)>&text=<b>")
    expect(count(reader)).to_contain_text("0 of")
    assert reader.page.locator("main img").count() == 0


def test_without_scripts_there_is_the_whole_list_and_no_form(place: Place, read: Opener) -> None:
    reader = read(place, java_script_enabled=False)
    reader.open(LIST + "?verdict=disputed")
    expect(reader.page.locator("#filter")).to_be_hidden()
    assert visible(reader).count() == rows(reader).count() > 0


def test_nothing_moves_when_the_form_comes(disk: Place, read: Opener) -> None:
    reader = read(disk, viewport={"width": 320, "height": 800})
    reader.page.add_init_script("""
        window.shifts = 0;
        new PerformanceObserver(list => list.getEntries().forEach(one => window.shifts += one.value))
            .observe({type: "layout-shift", buffered: true});
    """)
    reader.open(LIST)
    expect(count(reader)).to_contain_text("claims")
    assert reader.page.evaluate("window.shifts") == 0


@pytest.mark.slow
def test_signs_and_apostrophes_are_found_as_a_keyboard_types_them(
    tmp_path: Path, read: Opener
) -> None:
    claims = [
        judgement(f"c{n}", text, Verdict.UNSUPPORTED, Reason.NO_EVIDENCE)
        for n, text in enumerate(("The firm’s income fell by −14%.", "The firm's income rose."))
    ]
    reader = opened(placed(built(judged(judgements=claims)), tmp_path), read)
    for typed, found in (("-14", 1), ("−14", 1), ("firm's", 2), ("firm’s", 2)):
        reader.page.get_by_label("Words or figures").fill(typed)
        expect(visible(reader)).to_have_count(found)


@pytest.fixture(scope="session")
def long(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """Return a site whose list of claims goes on on a second page."""
    return placed(built(large(250)), tmp_path_factory.mktemp("long"))


def found(reader: Reader) -> Locator:
    return reader.page.locator("#filter-list > li")


@pytest.mark.slow
def test_over_several_pages_filters_find_all_claims(long: Place, read: Opener) -> None:
    reader = opened(long, read)
    files: list[str] = []
    reader.page.on("request", lambda request: files.append(request.url))
    expect(count(reader)).to_have_text("250 of 250 claims")
    expect(reader.page.get_by_text("250 claims on 2 pages")).to_be_visible()
    reader.open(f"{LIST.removesuffix('.html')}/2.html")
    assert not [one for one in files if one.endswith("claims.js")]
    reader.page.get_by_label("Words or figures").fill("statement 24")
    expect(count(reader)).to_have_text("13 of 250 claims")
    expect(found(reader)).to_have_count(13)
    assert visible(reader).count() == 0
    expect(reader.page.get_by_role("navigation", name="Pages of this list")).to_be_hidden()
    assert state(reader) == {"text": ["statement 24"]}
    assert found(reader).first.inner_text() == rows_of_first_page(reader, long, 24)

    reader.page.reload()
    expect(found(reader)).to_have_count(13)
    found(reader).last.get_by_role("link", name="Statement 249.").click()
    expect(reader.page.get_by_role("heading", level=1)).to_have_text("Statement 249.")
    reader.page.go_back()
    expect(found(reader)).to_have_count(13)
    reader.page.get_by_role("button", name="Show all").click()
    expect(visible(reader)).to_have_count(50)
    expect(found(reader).first).to_be_hidden()
    expect(count(reader)).to_have_text("250 of 250 claims")


def rows_of_first_page(reader: Reader, place: Place, number: int) -> str:
    """Read the row of a claim as the page itself has it, with the topic that results name."""
    other = reader.page.context.new_page()
    other.goto(place.root + LIST)
    text = other.locator("[data-verdict]").nth(number).inner_text()
    other.close()
    return f"{text} Capex"


@pytest.mark.slow
def test_what_is_found_is_shown_in_parts_and_nothing_moves(long: Place, read: Opener) -> None:
    reader = read(long, viewport={"width": 390, "height": 800})
    reader.page.add_init_script("""
        window.shifts = 0;
        new PerformanceObserver(list => list.getEntries().forEach(one => window.shifts += one.value))
            .observe({type: "layout-shift", buffered: true});
    """)
    reader.open(LIST + "?tier=key")
    expect(count(reader)).to_have_text("250 of 250 claims")
    expect(found(reader)).to_have_count(200)
    assert reader.page.evaluate("window.shifts") == 0
    reader.page.get_by_role("button", name="Show more").click()
    expect(found(reader)).to_have_count(250)
    expect(found(reader).nth(200).get_by_role("link").first).to_be_focused()
    expect(reader.page.get_by_role("button", name="Show more")).to_be_hidden()


@pytest.mark.slow
def test_where_the_rows_cannot_be_read_the_page_is_filtered_and_says_so(
    long: Place, read: Opener
) -> None:
    reader = read(long)
    reader.page.route("**/claims.js", lambda route: route.abort("aborted"))
    reader.open(LIST + "?text=24")
    expect(count(reader)).to_have_text("2 of 200 claims on this page")
    expect(visible(reader)).to_have_count(2)
    expect(reader.page.get_by_text("only this page is filtered")).to_be_visible()
    reader.complaints[:] = [one for one in reader.complaints if "ERR_ABORTED" not in one]


@pytest.mark.slow
def test_a_long_list_without_scripts_is_its_pages(long: Place, read: Opener) -> None:
    reader = read(long, java_script_enabled=False)
    reader.open(LIST + "?text=24")
    assert visible(reader).count() == 200
    expect(reader.page.get_by_role("link", name="Next")).to_be_visible()
    expect(reader.page.locator("#filter-found")).to_be_hidden()
