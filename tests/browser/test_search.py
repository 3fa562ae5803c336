"""Search the site: figures are found, what is found stays text, and from disk there is another way."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import Locator, expect

from briefing import search
from briefing.model.verdict import Verdict
from tests.browser.conftest import Example, Opener, Place, Reader, published, served, windows
from tests.browser.test_axe import AXE, RUN
from tests.conftest import ProjectMaker

pytestmark = pytest.mark.browser

PAGE = "search.html"


@pytest.fixture(scope="module")
def real(example: Example) -> Iterator[Place]:
    """Return the real briefing over the network, below a path as on GitHub Pages."""
    out = example("real")
    with served(out.parent) as root:
        yield Place(out, f"{root}{out.name}/")


def field(reader: Reader) -> Locator:
    return reader.page.get_by_label("Words or figures")


def count(reader: Reader) -> Locator:
    return reader.page.get_by_role("status")


def results(reader: Reader) -> Locator:
    return reader.page.get_by_role("list", name="Results").get_by_role("listitem")


def asked(reader: Reader) -> dict[str, list[str]]:
    return parse_qs(urlsplit(reader.page.url).query)


def found(reader: Reader, query: str) -> Locator:
    """Open the page with a query in its address, wait for the answer, return the results."""
    reader.open(f"{PAGE}?q={quote(query)}")
    expect(count(reader)).to_contain_text(query)
    return results(reader)


@pytest.mark.parametrize(
    ("query", "statement", "quoted"),
    [
        ("$52.4", "amounts to $52.4 billion", "$52.4"),
        pytest.param("52.4", "amounts to $52.4 billion", "52.4", marks=pytest.mark.slow),
        pytest.param("62.62%", "net income rose 62.62%", "62.62%", marks=pytest.mark.slow),
        ("380 billion", "plans to invest 380 billion yuan", "380 billion"),
        pytest.param(
            "“380 billion yuan”",
            "plans to invest 380 billion yuan",
            "380 billion yuan",
            marks=pytest.mark.slow,
        ),
        pytest.param(
            "130.11", "net income was 130.11 billion yuan", "130.11", marks=pytest.mark.slow
        ),
    ],
)
def test_figures_are_found(
    real: Place, read: Opener, query: str, statement: str, quoted: str
) -> None:
    reader = read(real)
    listed = found(reader, query)
    claim = listed.filter(has_text=statement).first
    verdict = claim.locator(".verdict").inner_text()
    assert verdict in set(Verdict)
    expect(listed.locator(".why mark", has_text=quoted).first).to_be_visible()
    claim.get_by_role("link").click()
    expect(reader.page.get_by_role("heading", level=1)).to_contain_text(statement)
    expect(reader.page.locator(".finding .verdict")).to_have_text(verdict)


def test_a_result_has_the_page_s_own_word_for_its_verdict(real: Place, read: Opener) -> None:
    reader = read(real)
    found(reader, "308")
    reader.page.locator("#search-result").evaluate(
        "one => Object.keys(one.dataset).forEach((key) => { one.dataset[key] = `«${key}»`; })"
    )
    field(reader).fill("380 billion")
    expect(count(reader)).to_contain_text("380 billion")
    words = set(results(reader).locator(".verdict").all_inner_texts())
    assert words
    assert words <= {f"«{verdict}»" for verdict in Verdict}


def test_what_nobody_says_is_not_found(real: Place, read: Opener) -> None:
    reader = read(real)
    assert found(reader, "308 billion").count() == 0
    for query in (
        *("6262%", "$524", "2.62%"),
        *("Toyota", "zebra", "Bezos", "helicopter", "quantum computing", "Alibaba Ford"),
    ):
        field(reader).fill(query)
        expect(count(reader)).to_have_text(f"No results for {query}")
        assert results(reader).count() == 0


def test_words_are_found_by_their_stems_and_beginnings(real: Place, read: Opener) -> None:
    reader = read(real)
    found(reader, "380")
    for query, marked in (
        ("investments", "investment"),
        ("growing", "growing"),
        ("export controls", "export"),
        ("exports control", "export"),
        ("investme", "invest"),
        ("Alibaba's pays", "Alibaba"),
    ):
        field(reader).fill(query)
        expect(count(reader)).to_contain_text(query)
        expect(results(reader).locator("mark", has_text=marked).first).to_be_visible()


@pytest.mark.slow
def test_articles_topics_and_publishers_are_found_and_lead_there(real: Place, read: Opener) -> None:
    reader = read(real)
    for query, kind, folder in (
        ("shares tumble", "article", "sources/"),
        ("capital spending", "topic", ""),
        ("ainvest", "publisher", "publishers/"),
    ):
        one = found(reader, query).filter(has=reader.page.get_by_text(kind, exact=True)).first
        one.get_by_role("link").click()
        assert reader.page.url.removeprefix(real.root).rpartition("/")[0] == folder.rstrip("/")


def test_what_is_titled_so_comes_before_what_has_the_words_apart(real: Place, read: Opener) -> None:
    reader = read(real)
    for query, title in (("capital spending", "Capital spending"), ("RISKS", "Risks")):
        first = found(reader, query).first
        expect(first.locator(".statement")).to_have_text(title)
        expect(first.locator(".mark")).to_have_text("topic")
    listed = found(reader, "cloud growth").locator(".statement").all_inner_texts()
    whole = ["cloud" in one.lower() and "growth" in one.lower() for one in listed]
    assert whole == sorted(whole, reverse=True)
    assert not all(whole)


ENGINE = """export const search = async (query) => ({ results: Array.from({ length: 40 }, (_, n) => ({
    data: async () => ({
        raw_url: "#", content: query, raw_content: query, plain_excerpt: query, locations: [],
        meta: { title: n === 24 ? "Risks" : n === 29 ? "Risks apart" : `Page ${n}`, kind: "topic" },
    }) })) });"""
"""An index in which thirty pages weigh more than the one that is titled as what is asked."""


def test_a_title_comes_first_from_further_down_than_is_shown_at_once(
    real: Place, read: Opener
) -> None:
    reader = read(real)
    reader.page.route(
        "**/pagefind.js", lambda route: route.fulfill(body=ENGINE, content_type="text/javascript")
    )
    found(reader, "risks")
    more = reader.page.get_by_role("button", name="Show more")
    for shown in (10, 20, 30):
        expect(results(reader)).to_have_count(shown)
        more.click()
    expect(more).to_be_hidden()
    titles = results(reader).locator(".statement").all_inner_texts()
    others = [f"Page {n}" for n in range(40) if n not in (24, 29)]
    assert titles == ["Risks", "Risks apart", *others]


def test_nothing_is_loaded_before_somebody_wants_to_search(real: Place, read: Opener) -> None:
    reader = read(real)
    files: list[str] = []
    reader.page.on("request", lambda request: files.append(request.url))
    reader.open(PAGE)
    reader.page.wait_for_load_state("networkidle")
    assert not [one for one in files if search.FOLDER in one]
    with reader.page.expect_request("**/pagefind.js"):
        field(reader).focus()


def test_typing_searches_and_the_address_keeps_what_was_asked(real: Place, read: Opener) -> None:
    reader = read(real)
    reader.open(PAGE)
    field(reader).press_sequentially("free cash flow")
    expect(count(reader)).to_contain_text("results for free cash flow")
    assert asked(reader) == {"q": ["free cash flow"]}
    first = results(reader).first.inner_text()
    reader.page.reload()
    expect(field(reader)).to_have_value("free cash flow")
    expect(results(reader).first).to_have_text(first, use_inner_text=True)
    results(reader).first.get_by_role("link").click()
    reader.page.go_back()
    expect(results(reader).first).to_have_text(first, use_inner_text=True)
    field(reader).fill("")
    expect(results(reader)).to_have_count(0)
    expect(count(reader)).to_be_empty()
    assert asked(reader) == {}


def test_the_keyboard_searches_goes_through_results_and_gets_more(
    real: Place, read: Opener
) -> None:
    reader = read(real)
    reader.open(PAGE)
    field(reader).focus()
    reader.page.keyboard.type("Alibaba")
    reader.page.keyboard.press("Enter")
    expect(results(reader)).to_have_count(10)
    assert asked(reader) == {"q": ["Alibaba"]}
    reader.page.keyboard.press("Tab")
    expect(reader.page.get_by_role("button", name="Search")).to_be_focused()
    reader.page.keyboard.press("Tab")
    expect(results(reader).first.get_by_role("link")).to_be_focused()
    reader.page.get_by_role("button", name="Show more").press("Enter")
    expect(results(reader)).to_have_count(20)
    expect(results(reader).nth(10).get_by_role("link")).to_be_focused()


@pytest.mark.slow
def test_more_is_shown_once_however_often_it_is_asked_for(real: Place, read: Opener) -> None:
    reader = read(real)
    found(reader, "Alibaba")
    more = reader.page.get_by_role("button", name="Show more")
    for shown in (20, 30):
        more.evaluate("button => { button.click(); button.click(); }")
        expect(results(reader)).to_have_count(shown)
        links = results(reader).get_by_role("link").all()
        assert len({link.get_attribute("href") for link in links}) == shown


@pytest.mark.slow
def test_more_that_cannot_be_had_leads_to_the_list_of_claims(real: Place, read: Opener) -> None:
    reader = read(real)
    found(reader, "Alibaba")
    reader.page.route("**/*.pf_fragment", lambda route: route.abort("aborted"))
    more = reader.page.get_by_role("button", name="Show more")
    for shown in (20, 30):  # their pages were read to put them in order
        more.click()
        expect(results(reader)).to_have_count(shown)
    more.click()
    expect(reader.page.get_by_text("needs scripts and a web server")).to_be_visible()
    reader.complaints[:] = [one for one in reader.complaints if "ERR_ABORTED" not in one]


def test_only_the_last_of_quick_questions_is_answered(real: Place, read: Opener) -> None:
    reader = read(real)
    reader.open(PAGE)
    for query in ("Alibaba", "chips", "62.62%"):
        field(reader).fill(query)
        reader.page.keyboard.press("Enter")
    expect(count(reader)).to_contain_text("for 62.62%")
    expect(results(reader).first).to_contain_text("62.62%")
    assert asked(reader) == {"q": ["62.62%"]}


@pytest.mark.slow
@pytest.mark.parametrize(("width", "scheme"), windows(320, 1280))
def test_results_can_be_read_by_everyone(
    real: Place, read: Opener, width: int, scheme: str
) -> None:
    options: dict[str, Any] = {"viewport": {"width": width, "height": 800}, "color_scheme": scheme}
    reader = read(real, bypass_csp=True, **options)
    found(reader, "$52.4")
    expect(results(reader)).to_have_count(10)
    assert reader.page.evaluate("document.documentElement.scrollWidth") <= width
    reader.page.evaluate(AXE)
    assert reader.page.evaluate(RUN) == []


HOSTILE = "<img src=x onerror=alert(1)> <mark>zebra</mark> &lt;b&gt; </script><script>alert(2)"


def test_what_articles_say_stays_text(project: ProjectMaker, read: Opener, tmp_path: Path) -> None:
    root = project(
        {
            "briefing.yaml": "title: A\ntopics:\n  - id: capex\n    title: Spending\n",
            "seeds/a.txt": f"Acme pays $12 billion. {HOSTILE} ends it.\n",
            "content/sources.yaml": (
                f"a:\n  file: seeds/a.txt\n  title: '{HOSTILE}'\n  publisher: acme\n"
                "  published: 2025-02-24\n  publish: full\n"
            ),
            "content/publishers.yaml": "acme:\n  name: '<b>zebra</b>'\n",
            "content/claims/capex.yaml": (
                "topic: capex\nclaims:\n  paid:\n    claim: A <i>zebra</i> pays $12 billion.\n"
                "    quotes:\n      - a: Acme pays $12 billion\n"
            ),
            "content/index.md": "Paid. [@paid]\n",
            "content/topics/capex.md": "Paid. [@paid]\n",
        }
    )
    with served(published(root, tmp_path / "site")) as address:
        reader = read(Place(tmp_path / "site", address))
        found(reader, "zebra")
        expect(results(reader)).to_have_count(3)
        page = reader.page
        article = results(reader).filter(has=page.get_by_text("article", exact=True))
        expect(article.locator(".statement")).to_have_text(HOSTILE)
        expect(article.locator(".why")).to_contain_text("<img src=x onerror=alert(1)>")
        expect(article.locator("mark", has_text="zebra").first).to_be_visible()
        inside = page.locator("#search-results :not(li, p, div, a, strong, span, mark)")
        assert inside.count() == 0
        found(reader, "<img src=x onerror=alert(1)>")
        assert page.locator("#search-results img").count() == 0


def test_markup_in_the_address_stays_text(real: Place, read: Opener) -> None:
    reader = read(real)
    found(reader, "<img src=x onerror=alert(1)>")
    assert reader.page.locator("main img").count() == 0


def leads_to_the_claims(reader: Reader) -> None:
    field(reader).fill("bridge")
    reader.page.keyboard.press("Enter")
    reader.page.wait_for_url("**/claims/index.html?text=bridge")


def test_from_disk_searching_leads_to_the_list_of_claims(disk: Place, read: Opener) -> None:
    reader = read(disk)
    reader.open(PAGE)
    expect(reader.page.get_by_text("needs scripts and a web server")).to_be_visible()
    leads_to_the_claims(reader)
    expect(reader.page.get_by_label("Words or figures")).to_have_value("bridge")
    expect(reader.page.get_by_role("status")).to_contain_text("claims")


def test_without_scripts_it_leads_there_too_and_says_what_is_lost(
    place: Place, read: Opener
) -> None:
    reader = read(place, java_script_enabled=False)
    reader.open(PAGE)
    expect(reader.page.get_by_text("without scripts, the whole list is shown")).to_be_visible()
    leads_to_the_claims(reader)


def test_an_index_that_is_gone_leads_to_the_list_of_claims(example: Example, read: Opener) -> None:
    out = example("small")
    with served(out) as address:
        reader = read(Place(out, address))
        reader.page.route("**/pagefind/*", lambda route: route.abort("aborted"))
        reader.open(PAGE)
        field(reader).focus()
        expect(reader.page.get_by_text("needs scripts and a web server")).to_be_visible()
        leads_to_the_claims(reader)
        reader.complaints[:] = [one for one in reader.complaints if "ERR_ABORTED" not in one]
        reader.page.close()  # before the server that it may still ask


def test_only_the_page_to_search_from_may_run_webassembly(real: Place) -> None:
    pages = {path: (real.folder / path).read_text("utf-8") for path in real.pages()}
    assert [path for path, text in pages.items() if "wasm" in text] == [PAGE]
    assert "script-src 'self' 'wasm-unsafe-eval';" in pages[PAGE]


def test_nothing_moves_while_the_page_is_opened(real: Place, read: Opener) -> None:
    reader = read(real, viewport={"width": 320, "height": 800})
    reader.page.add_init_script("""
        window.shifts = 0;
        new PerformanceObserver(list => list.getEntries().forEach(one => window.shifts += one.value))
            .observe({type: "layout-shift", buffered: true});
    """)
    found(reader, "$52.4")
    expect(results(reader)).to_have_count(10)
    assert reader.page.evaluate("window.shifts") == 0
