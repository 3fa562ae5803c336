"""Show what a claim's page adds to its evidence: whose reasons, and how to cite it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing import view
from briefing.diagnostics import Span
from briefing.figures import evaluate, read
from briefing.model.content import Words
from briefing.model.figures import Computed, Figure
from briefing.model.judged import Derivation, InputFigure, Position, Reason, Stance
from briefing.model.pages import Page
from briefing.model.verdict import Verdict
from briefing.view.pages.claim import ClaimPage
from tests.view.briefings import Built, article, built, example, judged, judgement, quote

CITATION = (
    "“Alibaba plans to invest $52.4 billion.” – disputed (figures differ), A briefing, "
    "newest dated article: 24 February 2025, claim capex-usd"
)


def body(made: Built, claim: str) -> ClaimPage:
    page = view.page(made.site, f"claims/{claim}.html")
    assert isinstance(page, Page)
    assert isinstance(page.body, ClaimPage)
    return page.body


def test_a_claim_is_cited_with_its_verdict_date_and_id(small: Built) -> None:
    assert body(small, "capex-usd").citation == CITATION
    assert body(small, "capex-usd").address == "claims/capex-usd.html"
    assert "former addresses lead here too: capex-dollars." in small.html("claims/capex-usd.html")


def test_a_citation_ends_with_the_address_where_it_is_known() -> None:
    briefing = example()
    settings = replace(briefing.content.settings, site_url="https://example.org/team")
    known = built(replace(briefing, content=replace(briefing.content, settings=settings)))
    address = "https://example.org/team/claims/capex-usd.html"
    assert body(known, "capex-usd").citation == f"{CITATION}, {address}"
    assert f'<a href="../claims/capex-usd.html">{address}</a>' in known.html(
        "claims/capex-usd.html"
    )


def test_a_working_is_set_with_the_minus_of_the_page() -> None:
    figures = {"a": Figure(read("5%", "en")[0]), "b": Figure(read("19.5%", "en")[0])}
    found = evaluate("a - b", figures, "")
    assert isinstance(found, Computed)
    inputs = tuple(InputFigure(name, "gap", None, one) for name, one in figures.items())
    one = judgement("gap", "It fell.", Verdict.UNSUPPORTED, Reason.DERIVED)
    one = replace(one, derivation=Derivation("a - b", inputs, found))
    shown = body(built(judged(judgements=[one])), "gap").derivation
    assert shown is not None
    assert shown.steps == "5% − 19.5% = −0.1505 to −0.1395"


def test_a_result_that_holds_for_every_disputed_figure_is_worked_out_with_each() -> None:
    plan, other, rival = (Figure(read(text, "en")[0]) for text in ("$50", "$52", "$80"))
    found = evaluate("rival / plan", {"rival": rival, "plan": plan}, "")
    assert isinstance(found, Computed)
    positions = (
        Position(plan, (0,), ("a",), Stance.SUPPORTS),
        Position(other, (1,), ("b",), Stance.DISPUTES),
        Position(rival, (2,), ("c",), Stance.MENTIONS),
    )
    base = judgement("plan", "It is $50.", Verdict.DISPUTED, Reason.FIGURE_MISMATCH)
    one = judgement("times", "It is 1.6 times.", Verdict.UNSUPPORTED, Reason.DERIVED_ROBUST)
    inputs = (InputFigure("rival", "rival", None, rival), InputFigure("plan", "plan", None, plan))
    made = built(
        judged(
            judgements=[
                replace(base, positions=positions),
                judgement("rival", "It is $80.", Verdict.UNSUPPORTED, Reason.SINGLE_SOURCE),
                replace(
                    one,
                    figure=Figure(read("160%", "en")[0]),
                    derivation=Derivation("rival / plan", inputs, found),
                ),
            ]
        )
    )
    shown = body(made, "times").derivation
    assert shown is not None
    assert [steps.split(" = ")[0] for steps in shown.others] == ["80 USD / 52 USD"]


def test_a_citation_without_a_date_leaves_it_out() -> None:
    undated = built(
        judged(judgements=[judgement("a", "It is.", Verdict.UNSUPPORTED, Reason.NO_EVIDENCE)])
    )
    assert (
        body(undated, "a").citation == "“It is.” – unsupported (no evidence), A briefing, claim a"
    )


def test_a_citation_gives_the_date_that_the_author_declares() -> None:
    briefing = example()
    settings = replace(briefing.content.settings, as_of="2025-10-01")
    declared = built(replace(briefing, content=replace(briefing.content, settings=settings)))
    assert ", as of 1 October 2025, claim" in body(declared, "capex-usd").citation


@pytest.mark.parametrize(
    ("stance", "why", "said"),
    [
        (Stance.MENTIONS, "because", "<b>The analyst:</b> it is a headline"),
        (Stance.SUPPORTS, "because", "<b>The analyst:</b> it is a headline"),
        (Stance.SUPPORTS, "inferred", "<b>The analyst infers:</b> it is a headline"),
    ],
)
def test_reasons_are_shown_once_and_say_whose_they_are(stance: Stance, why: str, said: str) -> None:
    item = quote("a", "It is so", stance, **{why: "it is a headline"})
    made = built(
        judged(
            articles=(article("a", "It is so."),),
            judgements=(
                judgement("c", "It is so.", Verdict.UNSUPPORTED, Reason.SINGLE_SOURCE, (item,)),
            ),
        )
    )
    html = made.html("claims/c.html")
    assert said in html
    assert html.count("it is a headline") == 1


def test_the_head_of_a_table_is_shown_beside_its_row() -> None:
    briefing = example()
    claim = briefing.judgements["capex-usd"]
    words = Words("(in millions of dollars)", Span("content/claims/all.yaml"))
    first = claim.items[0]
    items = (replace(first, written=replace(first.written, head=words)), *claim.items[1:])
    judgements = {**briefing.judgements, "capex-usd": replace(claim, items=items)}
    site = built(replace(briefing, judgements=judgements))
    html = site.html("claims/capex-usd.html")
    assert html.count("<b>Head of the table:</b> “(in millions of dollars)”") == 1


def test_a_translation_is_shown_as_the_analysts() -> None:
    briefing = example()
    claim = briefing.judgements["capex-usd"]
    words = Words("it brings in $52 million", Span("content/claims/all.yaml"))
    first = claim.items[0]
    items = (replace(first, written=replace(first.written, translation=words)), *claim.items[1:])
    judgements = {**briefing.judgements, "capex-usd": replace(claim, items=items)}
    html = built(replace(briefing, judgements=judgements)).html("claims/capex-usd.html")
    assert html.count("<b>The analyst translates:</b> “it brings in $52 million”") == 1
