"""The body is what the author says it is, and every offset leads back to the file."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.quotes import (
    Body,
    CutProblem,
    Fault,
    Match,
    Missing,
    Part,
    Uncut,
    cut,
    locate,
    outside,
)

PAGE = (
    "\ufeffHome | Menu\r\n\r\nThe body’s first words. It grewA glued title[1] by 11%.\r\n\r\n"
    "Stock widget $125.57\r\n\r\nA glued title[1] again; the last words.\r\n\r\nComments: 3 | Menu"
)


def _cut(starts: str | None = None, ends: str | None = None, omit: tuple[str, ...] = ()) -> Body:
    body = cut(PAGE, starts, ends, omit)
    assert isinstance(body, Body)
    return body


def _problems(
    file: str, starts: str | None = None, ends: str | None = None, omit: tuple[str, ...] = ()
) -> tuple[CutProblem, ...]:
    uncut = cut(file, starts, ends, omit)
    assert isinstance(uncut, Uncut)
    return uncut.problems


def _written(body: Body) -> list[str]:
    return [body.file[start:end] for start, end in body.kept]


def test_without_entries_the_whole_file_is_the_body() -> None:
    body = _cut()
    assert body.text.startswith("Home | Menu The body's first")
    assert outside(body).text == ""
    assert outside(body).kept == ()


def test_starts_and_ends_are_inclusive_and_folded() -> None:
    body = _cut("The body's first  words", "the last words.")
    assert _written(body) == [PAGE[PAGE.index("The body") : PAGE.index("\r\n\r\nComments")]]
    assert body.text.startswith("The body's first words.")
    assert body.text.endswith("the last words.")


def test_omitted_text_is_cut_wherever_it_stands_in_the_body() -> None:
    body = _cut("The body's", "last words.", ("A glued title[1]", "Stock widget $125.57"))
    assert body.text == "The body's first words. It grew by 11%. again; the last words."


def test_entries_may_overlap_and_come_in_any_order() -> None:
    one = _cut(omit=("Stock widget $125.57", "$125.57 A glued", "It grewA glued"))
    other = _cut(omit=("It grewA glued", "$125.57 A glued", "Stock widget $125.57"))
    assert one == other
    assert "words. title[1] by 11%. title[1] again" in one.text


def test_the_outside_is_all_the_rest_and_nothing_runs_across_it() -> None:
    body = _cut("The body's", "last words.", ("A glued title[1]",))
    rest = outside(body)
    assert isinstance(locate(rest, "Home | Menu"), Match)
    assert isinstance(locate(rest, "Comments: 3"), Match)
    assert isinstance(locate(rest, "grew by 11%"), Missing)
    assert isinstance(locate(rest, "Menu A glued"), Missing)
    assert isinstance(locate(rest, "Home … Comments"), Missing)
    assert isinstance(locate(rest, "Menu \ud800 A"), Missing)


def test_a_quote_across_omitted_text_has_two_spans() -> None:
    body = _cut(omit=("A glued title[1]",))
    match = locate(body, "It grew by 11%.")
    assert isinstance(match, Match)
    assert [PAGE[start:end] for start, end in match.spans] == ["It grew", " by 11%."]


def test_what_is_not_there_or_there_twice_is_told_at_once() -> None:
    places = tuple((at, at + 4) for at in (PAGE.index("Menu"), PAGE.rindex("Menu")))
    assert _problems(PAGE, "Menu", "nowhere") == (
        CutProblem(Part.STARTS, 0, "Menu", Fault.REPEATED, places),
        CutProblem(Part.ENDS, 0, "nowhere", Fault.MISSING),
    )
    assert _problems(PAGE, omit=("Stock", " \u200b", "no such")) == (
        CutProblem(Part.OMIT, 1, " \u200b", Fault.EMPTY),
        CutProblem(Part.OMIT, 2, "no such", Fault.MISSING),
    )


def test_what_is_to_be_omitted_stands_in_the_body() -> None:
    (problem,) = _problems(PAGE, "The body's", omit=("Home",))
    assert problem.fault is Fault.MISSING


def test_a_body_does_not_end_before_it_starts() -> None:
    (problem,) = _problems(PAGE, "the last words", "first words")
    assert (problem.part, problem.fault) == (Part.ENDS, Fault.REVERSED)
    assert [PAGE[start:end] for start, end in problem.places] == ["the last words", "first words"]


def test_the_end_does_not_reach_before_the_start() -> None:
    assert _problems("a b c", "b", "a b c")[0].fault is Fault.REVERSED
    assert _problems("a b c", "a b c", "b")[0].fault is Fault.REVERSED


def test_starts_and_ends_may_overlap() -> None:
    assert _cut("The body's first", "first words.").text == "The body's first words."


@pytest.mark.parametrize("file", ["", " \n", "\u200b"])
def test_a_file_without_words_has_an_empty_body(file: str) -> None:
    body = cut(file)
    assert isinstance(body, Body)
    assert body.text.strip() == ""
    assert isinstance(locate(body, "a"), Missing)


@given(st.text("ab é\u00a0\n\u200b[]", max_size=30), st.text("ab [", min_size=1, max_size=3))
def test_body_and_outside_share_out_the_file(file: str, omitted: str) -> None:
    body = cut(file, omit=(omitted,))
    if isinstance(body, Uncut):
        return
    inside, rest = body.kept, outside(body).kept
    spans = sorted([*inside, *rest])
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    lost = set(range(len(file))) - {at for start, end in spans for at in range(start, end)}
    assert all(file[at] in " \u00a0\n\u200b" for at in lost)
    assert "  " not in body.text
