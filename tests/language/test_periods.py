"""Run the examples that appear beside the forms of periods of each language."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.figures import PeriodReader, mentioned, other_period, parse_period, read
from briefing.figures.periods.patterns import Spelling
from briefing.language import languages, table
from briefing.model.periods import Period, PeriodMention


def shown(mention: PeriodMention) -> str:
    if mention.label is None and mention.months is None:
        return mention.relation
    if mention.label is None:
        covers = mention.relation or ("covers" if mention.covers else "")
        return f"{covers} {mention.months} months".strip()
    day = f"end of {mention.label}" if mention.at_end else mention.label
    return f"{mention.relation} {day}" if mention.relation else day


def examples(key: str, *, tables: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for language in sorted(languages()):
        held = table(language, "periods")
        for name in tables:
            rows = held[name] if isinstance(held[name], list) else [held[name]]
            yield from ((language, one) for row in rows for one in row.get(key, ()))


READ = ("form", "running_to", "relation", "join", "range", "last_day", "summed")


@pytest.mark.parametrize("name", READ)
@pytest.mark.parametrize("language", sorted(languages()))
def test_a_text_names_what_the_table_says(language: str, name: str) -> None:
    of_both = [*examples("examples", tables=(name,)), *examples("counter_examples", tables=(name,))]
    for text, _, expected in (one.partition(" = ") for of, one in of_both if of == language):
        assert "; ".join(shown(one) for one in mentioned(text, language)) == expected, text


def speaks(language: str, example: str) -> bool:
    first, bar, last = example.partition("| ")
    year = parse_period("2024")
    assert isinstance(year, Period)
    text = first + last
    figures = read(text, language)
    at = len(first)
    quantity = next((one for one in figures if one.start <= at < one.end), None) if bar else None
    if not bar and figures:
        quantity = figures[-1]
    return (
        other_period(text, year, PeriodReader(language), quantity=quantity, is_stock=bool(bar))
        is not None
    )


@pytest.mark.parametrize(
    ("language", "example"),
    [
        *examples("examples", tables=("compared", "incidental", "said")),
        *examples("counter_examples", tables=("stock",)),
    ],
)
def test_words_beside_a_period_say_nothing_against_it(language: str, example: str) -> None:
    assert not speaks(language, example)


@pytest.mark.parametrize(
    ("language", "example"),
    [
        *examples("counter_examples", tables=("compared", "incidental", "said")),
        *examples("examples", tables=("stock",)),
    ],
)
def test_other_words_beside_a_period_speak_against_it(language: str, example: str) -> None:
    assert speaks(language, example)


def test_a_language_without_tables_names_no_period() -> None:
    assert mentioned("in Q4 2024", "xx") == ()


BEGUN = [
    (language, row["name"], row["pattern"], row["begins"])
    for language in sorted(languages())
    for row in table(language, "periods")["form"]
    if "begins" in row
]


@pytest.mark.slow
@pytest.mark.parametrize(("language", "name", "pattern", "begins"), BEGUN)
def test_whatever_a_form_matches_begins_as_its_row_says(
    language: str, name: str, pattern: str, begins: str
) -> None:
    spelled, _ = Spelling(language).filled(pattern, "_")
    spelled = re.sub(r"\(\?=\(\?-i:\[\w+\]\)\)", "", spelled)
    flags = re.VERBOSE | re.IGNORECASE | re.ASCII

    @settings(max_examples=40, deadline=None, derandomize=True, database=None)
    @given(st.from_regex(re.compile(spelled, flags), fullmatch=True))
    def every(text: str) -> None:
        assert re.match(begins, text, flags), f"{name}: {text}"

    every()
