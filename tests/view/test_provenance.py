"""Lay out articles, voices and origins: which rows each spans, and how its lines meet."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.model.content import Reprint
from briefing.model.judged import JudgedItem, Reason, Stance
from briefing.model.verdict import Verdict
from briefing.view.pages.claim import ClaimPage
from briefing.view.provenance import MOST_ROWS, Provenance
from tests.view.briefings import Built, article, built, judged, judgement, publisher, quote

SO = "It is so"
FOR, AGAINST = Stance.SUPPORTS, Stance.DISPUTES
PAPERS = {"a1": "a", "a2": "a", "a3": "a", "b1": "b", "c1": "c"}
"""The publisher of each article."""


def said(source: str, origin: str = "", stance: Stance = FOR) -> JudgedItem:
    """Say it in the name of an origin; an empty text speaks for itself."""
    return quote(source, SO, stance, attributed_to=origin or None)


def page(*items: JudgedItem) -> Built:
    sources = {one.written.source for one in items}
    found = judgement("x", "X.", Verdict.UNSUPPORTED, Reason.TOO_FEW_VOICES, items)
    return built(
        judged(
            articles=[
                article(id_, SO, publisher=PAPERS.get(id_, id_), author=f"Author of {id_}")
                for id_ in sorted(sources)
            ],
            publishers=[
                publisher(id_, id_.upper()) for id_ in sorted({PAPERS.get(s, s) for s in sources})
            ],
            judgements=[found],
        )
    )


def drawn(*items: JudgedItem) -> Provenance | None:
    body = page(*items).page("claims/x.html").body
    assert isinstance(body, ClaimPage)
    return body.provenance


def told(*items: JudgedItem) -> list[str]:
    """Write each row as its cells: a node as name and rows, a link as how it meets others."""
    found = drawn(*items)
    assert found
    rows = []
    for row in found.rows:
        nodes = {"article": row.article, "voice": row.voice, "origin": row.origin}
        texts = {
            name: f"{node.name.removeprefix('Author of ')}/{node.rows}"
            for name, node in nodes.items()
            if node
        }
        links = {"joining": row.joining, "relaying": row.relaying}
        texts |= {
            name: f"{link.before}-{link.after}/{link.rows}" for name, link in links.items() if link
        }
        order = ("article", "joining", "voice", "relaying", "origin")
        rows.append(" ".join(texts.get(name, "|") for name in order))
    return rows


def test_articles_of_one_publisher_run_together_into_one_voice() -> None:
    assert told(said("a1"), said("a2"), said("a3")) == [
        "a1/1 only-first/1 A/3 only-only/3 A/3",
        "a2/1 only-between/1 | | |",
        "a3/1 only-last/1 | | |",
    ]


def test_voices_that_relay_one_origin_run_together_in_it() -> None:
    assert told(said("a1", "Mill"), said("a2", "Mill"), said("b1", "Mill"), said("c1")) == [
        "a1/1 only-first/1 A/2 only-first/2 Mill/3",
        "a2/1 only-last/1 | | |",
        "b1/1 only-only/1 B/1 only-last/1 |",
        "c1/1 only-only/1 C/1 only-only/1 C/1",
    ]


def test_a_voice_with_two_origins_stands_so_that_the_shared_one_is_drawn_once() -> None:
    assert told(said("b1", "Mill"), said("a1", "Mill"), said("a2")) == [
        "a2/1 only-first/1 A/2 first-only/1 A/1",
        "a1/1 only-last/1 | last-first/1 Mill/2",
        "b1/1 only-only/1 B/1 only-last/1 |",
    ]
    assert told(said("b1", "Mill"), said("b1", "Bank"), said("a1", "Mill"), said("a2", "Pit")) == [
        "a2/1 only-first/1 A/2 first-only/1 Pit/1",
        "a1/1 only-last/1 | last-first/1 Mill/2",
        "b1/2 only-only/2 B/2 first-last/1 |",
        "| | | last-only/1 Bank/1",
    ]


def test_sides_are_told_apart_and_what_is_joined_on_both_has_neither() -> None:
    found = drawn(said("a2", "Mill", AGAINST), said("a1"), said("b1", "Mill"))
    assert found
    assert found.is_disputed
    nodes = [one for row in found.rows for one in (row.article, row.voice, row.origin) if one]
    assert {(one.name, one.stance) for one in nodes} == {
        ("Author of a1", "supports"),
        ("Author of a2", "disputes"),
        ("Author of b1", "supports"),
        *(("A", side) for side in ("both", "supports")),
        ("B", "supports"),
        ("Mill", "both"),
    }


def test_what_is_joined_says_why() -> None:
    found = drawn(said("a1", "Mill"), said("a2"), said("b1", "Mill"))
    assert found
    notes = {
        (one.name, one.note)
        for row in found.rows
        for one in (row.voice, row.origin)
        if one and one.note
    }
    assert notes == {
        ("A", "same publisher"),
        ("A", "speaks for itself"),
        ("Mill", "relayed by two voices"),
    }
    assert found.heads == ("three articles", "two voices", "two origins")


def test_a_reprint_names_its_original() -> None:
    made = page(said("a1"), said("b1"))
    at = made.site.judged.content.sources["b1"].at
    sources = dict(made.site.judged.content.sources)
    sources["b1"] = replace(sources["b1"], derived_from=Reprint("a1", None, at))
    content = replace(made.site.judged.content, sources=sources)
    body = built(replace(made.site.judged, content=content)).page("claims/x.html").body
    assert isinstance(body, ClaimPage)
    assert body.provenance
    assert [row.article and row.article.note for row in body.provenance.rows] == [
        None,
        "reprints A, Author of a1",
    ]


def test_the_list_says_the_same() -> None:
    found = drawn(said("a1", "Mill"), said("a2", "Mill", AGAINST), said("b1"))
    assert found
    assert [
        (voice.name, [(one.article, one.stance, one.origin) for one in voice.entries])
        for voice in found.voices
    ] == [
        (
            "A",
            [
                ("Author of a1", "supports", "relays Mill"),
                ("Author of a2", "disputes", "relays Mill"),
            ],
        ),
        ("B", [("Author of b1", "supports", "speaks for itself")]),
    ]


def test_who_names_nobody_is_no_origin_and_no_one_with_others_who_name_nobody() -> None:
    items = [replace(said(one), origin=None) for one in ("b1", "c1")]
    made = page(said("a1", "Mill"), *items)
    judgements = {
        id_: replace(one, items=tuple(replace(item, origin=None) if item.written.source in ("b1", "c1")
                                      else item for item in one.items))
        for id_, one in made.site.judged.judgements.items()
    }  # fmt: skip
    body = built(replace(made.site.judged, judgements=judgements)).page("claims/x.html").body
    assert isinstance(body, ClaimPage)
    assert body.provenance
    assert body.provenance.heads[2] == "one origin"
    origins = [row.origin for row in body.provenance.rows]
    assert [one and (one.name, one.rows, one.joined) for one in origins] == [
        ("Mill", 1, 1),
        ("Nobody named", 1, 0),
        ("Nobody named", 1, 0),
    ]


@pytest.mark.parametrize(
    ("items", "is_drawn"),
    [((), False), ((said("a1"),), False), ((said("a1", "Mill"),), True),
     ((said("a1"), said("b1", stance=Stance.MENTIONS)), False)],
)  # fmt: skip
def test_one_article_that_speaks_for_itself_is_not_drawn(
    items: tuple[JudgedItem, ...], is_drawn: bool
) -> None:
    assert (drawn(*items) is not None) == is_drawn


def test_what_has_no_room_is_counted() -> None:
    found = drawn(*(said(f"p{number:02}") for number in range(MOST_ROWS + 3)))
    assert found
    assert len(found.rows) == MOST_ROWS
    assert found.left_out == 3
