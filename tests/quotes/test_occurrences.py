"""Every place is found, and a text that repeats itself costs no more than another."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.quotes import Body, Match, cut, locate
from briefing.quotes import occurrences as module
from briefing.quotes.occurrences import Finder, occurrences


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


PIECES = st.sampled_from(["a", "b", "ab", " ", " ", "-", "ä"])


@given(st.lists(PIECES, max_size=60).map("".join), st.lists(PIECES, min_size=1, max_size=8).map("".join),
       st.integers(0, 9), st.integers(0, 60))  # fmt: skip
def test_listed_words_lead_to_the_same_places(text: str, wanted: str, start: int, end: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_FEW", 0)
        patch.setattr(module, "_SHORT", 0)
        patch.setattr(module, "_OFTEN", 0)
        finder = Finder(text)
        assert list(finder.occurrences(wanted)) == list(occurrences(text, wanted))
        found = list(finder.occurrences(wanted, start, end))
        assert found == list(occurrences(text, wanted, start, end))


@given(st.lists(PIECES, max_size=60).map("".join), st.lists(st.lists(PIECES, min_size=1, max_size=5)
       .map("".join), min_size=2, max_size=3))  # fmt: skip
def test_listed_words_lead_to_the_same_elided_quotes(text: str, parts: list[str]) -> None:
    body, quote = cut(text), " … ".join(parts)
    assert isinstance(body, Body)
    plain = locate(body, quote)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_FEW", 0)
        patch.setattr(module, "_SHORT", 0)
        patch.setattr(module, "_OFTEN", 0)
        patch.setattr("briefing.quotes.matching.REACH", 3)
        found = locate(body, quote)
        patch.setattr(module, "_FEW", 10**9)
        assert found == locate(body, quote)
    assert plain == locate(body, quote)


def test_many_quotes_of_one_text_are_not_each_looked_for_in_all_of_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked: list[int] = []

    def counted(text: str, wanted: str, start: int = 0, end: int | None = None) -> Iterator[int]:
        passed = start
        for at in occurrences(text, wanted, start, end):
            looked.append(at - passed)
            passed = at
            yield at
        looked.append((len(text) if end is None else end) - passed)

    monkeypatch.setattr(module, "occurrences", counted)
    text = "".join(f"Mill {number} of the firm has closed. " for number in range(1_000))
    body = cut(text)
    assert isinstance(body, Body)
    for number in range(1_000):
        quotes = (f"Mill {number} of the firm", f"Mill {number} of … firm has closed")
        assert isinstance(locate(body, quotes[number % 2]), Match)
    assert sum(looked) < 100 * len(text)
