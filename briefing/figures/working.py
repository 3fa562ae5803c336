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
_ZERO: Final = Decimal(0)


def filled(formula: str, inputs: Mapping[str, Figure]) -> str:
    """Write a formula with figures for names."""
    return NAME.sub(lambda name: shown(inputs[name[0]].quantity), formula.strip())


def result(low: Decimal | None, high: Decimal | None, own: str, wanted: str) -> str:
    """Write a result with the digits that it warrants, a plain ratio in the unit that is wanted."""
    size, name = scale_of(max((abs(end) for end in (low, high) if end is not None), default=_ZERO))
    unit = f" {own}"
    if own == "":
        wanted = wanted if wanted in RATIOS else ""
        size, name = RATIOS[wanted], ""
        unit = wanted if wanted in ("", "%", "x") else f" {wanted.replace('-', ' ')}"
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
