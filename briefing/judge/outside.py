"""Read a figure once more in the sentence that its quote is cut from, with the words that the quote leaves out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from briefing.diagnostics import Diagnostic, diagnostic
from briefing.figures import is_adding, narrowing, other_group, standing
from briefing.model.figures import QuantityKind
from briefing.model.judged import Stance
from briefing.quotes import denied

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.judge.stances import Stated
    from briefing.model.content import Claim, Item
    from briefing.model.figures import Figure, Quantity
    from briefing.model.judged import Anchor

_SAME = "quote words about the same, or explain with 'because' that they mean the same"
_HINT = "quote these words too, or explain with 'because' why they change nothing"


def check_around(
    claim: Claim,
    figure: Figure,
    item: Item,
    stated: Stated,
    anchor: Anchor,
    languages: tuple[str, str],
) -> Iterator[Diagnostic]:
    """Warn of what the sentence around a quote says of its figure, and of a group that it does not name.

    "On paper, | the dyke protects 7,000 people" says less than its quote. Words that the claim has too change nothing.
    `languages` are the BCP 47 tags of the claim's statement and of the quote. An author who gives a reason has read it.
    """
    own = stated.figure
    if own is None or stated.stance is Stance.MENTIONS or item.because or item.scope:
        return
    yield from _left_outside(claim, figure, item, own.quantity, anchor, languages)
    if own.quantity.kind is QuantityKind.PERCENT and claim.scope is None:
        yield from _other_members(claim, figure, item, anchor, languages)


def _left_outside(
    claim: Claim,
    figure: Figure,
    item: Item,
    own: Quantity,
    anchor: Anchor,
    languages: tuple[str, str],
) -> Iterator[Diagnostic]:
    language = languages[1]
    text = "".join(piece for piece, _ in anchor.pieces)
    place = _place(anchor, item.quote.text, own)
    if place is None or item.translation is not None:
        return
    found = _told(text, *place, language)
    if found is None:  # as in most passages, so that neither the quote nor the claim is read for it
        return
    quoted = _told(item.quote.text, own.start, own.end, language)
    start, end = figure.quantity.start, figure.quantity.end
    claimed = _told(claim.statement.text, start, end, languages[0])
    if found.kind not in (quoted and quoted.kind, claimed and claimed.kind):
        message = f"the sentence says '{found.word}' of '{own.text}', and the quote leaves it out"
        yield diagnostic("sense-turned", item.quote.at, message, hint=_HINT)


def _other_members(
    claim: Claim, figure: Figure, item: Item, anchor: Anchor, languages: tuple[str, str]
) -> Iterator[Diagnostic]:
    """Find a share of a group that neither the quote nor its sentence names: of residents, and of those asked."""
    if len({tag.partition("-")[0] for tag in languages}) > 1:
        return
    passage = "".join(piece for piece, _ in anchor.pieces)
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


def _told(text: str, start: int, end: int, language: str) -> _Word | None:
    """Give the words that make a figure no fact, deny or narrow it."""
    found = standing(text, start, end, language)
    if found is not None:
        return _Word(found.standing, found.word)
    if (word := denied(text, start, language)) is not None:
        return _Word("denied", word)
    words = narrowing(text, start, end, language)
    return None if words is None or is_adding(words, language) else _Word("narrowed", words)
