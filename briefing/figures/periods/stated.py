"""Give the period that words state of a figure: a claim's own, or the other one of a quote."""

from __future__ import annotations

from typing import Final

from briefing.figures.periods.conflicts import is_told_beside
from briefing.figures.periods.governing import governing, is_change
from briefing.figures.periods.labels import OPEN_YEAR, parse_period
from briefing.figures.periods.meanings import (
    BY,
    PeriodReader,
    dated,
    label_to_write,
    may_be_fiscal,
    meanings,
    months_of,
    named,
    narrowed,
)
from briefing.figures.periods.telling import telling_of
from briefing.language import known
from briefing.model.figures import Quantity
from briefing.model.periods import Period, PeriodMention
from briefing.values import replace

_LENGTHS: Final = {12: "year", 6: "half", 3: "quarter", 1: "month"}
_DAYS_OF_YEAR: Final = range(364, 367)


def periods_of(text: str, quantity: Quantity | None, language: str) -> tuple[PeriodMention, ...]:
    """Give the periods that a text gives the figure that was read from it.

    `language` is the BCP 47 tag of the text; without tables, it names none.
    """
    tables = known(language)
    return tuple(narrowed(governing(text, quantity, tables).own)) if tables else ()


def stated_period(
    text: str, mentions: tuple[PeriodMention, ...], reader: PeriodReader
) -> Period | None:
    """Give the period of a statement whose figure has the periods `mentions`; None where it has none.

    What no calendar dates (`the fourth quarter`, `since 2022`, two years at once) is a period in words.
    A quarter by number (`Q4 2024`) is held to the calendar and keeps its words, or, where the entity
    has a fiscal year, is in words: which of the two is meant is not said.
    """
    told = [
        one
        for one in mentions
        if (one.label or one.relation) and not is_told_beside(text, one, reader.language)
    ]
    if not told:
        return None
    first = told[0]
    if len({named(one) for one in told}) > 1:
        return Period(text[first.start : told[-1].end], None, None)
    is_either = may_be_fiscal(first) and not first.at_end
    is_open = is_either and reader.fiscal_year_end is not None
    if first.relation not in ("", BY) or first.label is None or is_open:
        return Period(first.words, None, None)
    parsed = parse_period(first.label, reader.fiscal_year_end)
    if OPEN_YEAR in first.label or not isinstance(parsed, Period):
        return Period(first.words, None, None)
    if first.at_end and parsed.end is not None:
        return Period(parsed.end.isoformat(), parsed.end, parsed.end)
    return replace(parsed, label=first.text) if is_either else parsed


def told_period(mention: PeriodMention, inherited: Period | None, reader: PeriodReader) -> Period:
    """Give the period of a mention in a quote that inherits another.

    It is in words where it has no dates, or where words alone make it another one (`by 2027`).
    """
    label = label_to_write(mention, inherited, reader.fiscal_year_end)
    parsed = parse_period(label, reader.fiscal_year_end) if label else None
    if not isinstance(parsed, Period):
        return Period(mention.words, None, None)
    dates = (inherited.start, inherited.end) if inherited else None
    return Period(mention.words, None, None) if (parsed.start, parsed.end) == dates else parsed


def base_between(
    text: str, quantity: Quantity, period: Period | None, reader: PeriodReader
) -> tuple[str, str] | None:
    """Give the base of a change that words compare with a period that they name, with these words.

    It is the length of that period where `period` follows it, a year where it is the same part of the
    year before, and else the words themselves. `quantity` was read from the text.
    """
    tables = known(reader.language)
    if tables is None or not is_change(quantity):
        return None
    for said in governing(text, quantity, tables).against:
        mention = replace(dated(said, reader), at_end=False)  # "frente al" is no "al 31 de marzo"
        if mention.label is None:
            continue
        meant = (
            meanings(mention, period, telling_of(tables), reader.fiscal_year_end) if period else []
        )
        bases = [base for one in meant if period and (base := _base(one, period))]
        return (bases[0] if bases else mention.text), mention.text
    return None


def _base(before: Period, period: Period) -> str | None:
    """Give the length of a period that is the next after another, or `year` for the same a year on."""
    if before.start is None or before.end is None or period.start is None or period.end is None:
        return None
    if months_of(before) != months_of(period):
        return None
    if abs((period.start - before.end).days - 1) <= 1:
        return _LENGTHS.get(months_of(period))
    days = (period.end - before.end).days
    return "year" if days in _DAYS_OF_YEAR else None
