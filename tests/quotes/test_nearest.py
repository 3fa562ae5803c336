"""A quote that was missed is answered with the line to paste, and that line passes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from briefing.quotes import (
    Ambiguous,
    Body,
    Change,
    Difference,
    Match,
    Suggestion,
    cut,
    locate,
    nearest,
    outside,
)

ARTICLES = [path.read_text("utf-8") for path in sorted(Path("seeds").resolve().glob("*.txt"))]


def _body(text: str, *omit: str) -> Body:
    made = cut(text, omit=omit)
    assert isinstance(made, Body)
    return made


def _near(text: str, quote: str, *omit: str) -> Suggestion:
    near = nearest(_body(text, *omit), quote)
    assert near is not None
    return near


def test_one_wrong_figure() -> None:
    quote = "announcing a $52 billion (308 billion yuan) investment"
    near = _near(ARTICLES[0], quote)
    assert near.passage == "announcing a $52 billion (380 billion yuan) investment"
    assert near.first == Change(Difference.REPLACED, "308", "380", (26, 29))
    assert quote[26:29] == "308"
    assert [ARTICLES[0][slice(*span)] for span in near.spans] == [near.passage]
    assert 0.8 < near.likeness < 1


@pytest.mark.parametrize(
    ("article", "quote", "passage", "first"),
    [
        (1, "Q4 2024 earning revealed a 14% drop in income",
         "Q4 2024 earnings revealed a 14% drop in net income", ("earning", "earnings")),
        (1, "a “once-in-a-life” opportunity to reshape industries",
         "a “once-in-a-generation” opportunity to reshape global industries",
         ("life", "generation")),
        (3, "which said Monday it plans to invest 380 billion yuan",
         "said Monday it plans to invest 380 billion yuan", ("which", "")),
        (4, "6% China cloud market share", "36% China cloud market share", ("6", "36")),
        (0, "alibaba also faces challenges", "Alibaba also faces challenges",
         ("alibaba", "Alibaba")),
        (0, "announces a $52 billion […] invesment in artificial intelligence",
         "announcing a $52 billion … investment in artificial intelligence",
         ("announces", "announcing")),
        (2, "growth of roughly 63% year over year", "growth of roughly 36% year over year",
         ("63", "36")),
    ],
)  # fmt: skip
def test_line_to_paste(article: int, quote: str, passage: str, first: tuple[str, str]) -> None:
    near = _near(ARTICLES[article], quote)
    assert near.passage == passage
    assert near.first is not None
    assert (near.first.quote, near.first.article) == first
    assert quote[slice(*near.first.at)] == near.first.quote


def test_words_left_out_have_their_place() -> None:
    near = _near("it grew very fast in spring", "it grew fast in spring")
    assert near.first == Change(Difference.LEFT_OUT, "", "very", (7, 7))


def test_the_line_is_as_written_but_on_one_line() -> None:
    near = _near("They’ll in\u00advest\n\n  380\u00a0billion “soon” enough", "They'll invest 308 "
                 'billion "soon" enough')  # fmt: skip
    assert near.passage == "They’ll invest 380 billion “soon” enough"


def test_omitted_text_is_no_part_of_the_line() -> None:
    text = "its T-Head divisionOnce a giant[3] made chips for all"
    near = _near(text, "its T-Head division made chip for all", "Once a giant[3]")
    assert near.passage == "its T-Head division made chips for all"
    assert len(near.spans) == 2


def test_scripts_without_spaces() -> None:
    near = _near("未来三年将投入至少3800亿元人民币，用于建设", "未来三年将投入至少3080亿元")
    assert near.passage == "未来三年将投入至少3800亿元"
    assert near.first is not None
    assert near.first.article == "3800"


def test_nothing_near_is_suggested_as_near() -> None:
    far = ("the weather in Paris is fine today", "The company plans to sell its bank to Google")
    for quote in (*far, "", "…", "5", "zz zz", "x" * 5000):
        assert nearest(_body(ARTICLES[0]), quote) is None
    assert nearest(_body(""), "anything") is None


def test_parts_that_are_out_of_reach_are_not_joined() -> None:
    text = "they will invest " + "x " * 400 + "over three years"
    assert nearest(_body(text), "they will invist … over three years") is None


def test_a_passage_does_not_run_across_the_body() -> None:
    body = cut("Home is our menu BODY GOES HERE comments are three", "BODY", "HERE")
    assert isinstance(body, Body)
    near = nearest(outside(body), "House is our menu comments")
    assert near is not None
    assert near.passage == "Home is our menu"


def test_rapidfuzz_is_imported_when_a_quote_was_missed() -> None:
    code = "import sys, briefing.quotes; print('rapidfuzz' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "False\n"


@given(st.sampled_from(ARTICLES), st.data())
def test_a_quote_with_one_changed_word_gets_a_line_that_stands(
    text: str, data: st.DataObject
) -> None:
    body = _body(text)
    words = body.text.split(" ")
    first = data.draw(st.integers(0, len(words) - 12))
    chosen = words[first : first + 12]
    changed = data.draw(st.integers(3, 8))
    quote = " ".join([*chosen[:changed], "changed", *chosen[changed + 1 :]])
    assume("..." not in quote and isinstance(locate(body, " ".join(chosen)), Match))
    near = nearest(body, quote)
    assert near is not None
    assert isinstance(locate(body, near.passage), Match | Ambiguous)
    assert near.likeness > 0.6
    assert near.first is not None
    assert quote[slice(*near.first.at)] == near.first.quote
