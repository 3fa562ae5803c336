"""Turn the labels of periods into spans of whole days.

Labels are ISO 8601 where that has a form (`2024`, `2024-12`, `2025-02-24`, `2025/2028`) and follow its
manner elsewhere (`2024-Q4`, `2024-H1`). A label that begins with `FY` is fiscal: it names the year in
which the fiscal year ends, and needs the entity's calendar.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Final

from briefing.model.periods import UNKNOWN, Period, PeriodProblem

OPEN_YEAR: Final = "{year}"
"""What is in a label for a year that words leave open: `{year}-Q4`."""
YEAR_BEFORE: Final = "{before}"
"""What is in such a label for the year before that one: `{before}-10/{year}-03`."""
TOLD_YEARS: Final = {"last": -1, "this": 0, "following": 1}
"""What names a year by the one in which the words were published: `{last}-Q4`."""
TOLD_MONTH: Final = "-month"
"""What is in such a label where a month is named by that of publication: `{last}-month`."""

_DAY: Final = timedelta(days=1)
_EARLIEST: Final = 1800
_LATEST: Final = 2200

_LABEL: Final = re.compile(
    r"(?P<fiscal>FY[\s-]?)?(?P<year>[0-9]{4})"
    r"(?:-(?:Q(?P<quarter>[0-9])|H(?P<half>[0-9])|(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?))?",
    re.IGNORECASE,
)
_TRAILING: Final = re.compile(
    r"(?:(?:TTM|LTM)[\s-]+|(?:trailing[\s-])?(?:twelve|12)[\s-]months[\s-](?:to|ending|ended)[\s-])"
    r"(?P<until>\S+)",
    re.IGNORECASE,
)
_YEAR_END: Final = re.compile(r"(?P<month>[0-9]{2})-(?P<day>[0-9]{2})")


def parse_period(label: str, fiscal_year_end: str | None = None) -> Period | PeriodProblem:
    """Read a label such as `2024-Q4`, `2025/2028`, `FY2025-Q4`, `TTM-2025-06` or `unknown`.

    `fiscal_year_end` is the last day of the entity's fiscal year as `MM-DD`; labels that begin with
    `FY` need it. A range holds both its ends whole. Gives a problem, in words, for anything else.
    """
    bare = " ".join(label.split())
    if bare.lower() == UNKNOWN:
        return Period(bare, None, None)
    trailing = _TRAILING.fullmatch(bare)
    if trailing is not None:
        return _year_until(bare, trailing["until"], fiscal_year_end)
    first, slash, last = bare.partition("/")
    start = _span(first, fiscal_year_end)
    if isinstance(start, PeriodProblem) or not slash:
        return start
    end = _span(last, fiscal_year_end)
    if isinstance(end, PeriodProblem):
        return end
    if start.start is not None and end.end is not None and start.start > end.end:
        return PeriodProblem(bare, f"{bare} ends before it starts")
    return Period(bare, start.start, end.end)


def in_year(label: str, year: int) -> str:
    """Give a label the year that words leave open in it; one that leaves none open stays."""
    return label.replace(OPEN_YEAR, str(year)).replace(YEAR_BEFORE, str(year - 1))


def told_on(label: str, published: Period | None) -> str:
    """Give a label the year, or month, that words name by when they were published.

    Where that is not known, a year stays open.
    """
    first = published.start if published else None
    last = published.end if published else None
    for name, years in TOLD_YEARS.items():
        told = f"{{{name}}}"
        if told not in label:
            continue
        if first is None or last is None or first.year != last.year:
            return label.replace(told, OPEN_YEAR)
        if not label.endswith(TOLD_MONTH):
            return label.replace(told, str(first.year + years))
        month = _months_after(first.replace(day=1), years)
        return f"{month:%Y-%m}" if first.month == last.month else label
    return label


def ending(months: int, month: int, year: int | None, day: int | None = None) -> str | None:
    """Label the months that end with a month, or with a day of it: six to 2024-06 are `2024-H1`.

    `year` is None where words leave it open; then years before the one before it cannot be told,
    and the answer is None, as for a day that the month has not.
    """
    if year is not None and day is not None and day != month_end(year, month).day:
        return _ending_on(months, year, month, day)
    this = OPEN_YEAR if year is None else str(year)
    if months == 12:
        return f"TTM-{this}-{month:02}"
    if months % 3 == 0 == month % 3 and months < month + 1:
        return _quarters(this, (month - months) // 3 + 1, month // 3)
    years, first = divmod(month - months, 12)
    if years < -1 and year is None:
        return None
    begun = this if years == 0 else YEAR_BEFORE if year is None else str(year + years)
    last = f"{this}-{month:02}"
    return last if months == 1 else f"{begun}-{first + 1:02}/{last}"


def _ending_on(months: int, year: int, month: int, day: int) -> str | None:
    if not 1 <= day <= month_end(year, month).day:
        return None
    last = date(year, month, day)
    return f"{_months_after(last + _DAY, -months)}/{last}"


def _quarters(year: str, first: int, last: int) -> str:
    if first == last:
        return f"{year}-Q{last}"
    if last - first == 1 and last % 2 == 0:
        return f"{year}-H{last // 2}"
    return f"{year}-Q{first}/{year}-Q{last}"


def month_end(year: int, month: int) -> date:
    """Give the last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def _year_until(label: str, until: str, fiscal_year_end: str | None) -> Period | PeriodProblem:
    last = _span(until, fiscal_year_end)
    if isinstance(last, PeriodProblem) or last.end is None:
        return last
    return Period(label, _months_after(last.end + _DAY, -12), last.end)


