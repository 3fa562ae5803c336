"""Hold every language to what a language has: all tables, with examples, and a whole grammar."""

from __future__ import annotations

import inspect
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import pytest

from briefing.language import common, grammar, languages, table
from briefing.language.grammars import Grammar

if TYPE_CHECKING:
    from collections.abc import Iterator

OTHERS = sorted(languages() - {"en"})
OWN = {"directions", "fractions", "names", "nouns", "parts"}
"""Tables that only the grammar of their language reads: what parts they have is for it to say."""


def _subjects(language: str) -> set[str]:
    names = (one.name for one in (files("briefing.language") / language).iterdir())
    return {name.removesuffix(".toml") for name in names if name.endswith(".toml")}


def _examples(held: Any) -> Iterator[str]:  # noqa: ANN401
    if isinstance(held, dict):
        yield from held.get("examples", ())
        for value in held.values():
            yield from _examples(value)
    elif isinstance(held, list):
        for row in held:
            yield from _examples(row)


@pytest.mark.parametrize("language", OTHERS)
def test_a_language_has_the_tables_of_english(language: str) -> None:
    assert _subjects(language) == _subjects("en")


@pytest.mark.parametrize("language", sorted(languages()))
def test_every_table_has_examples(language: str) -> None:
    for subject in _subjects(language) - {"months"}:
        assert list(_examples(table(language, subject))), subject


@pytest.mark.parametrize("language", OTHERS)
def test_a_table_has_the_parts_that_the_code_asks_for(language: str) -> None:
    for subject in _subjects("en") - OWN:
        english, own = table("en", subject), table(language, subject)
        parts = {key for key, value in english.items() if isinstance(value, dict | list)}
        parts -= {"examples", "counter_examples"}
        assert {key for key in parts if key in own} == parts, subject


@pytest.mark.parametrize("language", sorted(languages()))
def test_a_grammar_has_all_that_a_grammar_gives(language: str) -> None:
    spoken = grammar(language)
    for name in Grammar.__annotations__:
        assert hasattr(spoken, name), name
    for name, wanted in inspect.getmembers(Grammar, inspect.isfunction):
        if not name.startswith("_"):
            asked = list(inspect.signature(wanted).parameters)[1:]
            assert list(inspect.signature(getattr(spoken, name)).parameters) == asked, name


@pytest.mark.parametrize("language", sorted(languages()))
def test_a_language_names_its_twelve_months(language: str) -> None:
    rows = table(language, "months")["month"]
    assert len(rows) == 12
    assert all(row["name"] and row["short"] for row in rows)


@pytest.mark.parametrize("language", sorted(languages()))
def test_a_unit_is_one_that_every_language_knows(language: str) -> None:
    named = {unit for units in common("units").values() for unit in units}
    assert table(language, "units")["units"].keys() <= named
