"""Hold the pieces of a text to the text: what is found in them is placed where it was written."""

from __future__ import annotations

from briefing.language.parting import Parted, PartedText, parted

WRITTEN = "約3成半"
TEXT = "約 35%"
PARTED = Parted(WRITTEN, PartedText(TEXT), [0, 1, 1, 1, 1], [1, 1, 4, 4, 4])


def test_a_text_with_blanks_is_read_as_it_is_written() -> None:
    assert parted("Das kostet 5 €.", "de") is None
    assert parted("它花了5元。", "xx") is None


def test_a_span_of_a_piece_is_placed_where_it_was_written() -> None:
    assert PARTED.outer(0, 1) == (0, 1)
    assert PARTED.outer(2, 4) == (1, 4), "what is spelled otherwise is taken whole"
    assert PARTED.outer(1, 1) == (1, 1)
    assert PARTED.outer(5, 5) == (4, 4)


def test_a_span_of_the_text_is_found_in_its_pieces() -> None:
    assert PARTED.inner(0, 1) == (0, 1)
    assert PARTED.inner(1, 4) == (2, 5), "blanks that nobody wrote are left out"
    assert PARTED.inner(2, 3) == (2, 5)
    assert PARTED.inner(0, 4) == (0, 5)
