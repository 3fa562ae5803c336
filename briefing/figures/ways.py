"""Tell which way the words beside a figure go, where its own sign does not: "the fall in sales, 5%"."""

from __future__ import annotations

import re
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Final

from briefing.figures.clauses import SIGN, alternatives, sentence_start
from briefing.language import grammar, known, table, words_of
from briefing.model.figures import QuantityKind, Sign

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.model.figures import Quantity

_SHORTEST: Final = 2
"""In a text without blanks, shorter words are parts of others."""
_WAYS: Final = {"up": Sign.PLUS, "down": Sign.MINUS}


def ways(text: str, quantity: Quantity, language: str) -> frozenset[Sign]:
    """Give the ways that a figure of `text` goes: its sign, else those that words of its clause tell.

    A sum's sign tells what is earned or lost, and no way; a range over zero has none.

    Where the clause tells none, those before it in its sentence do. `language` is the BCP 47 tag of the
    text. Both ways may be told, or none.
    """
    if quantity.sign is not Sign.UNSAID and quantity.kind is not QuantityKind.MONEY:
        return frozenset({quantity.sign})
    tables = known(language)
    is_below = quantity.high is not None and quantity.high <= 0
    if tables is None or (quantity.low is not None and quantity.low < 0 and not is_below):
        return frozenset()
    first = sentence_start(text, quantity.start)
    signs = [match.end() for match in SIGN.finditer(text, first, quantity.start)]
    after = SIGN.search(text, quantity.end)
    near = _told(
        text[signs[-1] if signs else first : after.start() if after else len(text)], tables
    )
    return near or _told(text[first : quantity.start], tables)


def _told(text: str, language: str) -> frozenset[Sign]:
    patterns = _patterns(language)
    return frozenset(way for way, pattern in patterns.items() if pattern.search(text))


@cache
def _patterns(language: str) -> dict[Sign, re.Pattern[str]]:
    is_spaced = grammar(language).PIECES is None
    found = {}
    for key, way in _WAYS.items():
        words = set(_words(language, key))
        plain = {word for word in words if is_spaced or len(word) >= _SHORTEST}
        verbs = _regular(language, key)
        found[way] = re.compile(
            rf"{alternatives(plain, is_spaced=is_spaced)}|{verbs}", re.IGNORECASE
        )
    return found


def _words(language: str, key: str) -> Iterator[str]:
    tables = table(language, "directions")
    parts = (tables["nouns"], tables["verbs"])
    held = (part.get(name, "").split() for part in parts for name in (key, f"objects_{key}"))
    # A loss is a sum, which may grow: "la perte s'est creusée à 5 millions".
    lost = words_of(tables.get("sums", {}).get("lost", ""))
    told = chain(chain.from_iterable(held), tables.get("levels", {}).get(key, ()))
    return (word for word in told if word not in lost)


def _regular(language: str, key: str) -> str:
    """Return a pattern of all forms of the regular verbs of a way, where a table lists infinitives and endings."""
    tables = table(language, "directions")
    held = tables.get("regular")
    if held is None:
        return "(?!)"
    accents = re.compile(held["changing"])
    stems = (
        accents.sub(held["into"], verb.removesuffix(held["infinitive"]))
        for verb in tables["verbs"][f"{key}_{held['infinitive']}"].split()
    )
    return rf"(?<!\w)(?:{'|'.join(stems)})(?:{'|'.join(held['endings'].split())})(?!\w)"
