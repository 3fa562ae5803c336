"""Show which periods prose names, and when a quote is about another than its claim's."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.figures import mentioned, other_period, parse_period
from briefing.model.figures import Period


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("said on 24 February 2025 that", ["2025-02-24"]),
        ("on February 24, 2025", ["2025-02-24"]),
        ("Sep 24, 2025", ["2025-09-24"]),
        ("Published 24/02/2025, 03:52", ["2025-02-24"]),
        ("Published 02/03/2025", []),
        ("dated 2025-02-24", ["2025-02-24"]),
        ("revenue for the December quarter", ["Q4"]),
        ("the December 2024 quarter", ["2024-Q4"]),
        ("the quarter ended December 31, 2024", ["2024-Q4"]),
        ("the quarter ended 31 January 2025", ["2024-11/2025-01"]),
        ("earnings for Q4 2024", ["2024-Q4"]),
        ("in Q4", ["Q4"]),
        ("Q4 FY25", ["FY2025-Q4"]),
        ("the fourth quarter of fiscal 2025", ["FY2025-Q4"]),
        ("fiscal fourth quarter 2025", ["FY2025-Q4"]),
        ("4Q24", ["2024-Q4"]),
        ("2024 Q3", ["2024-Q3"]),
        ("the first half of 2025", ["2025-H1"]),
        ("H1 2025 and 2H25", ["2025-H1", "2025-H2"]),
        ("FY2025 net income", ["FY2025"]),
        ("fiscal year 2025", ["FY2025"]),
        ("in December 2024", ["2024-12"]),
        ("the year to March 2025", ["TTM-2025-03"]),
        ("through 2025-2028", ["2025/2028"]),
        ("in 2024 and 2025", ["2024", "2025"]),
        ("the mid-2020s, $2025 and 2,025 of 12025", []),
        ("GPT-4 has 2000% more", []),
        ("for the sixth consecutive quarter", []),
    ],
)
def test_prose_names_periods(text: str, labels: list[str]) -> None:
    assert [mention.label for mention in mentioned(text)] == labels


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("over the next three years", 36),
        ("within the next five years", 60),
        ("over 18 months", 18),
        ("the past four quarters", 12),
        ("trailing twelve months", 12),
        ("over the last decade", None),
    ],
)
def test_prose_names_lengths_of_time(text: str, months: int | None) -> None:
    assert [mention.months for mention in mentioned(text)] == ([months] if months else [])


@pytest.mark.parametrize(
    ("quote", "label", "other"),
    [
        ("a 13% rise in Q4 2024", "2024-Q4", None),
        ("a 13% rise in Q4 2023", "2024-Q4", "Q4 2023"),
        ("a 13% rise", "2024-Q4", None),
        ("rose in the December quarter", "2024-Q4", None),
        ("rose in the September quarter", "2024-Q4", "September quarter"),
        ("rose in 2024", "2024-Q4", "2024"),
        ("rose in H1 2024", "2024", "H1 2024"),
        ("said on 24 February 2025 it would", "2025/2028", None),
        ("over the next three years", "2025/2028", None),
        ("declined 76% in Q4 2025", "FY2025-Q4", None),
        ("declined 76% in Q4 2025", "2025-Q4", None),
        ("up from 9% in Q4 2023 to 13% in Q4 2024", "2024-Q4", None),
        ("FY2025 net income surged", "FY2025", None),
        ("anything in 2020", "unknown", None),
    ],
)
def test_a_quote_about_another_period_is_seen(quote: str, label: str, other: str | None) -> None:
    period = parse_period(label, "03-31")
    assert isinstance(period, Period)
    mention = other_period(quote, period, "03-31")
    assert (mention and mention.text) == other


@given(st.text())
def test_any_text_is_searched_and_the_places_are_right(text: str) -> None:
    for mention in mentioned(text):
        assert text[mention.start : mention.end] == mention.text
        assert (mention.label is None) != (mention.months is None)


@pytest.mark.parametrize(
    "unit", ["quarter ended ", "over the next ", "24 February ", "Q4 of ", "2025", "2025-"]
)
def test_the_work_grows_with_the_length_and_no_faster(unit: str) -> None:
    def cost(length: int) -> float:
        text = (unit * (length // len(unit) + 1))[:length]
        start = time.process_time()
        mentioned(text)
        return time.process_time() - start

    assert cost(20_000) < 40 * max(cost(2_000), 0.001)
