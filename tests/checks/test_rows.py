"""Rows of bare numbers, and prose that has numbers side by side."""

from __future__ import annotations

import pytest

from briefing.checks.rows import is_in_row


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Net sales 4,512 4,100", "Net sales 4,512"),
        ("Net sales $ 4,512", "Net sales $ 4,512"),
        ("Net sales\n4,512\n4,100\nCosts", "4,100"),
        ("| Net sales | 4,512 |", "4,512"),
        ("Net sales\t4,512", "4,512"),
        ("Net loss (4,512) (4,100)", "Net loss (4,512)"),
        ("It grew.\nNet sales $4,512\nCosts", "Net sales $4,512"),
        ("Margin 10% 12%", "Margin 10%"),
    ],
)
def test_a_row(text: str, quote: str) -> None:
    start = text.index(quote)
    assert is_in_row(text, start, start + len(quote))


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Net sales were $4,512 in 2024.", "Net sales were $4,512"),
        ("In 2024 10,000 people came.", "In 2024 10,000 people"),
        ("They met on 5 May 2024, 12 of them.", "12 of them"),
        ("It rose 5% to 7%.", "5% to 7%"),
        ("Founded in\nthe year 1999", "the year 1999"),
    ],
)  # fmt: skip
def test_prose(text: str, quote: str) -> None:
    start = text.index(quote)
    assert not is_in_row(text, start, start + len(quote))
