"""Show that numbers are set with a true minus sign, and that words keep their hyphens."""

from __future__ import annotations

import pytest

from briefing.figures import evaluate, read
from briefing.language.messages import ENGLISH
from briefing.model.figures import Computed, Figure
from briefing.view import numbers


@pytest.mark.parametrize(
    ("text", "shown", "interval"),
    [
        ("fell 14%", "−14%", "−14.5 to −13.5%"),
        ("0%", "0%", "−0.5 to 0.5%"),
        ("a loss of $1.5 billion", "−1.5 billion USD", "−1.55 to −1.45 billion USD"),
        ("5-7%", "5 to 7%", "4.5 to 7.5%"),
        ("200 models", "200 models", "200 models"),
    ],
)
def test_a_fall_has_a_minus_sign(text: str, shown: str, interval: str) -> None:
    (quantity,) = read(text, "en")
    assert numbers.shown(quantity, ENGLISH) == shown
    assert numbers.told(quantity, ENGLISH) == shown
    assert numbers.interval(quantity, ENGLISH) == interval


def test_a_mark_on_an_axis_has_one_too() -> None:
    (quantity,) = read("fell 14%", "en")
    assert numbers.number(quantity.first, quantity, ENGLISH) == "−14"


@pytest.mark.parametrize(
    ("formula", "steps"),
    [
        ("a - b", "5% − 19.5% = −15.05 to −13.95%"),
        ("a-b", "5%−19.5% = −15.05 to −13.95%"),
        ("-b+(a)-b", "−19.5%+(5%)−19.5% = −34.6 to −33.4%"),
        ("e -e-e", "40 e-bikes −40 e-bikes−40 e-bikes = −40 e-bikes"),
    ],
)
def test_a_working_has_one_minus_throughout(formula: str, steps: str) -> None:
    (small,), (large,), (bikes,) = read("5%", "en"), read("19.5%", "en"), read("40 e-bikes", "en")
    inputs = {"a": Figure(small), "b": Figure(large), "e": Figure(bikes)}
    found = evaluate(formula, inputs, "%")
    assert isinstance(found, Computed)
    assert numbers.working(found.working) == steps


def test_a_hyphen_before_a_word_or_within_one_stays() -> None:
    assert numbers.working("2 H100-class chips - 1 H100-class chip") == (
        "2 H100-class chips − 1 H100-class chip"
    )
