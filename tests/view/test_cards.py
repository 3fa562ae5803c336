from __future__ import annotations

import pytest

from briefing.language.messages import ENGLISH
from briefing.model.content import Grade
from briefing.view.cards import publisher_card, source_cards
from tests.view.briefings import Article, article, dated, judged, publisher


def apart(*articles: Article) -> list[str | None]:
    cards = source_cards(judged(articles=articles, publishers=(publisher("p", "Paper"),)), ENGLISH)
    return [card.apart for card in cards.values()]


def test_the_only_article_of_a_publisher_needs_nothing_to_tell_it_apart() -> None:
    assert apart(article("a", "", publisher="p"), article("b", "")) == [None, None]


def test_articles_of_a_publisher_are_told_apart_by_author() -> None:
    signed = article("a", "", publisher="p", author="Ann Li")
    assert apart(signed, article("b", "", publisher="p")) == ["Ann Li", "unsigned"]


def test_articles_alike_in_author_are_told_apart_by_date_and_else_by_title() -> None:
    day = dated("2025-02-24")
    assert apart(
        article("a", "", publisher="p", published=day),
        article("b", "", publisher="p"),
        article("c", "", publisher="p", author="Ann Li"),
    ) == ["unsigned, 24 February 2025", "unsigned, date unknown", "Ann Li"]
    assert apart(article("a", ""), article("b", "")) == [
        "unsigned, date unknown, “Title of a”",
        "unsigned, date unknown, “Title of b”",
    ]


def test_publishers_are_told_apart_by_their_names() -> None:
    same = {"author": "Ann Li", "published": dated("2025-02-24")}
    assert apart(article("a", "", publisher="p", **same), article("b", "", **same)) == [
        "Ann Li",
        "Ann Li",
    ]


@pytest.mark.parametrize(
    ("reliability", "credibility", "expected"),
    [
        ("F", "6", "not graded"),
        ("B", "6", "grade B6: usually reliable"),
        ("F", "2", "grade F2: reliability cannot be judged"),
    ],
)
def test_letters_stand_only_where_somebody_graded(
    reliability: str, credibility: str, expected: str
) -> None:
    graded = publisher("p", "Paper", grade=Grade(reliability, credibility, None, ()))
    assert publisher_card(graded, 1, ENGLISH).grade == expected
