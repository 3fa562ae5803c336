from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from briefing.model.judged import Anchor, Reason
from briefing.model.verdict import Verdict
from briefing.view.nesting import Highlight, TextRun, nested_runs
from briefing.view.passages import (
    Passage,
    by_source,
    excerpts,
    passage_id,
    quoted_words,
    runs,
    stretches,
)
from tests.view.briefings import article, judged, judgement, quote

TEXT = "abcdefghijklmnopqrstuvwxyz"


def written(cut: tuple[TextRun, ...]) -> str:
    """Write runs as text with highlights in brackets: `ab[1 cd]ef`."""
    return "".join(
        "".join(f"[{highlight.id} " for highlight in run.opens) + run.text + "]" * run.closes
        for run in cut
    )


def used(*spans: tuple[int, int], start: int | None = None, end: int | None = None) -> Passage:
    """Make a passage of TEXT whose context goes from `start` to `end`."""
    edges = [
        spans[0][0] if start is None else start,
        *(edge for span in spans for edge in span),
        spans[-1][1] if end is None else end,
    ]
    pieces = tuple((TEXT[a:b], n % 2 == 1) for n, (a, b) in enumerate(pairwise(edges)) if b > a)
    anchor = Anchor(spans, 1, pieces, (edges[0], edges[-1]))
    return Passage(passage_id(anchor), anchor, (("claim", quote("a", "x")),))


def test_highlights_nest_and_those_that_cross_are_cut() -> None:
    def cut(*highlights: tuple[int, int]) -> str:
        named = [(a, b, Highlight(str(n))) for n, (a, b) in enumerate(highlights, 1)]
        return written(nested_runs("abcdef", named))

    assert cut() == "abcdef"
    assert cut((1, 3)) == "a[1 bc]def"
    assert cut((0, 6), (1, 3)) == "[1 a[2 bc]def]"
    assert cut((1, 3), (1, 3)) == "a[1 [2 bc]]def"
    assert cut((0, 3), (2, 5)) == "[1 ab[2 c]][ de]f"
    assert cut((0, 2), (2, 4)) == "[1 ab][2 cd]ef"


@given(st.lists(st.tuples(st.integers(0, 26), st.integers(0, 26)), max_size=40))
def test_highlights_keep_the_text_and_every_id_and_balance(spans: list[tuple[int, int]]) -> None:
    highlights = [
        (min(span), max(span), Highlight(f"q{number}")) for number, span in enumerate(spans)
    ]
    cut = nested_runs(TEXT, highlights)
    assert "".join(run.text for run in cut) == TEXT
    depth = 0
    for run in cut:
        depth += len(run.opens) - run.closes
        assert 0 <= depth <= 9
    assert depth == 0
    ids = re.findall(r"q\d+", written(cut))
    assert sorted(ids) == sorted(highlight.id for *_, highlight in highlights)


@given(st.lists(st.tuples(st.integers(0, 25), st.integers(1, 26)), max_size=6))
def test_highlighted_words_are_those_of_the_spans(spans: list[tuple[int, int]]) -> None:
    spans = [(a, b) for a, b in spans if a < b]
    cut = nested_runs(TEXT, [(a, b, Highlight(str(n))) for n, (a, b) in enumerate(spans)])
    depth, at, inside = 0, 0, set()
    for run in cut:
        depth += len(run.opens)
        if depth:
            inside |= set(range(at, at + len(run.text)))
        at += len(run.text)
        depth -= run.closes
    assert inside == {n for a, b in spans for n in range(a, b)}


def test_contexts_that_meet_become_one_excerpt() -> None:
    passages = (
        used((2, 4), start=0, end=8),
        used((6, 7), start=5, end=12),
        used((20, 22), start=18, end=26),
    )
    joined = excerpts(passages)
    assert [(one.span[0], one.text, len(one.passages)) for one in joined] == [
        (0, "abcdefghijkl", 2),
        (18, "stuvwxyz", 1),
    ]
    assert written(runs(joined[0])) == "ab[q-2-4 cd]ef[q-6-7 g]hijkl"


