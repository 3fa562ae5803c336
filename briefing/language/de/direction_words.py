"""Hold the words of directions.toml in the forms in which the grammar looks them up."""

from __future__ import annotations

from typing import Final

from briefing.language import table, words_of

_TABLE: Final = table("de", "directions")
_NOUNS: Final = _TABLE["nouns"]
_SUMS: Final = _TABLE["sums"]
_VERBS: Final = _TABLE["verbs"]
_JOINING: Final = _TABLE["joining"]


def _signs(up: str, down: str) -> dict[str, str]:
    return dict.fromkeys(up.split(), "+") | dict.fromkeys(down.split(), "-")


CHANGES: Final = _signs(_NOUNS["up"], _NOUNS["down"])
"""Nouns of change, by what a word ends with."""
LEVELS: Final = words_of(_NOUNS["levels"])
"""Those of them that are levels themselves."""
SUMS: Final = _signs(_SUMS["earned"], _SUMS["lost"])
"""Nouns that give a sum of money its direction, by what a word ends with."""
EARNING: Final = words_of(_SUMS["earning"])
VERBS: Final = _signs(_VERBS["up"], _VERBS["down"])
OBJECTS: Final = _signs(_VERBS["objects_up"], _VERBS["objects_down"] + " " + _VERBS["objects_fell"])
"""Verbs that move a number before which nothing stands: "verlor 5 Prozent"."""
REACHING: Final = words_of(_VERBS["objects_fell"]) | words_of("stieg gestiegen steigen")
"""Those of them that reach a level with a bound: "fiel unter 5 Prozent"."""
PARTICLES: Final = {
    particle: _signs(held.get("up", ""), held.get("down", ""))
    for particle, held in _TABLE["particles"].items()
    if isinstance(held, dict)
}
"""What closes a clause, by the verbs that it belongs to."""
STEMS: Final = frozenset(stem for stems in PARTICLES.values() for stem in stems)
AFTER: Final = _signs(_TABLE["after"]["up"], _TABLE["after"]["down"])
LEVEL_JOINTS: Final = words_of(_JOINING["levels"])
SUMMING: Final = words_of(_JOINING["summing"])
CONCERNING: Final = words_of(_JOINING["concerning"])
ABOUT: Final = words_of(_JOINING["about"])
ASIDE: Final = words_of(_JOINING["aside"])
BELONGING: Final = words_of(_JOINING["belonging"])
PARTING: Final = words_of(_JOINING["parting"])

_CHANGE_ENDINGS: Final = tuple(sorted(CHANGES, key=len, reverse=True))
_SUM_ENDINGS: Final = tuple(sorted(SUMS, key=len, reverse=True))


def change(word: str) -> str | None:
    """Give the direction of a noun of change, compounds included: "umsatzrückgang"."""
    return _of_ending(word, CHANGES, _CHANGE_ENDINGS)


def sum_of(word: str) -> str | None:
    """Give the direction of a noun of what is earned or lost, compounds included: "nettogewinn"."""
    return _of_ending(word, SUMS, _SUM_ENDINGS)


def _of_ending(word: str, signs: dict[str, str], endings: tuple[str, ...]) -> str | None:
    found = signs.get(word)
    if found is not None or not word.endswith(endings):
        return found
    return next(signs[ending] for ending in endings if word.endswith(ending))
