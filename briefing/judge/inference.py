"""Tell what the words of a quote say from what its author reads into them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.figures import mentioned, other_period
from briefing.model.figures import UNKNOWN, Basis

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.model.content import Claim, Evidence

BASIS_WORDS: dict[Basis, tuple[str, ...]] = {
    Basis.ACTUAL: ("reported", "grew", "rose", "fell", "was", "were", "saw"),
    Basis.PLAN: ("plan", "to invest", "will", "commit", "announc", "over the next"),
    Basis.TARGET: ("target", "goal", "aim", "ambition"),
    Basis.FORECAST: ("forecast", "expect", "predict", "project", "could reach", "outlook"),
    Basis.ESTIMATE: ("estimat", "about", "roughly", "approximately"),
    Basis.RUN_RATE: ("annualised", "annualized", "run rate", "run-rate"),
}
"""Beginnings of words that show a figure's standing."""


def inferences(
    evidence: Evidence, claim: Claim, fiscal_year_end: str | None
) -> Iterator[tuple[str, str]]:
    """Yield what an item says of its figure and its words do not, as (key, value).

    What is written `unknown`, what equals the claim's own and what stands in the words is no
    inference. `fiscal_year_end` is the calendar of the claim's entity, for periods in the words.
    """
    words = evidence.quote.text.casefold()
    period = evidence.period
    if period is not None and not period.is_unknown:
        quote = evidence.quote.text
        named = any(mention.label is not None for mention in mentioned(quote))
        unsaid = period != claim.period and not named
        if unsaid or other_period(quote, period, fiscal_year_end) is not None:
            yield "period", period.label
    for what, own, claimed in (
        ("measure", evidence.measure, claim.measure),
        ("scope", evidence.scope, claim.scope),
    ):
        stated = own is None or own.casefold() in words
        if own is not None and own not in (UNKNOWN, claimed) and not stated:
            yield what, own
    basis = evidence.basis
    said = basis is None or any(word in words for word in BASIS_WORDS[basis])
    if basis is not None and basis != claim.basis and not said:
        yield "basis", basis
