"""Numbers as they are set on a page: as figures write them, but with a true minus sign.

Data files and diagnostics keep the hyphen that programs and YAML know.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing import figures

if TYPE_CHECKING:
    from decimal import Decimal

    from briefing.language.messages import Messages
    from briefing.model.figures import Quantity

_HYPHEN = re.compile(r"(?<!\w)-(?=\d)")
_OPERATOR = re.compile(r"-(?![^\W\d_])|(?<!\w)-")
"""A sign too, but no hyphen within words: `e-bikes`, `H100-class`."""


def shown(quantity: Quantity, say: Messages) -> str:
    """Write a quantity in one plain form: `−14%`."""
    return _set(figures.shown(quantity, say))


def told(quantity: Quantity, say: Messages) -> str:
    """Write a quantity, a bound of what falls in words: `a fall of up to 97%`."""
    return _set(figures.told(quantity, say))


def interval(quantity: Quantity, say: Messages) -> str:
    """Write the interval a quantity stands for: `−14.5 to −13.5%`."""
    return _set(figures.shown_interval(quantity, say))


def number(value: Decimal, like: Quantity, say: Messages) -> str:
    """Write a bare number as it would appear in a quantity."""
    return _set(figures.shown_number(value, like, say))


def working(text: str) -> str:
    """Set a computation with its figures: `5% − 19.5% = −15.05 to −13.95%`, whatever blanks it has."""
    return _OPERATOR.sub("−", text)


def _set(text: str) -> str:
    return _HYPHEN.sub("−", text)
