"""Hold the words of directions.toml in the forms in which the grammar looks them up."""

from __future__ import annotations

from typing import Final

from briefing.language import table, words_of

_TABLE: Final = table("es", "directions")
_NOUNS: Final = _TABLE["nouns"]
_SUMS: Final = _TABLE["sums"]
_VERBS: Final = _TABLE["verbs"]
_AFTER: Final = _TABLE["after"]
_JOINING: Final = _TABLE["joining"]


def _signs(up: str, down: str) -> dict[str, str]:
    return dict.fromkeys(up.split(), "+") | dict.fromkeys(down.split(), "-")


CHANGES: Final = _signs(_NOUNS["up"], _NOUNS["down"])
"""Nouns of change: their size has a direction, and no level that they reached."""
LEVELS: Final = words_of(_NOUNS["levels"])
"""Those of them that are levels themselves."""
NEGATIVE: Final = words_of(_NOUNS["negative"])
OF_SHARES: Final = CHANGES | _signs(_SUMS["both_earned"], _SUMS["both_lost"])
"""Nouns that give a share its direction."""
SUMS: Final = _signs(_SUMS["earned"], _SUMS["lost"])
"""Nouns that give a sum of money its direction: what is earned or lost."""
SHARES_EARNED: Final = _signs(_SUMS["both_earned"], _SUMS["both_lost"])
EARNING: Final = _signs(_SUMS["earning"], _SUMS["losing"])
VERBS: Final = _signs(_VERBS["up"], _VERBS["down"])
REFLEXIVE: Final = words_of(_VERBS["reflexive"])
REACHING: Final = words_of(_VERBS["reaching"])
PASSING: Final = words_of(_VERBS["passing"])
MODALS: Final = words_of(_VERBS["modals"])
AFTER: Final = _signs(_AFTER["up"], _AFTER["down"])
LESSER: Final = words_of(_AFTER["lesser"])
PHRASES: Final = dict.fromkeys(map(str.lower, _AFTER["phrases_up"]), "+") | dict.fromkeys(
    _AFTER["phrases_down"], "-"
)
LEVEL_JOINTS: Final = words_of(_JOINING["levels"])
COPULAS: Final = words_of(_JOINING["copulas"])
BARRIERS: Final = words_of(_JOINING["barriers"])
ASIDE: Final = words_of(_JOINING["aside"])
PARTING: Final = words_of(_JOINING["parting"])
NO_VERBS: Final = words_of(_JOINING["adverbs"])
STRONG: Final = words_of(_NOUNS["strong"])
TAXES: Final = words_of(_AFTER["taxes"])
EACH: Final = words_of(_JOINING["each"])
