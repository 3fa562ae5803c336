"""A quote is shown in its sentence, bounded, on word boundaries."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.quotes import Body, Match, context, cut, locate, outside

TEXT = (
    "A heading\n\nIt began well. In its most recent quarter, the U.S. company reported\n"
    "cloud revenue growth of roughly 36% year over year, driven largely by AI. It went on."
)


def _shown(text: str, quote: str, limit: int = 240, omit: tuple[str, ...] = ()) -> tuple[str, str]:
    body = cut(text, omit=omit)
    assert isinstance(body, Body)
    match = locate(body, quote)
    assert isinstance(match, Match)
    return context(body, match, limit, "en")


def test_the_rest_of_the_sentence_is_shown_and_no_more() -> None:
    before, after = _shown(TEXT, "36% year over year")
    assert before.startswith("In its most recent quarter, the U.S. company reported cloud revenue")
    assert before.endswith(" growth of roughly ")
    assert after == ", driven largely by AI."


def test_a_whole_sentence_has_no_context() -> None:
    assert _shown(TEXT, "It began well.") == ("", "")
    assert _shown(TEXT, "It began well") == ("", ".")
    assert _shown(TEXT, "A heading") == ("", "")
    assert _shown(TEXT, "It went on.") == ("", "")


def test_a_quote_of_several_sentences_ends_with_its_last() -> None:
    assert _shown(TEXT, "began well. In its … by AI") == ("It ", ".")


def test_what_is_longer_is_cut_between_words() -> None:
    before, after = _shown(TEXT, "36% year over year", 22)
    assert (before, after) == ("…growth of roughly ", ", driven largely by…")
    assert _shown(TEXT, "36% year over year", 1) == ("", "")
    assert _shown("天地玄黄宇宙洪荒日月盈昃", "洪荒", 4) == ("…黄宇宙", "日月盈…")


def test_omitted_text_is_left_out() -> None:
    omit = ("the U.S. company", "largely")
    before, after = _shown(TEXT, "36% year over year", omit=omit)
    assert before.startswith("In its most recent quarter, reported cloud")
    assert after == ", driven by AI."


def test_context_outside_the_body_stays_in_its_piece() -> None:
    body = cut("Menu of Home BODY TEXT Comments are 3 here", "BODY", "TEXT")
    assert isinstance(body, Body)
    rest = outside(body)
    match = locate(rest, "Comments are")
    assert isinstance(match, Match)
    assert context(rest, match, 100, "en") == ("", " 3 here")
    match = locate(rest, "Menu of")
    assert isinstance(match, Match)
    assert context(rest, match, 100, "en") == ("", " Home")


@given(st.text("aB. \n,é", max_size=60), st.text("aB.é\n", max_size=60), st.integers(1, 40))
def test_it_is_bounded_and_reads_on(before: str, after: str, limit: int) -> None:
    shown = _shown(f"{before} quote {after}", "quote", limit)
    assert all(len(side) <= limit for side in shown)
    text = " ".join(f"{before} quote {after}".split())
    assert f"{shown[0]}quote{shown[1]}".strip("…") in text
