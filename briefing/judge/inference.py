"""Tell what the words of a quote say from what its author reads into them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from briefing.figures import names_period
from briefing.model.figures import UNKNOWN, Basis, Per

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.model.content import Item

BASIS_WORDS: dict[Basis, tuple[str, ...]] = {
    Basis.ACTUAL: ("reported", "grew", "rose", "fell", "was", "were", "saw"),
    Basis.PLAN: (
        "plan", "plans", "planned", "planning", "to invest", "will", "commit*", "announc*",
        "over the next",
    ),
    Basis.TARGET: ("target*", "goal*", "aim", "aims", "aimed", "aiming", "ambition*"),
    Basis.FORECAST: (
        "forecast*", "expect*", "predict*", "projected", "projection*", "could reach", "outlook",
    ),
    Basis.ESTIMATE: ("estimat*",),
    Basis.RUN_RATE: ("annualised", "annualized", "run rate", "run-rate"),
}  # fmt: skip
"""Words that show a figure's standing; a star stands for any ending."""
PER_WORDS: dict[Per, tuple[str, ...]] = {
    "year": (
        "a year", "per year", "each year", "every year", "annual", "annually", "yearly",
        "per annum",
    ),
    "total": ("total", "in all", "altogether", "overall", "combined", "over the next", "over the coming",
        "over the past", "over the last", "over the period", "sum of"),
}  # fmt: skip
"""Words that show whether a figure is of one year or of all."""


def inferences(item: Item, fiscal_year_end: str | None) -> Iterator[tuple[str, str]]:
    """Yield what an item says of its figure and its words do not, as (key, value).

    What is inherited from the claim, what is written `unknown` and what stands in the words is no
    inference. `fiscal_year_end` is the calendar of the claim's entity, for periods in the words.
    """
    quote = item.quote.text
    period = item.period
    if period and not period.is_unknown and not names_period(quote, period, fiscal_year_end):
        yield "period", period.label
    for what, own in (("measure", item.measure), ("scope", item.scope)):
        if own is not None and own != UNKNOWN and not _any((own,)).search(quote):
            yield what, own
    basis, per = item.basis, item.per
    if basis is not None and not _any(BASIS_WORDS[basis]).search(quote):
        yield "basis", basis
    if per is not None and not _any(PER_WORDS[per]).search(quote):
        yield "per", per


def says_per(text: str, per: Per) -> bool:
    """Tell whether a text says that its figure is of one year, or of all."""
    return _any(PER_WORDS[per]).search(text) is not None


@lru_cache(maxsize=512)
def _any(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Match any of some phrases as whole words, whatever their case and blanks."""
    spelled = (
        r"\s+".join(re.escape(word).replace(r"\*", r"\w*") for word in phrase.split())
        for phrase in phrases
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(spelled)})(?!\w)", re.IGNORECASE)
