"""Read what a mention of a period can mean, by the period it is held to and whom a text is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from briefing.figures.periods.forms import forms_of
from briefing.figures.periods.labels import (
    OPEN_YEAR,
    YEAR_BEFORE,
    in_year,
    parse_period,
    told_on,
)
from briefing.figures.periods.mentions import EARLIER, TO_DATE, TRAILING, mentioned
from briefing.figures.periods.telling import Telling, telling_of
from briefing.language import known
from briefing.model.periods import Period, PeriodMention
from briefing.values import dataclass, replace

Named = tuple[str | None, int | None, bool, str]

BY: Final = "by"
"""The relation in which a period may still be the one that is meant."""

_SHORTEST_SUM: Final = 27
"""Days that a period has at least, so that lengths and inexact ends speak against it."""
_LEEWAY: Final = 7
"""Days by which the ends of a period of weeks may lie beside those of one of months."""
_DAYS_OF_MONTH: Final = 30.44
_YEAR_MONTHS: Final = 12
_LATE: Final = 150
"""For so many days after its end, a part of a year is called the year to date."""
_CALENDAR: Final = "12-31"

_TWO_YEARS: Final = re.compile(r"([0-9]{4})/([0-9]{4})")
_BY_NUMBER: Final = re.compile(r"[0-9}]-[QH][0-9]")
_TRAILING: Final = re.compile(r"[TL]TM|months|/", re.IGNORECASE)
"""In the label of a period that may be the last months of a text, and no year or part of one."""
_ONE_YEAR: Final = re.compile(r"(?:FY)?([0-9]{4})")
_ONE_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class PeriodReader:
    """Knows by what a text's periods are read: its language, its day, the calendar of whom it is about."""

    language: str
    """A BCP 47 tag."""
    fiscal_year_end: str | None = None
    """The last day of the entity's fiscal year, as MM-DD."""
    published: Period | None = None


def names_period(text: str, period: Period, reader: PeriodReader) -> bool:
    """Tell whether words name a period: by itself, or a day at its end as `the end of 2024`."""
    tables = known(reader.language)
    if tables is None:
        return False  # nothing is read in a language without tables
    telling = telling_of(tables)
    for said in mentioned(text, reader.language):
        mention = dated(said, reader)
        if mention.relation not in ("", BY):
            continue
        meant = meanings(mention, period, telling, reader.fiscal_year_end)
        if any(is_same(read, period) for read in meant):
            return True
        if mention.at_end and any(read.end == period.end for read in meant):
            return True
    return False


def label_to_write(
    mention: PeriodMention, period: Period | None, fiscal_year_end: str | None = None
) -> str | None:
    """Give the label for a mention in a quote that inherits `period`, if any; None where it has none.

    A year that the words leave open is that of `period` where it lies within one, and a quarter by
    number of an entity with a fiscal calendar could be either.
    """
    label = mention.label
    if label is None or mention.relation not in ("", BY):
        return None
    if OPEN_YEAR in label:
        start, end = (period.start, period.end) if period else (None, None)
        if start is None or end is None or start.year != end.year or YEAR_BEFORE in label:
            return None
        if label.startswith("FY") or (fiscal_year_end and may_be_fiscal(mention)):
            return None
        label = in_year(label, end.year)
    parsed = parse_period(label, fiscal_year_end)
    if not isinstance(parsed, Period) or parsed.end is None:
        return None
    return parsed.end.isoformat() if mention.at_end else label


def dated(mention: PeriodMention, reader: PeriodReader) -> PeriodMention:
    """Give a period that words name by the day of publication its year or month."""
    if mention.label is None:
        return mention
    return replace(mention, label=told_on(mention.label, reader.published))


def year_before(
    mention: PeriodMention, others: Sequence[PeriodMention], language: str
) -> PeriodMention:
    """Give "the year before" the year before the one that the other figures of its sentence have."""
    if mention.relation != EARLIER or not forms_of(language).year_before.fullmatch(mention.text):
        return mention
    years = {one.label for one in others if one.label and not one.relation and not one.at_end}
    found = _ONE_YEAR.fullmatch(years.pop()) if len(years) == 1 else None
    if found is None:
        return mention
    label = f"{found[0][:-4]}{int(found[1]) - 1}"
    return replace(mention, label=label, relation="")


