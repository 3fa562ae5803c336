"""The answer comes first: what a phone and a desk show before anybody scrolls."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from briefing.model.judged import Reason
from briefing.model.verdict import Verdict
from tests.browser.by_hand import placed
from tests.browser.conftest import Opener, Place, Reader
from tests.view.briefings import article, built, judged, judgement, quote

pytestmark = pytest.mark.browser

PHONE = {"viewport": {"width": 390, "height": 664}}
DESK = {"viewport": {"width": 1280, "height": 800}}
TOPICS = ("capex", "cloud-growth", "competition", "risks", "strategy", "earnings", "valuation")
ANSWER = """The five articles agree on what the company announced and on little else: what would
show a return is given by one of them alone, and two of them contradict each other on it.

- The company plans to invest 380 billion yuan in computing centres over three years. [@agreed]
- Net income fell by 14% or rose by 333% in one quarter, depending on the article. [@disputed]
- That the plan exceeds the spending of a decade is said by one voice, in three articles. [@alone]
- What the centres are to earn is said in no article that has been read. [@agreed; @alone]

## And then

It goes on. [@agreed] And on. [@agreed]
"""


@pytest.fixture(scope="session")
def answered(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """Return a site with seven topics whose front page and first topic open with an answer."""
    articles = [article(f"a{n}", "It is so.", publisher=f"p{n}") for n in range(4)]
    verdicts = {
        "agreed": (Verdict.CORROBORATED, Reason.INDEPENDENT_VOICES),
        "disputed": (Verdict.DISPUTED, Reason.CONTRADICTION),
        "alone": (Verdict.UNSUPPORTED, Reason.SAME_VOICE_ECHO),
    }
    claims = [
        judgement(
            id_, "It is so.", *verdict, [quote(one.source.id, "It is so") for one in articles]
        )
        for id_, verdict in verdicts.items()
    ]
    narratives = {"index": ANSWER, "capex": ANSWER}
    made = built(judged(articles, judgements=claims, topics=TOPICS, narratives=narratives))
    return placed(made, tmp_path_factory.mktemp("answered"))


def findings_in_view(reader: Reader) -> int:
    return int(
        reader.page.locator(".answer li").evaluate_all(
            "all => all.filter(one => one.getBoundingClientRect().bottom <= innerHeight).length"
        )
    )


@pytest.mark.parametrize("path", ["index.html", "capex.html"])
def test_a_phone_shows_the_answer_and_at_least_two_findings(
    answered: Place, read: Opener, path: str
) -> None:
    reader = read(answered, **PHONE)
    reader.open(path)
    expect(reader.page.locator(".answer > p")).to_be_in_viewport(ratio=1)
    assert findings_in_view(reader) >= 2


@pytest.mark.parametrize("path", ["index.html", "capex.html"])
def test_a_desk_shows_the_whole_answer(answered: Place, read: Opener, path: str) -> None:
    reader = read(answered, **DESK)
    reader.open(path)
    expect(reader.page.locator(".answer")).to_be_in_viewport(ratio=1)
    assert findings_in_view(reader) == 4


@pytest.mark.parametrize("window", [PHONE, DESK], ids=["phone", "desk"])
def test_the_menu_is_one_line_and_leads_to_every_topic(
    answered: Place, read: Opener, window: dict[str, dict[str, int]]
) -> None:
    reader = read(answered, java_script_enabled=False, **window)
    reader.open("index.html")
    masthead = reader.page.locator(".masthead").bounding_box()
    assert masthead
    assert masthead["height"] <= 56
    reader.page.get_by_role("button", name="Topics").click()
    links = reader.page.locator("#menu-topics a")
    expect(links).to_have_count(len(TOPICS))
    for number in range(len(TOPICS)):
        expect(links.nth(number)).to_be_in_viewport(ratio=1)
    links.nth(1).click()
    assert reader.page.url.endswith("cloud-growth.html")
    current = reader.page.locator("#menu-topics [aria-current=page]")
    expect(current).to_have_text("Cloud growth")


def test_on_a_phone_the_other_pages_are_one_press_away(answered: Place, read: Opener) -> None:
    reader = read(answered, **PHONE)
    reader.open("capex.html")
    link = reader.page.get_by_role("link", name="Search", exact=True)
    expect(link).to_be_hidden()
    reader.page.get_by_role("button", name="Menu").click()
    expect(link).to_be_in_viewport(ratio=1)
    reader.page.keyboard.press("Escape")
    expect(link).to_be_hidden()


@pytest.mark.slow
def test_on_a_phone_the_first_quote_of_a_claim_is_within_two_screens(
    disk: Place, read: Opener
) -> None:
    reader = read(disk, **PHONE)
    claims = [path for path in disk.pages() if path.startswith("claims/") and "index" not in path]
    for path in claims:
        if 'http-equiv="refresh"' in (disk.folder / path).read_text("utf-8"):
            continue  # leads on to the claim's page
        reader.open(path)
        quotes = reader.page.locator(".item blockquote")
        if quotes.count():
            box = quotes.first.bounding_box()
            assert box
            assert box["y"] < 2 * 664, path


def test_the_front_page_says_its_title_once(answered: Place, read: Opener) -> None:
    reader = read(answered, **PHONE)
    reader.open("index.html")
    title = reader.page.title()
    expect(reader.page.get_by_text(title, exact=True)).to_have_count(1)
    expect(reader.page.get_by_role("heading", level=1)).to_have_text(title)


def test_those_who_share_a_page_share_its_answer(answered: Place, read: Opener) -> None:
    reader = read(answered, **PHONE)
    for path in ("index.html", "capex.html"):
        reader.open(path)
        for name in ("name=description", "property='og:description'"):
            told = reader.page.locator(f"meta[{name}]").get_attribute("content") or ""
            assert told.startswith("The five articles agree on what the company announced"), path
            assert "three years. (corroborated) • Net income" in told
            assert told.endswith("has been read. (corroborated and unsupported)")
