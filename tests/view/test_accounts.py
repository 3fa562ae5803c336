from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.language.messages import ENGLISH
from briefing.model.content import SetAside
from briefing.model.judged import Account, Share
from briefing.view.accounts import account
from tests.view.briefings import Article, article, built, judged, words
from tests.view.test_site import large

NOTHING = Share(0, 0, 0)


def said(source: Article, figures: Share = NOTHING, sentences: Share = NOTHING) -> tuple[str, ...]:
    briefing = judged((source,))
    anchored = replace(briefing.articles["a"], account=Account(figures, sentences, ()))
    view = account(source.source, anchored, ENGLISH)
    return (view.said.split(":")[0].split(",")[0], *view.shares)


def test_a_full_account_gives_its_shares() -> None:
    full = article("a", "", account="full")
    assert said(full, Share(28, 0, 0), Share(29, 1, 0)) == (
        "Full",
        "28 figures: all quoted.",
        "30 sentences: 29 quoted and one set aside.",
    )


def test_what_is_left_is_said() -> None:
    found = said(article("a", "", account="full"), sentences=Share(3, 0, 2))
    assert found == ("Meant to be full", "Five sentences: three quoted and two not accounted for.")
    found = said(article("a", ""), figures=Share(1, 0, 0))
    assert found == ("Partial", "One figure: one quoted.")


def test_nobody_counted_an_article_that_was_not_gone_through() -> None:
    source = article("a", "")
    view = account(source.source, judged((source,)).articles["a"], ENGLISH)
    assert view.said.startswith("Partial")
    assert view.shares == ()


CUT = article(
    "a",
    "Text.",
    body_starts=words("The first words of a body that goes on and on and on, to its very end"),
    body_ends=words("and on and on and on, up to these which are the last words of it"),
    omit=(words("A <b>widget</b>"), words("A caption")),
    set_aside=(SetAside(words("However, it faces challenges."), "announces what follows"),),
)


def test_the_page_lists_what_is_set_aside_with_its_why_and_what_is_cut() -> None:
    html = built(judged((CUT,))).html("sources/a.html")
    assert "<q>However, it faces challenges.</q>" in html
    assert "announces what follows" in html
    assert "<summary>2 passages cut from within the body</summary>" in html
    assert "<li>A &lt;b&gt;widget&lt;/b&gt;</li>" in html
    assert "<q>The first words of a body that goes on and on and on, to…</q>" in html
    assert "<q>…and on and on, up to these which are the last words of it</q>" in html


def test_an_article_that_is_only_linked_keeps_its_words() -> None:
    linked = Article(replace(CUT.source, publish="links"), CUT.text)
    html = built(judged((linked,))).html("sources/a.html")
    assert "announces what follows" in html
    assert "2 passages are cut from within the body." in html
    for words_of_it in ("However", "widget", "The first words", "the last words"):
        assert words_of_it not in html


def test_an_article_without_cuts_says_nothing_of_them() -> None:
    html = built(judged((article("a", "Text."),))).html("sources/a.html")
    assert "Set aside" not in html
    assert "What is read of it" not in html


@pytest.mark.parametrize(("path", "there"), [("sources/long.html", 1), ("sources/long/2.html", 0)])
def test_further_pages_of_a_source_do_not_repeat_it(path: str, there: int) -> None:
    briefing = large(250)
    source = replace(
        briefing.content.sources["long"], set_aside=CUT.source.set_aside, omit=CUT.source.omit
    )
    content = replace(briefing.content, sources={"long": source})
    html = built(replace(briefing, content=content)).html(path)
    assert html.count("announces what follows") == there
    assert html.count("A caption") == there
