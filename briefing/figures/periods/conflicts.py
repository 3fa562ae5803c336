"""Tell whether a quote is about another period than the one it inherits, and which to write."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from briefing.figures.periods.governing import Governing, governing
from briefing.figures.periods.meanings import (
    BY,
    Named,
    PeriodReader,
    dated,
    fits,
    is_day_inside,
    is_same,
    is_sum,
    meanings,
    months_of,
    named,
    narrowed,
    year_before,
)
from briefing.figures.periods.mentions import EARLIER, SPAN, TO_DATE
from briefing.figures.periods.telling import Telling, telling_of
from briefing.language import known
from briefing.language.parting import parted
from briefing.model.figures import Quantity, QuantityKind, Sign
from briefing.model.periods import Period, PeriodMention
from briefing.values import replace

_YEAR_MONTHS: Final = 12
_MONTH_OR_DAY: Final = re.compile(r"[0-9{}a-z]+-[0-9]{2}(?P<day>-[0-9]{2})?")

COMPARED: Final = "compared"
"""The relation of a period that words compare a figure with, or give another one."""


def other_period(
    text: str,
    period: Period | None,
    reader: PeriodReader,
    *,
    quantity: Quantity | None = None,
    claimed: tuple[PeriodMention, ...] = (),
    is_stock: bool = True,
) -> PeriodMention | None:
    """Give the first period that a quote gives its figure where none that it gives is `period`.

    `quantity` is the figure, read from the text; without one, all that the text names counts. Single
    days inside the period say nothing against it, unless the figure is a stock, told as of that day;
    nor do days on which something was said. A quarter by number may be meant by the calendar or by
    the entity's fiscal year, so both readings must differ. A length that a figure covers ("full-year
    profit") is held to the period's own. What no calendar dates, and what a length says, is no other
    than the period where the claim itself, whose figure has the periods `claimed`, says the same; a
    `period` in words is held to these alone. A period that words give another figure is none of this
    one: it is answered with the relation `compared`.
    """
    tables = known(reader.language)
    if tables is None or (period and period.is_unknown and not period.is_in_words):
        return None
    words = parted(text, reader.language)
    if words is not None:
        other = other_period(
            words.text,
            period,
            reader,
            quantity=words.into(quantity) if quantity else None,
            claimed=claimed,
            is_stock=is_stock,
        )
        return words.out(other) if other else None
    governed = governing(text, quantity, tables)
    own = narrowed([dated(one, reader) for one in governed.own])
    own = [year_before(one, governed.others, tables) for one in own]
    keys = frozenset(map(named, claimed))
    if (span := _other_span(own, claimed, quantity)) is not None:
        return span
    if period is None or period.is_in_words:
        return _in_other_words(text, own, keys, telling_of(tables))
    judged = _Judged(text, period, reader, telling_of(tables), keys, quantity, is_stock)
    return judged.other(own) or (None if judged.is_named else judged.compared(governed, own))


class _Judged:
    """Holds the periods of a figure to one that has dates."""

    def __init__(
        self,
        text: str,
        period: Period,
        reader: PeriodReader,
        telling: Telling,
        claimed: frozenset[Named],
        quantity: Quantity | None,
        is_stock: bool,  # noqa: FBT001
    ) -> None:
        self.text, self.period, self.telling = text, period, telling
        self.reader, self.calendar, self.claimed = reader, reader.fiscal_year_end, claimed
        self.is_change = quantity is not None and quantity.sign is not Sign.UNSAID
        self.is_of_a_day = quantity is not None and is_stock
        self.is_named = False

    def other(self, own: Sequence[PeriodMention]) -> PeriodMention | None:
        """Give the first that is another period; sets `is_named` where one is the period itself."""
        others = []
        lengths, is_length_said = self._lengths(own)
        for mention in own:
            if mention.relation == EARLIER and named(mention) not in self.claimed:
                return mention
            if mention.label is None:
                others += [mention] if self._is_longer(mention) else []
                continue
            meant = meanings(mention, self.period, self.telling, self.calendar)
            if self._is_period(mention, meant):
                self.is_named = True
            elif self._speaks(mention, meant) and not self._is_claimed(mention, meant):
                others.append(mention)
        if self.is_named:
            return lengths[0] if lengths and not self.is_change else None
        if others:
            return others[0]
        return lengths[0] if lengths and not is_length_said else None

    def compared(self, governed: Governing, own: Sequence[PeriodMention]) -> PeriodMention | None:
        """Give the period itself where words give it another figure, and this one none."""
        if any(mention.label is not None for mention in own):
            return None
        for said in governed.others:
            mention = dated(said, self.reader)
            meant = meanings(mention, self.period, self.telling, self.calendar)
            if any(is_same(read, self.period) for read in meant):
                return replace(mention, relation=COMPARED)
        return None

    def _lengths(self, own: Sequence[PeriodMention]) -> tuple[list[PeriodMention], bool]:
        """Give the lengths that are not the period's, and whether one is."""
        if not is_sum(self.period):
            return [], False
        covering = [
            one for one in own if one.label is None and (one.covers or one.relation == TO_DATE)
        ]
        other = [one for one in covering if not fits(one, self.period, self.reader)]
        unclaimed = [one for one in other if named(one) not in self.claimed]
        return unclaimed, len(other) < len(covering)

    def _is_longer(self, mention: PeriodMention) -> bool:
        """Tell whether years over which something goes on are more than the period, and than the claim's."""
        is_short = self.period.start is not None and months_of(self.period) <= _YEAR_MONTHS
        is_span = mention.relation == SPAN and (mention.months or 0) > _YEAR_MONTHS
        lengths = {months for label, months, _, _ in self.claimed if label is None}
        return is_short and is_span and mention.months not in lengths

    def _is_period(self, mention: PeriodMention, meant: list[Period]) -> bool:
        if mention.relation not in ("", BY):
            return False
        if any(mention.relation != relation and named(replace(mention, relation=relation)) in self.claimed
               for relation in ("", BY)):  # fmt: skip
            return False
        return any(is_same(read, self.period) for read in meant)

    def _is_claimed(self, mention: PeriodMention, meant: list[Period]) -> bool:
        """Tell whether the claim says the same in words that no calendar dates, or that name a day in it."""
        is_undated = not meant or mention.relation not in ("", BY)
        inside = any(is_day_inside(read, self.period) for read in meant)
        return (is_undated or inside) and named(mention) in self.claimed

    def _speaks(self, mention: PeriodMention, meant: list[Period]) -> bool:
        """Tell whether a mention that is not the period speaks against it."""
        period = self.period
        if not meant or mention.relation not in ("", BY):
            return True
        if period.start != period.end and _is_said(self.text, mention, self.telling):
            return False
        if not any(is_day_inside(read, period) for read in meant):
            return True
        if any(read.end == period.end for read in meant):
            return mention.relation == BY and self._is_claimed_whole(mention)
        return mention.at_end or self.is_of_a_day

    def _is_claimed_whole(self, mention: PeriodMention) -> bool:
        """Tell whether the claim speaks of all of a period by whose end something was so."""
        return any(
            label == mention.label and not at_end and not relation
            for label, _, at_end, relation in self.claimed
        )


