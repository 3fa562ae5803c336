"""Run the examples of words that make a figure none of what is, in each language."""

from __future__ import annotations

import pytest

from briefing.figures import Standing, read, standing
from briefing.language import languages, table

LANGUAGES = sorted(languages())


def _told(marked: str, language: str) -> tuple[str, str] | None:
    """Give what is found of the first figure behind the bar of an example."""
    at = marked.index("|")
    text = marked.replace("| ", "").replace("|", "")
    figure = next(one for one in read(text, language) if one.end > at)
    return standing(text, figure.start, figure.end, language)


def _examples(key: str) -> list[tuple[str, Standing, str]]:
    return [
        (language, kind, example)
        for language in LANGUAGES
        for kind in (Standing.OPEN, Standing.UNDONE)
        for example in table(language, "standing")[kind][key]
    ]


@pytest.mark.parametrize(("language", "kind", "example"), _examples("examples"))
def test_a_word_gives_a_figure_its_standing(language: str, kind: Standing, example: str) -> None:
    marked, _, word = example.partition(" = ")
    assert _told(marked, language) == (kind, word)


@pytest.mark.parametrize(("language", "kind", "example"), _examples("counter_examples"))
def test_what_only_looks_like_one_gives_none(language: str, kind: Standing, example: str) -> None:
    assert kind
    assert _told(example, language) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_clause_behind_a_figure_says_that_somebody_disputes_it(language: str) -> None:
    held = table(language, "standing")["contested"]
    for example in held["examples"]:
        marked, _, word = example.partition(" = ")
        assert _told(marked, language) == (Standing.OPEN, word), example
    for example in held["counter_examples"]:
        assert _told(example, language) is None, example


def test_a_language_without_tables_tells_nothing() -> None:
    assert standing("If it cost $5 million.", 11, 21, "xx") is None
