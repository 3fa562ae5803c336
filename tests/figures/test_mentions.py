"""Show which periods prose names."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.figures import mentioned


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("said on 24 February 2025 that", ["2025-02-24"]),
        ("on February 24, 2025", ["2025-02-24"]),
        ("Sep 24, 2025", ["2025-09-24"]),
        ("Published 24/02/2025, 03:52", ["2025-02-24"]),
        ("Published 02/03/2025", []),
        ("dated 2025-02-24", ["2025-02-24"]),
        ("revenue for the December quarter", ["{year}-Q4"]),
        ("the December 2024 quarter", ["2024-Q4"]),
        ("the quarter ended December 31, 2024", ["2024-Q4"]),
        ("the quarter ended 31 January 2025", ["2024-11/2025-01"]),
        ("earnings for Q4 2024", ["2024-Q4"]),
        ("in Q4", ["{year}-Q4"]),
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
        ("profit of Q2 12 firms", ["{year}-Q2"]),
        ("the half-year to December 2024", ["2024-H2"]),
        ("six months ended June 30, 2024", ["2024-H1"]),
        ("three months ended Dec. 31", ["{year}-Q4"]),
        ("the nine months through December", ["{year}-Q2/{year}-Q4"]),
        ("six months to January", ["{before}-08/{year}-01"]),
        ("the year that ended in March", ["TTM-{year}-03"]),
        ("trailing twelve months to March 2025", ["TTM-2025-03"]),
        ("second fiscal quarter ended Sept 30, 2024", ["2024-Q3"]),
        ("the three years to 2027", ["2025/2027"]),
        ("the 52 weeks ended 28 December 2024", ["2023-12-29/2024-12-28"]),
        ("the first nine months of 2024", ["2024-Q1/2024-Q3"]),
        ("the first five months", ["{year}-01/{year}-05"]),
        ("9M24 sales and 1H sales", ["2024-Q1/2024-Q3", "{year}-H1"]),
        ("the last three months of fiscal 2025", ["FY2025-Q4"]),
        ("the fiscal fourth quarter", ["FY{year}-Q4"]),
        ("fiscal 2023/24 and the 2024-25 financial year", ["FY2024", "FY2025"]),
        ("between 2025 and 2028", ["2025/2028"]),
        ("from fiscal 2025 to 2028", ["FY2025/FY2028"]),
        ("spent in 2025 and 2028", ["2025", "2028"]),
        ("moved it 2025 to 2028", ["2025", "2028"]),
        ("January-March 2024", ["2024-01/2024-03"]),
        ("the April-June quarter of 2024", ["2024-04/2024-06"]),
        ("from October to March 2025", ["2024-10/2025-03"]),
        ("October-March", ["{before}-10/{year}-03"]),
        ("from 1 January to 31 March 2024", ["2024-01-01/2024-03-31"]),
        ("Q1 to Q3 2024", ["2024-Q1/2024-Q3"]),
        ("sold in July", ["{year}-07"]),
        ("July sales", ["{year}-07"]),
        ("It may march in the Bay, said Ms May", []),
        ("as of 31 March", ["{year}-03-31"]),
        ("fell on 31 March", []),
    ],
)
def test_prose_names_periods(text: str, labels: list[str]) -> None:
    assert [mention.label for mention in mentioned(text, "en")] == labels


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("over the next three years", 36),
        ("within the next five years", 60),
        ("over 18 months", 18),
        ("the past four quarters", 12),
        ("trailing twelve months", 12),
        ("over the last decade", 120),
    ],
)
def test_prose_names_lengths_of_time(text: str, months: int | None) -> None:
    assert [mention.months for mention in mentioned(text, "en")] == ([months] if months else [])


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("full-year profit", 12),
        ("for the full year, growth was 26%", 12),
        ("raised its full-year forecast", None),
        ("annual net profit", 12),
        ("the annual report", None),
        ("a half-year loss", 6),
        ("nine-month sales", 9),
        ("monthly growth", 1),
        ("monthly active users", None),
        ("the sixth straight monthly fall", None),
        ("five-year growth", None),
        ("revenue in the quarter", 3),
        ("a quarter of revenue", None),
        ("revenue for the year", 12),
        ("the year-ago quarter", None),
        ("over the trailing twelve months", 12),
        ("over the past six months", 6),
        ("over the next three years", None),
        ("the best in three years", None),
    ],
)
def test_prose_names_the_length_that_a_figure_covers(text: str, months: int | None) -> None:
    assert [one.months for one in mentioned(text, "en") if one.covers] == (
        [months] if months else []
    )


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("at the end of 2024", "the end of 2024"),
        ("at end-March 2024", "end-March 2024"),
        ("as of June 2024", "June 2024"),
        ("in June 2024", None),
    ],
)
def test_prose_names_the_last_day_of_a_period(text: str, named: str | None) -> None:
    (mention,) = mentioned(text, "en")
    assert (mention.text if mention.at_end else None) == named


@given(st.text())
def test_any_text_is_searched_and_the_places_are_right(text: str) -> None:
    for mention in mentioned(text, "en"):
        assert text[mention.start : mention.end] == mention.text
        assert mention.label is not None or mention.months is not None or mention.relation
        assert not (mention.covers and mention.label)


@pytest.mark.parametrize(
    "unit",
    [
        "quarter ended ",
        "over the next ",
        "24 February ",
        "Q4 of ",
        "2025",
        "2025-",
        "from 2025 to ",
        "June-",
        "annual net ",
        "end of the ",
        "six months to ",
        "in May ",
    ],
)
def test_the_work_grows_with_the_length_and_no_faster(unit: str) -> None:
    def cost(length: int) -> float:
        text = (unit * (length // len(unit) + 1))[:length]
        start = time.process_time()
        mentioned(text, "en")
        return time.process_time() - start

    assert cost(20_000) < 40 * max(cost(2_000), 0.001)
