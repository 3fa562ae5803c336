"""Claim pages say ClaimReview and topic pages Claim, as data that nothing in it can leave."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from briefing.model.history import Change, History, Move
from briefing.model.judged import Judged, Reason, Stance
from briefing.model.verdict import Verdict
from briefing.view.exports.structured import MOST_APPEARANCES
from tests.view.briefings import (
    Built,
    article,
    built,
    dated,
    example,
    judged,
    judgement,
    publisher,
    quote,
)
from tests.view.exports.conftest import nodes
from tests.view.test_untrusted import ATTACKS


class Blocks(HTMLParser):
    """Gathers the data blocks of a page as a browser's parser would cut them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self._inside = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "script" and "type" in dict(attrs):
            assert attrs == [("type", "application/ld+json")]
            self._inside = True

    def handle_endtag(self, tag: str) -> None:
        self._inside = self._inside and tag != "script"

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.found.append(data)


def told(made: Built, path: str) -> dict[str, Any]:
    (block,) = Blocks(made.html(path)).found
    return dict(json.loads(block))


def with_changes(briefing: Judged, *changes: Change) -> Judged:
    return replace(briefing, content=replace(briefing.content, history=History(changes=changes)))


def with_address(briefing: Judged, address: str) -> Judged:
    settings = replace(briefing.content.settings, site_url=address)
    return replace(briefing, content=replace(briefing.content, settings=settings))


def test_a_claim_s_page_is_a_review_without_a_number() -> None:
    found = told(built(example()), "claims/capex-usd.html")
    assert found["@context"] == "https://schema.org"
    assert found["@type"] == "ClaimReview"
    assert found["claimReviewed"] == "Alibaba plans to invest $52.4 billion."
    assert found["author"] == {"@type": "Organization", "name": "A briefing"}
    assert found["reviewRating"] == {
        "@type": "Rating",
        "alternateName": "Disputed",
        "ratingExplanation": "Investing.com says so; AInvest gives another figure.",
    }
    assert not {"datePublished", "dateModified", "url"} & set(found)
    claim = found["itemReviewed"]
    assert (claim["@type"], claim["text"]) == ("Claim", found["claimReviewed"])
    assert claim["appearance"] == [
        {
            "@type": "Article",
            "headline": "Title of news",
            "publisher": {"@type": "Organization", "name": "Investing.com"},
        }
    ], "a source that disputes is none, and an inferred date is left out"


def test_no_rating_is_a_number_on_any_page(real: tuple[Path, Judged]) -> None:
    _, briefing = real
    made = built(briefing)
    for id_, one in briefing.judgements.items():
        found = told(made, f"claims/{id_}.html")
        assert found["reviewRating"]["alternateName"] == one.verdict.capitalize()
        for node in nodes(found):
            assert not {"ratingValue", "bestRating", "worstRating"} & set(node)
            assert node.get("@type", "Claim") in {
                "ClaimReview", "Claim", "Article", "Organization", "Rating",
            }  # fmt: skip


def test_topics_list_their_claims_by_the_names_that_their_pages_use() -> None:
    made = built(example())
    found = told(made, "capex.html")
    assert (found["@type"], found["name"]) == ("CollectionPage", "Spending")
    listed = {one["@id"]: one["text"] for one in found["hasPart"]}
    assert listed["claims/capex-plan.html#claim"] == "Alibaba plans to invest."
    assert {one["@type"] for one in found["hasPart"]} == {"Claim"}
    assert len(listed) == 3
    assert told(made, "claims/capex-plan.html")["itemReviewed"]["@id"] == "#claim"


def test_later_parts_of_a_topic_lead_up_to_the_claims() -> None:
    claims = tuple(
        judgement(f"c{n}", f"Statement {n}.", Verdict.UNSUPPORTED, Reason.NO_EVIDENCE)
        for n in range(201)
    )
    made = built(judged(judgements=claims))
    (last,) = told(made, "capex/2.html")["hasPart"]
    assert last["@id"] == "../claims/c200.html#claim"


def test_other_pages_say_nothing() -> None:
    made = built(example())
    for path in ("index.html", "method.html", "404.html", "claims/capex-dollars.html"):
        assert Blocks(made.html(path)).found == []


def test_dates_are_those_of_editions() -> None:
    moved = (Move("capex-usd", Verdict.UNSUPPORTED, Verdict.DISPUTED),)
    made = built(
        with_changes(
            example(),
            Change("2025-03-01", "First.", added=("capex-usd",)),
            Change("2025-04-02", "Moved.", moved=moved),
            Change("2025-05-03", "Moved again.", moved=moved, added=("capex-usd", "capex-plan")),
        )
    )
    found = told(made, "claims/capex-usd.html")
    assert (found["datePublished"], found["dateModified"]) == ("2025-03-01", "2025-05-03")
    other = told(made, "claims/capex-plan.html")
    assert (other["datePublished"], "dateModified" in other) == ("2025-05-03", False)
    assert "datePublished" not in told(made, "claims/capex-lags.html")


