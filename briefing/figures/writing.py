"""Write quantities, intervals and figures out again: for readers and for the data file."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Final

from briefing.model.figures import Figure, Hedge, Quantity, QuantityKind

_SCALES: Final = (
    (Decimal(10**12), " trillion"),
    (Decimal(10**9), " billion"),
    (Decimal(10**6), " million"),
)
_EXACT_DIGITS: Final = 28
"""As many as arithmetic with decimals keeps; rounding to more of them is an error."""
_BOUNDS: Final = {
    Hedge.ABOUT: "about ",
    Hedge.AT_LEAST: "at least ",
    Hedge.MORE_THAN: "more than ",
    Hedge.AT_MOST: "up to ",
    Hedge.LESS_THAN: "less than ",
}


def shown(quantity: Quantity) -> str:
    """Write a quantity in one plain form: `52.4 billion USD`, `-14%`, `about 200 models`."""
    unit, scale, name = _scale(quantity)
    ends = [_digits(quantity.first / scale)]
    if quantity.is_range:
        ends.append(_digits(quantity.last / scale))
    return f"{_BOUNDS.get(quantity.hedge, '')}{' to '.join(ends)}{name}{unit}"


def told(quantity: Quantity) -> str:
    """Write a quantity for readers: as `shown`, but a bound of what falls in words.

    `up to -97%` is exact and reads like a floor; `a fall of up to 97%` says what is meant.
    """
    if not _bounds_a_fall(quantity):
        return shown(quantity)
    size = replace(quantity, first=abs(quantity.first), last=abs(quantity.last))
    return f"{_fall(quantity)}{shown(size)}"


def to_four_digits(quantity: Quantity, beside: Quantity) -> Quantity:
    """Round a converted quantity for the eye: to four digits, or to more where these hide something.

    A tenth of the finer of both grains is always seen. So its ends stay apart, and on that side of
    the ends of the figure `beside` it, which end on half a grain, where they were when compared.
    """
    grain = min(quantity.grain, beside.grain)

    def rounded(value: Decimal) -> Decimal:
        places = max(3 - value.adjusted(), 1 - grain.adjusted())
        return round(value, min(places, _EXACT_DIGITS - 1 - value.adjusted())) if value else value

    return replace(
        quantity,
        first=rounded(quantity.first),
        last=rounded(quantity.last),
        low=None if quantity.low is None else rounded(quantity.low),
        high=None if quantity.high is None else rounded(quantity.high),
    )


def shown_interval(quantity: Quantity) -> str:
    """Write the interval a quantity stands for: `52.35 to 52.45 billion USD`."""
    unit, scale, name = _scale(quantity)
    if _bounds_a_fall(quantity):
        size = _digits(abs(quantity.first) / scale)
        side = "or less" if quantity.low is not None else "or more"
        return f"{_fall(quantity)}{size}{name}{unit} {side}"
    low, high = (
        None if end is None else _digits(end / scale) for end in (quantity.low, quantity.high)
    )
    if low is None:
        return f"{high}{name}{unit} or less"
    if high is None:
        return f"{low}{name}{unit} or more"
    return f"{low}{name}{unit}" if low == high else f"{low} to {high}{name}{unit}"


def _bounds_a_fall(quantity: Quantity) -> bool:
    return quantity.hedge.is_bound and quantity.first < 0


def _fall(quantity: Quantity) -> str:
    return "a loss of " if quantity.kind is QuantityKind.MONEY else "a fall of "


def shown_number(value: Decimal, like: Quantity) -> str:
    """Write a bare number as it would stand in a quantity: `52.4` for 52,400,000,000 like `$53 billion`."""
    return _digits(value / _scale(like)[1])


def shown_unit(like: Quantity) -> str:
    """Write what follows the number of a quantity: ` billion USD`, `%`."""
    unit, _, name = _scale(like)
    return name + unit


def scale_of(size: Decimal) -> tuple[Decimal, str]:
    """Choose what a number of this size is counted in: (1e9, ` billion`), or (1, nothing)."""
    return next(((scale, name) for scale, name in _SCALES if size >= scale), (Decimal(1), ""))


def plain_number(value: Decimal | None) -> str | None:
    """Write a decimal without an exponent or needless zeros; None for an open end."""
    if value is None:
        return None
    return "0" if value == 0 else format(value.normalize(), "f")


def as_record(figure: Figure) -> dict[str, str | None]:
    """Give a figure as it stands in `data/briefing.json`: numbers as decimal strings.

    `low` and `high` are the ends of the interval that the words stand for, null where it is open;
    `value` is the written number, null for a range.
    """
    quantity = figure.quantity
    return {
        "text": quantity.text,
        "value": None if quantity.is_range else plain_number(quantity.first),
        "low": plain_number(quantity.low),
        "high": plain_number(quantity.high),
        "unit": quantity.unit,
        "hedge": str(quantity.hedge),
        "period": figure.period.label if figure.period else None,
        "measure": figure.measure,
        "entity": figure.entity,
        "basis": str(figure.basis),
        "per": figure.per,
        "scope": figure.scope,
    }


def _scale(quantity: Quantity) -> tuple[str, Decimal, str]:
    size = max(abs(quantity.first), abs(quantity.last))
    unit = {"%": "%", "x": "x", "percentage-points": " percentage points"}.get(
        quantity.unit, f" {quantity.unit}"
    )
    if quantity.kind in (QuantityKind.MONEY, QuantityKind.COUNT):
        return unit, *scale_of(size)
    return unit, Decimal(1), ""


def _digits(value: Decimal) -> str:
    return f"{value.normalize():,f}" if value else "0"