def test_a_context_within_another_adds_nothing() -> None:
    joined = excerpts((used((2, 4), start=0, end=12), used((3, 5), start=2, end=6)))
    assert [one.text for one in joined] == ["abcdefghijkl"]


def omitting(quote_at: int, length: int) -> Passage:
    """Make a passage of a context of which a body omits words: `abcd […] wxyz` of TEXT."""
    text = "abcd […] wxyz"
    end = quote_at + length
    pieces = tuple(
        (part, quoted)
        for part, quoted in (
            (text[:quote_at], False),
            (text[quote_at:end], True),
            (text[end:], False),
        )
        if part
    )
    at = quote_at if quote_at < 4 else quote_at + 13
    anchor = Anchor(((at, at + length),), 1, pieces, (0, 26))
    return Passage(passage_id(anchor), anchor, (("claim", quote("a", "x")),))


def test_passages_of_one_sentence_share_it_and_its_omission() -> None:
    (joined,) = excerpts((omitting(1, 2), omitting(9, 3)))
    assert joined.text == "abcd […] wxyz"
    assert written(runs(joined)) == "a[q-1-3 bc]d […] [q-22-25 wxy]z"


def test_a_wider_context_takes_in_one_that_omits_words() -> None:
    (joined,) = excerpts((used((1, 2), start=0, end=4), omitting(1, 2)))
    assert written(runs(joined)) == "a[q-1-3 [q-1-2 b]c]d […] wxyz"


def test_contexts_whose_words_do_not_meet_stay_apart() -> None:
    joined = excerpts((omitting(1, 2), used((22, 24), start=20, end=26)))
    assert [one.text for one in joined] == ["abcd […] wxyz", "uvwxyz"]


def test_an_elided_quote_highlights_each_of_its_parts() -> None:
    (joined,) = excerpts((used((2, 4), (6, 8), start=0, end=10),))
    assert written(runs(joined)) == "ab[q-2-4-6-8 cd]ef[ gh]ij"


def test_a_quote_is_told_in_the_words_of_its_author_unless_its_article_has_more_between() -> None:
    def told(*pieces: tuple[str, bool]) -> str:
        item = quote("a", "The mill … opened")
        return quoted_words(replace(item, anchor=Anchor(((0, 1),), 1, pieces, (0, 1))))

    assert (
        told(("The mill", True), (" of the town ", False), ("opened", True)) == "The mill … opened"
    )
    assert told(("So ", False), ("it is", True), (" […].", False)) == "The mill … opened"
    assert told(("The mill", True), (" […] ", False), ("opened", True)) == "The mill […] opened"
    assert (
        told(
            ("The", True),
            (" […]", False),
            (" mill", True),
            (" of […] it ", False),
            ("opened", True),
        )
        == "The […] mill … opened"
    )


def test_a_whole_text_is_cut_behind_the_paragraphs_that_are_quoted() -> None:
    text = "One.\n\nTwo and three.\nFour.\n\nFive.\n\nSix."
    said = [quote("a", part) for part in ("Two", "three", "Two and … Four", "Five")]
    items = judged(
        [article("a", text)],
        judgements=[judgement("c", "So.", Verdict.UNSUPPORTED, Reason.SINGLE_SOURCE, said)],
    )
    found = by_source(items.judgements)["a"]
    parts = list(stretches(text, found))
    assert ["".join(run.text for run in cut) for cut, _ in parts] == [
        "One.\n\nTwo and three.\nFour.",
        "Five.",
        "Six.",
    ]
    assert [len(held) for _, held in parts] == [3, 1, 0]
    places = [one.place for run in parts[0][0] for one in run.opens]
    assert sorted(set(places)) == [1, 2, 3]
    assert [one.place for run in parts[1][0] for one in run.opens] == [1]
