"""Stances: figures decide where there are figures, else the author's list; each refusal's place."""

from __future__ import annotations

import pytest

from briefing.diagnostics import Diagnostic
from briefing.judge.inference import explained
from briefing.judge.periods import check_item_period, claimed
from briefing.judge.stances import (
    Stated,
    check_derived_lists,
    check_ended,
    check_inference,
    check_lists,
    check_support,
    claim_figure,
    state,
)
from briefing.model.content import Claim, Entity
from briefing.model.figures import Outcome
from briefing.model.judged import Stance
from tests.judge.reading import EN, MILL, claim, place, source

FORTY = "claim: Output rose 40%.\nquotes:\n"


def figure_of(read: Claim) -> str | None:
    figure, found = claim_figure(read, "en")
    assert not found
    return figure.quantity.text if figure else None


def stances(read: Claim) -> list[Stance | None]:
    figure, _ = claim_figure(read, "en")
    stated = [
        state(read, figure, evidence, explained(evidence, EN).stance, source(""))[0]
        for evidence in read.items
    ]
    return [one.stance if one else None for one in stated]


def mistakes(read: Claim) -> list[Diagnostic]:
    figure, _ = claim_figure(read, "en")
    return [
        one
        for evidence in read.items
        for one in state(read, figure, evidence, explained(evidence, EN).stance, source(""))[1]
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("claim: Output rose 40%.", "40%"),
        ("claim: Output rose.", None),
        ("claim: Output rose 40% in 12 shops.\nfigure: 40%", "40%"),
        ("claim: Output rose 40% in 12 shops.\nfigure: 12 shops", "12 shops"),
        ("claim: Output fell 14%.\nfigure: -14%", "14%"),
        ("claim: Output rose 40%.\nfigure: none", None),
    ],
)
def test_the_figure_of_a_claim(text: str, expected: str | None) -> None:
    assert figure_of(claim(text)) == expected


def test_a_statement_that_speaks_of_a_part_of_its_figure() -> None:
    _, (found,) = claim_figure(claim("claim: Half of its 40 plants closed."), "en")
    assert found.code == "figure-ambiguous"
    assert found.message == "the words are about a part of 40 plants"
    assert found.hint == "write one of  figure: 40 plants  |  figure: none"


def test_a_claims_figure_takes_the_claims_scope() -> None:
    figure, _ = claim_figure(
        claim("""
        claim: Output rose 40%.
        measure: output
        entity: mill
        period: FY2024
        basis: plan
        per: year
        scope: north
        """),
        "en",
    )
    assert figure is not None
    assert (figure.measure, figure.entity, figure.scope) == ("output", "mill", "north")
    assert (figure.basis, figure.per) == ("plan", "year")
    assert figure.period is not None
    assert str(figure.period.end) == "2024-03-31"


@pytest.mark.parametrize(
    ("text", "code", "at", "hint"),
    [
        (
            "claim: Output rose 40% in 12 shops.",
            "figure-ambiguous",
            (4, 12),
            "write one of  figure: 40%  |  figure: 12 shops  |  figure: none",
        ),
        (
            "claim: Output rose 40%.\nfigure: 41%",
            "figure-not-in-statement",
            (5, 13),
            "write one of  figure: 40%  |  figure: none",
        ),
        (
            "claim: It sold 5% more for $5.\nfigure: 5",
            "figure-ambiguous",
            (5, 13),
            "write one of  figure: 5%  |  figure: $5  |  figure: none",
        ),
        ("claim: Output rose.\nfigure: 40%", "figure-not-in-statement", (5, 13),
         "write one of  figure: none"),
    ],
)  # fmt: skip
def test_a_statement_without_one_clear_figure(
    text: str, code: str, at: tuple[int, int], hint: str
) -> None:
    figure, (found,) = claim_figure(claim(text), "en")
    assert figure is None
    assert (found.code, place(found), found.hint) == (code, at, hint)


@pytest.mark.parametrize(
    ("lists", "wrong"),
    [
        ("quotes mentions against", []),
        ("for", [(5, 5)]),
        ("quotes for", [(7, 5)]),
    ],
)
def test_lists_of_a_claim_with_a_figure(lists: str, wrong: list[tuple[int, int]]) -> None:
    held = "\n".join(f"{name}:\n  - a: Output {name}" for name in lists.split())
    read = claim(f"claim: Output rose 40%.\n{held}")
    figure, _ = claim_figure(read, "en")
    found = list(check_lists(read, figure))
    assert [(one.code, place(one)) for one in found] == [("stance-key", at) for at in wrong]
    assert all("figure: none  if '40%'" in (one.hint or "") for one in found)


