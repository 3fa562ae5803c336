"""Write out what a formula computes: figures for its names, and the result."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from briefing.figures.writing import ranged, scale_of, shown, unit_after
from briefing.language.messages import Messages
from briefing.model.figures import Computed, Figure

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


def working(
    formula: str, inputs: Mapping[str, Figure], computed: Computed, unit: str, say: Messages
) -> str:
    """Write a formula with figures for names, and the result: `5% - 19.5% = -15.05 to -13.95%`.

    `unit` is that of the result as the claim states it.
    """
    filled = NAME.sub(lambda name: shown(inputs[name[0]].quantity, say), formula.strip())
    return f"{filled} = {_result(computed, unit, say)}"


def _result(computed: Computed, wanted: str, say: Messages) -> str:
    """Write a result with the digits that it warrants, in the unit that is wanted where it can be."""
    own = computed.unit
    turns = measured(_ONE, own, wanted) is not None and "/" not in own
    unit = wanted if turns else own
    low, high = (
        end if end is None or not turns else measured(end, own, unit)
        for end in (computed.low, computed.high)
    )
    largest = max((abs(end) for end in (low, high) if end is not None), default=_ZERO)
    size, scaled = scale_of(largest, say)
    if own == "":
        size, scaled = _ONE, "%(number)s"

    def figure(number: str) -> str:
        return say(scaled, number=number) + unit_after(unit, size, say)

    least, most = (None if end is None else _four(end / size, say) for end in (low, high))
    if least is not None and most is not None:
        return figure(least if least == most else ranged(least, most, say))
    if most is not None:
        return say("at most %(figure)s", figure=figure(most))
    if least is not None:
        return say("at least %(figure)s", figure=figure(least))
    return say("anything")


def _four(value: Decimal, say: Messages) -> str:
    """Keep four digits for the eye."""
    return say.digits(value if not value else round(value, 3 - value.adjusted()))
