"""Compute with figures: a written formula over named quantities, in interval arithmetic, safely.

A formula is arithmetic and nothing else: numbers, names of inputs, `+ - * / **` and parentheses. Each
input enters as the interval that its words stand for, so that rounding and bounds carry through to the
result; an input used twice is taken as two independent values, which can only widen the interval.
Units are carried along: sums need equal units and no year's amount beside a total; products and
quotients combine units.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Mapping
from decimal import Context, Decimal
from typing import Final, NamedTuple

from briefing.figures.conversion import in_like_units
from briefing.figures.intervals import Interval, inside, meet, widened
from briefing.figures.working import NAME, RATIOS, measured, working
from briefing.language.messages import ENGLISH
from briefing.model.figures import (
    AMBIGUOUS_YEN,
    Computed,
    Figure,
    FormulaProblem,
    Per,
    Quantity,
)
from briefing.values import replace

_FORMULA: Final = re.compile(
    # Atomic and possessive: no text is tried in more than one way.
    r"(?:\s*+(?>[A-Za-z_][A-Za-z0-9_]*|[0-9]++(?:\.[0-9]++)?(?![A-Za-z_.])|\*\*|[-+*/()]))++\s*+"
)
_LONGEST: Final = 300
_LARGEST_POWER: Final = 100
_INFINITE: Final = Decimal("Infinity")
_ZERO: Final = Decimal(0)
_ONE: Final = Decimal(1)
_EXACTLY: Final = Context(prec=50, Emax=99, Emin=-99, traps=[])
"""Digits to spare, and no exceptions: what overflows becomes infinite, and is refused as such."""
_NO_ARITHMETIC: Final = FormulaProblem(
    "a formula can only contain arithmetic on numbers and inputs"
)


class _Value(NamedTuple):
    low: Decimal
    high: Decimal
    value: Decimal
    units: tuple[tuple[str, int], ...]
    """Units with their powers, sorted; empty for a ratio."""
    per: Per | None = None
    """Of an input, or of a sum of such: whether it is a year's amount or that of all years."""


def input_names(formula: str) -> tuple[str, ...]:
    """Give the names that a formula uses, each once, in the order of their first use."""
    return tuple(dict.fromkeys(NAME.findall(formula)))


def evaluate(
    formula: str, inputs: Mapping[str, Figure], unit: str = ""
) -> Computed | FormulaProblem:
    """Compute a formula such as `(target / run_rate) ** (1/5) - 1` over named quantities.

    `unit` is that of the result as the claim states it: a plain ratio is written in it, 0.31 as 31%.
    """
    tree = _parsed(formula)
    if isinstance(tree, FormulaProblem):
        return tree
    given = _evaluated(tree, formula.strip(), in_like_units(inputs, unit))
    if isinstance(given, FormulaProblem):
        return given
    own = _unit_name(given.units)
    low = given.low if given.low.is_finite() else None
    high = given.high if given.high.is_finite() else None
    computed = Computed(low, high, given.value, own, working="")
    return replace(computed, working=working(formula, inputs, computed, unit, ENGLISH))


def gives(computed: Computed, stated: Quantity) -> bool:
    """Tell whether a formula gives the result that a claim states, as rounded there.

    A stated point wants a result that is closed to both sides; a stated bound or range takes a
    result that lies wholly inside, its own ends rounded.
    """
    if measured(_ONE, computed.unit, stated.unit) is None:
        return False
    low, high = (
        None if end is None else measured(end, computed.unit, stated.unit)
        for end in (computed.low, computed.high)
    )
    given = Interval(low, high)
    if stated.is_range or stated.hedge.is_bound:
        return inside(given, _with_rounded_ends(stated))
    return low is not None and high is not None and meet(given, widened(stated))


def gives_hundredfold(computed: Computed, stated: Quantity) -> bool:
    """Tell whether a formula gives a hundred times the stated share, as with a needless `* 100`."""
    if RATIOS.get(stated.unit, _ONE) == _ONE:
        return False
    ends = (None if end is None else end / 100 for end in (computed.low, computed.high))
    low, high = ends
    return gives(replace(computed, low=low, high=high, value=computed.value / 100), stated)


def _parsed(formula: str) -> ast.expr | FormulaProblem:
    if len(formula) > _LONGEST:
        return FormulaProblem(f"a formula can have at most {_LONGEST} characters")
    if _FORMULA.fullmatch(formula) is None:
        return FormulaProblem(
            "a formula holds numbers, input names, + - * / ** and parentheses only"
        )
    try:
        return ast.parse(formula.strip(), mode="eval").body
    except SyntaxError as error:
        return FormulaProblem(f"invalid formula: {error.msg}")


def _evaluated(
    node: ast.expr, formula: str, inputs: Mapping[str, Figure]
) -> _Value | FormulaProblem:
    match node:
        case ast.Constant():
            return _constant(ast.get_source_segment(formula, node) or "")
        case ast.Name(id=name):
            return _from_figure(inputs[name]) if name in inputs else _no_input(name)
        case ast.UnaryOp(op=ast.UAdd(), operand=operand):
            return _evaluated(operand, formula, inputs)
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            value = _evaluated(operand, formula, inputs)
            return value if isinstance(value, FormulaProblem) else _negated(value)
        case ast.BinOp(left=left, op=operator, right=right) if type(operator) in _OPERATIONS:
            one, other = (_evaluated(side, formula, inputs) for side in (left, right))
            return _combined(_OPERATIONS[type(operator)], one, other)
        case _:
            return _NO_ARITHMETIC


