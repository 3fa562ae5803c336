"""Find the periods that prose names, so that a quote about another period than its claim's is seen."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from briefing.figures.numerals import WORDS
from briefing.figures.numerals import written as number_written
from briefing.figures.periods import parse_period
from briefing.model.figures import Period, PeriodMention

_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
_PLACES: Final = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
}
_LENGTHS: Final = {"year": 12, "quarter": 3, "month": 1, "decade": 120}

_MONTH = rf"(?:{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\.?"
_YEAR = r"(?:19|20)[0-9]{2}"
_SHORT = rf"(?:{_YEAR}|'?[0-9]{{2}}(?![0-9]))"
_PLACE = "|".join(_PLACES)
_FISCAL = r"(?:FY|fiscal(?:\syear)?|financial\syear)"
_NUMBER = rf"[0-9]{{1,3}}|{WORDS}"

_FORMS: Final = re.compile(
    rf"""(?<![\w$€£¥.,/])(?:
    (?=[0-9])(?:
        (?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<day_month>{_MONTH}),?\s(?P<day_year>{_YEAR})
      | (?P<iso>{_YEAR}-[0-9]{{2}}-[0-9]{{2}})
      | (?P<slashed>[0-9]{{1,2}}/[0-9]{{1,2}}/{_YEAR})
      | (?P<bq>[1-4])Q\s?(?P<bq_fy>FY\s?)?(?P<bq_year>{_SHORT})
      | (?P<bh>[12])H\s?(?P<bh_year>{_SHORT})
    )
  | (?=[jfmasond])(?:
        (?P<named_month>{_MONTH})[\s-](?:(?P<named_between>{_YEAR})\s)?quarter
            (?:,?\s(?:of\s)?(?P<named_year>{_YEAR}))?
      | (?P<us_month>{_MONTH})\s(?P<us_day>[0-9]{{1,2}})(?:st|nd|rd|th)?,?\s(?P<us_year>{_YEAR})
      | (?P<month>{_MONTH}),?\s(?P<month_year>{_YEAR})
    )
  | (?=[qt])(?:quarter|three\smonths)\s(?:ended|ending|to)\s(?:in\s)?(?:[0-9]{{1,2}}\s)?
        (?P<to_month>{_MONTH})(?:\s[0-9]{{1,2}})?,?\s(?P<to_year>{_YEAR})
  | (?=[fyt1])(?P<year_to>(?:fiscal\s)?year|twelve\smonths|12\smonths)\s(?:ended|ending|to)\s(?:in\s)?
        (?:[0-9]{{1,2}}\s)?(?P<year_month>{_MONTH})(?:\s[0-9]{{1,2}})?,?\s(?P<year_year>{_YEAR})
  | (?=[fqst1-4])(?P<q_fiscal>fiscal\s)?(?:Q(?P<q>[1-4])|(?P<q_place>{_PLACE})[\s-]quarter)
        (?:[\s-]?(?:of\s|in\s)?(?:the\s)?(?P<q_fy>{_FISCAL}\s?)?(?P<q_year>{_SHORT}))?
  | (?=[f12])(?P<yq_fy>{_FISCAL}\s?)?(?P<yq_year>{_YEAR})[\s-]
        (?:Q(?P<yq>[1-4])|(?P<yq_place>{_PLACE})[\s-]quarter)
  | (?=[fhs])(?P<h_fiscal>fiscal\s)?(?:H(?P<h>[12])|(?P<h_place>first|second)[\s-]half)
        (?:\s?(?:of\s)?(?:the\s)?(?P<h_fy>{_FISCAL}\s?)?(?P<h_year>{_SHORT}))?
  | (?=f)(?P<fy>{_FISCAL})\s?(?P<fy_year>{_SHORT})
  | (?=[tlp])(?P<ttm>(?:trailing|last|past)[\s-](?:twelve|12)[\s-]months?|TTM|LTM)
  | (?=[oiwdfatnplc])(?:
        (?:(?:over|in|within|during|for|across|through)\s(?:the\s)?)?
        (?:next|past|last|coming|previous|following)\s
            (?P<length>{_NUMBER})[\s-](?P<length_unit>year|quarter|month|decade)s?
      | (?:over|within|across|in|during|for)\s(?:a\s)?
            (?P<span>{_NUMBER})[\s-](?P<span_unit>year|quarter|month|decade)s?
    )
  | (?=[12])(?:
        (?P<from_year>{_YEAR})[/–-](?P<until_year>{_YEAR}|[0-9]{{2}}(?![0-9]))
      | (?P<year>{_YEAR})
    )
    )(?![\w%])(?![,.][0-9])""",
    re.VERBOSE | re.IGNORECASE,
)


_DATED: Final = re.compile(r"[12][09][0-9]{2}|[1-4][QqHh]|[QqHh][1-4]|[Ff][Yy]|[TtLl][Tt][Mm]")
_HINTS: Final = (
    "quarter", "Quarter", "QUARTER", "half", "Half", "iscal", "inancial year", "month", "years",
    "decade", "railing", "past twelve", "last twelve",
)  # fmt: skip


def mentioned(text: str) -> tuple[PeriodMention, ...]:
    """Give the periods that a text names, in order; offsets are code points of it, from 0.

    A quarter or half that no year follows has the label `Q4` or `H1`. Quarters by number may be
    calendar or fiscal, and keep the calendar's label unless the words say fiscal.
    """
    return tuple(_mentions(text)) if _may_name_periods(text) else ()


def other_period(
    text: str, period: Period, fiscal_year_end: str | None = None
) -> PeriodMention | None:
    """Give the first period that a quote names where none that it names is `period`.

    Lengths of time and single days inside the period say nothing against it; a quarter by number
    may be meant by the calendar or by the entity's fiscal year, so both readings must differ.
    """
    if period.start is None or period.end is None:
        return None
    others = []
    for mention in mentioned(text):
        if mention.label is None:
            continue
        readings = _readings(mention, mention.label, period, fiscal_year_end)
        if any((read.start, read.end) == (period.start, period.end) for read in readings):
            return None
        if readings and not any(_is_day_inside(read, period) for read in readings):
            others.append(mention)
    return others[0] if others else None


def _readings(
    mention: PeriodMention, label: str, period: Period, fiscal_year_end: str | None
) -> list[Period]:
    """Give the periods a label can mean; a quarter without a year takes the year of `period`."""
    labels = [label]
    if label[0] in "QH" and period.end is not None:
        years = (period.end.year - 1, period.end.year, period.end.year + 1)
        labels = [f"{year}-{label}" for year in years]
    may_be_fiscal = not mention.by_months and not label.startswith("FY")
    if fiscal_year_end and may_be_fiscal and ("Q" in label or "H" in label):
        labels += [f"FY{each}" for each in labels]
    parsed = [parse_period(each, fiscal_year_end) for each in labels]
    return [each for each in parsed if isinstance(each, Period)]


def _is_day_inside(day: Period, period: Period) -> bool:
    if day.start is None or period.start is None or period.end is None or day.start != day.end:
        return False
    return period.start <= day.start <= period.end


def _may_name_periods(text: str) -> bool:
    """Tell in passing whether `_FORMS` could match: most quotes name no period at all."""
    return (
        _DATED.search(text) is not None
        or any(hint in text for hint in _HINTS)
        or text.count("-year") > text.count("over-year") + text.count("on-year")
    )


def _mentions(text: str) -> Iterator[PeriodMention]:
    for match in _FORMS.finditer(text):
        found = {name: value for name, value in match.groupdict().items() if value is not None}
        length = _length(found)
        label = None if length else _label(found)
        if label is not None or length is not None:
            by_months = "named_month" in found or "to_month" in found
            yield PeriodMention(
                match[0], match.start(), match.end(), label, by_months=by_months, months=length
            )


def _length(found: dict[str, str]) -> int | None:
    """Give the months of a length of time, or None where the match is none."""
    if "ttm" in found:
        return 12
    for name in ("length", "span"):
        if name in found:
            number = number_written(found[name].lower())
            return int(number.value) * _LENGTHS[found[f"{name}_unit"].lower()] if number else None
    return None


def _label(found: dict[str, str]) -> str | None:
    for form, reader in _READERS.items():
        if form in found:
            return reader(found)
    return None


def _month(name: str) -> int:
    return _MONTHS[name.lower().rstrip(".")]


def _year(short: str) -> str:
    digits = short.lstrip("'")
    return digits if len(digits) == 4 else f"20{digits}"


def _date(day: str, month: str, year: str) -> str:
    return f"{year}-{_month(month):02}-{int(day):02}"


def _slashed(found: dict[str, str]) -> str | None:
    """Read 24/02/2025; None where day and month could be either."""
    one, other, year = found["slashed"].split("/")
    if int(one) > 12 >= int(other):
        return f"{year}-{int(other):02}-{int(one):02}"
    if int(other) > 12 >= int(one):
        return f"{year}-{int(one):02}-{int(other):02}"
    return f"{year}-{int(one):02}-{int(other):02}" if one == other else None


def _quarter_to(month: int, year: str | None) -> str | None:
    """Give the label of the three months that end with `month`."""
    if month % 3 == 0:
        return f"{year}-Q{month // 3}" if year else f"Q{month // 3}"
    if year is None:
        return None
    first = month - 2
    start = f"{year}-{first:02}" if first > 0 else f"{int(year) - 1}-{first + 12:02}"
    return f"{start}/{year}-{month:02}"


def _named_quarter(found: dict[str, str]) -> str | None:
    year = found.get("named_between") or found.get("named_year")
    return _quarter_to(_month(found["named_month"]), year)


def _year_to(found: dict[str, str]) -> str:
    return f"TTM-{found['year_year']}-{_month(found['year_month']):02}"


def _part(found: dict[str, str], form: str, letter: str) -> str | None:
    """Read a quarter or half by number, whose groups all start with `form`."""
    number = found.get(form) or str(_PLACES[found[f"{form}_place"].lower()])
    if f"{form}_year" not in found:
        return f"{letter}{number}"
    fiscal = "FY" if f"{form}_fiscal" in found or f"{form}_fy" in found else ""
    return f"{fiscal}{_year(found[f'{form}_year'])}-{letter}{number}"


def _years(found: dict[str, str]) -> str | None:
    first, last = found["from_year"], found["until_year"]
    last = last if len(last) == 4 else first[:2] + last
    return f"{first}/{last}" if first < last else None


_READERS: Final[dict[str, Callable[[dict[str, str]], str | None]]] = {
    "day": lambda found: _date(found["day"], found["day_month"], found["day_year"]),
    "iso": lambda found: found["iso"],
    "slashed": _slashed,
    "named_month": _named_quarter,
    "to_month": lambda found: _quarter_to(_month(found["to_month"]), found["to_year"]),
    "year_to": _year_to,
    "us_month": lambda found: _date(found["us_day"], found["us_month"], found["us_year"]),
    "month": lambda found: f"{found['month_year']}-{_month(found['month']):02}",
    "q": lambda found: _part(found, "q", "Q"),
    "q_place": lambda found: _part(found, "q", "Q"),
    "bq": lambda found: _part(found, "bq", "Q"),
    "yq": lambda found: _part(found, "yq", "Q"),
    "yq_place": lambda found: _part(found, "yq", "Q"),
    "h": lambda found: _part(found, "h", "H"),
    "h_place": lambda found: _part(found, "h", "H"),
    "bh": lambda found: _part(found, "bh", "H"),
    "fy": lambda found: f"FY{_year(found['fy_year'])}",
    "from_year": _years,
    "year": lambda found: found["year"],
}
"""How each form of `_FORMS` becomes a label, by the group that tells the form."""
