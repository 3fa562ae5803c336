"""A quote passes only if it appears in the body exactly once, whole words and all."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from briefing.quotes import (
    Ambiguous,
    Body,
    Empty,
    InsideWord,
    Lack,
    Match,
    Missing,
    Outcome,
    cut,
    fold,
    locate,
)
from briefing.quotes.matching import MOST_PARTS, MOST_PLACES, REACH

ARTICLES = [
    path.read_text("utf-8") for path in sorted(Path("seeds").resolve().glob("*.txt"))
]  # fmt: skip
MORGAN = ARTICLES[0]


def body(text: str) -> Body:
    made = cut(text)
    assert isinstance(made, Body)
    return made


def find(text: str, quote: str, prefix: str | None = None, suffix: str | None = None) -> Outcome:
    return locate(body(text), quote, prefix, suffix)


def passages(text: str, outcome: Outcome) -> list[str]:
    assert isinstance(outcome, Match), outcome
    return [text[start:end] for start, end in outcome.spans]


@pytest.mark.parametrize(
    ("text", "quote", "passage"),
    [
        ("a “once-in-a-generation” chance", '"once-in-a-generation" chance',
         "“once-in-a-generation” chance"),
        ("It's 5\u00a0% \n\n more", "It’s 5 % more", "It's 5\u00a0% \n\n more"),
        ("invest\u00adment rose", "investment rose", "invest\u00adment rose"),
        ("\ufefffirst words", "first words", "first words"),
        ("le cafe\u0301 noir", "café noir", "cafe\u0301 noir"),
        ("投入至少3800亿元", "至少3800亿", "至少3800亿"),
        ("from $52 billion on", "$52", "$52"),
        ("Alibaba's bet", "Alibaba", "Alibaba"),
        ("see more... now", "more... now", "more... now"),
    ],
)  # fmt: skip
def test_found_after_folding(text: str, quote: str, passage: str) -> None:
    assert passages(text, find(text, quote)) == [passage]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("It Rose", "it rose"),
        ("380 billion", "308 billion"),
        ("about 10² m", "about 102 m"),
        ("½ of it", "1/2 of it"),
        ("6′ tall", "6' tall"),
        ("«oui» dit-il", '"oui" dit-il'),
        ("a naïve view", "a naive view"),
        ("one, two", "one two"),
    ],
)
def test_nothing_else_is_folded(text: str, quote: str) -> None:
    outcome = find(text, quote)
    assert isinstance(outcome, Missing)
    assert outcome.lack is Lack.ABSENT


def test_twice_is_an_error_that_shows_each_place() -> None:
    outcome = find(MORGAN, "$52 billion", suffix=None)
    assert isinstance(outcome, Ambiguous)
    assert outcome.count == 2
    assert [MORGAN[slice(*place.spans[0])] for place in outcome.places] == ["$52 billion"] * 2


def test_places_that_overlap_and_places_inside_words_count() -> None:
    assert isinstance(find("ha ha ha", "ha ha"), Ambiguous)
    assert isinstance(find("35% and 5%", "5%"), Ambiguous)


def test_very_many_places_are_counted_and_the_first_are_told() -> None:
    outcome = find("so " * 1000, "so")
    assert isinstance(outcome, Ambiguous)
    assert (outcome.count, len(outcome.places)) == (1000, MOST_PLACES)


@pytest.mark.parametrize(
    ("prefix", "suffix", "start"),
    [
        ("announcing a", None, 247),
        ("announcing a ", None, 247),
        (None, " (380 billion", 247),
        (None, "AI investment", 2875),
        ("Alibaba’s", "AI investment", 2875),
        ("", "AI", 2875),
    ],
)
def test_prefix_and_suffix_tell_places_apart(
    prefix: str | None, suffix: str | None, start: int
) -> None:
    outcome = find(MORGAN, "$52 billion", prefix, suffix)
    assert isinstance(outcome, Match)
    assert outcome.spans == ((start, start + len("$52 billion")),)


def test_prefix_and_suffix_that_do_not_stand_there() -> None:
    outcome = find(MORGAN, "$52 billion", "spending a")
    assert isinstance(outcome, Missing)
    assert outcome.lack is Lack.CONTEXT
    assert len(outcome.places) == 2
    assert isinstance(find("a b, a c", "a", suffix="d"), Missing)
    assert isinstance(find("a b, a c", "a", suffix="b a"), Missing)


def test_prefix_and_suffix_stand_around_an_elided_quote() -> None:
    text = "first: one two three. second: one two three."
    assert isinstance(find(text, "one … three"), Ambiguous)
    assert passages(text, find(text, "one … three.", prefix="second:")) == ["one", "three."]
    assert isinstance(find(text, "one … three", suffix=". second"), Match)


@pytest.mark.parametrize("mark", ["…", " … ", "...", " ... ", "[…]", " [...] ", " ... … "])
def test_an_elision_leaves_words_out(mark: str) -> None:
    text = "They will invest 380 billion yuan over the next three years."
    quote = f"will invest{mark}the next three years"
    assert passages(text, find(text, quote)) == ["will invest", "the next three years"]


def test_an_elision_at_the_edge_means_nothing() -> None:
    assert passages("so it rose again", find("so it rose again", "… it rose …")) == ["it rose"]


def test_a_literal_match_is_tried_first() -> None:
    text = "Add a comment... now. Add a comment or two right now."
    assert passages(text, find(text, "a comment... now")) == ["a comment... now"]


def test_an_elision_takes_the_nearest_continuation_that_leads_on() -> None:
    assert passages("a b b", find("a b b", "a … b")) == ["a", "b"]
    outcome = find("a b b", "a … b")
    assert isinstance(outcome, Match)
    assert outcome.spans == ((0, 1), (2, 3))
    far = "x" * REACH
    text = f"a, b {far[5:]} b {far[5:]} c"
    outcome = find(text, "a … b … c")
    assert isinstance(outcome, Match)
    assert outcome.spans[1][0] == text.rindex(" b ") + 1


def test_parts_stand_in_order_and_within_reach() -> None:
    def gap(length: int) -> Outcome:
        return find("start" + "." * length + "end", "start … end")

    assert isinstance(gap(REACH), Match)
    for outcome in (gap(REACH + 1), find("end, start", "start … end")):
        assert isinstance(outcome, Missing)
        assert outcome.lack is Lack.APART


def test_the_part_that_is_absent_is_named() -> None:
    assert find("one two three", "one … four … five") == Missing(Lack.ABSENT, "four")


def test_a_quote_in_too_many_parts_is_refused() -> None:
    text = " ".join("abcdefghijklmnopqrstuvwxyz")
    assert isinstance(find(text, " … ".join(text[::4][:MOST_PARTS])), Match)
    outcome = find(text, " … ".join(text[::2][: MOST_PARTS + 1]))
    assert isinstance(outcome, Missing)
    assert outcome.lack is Lack.TOO_MANY_PARTS


def test_an_elided_quote_that_begins_twice_is_ambiguous() -> None:
    outcome = find("Alibaba is good. Alibaba will bet.", "Alibaba … bet")
    assert isinstance(outcome, Ambiguous)


@pytest.mark.parametrize("quote", ["", " \n", "…", "... […]", "\u200b", " … \u00ad "])
def test_a_quote_without_words_is_empty(quote: str) -> None:
    assert find("a … b", quote) == Empty()


@pytest.mark.parametrize(
    ("text", "quote", "word", "at_start"),
    [
        ("in 35% of", "5% of", "35", True),
        ("is untrue", "true", "untrue", True),
        ("the trueness", "true", "trueness", False),
        ("about 52.4 bn", "about 52", "52.4", False),
        ("it can't do", "it can", "can't", False),
        ("fell (-0.39%)", "0.39%", "-0.39", True),
        ("one unclear two", "one … clear two", "unclear", True),
    ],
)
def test_a_quote_does_not_cut_a_word(text: str, quote: str, word: str, *, at_start: bool) -> None:
    outcome = find(text, quote)
    assert isinstance(outcome, InsideWord)
    assert (outcome.word, outcome.at_start) == (word, at_start)
    assert text[slice(*outcome.word_spans[0])] == word


# Between clusters: not before what Unicode Standard Annex 29 attaches to the character before
# (marks, joiners, conjoining Jamo, the half-width voicing signs). Emoji sequences and flags, which
# the Annex joins too, consist of characters that folding leaves apart, so they need no care here.
_ATTACHED = re.compile("[\u200b-\u200f\u2060-\u206f\ufeff\u00ad\u1160-\u11ff\uff9e\uff9fำຳ]")


def between_clusters(text: str, at: int) -> bool:
    if at in {0, len(text)}:
        return True
    attached = unicodedata.category(text[at]).startswith("M") or _ATTACHED.match(text[at])
    return not attached and text[at - 1 : at + 1] != "\r\n"


TELLING = (
    "AI", "35%", "$52.4", "“bet”", "it's", "cafe\u0301", "\u00a0", "\r\n\r\n", "a\u00adb", "…", "投入",
    "ไทยคำ", "각\u11a8", "ﬁn", "½", "１２", "\u00b4", "e\u200b\u0323", "--", "[…]",
)  # fmt: skip
PIECES = st.lists(
    st.text(min_size=1, max_size=6) | st.sampled_from(TELLING), min_size=1, max_size=12
)


@given(PIECES, st.sampled_from(["", " "]), st.data())
def test_any_slice_between_clusters_anchors_at_its_place(
    pieces: list[str], space: str, data: st.DataObject
) -> None:
    text = space.join(pieces)
    cuts = [at for at in range(len(text) + 1) if between_clusters(text, at)]
    start = data.draw(st.sampled_from(cuts[:-1] or [0]))
    end = data.draw(st.sampled_from([at for at in cuts if at >= start]))
    wanted = fold(text[start:end]).text.strip(" ")
    folded = fold(text).text
    assume(wanted and re.sub(r"\[\.{3}\]|\.{3}| ", "", wanted))
    assume(folded.find(wanted) == folded.rfind(wanted))
    outcome = find(text, text[start:end])
    # A slice may cut a word; then it is refused, but at its place.
    match = outcome.match if isinstance(outcome, InsideWord) else outcome
    assert isinstance(match, Match)
    ((first, last),) = match.spans
    assert start <= first < last <= end
    assert fold(text[start:first]).text.strip(" ") == ""
    assert fold(text[last:end]).text.strip(" ") == ""


@given(st.sampled_from(ARTICLES), st.data())
def test_other_spaces_and_quotation_marks_move_no_mark(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 60))
    quote = text[start : start + 60]
    blanks = data.draw(st.lists(st.sampled_from("\u00a0\n\t \u2009"), min_size=7, max_size=7))
    curls = data.draw(st.sampled_from(["'\"", "’”", "‘“", "‛„"]))

    def changed(words: str, first: int) -> str:
        return "".join(
            blanks[(first + at) % 7] if char in " \n"
            else curls[0] if char in "'’"
            else curls[1] if char in '"“”'
            else char
            for at, char in enumerate(words)
        )  # fmt: skip

    before = find(text, quote)
    assert find(changed(text, 0), quote) == before
    assert find(text, changed(quote, 3)) == before
