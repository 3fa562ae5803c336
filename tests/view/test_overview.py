from __future__ import annotations

import re
from dataclasses import replace

from briefing.diagnostics import Span
from briefing.model.content import Input
from briefing.model.judged import Judgement, Reason
from briefing.model.pages import Overview
from briefing.model.verdict import Verdict
from tests.view.briefings import Built, built, judged, judgement, words

AT = Span("content/claims/capex.yaml")


def disputed(id_: str, *, key: bool = False) -> Judgement:
    return judgement(id_, f"{id_}.", Verdict.DISPUTED, Reason.FIGURE_MISMATCH, key=key)


def agreed(id_: str) -> Judgement:
    return judgement(id_, f"{id_}.", Verdict.CORROBORATED, Reason.INDEPENDENT_VOICES)


def computed(id_: str, *inputs: str) -> Judgement:
    one = judgement(id_, f"{id_}.", Verdict.DISPUTED, Reason.DERIVED)
    named = tuple(Input(f"n{n}", claim, None, AT) for n, claim in enumerate(inputs))
    return replace(one, claim=replace(one.claim, formula=words("n0"), inputs=named))


def front(*judgements: Judgement) -> Built:
    return built(judged(judgements=judgements))


def folded(made: Built) -> tuple[list[str], dict[str, list[str]], int]:
    """Give the disputes, what is folded under each, and how many more there are."""
    body = made.page("index.html").body
    assert isinstance(body, Overview)
    under = {id_: [one.id for one in all_] for id_, all_ in body.computed.items()}
    return [one.id for one in body.disputed], under, body.more_disputed


def test_computed_claims_stand_under_the_dispute_that_they_rest_on() -> None:
    made = front(
        computed("early", "b"), disputed("a"), disputed("b", key=True), computed("late", "x", "b")
    )
    assert folded(made) == (["b", "a"], {"b": ["early", "late"]}, 0)
    html = made.html("index.html")
    assert "2 claims are computed from it" in html
    assert len(re.findall(r'<a href="claims/early.html">', html)) == 1
    assert "Two of the disputed claims are computed from other claims." in html


def test_a_claim_computed_from_a_computed_one_stands_under_the_first() -> None:
    made = front(agreed("fine"), disputed("a"), computed("b", "fine", "a"), computed("c", "b"))
    assert folded(made) == (["a"], {"a": ["b", "c"]}, 0)
    assert "One of the disputed claims is computed from another claim." in front(
        disputed("a"), computed("b", "a")
    ).html("index.html")


def test_claims_that_compute_from_one_another_are_all_shown() -> None:
    shown, under, _ = folded(front(computed("a", "b"), computed("b", "a"), computed("c", "c")))
    assert set(under) <= set(shown)
    assert {*shown, *(one for all_ in under.values() for one in all_)} == {"a", "b", "c"}


def test_a_long_chain_is_walked_once() -> None:
    count = 3_000
    chain = [computed(f"c{n}", f"c{n + 1}") for n in range(count)]
    _, under, _ = folded(front(*chain, disputed(f"c{count}")))
    assert len(under[f"c{count}"]) == count


def test_only_disputes_of_their_own_are_counted_as_more() -> None:
    made = front(*(disputed(f"c{n}") for n in range(14)), computed("d", "c0"))
    assert folded(made)[2] == 2
    assert "computed from other claims" not in front(disputed("a")).html("index.html")
