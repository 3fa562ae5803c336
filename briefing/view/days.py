"""Dates and periods as readers know them: `24 February 2025`, `October to December 2024`.

Labels such as `2024-Q4` or `FY2025` are the author's and stay in the files; a reader is told the
months, since one company's fourth quarter is another's third. Months are written here and not by
the locale: the same bytes everywhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.model.content import Dating
    from briefing.model.figures import Period

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_ISO_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_FISCAL = re.compile(r"FY[\s-]?(\d{4})(?:-([QH]\d))?", re.IGNORECASE)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Day:
    """A date as a reader wants it: `iso` for machines where it is known.

    `note` says why, where a known date is inferred or an unknown one stays unknown.
    """

    text: str
    iso: str | None
    note: str | None


def iso_date(text: str) -> str | None:
    """Give a text back where it is an ISO date, month or year, as HTML's `time` knows them."""
    return text if _ISO_DATE.fullmatch(text) else None


def calendar_day(iso: str) -> str:
    """Write an ISO date, month or year in words; anything else stays as it is."""
    match = _ISO_DATE.fullmatch(iso)
    if not match:
        return iso
    year, month, day = match.groups()
    if not month or not 1 <= int(month) <= len(_MONTHS):
        return iso
    return f"{int(day)} {_month(int(month))} {year}" if day else f"{_month(int(month))} {year}"


def day(dating: Dating) -> Day:
    """Make a date of publication readable; `note` carries why, where it is inferred."""
    if dating.period is None or dating.period.is_unknown:
        return Day("date unknown", None, dating.because)
    return Day(period(dating.period), iso_date(dating.text), dating.because)


def period(named: Period) -> str:
    """Write a period: `2024`, `October to December 2024`, `fiscal year to March 2025`, `unknown`.

    What the author wrote as days, months or years stays so: `2025 to 2028`. A part of a fiscal year
    is told by its months, with its name behind: `January to March 2025 (Q4 of fiscal 2025)`.
    """
    if named.start is None or named.end is None:
        return "unknown"
    parts = named.label.split("/")
    if all(iso_date(part.strip()) for part in parts):
        return " to ".join(calendar_day(part.strip()) for part in parts)
    span = _span(named.start, named.end)
    if _is_year(named.start, named.end) and len(parts) == 1:
        kind = "fiscal year" if _FISCAL.fullmatch(named.label) else "twelve months"
        return f"{kind} to {_end(named.start, named.end)}"
    fiscal = [_fiscal(part.strip()) for part in parts]
    return f"{span} ({' to '.join(filter(None, fiscal))})" if all(fiscal) else span


def _fiscal(label: str) -> str | None:
    """Name a fiscal year or its part: `fiscal 2025`, `Q4 of fiscal 2025`; None for any other label."""
    match = _FISCAL.fullmatch(label)
    if match is None:
        return None
    year, part = match.groups()
    return f"{part.upper()} of fiscal {year}" if part else f"fiscal {year}"


def _is_year(first: date, last: date) -> bool:
    after = last + _DAY
    return (after.year - first.year, after.month, after.day) == (1, first.month, first.day)


def _span(first: date, last: date) -> str:
    """Write from when to when, in months where they are whole: `October to December 2024`."""
    if not _in_months(first, last):
        return f"{calendar_day(first.isoformat())} to {calendar_day(last.isoformat())}"
    end = f"{_month(last.month)} {last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return end
    start = _month(first.month)
    return f"{start} to {end}" if first.year == last.year else f"{start} {first.year} to {end}"


def _end(first: date, last: date) -> str:
    """Write when a period ends: its last month where its months are whole, else its last day."""
    return calendar_day(last.isoformat()[: 7 if _in_months(first, last) else 10])


def _in_months(first: date, last: date) -> bool:
    return first.day == 1 and (last + _DAY).day == 1


def _month(number: int) -> str:
    return _MONTHS[number - 1]
