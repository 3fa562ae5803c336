"""Run the examples of the words that narrow a figure."""

from __future__ import annotations

import pytest

from briefing.figures import is_joined, narrowing, places, read, wholes
from briefing.language import languages, table


@pytest.mark.parametrize("language", sorted(languages()))
@pytest.mark.parametrize("key", ["examples", "counter_examples"])
def test_words_narrow_a_figure_where_the_table_says_so(language: str, key: str) -> None:
    for example in table(language, "narrowing")[key]:
        text, _, word = example.partition(" = ")
        figure = read(text, language)[-1]
        assert (narrowing(text, figure.start, figure.end, language) or "") == word, example


def test_a_language_without_tables_narrows_nothing() -> None:
    assert narrowing("Excluding its airline, it has 40 stores.", 30, 32, "tlh") is None


@pytest.mark.parametrize("language", sorted(languages()))
def test_words_place_a_figure_where_the_table_says_so(language: str) -> None:
    for example in table(language, "narrowing")["place_examples"]:
        text, _, name = example.partition(" = ")
        figure = read(text, language)[-1]
        assert [one for _, one in places(text, figure.start, figure.end, language)] == [name], (
            example
        )


@pytest.mark.parametrize("language", sorted(languages()))
def test_words_narrow_the_whole_of_a_share_where_the_table_says_so(language: str) -> None:
    for example in table(language, "narrowing")["whole_examples"]:
        text, _, name = example.partition(" = ")
        figure = read(text, language)[-1]
        assert [one for _, one in wholes(text, figure.end, language)] == [name], example


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Acme and Apex sold 40 cars", "en", True),
        ("Acme et Apex ont vendu 40 voitures", "fr", True),
        ("Acme y Apex vendieron 40 coches", "es", True),
        ("Acme sold 40 cars to Apex", "en", False),
        ("Acme收购的Apex售出40辆汽车", "zh", True),
        ("Acme与Apex售出40辆汽车", "zh", True),
        ("Acme售出40辆汽车，超过Apex", "zh", False),
    ],
)
def test_a_name_joined_to_another_shares_its_figure(
    text: str,
    language: str,
    expected: bool,
) -> None:
    assert is_joined(text, text.index("Apex"), ["Acme"], language) is expected
