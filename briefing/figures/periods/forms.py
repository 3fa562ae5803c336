"""Hold the forms in which a language names a period: what begins one, what ends it, what joins two."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any, Final

from briefing.figures.numbers import Numerals, numerals
from briefing.figures.periods.patterns import Alternatives, Spelling, ordinals
from briefing.language import table
from briefing.language.months import month_names, month_numbers
from briefing.patterns import compiled
from briefing.values import dataclass

_SHORTEST_NAME: Final = 3
_PLAIN: Final = re.compile(r"[\w\s-]+")


@dataclass(frozen=True, slots=True)
class Form:
    """Hold a row of the table, whose head says what each key means."""

    family: str
    label: str | None
    last_month: str | None
    months: int | None
    alone: str | None
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class Join:
    """Hold what one way to join two ends needs before them, if they are of the families, or of any."""

    families: tuple[str, ...]
    before: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class Relation:
    """Hold what before a period, or only before a single one, parts a figure from it."""

    name: str
    is_single: bool
    before: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Forms:
    """Hold the forms of a language; patterns named for a place match right there, or end right there."""

    hints: tuple[str, ...]
    hint_patterns: tuple[re.Pattern[str], ...]
    numerals: Numerals
    numbers: Mapping[str, int]
    """Months and ordinals by their spelling in lower case."""
    units: Mapping[str, float]
    forms: tuple[Form, ...]
    heads: Alternatives
    """Matches what a mention begins with, by the number of its form."""
    running_to: Alternatives
    joins: tuple[Join, ...]
    joined: Alternatives
    range_end: Alternatives
    relations: tuple[Relation, ...]
    incidental: re.Pattern[str]
    last_day: re.Pattern[str]
    state: re.Pattern[str]
    closing: tuple[re.Pattern[str], re.Pattern[str]] | None
    """What is before and behind a period at whose end something was so: "ended 2024 with"."""
    year_before: re.Pattern[str]
    summed: re.Pattern[str]
    streak: re.Pattern[str]
    not_summed: re.Pattern[str]


@cache
def forms_of(language: str) -> Forms:
    """Make the forms of a language of `languages()`."""
    held = table(language, "periods")
    spelling = Spelling(language)
    rows, joins, summed = held["form"], held["join"], held["summed"]
    borders = held["borders"]
    hints = _hints(language, held)
    return Forms(
        hints=tuple(hint for hint in hints if _PLAIN.fullmatch(hint)),
        hint_patterns=tuple(compiled(hint) for hint in hints if not _PLAIN.fullmatch(hint)),
        numerals=numerals(language),
        numbers={**ordinals(language), **month_numbers(language)},
        units=held["units"],
        forms=tuple(_form(row, spelling) for row in rows),
        heads=Alternatives(spelling, rows, borders["before"], borders["after"]),
        running_to=Alternatives(spelling, [held["running_to"]]),
        joins=tuple(Join(tuple(row.get("families", ())), _lead(row, spelling)) for row in joins),
        joined=Alternatives(spelling, joins),
        range_end=Alternatives(spelling, [held["range"]]),
        relations=tuple(
            Relation(row["is"], row.get("single", False), spelling.leading(row["before"]))
            for row in held["relation"]
        ),
        incidental=spelling.leading(held["incidental"]["before"]),
        last_day=spelling.leading(held["last_day"]["before"]),
        state=spelling.leading(held["last_day"]["state"]),
        closing=_closing(held["last_day"], spelling),
        year_before=spelling.compiled(held["year_before"]["words"]),
        summed=spelling.compiled(summed["after"]),
        streak=spelling.leading(summed["streak"]),
        not_summed=spelling.compiled(summed["not_after"]),
    )


def _form(row: Mapping[str, Any], spelling: Spelling) -> Form:
    return Form(
        family=row["family"],
        label=row.get("label"),
        last_month=row.get("last_month"),
        months=row.get("months"),
        alone=row.get("alone"),
        before=_lead(row, spelling),
        after=spelling.compiled(row["after"]) if "after" in row else None,
    )


def _closing(
    row: Mapping[str, Any], spelling: Spelling
) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
    if "closing" not in row:
        return None
    return spelling.leading(row["closing"]["before"]), spelling.compiled(row["closing"]["after"])


def _lead(row: Mapping[str, Any], spelling: Spelling) -> re.Pattern[str] | None:
    return spelling.leading(row["before"]) if "before" in row else None


def _hints(language: str, held: Mapping[str, Any]) -> list[str]:
    """Give what a text that names a period holds: plain words first, then patterns."""
    words = dict.fromkeys(hint for row in held["form"] for hint in row.get("hints", ()))
    begun = {name[:_SHORTEST_NAME] for name in month_names(language)}
    months = "|".join(sorted(re.escape(case) for name in begun for case in (name, name.upper())))
    return [*words, *held["hints"], months]
