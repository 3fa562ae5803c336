"""Decide whether two figures agree, by the intervals that their written digits stand for.

The rule is the one that XBRL's guidance on duplicate facts uses for rounded numbers: two agree when
some value that rounds to both exists in more than a point. What surrounds it (scope, bounds, hedges)
is this project's own, and `docs/rules.md` states it for readers.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from briefing.figures.conversion import bases_agree, converted, is_declined
from briefing.figures.sizes import by_size, rounded, unsigned
from briefing.figures.variants import variants_apart
from briefing.model.figures import (
    AMBIGUOUS_YEN,
    Basis,
    Comparison,
    Figure,
    Obstacle,
    Outcome,
    Part,
    Quantity,
    Rule,
    Sign,
)
from briefing.model.periods import UNKNOWN, Period

if TYPE_CHECKING:
    from briefing.model.content import Rate

_YEAR: Final = "year"
_DAYS: Final = {
    "day": range(1, 2),
    "week": range(7, 8),
    "month": range(28, 32),
    "quarter": range(84, 93),
    "half": range(175, 185),
}
"""How many days the periods have after which bases of a change are named."""
_PADDED: Final = re.compile(r"[.,][0-9]*0(?![0-9])")
_LEAST_OF_A_YEAR: Final = 363
_MOST_OF_A_YEAR: Final = 371
"""Fiscal years of 53 weeks have 371 days."""


def compare(claim: Figure, item: Figure, rate: Rate | None = None) -> Comparison:
    """Compare an item's figure with its claim's.

    Two figures compare only when unit, measure, entity, period, basis, `per` and scope agree; else
    the obstacle is the first that does not. Nor do two changes from different bases; where only one of
    them names its base, they may agree and do not differ. An item in another unit of the same dimension
    is turned into the claim's, and people are also counted as what they do; `rate`, the claim's declared exchange rate, does so with its other currency.
    """
    turned = converted(item.quantity, claim.quantity, rate)
    quantity = turned or item.quantity
    is_also = quantity.unit in claim.also or claim.quantity.unit in item.also
    other = None if is_also else _unit_obstacle(claim.quantity, quantity)
    obstacle = other or _scope_obstacle(claim, item)
    if obstacle is not None:
        return Comparison(Outcome.NOT_COMPARABLE, obstacle)
    outcome, ground = by_size(claim.quantity, quantity)
    if outcome is Outcome.DIFFERENT and turned is not None:
        outcome, ground = rounded(claim.quantity, item.quantity) or (outcome, ground)
    if outcome is Outcome.DIFFERENT and claim.base != item.base:
        return Comparison(Outcome.NOT_COMPARABLE, Obstacle(Part.BASE, claim.base, item.base))
    if outcome is Outcome.SAME and _is_base_unsaid(claim, item.base):
        return Comparison(Outcome.COMPATIBLE, Rule.ONE_BASE, turned)
    return Comparison(outcome, ground, turned)


def _is_base_unsaid(claim: Figure, base: str | None) -> bool:
    """Tell whether a claim leaves open the base that an item names, and may well mean another.

    What goes without saying is the year before, or the time before of the length of its period.
    """
    if base is None or claim.base is not None or base == _YEAR:
        return False
    start, end = (claim.period.start, claim.period.end) if claim.period else (None, None)
    return start is None or end is None or (end - start).days + 1 not in _DAYS.get(base, ())


def quantities_agree(one: Quantity, other: Quantity) -> bool:
    """Tell whether a quantity in prose says the same as another, whatever either measures.

    Prose may leave a direction to its words: "a change of 14%" says the same as "fell 14%". It may
    round, but gives no digits, no bound and no range that the other does not.
    """
    other = converted(other, one, None) or other
    if Sign.UNSAID in (one.sign, other.sign):
        one, other = unsigned(one), unsigned(other)
    if _unit_obstacle(one, other) is not None:
        return False
    outcome, rule = by_size(one, other)
    if outcome is not Outcome.SAME or _sharpens(one, other):
        return False
    return rule is not Rule.INSIDE or _share_ends(one, other)


def _sharpens(one: Quantity, other: Quantity) -> bool:
    """Tell whether a quantity has digits that another lacks; whole numbers may be written out."""
    if one.grain >= other.grain:
        return False
    _, digits, exponent = one.first.as_tuple()
    ends_in_zero = isinstance(exponent, int) and exponent < 0 and digits[-1] == 0
    is_padded = ends_in_zero and _PADDED.search(one.text) is not None
    return is_padded or (one.first, one.last) != (other.first, other.last)


def _share_ends(one: Quantity, other: Quantity) -> bool:
    """Tell whether two ranges have the same ends, as rounded; a bound is no range."""
    if not (one.is_range and other.is_range) or one.hedge.is_bound or other.hedge.is_bound:
        return False
    room = (one.grain + other.grain) / 2
    return abs(one.first - other.first) < room and abs(one.last - other.last) < room


def _unit_obstacle(claim: Quantity, item: Quantity) -> Obstacle | None:
    ambiguous = AMBIGUOUS_YEN in (claim.unit, item.unit)
    ours, theirs = claim.unit.casefold(), item.unit.casefold()
    if ambiguous or (ours != theirs and not is_declined(ours, theirs, claim.kind)):
        return Obstacle(Part.UNIT, claim.unit, item.unit)
    return None


def _scope_obstacle(claim: Figure, item: Figure) -> Obstacle | None:
    return (
        _word_obstacle(Part.MEASURE, claim.measure, item.measure)
        or _word_obstacle(Part.ENTITY, claim.entity, item.entity)
        or _period_obstacle(claim.period, item.period)
        or _word_obstacle(Part.BASIS, claim.basis, item.basis)
        or _word_obstacle(Part.PER, claim.per, item.per)
        or _rate_obstacle(claim, item)
        or _variant_obstacle(claim, item)
        or _word_obstacle(Part.SCOPE, claim.scope, item.scope)
        or _base_obstacle(claim.base, item.base)
    )


def _base_obstacle(claim: str | None, item: str | None) -> Obstacle | None:
    """Tell two bases of a change apart; a change of which none is said may be one from either."""
    return Obstacle(Part.BASE, claim, item) if claim and item and claim != item else None


def _variant_obstacle(claim: Figure, item: Figure) -> Obstacle | None:
    """Tell two measures of one apart; where one side alone names which it is, it may be that one."""
    apart = variants_apart(claim.variants, item.variants)
    return Obstacle(Part.VARIANT, *apart) if apart else None


def _rate_obstacle(claim: Figure, item: Figure) -> Obstacle | None:
    """Hold two figures apart of which one is for a day, a share or 1,000 people and the other is not.

    Annual figures are those of a year, so a figure of a year may leave it unsaid.
    """
    ours, theirs = claim.quantity, item.quantity
    if bases_agree(ours.per, theirs.per):
        return None
    said, other = (ours, item) if theirs.per is None else (theirs, claim)
    is_one_sided = None in (ours.per, theirs.per)
    if is_one_sided and (said.per_loose or (said.per == "year" and _is_of_a_year(other))):
        return None
    return Obstacle(Part.PER, _per(ours), _per(theirs))


def _is_of_a_year(figure: Figure) -> bool:
    period = figure.period
    if figure.per == "year" or figure.basis is Basis.RUN_RATE:
        return True
    if period is None or period.start is None or period.end is None:
        return False
    return _LEAST_OF_A_YEAR <= (period.end - period.start).days <= _MOST_OF_A_YEAR


def _per(quantity: Quantity) -> str | None:
    if quantity.per is None or quantity.per_many == 1:
        return quantity.per
    return f"{quantity.per_many:,f} {quantity.per}".strip()


def _word_obstacle(part: Part, claim: str | None, item: str | None) -> Obstacle | None:
    ours, theirs = _folded(claim), _folded(item)
    if ours == theirs and ours != UNKNOWN:
        return None
    return Obstacle(part, claim, item)


def _folded(text: str | None) -> str:
    return " ".join(text.casefold().split()) if text else ""


def periods_agree(claim: Period | None, item: Period | None) -> bool:
    """Tell whether two statements are of one period; what is unknown agrees with nothing."""
    return _period_obstacle(claim, item) is None


def _period_obstacle(claim: Period | None, item: Period | None) -> Obstacle | None:
    if claim and item and claim.is_in_words and claim == item:
        return None
    unknown = (claim and claim.is_unknown) or (item and item.is_unknown)
    if unknown or (claim and (claim.start, claim.end)) != (item and (item.start, item.end)):
        return Obstacle(Part.PERIOD, claim, item)
    return None
