"""Read what multiplies or runs on: "doublé", "trois fois plus", "facteur 5", "troisième trimestre consécutif"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from briefing.language.default.streaks import Streaks
from briefing.language.fr.counting import COUNTING
from briefing.patterns import compiled

STREAKS: Final = Streaks(
    "fr",
    r"WORDS|(?P<digits>[0-9]{1,3})(?:e|è|ème|er)",
    r"\s(?P<unit>année|an|trimestre|mois|semaine|jour|séance|exercice)\s"
    r"(?:consécuti(?:f|ve)|d['’]affilée|de\ssuite)",
    COUNTING.unit_named,
)
_MULTIPLIED: Final = compiled(
    r"(?<![\w-])(?:(?P<verb>(?:doubl|tripl|quadrupl|quintupl)(?:ée?s?|er|era|ant|ent|e))(?!\w)(?!\s(?:page|emploi|peine|vitrage|objectif))"
    r"|(?P<by>multipliée?s?\spar\s(?P<many>deux|trois|quatre|cinq|six|sept|huit|neuf|dix)))(?!\w)",
    re.IGNORECASE,
)
_FACTORS: Final = {"dou": 2, "tri": 3, "qua": 4, "qui": 5}
_COUNTED: Final = {
    "deux": 2,
    "trois": 3,
    "quatre": 4,
    "cinq": 5,
    "six": 6,
    "sept": 7,
    "huit": 8,
    "neuf": 9,
    "dix": 10,
}
_MOVING: Final = compiled(
    r"(?:\b(?:a|ont|est|sont|avait|avaient|presque|plus\sque|quasiment|va|vont|fait|pour|de|devrait|devraient|pourrait|veut|compte)|[’']a)\s(?:presque\s|plus\sque\s|quasiment\s|été\s|environ\s|pratiquement\s|à\speu\sprès\s)*$"
)
_FACTOR: Final = (
    "facteur ",
    "facteur de ",
    "multiplié par ",
    "multipliée par ",
    "multipliés par ",
    "multipliées par ",
)
_TIMES: Final = compiled(
    r"\s(?:plus|moins|supérieure?s?|inférieure?s?|son|sa|le|la|les|l['’])(?!\w)"
)
_TIMES_REACH: Final = 40
_SUBSCRIBED: Final = compiled(r"souscri|couvert|multipli|sursouscri")


def multiplies(text: str, at: int, end: int) -> bool:
    """Tell whether "fois" from `at` to `end` multiplies: "3 fois plus", not "3 fois en mai"."""
    if not text[at:end].lower().endswith("fois"):
        return True
    if _TIMES.match(text, end):
        return True
    return _SUBSCRIBED.search(text, max(0, at - _TIMES_REACH), at) is not None


def is_factor(text: str, floor: int, at: int) -> bool:
    """Tell whether a number at `at` is one by which something is multiplied."""
    return text.endswith(_FACTOR, floor, at)


def hints_at_more(text: str) -> bool:
    """Tell in passing whether `streaks` or `multiples` could give any, which is rare."""
    return (
        "onsécuti" in text
        or "affilée" in text
        or "de suite" in text
        or "oubl" in text
        or "ripl" in text
        or "upl" in text
        or "ultipli" in text
    )


def multiples(text: str) -> Iterator[tuple[int, int, Decimal, int]]:
    """Read "doublé" and its like where they are verbs, and "multiplié par trois"."""
    for match in _MULTIPLIED.finditer(text):
        start, end = match.span()
        if match["by"]:
            yield start, end, Decimal(_COUNTED[match["many"].lower()]), start
        elif _MOVING.search(text, max(0, start - _TIMES_REACH), start):
            yield start, end, Decimal(_FACTORS[match["verb"][:3].lower()]), start