def _span(label: str, fiscal_year_end: str | None) -> Period | PeriodProblem:
    match = _LABEL.fullmatch(label.strip())
    if match is None:
        return PeriodProblem(
            label,
            f"“{label}” names no period: write 2024, 2024-Q4, 2024-H1, 2024-12, 2025-02-24, "
            "2025/2028, FY2025, FY2025-Q4, TTM-2025-06 or unknown",
        )
    year = int(match["year"])
    if not _EARLIEST <= year <= _LATEST:
        return PeriodProblem(label, f"{label} is outside the years {_EARLIEST} to {_LATEST}")
    if match["fiscal"]:
        return _fiscal(label, match, year, fiscal_year_end)
    if match["month"]:
        return _calendar_month(label, match, year)
    return _part(label, match, date(year, 1, 1))


def _calendar_month(label: str, match: re.Match[str], year: int) -> Period | PeriodProblem:
    month = int(match["month"])
    if not 1 <= month <= 12:
        return PeriodProblem(label, f"{label} has no such month")
    last = month_end(year, month)
    if match["day"] is None:
        return Period(label, date(year, month, 1), last)
    if not 1 <= int(match["day"]) <= last.day:
        return PeriodProblem(label, f"{label} has no such day")
    day = date(year, month, int(match["day"]))
    return Period(label, day, day)


def _fiscal(
    label: str, match: re.Match[str], year: int, fiscal_year_end: str | None
) -> Period | PeriodProblem:
    if match["month"]:
        return PeriodProblem(label, f"{label} mixes a fiscal year with a calendar month")
    if fiscal_year_end is None:
        return PeriodProblem(
            label, f"{label} needs the entity's fiscal_year_end", needs_calendar=True
        )
    end = _YEAR_END.fullmatch(fiscal_year_end)
    month = int(end["month"]) if end else 0
    if (
        end is None
        or not 1 <= month <= 12
        or not 1 <= int(end["day"]) <= monthrange(2024, month)[1]
    ):
        return PeriodProblem(
            label, f"fiscal_year_end “{fiscal_year_end}” is no day of a year (MM-DD)"
        )
    start = _year_end(year - 1, month, int(end["day"])) + _DAY
    return _part(label, match, start)


def _year_end(year: int, month: int, day: int) -> date:
    """Give the day on which a fiscal year ends: a month's last day stays its last in leap years."""
    last = month_end(year, month).day
    is_last = day >= monthrange(2023, month)[1]
    return date(year, month, last if is_last else day)


def _part(label: str, match: re.Match[str], start: date) -> Period | PeriodProblem:
    """Give the year that starts at `start`, or its quarter or half."""
    for part, months in (("quarter", 3), ("half", 6)):
        if match[part]:
            number = int(match[part])
            if not 1 <= number <= 12 // months:
                return PeriodProblem(label, f"{label} has no such {part}")
            begin = _months_after(start, months * (number - 1))
            return Period(label, begin, _months_after(start, months * number) - _DAY)
    return Period(label, start, _months_after(start, 12) - _DAY)


def _months_after(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
