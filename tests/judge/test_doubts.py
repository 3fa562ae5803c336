"""Words of a quote that sit ill with its stance: denials, plans, a year's amount, other figures."""

from __future__ import annotations

import pytest

from briefing.diagnostics import Diagnostic, Severity
from briefing.judge.doubts import check_words
from briefing.judge.inference import explained
from briefing.judge.stances import claim_figure, state
from briefing.judge.standings import other_standing
from tests.judge.reading import EN, claim, place, source


def warned(text: str, published: str = "2025-03-01") -> list[Diagnostic]:
    read = claim(text)
    figure, found = claim_figure(read, "en")
    assert not found
    (evidence,) = read.items
    why = explained(evidence, EN).stance
    stated, _ = state(read, figure, evidence, why, source(""))
    assert stated is not None
    article = source(f"published: {published}")
    words = check_words(read, figure, evidence, why, stated, article, "en")
    if figure is None or why is not None:
        return [*words]
    other = other_standing(read, figure, evidence, stated, ("en", "en"))
    return [*([other] if other else []), *words]


def quoted(statement: str, quote: str, more: str = "") -> list[Diagnostic]:
    lines = [f"claim: {statement}", *more.splitlines(), "quotes:", f"  - a: '{quote}'"]
    return warned("\n".join(lines))


@pytest.mark.parametrize(
    ("quote", "word"),
    [
        ("Output did not rise 40%", "not"),
        ("It is untrue that output rose 40%", "untrue"),
        ("The mill denied that output rose 40%", "denied"),
        ("Rain fell; output never rose 40%", "never"),
        ("Output failed to rise 30%", "failed to"),
    ],
)
def test_a_denial_before_the_figure(quote: str, word: str) -> None:
    (found,) = quoted("Output rose 40%.", quote)
    assert (found.code, found.severity) == ("quote-denies", Severity.WARNING)
    assert found.message.startswith(f"the quote says '{word}' of '")
    assert place(found) == (6, 13)


@pytest.mark.parametrize(
    "quote",
    [
        "Output rose 40%, and did not stop",
        "It did not say why, but output rose 40%",
        "It did not say why. Output rose 40%",
        "Not only output rose 40%",
        "With no help output rose 40%",
    ],
)
def test_a_denial_of_something_else(quote: str) -> None:
    assert quoted("Output rose 40%.", quote) == []


def test_a_denial_that_the_claim_makes_too() -> None:
    assert quoted("Output did not rise 40%.", "It is false that output rose 40%") == []


def test_a_denial_that_is_explained() -> None:
    text = """
        claim: Output rose 40%.
        quotes:
          - source: a
            quote: Nobody denied that output rose 40%
            because: it is a double denial
        """
    assert warned(text) == []


@pytest.mark.parametrize(
    ("quote", "word", "basis"),
    [
        ("It plans to spend $5 million", "plans to", "plan"),
        ("It will spend $5 million", "will", "plan"),
        ("Its goal is $5 million", "goal is", "target"),
        ("It expects to have spent $5 million", "expects to", "forecast"),
        ("Spending reached a run rate of $5 million", "run rate", "run-rate"),
    ],
)
def test_words_of_another_basis(quote: str, word: str, basis: str) -> None:
    (found,) = quoted("It spent $5 million.", quote)
    assert (found.code, place(found)) == ("scope-differs", (6, 13))
    assert found.message == (
        f"the quote says '{word}' but inherits the basis actual, so its figure is not compared"
    )
    assert (
        found.hint
        == f"give the claim  basis: {basis}, or, if the words mean it, the item  basis: actual"
    )


@pytest.mark.parametrize(
    "quote",
    [
        "Revenue was $5 million, beating analysts'' expectations",
        "Revenue was $5 million, more than expected",
        "Revenue was $5 million, and it plans to invest more",
        "The mill announced revenue of $5 million",
        "The committee said revenue was $5 million",
        "Revenue of $5 million missed forecasts",
        "Revenue was $5 million, above the target of the year",
        "It plans to expand: revenue was $5 million",
    ],
)
def test_words_of_a_basis_that_do_not_lead_to_the_figure(quote: str) -> None:
    assert quoted("Revenue was $5 million.", quote) == []


@pytest.mark.parametrize(
    ("statement", "more"),
    [
        ("It plans to spend $5 million.", ""),
        ("Its goal is $5 million.", ""),
        ("Its plan amounts to $5 million.", "basis: plan"),
        ("It may spend $5 million.", "basis: forecast"),
    ],
)
def test_a_claim_that_looks_ahead_too(statement: str, more: str) -> None:
    assert quoted(statement, "It will spend $5 million", more) == []


