"""Read the first words of a mention of a period: what they label, and how long it is."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from briefing.figures.numerals import written as number_written
from briefing.figures.period_forms import MONTHS, MONTHS_OF_UNIT, NAMED_LENGTHS, PLACES
from briefing.figures.periods import OPEN_YEAR, ending, in_year

_Found = dict[str, str]
"""The groups of a match, empty where they are no part of it."""

_YEAR_MONTHS: Final = 12


class Head(NamedTuple):
    """Hold what the first words of a mention say, before what stands around them is looked at."""

    start: int
    end: int
    form: str
    """The group of `HEADS` that tells the form."""
    label: str | None
    months: int | None
    """The length of what is named, where words that follow may place it by its end."""


def head_of(match: re.Match[str]) -> Head:
    """Read a match of `HEADS`."""
    found = match.groupdict("")
    form = next(name for name in _LABELS if found[name])
    months = _MONTHS_OF.get(form)
    return Head(
        match.start(), match.end(), form, _LABELS[form](found), months(found) if months else None
    )


def month_number(name: str) -> int:
    """Give the number of a month by its name, which may be cut short with a full stop."""
    return MONTHS[name.lower().rstrip(".")]


def year_number(short: str) -> int:
    """Give a year of two or four digits."""
    digits = short.lstrip("'")
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _year(found: _Found, group: str) -> str:
    return str(year_number(found[group])) if found[group] else OPEN_YEAR


def _year_of_months(found: _Found, *groups: str) -> int | None:
    return next((year_number(found[group]) for group in groups if found[group]), None)


def _date(day: str, month: str, year: str) -> str:
    return f"{year}-{month_number(month):02}-{int(day):02}"


def _slashed(found: _Found) -> str | None:
    """Read 24/02/2025; None where day and month could be either."""
    one, other, year = found["slashed"].split("/")
    if int(one) > 12 >= int(other):
        return f"{year}-{int(other):02}-{int(one):02}"
    if int(other) > 12 >= int(one):
        return f"{year}-{int(one):02}-{int(other):02}"
    return f"{year}-{int(one):02}-{int(other):02}" if one == other else None


def _named_quarter(found: _Found) -> str | None:
    year = _year_of_months(found, "named_between", "named_year")
    return ending(3, month_number(found["named_month"]), year)


def _part(found: _Found, form: str, letter: str) -> str:
    """Read a quarter or half by number, whose groups all start with `form`."""
    number = found.get(form) or str(PLACES[found[f"{form}_place"].lower()])
    said = any(found.get(f"{form}_{word}") for word in ("fiscal", "inner", "fy", "open"))
    return f"{'FY' if said else ''}{_year(found, f'{form}_year')}-{letter}{number}"


def _edge(found: _Found, form: str, months: int | None, until: int | None) -> str | None:
    """Label the first or last months of a year, which end with month `until`."""
    if months is None or until is None or not 0 < months < _YEAR_MONTHS:
        return None
    label = ending(months, until, None)
    is_fiscal = bool(found[f"{form}_fy"])
    if label is None or (is_fiscal and months % 3):
        return None
    named = "/".join(f"FY{part}" for part in label.split("/")) if is_fiscal else label
    year = _year_of_months(found, f"{form}_year")
    return named if year is None else in_year(named, year)


def _opening(found: _Found) -> str | None:
    months = _counted(found, "opening")
    return _edge(found, "opening", months, months)


def _fiscal_year(found: _Found, first: str, until: str) -> str:
    """Read `FY25` or `fiscal 2024/25`, which names the year of its end."""
    year = year_number(found[first])
    if found[until] and year_number(found[until]) == year + 1:
        year += 1
    return f"FY{year}"


def _years(found: _Found) -> str | None:
    first, last = found["from_year"], found["until_year"]
    last = last if len(last) == 4 else first[:2] + last
    return f"{first}/{last}" if first < last else None


def _no_label(_: _Found) -> None:
    return None


def _counted(found: _Found, form: str) -> int | None:
    """Give the months of a number of weeks, months, quarters, halves or years; none is one."""
    number = number_written(found[f"{form}_number"].lower() or "1")
    unit = found[f"{form}_unit"].lower()
    return round(float(number.value) * MONTHS_OF_UNIT[unit]) if number else None


def _always(months: int) -> Callable[[_Found], int | None]:
    return lambda _: months


_LABELS: Final[dict[str, Callable[[_Found], str | None]]] = {
    "day": lambda found: _date(found["day"], found["day_month"], _year(found, "day_year")),
    "iso": lambda found: found["iso"],
    "slashed": _slashed,
    "named_month": _named_quarter,
    "us_month": lambda found: _date(found["us_day"], found["us_month"], _year(found, "us_year")),
    "month": lambda found: f"{_year(found, 'month_year')}-{month_number(found['month']):02}",
    "q": lambda found: _part(found, "q", "Q"),
    "q_place": lambda found: _part(found, "q", "Q"),
    "bq": lambda found: _part(found, "bq", "Q"),
    "yq": lambda found: _part(found, "yq", "Q"),
    "yq_place": lambda found: _part(found, "yq", "Q"),
    "h": lambda found: _part(found, "h", "H"),
    "h_place": lambda found: _part(found, "h", "H"),
    "bh": lambda found: _part(found, "bh", "H"),
    "bm": lambda found: _edge(found, "bm", int(found["bm"]), int(found["bm"])),
    "opening": _opening,
    "closing": lambda found: _edge(found, "closing", _counted(found, "closing"), _YEAR_MONTHS),
    "fy": lambda found: _fiscal_year(found, "fy_year", "fy_until"),
    "yfy": lambda found: _fiscal_year(found, "yfy", "yfy_until"),
    "length_unit": _no_label,
    "span_unit": _no_label,
    "bare_unit": _no_label,
    "named": _no_label,
    "from_year": _years,
    "year": lambda found: found["year"],
}
"""How each form of `HEADS` becomes a label, by the group that tells the form."""

_MONTHS_OF: Final[dict[str, Callable[[_Found], int | None]]] = {
    **dict.fromkeys(("named_month", "q", "q_place", "bq", "yq", "yq_place"), _always(3)),
    **dict.fromkeys(("h", "h_place", "bh"), _always(6)),
    **dict.fromkeys(("fy", "yfy"), _always(12)),
    "opening": lambda found: _counted(found, "opening"),
    "closing": lambda found: _counted(found, "closing"),
    "length_unit": lambda found: _counted(found, "length"),
    "span_unit": lambda found: _counted(found, "span"),
    "bare_unit": lambda found: _counted(found, "bare"),
    "named": lambda found: NAMED_LENGTHS[re.sub(r"[\s-]", "", found["named"].lower())],
}
"""How long what each form names is, where it may be placed by its end."""
