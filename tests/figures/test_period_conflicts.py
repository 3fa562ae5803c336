"""Show when a quote is about another period than its claim's, and what to write instead."""

from __future__ import annotations

import time

import pytest

from briefing.figures import (
    PeriodReader,
    label_to_write,
    mentioned,
    names_period,
    other_period,
    parse_period,
    read,
)
from briefing.model.periods import Period, PeriodMention

EN = PeriodReader("en")


def period_of(label: str, calendar: str | None) -> Period:
    period = parse_period(label, calendar)
    assert isinstance(period, Period)
    return period


def seen(quote: str, label: str, calendar: str | None, claimed: str = "") -> PeriodMention | None:
    """Give the other period of a quote, whose counted models are a stock."""
    stock = next((one for one in read(quote, "en") if one.unit == "models"), None)
    said = mentioned(claimed, "en")
    reader = PeriodReader("en", calendar)
    return other_period(quote, period_of(label, calendar), reader, quantity=stock, claimed=said)


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
        ("founded in 1999, it has 190 models", "2024", None),
        ("the fastest since 2022", "2024", None),
        ("up 11% compared with 2023", "2024", None),
        ("At year-end 2024 it had 190 models", "2024-12-31", None),
        ("At the close of 2024 it had 190 models", "2024-12-31", None),
    ],
)
def test_a_quote_about_another_period_is_seen(quote: str, label: str, other: str | None) -> None:
    mention = seen(quote, label, "03-31")
    assert (mention and mention.text) == other


@pytest.mark.parametrize(
    ("label", "calendar", "quote", "other", "written"),
    [
        (
            "2024",
            None,
            "Sales in the half-year to December 2024 came to $3 million",
            "half-year to December 2024",
            "2024-H2",
        ),
        (
            "2024",
            None,
            "in the six months ended June 30, 2024 sales were $3 million",
            "six months ended June 30, 2024",
            "2024-H1",
        ),
        (
            "TTM-2024-06",
            None,
            "Sales in the half-year to June 2024",
            "half-year to June 2024",
            "2024-H1",
        ),
        (
            "2025",
            None,
            "Between 2025 and 2028 it will spend $3 million",
            "2025 and 2028",
            "2025/2028",
        ),
        (
            "2024",
            None,
            "Sales in the first nine months of 2024",
            "first nine months of 2024",
            "2024-Q1/2024-Q3",
        ),
        ("2024-Q4", None, "For the full year, growth was 26%", "full year", None),
        ("2024-Q4", None, "Annual growth was 26%", "Annual", None),
        ("2024-Q4", None, "half-year growth of 9%", "half-year", None),
        ("2024-Q4", None, "nine-month growth of 9%", "nine-month", None),
        ("2024-Q4", None, "monthly growth of 9%", "monthly", None),
        (
            "2024-Q4",
            None,
            "In the nine months to December it grew 9%",
            "nine months to December",
            "2024-Q2/2024-Q4",
        ),
        ("2024-Q4", None, "in the year ended March it grew 9%", "year ended March", "TTM-2024-03"),
        (
            "2024-Q4",
            None,
            "over the trailing twelve months it grew 9%",
            "over the trailing twelve months",
            None,
        ),
        ("2024-Q4", None, "It grew 9% in July", "July", "2024-07"),
        ("2024-Q4", None, "in fiscal 2024 it grew 9%", "fiscal 2024", None),
        ("2024", None, "in fiscal 2024 it grew 9%", "fiscal 2024", None),
        (
            "2024-Q4",
            None,
            "in the fiscal fourth quarter of 2024 it grew",
            "fiscal fourth quarter of 2024",
            None,
        ),
        ("2024-Q4", None, "in the fiscal fourth quarter it grew", "fiscal fourth quarter", None),
        ("2024-Q4", "03-31", "in the fiscal fourth quarter it grew", "fiscal fourth quarter", None),
        ("2024", None, "At 31 March 2024 it had 190 models", "31 March 2024", "2024-03-31"),
        ("2024", None, "As of 31 March it had 190 models", "31 March", "2024-03-31"),
        ("2024", None, "On 31 March 2024 it had 190 models", "31 March 2024", "2024-03-31"),
        ("2024", None, "Debt stood at 190 models on 31 March 2024", "31 March 2024", "2024-03-31"),
        (
            "2024",
            None,
            "At the end of March 2024 it had 190 models",
            "the end of March 2024",
            "2024-03-31",
        ),
        (
            "2024",
            None,
            "At the end of the third quarter it had 190 models",
            "the end of the third quarter",
            "2024-09-30",
        ),
        ("2024", None, "At end-June it had 190 models", "end-June", "2024-06-30"),
        ("2024", None, "As of June 2024 it had 190 models", "June 2024", "2024-06-30"),
        ("2024", None, "In the first half sales rose", "first half", "2024-H1"),
        ("2024", None, "In the third quarter sales rose", "third quarter", "2024-Q3"),
        ("2025/2028", None, "In the third quarter sales rose", "third quarter", None),
        ("2024", None, "revenue increase last quarter", "quarter", None),
        ("2024", None, "Sales in the quarter were $3 million", "quarter", None),
        ("2023", None, "Between 2023 and 2024 sales rose 11%", "2023 and 2024", "2023/2024"),
        ("2024", None, "Sales grew from 2021 to 2024 by 11%", "2021 to 2024", "2021/2024"),
        (
            "2024",
            None,
            "the 26 weeks ended 29 June 2024",
            "26 weeks ended 29 June 2024",
            "2023-12-30/2024-06-29",
        ),
        (
            "2024",
            None,
            "for the April-June period of 2024",
            "April-June period of 2024",
            "2024-04/2024-06",
        ),
        ("2024-12", None, "July sales rose", "July", "2024-07"),
        (
            "2024",
            None,
            "In the nine months through September it earned",
            "nine months through September",
            "2024-Q1/2024-Q3",
        ),
        ("2024-Q4", None, "the 12 months to June 2024", "12 months to June 2024", "TTM-2024-06"),
        (
            "2024-Q4",
            None,
            "over the past six months it earned $3",
            "over the past six months",
            None,
        ),
        (
            "2024",
            None,
            "the fiscal year ended March 31, 2024",
            "fiscal year ended March 31, 2024",
            "TTM-2024-03",
        ),
        ("2024", None, "the second half of the year", "second half", "2024-H2"),
        ("2024", None, "second-half profit", "second-half", "2024-H2"),
        ("2024", None, "In the final quarter of 2024", "final quarter of 2024", "2024-Q4"),
        ("2024", None, "the last three months of 2024", "last three months of 2024", "2024-Q4"),
        ("2024", None, "Q1 to Q3 2024", "Q1 to Q3 2024", "2024-Q1/2024-Q3"),
        ("2024", None, "profit in Q2 12 firms", "Q2", "2024-Q2"),
        ("2024", None, "In fiscal 2023-24 it", "fiscal 2023-24", None),
        ("2024", None, "semi-annual profit of", "semi-annual", None),
        (
            "2024",
            None,
            "interim profit for the six months to 30 September 2024",
            "six months to 30 September 2024",
            "2024-Q2/2024-Q3",
        ),
        (
            "2025-02-24",
            None,
            "On 25 February 2025 shares closed at",
            "25 February 2025",
            "2025-02-25",
        ),
        ("2025", None, "Sales year to date rose", "year to date", None),
        ("2025-Q2", None, "YTD sales rose", "YTD", None),
        ("2025-Q1", None, "Weekly sales of $3 million", "Weekly", None),
        ("2025", None, "daily output of $3 million", "daily", None),
        ("FY2025", "12-31", "in 2024/25 it grew", "2024/25", "2024/2025"),
        ("2024", None, "since the end of 2023 it grew", "the end of 2023", None),
        ("2025/2028", None, "by the end of 2027 it will spend", "the end of 2027", "2027-12-31"),
    ],
)
def test_another_period_has_a_label_to_write_where_the_words_give_one(
    label: str, calendar: str | None, quote: str, other: str, written: str | None
) -> None:
    mention = seen(quote, label, calendar)
    assert mention is not None
    assert mention.text == other
    assert label_to_write(mention, period_of(label, calendar), calendar) == written
    if written is not None:
        assert seen(quote, written, calendar) is None
        assert names_period(quote, period_of(written, calendar), PeriodReader("en", calendar))


