"""Figures that a quote cuts: numbers in two, and figures that are others in their sentence."""

from __future__ import annotations

import time

import pytest

from briefing.checks.cut_figures import cut_figures, cut_number
from briefing.language import table
from briefing.quotes import Around, Body, Match, around, cut, locate, turned


def beside(text: str, quote: str, language: str = "en") -> Around:
    body = cut(text)
    assert isinstance(body, Body)
    match = locate(body, quote)
    assert isinstance(match, Match), (text, quote)
    return around(body, match, quote, language)


def wholes(text: str, quote: str) -> list[str | None]:
    found = cut_figures(beside(text, quote), "en")
    return [one.whole.text if one.whole else None for one, _, _ in found]


@pytest.mark.parametrize(
    ("text", "quote", "number"),
    [
        ("It has twenty-five staff.", "five staff", "twenty-five"),
        ("It has twenty five staff.", "It has twenty", "twenty five"),
        ("It has one hundred and six staff.", "six staff", "one hundred and six"),
        ("It has three thousand and forty staff.", "forty staff", "three thousand and forty"),
        ("It lost half a million users.", "a million users", "half a million"),
        ("It cost $5-billion.", "It cost $5", "5-billion"),
        ("It cost $2 1/2.", "It cost $2", "2 1/2"),
        ("It cost 1/2 a dollar.", "It cost 1", "1/2"),
        ("It has twenty-five staff.", "It has … five staff", "twenty-five"),
    ],
)
def test_a_number_cut_in_two_is_found(text: str, quote: str, number: str) -> None:
    there = beside(text, quote)
    cut_in_two = cut_number(there, "en")
    assert cut_in_two is not None
    assert there.text[cut_in_two.start : cut_in_two.end] == number
    assert cut_in_two.at_start == (quote.endswith("staff") or quote.startswith("a million"))


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("It cost $5 million.", "It cost $5"),
        ("It spent $5 billion and 20 mills closed.", "20 mills closed"),
        ("It spent three million, two managers said.", "two managers said"),
        ("It has 5–7 mills.", "7 mills"),
        ("In 2024 five mills closed.", "five mills closed"),
        ("Of the twenty, five closed.", "five closed"),
    ],
)
def test_numbers_beside_each_other_are_two(text: str, quote: str) -> None:
    assert cut_number(beside(text, quote), "en") is None


@pytest.mark.parametrize(
    ("text", "quote", "whole"),
    [
        ("It moves 5–7 million tonnes.", "7 million tonnes", "5–7 million tonnes"),
        ("It moves 5 to 7 million tonnes.", "7 million tonnes", "5 to 7 million tonnes"),
        ("It made between $30 million and $40 million.", "$40 million",
         "between $30 million and $40 million"),
        ("It made $30 million to $40 million.", "It made $30 million", "$30 million to $40 million"),
        ("It made up to forty million dollars.", "forty million dollars",
         "up to forty million dollars"),
        ("It made 5 million tonnes or more.", "It made 5 million tonnes",
         "5 million tonnes or more"),
        ("It made $5 million.", "It made $5", "$5 million"),
        ("It drove 5 miles an hour.", "It drove 5 miles", "5 miles an hour"),
        ("It made a loss of $40 million.", "$40 million", "$40 million"),
        ("Sales fell by 40% in May.", "40% in May", "40%"),
        ("It was minus 40% in May.", "40% in May", "minus 40%"),
        ("It made a $40 million loss.", "It made a $40 million", "$40 million"),
        ("It moves half of the 5 million tonnes.", "the 5 million tonnes", "5 million tonnes"),
        ("Twice the 5 million tonnes were moved.", "the 5 million tonnes", "5 million tonnes"),
        ("One in 40 plants closed.", "40 plants closed", "One in 40"),
    ],
)  # fmt: skip
def test_a_figure_that_its_sentence_gives_otherwise(
    text: str, quote: str, whole: str | None
) -> None:
    assert wholes(text, quote) == [whole]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("It moves 5–7 million tonnes.", "5–7 million tonnes"),
        ("Sales rose by 40% in May.", "40% in May"),
        ("It made a profit of $40 million.", "$40 million"),
        ("Sales fell in May. It then made 40% of its income.", "40% of its income"),
        ("It grew from 5 million to 7 million tonnes.", "7 million tonnes"),
        ("All 40 plants closed.", "40 plants closed"),
        ("It has up to 5 cats and 40 dogs.", "40 dogs"),
        ("Half of the cats and 40 dogs left.", "40 dogs left"),
        ("It has ten dogs.", "dogs"),
    ],
)
def test_a_figure_that_its_sentence_gives_too(text: str, quote: str) -> None:
    assert wholes(text, quote) == []


def test_every_bound_that_the_reader_knows_is_one_outside_a_quote() -> None:
    for row in table("en", "hedges")["before"]:
        lead = f"{row['after'][0]} " if "after" in row else "it was "
        for word in row["words"]:
            assert wholes(f"So {lead}{word} 40% then.", "40% then"), word


def test_words_that_turn_the_sense_of_a_figure_cut_it() -> None:
    body = cut("It did not make 5%; it makes 7%.")
    assert isinstance(body, Body)
    match = locate(body, "make 5%; it makes 7%")
    assert isinstance(match, Match)
    turning = [one.span for one in turned(body, match, "en")]
    there = around(body, match, "make 5%; it makes 7%", "en")
    found = [(figure.text, one.whole) for one, figure, _ in cut_figures(there, "en", None, turning)]
    assert found == [("5%", None)]


@pytest.mark.slow
def test_the_work_grows_with_the_number_of_figures_and_no_faster() -> None:
    def cost(many: int) -> float:
        quote = "rose 5% " * many + "then"
        there = beside(f"So sales {quote} and more.", quote)
        start = time.process_time()
        assert list(cut_figures(there, "en")) == []
        return time.process_time() - start

    cost(10)
    assert cost(12_000) < 16 * max(cost(1_500), 0.02)
