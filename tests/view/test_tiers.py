"""What a claim weighs, and what is counted first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.diagnostics import Span
from briefing.language.messages import ENGLISH
from briefing.model.content import ClaimKind, Input
from briefing.model.judged import Judgement, Reason
from briefing.model.verdict import Verdict
from briefing.view import tiers
from briefing.view.pages.topic import TopicPage
from briefing.view.tiers import Tier
from tests.view.briefings import article, built, judged, judgement, quote, words

AT = Span("content/claims/capex.yaml")


TWO, THREE = "Two claims in all:", "Three claims in all:"
OF_THEM = "Of them all,"


def claim(id_: str, *inputs: str, key: bool = False, kind: ClaimKind = "statement") -> Judgement:
    """Make a claim, computed from `inputs` if there are any."""
    one = judgement(id_, f"{id_}.", Verdict.UNSUPPORTED, Reason.NO_EVIDENCE, key=key, kind=kind)
    if not inputs:
        return one
    named = tuple(Input(f"n{n}", claim, None, AT) for n, claim in enumerate(inputs))
    return replace(one, kind="derived", claim=replace(one.claim, formula=words("n0"), inputs=named))


def given_tiers(*claims: Judgement, cited: tuple[str, ...] = ()) -> Mapping[str, Tier]:
    return tiers.tiers({one.claim.id: one for one in claims}, cited)


def test_what_sources_state_is_told_from_views_and_from_what_is_computed() -> None:
    found = given_tiers(
        claim("a", key=True),
        claim("b", key=True, kind="forecast"),
        claim("c", "a", key=True),
        claim("d", kind="attribution"),
        claim("e", kind="opinion"),
        claim("f", kind="opinion"),
        claim("g"),
        cited=("d", "e"),
    )
    assert found == {
        "a": Tier.KEY, "b": Tier.VIEW, "c": Tier.COMPUTED, "d": Tier.OTHER, "e": Tier.VIEW,
        "f": Tier.ACCOUNTED, "g": Tier.ACCOUNTED,
    }  # fmt: skip


def test_what_a_cited_claim_is_computed_from_is_needed_however_far_down() -> None:
    found = given_tiers(claim("a"), claim("b", "a"), claim("c", "b", "gone"), cited=("c",))
    assert set(found.values()) == {Tier.OTHER, Tier.COMPUTED}


def test_nothing_is_accounted_for_where_nothing_is_cited_or_key() -> None:
    assert given_tiers(claim("a"), claim("b", kind="opinion")) == {
        "a": Tier.OTHER, "b": Tier.VIEW,
    }  # fmt: skip


@given(
    st.lists(st.tuples(st.booleans(), st.booleans(), st.sampled_from(["statement", "opinion"]))),
)
def test_every_claim_has_one_tier_and_is_counted_once(
    drawn: list[tuple[bool, bool, ClaimKind]],
) -> None:
    claims = [claim(f"c{n}", key=key, kind=kind) for n, (key, _, kind) in enumerate(drawn)]
    cited = tuple(f"c{n}" for n, (_, one, _) in enumerate(drawn) if one)
    of = given_tiers(*claims, cited=cited)
    assert of.keys() == {one.claim.id for one in claims}
    first = tiers.leading(claims, of)
    assert bool(first) == bool(claims)
    assert len({of[one.claim.id] for one in first}) <= 1
    key = [one for one in claims if of[one.claim.id] is Tier.KEY]
    assert not key or list(first) == key


@pytest.mark.parametrize(
    ("claims", "told"),
    [
        ((claim("a", key=True), claim("b", kind="opinion", key=True), claim("c")),
         ("one key claim that sources state",
          f"{THREE} the one counted here, one view and one recorded only for completeness. {OF_THEM} three unsupported.")),
        ((claim("a"), claim("b", "a")),
         ("one claim", f"{TWO} the one counted here and one computed. {OF_THEM} two unsupported.")),
        ((claim("a"), claim("b")), ("two claims", None)),
        ((claim("a", kind="opinion"),), ("one claim", None)),
        ((), ("no claims", None)),
    ],
)  # fmt: skip
def test_key_claims_are_counted_first(
    claims: tuple[Judgement, ...], told: tuple[str, str | None]
) -> None:
    found = tiers.weighed(claims, given_tiers(*claims), ENGLISH)
    assert (found.caption, found.apart) == told


def test_the_numbers_of_a_sentence_are_all_in_words_or_all_in_digits() -> None:
    claims = [
        claim(f"c{n}", key=n < 10, kind="opinion" if n == 0 else "statement") for n in range(13)
    ]
    of = given_tiers(*claims)
    apart = tiers.weighed(claims, of, ENGLISH).apart or ""
    assert apart.startswith(
        "13 claims in all: the 9 counted here, 1 view and 3 recorded only for completeness"
    )
    assert apart.endswith("Of them all, 13 unsupported.")
    assert (
        tiers.key_claims(claims, ENGLISH) == "ten key claims: nine that sources state and one view"
    )


def test_all_key_claims_are_on_one_page_that_the_front_page_leads_to() -> None:
    claims = [
        claim("a", key=True), claim("b", kind="forecast", key=True), claim("c", "a", key=True),
        claim("d"),
    ]  # fmt: skip
    made = built(judged(judgements=claims))
    assert (
        '<a href="claims/index/key.html">All three key claims: one that sources state, one view and '
        "one computed</a>"
    ) in made.html("index.html")
    html = made.html("claims/index/key.html")
    shown = [id_ for id_ in "abcd" if f'href="../../claims/{id_}.html"' in html]
    assert shown == ["a", "b", "c"]
    assert "One key claim that sources state</p>" in html
    assert "Three claims in all: the one counted here, one view and one computed." in html


def test_there_is_no_page_of_key_claims_where_none_is_key() -> None:
    made = built(judged(judgements=[claim("a")]))
    assert "claims/index/key.html" not in made.site.routes
    assert "key.html" not in made.html("index.html") + made.html("claims/index.html")


def test_a_topic_says_what_its_verdicts_mean_and_how_its_numbers_make_up_the_whole() -> None:
    claims = [claim("a", key=True), claim("b", "a")]
    html = built(judged(judgements=claims)).html("capex.html")
    assert "Unsupported: fewer voices than that say so. It may still be true." in html
    assert "Two claims in all: the one counted here and one computed." in html


def test_a_topic_folds_away_what_is_only_accounted_for() -> None:
    made = built(judged(judgements=[claim("a", key=True), claim("b")]))
    before, folded = made.html("capex.html").split("<details", 1)
    assert 'href="claims/a.html"' in before
    assert 'href="claims/b.html"' not in before
    assert "1 claim recorded only for completeness</summary>" in folded
    assert 'href="claims/b.html"' in folded


def test_a_topic_lists_what_weighs_most_first_and_folds_what_goes_on_for_long() -> None:
    others = [claim(f"o{n}") for n in range(230)]
    cited = " ".join(f"[@{one.claim.id}]" for one in others)
    held = [
        claim("x"),
        *others[:100],
        claim("v", kind="opinion"),
        claim("k", key=True),
        *others[100:],
    ]
    made = built(judged(judgements=held, narratives={"capex": f"{cited} [@v]"}))
    first, second = (made.page(path).body for path in ("capex.html", "capex/2.html"))
    assert isinstance(first, TopicPage)
    assert isinstance(second, TopicPage)
    assert [(one.tier, one.count, len(one.shown), len(one.folded)) for one in first.groups] == [
        ("key", 1, 1, 0),
        ("other", 230, 20, 179),
    ]
    assert [(one.tier, one.count, len(one.shown), len(one.folded)) for one in second.groups] == [
        ("other", 230, 20, 11),
        ("view", 1, 1, 0),
        ("accounted", 1, 0, 1),
    ]
    html = made.html("capex.html")
    assert '<li><a href="#other-claims">Other claims</a> <span class="count">230</span>' in html
    assert '<h3 id="other-claims">Other claims <span class="count">230</span></h3>' in html
    assert "179 more claims</summary>" in html
    assert (
        'All 233 claims can be searched and filtered in the <a href="claims/index.html?topic=capex">'
        in html
    )
    next_ = made.html("claims/o198.html").split('rel="next" href="')[1]
    assert next_.startswith("../claims/o199.html")


def test_a_view_says_who_holds_it() -> None:
    articles = [article(id_, "It is so.") for id_ in "abcd"]
    views = (
        judgement("own", "So.", Verdict.UNSUPPORTED, Reason.SINGLE_SOURCE,
                  [quote("a", "It is so")], kind="opinion"),
        judgement("relayed", "So.", Verdict.UNSUPPORTED, Reason.SINGLE_SOURCE,
                  [quote("a", "It is so", attributed_to="Ann Lee")], kind="forecast"),
        judgement("many", "So.", Verdict.CORROBORATED, Reason.INDEPENDENT_VOICES,
                  [quote(id_, "It is so") for id_ in "abcd"], kind="opinion", shared_view=True),
        judgement("fact", "So.", Verdict.UNSUPPORTED, Reason.SINGLE_SOURCE, [quote("a", "It is so")]),
        claim("nobody", kind="opinion"),
    )  # fmt: skip
    made = built(judged(articles, judgements=views))
    assert {id_: card.held for id_, card in made.site.claims.items()} == {
        "own": "Held by a.",
        "relayed": "Held by Ann Lee.",
        "many": "Held by a, b, c and one other.",
        "fact": None,
        "nobody": None,
    }
    assert "Held by Ann Lee." in made.html("capex.html")


def test_topics_take_turns_in_their_order_and_an_unknown_one_comes_last() -> None:
    held = [("b", 1), ("a", 2), ("b", 3), ("x", 4), ("b", 5)]
    assert list(tiers.in_turn(held, ("a", "b", "none"))) == [2, 1, 4, 3, 5]
