"""The period of a claim's figure and of an item's: as declared, as words name it, or inherited."""

from __future__ import annotations

import pytest

from briefing.diagnostics import Diagnostic, Severity
from briefing.judge.periods import check_declared_period, check_item_period, claimed
from briefing.judge.stances import claim_figure, state
from briefing.model.content import Entity
from briefing.model.figures import Outcome
from briefing.model.periods import Period
from tests.judge.reading import MILL, claim, place, source


def read(
    text: str, published: str = "2025-03-01", entity: Entity | None = None
) -> tuple[Outcome, Period | None, list[Diagnostic]]:
    """Give what comparing a claim's one item gave, the item's period, and what is said of it."""
    one = claim(text)
    figure, _ = claim_figure(one, "en", entity)
    assert figure is not None
    of = claimed(one, figure.quantity, "en", entity)
    stated, _ = state(one, figure, one.items[0], None, source(f"published: {published}"), of)
    assert stated is not None
    assert stated.comparison is not None
    assert stated.told is not None
    found = check_item_period(of, one.items[0], stated.told)
    return stated.comparison.outcome, stated.told.period, list(found)


def quoted(statement: str, quote: str, more: str = "", published: str = "2025-03-01") -> Outcome:
    text = f"claim: {statement}\n{more}\nquotes:\n  - {{source: a, quote: '{quote}'}}"
    return read(text, published)[0]


def period_of(statement: str, entity: Entity | None = None) -> str | None:
    figure, _ = claim_figure(claim(f"claim: {statement}"), "en", entity)
    assert figure is not None
    return figure.period.label if figure.period else None


@pytest.mark.parametrize(
    ("statement", "label"),
    [
        ("Sales came to $5 million in 2024.", "2024"),
        ("Sales came to $5 million.", None),
        ("At the end of 2024 it had 40 mills.", "2024-12-31"),
        ("Sales in the December 2024 quarter came to $5 million.", "2024-Q4"),
        ("Sales came to $5 million in the fourth quarter.", "fourth quarter"),
        ("It has sold for $5 million since 2022.", "since 2022"),
        ("Sales in Q4 2024 came to $5 million.", "Q4 2024"),
        ("Founded in 1999, it sold for $5 million.", None),
        ("On 3 May 2024 it said sales came to $5 million.", None),
        ("Sales rose 5% from 2023.", None),
    ],
)
def test_a_statement_gives_its_figure_a_period(statement: str, label: str | None) -> None:
    assert period_of(statement) == label


def test_a_quarter_by_number_of_a_firm_with_a_fiscal_year_is_open() -> None:
    text = "claim: Sales in Q4 2024 came to $5 million.\nquotes:\n  - a: {}"
    own = text.format("Sales in Q4 2024 came to $5 million")
    assert read(own, entity=MILL)[0] is Outcome.SAME
    other = text.format("Sales of $5 million in October to December 2024")
    assert read(other, entity=MILL)[0] is Outcome.NOT_COMPARABLE


def test_the_words_of_a_quote_win_over_what_it_inherits() -> None:
    text = (
        "claim: Sales came to $5 million in 2024.\nquotes:\n  - a: Sales came to $5 million in 2023"
    )
    outcome, period, (found,) = read(text)
    assert outcome is Outcome.NOT_COMPARABLE
    assert period is not None
    assert period.label == "2023"
    assert (found.code, found.severity, place(found)) == (
        "period-differs",
        Severity.WARNING,
        (6, 40),
    )  # fmt: skip
    assert found.message == (
        "the quote names '2023' and the claim has the period 2024, so they are not compared"
    )
    assert found.hint == "give the item its own period, such as  period: 2023"


def test_what_the_author_writes_on_the_item_wins() -> None:
    text = """
        claim: Sales came to $5 million in 2024.
        quotes:
          - {source: a, quote: Sales came to $5 million in 2023, period: '2024', because: a misprint}
        """
    assert read(text)[0] is Outcome.SAME


def test_a_period_that_the_quote_gives_another_figure_takes_a_reason() -> None:
    def found(period: str, more: str = "") -> list[Diagnostic]:
        quote = "Sales were $4 million in 2023 and $5 million in 2024"
        return read(f"""
            claim: Sales came to $5 million in 2024.
            quotes:
              - {{source: a, quote: {quote}, figure: $5 million, period: '{period}'{more}}}
            """)[2]

    assert found("2024") == []
    (one,) = found("2023")
    assert (one.code, one.severity) == ("period-differs", Severity.WARNING)
    assert one.message == "the quote gives its figure '2024', not 2023"
    assert found("2023", ", because: a misprint") == []


def test_a_claim_without_a_period_is_not_compared_with_a_quote_that_names_one() -> None:
    text = "claim: Sales came to $5 million.\nquotes:\n  - a: Sales came to $5 million in 2023"
    outcome, _, (found,) = read(text)
    assert outcome is Outcome.NOT_COMPARABLE
    assert found.hint == "give the claim its period, such as  period: 2023"


def test_a_declared_period_against_the_statements_words() -> None:
    def told(declared: str) -> list[Diagnostic]:
        one = claim(f"claim: Sales came to $5 million in 2024.\nperiod: '{declared}'")
        figure, _ = claim_figure(one, "en")
        assert figure is not None
        return list(
            check_declared_period(one, figure, claimed(one, figure.quantity, "en", None), "en")
        )

    assert told("2024") == []
    (found,) = told("2023")
    assert (found.code, found.severity, place(found)) == (
        "period-differs", Severity.WARNING, (4, 40),
    )  # fmt: skip
    assert found.message == "the statement names '2024' and declares the period 2023"


@pytest.mark.parametrize(
    ("published", "outcome"),
    [
        ("2025-03-01", Outcome.SAME),
        ("2025", Outcome.SAME),
        ("2024-11-01", Outcome.NOT_COMPARABLE),
        ("unknown", Outcome.SAME),
    ],
)
def test_last_year_is_the_one_before_that_of_the_article(published: str, outcome: Outcome) -> None:
    statement, quote = "Sales came to $5 million in 2024.", "Sales came to $5 million last year"
    assert quoted(statement, quote, published=published) is outcome


@pytest.mark.parametrize(
    "words", ["last quarter", "the Most recent quarter", "this fiscal quarter"]
)
def test_the_last_quarter_of_a_late_article(words: str) -> None:
    text = f"claim: Output rose 40%.\nperiod: 2024-Q4\nquotes:\n  - a: Output rose 40% {words}"
    outcome, _, (found,) = read(text, "2025-09-10")
    assert outcome is Outcome.NOT_COMPARABLE
    assert found.code == "period-differs"


@pytest.mark.parametrize(
    ("period", "published"),
    [
        ("period: 2024-Q4", "2025-02-24"),
        ("period: 2024-Q4", "2025-07"),
        ("period: 2024-Q4", "unknown"),
        ("", "2025-09-10"),
    ],
)
def test_a_quarter_that_may_be_the_last(period: str, published: str) -> None:
    text = f"claim: Output rose 40%.\n{period}\nquotes:\n  - a: Output rose 40% last quarter"
    assert read(text, published)[0] is Outcome.SAME
