"""Decide whether two figures agree, by the intervals that their written digits stand for.

The rule is the one that XBRL's guidance on duplicate facts uses for rounded numbers: two agree when
some value that rounds to both exists in more than a point. What surrounds it (scope, bounds, hedges)
is this project's own, and `docs/rules.md` states it for readers.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Final

from briefing.figures.intervals import inside, meet, plain, shared, widened
from briefing.figures.writing import plain_number, shown, shown_interval, told
from briefing.model.content import Rate
from briefing.model.figures import (
    AMBIGUOUS_YEN,
    UNKNOWN,
    Comparison,
    Figure,
    Hedge,
    Outcome,
    Period,
    Quantity,
    Sign,
)

_LOWER_BOUNDS: Final = frozenset({Hedge.AT_LEAST, Hedge.MORE_THAN})


def compare(claim: Figure, item: Figure, rate: Rate | None = None) -> Comparison:
    """Compare an item's figure with its claim's.

    Two figures compare only when unit, measure, entity, period, basis, `per` and scope agree; else
    the reason names the first that does not, the item's before the claim's. `rate` is the claim's
    declared exchange rate: it turns an item of its other currency into the claim's.
    """
    quantity, working = _converted(item.quantity, claim.quantity.unit, rate)
    obstacle = _unit_obstacle(claim.quantity, quantity) or _scope_obstacle(claim, item)
    if obstacle is not None:
        return Comparison(Outcome.NOT_COMPARABLE, obstacle)
    outcome, reason = _outcome(claim.quantity, quantity)
    return Comparison(outcome, reason, working)


def quantities_agree(one: Quantity, other: Quantity) -> bool:
    """Tell whether a quantity in prose says the same as another, whatever either measures.

    Prose may leave a direction to its words: "a change of 14%" says the same as "fell 14%".
    """
    if Sign.UNSAID in (one.sign, other.sign):
        one, other = _unsigned(one), _unsigned(other)
    return _unit_obstacle(one, other) is None and _outcome(one, other)[0] is Outcome.SAME


def _converted(quantity: Quantity, unit: str, rate: Rate | None) -> tuple[Quantity, str | None]:
    if rate is None or rate.value <= 0 or {quantity.unit, unit} != {rate.base, rate.quote}:
        return quantity, None
    divided = quantity.unit == rate.quote
    factor = rate.value

    def turned(value: Decimal) -> Decimal:
        return value / factor if divided else value * factor

    result = replace(
        quantity,
        unit=unit,
        first=turned(quantity.first),
        last=turned(quantity.last),
        low=None if quantity.low is None else turned(quantity.low),
        high=None if quantity.high is None else turned(quantity.high),
        grain=turned(quantity.grain),
    )
    sign = "÷" if divided else "x"
    working = (
        f"{shown(quantity)} {sign} {plain_number(factor)} = {shown(_rounded(result))} "
        f"({rate.base}/{rate.quote} of {rate.on})"
    )
    return result, working


def _rounded(quantity: Quantity) -> Quantity:
    """Keep four digits for the eye; the comparison keeps all."""

    def four(value: Decimal) -> Decimal:
        return value if not value else round(value, 3 - value.adjusted())

    return replace(quantity, first=four(quantity.first), last=four(quantity.last))


def _unit_obstacle(claim: Quantity, item: Quantity) -> str | None:
    if AMBIGUOUS_YEN in (claim.unit, item.unit):
        return "ambiguous currency: ¥ may be yuan or yen"
    if claim.unit.casefold() != item.unit.casefold():
        return f"its unit is another: {item.unit}, and the claim's {claim.unit}"
    return None


def _scope_obstacle(claim: Figure, item: Figure) -> str | None:
    return (
        _word_obstacle("measure", claim.measure, item.measure)
        or _word_obstacle("subject", claim.entity, item.entity)
        or _period_obstacle(claim.period, item.period)
        or _word_obstacle("standing", claim.basis, item.basis)
        or _word_obstacle("amount", _amount(claim), _amount(item))
        or _word_obstacle("scope", claim.scope, item.scope)
    )


def _amount(figure: Figure) -> str | None:
    """Say over which time a sum is one."""
    return {None: None, "year": "per year", "total": "in total"}[figure.per]


def _word_obstacle(name: str, claim: str | None, item: str | None) -> str | None:
    ours, theirs = _folded(claim), _folded(item)
    if UNKNOWN in (ours, theirs):
        return _unknown(name, item=theirs == UNKNOWN)
    return None if ours == theirs else _other(name, claim, item)


def _folded(text: str | None) -> str:
    return " ".join(text.casefold().split()) if text else ""


def _period_obstacle(claim: Period | None, item: Period | None) -> str | None:
    if (claim and claim.is_unknown) or (item and item.is_unknown):
        return _unknown("period", item=item is not None and item.is_unknown)
    if (claim and (claim.start, claim.end)) != (item and (item.start, item.end)):
        ours, theirs = (side.label if side else None for side in (claim, item))
        return _other("period", ours, theirs)
    return None


def _unknown(name: str, *, item: bool) -> str:
    return f"its {name} is not known" if item else f"the claim's {name} is not known"


def _other(name: str, claim: str | None, item: str | None) -> str:
    """Say how a part of the scope differs, the item's side first; one of them may name none."""
    if item is None:
        return f"it names no {name}, and the claim does: {claim}"
    theirs = f"its {name} is another: {item}"
    return f"{theirs}, and the claim's {claim}" if claim else f"{theirs}, and the claim names none"


