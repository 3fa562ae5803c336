from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.judged import Reason
from briefing.model.verdict import Verdict
from briefing.view.fragments import at_words
from tests.view.briefings import article, built, judged, judgement, quote

URL = "https://example.org/a"


@pytest.mark.parametrize(
    ("pieces", "directive"),
    [
        ([("It ", False), ("grew 5%", True), (".", False)], "grew%205%25"),
        ([("AI-driven, R&D", True)], "AI%2Ddriven%2C%20R%26D"),
        ([("一带一路", True)], "%E4%B8%80%E5%B8%A6%E4%B8%80%E8%B7%AF"),
        ([(" ".join("abcdefghijkl"), True)], "%20".join("abcdefghijkl")),
        ([(" ".join("abcdefghijklm"), True)], "a%20b%20c%20d%20e,i%20j%20k%20l%20m"),
        ([("one two", True), (" and ", False), ("three four", True)], "one%20two,three%20four"),
    ],
)
def test_a_passage_is_named_by_its_words(pieces: list[tuple[str, bool]], directive: str) -> None:
    assert at_words(URL, pieces) == f"{URL}#:~:text={directive}"


def test_an_address_with_a_fragment_keeps_it() -> None:
    assert at_words(URL + "#top", [("x", True)]) == f"{URL}#top:~:text=x"


def test_without_words_there_is_no_place_to_lead_to() -> None:
    assert at_words(URL, []) is None
    assert at_words(URL, [("around it", False)]) is None


@given(st.lists(st.tuples(st.text(max_size=40), st.just(True)), min_size=1, max_size=3))
def test_no_character_of_the_words_is_taken_for_syntax(pieces: list[tuple[str, bool]]) -> None:
    address = at_words(URL, [(text.encode("utf-8", "ignore").decode(), q) for text, q in pieces])
    if address is not None:
        directive = address.removeprefix(f"{URL}#:~:text=")
        assert re.fullmatch(r"(?:[\w.~]|%[0-9A-F]{2})+(?:,(?:[\w.~]|%[0-9A-F]{2})+)?", directive)


@pytest.mark.parametrize(
    ("url", "rights", "there"),
    [
        (URL, "excerpts", True),
        (URL, "full", True),
        (URL, "links", False),
        (None, "excerpts", False),
        ("javascript:alert(1)", "excerpts", False),
    ],
)
def test_the_source_page_leads_to_the_passage_where_an_address_is_known(
    url: str | None, rights: str, there: bool
) -> None:
    items = (quote("a", "grew 5%"),)
    one = judgement("c", "It grew 5%.", Verdict.UNSUPPORTED, Reason.SINGLE_SOURCE, items)
    source = article("a", "It grew 5%.", url=url, publish=rights)
    html = built(judged((source,), judgements=(one,))).html("sources/a.html")
    link = f'<a rel="external" href="{URL}#:~:text=grew%205%25">Open the original at this passage'
    assert (link in html) is there
