"""Read the quantities that prose states, in any language that has tables."""

from __future__ import annotations

from briefing.figures.numbers.extents import extents, is_beside_numbers
from briefing.figures.numbers.numerals import Numerals, numerals
from briefing.figures.numbers.reading import is_read, read

__all__ = ["Numerals", "extents", "is_beside_numbers", "is_read", "numerals", "read"]