def _outcome(claim: Quantity, item: Quantity) -> tuple[Outcome, str]:
    return _by_direction(claim, item) or _by_interval(claim, item)


def _by_direction(claim: Quantity, item: Quantity) -> tuple[Outcome, str] | None:
    """Decide where directions do: one side gives none, or a bound meets the other direction.

    A bound is open on one side ("fell by up to 10%" reaches upwards from -10), so its interval
    alone would take every rise for a fall.
    """
    signs = {claim.sign, item.sign}
    bounded = claim.hedge.is_bound or item.hedge.is_bound
    if bounded and signs == {Sign.MINUS, Sign.PLUS}:
        return Outcome.DIFFERENT, f"the other direction: {_both(claim, item)}"
    if signs != {Sign.MINUS, Sign.UNSAID}:
        return None
    size, _ = _by_interval(_unsigned(claim), _unsigned(item))
    if size is not Outcome.DIFFERENT:
        reason = f"the size agrees, one side alone gives a direction: {_both(claim, item)}"
        return Outcome.COMPATIBLE, reason
    if bounded:
        return Outcome.DIFFERENT, f"another size in either direction: {_both(claim, item)}"
    return None


def _by_interval(claim: Quantity, item: Quantity) -> tuple[Outcome, str]:
    if claim.is_range or claim.hedge.is_bound:
        return _against_open(claim, item)
    if item.is_range or item.hedge.is_bound:
        if meet(widened(claim), plain(item)):
            return Outcome.COMPATIBLE, f"the quote leaves room: {_both(claim, item)}"
        return Outcome.DIFFERENT, f"outside the quote's bounds: {_both(claim, item)}"
    if shared(plain(claim), plain(item)):
        return Outcome.SAME, f"equal as rounded: {_both(claim, item)}"
    if Hedge.ABOUT in (claim.hedge, item.hedge) and meet(widened(claim), widened(item)):
        return Outcome.COMPATIBLE, f"near enough for “about”: {_both(claim, item)}"
    return Outcome.DIFFERENT, (
        f"{_both(claim, item)}; as rounded {shown_interval(item)} against {shown_interval(claim)}"
    )


def _against_open(claim: Quantity, item: Quantity) -> tuple[Outcome, str]:
    """Compare with a claim that states a range or a bound: it takes what lies wholly inside."""
    if _equal_bounds(claim, item):
        return Outcome.SAME, f"equal bounds: {_both(claim, item)}"
    if inside(plain(item), plain(claim)) and not _at_strict_end(claim, item):
        return Outcome.SAME, f"wholly inside what the claim states: {_both(claim, item)}"
    if meet(plain(claim), widened(item)):
        return Outcome.COMPATIBLE, f"partly inside what the claim states: {_both(claim, item)}"
    return Outcome.DIFFERENT, f"outside what the claim states: {_both(claim, item)}"


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


def _unsigned(quantity: Quantity) -> Quantity:
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


def _both(claim: Quantity, item: Quantity) -> str:
    return f"{told(item)} against {told(claim)}"