@pytest.mark.parametrize(
    ("label", "calendar", "quote"),
    [
        ("2024-Q4", "03-31", "in the fiscal third quarter it grew"),
        ("2024", None, "On 31 March 2024 it said it would open 190 models"),
        ("2024", None, "The company announced on 31 March 2024 190 models"),
        ("2024", None, "At 31 December 2024 it had 190 models"),
        ("2024", None, "At the end of 2024 it had 190 models"),
        ("2024-12-31", None, "At the end of 2024 it had 190 models"),
        ("2024-H1", None, "half-year to June 2024"),
        ("2024-H1", None, "six months to June 2024"),
        ("2024-Q1", None, "January to March 2024"),
        ("2024-Q1", None, "January-March 2024"),
        ("2024-Q1", None, "from January through March"),
        ("2025/2028", None, "From 2025 to 2028 it"),
        ("2025/2028", None, "Between 2025 and 2028 it"),
        ("2024-01/2024-09", None, "first nine months of 2024"),
        ("2024-01/2024-09", None, "first three quarters of 2024"),
        ("TTM-2025-03", None, "trailing twelve months to March 2025"),
        ("TTM-2025-03", None, "trailing twelve months it grew"),
        ("2024-Q4", None, "said on 24 February 2025 that sales rose 11%"),
        ("2024-Q4", None, "In February, the company said sales rose 11%"),
        ("2024-Q4", None, "saw an 11% year-over-year revenue increase last quarter"),
        ("2024", None, "annual sales of $3 million"),
        ("2024", None, "full-year sales of $3 million"),
        ("2024-Q4", None, "raised its full-year forecast after 11% growth"),
        ("2024-Q4", None, "revenue rose 11%, the annual report showed"),
        ("2024-Q4", None, "monthly active users rose 11%"),
        ("2024", None, "Sales rose 11% from 2023 to 2024"),
        ("2024", None, "Between 2023 and 2024 sales rose 11%"),
        ("FY2025", "01-26", "the year ended January 26, 2025"),
        ("FY2024", "01-26", "the year ended January 28, 2024"),
        ("FY2025-Q4", "01-26", "the three months ended January 26, 2025"),
        ("2024", None, "the 52 weeks ended 28 December 2024"),
        ("2024-Q2", None, "In the April-June quarter sales"),
        ("2024-Q2", None, "for the April-June period of 2024"),
        ("2024-Q4", None, "It may rise 11% in the Bay"),
        ("2024-Q4", None, "Mr May and March sold 11%"),
        ("2025/2028", None, "over the next three years it"),
        ("2025/2027", None, "over three years it"),
        ("2024-Q4", None, "its best growth in three years"),
        ("FY2024", "03-31", "In fiscal 2023-24 it"),
        ("2024-02-29", None, "At 29 February it had"),
        ("2025-02-24", None, "shares rose 5% over the past twelve months"),
        ("2024", None, "by the end of 2024 it spent"),
        ("FY2025", "03-31", "in 2024/25 it grew"),
        ("FY2025", "03-31", "in the financial year ending in 2025 it grew"),
        ("2024-01/2024-09", None, "sales year to date rose"),
        ("FY2025-H1", "03-31", "so far this fiscal year sales rose"),
        ("2024-12-02/2024-12-08", None, "weekly sales of $3 million"),
    ],
)
def test_words_that_say_nothing_against_the_period(
    label: str, calendar: str | None, quote: str
) -> None:
    assert seen(quote, label, calendar) is None


