"""Tell a change from the level that it leads to: "raised by 5%" and "raised to 5%"."""

from __future__ import annotations

import re
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Any, Final

from briefing.figures.clauses import FAR, SIGN
from briefing.language import grammar, known, longest_first, table, words_of
from briefing.language.parting import parted
from briefing.model.figures import Hedge, QuantityKind, Sign
from briefing.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from briefing.model.figures import Quantity

_UNSIGNED: Final = frozenset({QuantityKind.COUNT, QuantityKind.MEASURE})
"""Kinds of quantities that no words give a sign."""
_RATIOS: Final = frozenset({QuantityKind.PERCENT, QuantityKind.POINTS})
_TO_NUMBER: Final = re.compile(r"\s*((?:[^\d\s,;.，；。]+\s+){1,2})[$€£¥]?\d")
"""A few words that lead from one number to the next."""
_NEAR = 5
"""How many words a verb of change may appear before a change without a word for it."""
_REACH = 8
"""How many words a verb of change may appear before the word for the level."""


def is_level(text: str, quantity: Quantity, language: str) -> bool | None:
    """Tell whether the words before a quantity of `text` make it a level, or else a change.

    `language` is the BCP 47 tag of the text. None where they say neither.
    """
    tables = known(language)
    if tables is None:
        return None
    pieces = parted(text, language)
    if pieces is not None:
        return is_level(pieces.text, pieces.into(quantity), language)
    words = text[: quantity.start].lower().split()[-_REACH:]
    standing, verbs = table(tables, "directions")["standing"], _verbs(tables)
    if standing.get("has_articles") and words[1:] and words[-1] in grammar(tables).ARTICLES:
        words = words[:-1]
    last = words[-1] if words else ""
    # The sign of a sum tells that it was earned or lost, and not that it changed.
    is_unsigned = quantity.sign is Sign.UNSAID or quantity.kind is QuantityKind.MONEY
    if last in words_of(standing["level"]) and is_unsigned:
        behind = text[quantity.end :].lower().split(maxsplit=1)[:1]  # "auf 5 Prozent stieg"
        is_led = not verbs.isdisjoint((*words, *behind)) or last.startswith(tuple(verbs))
        return True if is_led else None
    if quantity.sign is Sign.UNSAID and quantity.kind not in _UNSIGNED:
        return None
    if last in verbs:
        return False
    # The word for a change may say other things too: "était de 5 millions".
    is_change = last in words_of(standing["change"])
    told = standing.get("is_clear") or _changing(tables).search(" ".join(words))
    return False if is_change and told else None


def moves(text: str, language: str) -> bool:
    """Tell whether any word of a text is one of change, such as "rose", "increase" or "higher".

    True for a language without tables: what is not known to stand still may move.
    """
    tables = known(language)
    if tables is None:
        return True
    pieces = parted(text, language)
    return _changing(tables).search((text if pieces is None else pieces.text).lower()) is not None


def is_moved(text: str, quantity: Quantity, language: str) -> bool:
    """Tell whether a verb of change governs a figure that is a change: "rose $5 million".

    What is earned or lost ("lost $5 million") is a sum and no change.
    """
    tables = known(language)
    level = is_level(text, quantity, language)
    if tables is None or level is True:
        return False
    pieces = parted(text, language)
    if pieces is not None:
        text, quantity = pieces.text, pieces.into(quantity)
    if quantity.kind is not QuantityKind.MULTIPLE and _is_apart(text, quantity, tables):
        return True
    if level is None and (quantity.sign is Sign.UNSAID or quantity.kind not in _RATIOS):
        return False
    words = text[: quantity.start].lower().split()[-_NEAR:]
    if table(tables, "directions")["standing"].get("is_clear"):
        return words[-1:] != [] and words[-1] in words_of(_standing(tables)["change"])
    return any(word in _moving(tables) for word in words)


def _is_apart(text: str, quantity: Quantity, language: str) -> bool:
    """Tell whether a word behind a number makes it a distance: "5% more", "40 fewer workers"."""
    pattern = _comparatives(language)
    is_counted = quantity.kind in _UNSIGNED and quantity.hedge is Hedge.PLAIN
    inside = pattern.search(text, quantity.start, quantity.end) if is_counted else None
    return (inside or pattern.match(text, quantity.end)) is not None


