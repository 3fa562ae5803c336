"""Hold the words of directions.toml in the forms in which the grammar looks them up."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from briefing.language import longest_first, table, words_of

_TABLE: Final = table("fr", "directions")
_NOUNS: Final = _TABLE["nouns"]
_SUMS: Final = _TABLE["sums"]
_VERBS: Final = _TABLE["verbs"]
_JOINING: Final = _TABLE["joining"]
_ENDINGS: Final = (
    "er", "e", "ent", "é", "ée", "és", "ées", "ait", "aient", "a", "èrent", "era", "eront", "erait", "eraient", "ant",
)  # fmt: skip
"""How verbs in "-er" end in the third person, as participles and in the infinitive."""


def _signs(up: str, down: str) -> dict[str, str]:
    return dict.fromkeys(up.split(), "+") | dict.fromkeys(down.split(), "-")


def _forms(infinitives: str) -> str:
    """Give the forms of regular verbs, with the accents and the "g" that some stems change."""
    return " ".join(
        form
        for verb in infinitives.split()
        for ending in _ENDINGS
        for form in _form(verb[:-2], ending)
    )


def _form(stem: str, ending: str) -> Iterable[str]:
    if stem.endswith("g") and ending[0] == "a":
        return (f"{stem}e{ending}",)
    is_mute = ending in ("e", "ent", "era", "eront", "erait", "eraient")
    last = len(stem) - 2
    if is_mute and stem[last : last + 1] in ("é", "e") and stem[-1] not in "aeiou":
        return (f"{stem}{ending}", f"{stem[:last]}è{stem[-1]}{ending}", f"{stem}{stem[-1]}{ending}")
    return (f"{stem}{ending}",)


CHANGES: Final = _signs(_NOUNS["up"], _NOUNS["down"])
"""Nouns of change."""
LEVELS: Final = words_of(_NOUNS["levels"])
"""Those of them that are levels themselves."""
SUMS: Final = _signs(_SUMS["earned"], _SUMS["lost"])
"""Nouns that give a sum of money its direction."""
VERBS: Final = _signs(
    f"{_forms(_VERBS['up_er'])} {_VERBS['up']}", f"{_forms(_VERBS['down_er'])} {_VERBS['down']}"
)
"""Verbs that move a number joined by "de"."""
for _word in words_of(_VERBS["no_verbs"]):
    VERBS.pop(_word, None)
OBJECTS: Final = _signs(_VERBS["objects_up"], _VERBS["objects_down"])
"""Verbs that move a number before which nothing stands: "a perdu 5 %"."""
NO_SUMS: Final = words_of(_VERBS["no_sums"])
EITHER: Final = words_of(_VERBS["either"])
PASSING: Final = words_of(table("fr", "ranges")["moving"]["passing"])
"""Verbs that lead from one level to another: "est passé de 5 % à 7 %"."""
AUXILIARIES: Final = words_of(_JOINING["auxiliaries"])
BEING: Final = words_of(_JOINING["being"])
SUMMING: Final = words_of(_JOINING["summing"])
HAVING: Final = words_of(_JOINING["having"])
KEPT: Final = words_of(_JOINING["kept"])
TIMES: Final = words_of(_JOINING["times"])
ASIDE: Final = words_of(_JOINING["aside"])
ARTICLES: Final = words_of(_JOINING["articles"])
PREPOSITIONS: Final = words_of(_JOINING["prepositions"])
AFTER: Final = dict.fromkeys(_TABLE["after"]["up"], "+") | dict.fromkeys(
    _TABLE["after"]["down"], "-"
)
"""What appears right behind a number, of one word or two."""
AFTER_WORDS: Final = longest_first(AFTER)