def test_lists_of_a_claim_in_words() -> None:
    read = claim("claim: Output rose.\nfor: [{a: b}]\nagainst: [{a: c}]\nmentions: [{a: d}]")
    assert list(check_lists(read, None)) == []
    (found,) = check_lists(claim("claim: Output rose.\nquotes:\n  - a: Output rose"), None)
    assert (found.code, place(found)) == ("stance-key", (5, 5))


def test_a_derived_claim_lists_nothing() -> None:
    read = claim("claim: It is 40%.\nformula: x\ninputs: {x: y}\nquotes: [{a: b}]")
    assert [place(one) for one in check_derived_lists(read)] == [(7, 5)]


def test_the_authors_list_decides_for_words() -> None:
    read = claim("claim: Output rose.\nfor: [{a: b}]\nagainst: [{a: c}]\nmentions: [{a: d}]")
    assert stances(read) == [Stance.SUPPORTS, Stance.DISPUTES, Stance.MENTIONS]


@pytest.mark.parametrize(
    ("quote", "stance", "outcome"),
    [
        ("Output rose 40%", Stance.SUPPORTS, Outcome.SAME),
        ("Output rose about 41%", Stance.MENTIONS, Outcome.COMPATIBLE),
        ("Output rose 44%", Stance.DISPUTES, Outcome.DIFFERENT),
        ("Output fell 40%", Stance.DISPUTES, Outcome.DIFFERENT),
        ("Output rose 40 percentage points", Stance.MENTIONS, Outcome.NOT_COMPARABLE),
    ],
)
def test_figures_decide(quote: str, stance: Stance, outcome: Outcome) -> None:
    read = claim(f"{FORTY}  - a: {quote}")
    figure, _ = claim_figure(read, "en")
    stated, found = state(read, figure, read.items[0], None, source(""))
    assert stated is not None
    assert stated.comparison is not None
    assert (stated.stance, stated.comparison.outcome, found) == (stance, outcome, ())


@pytest.mark.parametrize(
    ("item", "code", "at", "hint"),
    [
        (
            "{a: Output rose}",
            "figure-missing",
            (6, 13),
            "quote the figure too, or list the quote under 'mentions'",
        ),
        (
            "{a: Output rose 40% and 44%}",
            "figure-ambiguous",
            (6, 13),
            "write one of  figure: 40%  |  figure: 44%",
        ),
        (
            "{source: a, quote: Output rose 40%, figure: 41%}",
            "figure-not-in-quote",
            (6, 53),
            "write one of  figure: 40%",
        ),
        (
            "{source: a, quote: Output rose 40% in 40 shops, figure: 40}",
            "figure-ambiguous",
            (6, 65),
            "write one of  figure: 40%  |  figure: 40 shops",
        ),
    ],
)
def test_a_quote_without_one_clear_figure(
    item: str, code: str, at: tuple[int, int], hint: str
) -> None:
    read = claim(f"{FORTY}  - {item}")
    assert stances(read) == [None]
    (found,) = mistakes(read)
    assert (found.code, place(found), found.hint) == (code, at, hint)


def test_a_picked_figure_is_compared() -> None:
    read = claim(f"{FORTY}  - {{source: a, quote: Output rose 40% and 44%, figure: 44%}}")
    assert stances(read) == [Stance.DISPUTES]


def test_an_items_own_scope_is_compared() -> None:
    read = claim(f"{FORTY}  - {{source: a, quote: Output rose 44%, scope: abroad}}")
    assert stances(read) == [Stance.MENTIONS]


def mentioned(quote: str, because: str = "") -> Claim:
    return claim(f"claim: Output rose 40%.\nmentions:\n"
                 f"  - {{source: a, quote: {quote}{because}}}")  # fmt: skip


@pytest.mark.parametrize("quote", ["Output rose 40%", "Output rose 44%"])
def test_a_lowered_stance_gives_its_reason(quote: str) -> None:
    read = mentioned(quote)
    assert stances(read) == [Stance.MENTIONS]
    assert [(one.code, place(one)) for one in mistakes(read)] == [("missing-because", (6, 28))]
    assert mistakes(mentioned(quote, ", because: it counts the north alone")) == []


