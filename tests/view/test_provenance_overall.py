"""Lay out whose word a whole briefing rests on: nodes in their order, strands, what is drawn together."""

from __future__ import annotations

from dataclasses import replace

from briefing.model.judged import JudgedItem, Reason, Stance
from briefing.model.verdict import Verdict
from briefing.view.pages.front import FrontPage
from briefing.view.provenance_overall import (
    MOST_ARTICLES,
    MOST_NODES,
    OverallNode,
    OverallProvenance,
)
from tests.view.briefings import Built, article, built, judged, judgement, publisher, quote

SO = "It is so"


def said(source: str, origin: str | None = None, stance: Stance = Stance.SUPPORTS) -> JudgedItem:
    return quote(source, SO, stance, attributed_to=origin)


def front(*claims: tuple[JudgedItem, ...]) -> Built:
    """Build a briefing of claims; a publisher is the first letters of its articles' ids."""
    sources = sorted({item.written.source for items in claims for item in items})
    papers = {id_: id_.rstrip("0123456789") for id_ in sources}
    return built(
        judged(
            articles=[
                article(id_, SO, publisher=paper, author=f"Author of {id_}")
                for id_, paper in papers.items()
            ],
            publishers=[publisher(id_, id_.upper()) for id_ in sorted(set(papers.values()))],
            judgements=[
                judgement(f"x{n}", "X.", Verdict.UNSUPPORTED, Reason.SINGLE_SOURCE, items)
                for n, items in enumerate(claims)
            ],
        )
    )


def page_of(made: Built) -> FrontPage:
    body = made.page("index.html").body
    assert isinstance(body, FrontPage)
    return body


def drawn(*claims: tuple[JudgedItem, ...]) -> OverallProvenance:
    found = page_of(front(*claims)).provenance
    assert found
    return found


def told(node: OverallNode) -> str:
    counts = "".join(f" {stance[0]}{count}" for stance, count in node.counts)
    return f"{node.name.removeprefix('Author of ')}{counts}"


CLAIMS = (
    (said("b1", "Mill"), said("a1", "Mill"), said("a2")),
    (said("a1"), said("b1", stance=Stance.DISPUTES)),
    (said("a1"), said("c1", stance=Stance.MENTIONS)),
)


def test_nodes_count_claims_and_articles_stand_by_their_voice() -> None:
    found = drawn(*CLAIMS)
    assert [[told(node) for node in column] for column in found.columns] == [
        ["a1 s3", "a2 s1", "b1 s1 d1"],
        ["A s3", "B s1 d1"],
        ["Mill s1", "The publishers themselves s3 d1"],
    ]
    assert found.heads == ("three articles", "two voices", "three origins")
    assert found.columns[1][0].note == "same publisher"
    assert found.columns[2][0].note == "relayed by two voices"


def test_a_strand_leads_from_the_middle_of_a_node_to_that_of_another() -> None:
    found = drawn(*CLAIMS)
    assert found.height == 120
    assert [(one.stance, one.path, one.width) for one in found.strands[0]] == [
        ("supports", "M0 97C50 97 50 87 100 87", 3),
        ("supports", "M0 20C50 20 50 30 100 30", 9),
        ("supports", "M0 60C50 60 50 30 100 30", 3),
        ("disputes", "M0 103C50 103 50 93 100 93", 3),
    ]


def test_the_list_says_what_the_drawing_shows() -> None:
    found = drawn(*CLAIMS)
    assert [one.node for one in found.voices] == list(found.columns[1])
    assert [told(node) for one in found.voices for node in (*one.articles, *one.origins)] == [
        *("a1 s3", "a2 s1", "Mill s1", "The publishers themselves s3"),
        *("b1 s1 d1", "Mill s1", "The publishers themselves d1"),
    ]


def test_too_many_articles_share_the_node_of_their_voice_and_few_keep_their_own() -> None:
    few = drawn(tuple(said(f"a{n}") for n in range(MOST_ARTICLES)))
    assert (len(few.columns[0]), few.is_summed) == (MOST_ARTICLES, False)
    many = drawn(tuple(said(f"a{n}") for n in range(MOST_ARTICLES + 1)))
    assert [told(node) for node in many.columns[0]] == ["17 articles s1"]
    assert many.is_summed


def test_voices_and_origins_on_fewest_claims_share_a_node() -> None:
    names = [chr(ord("a") + n) for n in range(MOST_NODES + 2)]
    claims = [tuple(said(f"{one}1", f"The {one}") for one in names)] * 2
    found = drawn(*claims[:1], claims[1][:5])
    for column in found.columns[1:]:
        assert len(column) == MOST_NODES
    assert [told(column[-1]) for column in found.columns[1:]] == [
        "Three other voices s1",
        "Three other origins s1",
    ]
    assert found.heads[1:] == ("14 voices", "14 origins")


def test_who_names_nobody_adds_no_origin() -> None:
    made = front((said("a1", "Mill"), said("b1"))).site.judged
    (found,) = made.judgements.values()
    items = (found.items[0], replace(found.items[1], origin=None))
    body = built(replace(made, judgements={"x0": replace(found, items=items)}))
    provenance = page_of(body).provenance
    assert provenance
    assert provenance.heads[2] == "one origin"
    assert [told(node) for node in provenance.columns[2]] == ["Mill s1", "Nobody named s1"]


def test_one_article_needs_no_drawing() -> None:
    assert page_of(front((said("a1"),))).provenance is None


def test_the_page_shows_drawing_and_list() -> None:
    html = front(*CLAIMS).html("index.html")
    assert 'stroke-width="9" d="M0 20C50 20 50 30 100 30"' in html
    assert '<a href="sources/a2.html">Author of a2</a>: supports 1 claim' in html
    assert "origin: Mill, relayed by two voices: supports 1 claim" in html
