"""Tell what the words of a quote say from what its author reads into them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.figures import mentioned, other_period
from briefing.model.figures import UNKNOWN, Basis, Per

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.model.content import Evidence

BASIS_WORDS: dict[Basis, tuple[str, ...]] = {
    Basis.ACTUAL: ("reported", "grew", "rose", "fell", "was", "were", "saw"),
    Basis.PLAN: ("plan", "to invest", "will", "commit", "announc", "over the next"),
    Basis.TARGET: ("target", "goal", "aim", "ambition"),
    Basis.FORECAST: ("forecast", "expect", "predict", "project", "could reach", "outlook"),
    Basis.ESTIMATE: ("estimat", "about", "roughly", "approximately"),
    Basis.RUN_RATE: ("annualised", "annualized", "run rate", "run-rate"),
}
"""Beginnings of words that show a figure's standing."""
PER_WORDS: dict[Per, tuple[str, ...]] = {
    "year": ("a year", "per year", "each year", "every year", "annual", "yearly", "per annum"),
    "total": ("total", "in all", "altogether", "overall", "combined", "over the", "sum of"),
}
"""Words that show whether a figure is of one year or of all."""


def inferences(evidence: Evidence, fiscal_year_end: str | None) -> Iterator[tuple[str, str]]:
    """Yield what an item says of its figure and its words do not, as (key, value).

    What is inherited from the claim, what is written `unknown` and what stands in the words is no
    inference. `fiscal_year_end` is the calendar of the claim's entity, for periods in the words.
    """
    period = evidence.period
    if period is not None and not period.is_unknown:
        quote = evidence.quote.text
        said = _names_periods(quote, fiscal_year_end)
        if not said or other_period(quote, period, fiscal_year_end) is not None:
            yield "period", period.label
    words = evidence.quote.text.casefold()
    for what, own in (("measure", evidence.measure), ("scope", evidence.scope)):
        if own is not None and own != UNKNOWN and own.casefold() not in words:
            yield what, own
    basis, per = evidence.basis, evidence.per
    if basis is not None and not any(word in words for word in BASIS_WORDS[basis]):
        yield "basis", basis
    if per is not None and not any(word in words for word in PER_WORDS[per]):
        yield "per", per


def _names_periods(quote: str, fiscal_year_end: str | None) -> bool:
    """Tell whether words name a period that has a place in time.

    Lengths have none, nor has a fiscal year whose calendar nobody declared.
    """
    return any(
        mention.label is not None and (fiscal_year_end or not mention.label.startswith("FY"))
        for mention in mentioned(quote)
    )
