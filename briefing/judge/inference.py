"""Tell what the words of a quote say from what its author reads into them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.figures import names_period
from briefing.judge.qualifiers import says_per, shows_basis, whole_words
from briefing.model.figures import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.model.content import Item


def inferences(item: Item, fiscal_year_end: str | None, language: str) -> Iterator[tuple[str, str]]:
    """Yield what an item says of its figure and its words do not, as (key, value).

    What is inherited from the claim, what is written `unknown` and what stands in the words is no
    inference. `fiscal_year_end` is the calendar of the claim's entity, for periods in the words, and
    `language` the BCP 47 tag of its quote: a language without tables says no basis and no rate.
    """
    quote = item.quote.text
    period = item.period
    if (
        period
        and not period.is_unknown
        and not names_period(quote, period, language, fiscal_year_end)
    ):
        yield "period", period.label
    for what, own in (("measure", item.measure), ("scope", item.scope)):
        if own is not None and own != UNKNOWN and not whole_words((own,)).search(quote):
            yield what, own
    basis, per = item.basis, item.per
    if basis is not None and not shows_basis(quote, basis, language):
        yield "basis", basis
    if per is not None and not says_per(quote, per, language):
        yield "per", per
