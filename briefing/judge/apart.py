"""Tell apart what figures are about where a statement and a quote name two things.

Two things are named by the same letters and other digits, as GPT-4 and GPT-3.5 are, or are two share
indexes. A change and the level that it leads to are two things as well: "raised by 5%" and "raised to
5%"; so are 40 metres long and 40 metres wide, patents and patents pending, and workers hired and fired.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.diagnostics import Diagnostic, diagnostic
from briefing.figures import (
    acts,
    acts_differ,
    indexes,
    is_by_degrees,
    is_former,
    is_level,
    is_moved,
    is_share,
    mentioned,
    moves,
    read,
    spelled_names,
    stands,
    ways,
    word_behind,
)
from briefing.model.figures import Comparison, Obstacle, Outcome, Part, QuantityKind, Sign
from briefing.model.judged import Stance
from briefing.values import replace

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from briefing.judge.stances import Stated
    from briefing.model.content import Claim, Item
    from briefing.model.figures import Figure, Quantity

_RATIOS = frozenset({QuantityKind.PERCENT, QuantityKind.POINTS})
_FORMER = "a former level"
"""What readers see of a figure that changed to another."""
_NAME = re.compile(
    r"(?<![^\W㐀-鿿])(?<![.$€£¥-])(?P<stem>[^\W\d_㐀-鿿]{1,12}-?|[A-Z][a-z]{2,12}\s)"
    r"(?P<number>\d(?:[^\W㐀-鿿]|\.)*[^\W㐀-鿿]|\d)(?![^\W㐀-鿿]|-)"
)
"""Letters with a number that touches them or follows a hyphen, and a capital word with a number
behind it: A320neo, Omega-3, Flight 370, Phase 2."""


def told_apart(
    claim: Claim, figure: Figure, item: Item, stated: Stated, languages: tuple[str, str]
) -> tuple[Stated, Diagnostic | None]:
    """Compare nothing where an item is about another thing than its claim, by their words.

    `languages` are the BCP 47 tags of the claim and of the item.
    """
    given = stated.comparison
    if stated.figure is None or given is None or given.outcome is Outcome.NOT_COMPARABLE:
        return stated, None
    quantities = (figure.quantity, stated.figure.quantity)
    texts = (claim.statement.text, item.quote.text)
    differs = given.outcome is Outcome.DIFFERENT
    told = _of_change(texts, quantities, languages, differs=differs) or _of_names(
        texts, quantities, languages
    )
    if told is None:
        return stated, None
    obstacle, message, hint = told
    found = diagnostic("scope-differs", item.quote.at, message, hint=hint)
    apart = Comparison(Outcome.NOT_COMPARABLE, obstacle)
    return replace(stated, stance=Stance.MENTIONS, comparison=apart), found


def _of_change(
    texts: tuple[str, str],
    quantities: tuple[Quantity, Quantity],
    languages: tuple[str, str],
    *,
    differs: bool,
) -> tuple[Obstacle, str, None] | None:
    """Tell apart changes, the levels that they lead to, and those that they start from.

    What rose to 5 and what fell to 4 are two levels of one thing all the same, so that they differ.
    """
    own = quantities[1]
    sides = _levels(texts, quantities, languages)
    if set(sides) == {True, False}:
        message = (
            f"'{own.text}' is {_standing(sides[1])}, and the claim gives {_standing(sides[0])}"
        )
        return Obstacle(Part.MEASURE, *map(_standing, sides)), message, None
    ours, theirs = map(is_former, texts, quantities, languages)
    if theirs and not ours:
        message = f"'{own.text}' is what changed to another, and the claim does not say so"
        return Obstacle(Part.MEASURE, None, _FORMER), message, None
    told = tuple(map(ways, texts, quantities, languages))
    is_of_levels = differs and sides[1] is True and sides[0] is not False
    if (
        not is_of_levels
        and all(told)
        and told[0].isdisjoint(told[1])
        and (Sign.UNSAID in {one.sign for one in quantities} or quantities[0].sign is own.sign)
    ):
        message = f"'{own.text}' is told to go the other way than the claim's figure"
        return Obstacle(Part.MEASURE, *map(_way, told)), message, None
    unit = quantities[0].unit
    if is_by_degrees(own, unit) and _may_be_a_change(texts, sides, languages):
        message = (
            f"'{own.text}' may be a change of temperature, which is not compared in other units"
        )
        return Obstacle(Part.UNIT, unit, own.unit), message, None
    return None


def _of_names(
    texts: tuple[str, str], quantities: tuple[Quantity, Quantity], languages: tuple[str, str]
) -> tuple[Obstacle, str, str] | None:
    """Tell apart what words name in two ways."""
    told = (
        _words_behind(texts, quantities, languages)
        or _other_acts(texts, quantities, languages)
        or _other_names(texts, languages)
    )
    if told is None:
        return None
    part, name, other = told
    ours = f"the claim '{name}'" if name else "the claim does not"
    theirs = f"the quote names '{other}'" if other else "the quote does not"
    message = f"{theirs}, and {ours}" if other else f"the claim names '{name}', and {theirs}"
    hint = "quote words about the same thing, or list the quote under 'mentions'"
    return Obstacle(part, name, other), message, hint


def _levels(
    texts: tuple[str, str], quantities: tuple[Quantity, Quantity], languages: tuple[str, str]
) -> tuple[bool | None, bool | None]:
    """Tell of two figures whether each is a level, see `is_level`.

    Beside a change ("rose $5 million") the other is a level where a verb of being leads to it and no word
    near it speaks of change.
    """
    ours, theirs = map(is_level, texts, quantities, languages)
    moved = tuple(map(is_moved, texts, quantities, languages))
    shares = tuple(map(is_share, texts, quantities, languages))
    if moved[1] is not moved[0] and shares in {(True, False), (False, True)}:
        return shares[0], shares[1]
    if ours is None and moved[1]:
        is_ratio = quantities[0].kind in _RATIOS
        is_still = not is_ratio and not moves(texts[0], languages[0])
        ours = True if is_still or stands(texts[0], quantities[0], languages[0]) else None
        theirs = False
    elif theirs is None and moved[0]:
        theirs = True if stands(texts[1], quantities[1], languages[1]) else None
        ours = False
    return ours, theirs


def _may_be_a_change(
    texts: tuple[str, str], sides: tuple[bool | None, bool | None], languages: tuple[str, str]
) -> bool:
    return any(
        side is not True and moves(text, language)
        for text, side, language in zip(texts, sides, languages, strict=True)
    )


def _standing(is_level: bool | None) -> str:  # noqa: FBT001 (what `is_level` gives)
    return "a level" if is_level else "a change"


def _way(told: frozenset[Sign]) -> str:
    return "a rise" if Sign.PLUS in told else "a fall"


def _words_behind(
    texts: tuple[str, str], quantities: tuple[Quantity, Quantity], languages: tuple[str, str]
) -> tuple[Part, str | None, str | None] | None:
    """Find words right behind two figures that make them figures of two things: "long" and "wide"."""
    if len({tag.partition("-")[0] for tag in languages}) > 1:
        return None  # their words are spelled otherwise
    ours, theirs = (
        word_behind(text, quantity, language)
        for text, quantity, language in zip(texts, quantities, languages, strict=True)
    )
    if ours == theirs:
        return None
    name, other = (one and one.word for one in (ours, theirs))
    if ours and theirs:
        return Part.MEASURE, name, other
    told = ours or theirs
    without = texts[1] if ours else texts[0]
    is_told = told is not None and (not told.is_state or told.word in without.lower())
    return None if is_told else (Part.MEASURE, name, other)


def _other_acts(
    texts: tuple[str, str], quantities: tuple[Quantity, Quantity], languages: tuple[str, str]
) -> tuple[Part, str | None, str | None] | None:
    """Find what is done with two figures, or of whom they are, where it is not the same: hired and fired."""
    ours, theirs = map(acts, texts, quantities, languages)
    for group, one in ours.items():
        other = theirs.get(group)
        if other is not None and acts_differ(group, one, other):
            return Part.MEASURE, one.word, other.word
    return None


def _other_names(
    texts: tuple[str, str], languages: tuple[str, str]
) -> tuple[Part, str | None, str | None] | None:
    """Find what the claim names by letters or an index and the quote names otherwise."""
    ours, theirs = map(indexes, texts)
    if ours and theirs and ours.isdisjoint(theirs):
        return Part.ENTITY, min(ours), min(theirs)
    named = _names(texts[0], languages[0])
    for stem, names in (_names(texts[1], languages[1]) if named else {}).items():
        own = named.get(stem)
        if own and own.keys().isdisjoint(names):
            return Part.ENTITY, next(iter(own.values())), next(iter(names.values()))
    return None


def _names(text: str, language: str) -> Mapping[str, Mapping[str, str]]:
    """Return the names of a text by their letters, then by their digits, in lower case."""
    found: dict[str, dict[str, str]] = {}
    taken: list[tuple[int, int]] | None = None
    for match in _NAME.finditer(text):
        taken = taken if taken is not None else list(_known(text, language))
        if not any(start < match.end() and match.start() < end for start, end in taken):
            stem = match["stem"].casefold().rstrip("- ")
            found.setdefault(stem, {})[match["number"].casefold()] = match[0]
    for stem, number, match in spelled_names(text, language):
        taken = taken if taken is not None else list(_known(text, language))
        if not any(start < match.end() and match.start() < end for start, end in taken):
            found.setdefault(stem, {})[number] = match[0]
    return found


def _known(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Yield where figures and periods are, whose letters and digits name nothing."""
    yield from ((one.start, one.end) for one in read(text, language))
    yield from ((one.start, one.end) for one in mentioned(text, language))
