"""What a change is measured from."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from briefing.figures import base_of, read
from briefing.language import languages, table
from briefing.model.figures import QuantityKind


def examples(key: str) -> Iterator[tuple[str, str]]:
    for language in sorted(languages()):
        for row in table(language, "changes")["base"]:
            yield from ((language, example) for example in row[key])


@pytest.mark.parametrize(
    ("language", "example"), [*examples("examples"), *examples("counter_examples")]
)
def test_words_name_the_base_of_a_change(language: str, example: str) -> None:
    text, _, expected = example.partition(" = ")
    found = [one for one in read(text, language) if one.kind is not QuantityKind.DURATION]
    base = base_of(text, found[-1], language) if found else None
    assert (base[0] if base else "") == expected


@pytest.mark.parametrize(
    ("text", "bases"),
    [
        ("Sales rose 5% year on year and 2% quarter on quarter", ["year", "quarter"]),
        ("Prices rose 0.3% on the month and 3.1% on the year", ["month", "year"]),
        ("Sales and profit rose 5% and 6% year on year", ["year", "year"]),
        ("Annual inflation was 3%, while prices rose 0.3%", ["year", None]),
        ("Sales rose 5% from a year earlier to $4 billion", ["year", None]),
        ("Sales were up 5% year on year. Orders rose 2%", ["year", None]),
        ("Sales rose $2 million from a year earlier", ["year"]),
        ("Sales were $2 million, as a year earlier", [None]),
    ],
)
def test_each_change_has_the_base_beside_it(text: str, bases: list[str | None]) -> None:
    found = [base_of(text, one, "en") for one in read(text, "en")]
    assert [one[0] if one else None for one in found] == bases


def test_a_language_without_tables_names_no_base() -> None:
    (rise,) = read("Sales rose 5% year on year", "en")
    assert base_of("Sales rose 5% year on year", rise, "xx") is None
