"""Every place is found, and a text that repeats itself costs no more than another."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.quotes.occurrences import occurrences


def test_places_in_order() -> None:
    assert list(occurrences("a b a b a", "a b")) == [0, 4]
    assert list(occurrences("a b a b a", "a b", 1)) == [4]
    assert list(occurrences("a b a b a", "a b", 0, 6)) == [0]
    assert list(occurrences("a", "b")) == []


def test_of_places_that_overlap_two_are_given() -> None:
    assert list(occurrences("ha ha ha", "ha ha")) == [0, 3]
    assert list(occurrences("a" * 100, "a" * 60)) == [0, 1]


@given(st.text("ab", max_size=30), st.text("ab", min_size=1, max_size=4))
def test_none_one_or_several_is_told_right(text: str, wanted: str) -> None:
    every = [at for at in range(len(text)) if text.startswith(wanted, at)]
    found = list(occurrences(text, wanted))
    assert set(found) <= set(every)
    assert found == sorted(found)
    assert min(len(found), 2) == min(len(every), 2)
    assert found[:1] == every[:1]
