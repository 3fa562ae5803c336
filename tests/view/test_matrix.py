"""Show who speaks on which claim, and what it means where somebody does not."""

from __future__ import annotations

import re
from dataclasses import replace

from briefing import view
from briefing.model.judged import Reason, Stance
from briefing.model.pages import Page
from briefing.model.verdict import Verdict
from briefing.view import words
from briefing.view.matrix import MOST_COLUMNS, Matrix, SmallMatrix, SmallMatrixRow
from briefing.view.pages.front import FrontPage
from briefing.view.pages.topic import TopicPage
from briefing.view.topic_voices import MOST_VOICES, ClaimVoices
from tests.view.briefings import Built, article, built, example, judged, judgement, publisher, quote
from tests.view.briefings import words as said


def site(account: str, claims: int = 1, sources: int = 3) -> Built:
    """Make claims of which the last source, accounted for or not, speaks on the first alone."""
    ids = [f"s{n}" for n in range(sources)]
    said = {
        n: [
            quote(one, f"Fact {n}", Stance.DISPUTES if one == "s1" else Stance.SUPPORTS)
            for one in (ids if n == 0 else ids[:-1])
        ]
        for n in range(claims)
    }
    text = " ".join(f"Fact {n}." for n in range(claims))
    return built(
        judged(
            articles=[
                article(
                    one, text, author=f"Ann {one}", account=account if one == ids[-1] else "full"
                )
                for one in ids
            ],
            judgements=[
                judgement(f"claim-{n}", f"Fact {n}.", Verdict.DISPUTED, Reason.CONTRADICTION, items)
                for n, items in said.items()
            ],
        )
    )


def topic(made: Built) -> TopicPage:
    page = view.page(made.site, "capex.html")
    assert isinstance(page, Page)
    assert isinstance(page.body, TopicPage)
    return page.body


def matrix(made: Built) -> Matrix:
    found = topic(made).matrix
    assert found
    return found


def listed(made: Built) -> tuple[ClaimVoices, ...]:
    page = topic(made)
    assert page.matrix is None
    return page.claim_voices


def test_a_source_is_silent_only_where_its_account_is_full() -> None:
    for account, stance, rest in (
        ("full", "silent", "one silent"),
        ("partial", "unexamined", "one not examined"),
    ):
        first, second = matrix(site(account, claims=2)).rows
        assert [cell.stance for cell in first.cells] == ["supports", "disputes", "supports"]
        assert [cell.stance for cell in second.cells] == ["supports", "disputes", stance]
        assert (first.rest, second.rest) == ("", rest)


def test_the_legend_explains_what_occurs_and_nothing_else() -> None:
    legend = [one[0] for one in matrix(site("partial", claims=2)).legend]
    assert legend == ["supports", "disputes", "unexamined"]
    assert [one[0] for one in matrix(site("full")).legend] == ["supports", "disputes"]
    assert set(legend) < set(words.STANCES)


def test_where_most_cells_would_be_blank_the_voices_for_and_against_are_listed() -> None:
    assert len(matrix(site("full", sources=MOST_COLUMNS)).columns) == MOST_COLUMNS
    (many,) = listed(site("full", sources=MOST_COLUMNS + 1))
    assert [(side.stance, len(side.voices), side.more) for side in many.sides] == [
        ("supports", MOST_VOICES, MOST_COLUMNS - MOST_VOICES),
        ("disputes", 1, 0),
    ]
    ids = [f"s{n}" for n in range(5)]
    apart = [
        judgement(id_, "So.", Verdict.UNSUPPORTED, Reason.SINGLE_SOURCE, [quote(id_, "So")])
        for id_ in ids
    ]
    articles = [article(id_, "So it is.") for id_ in ids]
    assert len(listed(built(judged(articles, judgements=apart)))) == 5
    assert len(matrix(built(judged(articles[:4], judgements=apart[:4]))).rows) == 4


def test_a_long_matrix_is_folded_after_its_first_rows() -> None:
    assert "<details>" not in site("full", claims=25).html("capex.html").split('id="matrix"')[1]
    first, _, rest = (
        site("full", claims=26).html("capex.html").split('id="matrix"')[1].partition("<details>")
    )
    assert first.count('<th scope="row">') == 20
    assert rest.count('<th scope="row">') == 6
    assert "<summary>6 more claims</summary>" in rest
    assert rest.count("<thead>") == 1


def test_a_voice_is_listed_once_with_the_number_of_its_articles() -> None:
    ids = ("a1", "b", "a2", *(f"c{n}" for n in range(MOST_COLUMNS)))
    articles = [article(id_, "So it is.", publisher="a" if id_ in "a1a2" else None) for id_ in ids]
    held = judgement(
        "c", "So.", Verdict.CORROBORATED, Reason.INDEPENDENT_VOICES, [quote(i, "So") for i in ids]
    )
    html = built(judged(articles, [publisher("a", "A")], [held])).html("capex.html")
    assert '">A</a> (two articles), <a href="sources/b.html#q-0-2">b</a>' in html
    assert '<a href="claims/c.html">and 6 more</a>' in html


def test_each_cell_that_speaks_names_its_source_for_who_sees_no_columns() -> None:
    html = site("partial", claims=2).html("capex.html")
    cells = re.findall(r"<td[^>]*>.*?</td>", html)
    assert len(cells) == 6
    for number, cell in enumerate(cells[:3]):
        assert f'<span class="unseen">{"disputes" if number == 1 else "supports"}, ' in cell
        assert f"Publisher not named, Ann s{number}</span></a>" in cell
    assert cells[5] == '<td class="unexamined"><span class="unseen">not examined</span></td>'
    assert html.count('<span class="stance unexamined">') == 1