@pytest.mark.parametrize(
    ("label", "calendar", "quote"),
    [
        ("2024-H1", None, "in the half-year to June 2024"),
        ("2024-H1", None, "six months to June"),
        ("2024-Q1", None, "January to March 2024"),
        ("2025/2028", None, "From 2025 to 2028"),
        ("2025/2028", None, "Between 2025 and 2028"),
        ("2024-01/2024-09", None, "first nine months of 2024"),
        ("TTM-2025-03", None, "trailing twelve months to March 2025"),
        ("2024", None, "at the end of 2024"),
        ("2024-12-31", None, "at the end of 2024"),
        ("FY2025", "03-31", "in fiscal 2025"),
    ],
)
def test_words_that_name_a_period(label: str, calendar: str | None, quote: str) -> None:
    assert names_period(quote, period_of(label, calendar), PeriodReader("en", calendar))


@pytest.mark.parametrize(
    ("label", "quote"),
    [
        ("2024", "for the full year"),
        ("2024", "in fiscal 2024"),
        ("2025/2028", "said on 24 February 2025 it would"),
        ("TTM-2025-03", "over the trailing twelve months"),
    ],
)
def test_words_that_do_not_name_a_period(label: str, quote: str) -> None:
    assert not names_period(quote, period_of(label, None), EN)


def test_words_in_a_language_without_tables_name_no_period() -> None:
    assert not names_period("em 2024", period_of("2024", None), PeriodReader("pt"))


@pytest.mark.parametrize(
    ("label", "quote", "claimed"),
    [
        ("2024-Q4", "in fiscal 2024 it grew", "It grew in fiscal 2024."),
        ("2024-Q4", "annual growth of 9%", "Annual growth was 9%."),
        ("2024", "At 31 March 2024 it had 190 models", "At 31 March 2024 it had 200 models."),
    ],
)
def test_what_the_claim_says_in_the_same_words_is_no_other(
    label: str, quote: str, claimed: str
) -> None:
    assert seen(quote, label, None) is not None
    assert seen(quote, label, None, claimed) is None


def test_a_dated_period_is_another_whatever_the_claim_says() -> None:
    assert seen("Sales in 2023 rose", "2024", None, "Sales in 2024 rose from 2023.") is not None


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit",
    ["in July ", "said 24 May 2025 ", "annual sales ", "a-", "at 31 March it had ", "2023, "],
)
def test_the_work_grows_with_the_length_and_no_faster(unit: str) -> None:
    def cost(length: int) -> float:
        text = f"in July {unit * (length // len(unit))}"
        costs = []
        for _ in range(3):
            start = time.process_time()
            seen(text, "2024", None, text)
            costs.append(time.process_time() - start)
        return min(costs)

    assert cost(20_000) < 40 * max(cost(2_000), 0.005)


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit",
    [
        "$5 million in 2023, ",
        "2023, ",
        "In 2023 it rose. ",
        "from 2023 to $5 million ",
        "than 2023 ",
    ],
)
def test_periods_are_given_to_figures_in_time_that_grows_with_the_length(unit: str) -> None:
    def cost(length: int) -> float:
        text = f"{unit * (length // len(unit))} it was $7 million"
        figure = read(text, "en")[-1]
        costs = []
        for _ in range(3):
            start = time.process_time()
            other_period(text, period_of("2024", None), EN, quantity=figure)
            costs.append(time.process_time() - start)
        return min(costs)

    assert cost(20_000) < 40 * max(cost(2_000), 0.005)
