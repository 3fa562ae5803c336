"""Translations: read where a quote cannot be, and never saying more than it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.diagnostics import Diagnostic
from briefing.judge.translation import check_translation, heard
from tests.judge.reading import claim, place, source


def mistakes(quote: str, translation: str, language: str) -> list[Diagnostic]:
    read = claim(
        "claim: The toll brings in $52 million.\nquotes:\n"
        f'  - source: a\n    quote: "{quote}"\n    translation: "{translation}"'
    )
    return list(check_translation(read.items[0], replace(source(""), language=language), "en"))


@pytest.mark.parametrize(
    ("quote", "translation"),
    [
        ("skilar 52,4 milljónum dala", "brings in $52.4 million"),
        ("1 200 000 ბილეთი", "1.2 million tickets"),
        ("الرسوم ٥٢ مليون دولار", "tolls of $52 million"),
        ("estas kvindek du milionoj", "is fifty-two million"),
        ("estas kvindek du milionoj", "is 52 million"),
        ("kreskis je 5%", "grew by five"),
        ("kreskis", "grew in 2024"),
    ],
)
def test_a_translation_of_what_cannot_be_read_keeps_its_digits(
    quote: str, translation: str
) -> None:
    assert not mistakes(quote, translation, "is")


@pytest.mark.parametrize(
    ("quote", "translation", "said"),
    [
        ("skilar 25 milljónum dala", "brings in $52 million", "$52 million"),
        ("skilar 25 dala og 30 evrum", "brings in $25 and 31 euros", "31 euros"),
        ("الرسوم ٢٥ مليون دولار", "tolls of $52 million", "$52 million"),
        ("skilar 52,4 dala", "brings in $52", "$52"),
    ],
)
def test_a_translation_with_other_digits_is_an_error(
    quote: str, translation: str, said: str
) -> None:
    (found,) = mistakes(quote, translation, "is")
    assert (found.code, found.message) == (
        "translation-differs",
        f"the quote does not say '{said}'",
    )
    line, column = place(found)
    assert line == 8
    assert column == 23 + translation.index(said)


def test_the_figures_of_a_quote_that_can_be_read_are_those_of_its_translation() -> None:
    assert not mistakes("It has 40 plants", "It has 40 works", "en")
    assert not mistakes("It cost $1,200", "It cost 1.20 thousand dollars", "en")
    assert mistakes("It cost $1,200", "It cost 1,200 euros", "en")
    assert mistakes("It fell 5%", "It rose 5%", "en")


def test_words_are_heard_in_the_translation_only_where_the_quote_cannot_be_read() -> None:
    item = claim(
        "claim: It brings in $52 million.\nquotes:\n"
        "  - {source: a, quote: skilar 52 dala, translation: brings in $52}"
    ).items[0]
    other, read_in = heard(item, replace(source(""), language="is"), "en")
    assert (other.quote.text, read_in.language) == ("brings in $52", "en")
    other, read_in = heard(item, source("language: en"), "en")
    assert (other.quote.text, read_in.language) == ("skilar 52 dala", "en")