def test_sources_of_one_voice_stand_under_a_bracket() -> None:
    html = built(example()).html("capex.html")
    assert '<th class="bracket" scope="colgroup" colspan="2">AInvest</th>' in html
    assert '<th scope="col" rowspan="2"><a href="sources/news.html"' in html
    assert "Sources under one bracket are one voice." in html
    assert "bracket" not in site("full").html("capex.html")


def small(made: Built) -> SmallMatrix:
    page = view.page(made.site, "index.html")
    assert isinstance(page, Page)
    assert isinstance(page.body, FrontPage)
    (topic,) = page.body.topics
    assert topic.matrix
    return topic.matrix


def of(row: SmallMatrixRow) -> tuple[str, dict[str, int], dict[str, str]]:
    return row.source.id, dict(row.counts), {one.stance: one.path for one in row.shapes}


def test_the_small_matrix_counts_what_each_source_does_and_draws_it() -> None:
    first, second, third = (of(row) for row in small(site("full", claims=2)).rows)
    assert first == (
        "s0",
        {"supports": 2, "disputes": 0, "mentions": 0},
        {"supports": "M1 1h5v7h-5zM9 1h5v7h-5z"},
    )
    assert second[1:] == (
        {"supports": 0, "disputes": 2, "mentions": 0},
        {"disputes": "M1 8h5v7h-5zM9 8h5v7h-5z"},
    )
    assert third[2] == {"supports": "M1 1h5v7h-5z"}


def test_the_small_matrix_stands_in_the_order_of_verdicts_without_what_is_computed() -> None:
    ids = {"u": Verdict.UNSUPPORTED, "d": Verdict.DISPUTED, "c": Verdict.CORROBORATED}
    claims = [
        judgement(id_, f"Fact {id_}.", verdict, Reason.SINGLE_SOURCE, [quote(id_, f"Fact {id_}")])
        for id_, verdict in ids.items()
    ]
    one = judgement("sum", "Both.", Verdict.DISPUTED, Reason.DERIVED)
    claims.append(replace(one, claim=replace(one.claim, formula=said("a + b"))))
    made = built(judged(articles=[article(id_, f"Fact {id_}.") for id_ in ids], judgements=claims))
    drawn = small(made)
    assert [(one.verdict, one.start, one.width) for one in drawn.bands] == [
        ("corroborated", 0, 8),
        ("disputed", 8, 8),
        ("unsupported", 16, 8),
    ]
    assert {of(row)[0]: of(row)[2]["supports"][:3] for row in drawn.rows} == {
        "u": "M17",
        "d": "M9 ",
        "c": "M1 ",
    }
    assert matrix(made).computed == 1
    assert "1 claim has no row, since no source says what is computed." in made.html("capex.html")


def test_articles_of_one_voice_stand_together() -> None:
    ids = ("a1", "b", "a2")
    articles = [article(id_, "So it is.", publisher="a" if id_ != "b" else None) for id_ in ids]
    held = judgement(
        "c", "So.", Verdict.CORROBORATED, Reason.INDEPENDENT_VOICES, [quote(i, "So") for i in ids]
    )
    made = built(judged(articles, publishers=[publisher("a", "A")], judgements=[held]))
    assert [row.source.id for row in small(made).rows] == ["a1", "a2", "b"]
    assert [one.source.id for one in matrix(made).columns] == ["a1", "a2", "b"]
    assert [len(one.columns) for one in matrix(made).voices] == [2, 1]


def test_a_large_topic_is_counted_and_not_drawn() -> None:
    whole = small(site("full", claims=64, sources=8))
    assert (len(whole.rows), whole.left_out, whole.width) == (6, 2, 64 * 8)
    made = site("full", claims=65, sources=8)
    counted = small(made)
    assert (counted.width, counted.bands) == (0, ())
    assert all(row.shapes == () for row in counted.rows)
    assert dict(counted.rows[0].counts)["supports"] == 65
    html = made.html("index.html")
    assert "2 more sources, and who says what on Capex" in html
    assert "For each source that speaks on a topic" in html
    assert "Each mark is one claim" not in html
    assert '<div class="tally">\n<svg' in html


def test_a_long_list_of_topics_is_drawn_in_part() -> None:
    topics = [f"t{n}" for n in range(14)]
    claims = [
        judgement(
            f"c-{id_}", "So.", Verdict.UNSUPPORTED, Reason.SINGLE_SOURCE, [quote("a", "So")],
            topic=id_,
        )
        for id_ in topics
    ]  # fmt: skip
    made = built(judged([article("a", "So it is.")], judgements=claims, topics=topics))
    page = view.page(made.site, "index.html")
    assert isinstance(page, Page)
    assert isinstance(page.body, FrontPage)
    assert [one.matrix is not None for one in page.body.topics] == [True] * 12 + [False] * 2


def test_a_topic_on_which_nobody_speaks_has_its_counts_alone() -> None:
    one = judgement("c", "So.", Verdict.UNSUPPORTED, Reason.NO_EVIDENCE)
    html = built(judged(judgements=[one])).html("index.html")
    assert "<b>1</b> unsupported" in html
    assert "<table" not in html
    assert "For each source, how many claims" not in html
