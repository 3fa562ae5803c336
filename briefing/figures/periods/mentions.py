"""Find the periods that prose names, so that a quote about another period than its claim's is seen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from briefing.figures.periods.forms import Forms, forms_of
from briefing.figures.periods.heads import Head, head_of, number_in, year_in
from briefing.figures.periods.labels import OPEN_YEAR, YEAR_BEFORE, ending, in_year, parse_period
from briefing.language import known
from briefing.language.parting import parted
from briefing.model.periods import Period, PeriodMention
from briefing.values import replace

_ENDS: Final = frozenset({"day", "month", "quarter", "half", "year"})
"""The families whose forms may be the two ends of a range."""
_BY_MONTHS: Final = frozenset({"day", "month"})
TO_DATE: Final = "to-date"
EARLIER: Final = "earlier"
TRAILING: Final = "trailing"
SPAN: Final = "span"
"""Families whose forms name a time by another one, or by that of the words."""
_DIGITS_OF_YEAR: Final = re.compile(r"[0-9]{4}")
_BEFORE: Final = 48
"""How many code points before a mention are looked at."""


def mentioned(text: str, language: str) -> tuple[PeriodMention, ...]:
    """Give the periods that a text names, in order; offsets are code points of it, from 0.

    `language` is the BCP 47 tag of the text; without tables, it names none. Where no year is said,
    the label leaves it open: `{year}-Q4`. Quarters and halves by number may be calendar or fiscal,
    and keep the calendar's label unless the words say fiscal.
    """
    tables = known(language)
    if tables is None:
        return ()
    words = parted(text, language)
    if words is not None:
        return tuple(words.out(one) for one in mentioned(words.text, language))
    forms = forms_of(tables)
    return tuple(_mentions(forms, text)) if _may_name_periods(forms, text) else ()


def before(text: str, start: int) -> str:
    """Give as much of what comes before a mention as is looked at."""
    return text[max(0, start - _BEFORE) : start]


def _may_name_periods(forms: Forms, text: str) -> bool:
    """Tell in passing whether a form could match: most quotes name no period at all."""
    for hint in forms.hints:
        if hint in text:
            return True
    return any(pattern.search(text) is not None for pattern in forms.hint_patterns)


def _mentions(forms: Forms, text: str) -> Iterator[PeriodMention]:
    at = 0
    while (match := forms.heads.pattern.search(text, at)) is not None:
        head = head_of(forms, match)
        mention = (
            _running_to(forms, text, head) or _range(forms, text, head) or _alone(forms, text, head)
        )
        at = mention.end if mention else match.end()
        if mention is not None:
            yield _related(forms, text, _at_end(forms, text, mention))


def _running_to(forms: Forms, text: str, head: Head) -> PeriodMention | None:
    """Read a length of time that words place by its end: `six months to June 2024`."""
    is_to_date = head.form.family == TO_DATE
    is_long = is_to_date or head.months is not None
    match = forms.running_to.pattern.match(text, head.end) if is_long else None
    if match is None:
        return None
    _, said = forms.running_to.said(match)
    if head.label is not None and OPEN_YEAR not in head.label and "ended" not in said:
        return None
    year = year_in(said)
    if "month" in said:
        last = number_in(forms, said["month"])
        day = int(said["day"]) if "day" in said else None
        if head.months == 0:
            label = None if day is None else _days_to(text[head.start : head.end], last, day, year)
        else:
            label = ending(last if is_to_date else head.months or 0, last, year, day)
    else:
        label = _years_to(year, head.months or 0)
    if label is None:
        return None
    found = text[head.start : match.end()]
    return PeriodMention(
        found,
        head.start,
        match.end(),
        label,
        by_months=True,
        months=head.months,
    )


def _days_to(words: str, month: int, day: int, year: int | None) -> str:
    """Name days or weeks to a day by their words, which no calendar dates: `week to 2024-12-14`."""
    told = OPEN_YEAR if year is None else year
    return f"{words.lower()} to {told}-{month:02}-{day:02}"


def _years_to(year: int | None, months: int) -> str | None:
    """Label whole years that end in one, which for a single year says no more than its fiscal name."""
    years, rest = divmod(months, 12)
    if rest or not years or year is None:
        return None
    return f"FY{year}" if years == 1 else f"{year - years + 1}/{year}"


def _range(forms: Forms, text: str, head: Head) -> PeriodMention | None:
    """Read two ends of one kind with what joins them: `from 2025 to 2028`, `April-June`."""
    family = head.form.family
    if head.label is None or family not in _ENDS:
        return None
    join = forms.joined.pattern.match(text, head.end)
    match = forms.heads.pattern.match(text, join.end()) if join else None
    if join is None or match is None:
        return None
    last = head_of(forms, match)
    if family != last.form.family or not _joins(forms, text, head, join):
        return None
    label = _joined(head.label, last.last_month or last.label)
    if label is None:
        return None
    end = last.end
    told = forms.range_end.pattern.match(text, end)
    if told is not None:
        end = told.end()
        year = year_in(forms.range_end.said(told)[1])
        label = label if year is None else in_year(label, year)
    by_months = family in _BY_MONTHS
    return PeriodMention(text[head.start : end], head.start, end, label, by_months=by_months)


def _joins(forms: Forms, text: str, head: Head, join: re.Match[str]) -> bool:
    """Tell whether what comes between two ends makes them one range: it may need words before."""
    needs = forms.joins[forms.joined.said(join)[0]]
    if needs.before is None or (needs.families and head.form.family not in needs.families):
        return True
    return needs.before.search(before(text, head.start)) is not None


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


def _alone(forms: Forms, text: str, head: Head) -> PeriodMention | None:
    """Read a mention by its first words; some need words around them to be one."""
    form = head.form
    found = text[head.start : head.end]
    if head.label is not None:
        if OPEN_YEAR in head.label and not _is_placed(text, head):
            return None
        by_months = form.family in _BY_MONTHS
        months = head.months if form.family == "length" else None
        return PeriodMention(
            found, head.start, head.end, head.label, by_months=by_months, months=months
        )
    covers = form.alone == "covers" or (form.alone is None and _covers(forms, text, head))
    relation = form.family if form.family in (TO_DATE, EARLIER, TRAILING, SPAN) else ""
    if (head.months is None and not relation) or not (covers or form.alone == "length"):
        return None
    return PeriodMention(
        found,
        head.start,
        head.end,
        None,
        months=head.months,
        covers=covers and relation in ("", TRAILING),
        relation=relation,
    )


def _is_placed(text: str, head: Head) -> bool:
    """Tell whether a month or day without a year is one: `may` and `March` are words and names."""
    form = head.form
    if form.before is None or form.before.search(before(text, head.start)) is not None:
        return True
    return form.after is not None and form.after.match(text, head.end) is not None


def _covers(forms: Forms, text: str, head: Head) -> bool:
    """Tell whether a length is what a figure sums up, as in `annual profit` or `full year`."""
    lead = before(text, head.start)
    if forms.summed.match(text, head.end) is not None:
        return forms.streak.search(lead) is None
    if head.form.before is None or forms.not_summed.match(text, head.end) is not None:
        return False
    return head.form.before.search(lead) is not None


def _at_end(forms: Forms, text: str, mention: PeriodMention) -> PeriodMention:
    """Take in `the end of` before a mention, or `as of`, which mean the last day of its period."""
    if mention.label is None or "/" in mention.label:
        return mention
    lead = before(text, mention.start)
    end = forms.last_day.search(lead)
    if end is None:
        is_state = forms.state.search(lead) is not None or _closes(forms, text, mention, lead)
        return replace(mention, at_end=True) if is_state else mention
    start = mention.start - len(lead) + end.start()
    return replace(mention, text=text[start : mention.end], start=start, at_end=True)


def _closes(forms: Forms, text: str, mention: PeriodMention, lead: str) -> bool:
    """Tell whether words around a period speak of its end: "ended 2024 with"."""
    if forms.closing is None:
        return False
    before, after = forms.closing
    return before.search(lead) is not None and after.match(text, mention.end) is not None


def _related(forms: Forms, text: str, mention: PeriodMention) -> PeriodMention:
    """Take in `since` or `by` before a mention, which part a figure from its period."""
    if mention.label is None:
        return mention
    lead = before(text, mention.start)
    if forms.incidental.search(lead) is not None:
        return mention
    is_single = "/" not in mention.label
    for relation in forms.relations:
        found = relation.before.search(lead)
        if found is not None and (is_single or not relation.is_single):
            return replace(mention, relation=relation.name, lead=found[0])
    return mention
