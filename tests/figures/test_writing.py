"""Show how figures are written out again: for people and for the data file."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.figures import as_record, parse_period, read, shown, shown_interval
from briefing.figures.writing import plain_number
from briefing.language.messages import ENGLISH, messages
from briefing.model.figures import Basis, Figure
from briefing.model.periods import Period


def test_a_counted_thing_is_named_in_the_language_of_the_site_where_its_name_means_one_thing() -> (
    None
):
    quantities = [read(text, "en")[0] for text in ("524,000 vehicles", "200 models")]
    written = {tag: [shown(one, messages(tag)) for one in quantities] for tag in ("de", "zh")}
    assert written == {
        "de": ["524.000\N{NO-BREAK SPACE}Fahrzeuge", "200\N{NO-BREAK SPACE}models"],
        "zh": ["52.4万辆", "200 models"],
    }


@pytest.mark.parametrize(
    ("text", "plain", "interval"),
    [
        ("$52.4 bln", "52.4 billion USD", "52.35 to 52.45 billion USD"),
        ("fell 14%", "-14%", "-14.5 to -13.5%"),
        ("over 200 models", "more than 200 models", "200 models or more"),
        ("up to 97%", "up to 97%", "97% or less"),
        ("fell by up to 97%", "up to -97%", "a fall of 97% or less"),
        ("fell by more than 50%", "more than -50%", "a fall of 50% or more"),
        (
            "lost more than $5 billion",
            "more than -5 billion USD",
            "a loss of 5 billion USD or more",
        ),
        ("10,000 chips", "10,000 chips", "10,000 chips"),
        ("15x", "15x", "14.5 to 15.5x"),
        ("RMB 1.8 trillion", "1.8 trillion CNY", "1.75 to 1.85 trillion CNY"),
        ("$91-93 billion", "91 to 93 billion USD", "90.5 to 93.5 billion USD"),
        ("0%", "0%", "-0.5 to 0.5%"),
    ],
)
def test_a_quantity_is_written_plainly(text: str, plain: str, interval: str) -> None:
    (quantity,) = read(text, "en")
    assert (shown(quantity, ENGLISH), shown_interval(quantity, ENGLISH)) == (plain, interval)


def test_a_record_holds_strings_and_nulls() -> None:
    period = parse_period("2025/2028")
    assert isinstance(period, Period)
    (quantity,) = read("to generate more than $100.0 billion", "en")
    figure = Figure(quantity, "revenue", "alibaba", period, Basis.TARGET, "year", None)
    assert as_record(figure) == {
        "text": "more than $100.0 billion",
        "value": "100000000000",
        "low": "100000000000",
        "high": None,
        "unit": "USD",
        "hedge": "more-than",
        "period": "2025/2028",
        "measure": "revenue",
        "entity": "alibaba",
        "basis": "target",
        "per": "year",
        "scope": None,
        "base": None,
    }


def test_a_range_has_no_single_value() -> None:
    record = as_record(Figure(read("5-7%", "en")[0]))
    assert (record["value"], record["low"], record["high"]) == (None, "4.5", "7.5")


@given(
    st.decimals(
        allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15, places=4
    )
)
def test_numbers_are_written_without_exponents_and_read_back(value: Decimal) -> None:
    text = plain_number(value)
    assert text is not None
    assert "E" not in text
    assert Decimal(text) == value
