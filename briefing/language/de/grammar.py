"""Give the grammar of German, see `briefing.language.Grammar`."""

from __future__ import annotations

from typing import Final

from briefing.language.de import direction, fractions, multiples, number_words, parts
from briefing.language.de.counting import COUNTING
from briefing.language.de.direction import CLAUSES
from briefing.language.de.names import NAMES
from briefing.language.default.gathering import gathered
from briefing.language.default.ranges import Ranges

GRAMMAR: Final = gathered(
    direction,
    fractions,
    multiples,
    number_words,
    parts,
    multiples.STREAKS,
    COUNTING,
    NAMES,
    Ranges("de"),
    CLAUSES,
)
