"""Spans are looked up as if one went through all of them, and without doing so."""

from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from briefing.figures import read
from briefing.figures.covered import Covered
from briefing.figures.wordings import wordings

SPAN = st.tuples(st.integers(0, 30), st.integers(1, 9)).map(lambda one: (one[0], one[0] + one[1]))


@given(st.lists(SPAN, max_size=12), SPAN)
def test_the_first_that_has_a_character_is_found(
    spans: list[tuple[int, int]], wanted: tuple[int, int]
) -> None:
    start, end = wanted
    touching = [one for one in sorted(spans) if one[0] < end and start < one[1]]
    found = Covered(spans).first(start, end)
    assert (found is None) == (touching == [])
    assert found is None or found in touching
    assert found is None or found[0] == touching[0][0]
    assert Covered(spans).touches(start, end) == (touching != [])


def test_the_words_of_a_statement_of_many_figures_are_told_in_time_that_grows_with_it() -> None:
    held = wordings("en")
    assert held is not None

    def cost(many: int) -> float:
        text = "So sales rose 5% " * many + "then"
        (figure, *_) = read(text, "en")
        start = time.process_time()
        assert held.words(text, figure, "en")
        return time.process_time() - start

    cost(10)
    assert cost(4_000) < 16 * max(cost(500), 0.01)