def _combined(
    operation: Callable[[_Value, _Value], _Value | FormulaProblem],
    one: _Value | FormulaProblem,
    other: _Value | FormulaProblem,
) -> _Value | FormulaProblem:
    """Apply an operation unless an operand is a problem; what overflows is one too."""
    if isinstance(one, FormulaProblem):
        return one
    if isinstance(other, FormulaProblem):
        return other
    result = operation(one, other)
    if isinstance(result, _Value) and not result.value.is_finite():
        return FormulaProblem("the result is out of range")
    return result


def _no_input(name: str) -> FormulaProblem:
    return FormulaProblem(f"“{name}” is not an input")


def _constant(digits: str) -> _Value | FormulaProblem:
    try:
        value = Decimal(digits)
    except ArithmeticError:
        return _NO_ARITHMETIC
    return _Value(value, value, value, ())


def _from_figure(figure: Figure) -> _Value | FormulaProblem:
    """Take a figure as its interval; ratios enter as plain numbers, 15% as 0.15."""
    quantity = figure.quantity
    if quantity.unit == AMBIGUOUS_YEN:
        return FormulaProblem(f"“{quantity.text}” may be yuan or yen")
    share = RATIOS.get(quantity.unit)
    factor = share or _ONE
    low = -_INFINITE if quantity.low is None else quantity.low * factor
    high = _INFINITE if quantity.high is None else quantity.high * factor
    middle = (quantity.first + quantity.last) / 2 * factor
    units = () if share else ((quantity.unit, 1),)
    return _Value(low, high, middle, units, figure.per)


def _negated(value: _Value) -> _Value:
    return _Value(-value.high, -value.low, -value.value, value.units, value.per)


def _added(one: _Value, other: _Value) -> _Value | FormulaProblem:
    if one.units != other.units:
        first, second = _unit_name(one.units), _unit_name(other.units)
        return FormulaProblem(f"{first or 'a ratio'} and {second or 'a ratio'} cannot be added")
    if one.per and other.per and one.per != other.per:
        return FormulaProblem("an amount per year and a total cannot be added")
    return _Value(
        _EXACTLY.add(one.low, other.low),
        _EXACTLY.add(one.high, other.high),
        _EXACTLY.add(one.value, other.value),
        one.units,
        one.per or other.per,
    )


def _subtracted(one: _Value, other: _Value) -> _Value | FormulaProblem:
    return _added(one, _negated(other))


def _multiplied(one: _Value, other: _Value) -> _Value:
    ends = [_times(a, b) for a in (one.low, one.high) for b in (other.low, other.high)]
    value = _EXACTLY.multiply(one.value, other.value)
    return _Value(min(ends), max(ends), value, _units_of_product(one.units, other.units))


def _divided(one: _Value, other: _Value) -> _Value | FormulaProblem:
    if other.low <= 0 <= other.high:
        return FormulaProblem("division by a number that may be zero")
    turned = _Value(
        _EXACTLY.divide(_ONE, other.high),
        _EXACTLY.divide(_ONE, other.low),
        _EXACTLY.divide(_ONE, other.value),
        tuple((unit, -power) for unit, power in other.units),
    )
    product = _multiplied(one, turned)
    return product._replace(value=_EXACTLY.divide(one.value, other.value))


def _raised(one: _Value, other: _Value) -> _Value | FormulaProblem:
    power = other.value
    if other.units or other.low != other.high:
        return FormulaProblem("an exponent must be a plain number, not a figure")
    if abs(power) > _LARGEST_POWER:
        return FormulaProblem(f"an exponent can be at most {_LARGEST_POWER}")
    whole = power == power.to_integral_value()
    if one.units and not whole:
        return FormulaProblem(f"a root of {_unit_name(one.units)} has no meaning here")
    if one.low < 0 and not whole:
        return FormulaProblem("a root of a number that may be negative")
    if power < 0 and one.low <= 0 <= one.high:
        return FormulaProblem("division by a number that may be zero")
    ends = [_power(one.low, power), _power(one.high, power)]
    if whole and power % 2 == 0 and one.low < 0 < one.high:
        ends.append(_ZERO if power else _ONE)
    units = tuple((unit, count * int(power)) for unit, count in one.units) if power else ()
    return _Value(min(ends), max(ends), _power(one.value, power), units)


_OPERATIONS: Final[
    Mapping[type[ast.operator], Callable[[_Value, _Value], _Value | FormulaProblem]]
] = {
    ast.Add: _added,
    ast.Sub: _subtracted,
    ast.Mult: _multiplied,
    ast.Div: _divided,
    ast.Pow: _raised,
}


def _times(one: Decimal, other: Decimal) -> Decimal:
    """Multiply ends of intervals, where nothing times an open end is nothing."""
    return _EXACTLY.multiply(one, other) if one and other else _ZERO


def _power(base: Decimal, power: Decimal) -> Decimal:
    return _EXACTLY.power(base, power) if power else _ONE


def _units_of_product(
    one: tuple[tuple[str, int], ...], other: tuple[tuple[str, int], ...]
) -> tuple[tuple[str, int], ...]:
    powers = dict(one)
    for unit, power in other:
        powers[unit] = powers.get(unit, 0) + power
    return tuple(sorted((unit, power) for unit, power in powers.items() if power))


def _unit_name(units: tuple[tuple[str, int], ...]) -> str:
    above = [unit if power == 1 else f"{unit}^{power}" for unit, power in units if power > 0]
    below = [unit if power == -1 else f"{unit}^{-power}" for unit, power in units if power < 0]
    if not below:
        return "·".join(above)
    return f"{'·'.join(above) or '1'}/{'·'.join(below)}"


def _with_rounded_ends(stated: Quantity) -> Interval:
    half = stated.grain / 2 if stated.hedge.is_bound else _ZERO
    low = None if stated.low is None else stated.low - half
    high = None if stated.high is None else stated.high + half
    return Interval(low, high)