def _other_span(
    own: Sequence[PeriodMention], claimed: Sequence[PeriodMention], quantity: Quantity | None
) -> PeriodMention | None:
    """Give a span ahead (`over the next five years`) where the claim says another."""
    if quantity is not None and quantity.kind is QuantityKind.DURATION:
        return None
    spans, known_spans = (
        [
            one
            for one in held
            if one.label is None and one.months and not one.covers and one.relation in ("", SPAN)
        ]
        for held in (own, claimed)
    )
    lengths = {one.months for one in known_spans}
    if not lengths or any(one.months in lengths for one in spans):
        return None
    return spans[0] if spans else None


def _in_other_words(
    text: str, own: Sequence[PeriodMention], claimed: frozenset[Named], telling: Telling
) -> PeriodMention | None:
    """Give the first period that a claim which names none with dates does not say in the same words."""
    told = [
        one
        for one in own
        if (one.label is not None or one.relation not in ("", SPAN))
        and not _is_said(text, one, telling)
    ]
    if any(named(one) in claimed for one in told):
        return None
    return told[0] if told else None


def is_told_beside(text: str, mention: PeriodMention, language: str) -> bool:
    """Tell whether something was said in a period that a text names; a text without tables says nothing."""
    tables = known(language)
    words = parted(text, language)
    if words is not None:
        return is_told_beside(words.text, words.into(mention), language)
    return tables is not None and _is_said(text, mention, telling_of(tables))


def _is_said(text: str, mention: PeriodMention, telling: Telling) -> bool:
    """Tell whether something was said on that day or in that month, whatever it was about."""
    found = _MONTH_OR_DAY.fullmatch(mention.label or "")
    if found is None or mention.at_end:
        return False
    return telling.is_said(text, mention, is_day=found["day"] is not None)
