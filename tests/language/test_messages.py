"""Show how messages are put into the language of a site: counts, numbers, lists, plurals."""

from __future__ import annotations

from decimal import Decimal

import pytest

from briefing.language.messages import ENGLISH


def test_counts_are_words_up_to_twelve() -> None:
    def voices(count: int) -> str:
        return ENGLISH.counted("%(count)s voice", "%(count)s voices", count)

    assert [voices(count) for count in (0, 1, 12)] == ["no voices", "one voice", "twelve voices"]
    assert ENGLISH.number(13) == "13"
    assert ENGLISH.number(12_345) == "12,345"


@pytest.mark.parametrize(
    ("number", "text"),
    [(1234, "1,234"), (Decimal("1234.50"), "1,234.5"), (Decimal("0E+2"), "0"), (-5, "-5")],
)
def test_numbers_are_written_in_groups_of_three(number: int | Decimal, text: str) -> None:
    assert ENGLISH.digits(number) == text


def test_lists_read_like_sentences() -> None:
    lists: tuple[tuple[str, ...], ...] = ((), ("a",), ("a", "b"), ("a", "b", "c"))
    assert [ENGLISH.listed(one) for one in lists] == ["", "a", "a and b", "a, b and c"]
    assert [ENGLISH.either(one) for one in lists] == ["", "a", "a or b", "a, b or c"]
