"""What an item says of its figure is an inference where its own words do not say it."""

from __future__ import annotations

import pytest

from briefing.figures import PeriodReader
from briefing.judge.inference import inferences
from tests.judge.reading import claim


def inferred(
    quote: str, said: str, *, calendar: str | None = "03-31", language: str = "en"
) -> list[tuple[str, str]]:
    read = claim(f"""
        claim: Sales came to $5 million.
        entity: mill
        period: 2024-Q4
        quotes:
          - {{source: a, quote: "{quote}"{said and ", "}{said}}}
        """)
    return list(inferences(read.items[0], PeriodReader(language, calendar)))


@pytest.mark.parametrize(
    ("quote", "said"),
    [
        ("Sales came to $5 million", ""),
        ("Sales came to $5 million", "period: unknown"),
        ("Sales came to $5 million", "scope: unknown, measure: unknown"),
        ("In the December 2024 quarter $5 million", "period: 2024-Q4"),
        ("In the fourth quarter $5 million", "period: 2024-Q4"),
        ("In Q3 FY2025 $5 million", "period: FY2025-Q3"),
        ("In the December 2024 quarter $5 million", "period: FY2025-Q3"),
        ("In the half-year to June 2024 $5 million", "period: 2024-H1"),
        ("From 2025 to 2028 $5 million", "period: 2025/2028"),
        ("At the end of 2024 $5 million", "period: 2024-12-31"),
        ("Cloth sales came to $5 million", "measure: Cloth Sales"),
        ("Northern mills sold for $5 million", "scope: northern mills"),
        ("Sales in the US came to $5 million", "scope: US"),
        ("Cloth  sales came to $5 million", "measure: cloth sales"),
        ("plans to spend $5 million", "basis: plan"),
        ("ANNOUNCED a $5 million bridge", "basis: plan"),
        ("$5 million a year", "per: year"),
        ("$5 million in total", "per: total"),
    ],
)
def test_what_stands_in_the_words_or_is_inherited_is_none(quote: str, said: str) -> None:
    assert inferred(quote, said) == []


@pytest.mark.parametrize(
    ("quote", "said", "expected"),
    [
        ("last quarter it was $5 million", "period: 2024-Q4", ("period", "2024-Q4")),
        ("last quarter it was $5 million", "period: 2024-Q3", ("period", "2024-Q3")),
        ("over three years $5 million", "period: 2024/2026", ("period", "2024/2026")),
        ("In 2023 it was $5 million", "period: 2024-Q4", ("period", "2024-Q4")),
        ("It said on 5 May 2024 it had $5 million", "period: '2024'", ("period", "2024")),
        ("For the full year $5 million", "period: '2024'", ("period", "2024")),
        ("Sales came to $5 million", "measure: cloth sales", ("measure", "cloth sales")),
        ("Sales came to $5 million", "scope: abroad", ("scope", "abroad")),
        ("Sales came to $5 million", "basis: forecast", ("basis", "forecast")),
        ("Sales came to $5 million", "per: year", ("per", "year")),
        ("The industry sold for $5 million", "scope: US", ("scope", "US")),
        ("Wholesales came to $5 million", "measure: sales", ("measure", "sales")),
        ("The plant cost $5 million", "basis: plan", ("basis", "plan")),
        ("The project cost $5 million", "basis: forecast", ("basis", "forecast")),
        ("They claim $5 million", "basis: target", ("basis", "target")),
        ("It totally cost $5 million", "per: total", ("per", "total")),
    ],
)
def test_what_the_author_reads_into_the_words_is_one(
    quote: str, said: str, expected: tuple[str, str]
) -> None:
    assert inferred(quote, said) == [expected]


def test_each_is_named() -> None:
    said = "period: 2024-Q3, measure: profit, scope: abroad, basis: target, per: total"
    found = inferred("Sales came to $5 million", said)
    assert [what for what, _ in found] == ["period", "measure", "scope", "basis", "per"]


def test_a_fiscal_year_names_no_period_without_a_calendar() -> None:
    quote, said = "Sales in fiscal 2024 came to $5 million", "period: 2023-04/2024-03"
    assert inferred(quote, said) == []
    assert inferred(quote, said, calendar=None) == [("period", "2023-04/2024-03")]


def test_a_language_without_tables_says_no_basis_and_no_rate() -> None:
    quote, said = (
        "plans to spend $5 million a year on cloth",
        "basis: plan, per: year, measure: cloth",
    )
    assert inferred(quote, said) == []
    assert inferred(quote, said, language="xx") == [("basis", "plan"), ("per", "year")]
