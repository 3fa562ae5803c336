"""Show which figure of a text is taken, and what is said where none can be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.figures import choose, read, shown
from briefing.language.messages import ENGLISH
from briefing.model.figures import ChoiceFault, ChoiceProblem, Quantity

BOTH = "a $52 billion (380 billion yuan) investment over the next three years"


@pytest.mark.parametrize(
    ("text", "unit", "written", "chosen"),
    [
        ("revenue grew 11% in the December quarter", None, None, "11%"),
        (BOTH, "USD", None, "52 billion USD"),
        (BOTH, "CNY", None, "380 billion CNY"),
        (BOTH, None, "380 billion yuan", "380 billion CNY"),
        (BOTH, None, "$52bn", "52 billion USD"),
        (BOTH, None, "52", "52 billion USD"),
        (BOTH, "years", None, "3 years"),
        ("invest $53 billion over the next three years", None, None, "53 billion USD"),
        ("over the next three years", None, None, "3 years"),
        ("$53 billion, yes, $53 billion", None, None, "53 billion USD"),
        ("a 14% drop", "%", "-14%", "-14%"),
        ("a 14% drop", "%", "−14%", "-14%"),
        ("a 14% drop", "%", "14%", "-14%"),
        ("a 14% drop", "%", "14", "-14%"),
        ("prices by up to 97%", None, "97%", "up to 97%"),
        ("prices by up to 97%", None, "up to 97%", "up to 97%"),
        ("over 200 models", None, "200", "more than 200 models"),
        ("they trade at 15 times forward earnings", None, "15 times", "15x"),
        ("the 7.6%  rise", None, "7.6%", "7.6%"),
        ("¥380 billion", None, "CNY 380 billion", "380 billion ¥"),
        ("380 billion yuan", "USD", None, "380 billion CNY"),
        ("rose 13% to $4.35 billion", "%", None, "13%"),
    ],
)
def test_one_figure_is_taken(text: str, unit: str | None, written: str | None, chosen: str) -> None:
    quantity = choose(text, "en", unit, written)
    assert isinstance(quantity, Quantity)
    assert shown(quantity, ENGLISH) == chosen


@pytest.mark.parametrize(
    ("text", "unit", "written", "fault", "reason"),
    [
        ("no number here", None, None, ChoiceFault.NONE, "there is no figure"),
        (BOTH, None, None, ChoiceFault.SEVERAL, "2 figures stand there: $52 billion, 380 billion yuan"),
        ("36% and 20%", "%", None, ChoiceFault.SEVERAL, "2 figures stand there: 36%, 20%"),
        ("36% and 200 models", "USD", None, ChoiceFault.NONE,
         "no figure in USD stands there, only 36%, 200 models"),
        ("a 14% drop", "%", "15%", ChoiceFault.NOT_STANDING, "“15%” is not there"),
        ("a 14% rise", "%", "-14%", ChoiceFault.NOT_STANDING, "“-14%” is not there"),
        ("a 14% rise", "%", "-14", ChoiceFault.NOT_STANDING, "“-14” is not there"),
        ("prices by 97%", "%", "up to 97%", ChoiceFault.NOT_STANDING, "“up to 97%” is not there"),
        (BOTH, None, "€52 billion", ChoiceFault.NOT_STANDING, "“€52 billion” is not there"),
        (BOTH, None, "3", ChoiceFault.NOT_STANDING, "“3” is not there"),
        (BOTH, None, "$52 billion or 380 billion yuan", ChoiceFault.NOT_STANDING,
         "“$52 billion or 380 billion yuan” is more than one figure"),
        ("5% here, 5 models there", None, "5", ChoiceFault.SEVERAL, "“5” fits 2 figures"),
    ],
)  # fmt: skip
def test_a_problem_is_a_value(
    text: str, unit: str | None, written: str | None, fault: ChoiceFault, reason: str
) -> None:
    problem = choose(text, "en", unit, written)
    assert isinstance(problem, ChoiceProblem)
    assert (problem.fault, problem.reason) == (fault, reason)


@pytest.mark.parametrize(
    "text",
    [
        "half of its 40 plants closed",
        "half the 40 plants closed",
        "more than half of the 40 plants closed",
        "a quarter of China's roughly 40 plants closed",
        "three quarters of the 40 plants closed",
        "two-thirds of the 40 plants closed",
        "30% of its 40 plants closed",
        "most of the planned 40 plants were built",
        "none of the 40 plants closed",
        "one of the 40 plants closed",
        "one in five of its 40 plants closed",
        "dozens of its 40 plants closed",
        "of the 40 plants, most closed",
        "in Spain, of the 40 plants, most closed",
    ],
)
def test_a_figure_of_which_a_part_is_meant_is_not_taken_unasked(text: str) -> None:
    problem = choose(text, "en", "plants")
    assert isinstance(problem, ChoiceProblem)
    assert problem.fault is ChoiceFault.SEVERAL
    assert problem.reason.startswith("the words are about a part of ")
    assert isinstance(choose(text, "en", "plants", "40"), Quantity)
    assert isinstance(choose(text, "en"), ChoiceProblem)


@pytest.mark.parametrize(
    ("text", "chosen"),
    [
        ("all of the 40 plants closed", "40 plants"),
        ("sales in the first half of $4 billion", "4 billion USD"),
        ("sales for the quarter of $4 billion", "4 billion USD"),
        ("in the second half the $4 billion fund grew", "4 billion USD"),
        ("half a billion dollars", "500 million USD"),
        ("as part of a $52 billion plan", "52 billion USD"),
        ("the campus is part of a $52 billion plan", "52 billion USD"),
        ("a majority of 60%", "60%"),
        ("sales in 2024 of 40 cars", "40 cars"),
        ("of $4 billion in sales", "4 billion USD"),
        ("most of the fund of $4 billion", "4 billion USD"),
    ],
)
def test_a_part_that_is_no_part_of_the_figure_hides_nothing(text: str, chosen: str) -> None:
    quantity = choose(text, "en")
    assert isinstance(quantity, Quantity)
    assert shown(quantity, ENGLISH) == chosen


def test_an_author_may_say_that_no_figure_is_the_point() -> None:
    assert choose(BOTH, "en", None, "none") is None


def test_a_problem_lists_the_candidates_with_their_words() -> None:
    problem = choose(BOTH, "en")
    assert isinstance(problem, ChoiceProblem)
    assert [quantity.text for quantity in problem.candidates] == ["$52 billion", "380 billion yuan"]


@given(st.text(alphabet="$%0123456789., abx-–"), st.text(alphabet="$%0123456789. -"))
def test_nobody_can_invent_a_figure(text: str, written: str) -> None:
    chosen = choose(text, "en", None, written)
    if isinstance(chosen, Quantity):
        assert chosen in read(text, "en")
