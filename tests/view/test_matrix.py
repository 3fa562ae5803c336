"""Show who speaks on which claim, and what it means where somebody does not."""

from __future__ import annotations

import re

from briefing import view
from briefing.model.judged import Reason, Stance
from briefing.model.pages import Matrix, Page, TopicPage
from briefing.model.verdict import Verdict
from briefing.view import words
from tests.view.briefings import Built, article, built, judged, judgement, quote


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


def matrix(made: Built) -> Matrix:
    page = view.page(made.site, "capex.html")
    assert isinstance(page, Page)
    assert isinstance(page.body, TopicPage)
    assert page.body.matrix
    return page.body.matrix


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


def test_columns_are_the_sources_that_speak_most() -> None:
    laid = matrix(site("full", claims=2, sources=20))
    assert (len(laid.sources), laid.left_out) == (16, 4)
    assert "s19" not in [source.id for source in laid.sources]


def test_each_cell_that_speaks_names_its_source_for_narrow_screens() -> None:
    html = site("partial", claims=2).html("capex.html")
    cells = re.findall(r"<td>.*?</td>", html)
    assert len(cells) == 5
    for number, cell in enumerate(cells[:3]):
        assert f'<span class="of"> publisher not named, Ann s{number}</span></a>' in cell
    (quiet,) = re.findall(r'<td class="quiet">.*?</td>', html)
    assert 'class="stance unexamined">not examined<' in quiet
