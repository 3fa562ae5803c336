"""Lines and columns of offsets, from 1, in code points."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.anchor.text import Lines
from briefing.diagnostics import Span
from briefing.model.content import Article


def lines(text: str) -> Lines:
    return Lines(Article("a", "seeds/a.txt", text, "", None))


def test_places() -> None:
    held = lines("\ufeffone\r\n🏭two\n\nthree")
    assert held.span(0, 4) == Span("seeds/a.txt", 1, 1, 1, 5)
    assert held.span(6, 10) == Span("seeds/a.txt", 2, 1, 2, 5)
    assert held.span(1, 10) == Span("seeds/a.txt", 1, 2, 2, 5)
    assert held.span(12, 17) == Span("seeds/a.txt", 4, 1, 4, 6)
    assert held.span(6, 11) == Span("seeds/a.txt", 2, 1, 2, 6)


@given(st.text("ab\n\r🏭", max_size=30), st.data())
def test_a_place_leads_back_to_its_offset(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    at = lines(text).span(start, end)
    rows = text.split("\n")
    before = sum(len(row) + 1 for row in rows[: at.line - 1])
    until = sum(len(row) + 1 for row in rows[: at.end_line - 1])
    assert before + at.column - 1 == start
    assert until + at.end_column - 1 == end
