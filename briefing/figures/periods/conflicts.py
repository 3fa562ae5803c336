"""Tell whether a quote is about another period than the one it inherits, and which to write."""

from __future__ import annotations

import re
from typing import Final

from briefing.figures.periods.labels import OPEN_YEAR, YEAR_BEFORE, in_year, parse_period
from briefing.figures.periods.mentions import mentioned
from briefing.figures.periods.telling import Telling, telling_of
from briefing.language import known
from briefing.model.figures import Period, PeriodMention

_Named = tuple[str | None, int | None, bool]

_SHORTEST_SUM: Final = 27
"""Days that a period has at least, so that lengths and inexact ends speak against it."""
_LEEWAY: Final = 7
"""Days by which the ends of a period of weeks may lie beside those of one of months."""
_DAYS_OF_MONTH: Final = 30.44
_YEAR_MONTHS: Final = 12
_CALENDAR: Final = "12-31"

_TWO_YEARS: Final = re.compile(r"([0-9]{4})/([0-9]{4})")
_BY_NUMBER: Final = re.compile(r"[0-9}]-[QH][0-9]")


def other_period(
    text: str,
    period: Period,
    language: str,
    fiscal_year_end: str | None = None,
    *,
    claimed: tuple[PeriodMention, ...] = (),
    stock_at: int | None = None,
) -> PeriodMention | None:
    """Give the first period that a quote names where none that it names is `period`.

    `language` is the BCP 47 tag of the quote. Single days inside the period say nothing against it,
    unless a figure at `stock_at`, in code points of the text, is told as of that day; nor do days on
    which something was said. A quarter by number may be meant by the calendar or by the entity's
    fiscal year, so both readings must differ. A length that a figure covers ("full-year profit") is
    held to the period's own. What no calendar dates, and what a length says, is no other than the
    period where the claim itself, which names the periods `claimed`, says the same.
    """
    tables = known(language)
    if tables is None or period.is_unknown:
        return None
    telling = telling_of(tables)
    others, lengths = [], []
    by_words: set[_Named] = set()
    is_length_said = False
    for mention in mentioned(text, language):
        if mention.label is None:
            fits = mention.covers and _fits(mention, period, fiscal_year_end)
            is_length_said |= fits
            lengths += [mention] if mention.covers and not fits else []
            continue
        readings = _readings(mention, period, telling, fiscal_year_end)
        if any(_is_same(read, period) for read in readings):
            return None
        if _speaks(text, mention, readings, period, telling, stock_at):
            others.append(mention)
            if not readings or any(_is_day_inside(read, period) for read in readings):
                by_words.add(_named(mention))
    if _is_sum(period) and not is_length_said:
        others += lengths
        by_words |= {_named(one) for one in lengths}
    by_words &= {_named(one) for one in claimed}
    return next((one for one in others if _named(one) not in by_words), None)


def names_period(
    text: str, period: Period, language: str, fiscal_year_end: str | None = None
) -> bool:
    """Tell whether words name a period: by itself, or a day at its end as `the end of 2024`.

    `language` is the BCP 47 tag of the words.
    """
    for mention in mentioned(text, language):
        readings = _readings(mention, period, telling_of(known(language) or ""), fiscal_year_end)
        if any(_is_same(read, period) for read in readings):
            return True
        if mention.at_end and any(read.end == period.end for read in readings):
            return True
    return False


def label_to_write(
    mention: PeriodMention, period: Period, fiscal_year_end: str | None = None
) -> str | None:
    """Give the label for a mention in a quote that inherits `period`; None where it has none.

    A year that the words leave open is that of `period` where it lies within one, and a quarter by
    number of an entity with a fiscal calendar could be either.
    """
    label = mention.label
    if label is None or period.start is None or period.end is None:
        return None
    if OPEN_YEAR in label:
        is_open = period.start.year != period.end.year or YEAR_BEFORE in label
        if is_open or label.startswith("FY") or (fiscal_year_end and _may_be_fiscal(mention)):
            return None
        label = in_year(label, period.end.year)
    parsed = parse_period(label, fiscal_year_end)
    if not isinstance(parsed, Period) or parsed.end is None:
        return None
    return parsed.end.isoformat() if mention.at_end else label


