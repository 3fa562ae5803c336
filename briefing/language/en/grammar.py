"""Give the grammar of English, see `briefing.language.Grammar`."""

from __future__ import annotations

from typing import Final

from briefing.language.default.clauses import Clauses
from briefing.language.default.gathering import gathered
from briefing.language.en import counting, direction, fractions, multiples, number_words, parts
from briefing.language.en.names import NAMES
from briefing.language.en.ranges import RANGES

GRAMMAR: Final = gathered(
    counting,
    direction,
    fractions,
    multiples,
    number_words,
    parts,
    multiples.STREAKS,
    NAMES,
    RANGES,
    Clauses("en"),
)
