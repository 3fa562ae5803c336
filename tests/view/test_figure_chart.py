"""Show what is drawn of a claim's figures, and what is left to the table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import pytest

from briefing import view
from briefing.figures import read
from briefing.model.figures import Comparison, Figure, Outcome, Rule
from briefing.model.judged import JudgedItem, Judgement, Position, Reason, Stance
from briefing.model.pages import Page
from briefing.model.verdict import Verdict
from briefing.view import figure_chart
from briefing.view.figure_chart import MOST_ROWS, FigureChart
from briefing.view.pages.claim import ClaimPage
from briefing.view.pages.topic import TopicPage
from tests.view.briefings import Built, article, built, judged, judgement, publisher, quote

PeriodMention = tuple[str, str, Stance]
"""A source, a figure's words and what they do to the claim."""

MISMATCH: list[PeriodMention] = [
    ("a", "$52 billion", Stance.SUPPORTS),
    ("b", "$53 billion", Stance.DISPUTES),
    ("c", "$53 billion", Stance.DISPUTES),
]


def figure(words: str) -> Figure:
    (quantity,) = read(words, "en")
    return Figure(quantity)


def positions(items: Sequence[JudgedItem]) -> tuple[Position, ...]:
    """Take figures of the same words and stance as one position, as the judgement does."""
    held: dict[tuple[str, Stance], list[int]] = {}
    for index, item in enumerate(items):
        assert item.figure
        held.setdefault((item.figure.quantity.text, item.stance), []).append(index)
    return tuple(
        Position(figure(text), tuple(at), tuple(sorted({items[n].written.source for n in at})), s)
        for (text, s), at in held.items()
    )


def claim(own: str, said: Sequence[PeriodMention], id_: str = "sum") -> Judgement:
    items = [
        quote(
            source,
            words,
            stance,
            figure=figure(words),
            comparison=Comparison(
                *(Outcome.DIFFERENT, Rule.APART)
                if stance is Stance.DISPUTES
                else (Outcome.SAME, Rule.ROUNDED)
            ),
        )
        for source, words, stance in said
    ]
    one = judgement(id_, f"The plan is {own}.", Verdict.DISPUTED, Reason.FIGURE_MISMATCH, items)
    return replace(one, figure=figure(own), positions=positions(items))


def site(own: str, said: Sequence[PeriodMention]) -> Built:
    words = {source: [text for who, text, _ in said if who == source] for source, _, _ in said}
    return built(
        judged(
            articles=[
                article(source, " and ".join(texts), publisher=source)
                for source, texts in words.items()
            ],
            publishers=[publisher(source, source.upper()) for source in words],
            judgements=[claim(own, said)],
        )
    )


def drawn(own: str, said: Sequence[PeriodMention]) -> FigureChart | None:
    page = view.page(site(own, said).site, "claims/sum.html")
    assert isinstance(page, Page)
    assert isinstance(page.body, ClaimPage)
    return page.body.chart


def test_each_position_is_a_row_below_the_claim_s_own() -> None:
    chart = drawn("$52.4 billion", MISMATCH)
    assert chart
    assert [(row.who, row.words, row.stance, row.interval) for row in chart.rows] == [
        ("This claim", "$52.4 billion", None, "52.35 to 52.45 billion USD"),
        ("A", "$52 billion", "supports", "51.5 to 52.5 billion USD"),
        ("B and C", "$53 billion", "disputes", "52.5 to 53.5 billion USD"),
    ]
    assert chart.rows[2].relation == "differs from the claim’s figure"
    assert (chart.unit, [tick.text for tick in chart.ticks]) == ("billion USD", ["52", "53"])
    assert chart.band == chart.rows[0].drawn


def test_a_percentage_stands_at_each_number() -> None:
    chart = drawn("11%", [("a", "11%", Stance.SUPPORTS), ("b", "13%", Stance.DISPUTES)])
    assert chart
    assert chart.unit == ""
    assert [tick.text for tick in chart.ticks] == ["11%", "12%", "13%"]


def test_intervals_lie_as_their_numbers_do() -> None:
    chart = drawn("$52.4 billion", MISMATCH)
    assert chart
    own, supports, disputes = (row.drawn for row in chart.rows)
    assert float(supports.left) < float(own.left) < float(own.right) < float(supports.right)
    assert supports.right == disputes.left, "they touch at 52.5, and no more"
    assert float(supports.value or 0) < float(own.value or 0) < float(disputes.value or 0)


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ([("a", "$52 billion", Stance.SUPPORTS)], "one position that agrees"),
        ([], "no position"),
    ],
)
def test_nothing_is_drawn_of_a_figure_alone(said: list[PeriodMention], reason: str) -> None:
    assert drawn("$52.4 billion", said) is None, reason


def test_one_position_against_the_claim_is_drawn() -> None:
    chart = drawn("$52.4 billion", [("a", "$53 billion", Stance.DISPUTES)])
    assert chart
    assert len(chart.rows) == 2


def test_another_unit_is_left_to_the_table() -> None:
    said = [*MISMATCH, ("d", "380 billion yuan", Stance.SUPPORTS)]
    chart = drawn("$52.4 billion", said)
    assert chart
    assert len(chart.rows) == 3
    assert chart.left_out == 1
    assert "1 more stand" in site("$52.4 billion", said).html("claims/sum.html")


