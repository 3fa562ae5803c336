"""Show that dates and periods are told as readers know them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from briefing.figures import parse_period
from briefing.language.messages import ENGLISH
from briefing.model.content import Dating
from briefing.model.periods import Period
from briefing.view import days
from briefing.view.days import Day


def period(label: str, fiscal_year_end: str) -> Period:
    parsed = parse_period(label, fiscal_year_end)
    assert isinstance(parsed, Period)
    return parsed


@pytest.mark.parametrize(
    ("iso", "text"),
    [
        ("2025-02-24", "24 February 2025"),
        ("2025-02", "February 2025"),
        ("2025", "2025"),
        ("2025-13", "2025-13"),
        ("spring", "spring"),
    ],
)
def test_dates_are_written_out(iso: str, text: str) -> None:
    assert days.calendar_day(iso, ENGLISH) == text


@pytest.mark.parametrize(
    ("label", "text"),
    [
        ("2024", "2024"),
        ("2025-02", "February 2025"),
        ("2025-02-24/2025-03-02", "24 February 2025 to 2 March 2025"),
        ("2025/2028", "2025 to 2028"),
        ("2024-Q4", "October to December 2024"),
        ("2024-q4", "October to December 2024"),
        ("2024-H1", "January to June 2024"),
        ("2024-Q4/2025-Q2", "October 2024 to June 2025"),
        ("2024-12/2025-Q1", "December 2024 to March 2025"),
        ("FY2025", "fiscal year to March 2025"),
        ("fy 2025", "fiscal year to March 2025"),
        ("FY2025-Q4", "January to March 2025 (Q4 of fiscal 2025)"),
        ("FY2025-H1", "April to September 2024 (H1 of fiscal 2025)"),
        ("FY2023/FY2025", "April 2022 to March 2025 (fiscal 2023 to fiscal 2025)"),
        ("FY2024/2025-06", "April 2023 to June 2025"),
        ("TTM-2025-06", "twelve months to June 2025"),
        ("TTM-2024-02", "twelve months to February 2024"),
        ("twelve months to 2025-06-15", "twelve months to 15 June 2025"),
        ("unknown", "unknown"),
    ],
)
def test_periods_are_told_by_their_months(label: str, text: str) -> None:
    assert days.period(period(label, "03-31"), ENGLISH) == text


def test_a_period_that_a_text_leaves_open_is_told_in_its_words() -> None:
    assert days.period(Period("since 2022", None, None), ENGLISH) == "“since 2022”"
    quarter = replace(period("2024-Q4", "03-31"), label="Q4 2024")
    assert days.period(quarter, ENGLISH) == "“Q4 2024”"


@pytest.mark.parametrize(
    ("label", "text"),
    [
        ("FY2025", "fiscal year to 15 June 2025"),
        ("FY2025-Q1", "16 June 2024 to 15 September 2024 (Q1 of fiscal 2025)"),
    ],
)
def test_a_fiscal_year_that_ends_within_a_month_is_told_by_days(label: str, text: str) -> None:
    assert days.period(period(label, "06-15"), ENGLISH) == text


def test_a_leap_day_ends_a_fiscal_year_of_february() -> None:
    assert days.period(period("FY2024", "02-28"), ENGLISH) == "fiscal year to February 2024"


def test_a_date_of_publication_carries_why_it_is_inferred() -> None:
    held = Period("2025-02", date(2025, 2, 1), date(2025, 2, 28))
    assert days.day(Dating("2025-02", held, "its address"), ENGLISH) == Day(
        "February 2025", "2025-02", "its address"
    )
    assert days.day(Dating("unknown", None, None), ENGLISH) == Day("date unknown", None, None)
