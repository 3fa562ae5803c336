"""Give the grammar of French, see `briefing.language.Grammar`."""

from __future__ import annotations

from typing import Final

from briefing.language.default.gathering import gathered
from briefing.language.fr import direction, fractions, multiples, number_words, parts
from briefing.language.fr.counting import COUNTING
from briefing.language.fr.direction import CLAUSES
from briefing.language.fr.names import NAMES
from briefing.language.fr.ranges import RANGES

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
