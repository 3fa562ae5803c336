"""Find what a quote adds to all that its claim says, and whose figure it gives instead: "Acme's parent has 40 stores"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from briefing.figures.wordings import FIGURE
from briefing.language import grammar, table, words_of
from briefing.model.figures import QuantityKind
from briefing.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.figures.wordings import Sides, Word, Wordings
    from briefing.model.figures import Quantity

_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_MOST_MORE: Final = 3
"""How many words a quote may add in which its figure may be of another thing; more of them tell another story."""


def other_names(held: Wordings, sides: Sides) -> tuple[Sequence[Word], Sequence[Word]] | None:
    """Give the names of a claim and those before the figure of a quote, where it has none of the claim's."""
    at = next((n for n, one in enumerate(sides.quote) if one.key == FIGURE), 0)
    ours = _names(held, sides.claim)
    if (other := _head(held, sides, at)) and ours:
        return ours, other
    theirs = [one for one in _names(held, sides.quote[:at]) if not held.lead(one)]
    if not ours or not theirs or any(one.key in sides.both for one in (*ours, *theirs)):
        return None
    return ours, theirs


def _head(held: Wordings, sides: Sides, at: int) -> Sequence[Word]:
    """Give the names of the clause of a quote's figure at `at`, where it begins with one and has none of the claim's.

    "Acme kept its stores, whereas Apex lost 40."
    """
    first = next((n + 1 for n in range(at - 1, 0, -1) if sides.quote[n].is_sign), at)
    names = [one for one in sides.quote[first:at] if one.is_name]
    if not names or names[0] is not sides.quote[first] or names[0].is_owner or held.lead(names[0]):
        return ()
    return () if any(one.key in sides.both for one in names) else names


def _names(held: Wordings, words: Sequence[Word]) -> list[Word]:
    """Give the names among some words; where all nouns have capitals, those are two and more in a row."""
    if held.has_names:
        return [one for one in words if one.is_name or (one.is_owner and one.text[:1].isupper())]
    rows = [
        n for n in range(1, len(words)) if not words[n].led and _is_name_row(words[n - 1 : n + 1])
    ]
    return [words[n] for n in sorted({*rows, *(n - 1 for n in rows)})] if held.has_heads else []


def _is_name_row(words: Sequence[Word]) -> bool:
    return all(one.text[:1].isupper() and not one.is_mark for one in words)


def other_way(
    claim: Sequence[Word], quote: Sequence[Word], language: str
) -> tuple[str, str] | None:
    """Give a name of two statements that words lead away from in one and to in the other: "from Chile", "to Chile".

    `language` is the name of a language with tables.
    """
    ways = _ways(language)
    leads = dict(_led(quote))
    for ours, lead in _led(claim):
        other = leads.get(ours)
        if any(lead in away and other in to for away, to in (ways, ways[::-1])):
            return f"{lead} {ours}", f"{other} {ours}"
    return None


def _led(words: Sequence[Word]) -> Iterator[tuple[str, str]]:
    """Yield each name that a light word leads to, and that word."""
    for n, word in enumerate(words):
        before = f"{words[n - 1].key if n else ''} {word.led}".split()
        if word.text[:1].isupper() and before:
            yield word.text, before[-1]


@cache
def _ways(language: str) -> tuple[frozenset[str], frozenset[str]]:
    away, to = table(language, "contrasts")["toward"]
    return words_of(away), words_of(to)


def beside_noun(
    held: Wordings, texts: tuple[str, str], quantities: tuple[Quantity, Quantity], language: str
) -> tuple[str, str] | None:
    """Give what stands between number and noun of one of two counts, and is not said of the other: "40 | used | cars".

    The first of the two is empty where the quote has it, and the second where the claim does. The arguments are those
    of `contrasts.contrast`.
    """
    if not held.is_spaced or {one.kind for one in quantities} != {QuantityKind.COUNT}:
        return None
    (claim, quote), (ours, theirs) = texts, quantities
    more = _inner(held, theirs, claim, language)
    if more:
        return "", more
    less = _inner(held, ours, quote, language) if quote[:1].isupper() else ""
    return (less, "") if less else None


def _inner(held: Wordings, quantity: Quantity, other: str, language: str) -> str:
    known_words = held.light | held.plain | _bounding(language)
    words = _WORD.findall(quantity.text)[:-1]  # the last is what is counted
    number = compiled(grammar(language).NUMBER_WORDS, re.IGNORECASE)
    told = [
        word
        for word in words
        if not (word.isupper() or word.lower() in known_words)
        and not number.fullmatch(word)
        and not held.is_said(word, other)
    ]
    return " ".join(told)


@cache
def _bounding(language: str) -> frozenset[str]:
    """Return the words of hedges, bounds and scales, which say how many and not of what."""
    hedges = table(language, "hedges")
    rows = (*hedges["before"], *hedges["after"], *table(language, "scales")["scale"])
    return words_of(*(word for row in rows for word in row["words"]))


def added(held: Wordings, sides: Sides, *, differs: bool) -> Sequence[Word]:
    """Give the few words that a quote adds to all that its claim says: "fell short of the $5 million profit".

    They are before its figure, or, where the two figures differ, anywhere in its clause, and neither verbs nor plain.
    """
    if any(not _is_free(held, one) and one.key not in sides.both for one in sides.claim):
        return ()
    at = next((n for n, one in enumerate(sides.quote) if one.key == FIGURE), 0)
    end = next((n for n in range(at + 1, len(sides.quote)) if sides.quote[n].is_mark), None)
    behind = sides.quote[at:end] if differs else ()
    more = [
        one
        for one in (*_own_clause(held, sides, at), *behind)
        if one.key not in sides.both
        and not (one.is_mark or one.key in held.plain or held.is_verb(one))
        and (one.text[:1].isupper() or not held.has_heads)  # German writes its nouns so
    ]
    return more if len(more) <= _MOST_MORE else ()


def _own_clause(held: Wordings, sides: Sides, at: int) -> Sequence[Word]:
    """Give the words of a quote up to the figure at `at`, from behind another figure or a clause joined to its own."""
    words = sides.quote
    for n in range(at - 1, -1, -1):
        is_joint = words[n].is_sign and not held.conjunctions.isdisjoint(words[n + 1].led.split())
        is_other = words[n].is_mark and not words[n].is_sign
        if (is_joint or is_other) and any(one.key in sides.both for one in words[n + 1 : at]):
            return words[n + 1 : at]
    return words[:at]


def _is_free(held: Wordings, word: Word) -> bool:
    """Tell whether a quote may leave out a word of its claim: a name that its article gave, or a verb."""
    return word.is_mark or word.is_name or word.key in held.plain or held.is_verb(word)
