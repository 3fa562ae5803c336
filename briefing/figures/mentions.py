"""Find the periods that prose names, so that a quote about another period than its claim's is seen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from briefing.figures import period_forms as forms
from briefing.figures.period_heads import Head, head_of, month_number, year_number
from briefing.figures.periods import OPEN_YEAR, YEAR_BEFORE, ending, in_year, parse_period
from briefing.model.figures import Period, PeriodMention

_FAMILIES: Final = {
    **dict.fromkeys(("day", "us_month", "iso"), "day"),
    **dict.fromkeys(("month", "named_month"), "month"),
    **dict.fromkeys(("q", "q_place", "bq", "yq", "yq_place", "h", "h_place", "bh"), "part"),
    **dict.fromkeys(("fy", "yfy", "year"), "year"),
}
"""Which forms may be the two ends of one range."""
_BY_MONTHS: Final = frozenset({"named_month", "month", "day", "us_month", "iso", "slashed"})
_COUNTED: Final = frozenset({"opening", "closing"})
_DIGITS_OF_YEAR: Final = re.compile(r"[0-9]{4}")


def mentioned(text: str) -> tuple[PeriodMention, ...]:
    """Give the periods that a text names, in order; offsets are code points of it, from 0.

    Where no year is said, the label leaves it open: `{year}-Q4`. Quarters and halves by number may
    be calendar or fiscal, and keep the calendar's label unless the words say fiscal.
    """
    return tuple(_mentions(text)) if _may_name_periods(text) else ()


def before(text: str, start: int) -> str:
    """Give as much of what stands before a mention as is looked at."""
    return text[max(0, start - forms.BEFORE) : start]


def _may_name_periods(text: str) -> bool:
    """Tell in passing whether `HEADS` could match: most quotes name no period at all."""
    for hint in forms.HINTS:
        if hint in text:
            return True
    for form in forms.HINT_FORMS:
        if form.search(text) is not None:
            return True
    return text.count("-year") > text.count("over-year") + text.count("on-year")


def _mentions(text: str) -> Iterator[PeriodMention]:
    at = 0
    while (match := forms.HEADS.search(text, at)) is not None:
        head = head_of(match)
        mention = _running_to(text, head) or _range(text, head) or _alone(text, head)
        at = mention.end if mention else match.end()
        if mention is not None:
            yield _at_end(text, mention)


def _running_to(text: str, head: Head) -> PeriodMention | None:
    """Read a length of time that words place by its end: `six months to June 2024`."""
    match = forms.RUNNING_TO.match(text, head.end) if head.months else None
    if match is None or not head.months:
        return None
    if head.label is not None and OPEN_YEAR not in head.label and match["ended"] is None:
        return None
    if match["month"]:
        day = match["day"] or match["us_day"]
        year = year_number(match["year"]) if match["year"] else None
        label = ending(head.months, month_number(match["month"]), year, int(day) if day else None)
    else:
        years, rest = divmod(head.months, 12)
        last = int(match["whole_year"])
        label = None if rest else f"{last - years + 1}/{last}"
    if label is None:
        return None
    found = text[head.start : match.end()]
    return PeriodMention(found, head.start, match.end(), label, by_months=True, months=head.months)


def _range(text: str, head: Head) -> PeriodMention | None:
    """Read two ends of one kind with what joins them: `from 2025 to 2028`, `April-June`."""
    family = _FAMILIES.get(head.form)
    join = forms.JOINED.match(text, head.end) if family and head.label else None
    match = forms.HEADS.match(text, join.end()) if join else None
    if not family or not head.label or not join or not match:
        return None
    last = head_of(match)
    if family != _FAMILIES.get(last.form) or not _joins(text, head, family, join["word"]):
        return None
    label = _joined(head.label, _last_month(match) or last.label)
    if label is None:
        return None
    end = last.end
    told = forms.YEAR_OF_RANGE.match(text, end)
    if told is not None:
        end = told.end()
        label = in_year(label, int(told["year"])) if told["year"] else label
    by_months = family in ("month", "day")
    return PeriodMention(text[head.start : end], head.start, end, label, by_months=by_months)


def _joins(text: str, head: Head, family: str, word: str | None) -> bool:
    """Tell whether what stands between two ends makes them one range; a dash always does."""
    if word is None:
        return True
    lead = before(text, head.start)
    if word.lower() == "and":
        return forms.AT_BOTH.search(lead) is not None
    return family != "year" or word == "through" or forms.AT_RANGE.search(lead) is not None


def _last_month(match: re.Match[str]) -> str | None:
    """Give the month of `June quarter 2024` alone, as it ends `April-June quarter 2024`."""
    if not match["named_month"]:
        return None
    year = match["named_between"] or match["named_year"]
    return ending(1, month_number(match["named_month"]), int(year) if year else None)


def _joined(first: str, last: str | None) -> str | None:
    """Join two labels; what has no year takes that of the other, or the year before it."""
    if last is None:
        return None
    if first.startswith("FY") and not last.startswith("FY"):
        last = f"FY{last}"
    if OPEN_YEAR in last:
        last = in_year(last, _year_of(first)) if OPEN_YEAR not in first else last
    year = _year_of(last)
    if OPEN_YEAR in first and not _is_in_order(in_year(first, year), in_year(last, year)):
        first = first.replace(OPEN_YEAR, YEAR_BEFORE)
    if OPEN_YEAR not in last:
        first = in_year(first, year)
    return f"{first}/{last}" if _is_in_order(in_year(first, year), in_year(last, year)) else None


def _year_of(label: str) -> int:
    """Give the year of a label; of one that leaves it open, any that is no leap year."""
    found = _DIGITS_OF_YEAR.search(label)
    return int(found[0]) if found else 2001


def _is_in_order(first: str, last: str) -> bool:
    begun, ended = parse_period(first, "12-31"), parse_period(last, "12-31")
    if not isinstance(begun, Period) or not isinstance(ended, Period):
        return False
    return begun.start is not None and ended.start is not None and begun.start < ended.start


def _alone(text: str, head: Head) -> PeriodMention | None:
    """Read a mention by its first words; some need words around them to be one."""
    found = text[head.start : head.end]
    if head.label is not None:
        if OPEN_YEAR in head.label and not _is_placed(text, head):
            return None
        months = head.months if head.form in _COUNTED else None
        by_months = head.form in _BY_MONTHS
        return PeriodMention(
            found, head.start, head.end, head.label, by_months=by_months, months=months
        )
    covers = head.months is not None and _covers(text, head, found.lower())
    if not head.months or not (covers or head.form in ("length_unit", "span_unit")):
        return None
    return PeriodMention(found, head.start, head.end, None, months=head.months, covers=covers)


def _is_placed(text: str, head: Head) -> bool:
    """Tell whether a month or day without a year is one: `may` and `March` are words and names."""
    lead = before(text, head.start)
    if head.form == "month":
        told = forms.AT_MONTH.search(lead) or forms.OF_MONTH.match(text, head.end)
        return told is not None
    return head.form not in ("day", "us_month") or forms.AT_DAY.search(lead) is not None


def _covers(text: str, head: Head, found: str) -> bool:
    """Tell whether a length is what a figure sums up, as in `annual profit` or `full year`."""
    if head.form in ("length_unit", "span_unit"):
        return head.form == "length_unit" and forms.PAST.match(found) is not None
    lead = before(text, head.start)
    if head.form == "bare_unit" and found.endswith(("year", "years")):
        return False
    if forms.SUMMED.match(text, head.end) is not None:
        return forms.STREAK.search(lead) is None
    if forms.NOT_SUMMED.match(text, head.end) is not None:
        return False
    if head.form == "bare_unit":
        return forms.IN_THE.search(lead) is not None
    needed = forms.LEADS.get(found.replace("-", " "))
    return needed is not None and needed.search(lead) is not None


def _at_end(text: str, mention: PeriodMention) -> PeriodMention:
    """Take in `the end of` before a mention, or `as of`, which mean the last day of its period."""
    if mention.label is None or "/" in mention.label:
        return mention
    lead = before(text, mention.start)
    end = forms.AT_END.search(lead)
    if end is None:
        state = forms.AT_STATE.search(lead)
        return mention if state is None else replace(mention, at_end=True)
    start = mention.start - len(lead) + end.start()
    return replace(mention, text=text[start : mention.end], start=start, at_end=True)
