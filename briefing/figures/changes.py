"""Tell what a change is measured from: the same time a year before, the quarter before."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from briefing.figures.periods import RATIOS, beside, is_change
from briefing.language import known, table
from briefing.language.parting import parted
from briefing.model.figures import Quantity, Sign
from briefing.model.periods import Period, PeriodMention
from briefing.patterns import compiled

_PLACE: Final = re.compile(r"\{(\w+)\}")
_YEAR: Final = "year"
_DAYS_OF_YEAR: Final = range(360, 371)


def base_of(text: str, quantity: Quantity, language: str) -> tuple[str, str] | None:
    """Give the base that words give a change, by its name in the table, with these words.

    `quantity` was read from the text, whose BCP 47 tag is `language`. A level has no base.
    """
    tables = known(language)
    if tables is None or not _may_change(quantity):
        return None
    words = parted(text, language)
    if words is not None:
        return base_of(words.text, words.into(quantity), language)
    told = [
        PeriodMention(match[0], match.start(), match.end(), match.lastgroup)
        for match in _bases(tables).finditer(text)
    ]
    if not told:
        return None
    own = beside(text, quantity, told, tables)
    return (own[0].label or "", own[0].text) if own else None


def base_of_period(quantity: Quantity, period: Period | None) -> str | None:
    """Give the base that goes without saying: a change in a year is one from the year before."""
    if period is None or period.start is None or period.end is None or not is_change(quantity):
        return None
    return _YEAR if (period.end - period.start).days + 1 in _DAYS_OF_YEAR else None


def _may_change(quantity: Quantity) -> bool:
    return quantity.kind in RATIOS or quantity.sign is not Sign.UNSAID


@cache
def _bases(language: str) -> re.Pattern[str]:
    held = table(language, "changes")
    places = held["placeholders"]
    rows = (
        f"(?P<{row['is']}>{'|'.join(_PLACE.sub(lambda one: places[one[1]], word) for word in row['words'])})"
        for row in held["base"]
    )
    return compiled(rf"(?<!\w)(?:{'|'.join(rows)})(?!\w)", re.VERBOSE | re.IGNORECASE)
