"""Read the first words of a mention of a period: what they label, and how long it is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from briefing.figures.periods.forms import Form, Forms
from briefing.figures.periods.labels import OPEN_YEAR, TOLD_YEARS, ending, in_year

_YEAR_MONTHS: Final = 12
_WIDTHS: Final = {"month": 2, "day": 2, "quarter": 1, "half": 1}
"""How many digits the numbers of these roles have in a label."""


class Head(NamedTuple):
    """Hold what the first words of a mention say, before what surrounds them is looked at."""

    start: int
    end: int
    form: Form
    label: str | None
    months: int | None
    """The length of what is named, where words that follow may place it by its end."""
    last_month: str | None
    """The label of its last month, where that names it."""


def head_of(forms: Forms, match: re.Match[str]) -> Head:
    """Read a match of the forms' `heads`."""
    row, said = forms.heads.said(match)
    form = forms.forms[row]
    months = _counted(forms, said) if form.months is None else form.months
    last = None
    if form.last_month == "{month}":
        last = ending(1, number_in(forms, said["month"]), year_in(said))
    return Head(match.start(), match.end(), form, _label(forms, form, said, months), months, last)


def number_in(forms: Forms, text: str) -> int:
    """Give a number in digits or an ordinal, or that of a month, which a full stop may cut short."""
    return int(text) if text.isdigit() else forms.numbers[text.lower().rstrip(".")]


def year_in(said: Mapping[str, str], role: str = "year") -> int | None:
    """Give the year in a role; of two digits, it is one after 2000."""
    digits = said.get(role, "").lstrip("'")
    return int(digits) + (0 if len(digits) > 2 else 2000) if digits else None


def _spelled(forms: Forms, said: Mapping[str, str]) -> int | None:
    """Give a year in words, of which the first are its century: `nineteen ninety-nine`."""
    century = said["century"].lower().split()
    hundreds = forms.numerals.value(century[0])
    rest = forms.numerals.value(said["tens"].lower())
    if hundreds is None or rest is None:
        return None
    return int(hundreds[0]) * (1000 if len(century) > 1 else 100) + int(rest[0])


def _counted(forms: Forms, said: Mapping[str, str]) -> int | None:
    """Give the months of a number of units: one where no number is said, months where no unit is."""
    if "number" not in said and "unit" not in said:
        return None
    number = forms.numerals.value(said.get("number", "1").lower())
    unit = forms.units[said["unit"].lower()] if "unit" in said else 1
    return round(float(number[0]) * float(unit)) if number else None


def _label(forms: Forms, form: Form, said: Mapping[str, str], months: int | None) -> str | None:
    """Make the label of a form; None where its words name no period."""
    year = _spelled(forms, said) if "century" in said else year_in(said)
    if year is not None and year_in(said, "next") == year + 1:
        year += 1
    if form.last_month is not None:
        month = number_in(forms, said["month"]) if "month" in said else _YEAR_MONTHS
        last = int(form.last_month.format(month=month, months=months))
        if "month" in said and months and "fiscal" not in said:
            return ending(months, last, year)
        return _months_to(last, months or 0, year, is_fiscal="fiscal" in said)
    told = next((f"{{{role}}}" for role in TOLD_YEARS if role in said), OPEN_YEAR)
    if form.label is None:
        return None
    until = said.get("until", "")
    if until and f"{year}"[: -len(until)] + until <= f"{year}":
        return None
    numbers = {
        role: f"{number_in(forms, said[role]):0{width}}"
        for role, width in _WIDTHS.items()
        if role in said
    }
    return form.label.format(
        year=told if year is None else year,
        season=said.get("season", "").lower(),
        until=f"{year}"[: -len(until)] + until,
        fiscal="FY" if "fiscal" in said else "",
        **numbers,
    )


def _months_to(last: int, months: int, year: int | None, *, is_fiscal: bool) -> str | None:
    """Label months of a year, which end with its month `last`; of a fiscal year, only quarters."""
    if not 0 < months < _YEAR_MONTHS or (is_fiscal and months % 3):
        return None
    label = ending(months, last, None)
    if label is None:
        return None
    named = "/".join(f"FY{part}" for part in label.split("/")) if is_fiscal else label
    return named if year is None else in_year(named, year)
