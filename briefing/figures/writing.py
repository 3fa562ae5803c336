"""Write quantities, intervals and figures out again: for readers and for the data file."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Final

from briefing.figures.unit_names import UNIT_NAMES
from briefing.language.messages import message
from briefing.model.figures import Figure, Hedge, Quantity, QuantityKind
from briefing.values import replace

if TYPE_CHECKING:
    from briefing.language.messages import Messages

_ONE: Final = Decimal(1)
_PLAIN: Final = "%(number)s"
# Translators: the sizes by which your language counts, the largest first, each after its power of ten
_SCALES: Final = message("12: %(number)s trillion; 9: %(number)s billion; 6: %(number)s million")
_EXACT_DIGITS: Final = 28
"""As many as arithmetic with decimals keeps; rounding to more of them is an error."""
_BOUNDS: Final = {
    Hedge.ABOUT: message("about %(figure)s"),
    Hedge.NEARLY: message("about %(figure)s"),
    Hedge.AT_LEAST: message("at least %(figure)s"),
    Hedge.MORE_THAN: message("more than %(figure)s"),
    Hedge.AT_MOST: message("up to %(figure)s"),
    Hedge.LESS_THAN: message("less than %(figure)s"),
}
_ATTACHED: Final = {"": _PLAIN, "%": message("%(number)s%%"), "x": message("%(number)sx")}
"""Units that appear right at a number."""


def shown(quantity: Quantity, say: Messages) -> str:
    """Write a quantity in one plain form: `52.4 billion USD`, `-14%`, `about 200 models`."""
    scale, scaled = _scale(quantity, say)
    number = say.digits(quantity.first / scale)
    if quantity.is_range:
        number = ranged(number, say.digits(quantity.last / scale), say)
    figure = say(scaled, number=number) + unit_after(quantity.unit, scale, say)
    return say(_BOUNDS[quantity.hedge], figure=figure) if quantity.hedge in _BOUNDS else figure


def told(quantity: Quantity, say: Messages) -> str:
    """Write a quantity for readers: as `shown`, but a bound of what falls in words.

    `up to -97%` is exact and reads like a floor; `a fall of up to 97%` says what is meant.
    """
    if not _bounds_a_fall(quantity):
        return shown(quantity, say)
    size = replace(quantity, first=abs(quantity.first), last=abs(quantity.last))
    return _fall(quantity, shown(size, say), say)


def ranged(first: str, last: str, say: Messages) -> str:
    """Write a range of numbers: `52.35 to 52.45`."""
    return say("%(first)s to %(last)s", first=first, last=last)


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


def shown_interval(quantity: Quantity, say: Messages) -> str:
    """Write the interval a quantity stands for: `52.35 to 52.45 billion USD`."""
    scale, scaled = _scale(quantity, say)
    unit = unit_after(quantity.unit, scale, say)

    def written(value: Decimal) -> str:
        return say.digits(value / scale)

    def figure(number: str) -> str:
        return say(scaled, number=number) + unit

    low, high = quantity.low, quantity.high
    if _bounds_a_fall(quantity):
        size = figure(written(abs(quantity.first)))
        return _fall(quantity, _open(size, say, above=low is None), say)
    if low is not None and high is not None:
        ends = written(low), written(high)
        return figure(ends[0] if ends[0] == ends[1] else ranged(*ends, say))
    end = high if low is None else low
    return _open(figure(written(end or Decimal(0))), say, above=low is not None)


def width(quantity: Quantity) -> str:
    """Say for authors what gives the interval of a quantity its width: `half a unit of its last digit`."""
    if quantity.is_range:
        return "a range"
    if quantity.hedge is not Hedge.PLAIN:
        return quantity.hedge.value.replace("-", " ")
    return "exact" if quantity.low == quantity.high else "half a unit of its last digit"


def _open(figure: str, say: Messages, *, above: bool) -> str:
    if above:
        return say("%(figure)s or more", figure=figure)
    return say("%(figure)s or less", figure=figure)


def _bounds_a_fall(quantity: Quantity) -> bool:
    return quantity.hedge.is_bound and quantity.first < 0


def _fall(quantity: Quantity, figure: str, say: Messages) -> str:
    if quantity.kind is QuantityKind.MONEY:
        return say("a loss of %(figure)s", figure=figure)
    return say("a fall of %(figure)s", figure=figure)


def shown_number(value: Decimal, like: Quantity, say: Messages) -> str:
    """Write a bare number as it would appear in a quantity: `52.4` for 52,400,000,000 like `$53 billion`."""
    return say.digits(value / _scale(like, say)[0])


def shown_unit(like: Quantity, say: Messages) -> str:
    """Write what follows the number of a quantity: ` billion USD`, `%`."""
    scale, scaled = _scale(like, say)
    return say(scaled, number="") + unit_after(like.unit, scale, say)


def scale_of(size: Decimal, say: Messages) -> tuple[Decimal, str]:
    """Choose what a number of this size is counted in, and its form: 1e9 and `%(number)s billion`."""
    scales = _scales(say.text(_SCALES))
    return next(((scale, text) for scale, text in scales if size >= scale), (_ONE, _PLAIN))


@cache
def _scales(told: str) -> tuple[tuple[Decimal, str], ...]:
    """Read `9: %(number)s billion; 6: %(number)s million`."""
    pairs = (one.partition(": ") for one in told.split("; "))
    return tuple((Decimal(10 ** int(power)), text) for power, _, text in pairs)


def unit_after(unit: str, scale: Decimal, say: Messages) -> str:
    """Write a unit as it follows a number that counts in `scale`: `%`, ` USD`, ` percentage points`."""
    if unit in _ATTACHED:
        return _behind(say.text(_ATTACHED[unit]))
    name = say.text(UNIT_NAMES[unit]) if unit in UNIT_NAMES else unit
    if scale == _ONE:
        after = say("%(number)s %(unit)s", number="", unit=name)
    else:
        # Translators: the size is written out, as in "2 million USD"
        after = say("%(size)s %(unit)s", size="", unit=name)
    # Where units follow without a space, a word of another script keeps one.
    return f" {name}" if after == name and name.isascii() else after


@cache
def _behind(told: str) -> str:
    """Give what follows the number in `%(number)s%%`: nearly every figure asks for it."""
    return told % {"number": ""}


def plain_number(value: Decimal | None) -> str | None:
    """Write a decimal without an exponent or needless zeros; None for an open end."""
    if value is None:
        return None
    return "0" if value == 0 else format(value.normalize(), "f")


def as_record(figure: Figure) -> dict[str, str | None]:
    """Give a figure as it appears in `data/briefing.json`: numbers as decimal strings.

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
        "base": figure.base,
    }


def _scale(quantity: Quantity, say: Messages) -> tuple[Decimal, str]:
    if quantity.kind in (QuantityKind.MONEY, QuantityKind.COUNT, QuantityKind.MEASURE):
        return scale_of(max(abs(quantity.first), abs(quantity.last)), say)
    return _ONE, _PLAIN
