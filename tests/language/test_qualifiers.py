"""Run the examples of words that tell a figure's basis, its year or all, and a recent quarter."""

from __future__ import annotations

from typing import get_args

import pytest

from briefing.judge.qualifiers import (
    leading_bases,
    per_after,
    recent_quarter,
    says_per,
    shows_basis,
)
from briefing.language import languages, table
from briefing.model.figures import Basis, Per

PARTS = (
    *(("basis", part) for part in ("shows", "leads", "closed", "closing")),
    ("qualifiers", "shows"),
    ("qualifiers", "follows"),
)
LEADING = ("leads", "closed", "closing")


def told(subject: str, part: str, marked: str, language: str) -> set[str]:
    """Give each basis, or year or total, that the words of an example tell."""
    before, _, after = marked.partition("| " if part in LEADING else " |")
    text = before + after
    if part in LEADING:
        return {basis for basis, _ in leading_bases(text, len(before), language)}
    if part == "follows":
        return {per for per, _ in [per_after(text, len(before), language) or ("", "")] if per}
    if subject == "basis":
        return {basis for basis in Basis if shows_basis(text, basis, language)}
    return {per for per in get_args(Per) if says_per(text, per, language)}


def _rows(key: str) -> list[tuple[str, str, str, str, str]]:
    return [
        (language, subject, part, row["is"], example)
        for language in sorted(languages())
        for subject, part in PARTS
        for row in table(language, subject)[part]
        for example in row[key]
    ]


@pytest.mark.parametrize(("language", "subject", "part", "what", "text"), _rows("examples"))
def test_an_example_tells_it(language: str, subject: str, part: str, what: str, text: str) -> None:
    assert what in told(subject, part, text, language)


@pytest.mark.parametrize(("language", "subject", "part", "what", "text"), _rows("counter_examples"))
def test_a_counter_example_does_not(
    language: str, subject: str, part: str, what: str, text: str
) -> None:
    assert what not in told(subject, part, text, language)


@pytest.mark.parametrize("language", sorted(languages()))
def test_the_tables_are_whole(language: str) -> None:
    assert [row["is"] for row in table(language, "basis")["shows"]] == list(Basis)
    assert [row["is"] for row in table(language, "qualifiers")["shows"]] == list(get_args(Per))
    rows = [row for subject, part in PARTS for row in table(language, subject)[part]]
    assert all(word == word.casefold() for row in rows for word in row["words"])


@pytest.mark.parametrize("language", sorted(languages()))
def test_a_recent_quarter_is_found(language: str) -> None:
    held = table(language, "qualifiers")["recent_quarter"]
    for example in held["examples"]:
        start, end = recent_quarter(example, language) or (0, 0)
        assert example[start:end].casefold() in held["words"]
    assert all(recent_quarter(one, language) is None for one in held["counter_examples"])
    assert recent_quarter("It grew last quarter", "xx") is None
