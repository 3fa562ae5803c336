"""Dates and periods as readers know them: `24 February 2025`, `October to December 2024`.

Labels such as `2024-Q4` or `FY2025` are the author's and stay in the files; a reader is told the
months, since one company's fourth quarter is another's third. Months come from the messages and not
from the locale: the same bytes everywhere.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from briefing.figures import parse_period
from briefing.language.messages import message
from briefing.model.periods import PeriodProblem
from briefing.values import dataclass
from briefing.view.words import quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.language.messages import Messages
    from briefing.model.content import Dating
    from briefing.model.periods import Period

_MONTHS = (
    message("January"),
    message("February"),
    message("March"),
    message("April"),
    message("May"),
    message("June"),
    message("July"),
    message("August"),
    message("September"),
    message("October"),
    message("November"),
    message("December"),
)
_ISO_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_FISCAL = re.compile(r"FY[\s-]?(\d{4})(?:-([QH]\d))?", re.IGNORECASE)
_DAY = timedelta(days=1)
_ANY_YEAR_END = "12-31"


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


def calendar_day(iso: str, say: Messages) -> str:
    """Write an ISO date, month or year in words; anything else stays as it is."""
    match = _ISO_DATE.fullmatch(iso)
    if not match:
        return iso
    year, month, day = match.groups()
    if not month or not 1 <= int(month) <= len(_MONTHS):
        return iso
    name = say(_MONTHS[int(month) - 1])
    if not day:
        return say("%(month)s %(year)s", month=name, year=year)
    if int(day) == 1:
        # Translators: the first day of a month
        return say("1 %(month)s %(year)s", month=name, year=year)
    return say("%(day)s %(month)s %(year)s", day=str(int(day)), month=name, year=year)


def known_day(iso: str, say: Messages) -> Day:
    """Make an ISO date readable that nobody needs to explain."""
    return Day(calendar_day(iso, say), iso, None)


def day(dating: Dating, say: Messages) -> Day:
    """Make a date of publication readable; `note` carries why, where it is inferred."""
    if dating.period is None or dating.period.is_unknown:
        return Day(say("date unknown"), None, dating.because)
    return Day(period(dating.period, say), iso_date(dating.text), dating.because)


def is_dated(named: Period) -> bool:
    """Tell whether the days of a period are known, as those of `2024-Q4` are.

    `Q4 2024` in the words of a text may be a calendar quarter or a fiscal one. Equal labels are compared
    as calendar quarters, but nobody knows which days they mean.
    """
    label_dates = not isinstance(parse_period(named.label, _ANY_YEAR_END), PeriodProblem)
    return not named.is_unknown and label_dates


def period(named: Period, say: Messages) -> str:
    """Write a period: `2024`, `October to December 2024`, `fiscal year to March 2025`, `unknown`.

    What the author wrote as days, months or years stays so: `2025 to 2028`. A part of a fiscal year
    is told by its months, with its name behind: `January to March 2025 (Q4 of fiscal 2025)`. What a text
    names and leaves open is told in its words: `“since 2022”`, `“Q4 2024”`.
    """
    if named.start is None or named.end is None:
        return quoted(named.label, say) if named.is_in_words else say("unknown")
    if not is_dated(named):
        return quoted(named.label, say)
    parts = named.label.split("/")
    if all(iso_date(part.strip()) for part in parts):
        return _range([calendar_day(part.strip(), say) for part in parts], say)
    span = _span(named.start, named.end, say)
    if _is_year(named.start, named.end) and len(parts) == 1:
        end = _end(named.start, named.end, say)
        if _FISCAL.fullmatch(named.label):
            return say("fiscal year to %(end)s", end=end)
        return say("twelve months to %(end)s", end=end)
    fiscal = [name for name in (_fiscal(part.strip(), say) for part in parts) if name]
    if len(fiscal) < len(parts):
        return span
    return say("%(months)s (%(names)s)", months=span, names=_range(fiscal, say))


def _range(ends: Sequence[str], say: Messages) -> str:
    """Write `2025 to 2028`, or the one text alone."""
    first, *last = ends
    return say("%(first)s to %(last)s", first=first, last=last[0]) if last else first


def _fiscal(label: str, say: Messages) -> str | None:
    """Name a fiscal year or its part: `fiscal 2025`, `Q4 of fiscal 2025`; None for any other label."""
    match = _FISCAL.fullmatch(label)
    if match is None:
        return None
    year, part = match.groups()
    named = say("fiscal %(year)s", year=year)
    return say("%(part)s of %(year)s", part=part.upper(), year=named) if part else named


def _is_year(first: date, last: date) -> bool:
    after = last + _DAY
    return (after.year - first.year, after.month, after.day) == (1, first.month, first.day)


def _span(first: date, last: date, say: Messages) -> str:
    """Write from when to when, in months where they are whole: `October to December 2024`."""
    if not _in_months(first, last):
        days = (calendar_day(first.isoformat(), say), calendar_day(last.isoformat(), say))
        return _range(days, say)
    end = calendar_day(last.isoformat()[:7], say)
    if (first.year, first.month) == (last.year, last.month):
        return end
    if first.year == last.year:
        return _range((say(_MONTHS[first.month - 1]), end), say)
    return _range((calendar_day(first.isoformat()[:7], say), end), say)


def _end(first: date, last: date, say: Messages) -> str:
    """Write when a period ends: its last month where its months are whole, else its last day."""
    return calendar_day(last.isoformat()[: 7 if _in_months(first, last) else 10], say)


def _in_months(first: date, last: date) -> bool:
    return first.day == 1 and (last + _DAY).day == 1
