"""Words that tell what a figure is of: behind it, the index that rose, the level that is meant."""

from __future__ import annotations

import pytest

from briefing.figures import indexes, read, spelled_names, word_behind
from briefing.language import common, languages, table

ROWS = [
    (language, key, example)
    for language in sorted(languages())
    for key in ("examples", "counter_examples")
    for example in table(language, "variants").get("behind", {}).get(key, [])
]


@pytest.mark.parametrize(("language", "key", "example"), ROWS)
def test_a_word_behind_a_figure_tells_its_size_or_state(
    language: str, key: str, example: str
) -> None:
    text, _, told = example.replace("| ", "").partition(" = ")
    (quantity, *_) = read(text, language)
    behind = word_behind(text, quantity, language)
    assert (behind and behind.word) == (told or None), key


def test_indexes_are_named_in_many_ways() -> None:
    assert indexes("The S&P-500 rose, the Dow fell.") == {"S&P 500", "Dow Jones Industrial Average"}
    assert indexes("The Nasdaq 100 and the Nasdaq") == {"Nasdaq 100", "Nasdaq Composite"}
    assert not indexes("Nasdaq-listed shares of Dowlais and the MAX")
    spellings = [one for row in common("indexes")["indexes"] for one in row]
    assert len(spellings) == len(set(spellings))
    assert all(indexes(f"The {row[0]} rose.") == {row[0]} for row in common("indexes")["indexes"])


def test_a_small_number_in_words_names_too() -> None:
    held = [
        (kind, number) for kind, number, _ in spelled_names("Level four, phase 2 and no 5", "en")
    ]
    assert held == [("level", "4"), ("phase", "2")]
    assert not list(spelled_names("Level four", "xx"))
