"""Run the examples that are beside the entries of each language's tables, and every spelling."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from briefing.figures import choose, read, shown
from briefing.language import common, languages, table
from briefing.language.messages import ENGLISH
from briefing.model.figures import ChoiceProblem, Quantity, QuantityKind

SUBJECTS = (
    "currencies", "directions", "fractions", "hedges", "names", "nouns", "numbers", "ranges", "scales", "units",
)  # fmt: skip
"""The tables whose examples are what `read` reads."""
LANGUAGES = sorted(languages())
Examples = list[tuple[dict[str, Any], str]]


def _entries(language: str, subject: str) -> Iterator[dict[str, Any]]:
    """Give each entry that carries examples."""
    held = table(language, subject)
    for rows in ([held], *held.values()):
        for row in rows if isinstance(rows, list) else [rows]:
            if isinstance(row, dict) and ("examples" in row or "counter_examples" in row):
                yield row


def _of_all(key: str, *subjects: str) -> list[Any]:
    """Give the examples of each table that has some: language, then pairs of an entry and a text."""
    return [
        pytest.param(language, examples, id=f"{language}-{subject}")
        for language in LANGUAGES
        for subject in subjects
        if (
            examples := [
                (entry, example)
                for entry in _entries(language, subject)
                for example in entry.get(key, ())
            ]
        )
    ]


def _read(text: str, language: str) -> str:
    return "; ".join(shown(quantity, ENGLISH) for quantity in read(text, language))


def _for(quantity: Quantity) -> str:
    """Write what a quantity is for one of, or for so many of, as examples do."""
    if quantity.per is None:
        return ""
    many = "" if quantity.per_many == 1 else f"{quantity.per_many:f} "
    return f" / {many}{quantity.per}".rstrip()


@pytest.mark.parametrize(
    ("language", "examples"), _of_all("examples", "rates") + _of_all("counter_examples", "rates")
)
def test_what_a_figure_is_for_is_read(language: str, examples: Examples) -> None:
    for _, example in examples:
        text, _, expected = example.partition(" = ")
        found = read(text, language)
        assert "; ".join(shown(one, ENGLISH) + _for(one) for one in found) == expected, example


def _holds(entry: dict[str, Any], text: str) -> bool:
    """Tell whether one of an entry's spellings is in an example."""
    listed = [entry.get(key, []) for key in ("words", "letters", "apart")]
    words = [word for one in listed if isinstance(one, list) for word in one]
    return not words or any(word in text.casefold() for word in words)


@pytest.mark.parametrize(("language", "examples"), _of_all("examples", *SUBJECTS))
def test_an_example_is_read_as_it_says(language: str, examples: Examples) -> None:
    for entry, example in examples:
        text, equals, expected = example.partition(" = ")
        assert equals, f"{example}: an example says what is read"
        assert _holds(entry, text), example
        assert _read(text, language) == expected, example


@pytest.mark.parametrize(("language", "examples"), _of_all("counter_examples", *SUBJECTS))
def test_a_counter_example_is_not_taken_for_one(language: str, examples: Examples) -> None:
    for entry, example in examples:
        text, _, expected = example.partition(" = ")
        assert _holds(entry, text), example
        assert _read(text, language) == expected, example


@pytest.mark.parametrize(("language", "examples"), _of_all("examples", "parts"))
def test_a_figure_of_a_part_is_not_chosen(language: str, examples: Examples) -> None:
    for _, example in examples:
        quantity = read(example, language)[-1]
        problem = choose(example, language, quantity.unit)
        assert isinstance(problem, ChoiceProblem), example
        assert problem.reason == f"the words are about a part of {quantity.text}", example


@pytest.mark.parametrize(("language", "examples"), _of_all("counter_examples", "parts"))
def test_a_figure_of_the_whole_is_chosen(language: str, examples: Examples) -> None:
    for _, example in examples:
        assert isinstance(choose(example, language), Quantity), example


def test_every_spelling_of_a_unit_is_read_whole() -> None:
    for name, spellings in table("en", "units")["units"].items():
        for spelling in spellings:
            plural, _, singular = spelling.partition("/")
            texts = [
                f"It weighed 12 {plural}.",
                f"It weighed 12 new {plural.replace(' ', '-')} there.",
            ]
            if singular:
                texts.append(f"a heavy 12-{singular.replace(' ', '-')} thing")
            for text in texts:
                (quantity,) = read(text, "en")
                assert quantity.unit == name, text
                is_time = name in common("units")["time"]
                assert (quantity.kind is QuantityKind.DURATION) == is_time, text


def test_every_unit_has_a_dimension_with_one_base() -> None:
    named = [unit for units in common("units").values() for unit in units]
    assert len(named) == len(set(named))
    assert set(named) == set(table("en", "units")["units"])
    for dimension, units in common("units").items():
        assert 1 in units.values() or not any(units.values()), dimension


def test_every_hedge_is_read() -> None:
    for place in ("before", "after", "sign"):
        for row in table("en", "hedges")[place]:
            lead = f"{row['after'][0]} " if "after" in row else ""
            for word in row["words"]:
                written = {"before": f"{lead}{word} 200 stores", "after": f"200 stores {word}"}
                (quantity,) = read(written.get(place, f"{word}200 stores"), "en")
                assert quantity.hedge == row["means"], word


@pytest.mark.parametrize("key", ["words", "letters", "apart"])
def test_every_scale_is_read(key: str) -> None:
    blank = "" if key == "letters" else " "
    for row in table("en", "scales")["scale"]:
        for word in row.get(key, ()):
            (quantity,) = read(f"It cost $5{blank}{word} there.", "en")
            assert quantity.first == 5 * row["factor"], word


def test_every_currency_is_read() -> None:
    for code, names in table("en", "currencies")["names"].items():
        for name in names:
            (quantity,) = read(f"It cost 500 million {name} there.", "en")
            assert (quantity.unit, quantity.kind) == (code, QuantityKind.MONEY), name


def test_every_sign_of_a_currency_is_read() -> None:
    for spelling in {one for signs in common("currencies")["before"].values() for one in signs}:
        (quantity,) = read(f"It cost {spelling} 500 million there.", "en")
        assert spelling in common("currencies")["before"][quantity.unit]


def test_a_language_without_tables_reads_nothing() -> None:
    assert read("It cost $5 million.", "tlh") == ()
    assert isinstance(choose("It cost $5 million.", "tlh"), ChoiceProblem)