@pytest.mark.parametrize("quote", ["Output rose about 41%", "Output rose", "It rose 5 points"])
def test_a_mention_as_computed_needs_no_reason(quote: str) -> None:
    assert mistakes(mentioned(quote)) == []


def denied(quote: str, more: str = "") -> Claim:
    return claim(f"claim: Output rose 40%.\nagainst:\n  - {{source: a, quote: {quote}{more}}}")


def test_a_denial_in_words_disputes() -> None:
    read = denied("growth was invented")
    assert (stances(read), mistakes(read)) == ([Stance.DISPUTES], [])


def test_a_denial_may_not_repeat_the_figure_without_a_reason() -> None:
    read = denied("Output rose 40%")
    assert [(one.code, place(one)) for one in mistakes(read)] == [("missing-because", (6, 28))]
    told = denied("Output rose 40%", ", because: it is the question of an interview")
    assert (stances(told), mistakes(told)) == ([Stance.DISPUTES], [])


def test_a_denial_may_name_another_figure() -> None:
    read = denied("growth of 44% was invented")
    assert (stances(read), mistakes(read)) == ([Stance.DISPUTES], [])


def test_a_denials_figure_stands_in_it() -> None:
    (found,) = mistakes(denied("growth was invented", ", figure: 41%"))
    assert found.code == "figure-not-in-quote"


def held(read: Claim, entity: Entity | None = None) -> tuple[Stated, list[Diagnostic]]:
    """Give the stance of a claim's one item, and what is said of its period."""
    figure, _ = claim_figure(read, "en", entity)
    assert figure is not None
    of = claimed(read, figure.quantity, "en", entity)
    stated, _ = state(read, figure, read.items[0], None, source(""), of)
    assert stated is not None
    assert stated.told is not None
    return stated, list(check_item_period(of, read.items[0], stated.told))


def checked(item: str, published: str, basis: str = "actual") -> list[Diagnostic]:
    read = claim(f"claim: Output rose 40%.\nperiod: 2024-Q4\nentity: mill\nbasis: {basis}\n"
                 f"quotes:\n  - {item}")  # fmt: skip
    stated, named = held(read, MILL)
    return [*check_ended(read, read.items[0], stated, source(published)), *named]


LATE = "{source: a, quote: Output rose 40%}"


@pytest.mark.parametrize(
    ("item", "published", "basis", "found"),
    [
        (LATE, "published: 2024-12-30", "actual", True),
        (LATE, "published: 2024-12-31", "actual", False),
        (LATE, "published: 2024-12", "actual", False),
        (LATE, "published: 2024-11", "actual", True),
        (LATE, "published: unknown", "actual", False),
        (LATE, "", "actual", False),
        (LATE, "published: 2024-11", "forecast", False),
        ("{source: a, quote: Output rose 40%, period: unknown}", "published: 2024", "actual", False),
        ("{source: a, quote: Output rose 40%, period: 2024-Q3}", "published: 2024-11", "actual",
         False),
    ],
)  # fmt: skip
def test_a_figure_of_a_period_that_has_not_ended(
    item: str, published: str, basis: str, found: bool
) -> None:
    codes = [one.code for one in checked(item, published, basis)]
    assert codes == ["figure-before-period-ends"] * found


def test_the_place_of_a_period_that_has_not_ended() -> None:
    (found,) = checked(LATE, "published: 2024-11-20")
    assert place(found) == (9, 28)
    assert found.message == (
        "an actual figure for 2024-Q4, which ends after a was published (2024-11-20)"
    )
    said = "{source: a, quote: Output rose 40% in 2024, period: '2024'}"
    (found,) = checked(said, "published: 2024-11-20")
    assert place(found) == (9, 62)


def test_a_quote_that_names_another_period() -> None:
    item = "{source: a, quote: In the March 2024 quarter output rose 40%}"
    (found,) = checked(item, "published: 2025")
    assert (found.code, place(found), found.at.end_column) == ("period-differs", (9, 35), 53)
    assert found.hint == "give the item its own period, such as  period: 2024-Q1"