def _fits(length: PeriodMention, period: Period, fiscal_year_end: str | None) -> bool:
    """Tell whether a length is the period's own; a year to date is the first part of a year."""
    if not length.to_date:
        return length.months == _months(period)
    if period.start is None or _months(period) >= _YEAR_MONTHS:
        return False
    years = (f"{period.start.year}", f"FY{period.start.year}", f"FY{period.start.year + 1}")
    read = (parse_period(year, fiscal_year_end) for year in years)
    return any(isinstance(year, Period) and year.start == period.start for year in read)


def _readings(
    mention: PeriodMention, period: Period, telling: Telling, fiscal_year_end: str | None
) -> list[Period]:
    """Give the periods a label can mean; where the words leave the year open, any near `period`."""
    if mention.label is None or period.end is None:
        return []
    labels = [mention.label]
    if fiscal_year_end and _may_be_fiscal(mention):
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


def _may_be_fiscal(mention: PeriodMention) -> bool:
    label = mention.label or "FY"
    return not mention.by_months and label[0] != "F" and _BY_NUMBER.search(label) is not None


def _last_of_two(label: str) -> list[str]:
    """Give the second of two neighbours: what rose from 2023 to 2024 rose in 2024."""
    first, last = (parse_period(in_year(part, 2000), "12-31") for part in label.split("/"))
    if not isinstance(first, Period) or not isinstance(last, Period):
        return []
    is_next = first.end and last.start and (last.start - first.end).days == 1
    return [label.rpartition("/")[2]] if is_next else []


def _is_same(read: Period, period: Period) -> bool:
    if (read.start, read.end) == (period.start, period.end):
        return True
    if read.start is None or read.end is None or period.start is None or period.end is None:
        return False
    near = max(abs((read.start - period.start).days), abs((read.end - period.end).days)) <= _LEEWAY
    return near and _is_sum(read) and _is_sum(period)


def _is_sum(period: Period) -> bool:
    """Tell whether a period is long enough to be summed up in months."""
    if period.start is None or period.end is None:
        return False
    return (period.end - period.start).days >= _SHORTEST_SUM


def _months(period: Period) -> int:
    if period.start is None or period.end is None:
        return 0
    return round(((period.end - period.start).days + 1) / _DAYS_OF_MONTH)


def _speaks(
    text: str,
    mention: PeriodMention,
    readings: list[Period],
    period: Period,
    telling: Telling,
    stock_at: int | None,
) -> bool:
    """Tell whether a mention that is not `period` speaks against it."""
    if not readings:
        return mention.label is not None and mention.label.startswith("FY")
    if not mention.at_end and telling.is_compared(text, mention):
        return False
    if period.start != period.end and _is_said(text, mention, readings, telling):
        return False
    if not any(_is_day_inside(read, period) for read in readings):
        return True
    if any(read.end == period.end for read in readings):
        return False
    return mention.at_end or (stock_at is not None and telling.is_as_of(text, mention, stock_at))


def _is_said(text: str, mention: PeriodMention, readings: list[Period], telling: Telling) -> bool:
    """Tell whether something was said on that day or in that month, whatever it was about."""
    if mention.at_end or any(_is_sum(read) and _months(read) > 1 for read in readings):
        return False
    is_day = all(read.start == read.end for read in readings)
    return telling.is_said(text, mention, is_day=is_day)


def _is_day_inside(day: Period, period: Period) -> bool:
    if day.start is None or period.start is None or period.end is None or day.start != day.end:
        return False
    return period.start <= day.start <= period.end


def _named(mention: PeriodMention) -> _Named:
    """Give what tells whether two mentions name the same, in whatever words."""
    return mention.label, mention.months, mention.at_end
