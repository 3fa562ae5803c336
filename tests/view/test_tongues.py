"""Languages: the page says its own, and words in another one say theirs."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from briefing.model.judged import Reason
from briefing.model.verdict import Verdict
from tests.view.briefings import Built, article, built, judged, judgement, quote


def made(language: str, of_article: str) -> Built:
    one = article("a", "So is it.", publish="full")
    one = replace(one, source=replace(one.source, language=of_article))
    claim = judgement(
        "c", "It is so.", Verdict.UNSUPPORTED, Reason.SINGLE_SOURCE, [quote("a", "So is it")]
    )
    return built(
        judged([one], judgements=[claim], narratives={"capex": "So. [@c]"}, language=language)
    )


@pytest.mark.parametrize("path", ["capex.html", "claims/c.html", "sources/a.html"])
def test_words_of_an_article_in_another_language_say_so(path: str) -> None:
    foreign, own = made("en", "he").html(path), made("en", "en").html(path)
    quoted = r"<(q|blockquote)( lang=\"he\" dir=\"auto\")?>"
    assert {tongue for _, tongue in re.findall(quoted, foreign)} == {' lang="he" dir="auto"'}
    assert {tongue for _, tongue in re.findall(quoted, own)} == {""}


@pytest.mark.parametrize(
    ("language", "head"),
    [("en", '<html lang="en" data'), ("ar-EG", '<html lang="ar-EG" dir="rtl" data'), ("de", "de")],
)
def test_a_page_says_its_language_and_the_way_that_it_runs(language: str, head: str) -> None:
    assert head in made(language, language).html("index.html")[:120]