@pytest.mark.parametrize(
    ("quote", "hint"),
    [
        ("In the second quarter output rose 40%", None),
        ("The full-year output rose 40%", None),
        ("Over July to September output rose 40%", "2024-07/2024-09"),
        ("At the end of June output stood at 40%", "2024-06-30"),
    ],
)
def test_a_hint_can_be_pasted(quote: str, hint: str | None) -> None:
    (found,) = checked(f"{{source: a, quote: {quote}}}", "published: 2025")
    assert found.code == "period-differs"
    own = f"give the item its own period, such as  period: {hint}"
    assert found.hint == (
        own if hint else "give the item the period that is meant, with a 'because'"
    )


def test_a_fiscal_year_that_nobody_declared_is_no_label_to_paste() -> None:
    read = claim("claim: Output rose 40%.\nperiod: '2024'\nquotes:\n"
                 "  - {source: a, quote: In fiscal 2024 output rose 40%}")  # fmt: skip
    _, (found,) = held(read)
    assert found.hint == (
        "declare the entity's fiscal_year_end in briefing.yaml, so that its days are known"
    )


def test_a_year_of_a_figure_per_year_is_no_other_period() -> None:
    told = "claim: It spends $5 million a year.\nperiod: 2025/2028\n{}quotes:\n  - a: {}"
    quote = "annual spending of $5 million"
    for per, found in (("", ["period-differs"]), ("per: year\n", [])):
        read = claim(told.format(per, quote))
        _, named = held(read)
        assert [one.code for one in named] == found


def test_a_quote_that_names_its_fiscal_period() -> None:
    assert checked("{source: a, quote: In Q3 FY2025 output rose 40%}", "published: 2025") == []


def test_an_inference_without_because() -> None:
    read = claim(f"{FORTY}  - {{source: a, quote: Output rose 40%, scope: north, per: year}}")
    (found,) = check_inference(read.items[0], explained(read.items[0], EN))
    assert (found.code, place(found)) == ("missing-because", (6, 28))
    assert found.message == "the quote does not say 'north': an inferred scope needs a 'because'"
    told = claim(f"{FORTY}  - {{source: a, quote: Output rose 40%, scope: north, because: it is}}")
    assert list(check_inference(told.items[0], explained(told.items[0], EN))) == []


def support(*quotes: str) -> list[Diagnostic]:
    listed = "".join(f"  - a: {quote}\n" for quote in quotes)
    read = claim(f"claim: Output rose between 40% and 50%.\nquotes:\n{listed}")
    figure, _ = claim_figure(read, "en")
    stated = [
        (evidence, state(read, figure, evidence, explained(evidence, EN).stance, source(""))[0])
        for evidence in read.items
    ]
    return list(check_support(tuple((one, held) for one, held in stated if held)))


def test_roundings_that_only_touch_exclude_each_other() -> None:
    (found,) = support("Output rose 45%", "It rose 46%")
    assert found.message == "'46%' and '45%' both support the claim but differ"
    (found,) = support("Output rose between 42% and 44%", "It rose 46%")
    assert found.message == "'46%' and 'between 42% and 44%' both support the claim but differ"


def test_figures_of_two_currencies_are_not_set_against_each_other() -> None:
    read = claim("""
        claim: It cost 72.5 million yuan.
        rate: {USD/CNY: 7.25, on: 2025-02-24}
        quotes:
          - a: It cost $10 million
          - a: It cost 72.5 million yuan
        """)
    figure, _ = claim_figure(read, "en")
    stated = [(one, state(read, figure, one, None, source(""))[0]) for one in read.items]
    assert [held.stance if held else None for _, held in stated] == [Stance.SUPPORTS] * 2
    assert list(check_support(tuple((one, held) for one, held in stated if held))) == []


def test_supporting_figures_that_exclude_each_other() -> None:
    (found,) = support("Output rose 42%", "It rose 45%", "It rose 48%")
    assert (found.code, place(found)) == ("support-differs", (8, 12))
    assert found.message == "'48%' and '42%' both support the claim but differ"
    assert [(one.at.line, one.message) for one in found.related] == [(6, "'42%' is here")]


@pytest.mark.parametrize(
    "quotes",
    [
        ("Output rose 45%", "It rose 45.3%"),
        ("Output rose 45%", "It rose 45%"),
        ("Output rose 45%", "It rose 70%"),
        ("Output rose 45%", "It rose about 46%"),
        ("Output rose between 42% and 48%", "It rose 45%"),
        ("Output rose 45%",),
    ],
)
def test_supporting_figures_that_agree(quotes: tuple[str, ...]) -> None:
    assert support(*quotes) == []
