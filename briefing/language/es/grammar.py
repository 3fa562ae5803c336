"""Give the grammar of Spanish, see `briefing.language.Grammar`."""

from __future__ import annotations

from typing import Final

from briefing.language.default.gathering import gathered
from briefing.language.es import direction, fractions, multiples, number_words, parts
from briefing.language.es.counting import COUNTING
from briefing.language.es.direction import CLAUSES
from briefing.language.es.names import NAMES
from briefing.language.es.ranges import RANGES

GRAMMAR: Final = gathered(
    direction,
    fractions,
    multiples,
    number_words,
    parts,
    multiples.STREAKS,
    COUNTING,
    NAMES,
    RANGES,
    CLAUSES,
)
