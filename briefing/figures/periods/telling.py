"""Read the words around a period that is named, which tell whether a figure is of that period."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from briefing.figures.periods.mentions import before
from briefing.figures.periods.patterns import Spelling
from briefing.language import table
from briefing.model.periods import PeriodMention
from briefing.values import dataclass

_BEFORE_STOCK: Final = 60
"""How many code points before a stock are looked at."""


@dataclass(frozen=True, slots=True)
class Telling:
    """Hold such words of one language; patterns named `before` end where a mention starts."""

    change: re.Pattern[str]
    compared: re.Pattern[str]
    compared_change: re.Pattern[str]
    incidental: re.Pattern[str]
    before_day: re.Pattern[str]
    after_day: re.Pattern[str]
    before_month: re.Pattern[str]
    after_month: re.Pattern[str]
    stock_at: re.Pattern[str]
    before_stock: re.Pattern[str]

    def is_change(self, mention: PeriodMention) -> bool:
        """Tell whether words between two periods make the second the one that is meant."""
        return self.change.search(mention.text) is not None

    def is_compared(self, text: str, mention: PeriodMention, *, is_change: bool) -> bool:
        """Tell whether a figure, which may be a change, is compared with a period."""
        lead = before(text, mention.start)
        if self.compared.search(lead) is not None:
            return True
        is_one = mention.label is None or "/" not in mention.label
        return is_change and is_one and self.compared_change.search(lead) is not None

    def is_incidental(self, text: str, mention: PeriodMention) -> bool:
        """Tell whether a period says nothing of a figure: `founded in 1999`."""
        return self.incidental.search(before(text, mention.start)) is not None

    def is_said(self, text: str, mention: PeriodMention, *, is_day: bool) -> bool:
        """Tell whether something was said on that day or in that month, whatever it was about."""
        lead = self.before_day if is_day else self.before_month
        if lead.search(before(text, mention.start)) is not None:
            return True
        after = self.after_day if is_day else self.after_month
        return after.match(text, mention.end) is not None

    def is_as_of(self, text: str, mention: PeriodMention, stock_at: int) -> bool:
        """Tell whether a stock is of a day: `at 31 March it had`, `stood at … on 31 March`."""
        if self.stock_at.search(before(text, mention.start)) is not None:
            return True
        near = text[max(0, stock_at - _BEFORE_STOCK) : stock_at]
        return self.before_stock.search(near) is not None


@cache
def telling_of(language: str) -> Telling:
    """Make the patterns of a language of `languages()`."""
    held, spelling = table(language, "periods"), Spelling(language)
    said, stock = held["said"], held["stock"]
    return Telling(
        change=spelling.compiled(held["change"]["between"]),
        compared=spelling.leading(held["compared"]["before"]),
        compared_change=spelling.leading(held["compared"]["change"]),
        incidental=spelling.leading(held["incidental"]["before"]),
        before_day=spelling.leading(said["before_day"]),
        after_day=spelling.compiled(said["after_day"]),
        before_month=spelling.leading(said["before_month"]),
        after_month=spelling.compiled(said["after_month"]),
        stock_at=spelling.leading(stock["at"]),
        before_stock=spelling.leading(stock["before"]),
    )
