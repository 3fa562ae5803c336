"""Decide whether two quantities of one unit agree, by their intervals, hedges and directions."""

from __future__ import annotations

from typing import Final

from briefing.figures.conversion import is_rounding
from briefing.figures.intervals import inside, is_close, meet, plain, shared, widened
from briefing.model.figures import Hedge, Outcome, Quantity, Rule, Sign
from briefing.values import replace

_LOWER_BOUNDS: Final = frozenset({Hedge.AT_LEAST, Hedge.MORE_THAN})


def by_size(claim: Quantity, item: Quantity) -> tuple[Outcome, Rule]:
    """Compare two quantities of one unit; give the outcome and the rule that decided it."""
    return _by_direction(claim, item) or _by_interval(claim, item)


def _by_direction(claim: Quantity, item: Quantity) -> tuple[Outcome, Rule] | None:
    """Decide where directions do: one side gives none, or a bound meets the other direction.

    A bound is open on one side ("fell by up to 10%" reaches upwards from -10), so its interval
    alone would take every rise for a fall. Words that say nothing of a direction mean a gain or
    leave it open: "growth, at 5%, beat forecasts" is the same as "grew 5%".
    """
    signs = {claim.sign, item.sign}
    bounded = claim.hedge.is_bound or item.hedge.is_bound
    if bounded and signs == {Sign.MINUS, Sign.PLUS}:
        return Outcome.DIFFERENT, Rule.OTHER_DIRECTION
    if signs != {Sign.MINUS, Sign.UNSAID}:
        return None
    size, _ = _by_interval(unsigned(claim), unsigned(item))
    if size is not Outcome.DIFFERENT:
        return Outcome.COMPATIBLE, Rule.ONE_DIRECTION
    if bounded:
        return Outcome.DIFFERENT, Rule.EITHER_DIRECTION
    return None


def _by_interval(claim: Quantity, item: Quantity) -> tuple[Outcome, Rule]:
    if claim.is_range or claim.hedge.is_bound:
        return _against_open(claim, item)
    if item.is_range or item.hedge.is_bound:
        if meet(widened(claim), plain(item)):
            return Outcome.COMPATIBLE, Rule.ROOM
        if meet(widened(claim), widened(item)):
            return Outcome.COMPATIBLE, Rule.NEAR
        return Outcome.DIFFERENT, Rule.OUTSIDE_QUOTE
    if shared(plain(claim), plain(item)) and not _is_it_and_nearly_it(claim, item):
        return Outcome.SAME, Rule.ROUNDED
    if is_close(claim, item):
        return Outcome.SAME, Rule.CLOSE
    is_loose = claim.hedge.is_loose or item.hedge.is_loose
    if is_loose and meet(widened(claim), widened(item)):
        return Outcome.COMPATIBLE, Rule.NEAR
    return Outcome.DIFFERENT, Rule.APART


def _is_it_and_nearly_it(claim: Quantity, item: Quantity) -> bool:
    """Tell whether one exact number is given and the other only nearly reaches it."""
    is_exact = plain(claim).is_point and plain(item).is_point
    return is_exact and (claim.hedge is Hedge.NEARLY) is not (item.hedge is Hedge.NEARLY)


def rounded(claim: Quantity, item: Quantity) -> tuple[Outcome, Rule] | None:
    """Compare two in different units, of which one may be the other rounded."""
    if is_rounding(claim, item):
        return Outcome.SAME, Rule.ROUNDED
    return (Outcome.COMPATIBLE, Rule.ROOM) if is_rounding(item, claim) else None


def _against_open(claim: Quantity, item: Quantity) -> tuple[Outcome, Rule]:
    """Compare with a claim that states a range or a bound: it takes what lies wholly inside."""
    if _equal_bounds(claim, item):
        return Outcome.SAME, Rule.EQUAL_BOUNDS
    if _falls_short(item, claim):
        return Outcome.DIFFERENT, Rule.OUTSIDE_CLAIM
    if inside(plain(item), plain(claim)) and not _at_strict_end(claim, item):
        return Outcome.SAME, Rule.INSIDE
    if meet(plain(claim), widened(item)):
        return Outcome.COMPATIBLE, Rule.PARTLY_INSIDE
    if meet(widened(claim), widened(item)):
        return Outcome.COMPATIBLE, Rule.NEAR
    return Outcome.DIFFERENT, Rule.OUTSIDE_CLAIM


def _falls_short(item: Quantity, claim: Quantity) -> bool:
    """Tell whether "nearly" says that a bound is not reached: "nearly half" beside "more than half"."""
    is_floor = claim.hedge in _LOWER_BOUNDS
    return is_floor and item.hedge is Hedge.NEARLY and abs(item.first) <= abs(claim.first)


def _equal_bounds(claim: Quantity, item: Quantity) -> bool:
    same_side = (claim.hedge in _LOWER_BOUNDS) == (item.hedge in _LOWER_BOUNDS)
    if claim.hedge.is_strict and not item.hedge.is_strict:
        return False
    return (
        claim.hedge.is_bound
        and item.hedge.is_bound
        and same_side
        and (claim.first, claim.last) == (item.first, item.last)
    )


def _at_strict_end(claim: Quantity, item: Quantity) -> bool:
    """Tell whether the item may be the very value that "more than" excludes."""
    if not claim.hedge.is_strict:
        return False
    if item.hedge.is_strict:
        return False
    end = claim.low if claim.low is not None else claim.high
    return end in (item.low, item.high)


def unsigned(quantity: Quantity) -> Quantity:
    """Give the size of a quantity, without its direction."""
    if quantity.sign is not Sign.MINUS:
        return quantity
    return replace(
        quantity,
        sign=Sign.UNSAID,
        first=-quantity.last,
        last=-quantity.first,
        low=None if quantity.high is None else -quantity.high,
        high=None if quantity.low is None else -quantity.low,
    )
