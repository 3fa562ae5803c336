"""Show which labels name which days, and what is said of the others."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.figures import parse_period
from briefing.figures.periods.labels import ending
from briefing.model.periods import Period, PeriodProblem


@pytest.mark.parametrize(
    ("label", "start", "end"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-Q4", "2024-10-01", "2024-12-31"),
        ("2024-H1", "2024-01-01", "2024-06-30"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025-02-24", "2025-02-24", "2025-02-24"),
        ("2025/2028", "2025-01-01", "2028-12-31"),
        ("2024-Q4/2025-Q1", "2024-10-01", "2025-03-31"),
        ("FY2025", "2024-04-01", "2025-03-31"),
        ("FY2025-Q1", "2024-04-01", "2024-06-30"),
        ("FY2025-Q4", "2025-01-01", "2025-03-31"),
        ("FY2025-H2", "2024-10-01", "2025-03-31"),
        ("fy2025", "2024-04-01", "2025-03-31"),
        ("FY2024/FY2025", "2023-04-01", "2025-03-31"),
        ("TTM-2025-06", "2024-07-01", "2025-06-30"),
        ("LTM 2025-Q1", "2024-04-01", "2025-03-31"),
        ("TTM-2024-02-29", "2023-03-01", "2024-02-29"),
        ("twelve months to 2025-06-30", "2024-07-01", "2025-06-30"),
    ],
)
def test_a_label_names_whole_days(label: str, start: str, end: str) -> None:
    period = parse_period(label, "03-31")
    assert period == Period(label, date.fromisoformat(start), date.fromisoformat(end))


@pytest.mark.parametrize("year_end", ["02-28", "02-29"])
def test_a_fiscal_year_that_ends_with_february_knows_leap_years(year_end: str) -> None:
    assert parse_period("FY2024", year_end) == Period("FY2024", date(2023, 3, 1), date(2024, 2, 29))
    assert parse_period("FY2025", year_end) == Period("FY2025", date(2024, 3, 1), date(2025, 2, 28))


def test_a_fiscal_year_may_end_within_a_month() -> None:
    assert parse_period("FY2025", "01-26") == Period("FY2025", date(2024, 1, 27), date(2025, 1, 26))


def test_unknown_is_a_period_without_days() -> None:
    period = parse_period("unknown")
    assert isinstance(period, Period)
    assert period.is_unknown


@pytest.mark.parametrize(
    ("label", "year_end", "reason"),
    [
        ("2024-13", None, "2024-13 has no such month"),
        ("2023-02-29", None, "2023-02-29 has no such day"),
        ("2024-Q5", None, "2024-Q5 has no such quarter"),
        ("2024-Q0", None, "2024-Q0 has no such quarter"),
        ("2024-H3", None, "2024-H3 has no such half"),
        ("FY2025-03", "03-31", "FY2025-03 mixes a fiscal year with a calendar month"),
        ("FY2025", None, "FY2025 needs the entity's fiscal_year_end"),
        ("FY2025", "31-03", "fiscal_year_end “31-03” is no day of a year (MM-DD)"),
        ("FY2025", "02-30", "fiscal_year_end “02-30” is no day of a year (MM-DD)"),
        ("2028/2025", None, "2028/2025 ends before it starts"),
        ("0000", None, "0000 is outside the years 1800 to 2200"),
    ],
)
def test_a_bad_label_is_answered_in_words(label: str, year_end: str | None, reason: str) -> None:
    problem = parse_period(label, year_end)
    assert isinstance(problem, PeriodProblem)
    assert problem.reason == reason
    assert problem.needs_calendar == ("needs" in reason)


@pytest.mark.parametrize(
    "label", ["", "last year", "24-02-2025", "2024Q4", "2024/", "2024-1", "FY", "２０２４"]
)
def test_anything_else_names_no_period(label: str) -> None:
    problem = parse_period(label, "03-31")
    assert isinstance(problem, PeriodProblem)
    assert "names no period" in problem.reason


@pytest.mark.parametrize(
    ("months", "month", "year", "day", "label"),
    [
        (1, 12, 2024, None, "2024-12"),
        (3, 12, 2024, 31, "2024-Q4"),
        (6, 12, 2024, None, "2024-H2"),
        (6, 9, None, None, "{year}-Q2/{year}-Q3"),
        (9, 12, None, None, "{year}-Q2/{year}-Q4"),
        (9, 3, 2025, None, "2024-07/2025-03"),
        (9, 3, None, None, "{before}-07/{year}-03"),
        (12, 3, 2025, None, "TTM-2025-03"),
        (18, 3, 2025, None, "2023-10/2025-03"),
        (18, 3, None, None, None),
        (36, 12, 2024, None, "2022-01/2024-12"),
        (3, 1, 2025, 26, "2024-10-27/2025-01-26"),
        (3, 2, 2025, 30, None),
    ],
)
def test_months_are_labelled_by_their_end(
    months: int, month: int, year: int | None, day: int | None, label: str | None
) -> None:
    assert ending(months, month, year, day) == label


@given(st.text())
def test_every_label_is_answered(label: str) -> None:
    assert isinstance(parse_period(label, "03-31"), Period | PeriodProblem)


@given(
    st.integers(min_value=1900, max_value=2100),
    st.dates(min_value=date(2023, 1, 1), max_value=date(2023, 12, 31)),
)
def test_quarters_tile_their_fiscal_year(year: int, year_end: date) -> None:
    calendar = f"{year_end:%m-%d}"
    whole = parse_period(f"FY{year}", calendar)
    quarters = [parse_period(f"FY{year}-Q{number}", calendar) for number in range(1, 5)]
    assert isinstance(whole, Period)
    begin = whole.start
    for quarter in quarters:
        assert isinstance(quarter, Period)
        assert quarter.start == begin
        assert quarter.end is not None
        begin = quarter.end + timedelta(days=1)
    assert whole.end is not None
    assert begin == whole.end + timedelta(days=1)
