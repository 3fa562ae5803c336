"""Write out what a formula computes: figures for its names, and the result."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from briefing.figures.writing import plain_number, scale_of, shown
from briefing.model.figures import Figure

NAME: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
"""The name of an input in a formula."""
RATIOS: Final = {
    "%": Decimal("0.01"),
    "percentage-points": Decimal("0.01"),
    "x": Decimal(1),
    "": Decimal(1),
}
"""Units that are plain ratios, and what one of each is."""
_ONE: Final = Decimal(1)
_ZERO: Final = Decimal(0)
_MONTHS: Final = {"months": 1, "quarters": 3, "years": 12, "decades": 120}
_RUN: Final = "consecutive "


def measured(value: Decimal, computed: str, stated: str) -> Decimal | None:
    """Give a result in the unit that a claim states it in; None where that is another kind of unit.

    A price such as `CNY/USD` may be stated in the currency above the line; quarters, and a run of
    consecutive ones, in months or years.
    """
    if computed == "":
        ratio = RATIOS.get(stated)
        return None if ratio is None else value / ratio
    months, other = (_MONTHS.get(unit.removeprefix(_RUN)) for unit in (computed, stated))
    if months and other:
        return value * months / other
    above, _, _ = computed.partition("/")
    return value if stated in (computed, above) else None


def filled(formula: str, inputs: Mapping[str, Figure]) -> str:
    """Write a formula with figures for names."""
    return NAME.sub(lambda name: shown(inputs[name[0]].quantity), formula.strip())


def result(low: Decimal | None, high: Decimal | None, own: str, wanted: str) -> str:
    """Write a result with the digits that it warrants, in the unit that is wanted where it can be."""
    turns = measured(_ONE, own, wanted) is not None and "/" not in own
    unit = wanted if turns else own
    ends = (end if end is None or not turns else measured(end, own, unit) for end in (low, high))
    low, high = ends
    size, name = scale_of(max((abs(end) for end in (low, high) if end is not None), default=_ZERO))
    if own == "":
        size, name, unit = _ONE, "", unit.replace("-", " ")
    unit = unit if unit in ("", "%", "x") else f" {unit}"
    least, most = (None if end is None else _four(end / size) for end in (low, high))
    if least is None:
        return "anything" if most is None else f"at most {most}{name}{unit}"
    if most is None:
        return f"at least {least}{name}{unit}"
    return f"{least}{name}{unit}" if least == most else f"{least} to {most}{name}{unit}"


def _four(value: Decimal) -> str:
    """Keep four digits for the eye."""
    rounded = value if not value else round(value, 3 - value.adjusted())
    return plain_number(rounded) or "0"
