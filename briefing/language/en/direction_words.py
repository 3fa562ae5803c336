"""Hold the words of directions.toml in the forms in which the grammar looks them up."""

from __future__ import annotations

from typing import Final

from briefing.language import table, words_of
from briefing.language.months import month_names

_TABLE: Final = table("en", "directions")
_NOUNS: Final = _TABLE["nouns"]
_SUMS: Final = _TABLE["sums"]
SPENDING: Final = words_of(_TABLE["spending"]["words"])
INTO: Final = words_of(_TABLE["spending"]["into"])
_JOINING: Final = _TABLE["joining"]
_SUBJECTS: Final = _TABLE["subjects"]
_TIMES: Final = _TABLE["times"]


def _signs(up: str, down: str) -> dict[str, str]:
    return dict.fromkeys(up.split(), "+") | dict.fromkeys(down.split(), "-")


_OF_CHANGES: Final = _signs(_NOUNS["up"], _NOUNS["down"])
CHANGES: Final = _OF_CHANGES.keys()
SIGN_BEFORE: Final = _OF_CHANGES | _signs(_TABLE["verbs"]["up"], _TABLE["verbs"]["down"])
"""What gives a number after it a direction, by standing close to it."""
MOVING: Final = SIGN_BEFORE.keys() | words_of(_TABLE["verbs"]["moving"])
SIGN_AFTER: Final = _OF_CHANGES | _signs(_TABLE["after"]["up"], _TABLE["after"]["down"])
PARTICLES: Final = {
    particle: dict.fromkeys(held.get("down", "").split(), "-")
    | dict.fromkeys(held.get("none", "").split(), "")
    for particle, held in _TABLE["particles"].items()
    if isinstance(held, dict)
}
"""What a particle gives after a verb: shares gave up 5%, and women make up 5% of the staff."""

SIGN_OF: Final = _OF_CHANGES | _signs(_SUMS["both_earned"], _SUMS["both_lost"])
"""Nouns that give a share its direction: "growth of 5%", "the drop in sales was 5%"."""
SIGN_OF_SUM: Final = SIGN_OF | _signs(_SUMS["earned"], _SUMS["lost"])
"""Nouns that give a sum of money its direction: "a net loss of $1.1 billion"."""
LEVELS: Final = SIGN_OF_SUM.keys() - CHANGES | {"growth"}
"""Those that are levels themselves: a loss that narrows to $1.1 billion is still one."""
AFTER_SUM: Final = SIGN_AFTER | {
    noun: SIGN_OF_SUM[noun] for noun in LEVELS - words_of(_SUMS["both_earned"])
}
SPOILING: Final = words_of(_SUMS["spoiling"])
INCOMES: Final = words_of(_SUMS["incomes"])
TURNABLE: Final = words_of(_SUMS["turnable"])
EARNING: Final = words_of(_SUMS["earning"])

MODALS: Final = words_of(_JOINING["modals"])
RATES: Final = words_of(_JOINING["rates"])
COPULAS: Final = words_of(_JOINING["copulas"])
ENDINGS: Final = COPULAS | words_of(_JOINING["endings"])
SUMMING: Final = words_of(_JOINING["summing"])
LINKS: Final = ENDINGS | words_of(_JOINING["links"]) | {name.lower() for name in month_names("en")}
LINKS_AFTER: Final = {
    word: words_of(row["after"]) | (SIGN_OF_SUM.keys() | {"income"} if "incomes" in row else set())
    for row in _TABLE["links_after"]
    for word in row["words"].split()
}
"""Words that link only after others: a loss per share, and no profit share."""
PLACING: Final = words_of(_JOINING["placing"])
BARRIERS: Final = words_of(_JOINING["barriers"])
SIGN_STOPS: Final = words_of(_JOINING["stops"])
DETERMINERS: Final = words_of(_JOINING["determiners"])
LIGHT: Final = words_of(_JOINING["light"])

SUBJECTS: Final = CHANGES - words_of(_SUBJECTS["never"]) | words_of(_SUBJECTS["words"])
CUTTING: Final = words_of(_TABLE["verbs"]["cutting"])
FINITE: Final = words_of(_TABLE["verbs"]["finite"])
VERBS: Final = words_of(_SUBJECTS["verbs"])
ADJECTIVES: Final = words_of(_SUBJECTS["adjectives"])

YEARLY: Final = words_of(_TIMES["yearly"])
DAYS: Final = YEARLY | words_of(_TIMES["days"])
BEFORE_DAYS: Final = words_of(_TIMES["before"])