@pytest.mark.parametrize(
    ("speakers", "origin", "author"),
    [
        (("Alibaba", "Alibaba"), None, "Alibaba"),
        (("Alibaba", None), None, None),
        (("Alibaba", "Reuters"), None, None),
        ((None, None), None, None),
        ((None, None), "The company", "The company"),
    ],
)
def test_the_author_of_a_claim_is_whom_all_support_relays(
    speakers: tuple[str | None, ...], origin: str | None, author: str | None
) -> None:
    items = [
        quote(name, "it is so", attributed_to=who) for name, who in zip("ab", speakers, strict=True)
    ]
    against = quote("c", "it is not", Stance.DISPUTES, attributed_to="Someone")
    one = judgement("c", "It is.", Verdict.DISPUTED, Reason.CONTRADICTION, (*items, against))
    one = replace(one, claim=replace(one.claim, origin=origin))
    made = built(
        judged(
            articles=[article(name, "it is so, or it is not") for name in "abc"], judgements=(one,)
        )
    )
    claim = told(made, "claims/c.html")["itemReviewed"]
    assert claim.get("author") == ({"name": author} if author else None)


def test_what_is_inferred_of_an_article_is_left_out() -> None:
    fields = {"published": dated("2025-02-24"), "url": "https://example.org/a", "author": "Ann"}
    briefing = judged(
        articles=(
            article("a", "so it is", publisher="p", **fields),
            article("b", "so it is", publisher="p", publisher_because="by its looks"),
        ),
        publishers=(publisher("p", "The Paper"),),
        judgements=(
            judgement(
                "c",
                "It is.",
                Verdict.CORROBORATED,
                Reason.INDEPENDENT_VOICES,
                (quote("a", "so it is"), quote("b", "so it is")),
            ),
        ),
    )
    assert told(built(briefing), "claims/c.html")["itemReviewed"]["appearance"] == [
        {
            "@type": "Article",
            "headline": "Title of a",
            "author": {"name": "Ann"},
            "publisher": {"@type": "Organization", "name": "The Paper"},
            "datePublished": "2025-02-24",
            "url": "https://example.org/a",
        },
        {"@type": "Article", "headline": "Title of b"},
    ]


def test_very_many_articles_are_not_all_named() -> None:
    names = [f"a{n}" for n in range(MOST_APPEARANCES + 9)]
    one = judgement(
        "c",
        "It is.",
        Verdict.CORROBORATED,
        Reason.INDEPENDENT_VOICES,
        [quote(name, "so it is") for name in names],
    )
    made = built(judged(articles=[article(name, "so it is") for name in names], judgements=(one,)))
    assert len(told(made, "claims/c.html")["itemReviewed"]["appearance"]) == MOST_APPEARANCES


def test_with_an_address_the_page_is_named_for_machines() -> None:
    made = built(with_address(example(), "https://example.org/team"))
    address = "https://example.org/team/claims/capex-usd.html"
    assert told(made, "claims/capex-usd.html")["url"] == address
    html = made.html("claims/capex-usd.html")
    assert f'<meta property="og:url" content="{address}">' in html
    assert f'<link rel="canonical" href="{address}">' in html
    unknown = built(example()).html("claims/capex-usd.html")
    assert "og:url" not in unknown
    for name in ("title", "description", "type", "site_name"):
        assert len(re.findall(f'<meta property="og:{name}" content="[^"]+">', unknown)) == 1
    assert '<meta property="og:type" content="website">' in made.html("index.html")
    assert '<meta property="og:type" content="article">' in html


@pytest.mark.parametrize("attack", [*ATTACKS, "<!--<script>", "\\u003c/script>", "&lt;/script&gt;"])
def test_nothing_leaves_its_block(attack: str) -> None:
    item = quote("a", "so it is", attributed_to=attack)
    hostile = judgement("c", attack, Verdict.UNSUPPORTED, Reason.SINGLE_SOURCE, (item,))
    made = built(
        judged(
            articles=(article("a", "so it is", title=attack, author=attack, url=attack),),
            judgements=(hostile,),
            narratives={"capex": f"# {attack}\n\nText."},
            title=attack,
        )
    )
    found = told(made, "claims/c.html")
    assert found["claimReviewed"] == found["itemReviewed"]["text"] == attack
    assert found["author"]["name"] == attack
    assert found["itemReviewed"]["author"] == {"name": attack}
    assert found["itemReviewed"]["appearance"][0]["headline"] == attack
    assert told(made, "capex.html")["hasPart"][0]["text"] == attack
    for path in ("claims/c.html", "capex.html"):
        block = re.findall(
            r'<script type="application/ld\+json">(.*?)</script>', made.html(path), re.DOTALL
        )
        assert len(block) == 1
        assert not set("<>&'") & set(block[0])
