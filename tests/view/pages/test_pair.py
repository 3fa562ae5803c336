"""Read two sources side by side: which are paired, whether they say the same, and the words of both."""

from __future__ import annotations

from dataclasses import replace

from briefing.model.judged import JudgedItem, Judgement, Position, Reason, Stance
from briefing.model.verdict import Verdict
from briefing.view.pages.pair import PairPage
from briefing.view.pairs import MOST_PARTNERS, MOST_SPEAKERS, pair_href, pairs
from tests.view.briefings import Built, article, built, judged, judgement, money, publisher, quote

FOR, AGAINST, MENTIONS = Stance
SO = "It is so"


def claim(id_: str, *items: JudgedItem) -> Judgement:
    return judgement(id_, f"{id_}.", Verdict.UNSUPPORTED, Reason.SINGLE_SOURCE, items)


def site(*claims: Judgement) -> Built:
    sources = sorted({item.written.source for one in claims for item in one.items})
    papers = {id_: id_.rstrip("0123456789") or id_ for id_ in sources}
    return built(
        judged(
            articles=[article(id_, SO, publisher=paper) for id_, paper in papers.items()],
            publishers=[publisher(id_, id_.upper()) for id_ in sorted(set(papers.values()))],
            judgements=claims,
        )
    )


def page(made: Built, path: str = "sources/a/b.html") -> PairPage:
    body = made.page(path).body
    assert isinstance(body, PairPage)
    return body


def told(*claims: Judgement) -> list[tuple[str, str, str]]:
    body = page(site(*claims))
    return [(one.claim.id, one.outcome, one.why) for one in (*body.rows, *body.not_compared)]


def test_what_both_say_is_the_same_or_different_and_what_differs_comes_first() -> None:
    assert told(
        claim("m", quote("a", SO, MENTIONS), quote("b", SO)),
        claim("s", quote("a", SO), quote("b", SO)),
        claim("d", quote("a", SO, AGAINST), quote("b", SO)),
        claim("r", quote("a", SO, attributed_to="Mill"), quote("b", SO, attributed_to="Mill")),
        claim("n", quote("a", SO, AGAINST), quote("b", SO, AGAINST)),
        claim("x", quote("a", SO), quote("a", SO, AGAINST), quote("b", SO)),
    ) == [
        ("d", "different", "one supports it, the other disputes it"),
        ("s", "same", "both support it"),
        ("r", "same", "both support it and relay Mill"),
        ("n", "same", "both dispute it"),
        ("m", "not-comparable", "A only mentions it"),
        ("x", "not-comparable", "A says both"),
    ]


def test_both_may_dispute_a_claim_with_different_figures() -> None:
    items = [
        quote(one, SO, AGAINST, figure=money(f"${n} billion", n, n))
        for one, n in (("a", "5"), ("b", "7"))
    ]
    made = claim("n", *items)
    held = replace(
        made,
        positions=tuple(
            Position(figure, (n,), (one.written.source,), AGAINST)
            for n, one in enumerate(items)
            if (figure := one.figure)
        ),
    )
    assert told(held, claim("o", quote("a", SO), quote("b", SO)))[0] == (
        "n",
        "different",
        "both dispute it, with different figures",
    )


def test_one_claim_in_common_makes_no_pair() -> None:
    made = site(claim("s", quote("a", SO), quote("b", SO)), claim("o", quote("a", SO)))
    assert "sources/a/b.html" not in made.site.paths
    assert "Side by side" not in made.html("sources/a.html")


def test_sources_lead_to_their_pair_and_it_to_the_words() -> None:
    both = (quote("a1", SO), quote("a2", SO))
    made = site(claim("s", *both), claim("t", *both))
    for id_ in ("a1", "a2"):
        html = made.html(f"sources/{id_}.html")
        assert '<a href="../sources/a1/a2.html">' in html
        assert "both speak on 2 claims" in html
    html = made.html("sources/a1/a2.html")
    assert "They are one voice: where they agree, that counts once." in html
    assert html.count('href="../../sources/a1.html#q-0-8"') == 2


def test_a_source_keeps_the_partners_with_which_it_shares_most() -> None:
    ids = [f"s{n:02}" for n in range(MOST_PARTNERS + 1)]
    claims = [
        claim(f"{other}-{n}", quote("hub", SO), quote(other, SO))
        for other in ids
        for n in range(3 if other == ids[-1] else 2)
    ]
    found = pairs(claims)
    assert found["hub"] == (ids[-1], *ids[: MOST_PARTNERS - 1])
    assert found[ids[0]] == ("hub",)
    assert ids[-2] not in found or not found[ids[-2]]


def test_a_claim_on_which_many_speak_pairs_nobody() -> None:
    many = [f"m{n}" for n in range(MOST_SPEAKERS + 1)]
    for count, paired in ((MOST_SPEAKERS, True), (MOST_SPEAKERS + 1, False)):
        claims = [claim(f"c{n}", *(quote(one, SO) for one in many[:count])) for n in range(2)]
        assert bool(pairs(claims)) is paired


def test_a_source_named_by_a_number_gives_the_folder() -> None:
    assert pair_href("a", "2") == pair_href("2", "a") == "sources/2/a.html"