def test_of_very_many_positions_those_with_most_voices_are_drawn_in_their_order() -> None:
    said = [(f"s{n}", f"${n} billion", Stance.DISPUTES) for n in range(20, 60)]
    said.append(("other", "$59 billion", Stance.DISPUTES))
    chart = drawn("$10 billion", said)
    assert chart
    assert (len(chart.rows), chart.left_out) == (MOST_ROWS + 1, 40 - MOST_ROWS)
    assert chart.rows[-1].who == "OTHER and S59"
    lefts = [float(row.drawn.left) for row in chart.rows]
    assert lefts == sorted(lefts)


def test_articles_are_counted_where_they_are_more_than_their_voices() -> None:
    made = site("$52.4 billion", MISMATCH).site
    one = made.judged.judgements["sum"]
    bundled = replace(one.positions[1], voices=("b",))
    chart = figure_chart.figure_chart(made, replace(one, positions=(one.positions[0], bundled)))
    assert chart
    assert [row.articles for row in chart.rows] == [None, None, "two articles"]


def svgs(html: str) -> list[str]:
    return re.findall(r"<svg[^>]* role=\"img\".*?</svg>\n", html, re.DOTALL)


def test_an_interval_is_never_invisible_and_says_what_it_is() -> None:
    said = [
        ("a", "12 models", Stance.SUPPORTS),
        ("b", "4,000 models", Stance.DISPUTES),
    ]
    own, exact, far = svgs(site("12 models", said).html("claims/sum.html"))
    for svg, title in ((own, "12 models"), (exact, "12 models"), (far, "4,000 models")):
        assert f"<title>{title}</title>" in svg
        assert svg.count('class="end"') == 2
        assert "<circle" in svg
        assert 'class="band"' in svg
    assert "<desc>differs from the claim’s figure</desc>" in far


def test_an_open_end_is_an_arrow() -> None:
    said = [
        ("a", "more than $100 billion", Stance.SUPPORTS),
        ("b", "up to $90 billion", Stance.DISPUTES),
    ]
    own, over, under = svgs(site("$100 billion", said).html("claims/sum.html"))
    assert "<path" not in own
    assert "M-7 8" in over
    assert "M7 8" in under
    assert "<circle" not in over + under, "a bound states no number inside"


def test_words_and_stance_stand_beside_each_bar_and_no_style_with_it() -> None:
    html = site("$52.4 billion", MISMATCH).html("claims/sum.html")
    chart = html.split('<ol class="chart">')[1].split("</ol>")[0]
    assert "style=" not in chart
    assert chart.count('class="stance disputes"') == 1
    assert 'href="#figures"' in html
    assert '<h2 id="figures">' in html


def test_a_topic_draws_what_differs() -> None:
    made = site("$52.4 billion", MISMATCH)
    page = view.page(made.site, "capex.html")
    assert isinstance(page, Page)
    assert isinstance(page.body, TopicPage)
    assert [one.claim.id for one in page.body.charts] == ["sum"]
    assert 'id="values"' in made.html("capex.html")
    agreeing = site(
        "$52.4 billion",
        [("a", "$52 billion", Stance.SUPPORTS), ("b", "$52.4 billion", Stance.SUPPORTS)],
    )
    assert 'id="values"' not in agreeing.html("capex.html")
    assert '<ol class="chart">' in agreeing.html("claims/sum.html")


@pytest.mark.parametrize("words", ["$52.4 billion", "USD 52.4 billion"])
def test_perfect_agreement_is_a_sentence_and_no_drawing(words: str) -> None:
    made = site(
        "$52.4 billion", [("a", "$52.4 billion", Stance.SUPPORTS), ("b", words, Stance.SUPPORTS)]
    )
    html = made.html("claims/sum.html")
    assert "Two voices give the same figure: $52.4 billion." in html
    assert '<ol class="chart">' not in html


@pytest.mark.parametrize(
    ("words", "stance"),
    [
        ("$52 billion", Stance.SUPPORTS),
        ("$52 billion", Stance.MENTIONS),
        ("$53 billion", Stance.DISPUTES),
    ],
)
def test_anything_less_is_drawn(words: str, stance: Stance) -> None:
    said = [("a", "$52.4 billion", Stance.SUPPORTS), ("b", words, stance)]
    html = site("$52.4 billion", said).html("claims/sum.html")
    assert "give the same figure" not in html
    assert '<ol class="chart">' in html


def test_a_mention_of_the_same_figure_is_no_reason_to_draw_it_and_no_voice() -> None:
    said = [("a", "$52.4 billion", Stance.SUPPORTS), ("b", "$52.4 billion", Stance.MENTIONS)]
    html = site("$52.4 billion", said).html("claims/sum.html")
    assert "One voice gives this figure: $52.4 billion." in html
    assert '<ol class="chart">' not in html


def test_quotes_that_differ_alike_are_explained_once_on_their_side() -> None:
    said = [
        ("a", "$52.4 billion", Stance.SUPPORTS),
        ("b", "$53 billion", Stance.DISPUTES),
        ("c", "$53 billion", Stance.DISPUTES),
        ("d", "$54 billion", Stance.DISPUTES),
        ("e", "$53 billion", Stance.DISPUTES),
    ]
    against = site("$52.4 billion", said).html("claims/sum.html").split('id="disputes"')[1]
    told = re.findall(r'<p class="about">(\w+)', against)
    assert told == ["Differs", "Compared", "Differs", "Compared"]


def test_the_same_figures_give_the_same_page() -> None:
    pages = {site("$52.4 billion", MISMATCH).html("claims/sum.html") for _ in range(2)}
    assert len(pages) == 1
