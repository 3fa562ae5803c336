"""Heads of tables: what they say, and the figures that a row has by them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from briefing.figures import choose_in_row, read_head
from briefing.figures.heading import read_headed
from briefing.model.figures import ChoiceFault, ChoiceProblem, Quantity


@pytest.mark.parametrize(
    ("text", "scale", "unit"),
    [
        ("(in millions of dollars)", 1_000_000, "USD"),
        ("$ in millions", 1_000_000, "USD"),
        ("(in thousands of euros, except per share data)", 1000, "EUR"),
        ("(in millions)", 1_000_000, None),
        ("US$bn", 1_000_000_000, "USD"),
        ("£m", 1_000_000, "GBP"),
        ("RMB'000", 1000, "CNY"),
        ("$000s", 1000, "USD"),
        ("$000,000", 1_000_000, "USD"),
        ("thousand tonnes", 1000, "tonnes"),
        ("in %", None, "%"),
        ("Number of employees", None, "employees"),
    ],
)
def test_what_a_head_says(text: str, scale: int | None, unit: str | None) -> None:
    head = read_head(text, "en")
    assert head is not None
    assert head.scale == scale
    assert (head.unit.name if head.unit else None) == unit


def test_a_head_that_says_nothing() -> None:
    assert read_head("(unaudited)", "en") is None
    assert read_head("(in millions)", "tlh") is None


@pytest.mark.parametrize(
    ("row", "figures"),
    [
        ("Sales 4,512 4,100 10%", [("4,512", "4512E6", "USD"), ("4,100", "41E8", "USD"), ("10%", "10", "%")]),
        ("Loss (1,234) -5", [("1,234", "-1234E6", "USD"), ("5", "-5E6", "USD")]),
        ("Sales € 4,512", [("€ 4,512", "4512E6", "EUR")]),
        ("Sales $5 billion", [("$5 billion", "5E9", "USD")]),
        ("Sales 2024 4,512", [("4,512", "4512E6", "USD")]),
        ("Sales rose", []),
    ],
)  # fmt: skip
def test_the_figures_of_a_row(row: str, figures: list[tuple[str, str, str]]) -> None:
    head = read_head("(in millions of dollars)", "en")
    assert head is not None
    found = [(one.text, one.first, one.unit) for one in read_headed(row, head, "en")]
    assert found == [(text, Decimal(value), unit) for text, value, unit in figures]
    assert all(row[one.start : one.end] == one.text for one in read_headed(row, head, "en"))


def test_a_number_without_a_unit_has_none() -> None:
    head = read_head("(in millions)", "en")
    assert head is not None
    (one,) = read_headed("Sales 4,512", head, "en")
    assert one.unit == ""
    assert read_headed("Sales 4,512", head, "tlh") == ()


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("4,512", "4,512"),
        ("(900)", "900"),
        (None, ChoiceFault.SEVERAL),
        ("7", ChoiceFault.NOT_STANDING),
    ],
)
def test_the_one_that_is_meant(written: str | None, found: str | ChoiceFault) -> None:
    head = read_head("(in millions of dollars)", "en")
    assert head is not None
    chosen = choose_in_row("Sales 4,512 (900)", head, "en", "USD", written)
    if isinstance(chosen, ChoiceProblem):
        assert chosen.fault is found
    else:
        assert isinstance(chosen, Quantity)
        assert chosen.text == found
