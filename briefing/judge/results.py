"""Hold what quotes say without a figure of one period to that period: "profits fell on higher spending".

Two quotes that name different periods, or none, do not speak of one result, as with figures.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.diagnostics import Diagnostic, Related, diagnostic
from briefing.figures import PeriodReader, names_period, periods_agree, periods_of, stated_period
from briefing.judge.periods import Claimed, check_item_period, item_period
from briefing.judge.qualifiers import is_result
from briefing.judge.translation import heard
from briefing.model.judged import Stance
from briefing.values import replace

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.judge.court import Court
    from briefing.judge.stances import Stated
    from briefing.model.content import Claim, Item, Source
    from briefing.model.periods import Period

Heard = tuple["Item", "Stated"]
"""An item as written, and what was made of it."""


def as_results(
    claim: Claim, stated: Sequence[Heard], court: Court
) -> tuple[list[Heard], list[Diagnostic]]:
    """Hold the items of a claim without a figure to one period, where it states a result.

    Those of another period only mention the claim. Those that name none count, and are marked as
    undated where other articles speak on the claim. One article alone that says one thing is held to
    nothing.
    """
    own = court.settings.language
    if claim.kind is not None or not is_result(claim.statement.text, own):
        return list(stated), []
    speaking = {
        (item.source, one.stance) for item, one in stated if one.stance is not Stance.MENTIONS
    }
    if len(speaking) < _TWO:
        return list(stated), []
    of = _claimed(claim, court)
    held: list[Heard] = []
    found: list[Diagnostic] = []
    for item, one in stated:
        judged = _held(of, claim, item, one, court)
        held.append((item, judged))
        if judged.told is not None:
            found.extend(check_item_period(of, item, judged.told))
    return held, [*found, *_check_undated(of, held)]


_TWO = 2


def _claimed(claim: Claim, court: Court) -> Claimed:
    entity = court.entity(claim)
    calendar = entity.fiscal_year_end if entity else None
    text, language = claim.statement.text, court.settings.language
    mentions = periods_of(text, None, language)
    period = claim.period or stated_period(text, mentions, PeriodReader(language, calendar))
    return Claimed(period, mentions, calendar)


def _held(of: Claimed, claim: Claim, item: Item, one: Stated, court: Court) -> Stated:
    if one.stance is Stance.MENTIONS:
        return one
    item, source = heard(item, court.sources[item.source], court.settings.language)
    told = item_period(of, item, None, claim, source)
    if not periods_agree(of.period, told.period):
        return replace(one, stance=Stance.MENTIONS, told=told)
    return replace(one, is_undated=item.period is None and not _names(item, of.period, of, source))


def _names(item: Item, period: Period | None, of: Claimed, source: Source) -> bool:
    text = item.quote.text
    if period is None:
        return False
    if period.label.casefold() in text.casefold():
        return True
    return names_period(
        text, period, PeriodReader(source.language, of.calendar, source.published.period)
    )


def _check_undated(of: Claimed, held: Sequence[Heard]) -> Iterator[Diagnostic]:
    """Say once which quotes do not tell the period of their result."""
    undated = [item for item, one in held if one.is_undated]
    if not undated:
        return
    message = "the quote does not say of which period its result is"
    others = tuple(Related(item.quote.at, message) for item in undated[1:])
    hint = "give the item the period that is meant, with a 'because', or list it under 'mentions'"
    if of.period is None:
        message = f"{message}, nor does the claim"
        hint = "name the period in the claim, and list what may be of another one under 'mentions'"
    yield diagnostic("result-undated", undated[0].quote.at, message, related=others, hint=hint)
