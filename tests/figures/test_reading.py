"""Show what is read from prose: sentences as text, properties, and work that grows with length alone."""

from __future__ import annotations

import time
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.figures import read, shown
from briefing.language.messages import ENGLISH
from briefing.model.figures import Hedge, QuantityKind, Sign

FIXTURES = Path(__file__).parent / "fixtures"


def _stated() -> list[tuple[str, str]]:
    lines = (FIXTURES / "figures.md").read_text(encoding="utf-8").splitlines()
    return [
        (sentence[2:], expected.removeprefix("= "))
        for sentence, expected in pairwise(lines)
        if sentence.startswith("> ")
    ]


def _silent() -> list[str]:
    lines = (FIXTURES / "none.md").read_text(encoding="utf-8").splitlines()
    return [line[2:] for line in lines if line.startswith("> ")]


@pytest.mark.parametrize(("sentence", "expected"), _stated())
def test_a_sentence_states_these_figures(sentence: str, expected: str) -> None:
    assert "; ".join(shown(quantity, ENGLISH) for quantity in read(sentence, "en")) == expected


@pytest.mark.parametrize("sentence", _silent())
def test_a_sentence_states_no_figure(sentence: str) -> None:
    assert [quantity.text for quantity in read(sentence, "en")] == []


def test_the_corpus_is_large_enough() -> None:
    assert len(_stated()) >= 200
    assert len(_silent()) >= 60


def test_a_quantity_keeps_its_words_and_place() -> None:
    text = "Prices fell by up to 97% last year."
    (quantity,) = read(text, "en")
    assert quantity.text == "up to 97%"
    assert text[quantity.start : quantity.end] == quantity.text
    assert (quantity.kind, quantity.unit) == (QuantityKind.PERCENT, "%")
    assert (quantity.hedge, quantity.sign) == (Hedge.AT_MOST, Sign.MINUS)
    assert (quantity.low, quantity.high) == (Decimal(-97), None)


def test_places_count_code_points_of_wide_text() -> None:
    text = "𝒜 计划 ３８０ billion yuan"
    (quantity,) = read(text, "en")
    assert text[quantity.start : quantity.end] == "３８０ billion yuan"
    assert quantity.first == 380 * 10**9


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("$53 billion", "52.5e9", "53.5e9"),
        ("62.62%", "62.615", "62.625"),
        ("$1.20", "1.195", "1.205"),
        ("200 models", "200", "200"),
        ("1.2 million users", "1.15e6", "1.25e6"),
        ("three years", "3", "3"),
        ("1.5 years", "1.45", "1.55"),
        ("$91-93 billion", "90.5e9", "93.5e9"),
        ("fell 14%", "-14.5", "-13.5"),
        ("25 basis points", "0.245", "0.255"),
    ],
)
def test_the_interval_is_half_a_unit_of_the_last_digit(text: str, low: str, high: str) -> None:
    (quantity,) = read(text, "en")
    assert (quantity.low, quantity.high) == (Decimal(low), Decimal(high))


def test_a_bare_yen_sign_takes_the_currency_of_its_source() -> None:
    assert [quantity.unit for quantity in read("¥380bn", "en")] == ["¥"]
    assert [quantity.unit for quantity in read("¥380bn", "en", "CNY")] == ["CNY"]
    assert [quantity.unit for quantity in read("¥380bn yuan", "en", "JPY")] == ["CNY"]


@pytest.mark.parametrize("text", ["€1,5 billion", "52,4% growth", "$1,23 a share", "3,5 years"])
def test_half_a_number_is_none(text: str) -> None:
    """A decimal comma is not read, and what comes before it is another number."""
    assert read(text, "en") == ()


@given(st.text())
def test_any_text_is_read_and_the_places_are_right(text: str) -> None:
    quantities = read(text, "en")
    for quantity in quantities:
        assert text[quantity.start : quantity.end] == quantity.text
        assert quantity.first <= quantity.last
    for one, other in pairwise(quantities):
        assert one.start <= other.start


_SIGNS = ["$", "5", "12", ".", ",", "%", " ", "-", "–", "(", ")", "¥", "/", "+", "\n", "x", "2025"]
_WORDS = ["billion", " to ", "three", "up to", "yuan", "GPT", "RMB", "fell", "models", "hundred"]
_TURNS = ["half a", "and", "doubled", "sixth straight quarter"]
_PIECES = st.sampled_from([*_SIGNS, *_WORDS, *_TURNS])


@given(st.lists(_PIECES, max_size=30).map("".join))
def test_any_mixture_of_number_parts_is_read(text: str) -> None:
    for quantity in read(text, "en"):
        assert text[quantity.start : quantity.end] == quantity.text
        assert quantity.low is None or quantity.high is None or quantity.low <= quantity.high


@given(
    st.integers(min_value=1, max_value=999),
    st.sampled_from(["million", "billion", "bn", "trillion"]),
)
def test_a_sum_reads_the_same_before_and_after_its_currency(number: int, scale: str) -> None:
    (before,) = read(f"It will cost CNY {number} {scale}.", "en")
    (after,) = read(f"It will cost {number} {scale} yuan.", "en")
    assert (before.unit, before.first, before.low) == (after.unit, after.first, after.low)


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit",
    [
        "5 ",
        "5-",
        "$",
        "1,",
        "three ",
        "a ",
        "up to ",
        "between 5 and 7% ",
        "the (",
        "twenty-",
        "5" + " " * 50,
        "hundred ",
        "Qwen3-",
        "sixth consecutive ",
        "5 Hong Kong ",
        "1.",
        "running doubled ",
        "$5 billion to ",
        "12 000 ",
        "three thousand ",
        "5 crore 20 lakh ",
        "minus 5% to ",
        "40 of the ",
        "rose by $4 to ",
    ],
)
def test_the_work_grows_with_the_length_and_no_faster(unit: str) -> None:
    def cost(length: int) -> float:
        text = (unit * (length // len(unit) + 1))[:length]
        best = float("inf")
        for _ in range(3):
            start = time.process_time()
            read(text, "en")
            best = min(best, time.process_time() - start)
        return best

    assert cost(20_000) < 40 * max(cost(2_000), 0.001)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("It used 12 gigawatt hours.", "GWh"),
        ("It used 12 gigawatt-hours.", "GWh"),
        ("It used 12 GW hours.", "GWh"),
        ("It used 12 GWh.", "GWh"),
        ("a 12-gigawatt-hour battery", "GWh"),
        ("It used 12 terawatt hours.", "TWh"),
        ("It flew 12 passenger miles.", "passenger miles"),
        ("It took 12 employee days.", "employee days"),
        ("It took 12 machine hours.", "machine hours"),
        ("It took 12 hours.", "hours"),
        ("It had 12 customer visits.", "visits"),
    ],
)
def test_a_unit_of_two_words_is_read_whole(text: str, unit: str) -> None:
    (found,) = read(text, "en")
    assert (found.first, found.unit) == (Decimal(12), unit)
    assert (found.kind is QuantityKind.DURATION) == (unit == "hours")


@pytest.mark.parametrize("opening", ["between", "Between", "BETWEEN"])
def test_the_word_that_opens_a_range_belongs_to_it_in_any_case(opening: str) -> None:
    (quantity,) = read(f"It costs {opening} €38 million and €45 million.", "en")
    assert quantity.text == f"{opening} €38 million and €45 million"
