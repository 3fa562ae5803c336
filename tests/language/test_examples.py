"""Run the examples that stand beside the entries of the tables of each language."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from briefing.figures import read, shown
from briefing.language import languages, table

SUBJECTS = ("numbers", "scales", "hedges")
"""The tables whose examples are what `read` reads."""


def _entries(language: str, subject: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Give each entry that carries examples, with a name that finds it."""
    held = table(language, subject)
    for name, rows in (("", [held]), *held.items()):
        for row in rows if isinstance(rows, list) else [rows]:
            if isinstance(row, dict) and ("examples" in row or "counter_examples" in row):
                words = row.get("words", [name])
                yield f"{language}/{subject}: {words[0] if words else name}", row


def _of_all(key: str) -> list[Any]:
    return [
        pytest.param(entry, example, id=f"{name}: {example}")
        for language in sorted(languages())
        for subject in SUBJECTS
        for name, entry in _entries(language, subject)
        for example in entry.get(key, ())
    ]


def _read(text: str) -> str:
    return "; ".join(shown(quantity) for quantity in read(text))


def _holds(entry: dict[str, Any], text: str) -> bool:
    """Tell whether one of an entry's spellings stands in an example."""
    words = [word for key in ("words", "letters") for word in entry.get(key, ())]
    return not words or any(word in text.casefold() for word in words)


@pytest.mark.parametrize(("entry", "example"), _of_all("examples"))
def test_an_example_is_read_as_it_says(entry: dict[str, Any], example: str) -> None:
    text, equals, expected = example.partition(" = ")
    assert equals, "an example says what is read"
    assert _holds(entry, text)
    assert _read(text) == expected


@pytest.mark.parametrize(("entry", "example"), _of_all("counter_examples"))
def test_a_counter_example_is_not_taken_for_one(entry: dict[str, Any], example: str) -> None:
    text, _, expected = example.partition(" = ")
    assert _holds(entry, text)
    assert _read(text) == expected
