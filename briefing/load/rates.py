"""Read the exchange rate that a claim declares: one pair of currencies, its value and its day."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from briefing.diagnostics import Diagnostic, diagnostic
from briefing.load.settings import is_date
from briefing.model.content import Rate

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing.located import Node

_CURRENCIES = re.compile(r"([A-Z]{3})/(?!\1)([A-Z]{3})")
_RATE = re.compile(r"[0-9]{1,12}(?:\.[0-9]{1,12})?")
"""The form of a rate's value; longer ones would exceed exact arithmetic."""


def read_rate(
    node: Node | None, written: Mapping[str, str] | None
) -> tuple[Rate | None, tuple[Diagnostic, ...]]:
    """Read `{USD/CNY: 7.25, on: 2025-02-24}` at `node` as a rate."""
    if node is None or written is None:
        return None, ()
    pairs = [key for key in written if key != "on"]
    pair = _CURRENCIES.fullmatch(pairs[0]) if len(pairs) == 1 else None
    digits, day = (written[pairs[0]] if pair else ""), written.get("on", "")
    value = Decimal(digits) if _RATE.fullmatch(digits) else Decimal(0)
    if pair is None or not (value > 0 and is_date(day)):
        hint = "write {USD/CNY: 7.25, on: 2025-02-24}"
        message = "a rate needs one pair of currencies, its value and its date"
        return None, (diagnostic("bad-value", node.at, message, hint=hint),)
    return Rate(pair[1], pair[2], value, day, node.at), ()
