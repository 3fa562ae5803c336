"""Show what the front page leads with: disagreement in words, key claims, sources, the last change."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing import view
from briefing.figures import read
from briefing.model.figures import Figure
from briefing.model.history import Change, History, Move
from briefing.model.judged import Judged, Position, Reason, Stance
from briefing.model.pages import Overview, Page
from briefing.model.verdict import Verdict
from briefing.view import cards
from tests.view.briefings import Built, article, built, example, judged, judgement, publisher

FOR, AGAINST, OF = Stance.SUPPORTS, Stance.DISPUTES, Stance.MENTIONS


def overview(made: Built) -> Overview:
    page = view.page(made.site, "index.html")
    assert isinstance(page, Page)
    assert isinstance(page.body, Overview)
    return page.body


def position(words: str, stance: Stance) -> Position:
    (quantity,) = read(words)
    return Position(Figure(quantity), (), (), stance)


def values(*positions: tuple[str, Stance]) -> str | None:
    one = judgement("c", "It is so.", Verdict.DISPUTED, Reason.FIGURE_MISMATCH)
    held = replace(one, positions=tuple(position(*each) for each in positions))
    return cards.claim_cards(judged(judgements=[held]))["c"].values


@pytest.mark.parametrize(
    ("positions", "said"),
    [
        ([("11%", FOR), ("13%", AGAINST)], "11% or 13%"),
        ([("11%", FOR), ("12%", OF), ("13%", AGAINST)], "11% or 13%"),
        ([("fell 14%", FOR), ("rose 333%", AGAINST)], "-14% or 333%"),
        ([("-14%", FOR), ("3%", AGAINST)], "-14% or 3%"),
        ([("11%", FOR), ("11.2%", FOR)], None),
        ([("13%", AGAINST)], None),
        ([], None),
        ([(f"{n}%", AGAINST) for n in range(1, 8)], "1%, 2%, 3%, 4% or three others"),
    ],
)
def test_positions_that_differ_are_told_in_words(
    positions: list[tuple[str, Stance]], said: str | None
) -> None:
    assert values(*positions) == said


def test_what_differs_stands_in_front_of_why() -> None:
    one = judgement("c", "It is so.", Verdict.DISPUTED, Reason.FIGURE_MISMATCH)
    held = replace(one, positions=(position("11%", FOR), position("13%", AGAINST)))
    html = built(judged(judgements=[held])).html("index.html")
    assert '<p class="why"><b>11% or 13%.</b> This is why' in html


def test_key_claims_stand_once() -> None:
    claims = [
        judgement("a", "A.", Verdict.DISPUTED, Reason.CONTRADICTION, key=True),
        judgement("b", "B.", Verdict.CORROBORATED, Reason.INDEPENDENT_VOICES, key=True),
        judgement("c", "C.", Verdict.UNSUPPORTED, Reason.SINGLE_SOURCE),
    ]
    page = overview(built(judged(judgements=claims)))
    assert [card.id for card in page.disputed] == ["a"]
    assert [card.id for card in page.key] == ["b"]


def test_sources_stand_under_their_publisher_with_its_flags() -> None:
    small = built(example())
    assert [
        (group.publisher and group.publisher.name, [source.id for source in group.sources])
        for group in overview(small).sources
    ] == [("AInvest", ["morgan", "cruz"]), ("Investing.com", ["news"])]
    html = small.html("index.html")
    assert html.count("Publishes machine-written articles") == 1
    assert "grade F6: reliability cannot be judged" in html


def test_sources_without_a_described_publisher_stand_together() -> None:
    briefing = judged(
        articles=(
            article("a", "Text."),
            article("b", "Text.", publisher="p"),
            article("c", "Text."),
        ),
        publishers=(publisher("p", "P"),),
    )
    groups = overview(built(briefing)).sources
    assert [[source.id for source in group.sources] for group in groups] == [["a", "c"], ["b"]]
    assert "Publisher not named" in built(briefing).html("index.html")


def test_very_many_sources_are_left_to_their_list() -> None:
    page = overview(built(judged(articles=[article(f"a{n}", "Text.") for n in range(30)])))
    assert (len(page.sources[0].sources), page.more_sources) == (12, 18)


def with_changes(*changes: Change) -> Judged:
    briefing = example()
    return replace(briefing, content=replace(briefing.content, history=History(None, changes)))


def test_the_front_page_tells_what_changed_last() -> None:
    older = Change("2025-01-01", "An older one.")
    moved = (Move("capex-usd", Verdict.UNSUPPORTED, Verdict.DISPUTED),)
    html = built(with_changes(older, Change("2025-09-24", "Why.", moved=moved))).html("index.html")
    latest = html.split('<h2 id="latest">')[1].split("</section>")[0]
    assert 'href="changes.html#edition-2"' in latest
    assert "from unsupported to disputed" in latest
    assert "An older one" not in html
    assert 'id="latest"' not in built(with_changes()).html("index.html")
