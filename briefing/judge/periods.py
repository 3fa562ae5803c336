"""Give each item the period that its words name, else its claim's, and tell where the two differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.diagnostics import Diagnostic, diagnostic
from briefing.figures import (
    PeriodReader,
    label_to_write,
    names_period,
    other_period,
    periods_agree,
    periods_of,
    stated_period,
    told_period,
)
from briefing.judge.qualifiers import recent_quarter
from briefing.model.figures import Basis, Quantity
from briefing.model.periods import Period, PeriodMention
from briefing.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefing.model.content import Claim, Entity, Item, Source
    from briefing.model.figures import Figure

_RECENT_DAYS = 200
"""A quarter is the last one until the next is reported: three months, and up to three more."""
_MONTHS = {"hour": 0, "day": 0, "week": 0, "month": 1, "quarter": 3}
"""How long the times of rates are, but a year, see `item_period`."""


@dataclass(frozen=True, slots=True)
class Claimed:
    """Hold the period of a claim's figure: the declared one, else that of its statement."""

    period: Period | None
    mentions: tuple[PeriodMention, ...] = ()
    """The periods that the statement gives the figure."""
    calendar: str | None = None
    """The last day of the entity's fiscal year, as MM-DD."""
    language: str = ""
    """The BCP 47 tag of the statement."""
    per: str | None = None
    """What the claim's figure is for one of."""


@dataclass(frozen=True, slots=True)
class ItemPeriod:
    """Hold the period of an item's figure, and the words that make it another than its claim's."""

    period: Period | None
    other: PeriodMention | None = None
    denied: PeriodMention | None = None
    """The words that give the figure another period than its author does, without a reason."""


def claimed(claim: Claim, quantity: Quantity, language: str, entity: Entity | None) -> Claimed:
    """Read the period of a claim's figure; `language` is the BCP 47 tag of the statement."""
    text = claim.statement.text
    calendar = entity.fiscal_year_end if entity else None
    mentions = periods_of(text, quantity, language)
    reader = PeriodReader(language, calendar)
    period = claim.period or stated_period(text, mentions, reader)
    return Claimed(period, mentions, calendar, language, quantity.per)


def item_period(
    of: Claimed, item: Item, quantity: Quantity | None, claim: Claim, source: Source
) -> ItemPeriod:
    """Give the period of an item's figure: what its author wrote, what its words name, or the claim's.

    `quantity` is the figure that was read from the quote, or None for all that the quote says.
    """
    if item.period is not None or item.period_at is not None:
        return ItemPeriod(item.period or of.period, denied=_denied(of, item, quantity, source))
    reader = PeriodReader(source.language, of.calendar, source.published.period)
    other = other_period(
        item.quote.text,
        of.period,
        reader,
        quantity=quantity,
        claimed=of.mentions,
        is_stock=(item.basis or claim.basis) is Basis.ACTUAL,
    ) or _late_quarter(of.period, item, source)
    is_yearly = other is not None and other.label is None and other.months == 12
    if (
        other is None
        or (is_yearly and (item.per or claim.per) == "year")
        or _is_rate(other, of.per, quantity)
    ):
        return ItemPeriod(of.period)
    return ItemPeriod(told_period(other, of.period, reader), other)


def _is_rate(told: PeriodMention, per: str | None, quantity: Quantity | None) -> bool:
    """Tell the length of a rate that both figures have: "690 euros mensuels" under "720 euros par mois"."""
    if quantity is None or per is None or quantity.per != per or told.label is not None:
        return False
    return told.months == _MONTHS.get(per.rpartition(" ")[2])


def of_its_period(
    of: Claimed, item: Item, figures: Iterable[Quantity], claim: Claim, source: Source
) -> Quantity | None:
    """Give the one of several figures of a quote to which its words give the claim's period.

    None unless they name it for that figure, and another period for each of the rest.
    """
    if of.period is None or of.period.is_in_words or item.period_at is not None:
        return None
    reader = PeriodReader(source.language, of.calendar, source.published.period)
    text = item.quote.text
    alike: list[Quantity] = []
    for figure in figures:
        if item_period(of, item, figure, claim, source).other is not None:
            continue
        named = stated_period(text, periods_of(text, figure, source.language), reader)
        if alike or named is None or not periods_agree(named, of.period):
            return None
        alike.append(figure)
    return alike[0] if alike else None


def _denied(
    of: Claimed, item: Item, quantity: Quantity | None, source: Source
) -> PeriodMention | None:
    """Find the period of a figure in its own words where its author wrote another beside no reason.

    A quote that does not name the written period at all is an inference, which is asked for its reason.
    """
    if item.period is None or item.period.is_unknown or item.because or quantity is None:
        return None
    reader = PeriodReader(source.language, of.calendar, source.published.period)
    if not names_period(item.quote.text, item.period, reader):
        return None
    return other_period(item.quote.text, item.period, reader, quantity=quantity, is_stock=False)


def _late_quarter(period: Period | None, item: Item, source: Source) -> PeriodMention | None:
    """Find "last quarter" in an article that appeared long after the period that it inherits."""
    appeared = source.published.period.start if source.published.period else None
    if period is None or period.end is None or appeared is None:
        return None
    found = recent_quarter(item.quote.text, source.language)
    if found is None or (appeared - period.end).days <= _RECENT_DAYS:
        return None
    return PeriodMention(item.quote.text[slice(*found)], *found, None, months=3)


def check_item_period(of: Claimed, item: Item, told: ItemPeriod) -> Iterator[Diagnostic]:
    """Warn that a quote names another period than it would inherit, so that it is not compared."""
    other = told.other
    if told.denied is not None and item.period is not None:
        at = item.period_at or item.quote.at
        message = f"the quote gives its figure '{told.denied.words}', not {item.period.label}"
        hint = "give the item that period, or explain with 'because' which is meant"
        yield diagnostic("period-differs", at, message, hint=hint)
    if other is None or item.listed == "mentions":
        return
    at = item.quote.inside(other.start, other.end)
    label = label_to_write(other, of.period, of.calendar)
    if of.period is None:
        message = (
            f"the quote names '{other.words}' and the claim no period, so they are not compared"
        )
        hint = f"give the claim its period{f', such as  period: {label}' if label else ''}"
        yield diagnostic("period-differs", at, message, hint=hint)
        return
    whose = "is about" if of.period.is_in_words else "has the period"
    message = (
        f"the quote names '{other.words}' and the claim {whose} {of.period.label}, "
        "so they are not compared"
    )
    hint = "give the item the period that is meant, with a 'because'"
    if label:
        hint = f"give the item its own period, such as  period: {label}"
    if other.label is not None and other.label.startswith("FY") and of.calendar is None:
        hint = "declare the entity's fiscal_year_end in briefing.yaml, so that its days are known"
    yield diagnostic("period-differs", at, message, hint=hint)


def check_declared_period(
    claim: Claim, figure: Figure | None, of: Claimed, language: str
) -> Iterator[Diagnostic]:
    """Warn of a claim whose statement names another period than it declares."""
    if figure is None or claim.period is None:
        return
    reader = PeriodReader(language, of.calendar)
    other = other_period(
        claim.statement.text, claim.period, reader, quantity=figure.quantity, is_stock=False
    )
    if other is None or told_period(other, claim.period, reader).is_in_words:
        return
    at = claim.statement.inside(other.start, other.end)
    message = f"the statement names '{other.words}' and declares the period {claim.period.label}"
    hint = "leave out the period, which the statement names, or say the same in both"
    yield diagnostic("period-differs", at, message, hint=hint)
