"""Run the examples of what is done with what a figure counts, and of whom it is, in each language."""

from __future__ import annotations

import pytest

from briefing.figures import acts, read
from briefing.language import languages, table

LANGUAGES = sorted(languages())


def _sides(marked: str, language: str) -> dict[str, str]:
    """Give the sides of the first figure behind the bar of an example."""
    at = marked.index("|")
    text = marked.replace("| ", "").replace("|", "")
    figure = next(one for one in read(text, language) if one.end > at)
    return {group: act.side for group, act in acts(text, figure, language).items()}


def _examples(key: str) -> list[tuple[str, str, str]]:
    return [
        (language, row["name"], example)
        for language in LANGUAGES
        for row in table(language, "acts")["group"]
        for example in row[key]
    ]


@pytest.mark.parametrize(("language", "group", "example"), _examples("examples"))
def test_a_word_gives_a_side(language: str, group: str, example: str) -> None:
    marked, _, side = example.partition(" = ")
    assert _sides(marked, language)[group] == side


@pytest.mark.parametrize(("language", "group", "example"), _examples("counter_examples"))
def test_other_words_give_none(language: str, group: str, example: str) -> None:
    assert group not in _sides(example, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_languages_name_the_same_sides(language: str) -> None:
    def named(tables: str) -> dict[str, set[str]]:
        return {
            row["name"]: {side["is"] for side in row["sides"]}
            for row in table(tables, "acts")["group"]
        }

    assert named(language) == named("en")


def test_a_language_without_tables_tells_nothing() -> None:
    (figure,) = read("It fired 40 workers.", "en")
    assert acts("It fired 40 workers.", figure, "xx") == {}