@cache
def _comparatives(language: str) -> re.Pattern[str]:
    """Match what, right behind a figure, tells how far two things lie apart: "5% more"."""
    tables = table(language, "directions")
    nouns = words_of(*_texts(tables["nouns"]), *_texts(tables.get("sums", {})))
    words = {word for one in _listed(tables.get("after", {})) for word in one} - nouns
    return compiled(rf"\s+(?:{longest_first(words)})(?!\w)", re.IGNORECASE)


def _texts(part: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(one for one in part.values() if isinstance(one, str))


def _listed(part: Mapping[str, Any]) -> Iterator[list[str]]:
    """Give the words or phrases of each way in a part of a table."""
    for way in ("up", "down"):
        held = part.get(way, "")
        yield held.split() if isinstance(held, str) else held


def stands(text: str, quantity: Quantity, language: str) -> bool:
    """Tell whether a verb of being leads to a figure in a clause without a word of change: "is 5%".

    Nouns such as "inflation" name changes in percent, and are words of change here.
    """
    tables = known(language)
    if tables is None or (quantity.kind in _RATIOS and quantity.sign is not Sign.UNSAID):
        return False
    pieces = parted(text, language)
    if pieces is not None:
        return stands(pieces.text, pieces.into(quantity), language)
    start, end = _clause(text, quantity)
    clause = f"{text[start : quantity.start]} {text[quantity.end : end]}".lower()
    if _changing(tables).search(clause) or _named(tables).search(clause):
        return False
    near = text[start : quantity.start].lower().split()[-_NEAR:]
    return not words_of(_standing(tables)["being"]).isdisjoint(near)


def is_former(text: str, quantity: Quantity, language: str) -> bool:
    """Tell whether a quantity is the level before a change, without a time of its own: "from 5% to 7%".

    `language` is the BCP 47 tag of the text; False for one without tables.
    """
    tables = known(language)
    if tables is None:
        return False
    pieces = parted(text, language)
    if pieces is not None:
        return is_former(pieces.text, pieces.into(quantity), language)
    standing = _standing(tables)
    behind = _TO_NUMBER.match(text.lower(), quantity.end)
    before = text[: quantity.start].lower().replace("’", "'").split()[-2:]
    after = behind[1].split() if behind else []
    if standing.get("has_articles"):
        before, after = (
            [one for one in words if one not in grammar(tables).ARTICLES]
            for words in (before, after)
        )
    former, latter = words_of(standing["former"]), words_of(standing["latter"])
    return before[-1:] != [] and before[-1] in former and after[-1:] != [] and after[-1] in latter


def _clause(text: str, quantity: Quantity) -> tuple[int, int]:
    signs = [
        match.end() for match in SIGN.finditer(text, max(0, quantity.start - FAR), quantity.start)
    ]
    after = SIGN.search(text, quantity.end, quantity.end + FAR)
    return (signs[-1] if signs else 0), (after.start() if after else len(text))


def _standing(language: str) -> Mapping[str, Any]:
    held: Mapping[str, Any] = table(language, "directions")["standing"]
    return held


@cache
def _named(language: str) -> re.Pattern[str]:
    """Return a pattern of nouns that name a change in percent, whole or as the end of a compound."""
    return compiled(rf"(?:{longest_first(_standing(language)['named'].split())})(?!\w)")


@cache
def _moving(language: str) -> frozenset[str]:
    """Return the verbs of change that neither earn nor lose nor come after a number too."""
    tables = table(language, "directions")
    others = (
        *tables.get("sums", {}).values(),
        *tables.get("after", {}).values(),
        tables["standing"]["losing"],
    )
    return _verbs(language) - words_of(*(one for one in others if isinstance(one, str)))


@cache
def _changing(language: str) -> re.Pattern[str]:
    """Return a pattern of all words and phrases of change in the tables of a language."""
    tables = table(language, "directions")
    parts = (tables["nouns"], tables["verbs"], tables.get("after", {}))
    held = (part.get(way, "") for part in parts for way in ("up", "down", "cutting"))
    phrases = (one.split() if isinstance(one, str) else one for one in held)
    unmoving = "".join(
        rf"(?<!\b{word}\s)" for word in _standing(language).get("unmoving", "").split()
    )
    return compiled(rf"(?<!\w){unmoving}(?:{longest_first(chain.from_iterable(phrases))})(?!\w)")


@cache
def _verbs(language: str) -> frozenset[str]:
    verbs = table(language, "directions")["verbs"]
    held = (verbs.get(part, "") for part in ("up", "down", "cutting"))
    return words_of(*held)
