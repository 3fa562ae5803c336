"""A question states nothing; which words a question mark asks about."""

from __future__ import annotations

import pytest

from briefing.language.questions import question_mark


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Has it offered $5 | for all of it?", True),
        ("它卖了10亿元 | 吗？", True),
        ("¿Vendió por 5 | euros, como dicen?", True),
        ("It offered $5 |, but will it pay?", False),
        ("It offered $5 |: will it pay?", False),
        ("Its $5 gamble |--will it pay?", False),
        ("It offered $5 | in all. Will it pay?", False),
        ("¿Cuánto? Vendió por 5 | euros, ¿y luego?", False),
        ("It offered $5 | of $1,000 or 2.5?", True),
        ("It offered $5 |", False),
    ],
)
def test_words_that_are_asked(text: str, asked: bool) -> None:
    before, _, after = text.partition("| ") if "| " in text else text.partition("|")
    found = question_mark(before + after, len(before))
    assert (found is not None) == asked
    assert found is None or (before + after)[found] in "?？"
