"""Give the grammar of Chinese, see `briefing.language.Grammar`."""

from __future__ import annotations

from typing import Final

from briefing.language.default.gathering import gathered
from briefing.language.zh import (
    clauses,
    counting,
    direction,
    fractions,
    multiples,
    names,
    parts,
    pieces,
    unspelled,
)
from briefing.language.zh.ranges import RANGES

GRAMMAR: Final = gathered(
    clauses, counting, direction, fractions, multiples, names, parts, pieces, unspelled, RANGES
)
