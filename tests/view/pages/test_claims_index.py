"""Show what the list of all claims can be filtered by, and that it needs no script to be read."""

from __future__ import annotations

import gzip
import re

from briefing import resources, view
from briefing.model.content import ClaimKind
from briefing.model.judged import Reason
from briefing.model.pages import Page
from briefing.model.verdict import Verdict
from briefing.view import words
from briefing.view.pages.claims_index import ClaimsIndexPage
from tests.view.briefings import Built, article, built, judged, judgement, quote

PATH = "claims/index.html"


def listed(made: Built, path: str = PATH) -> ClaimsIndexPage:
    page = view.page(made.site, path)
    assert isinstance(page, Page)
    assert isinstance(page.body, ClaimsIndexPage)
    return page.body


def test_only_what_occurs_can_be_chosen_with_how_many_it_leaves(small: Built) -> None:
    filters = {
        one.name: {option.value: option.count for option in one.options}
        for one in listed(small).filters
    }
    assert filters == {
        "tier": {"key": 1, "other": 2, "accounted": 1},
        "topic": {"capex": 3, "risks": 1},
        "verdict": {"corroborated": 1, "disputed": 1, "unsupported": 2},
        "kind": {"statement": 4},
        "source": {"cruz": 2, "morgan": 2, "news": 2},
    }


def test_every_kind_of_claim_has_its_word() -> None:
    assert set(words.KINDS) == set(ClaimKind.__args__)  # type: ignore[attr-defined]


def test_each_row_says_what_it_can_be_found_by(small: Built) -> None:
    rows = re.findall(
        r'<li data-topic="(.*?)" data-verdict="(.*?)" data-kind="(.*?)" data-tier="(.*?)" data-source="(.*?)">',
        small.html(PATH),
    )
    assert rows == [
        ("capex", "disputed", "statement", "key", "news cruz"),
        ("capex", "corroborated", "statement", "other", "morgan cruz news"),
        ("risks", "unsupported", "statement", "other", "morgan"),
        ("capex", "unsupported", "statement", "accounted", ""),
    ]


def test_very_many_sources_are_cut_to_those_that_speak_most() -> None:
    ids = [f"s{n:03}" for n in range(250)]
    made = built(
        judged(
            articles=[article(one, "It is so.") for one in ids],
            judgements=[
                judgement(
                    f"c{n}",
                    "It is so.",
                    Verdict.UNSUPPORTED,
                    Reason.SAME_VOICE_ECHO,
                    [quote(one, "It is so") for one in (ids if n == 0 else ids[100:])],
                )
                for n in range(2)
            ],
        )
    )
    sources = listed(made).filters[-1]
    offered = {option.value for option in sources.options}
    assert len(offered) == 200
    assert set(ids[100:]) < offered
    (first, _) = listed(made).groups[0][1]
    assert set(first.sources.split()) == offered


def test_the_form_is_hidden_until_its_script_shows_it(small: Built) -> None:
    html = small.html(PATH)
    assert re.search(r'<form id="filter"[^>]* hidden>', html)
    assert html.count("<script") == 1
    assert re.search(r'</form>\n<script src="\.\./static/filter\.js\?v=\w+"></script>', html)
    assert "script-src 'self'" in html
    assert "4 of 4 claims<" in html


def test_an_empty_briefing_has_nothing_to_filter() -> None:
    assert "<form" not in built(judged(topics=())).html(PATH)


def test_the_script_is_small_and_asks_for_nothing() -> None:
    script = (resources.static() / "filter.js").read_bytes()
    assert len(script) <= 6 * 1024
    assert len(gzip.compress(script)) <= 2.5 * 1024
    assert not re.search(rb"fetch|XMLHttp|import|eval|innerHTML|https?:", script)