def test_an_item_with_its_own_basis() -> None:
    text = """
        claim: It spent $5 million.
        quotes:
          - source: a
            quote: It will spend $5 million
            basis: plan
        """
    assert warned(text) == []


@pytest.mark.parametrize(
    ("statement", "quote", "per"),
    [
        ("It costs $5 million.", "It costs $5 million a year", "year"),
        ("It costs $5 million.", "It costs $5 million annually", "year"),
        ("It costs $5 million.", "It costs $5 million in total", "total"),
        ("It costs $5 million a year.", "It costs $5 million in all", "total"),
    ],
)
def test_a_years_amount_and_a_total(statement: str, quote: str, per: str) -> None:
    (found,) = quoted(statement, quote)
    assert found.code == "scope-differs"
    assert found.hint == f"say so in the claim, or give it  per: {per}"


@pytest.mark.parametrize(
    ("statement", "quote", "more"),
    [
        ("It costs $5 million a year.", "It costs $5 million each year", ""),
        ("Its annual cost is $5 million.", "It costs $5 million a year", ""),
        ("Costs grow 5% a year.", "Costs grow 5% annually", ""),
        ("It costs $5 million.", "It costs $5 million a year", "per: year"),
        ("It costs $5 million.", "A year ago it cost $5 million", ""),
        ("It costs $5 million.", "It costs $5 million in totally new ways", ""),
    ],
)
def test_amounts_that_are_alike(statement: str, quote: str, more: str) -> None:
    assert quoted(statement, quote, more) == []


def test_a_quote_for_a_statement_whose_figure_it_contradicts() -> None:
    text = """
        claim: Output rose 40% in 12 shops.
        figure: none
        for:
          - a: In 12 shops it rose 30%
        """
    (found,) = warned(text)
    assert (found.code, place(found)) == ("figures-contradict", (7, 32))
    assert found.message == "'30%' is listed for a claim that says '40%'"


@pytest.mark.parametrize(
    "item",
    [
        "for:\n  - a: It rose 30% in one place, 40% in another",
        "for:\n  - a: It rose 40%",
        "for:\n  - a: It rose 40%, after 30%",
        "for:\n  - a: It rose more than 20%",
        "for:\n  - a: It sold 30 tonnes",
        "mentions:\n  - a: It rose 30%",
        "against:\n  - a: It rose 30%",
        "for:\n  - {source: a, quote: It rose 30%, because: the older count}",
    ],
)
def test_quotes_that_contradict_no_figure(item: str) -> None:
    assert warned(f"claim: Output rose 40%.\nfigure: none\n{item}") == []


@pytest.mark.parametrize(
    ("statement", "quote"),
    [
        ("Its three-year plan is large.", "It is larger than that of the past 10 years"),
        ("In 2 of 3 mills output rose 40%.", "Output rose 40% in 9 mills"),
    ],
)
def test_numbers_that_are_no_one_figure_of_the_statement(statement: str, quote: str) -> None:
    assert warned(f"claim: {statement}\nfigure: none\nfor:\n  - a: {quote}") == []


SIDES = "claim: {claim}\nperiod: 2024-Q4\n{more}quotes:\n  - a: {quote}"


@pytest.mark.parametrize(
    ("stated", "quote", "more", "told"),
    [
        ("Profit was $5 million.", "adjusted profit was $5 million", "",
         "the quote's figure is non-GAAP, and the claim does not say so"),
        ("Adjusted profit was $5 million.", "profit was $6 million", "",
         "the claim's figure is non-GAAP, and the quote does not say so"),
        ("Profit was $5 million.", "gross profit was $5 million", "",
         "the quote's figure is gross, and the claim does not say so"),
        ("Profit was $5 million.", "net profit was $5 million", "", None),
        ("The wage was $5.", "the average wage was $5", "", None),
        ("Profit was $5 million.", "operating profit was $5 million", "measure: operating profit\n",
         None),
        ("Adjusted profit was $5 million.", "adjusted profit was $5 million", "", None),
        ("Profit was $5 million.", "profit was $5 million", "", None),
    ],
)  # fmt: skip
def test_a_qualifier_on_one_side_alone_is_noted(
    stated: str, quote: str, more: str, told: str | None
) -> None:
    found = warned(SIDES.format(claim=stated, quote=quote, more=more))
    assert [(one.code, one.message) for one in found] == (
        [("qualifier-unsaid", told)] if told else []
    )
