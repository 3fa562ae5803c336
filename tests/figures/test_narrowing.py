"""Run the examples of the words that narrow a figure."""

from __future__ import annotations

import pytest

from briefing.figures import narrowing, read
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
