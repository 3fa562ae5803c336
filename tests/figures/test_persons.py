"""Run the examples of what a count of people is of by the words beside it, in each language."""

from __future__ import annotations

import pytest

from briefing.figures import compare, counted_as, read
from briefing.language import languages, table
from briefing.model.figures import Figure, Outcome

LANGUAGES = sorted(languages())


def _units(marked: str, language: str) -> tuple[str, ...]:
    """Give what the first figure behind the bar of an example is counted as."""
    at = marked.index("|")
    text = marked.replace("| ", "").replace("|", "")
    figure = next(one for one in read(text, language) if one.end > at)
    return counted_as(text, figure, language)


def _examples(key: str) -> list[tuple[str, str, str]]:
    return [
        (language, row["unit"], example)
        for language in LANGUAGES
        for row in table(language, "persons")["row"]
        for example in row[key]
    ]


@pytest.mark.parametrize(("language", "unit", "example"), _examples("examples"))
def test_people_are_counted_as_what_they_do(language: str, unit: str, example: str) -> None:
    marked, _, told = example.partition(" = ")
    assert told == unit
    assert unit in _units(marked, language)


@pytest.mark.parametrize(("language", "unit", "example"), _examples("counter_examples"))
def test_other_words_count_them_as_nothing_else(language: str, unit: str, example: str) -> None:
    assert unit not in _units(example, language)


@pytest.mark.parametrize(
    ("claim", "quote", "outcome"),
    [
        ("97 deaths", "97 people died", Outcome.SAME),
        ("97 people died", "97 deaths", Outcome.SAME),
        ("97 deaths", "98 people died", Outcome.DIFFERENT),
        ("97 deaths", "97 people fell ill", Outcome.NOT_COMPARABLE),
        ("97 deaths", "97 people who saw 12 people die", Outcome.NOT_COMPARABLE),
        ("97 deaths", "97 people survived, and 12 people died", Outcome.NOT_COMPARABLE),
    ],
)
def test_they_compare_with_what_is_named(claim: str, quote: str, outcome: Outcome) -> None:
    ours, theirs = (
        Figure(one, also=counted_as(text, one, "en"))
        for text, one in ((text, read(text, "en")[0]) for text in (claim, quote))
    )
    assert compare(ours, theirs).outcome is outcome


def test_a_language_without_tables_tells_nothing() -> None:
    (figure,) = read("97 people died.", "en")
    assert counted_as("97 people died.", figure, "xx") == ()
