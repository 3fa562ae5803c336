"""Read a figure once more in the sentence that its quote is cut from, with the words that the quote leaves out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from briefing.diagnostics import Diagnostic, diagnostic
from briefing.figures import (
    UNSAID,
    condition,
    is_adding,
    narrowing,
    other_group,
    places,
    read,
    standing,
    variants,
)
from briefing.judge.periods import item_period
from briefing.model.figures import QuantityKind
from briefing.model.judged import Stance
from briefing.quotes import denied
from briefing.values import replace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.judge.periods import Claimed
    from briefing.judge.stances import Stated
    from briefing.model.content import Claim, Item, Source
    from briefing.model.figures import Figure, Quantity
    from briefing.model.judged import Anchor

_CLAUSE_END = re.compile(r"[,;:(](?=\s)|[，；：（]")
_SAME = "quote words about the same, or explain with 'because' that they mean the same"
_HINT = "quote these words too, or explain with 'because' why they change nothing"


class _Sides(NamedTuple):
    """A figure as a claim, a quote and the sentence of the quote give it: each text, place and language."""

    claim: _Placed
    quote: _Placed
    passage: _Placed


class _Placed(NamedTuple):
    text: str
    start: int
    end: int
    language: str


def check_around(
    claim: Claim,
    figure: Figure,
    item: Item,
    stated: Stated,
    anchor: Anchor,
    source: Source,
    of: Claimed,
) -> Iterator[Diagnostic]:
    """Warn of what the sentence around a quote says of its figure, and of a group that it does not name.

    "On paper, | the dyke protects 7,000 people" says less than its quote. Words that the claim has too change nothing.
    `of` is the period of the claim's figure. An author who gives a reason has read the sentence.
    """
    own = stated.figure
    if own is None or stated.stance is Stance.MENTIONS or item.because or item.scope:
        return
    text = "".join(piece for piece, _ in anchor.pieces)
    place = _place(anchor, item.quote.text, own.quantity)
    if place is not None and item.translation is None and text != item.quote.text:
        stated_at, tag = figure.quantity, source.language
        sides = _Sides(
            _Placed(claim.statement.text, stated_at.start, stated_at.end, of.language),
            _Placed(item.quote.text, own.quantity.start, own.quantity.end, tag),
            _Placed(text, *place, tag),
        )
        said = (
            _left_outside(sides)
            or _other_measure(sides)
            or _other_place(sides)
            or _other_period(sides, claim, item, source, of, stated)
        )
        if said is not None:
            message = (
                f"the sentence says '{said}' of '{own.quantity.text}', and the quote leaves it out"
            )
            yield diagnostic("sense-turned", item.quote.at, message, hint=_HINT)
    if own.quantity.kind is QuantityKind.PERCENT and claim.scope is None:
        yield from _other_members(claim, figure, item, text, (of.language, source.language))


def _left_outside(sides: _Sides) -> str | None:
    """Give the words around a quote that make its figure no fact, deny or narrow it, as neither quote nor claim does."""
    found = tuple(_told(sides.passage))
    if not found:  # as in most passages, so that neither the quote nor the claim is read for it
        return None
    told = {one.kind for side in sides[:2] for one in _told(side)}
    return next((one.word for one in found if one.kind not in told), None)


def _other_measure(sides: _Sides) -> str | None:
    """Give the words for which of two measures a figure is, where the quote and the claim have none: "adjusted"."""
    text, _, end, _ = sides.passage
    clause = _CLAUSE_END.search(
        text, end
    )  # behind it comes what is of something else: "12 of them women"
    near = sides.passage._replace(text=text[: clause.start()] if clause else text)
    ours, theirs, around = (dict(variants(*one)) for one in (*sides[:2], near))
    return next(
        (
            side
            for group, side in around.items()
            if group not in theirs and side != ours.get(group) and side not in UNSAID
        ),
        None,
    )


def _other_place(sides: _Sides) -> str | None:
    """Give the words that a sentence begins with and place its figure, where quote and claim name no such place."""
    said = f"{sides.claim.text} {sides.quote.text}".casefold()
    first = sides.passage.text.lstrip("…„“\"'«» ")
    return next(
        (
            words
            for words, name in places(*sides.passage)
            if first.startswith(words) and name.casefold() not in said
        ),
        None,
    )


def _other_period(
    sides: _Sides, claim: Claim, item: Item, source: Source, of: Claimed, stated: Stated
) -> str | None:
    """Give the period that the sentence of a quote names where the quote names none, if it is not the claim's."""
    if of.period is None or item.period_at is not None or stated.told is None or stated.told.other:
        return None
    _, _, (text, start, end, language) = sides
    figures = (
        one for one in read(text, language, source.yen) if one.start < end and one.end > start
    )
    quantity = next(figures, None)
    if quantity is None:
        return None
    whole = replace(item, quote=replace(item.quote, text=text, verbatim=False))
    other = item_period(of, whole, quantity, claim, source).other
    return other.words if other else None


def _other_members(
    claim: Claim, figure: Figure, item: Item, passage: str, languages: tuple[str, str]
) -> Iterator[Diagnostic]:
    """Find a share of a group that neither the quote nor its sentence names: of residents, and of those asked."""
    if len({tag.partition("-")[0] for tag in languages}) > 1:
        return
    word = other_group((claim.statement.text, passage), figure.quantity, languages[0])
    if word is not None:
        message = f"the claim is of '{word}', and the quote does not name them"
        yield diagnostic("wording-differs", item.quote.at, message, hint=_SAME)


def _place(anchor: Anchor, quote: str, own: Quantity) -> tuple[int, int] | None:
    """Return where in its passage a figure of a quote is.

    The passage has the words of the article, so lines may end inside the quote, and its other characters fold: the
    figure is found by its own words, as often as they come in the quote before it.
    """
    figure = re.compile(r"\s+".join(map(re.escape, own.text.split())))
    before = sum(1 for _ in figure.finditer(quote, 0, own.start))
    found, start = [], 0
    for piece, is_quoted in anchor.pieces:
        if is_quoted:
            found += [(start + one.start(), start + one.end()) for one in figure.finditer(piece)]
        start += len(piece)
    return found[before] if len(found) > before else None


class _Word(NamedTuple):
    """A word that makes a figure less than it says, and in what way."""

    kind: str
    word: str


def _told(placed: _Placed) -> Iterator[_Word]:
    """Give the words that make a figure no fact, deny, narrow or bind it to a condition."""
    text, start, _, language = placed
    found = standing(*placed)
    if found is not None:
        yield _Word(found.standing, found.word)
    elif (word := denied(text, start, language)) is not None:
        yield _Word("denied", word)
    words = narrowing(*placed)
    if words is not None and not is_adding(words, language):
        yield _Word("narrowed", words)
    word = condition(*placed)
    if word is not None and found is None:
        yield _Word("bound", word)
