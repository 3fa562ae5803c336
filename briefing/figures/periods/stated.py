"""Give the period that words state of a figure: a claim's own, or the other one of a quote."""

from __future__ import annotations

from dataclasses import replace

from briefing.figures.periods.conflicts import is_told_beside
from briefing.figures.periods.governing import governing
from briefing.figures.periods.labels import OPEN_YEAR, parse_period
from briefing.figures.periods.meanings import (
    BY,
    PeriodReader,
    label_to_write,
    may_be_fiscal,
    named,
    narrowed,
)
from briefing.language import known
from briefing.model.figures import Quantity
from briefing.model.periods import Period, PeriodMention


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
        return Period(first.text, None, None)
    parsed = parse_period(first.label, reader.fiscal_year_end)
    if OPEN_YEAR in first.label or not isinstance(parsed, Period):
        return Period(first.text, None, None)
    if first.at_end and parsed.end is not None:
        return Period(parsed.end.isoformat(), parsed.end, parsed.end)
    return replace(parsed, label=first.text) if is_either else parsed


def told_period(mention: PeriodMention, inherited: Period | None, reader: PeriodReader) -> Period:
    """Give the period of a mention in a quote that inherits another; in words where it has no dates."""
    label = label_to_write(mention, inherited, reader.fiscal_year_end)
    parsed = parse_period(label, reader.fiscal_year_end) if label else None
    return parsed if isinstance(parsed, Period) else Period(mention.text, None, None)
