"""Tell what the words of a quote say from what its author reads into them, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.figures import PeriodReader, names_period
from briefing.judge.qualifiers import says_per, shows_basis, whole_words
from briefing.model.content import ALL, STANCE
from briefing.model.periods import UNKNOWN
from briefing.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from briefing.model.content import Item


@dataclass(frozen=True, slots=True)
class Explained:
    """What an item's author gives reasons for. A reason holds for one thing only."""

    inferred: str | None
    """Why the words mean what they do not say of the figure."""
    stance: str | None
    """Why the words speak for or against the claim, or only mention it, as they are listed."""
    rest: str | None
    """All reasons that are not for `inferred`, to be shown."""
    missing: tuple[tuple[str, str], ...]
    """What is inferred without a reason, as (key, value)."""


def explained(item: Item, reader: PeriodReader) -> Explained:
    """Tell what an item's reasons explain.

    A lone text explains all that is inferred. It explains the stance only where nothing else could be
    meant. `reader` is as for `inferences`.
    """
    read_in = tuple(inferences(item, reader))
    lone = item.because.get(ALL)
    named = item.attributed_to is None or whole_words((item.attributed_to,)).search(item.quote.text)
    if lone is not None and read_in:
        return Explained(lone, None, None, ())
    if lone is not None:
        return Explained(None, lone if named else None, lone, ())
    keys = {what for what, _ in read_in}
    why = {what: reason for what, reason in item.because.items() if what in keys}
    rest = {what: reason for what, reason in item.because.items() if what not in keys}
    missing = tuple((what, value) for what, value in read_in if what not in why)
    return Explained(_joined(why), item.because.get(STANCE), _joined(rest), missing)


def _joined(reasons: Mapping[str, str]) -> str | None:
    return "; ".join(dict.fromkeys(reasons.values())) or None


def inferences(item: Item, reader: PeriodReader) -> Iterator[tuple[str, str]]:
    """Yield what an item says of its figure and its words do not, as (key, value).

    What is inherited from the claim, what is written `unknown` and what is in the words is no
    inference. `reader` reads periods of its quote; a language without tables says no basis and no rate.
    """
    language = reader.language
    quote = item.quote.text
    period = item.period
    if period and not period.is_unknown and not names_period(quote, period, reader):
        yield "period", period.label
    for what, own in (("measure", item.measure), ("scope", item.scope)):
        if own is not None and own != UNKNOWN and not whole_words((own,)).search(quote):
            yield what, own
    basis, per = item.basis, item.per
    if basis is not None and not shows_basis(quote, basis, language):
        yield "basis", basis
    if per is not None and not says_per(quote, per, language):
        yield "per", per