def narrowed(mentions: Sequence[PeriodMention]) -> list[PeriodMention]:
    """Join a part of a year with the year that is named beside it: `in 2024 … in the third quarter`."""
    years = {m.label: m for m in mentions if m.label and not m.relation and not m.at_end
             and _ONE_YEAR.fullmatch(m.label)}  # fmt: skip
    parts = [m for m in mentions if m.label and m.label not in years and m.label[:1] != "T"]
    if len(years) != 1 or not parts:
        return list(mentions)
    (year,) = years
    if year.startswith("FY") and any(_ONE_DAY.fullmatch(m.label or "") for m in parts):
        # the day on which it closed, "fiscal 2025, which closed on 1 February 2025"
        return list(mentions)
    whole = years[year]
    number = _ONE_YEAR.sub(r"\1", year)
    told = []
    for mention in mentions:
        if mention is whole or mention.label == year:
            continue
        label = mention.label
        if label and OPEN_YEAR in label and YEAR_BEFORE not in label:
            fiscal = year.startswith("FY") and not mention.by_months and label[0] == "{"
            label = ("FY" if fiscal else "") + in_year(label, int(number))
        told.append(replace(mention, label=label))
    is_part = all(number in (m.label or number) for m in told)
    return told if is_part else list(mentions)


def fits(length: PeriodMention, period: Period, reader: PeriodReader) -> bool:
    """Tell whether a length is the period's own; a year to date is the first part of a year.

    Months up to the day of the words are no year, half or quarter by name.
    """
    if length.relation == TRAILING and not _TRAILING.search(period.label):
        return False
    if length.relation != TO_DATE:
        return length.months == months_of(period)
    if period.start is None or months_of(period) >= _YEAR_MONTHS or _is_past(period, reader):
        return False
    years = (f"{period.start.year}", f"FY{period.start.year}", f"FY{period.start.year + 1}")
    read = (parse_period(year, reader.fiscal_year_end) for year in years)
    return any(isinstance(year, Period) and year.start == period.start for year in read)


def _is_past(period: Period, reader: PeriodReader) -> bool:
    """Tell whether words were published too long after a period to speak of it as up to date."""
    published = reader.published.start if reader.published else None
    if published is None or period.end is None:
        return False
    return not 0 <= (published - period.end).days <= _LATE


def meanings(
    mention: PeriodMention, period: Period, telling: Telling, fiscal_year_end: str | None
) -> list[Period]:
    """Give the periods a label can mean; where the words leave the year open, any near `period`."""
    if mention.label is None or period.end is None:
        return []
    labels = [mention.label]
    if fiscal_year_end and may_be_fiscal(mention):
        labels.append("/".join(f"FY{part}" for part in mention.label.split("/")))
    if "/" in mention.label and telling.is_change(mention):
        labels += _last_of_two(mention.label)
    two = _TWO_YEARS.fullmatch(mention.label)
    if two and int(two[2]) - int(two[1]) == 1 and fiscal_year_end not in (None, _CALENDAR):
        labels.append(f"FY{two[2]}")
    year = period.end.year
    years = (year - 1, year, year + 1) if OPEN_YEAR in mention.label else (year,)
    parsed = [
        parse_period(in_year(label, one), fiscal_year_end) for label in labels for one in years
    ]
    read = [one for one in parsed if isinstance(one, Period)]
    return [Period(one.label, one.end, one.end) for one in read] if mention.at_end else read


def may_be_fiscal(mention: PeriodMention) -> bool:
    """Tell whether a part of a year is named by its number, which the fiscal year may count too."""
    label = mention.label or "FY"
    return not mention.by_months and label[0] != "F" and _BY_NUMBER.search(label) is not None


def _last_of_two(label: str) -> list[str]:
    """Give the second of two neighbours: what rose from 2023 to 2024 rose in 2024."""
    first, last = (parse_period(in_year(part, 2000), "12-31") for part in label.split("/"))
    if not isinstance(first, Period) or not isinstance(last, Period):
        return []
    is_next = first.end and last.start and (last.start - first.end).days == 1
    return [label.rpartition("/")[2]] if is_next else []


def is_same(read: Period, period: Period) -> bool:
    """Tell whether two periods with dates are one, some days of weeks and months aside."""
    if (read.start, read.end) == (period.start, period.end):
        return True
    if read.start is None or read.end is None or period.start is None or period.end is None:
        return False
    near = max(abs((read.start - period.start).days), abs((read.end - period.end).days)) <= _LEEWAY
    return near and is_sum(read) and is_sum(period)


def is_sum(period: Period) -> bool:
    """Tell whether a period is long enough to be summed up in months."""
    if period.start is None or period.end is None:
        return False
    return (period.end - period.start).days >= _SHORTEST_SUM


def months_of(period: Period) -> int:
    """Give the length of a period in whole months."""
    if period.start is None or period.end is None:
        return 0
    return round(((period.end - period.start).days + 1) / _DAYS_OF_MONTH)


def is_day_inside(day: Period, period: Period) -> bool:
    """Tell whether a period is a single day within another."""
    if day.start is None or period.start is None or period.end is None or day.start != day.end:
        return False
    return period.start <= day.start <= period.end


def named(mention: PeriodMention) -> Named:
    """Give what tells whether two mentions name the same, in whatever words."""
    label = mention.label
    two = _TWO_YEARS.fullmatch(label) if label else None
    if two and int(two[2]) - int(two[1]) == 1:
        label = f"FY{two[2]}"
    return label, mention.months, mention.at_end, mention.relation
