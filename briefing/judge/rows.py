"""Compare no figure of a table's row whose head is not named."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.diagnostics import Diagnostic, diagnostic
from briefing.judge.stances import Stated
from briefing.model.figures import Comparison, Obstacle, Outcome, Part, QuantityKind
from briefing.model.judged import Stance
from briefing.values import replace

if TYPE_CHECKING:
    from briefing.model.content import Item
    from briefing.model.figures import Figure

_SCALED = frozenset({QuantityKind.MONEY, QuantityKind.COUNT})
_OF_ROWS = frozenset({"figure-missing", "number-unread"})
_NUMBER = re.compile(r"[0-9]")
_COLUMN = "give the item the period of its column, with 'because' where no words say it"
_HINT = "write  head:  with the words of the article that give scale and unit, as in  head: (in millions)"


def by_head(
    given: tuple[Stated | None, tuple[Diagnostic, ...]],
    figure: Figure | None,
    item: Item,
    *,
    in_row: bool,
) -> tuple[Stated | None, tuple[Diagnostic, ...]]:
    """Let a figure from a row of bare numbers say nothing where its head is not named.

    Only one that is the claim's to the digit, where neither has a scale, is left to speak.
    """
    one, mistakes = given
    if one is not None and one.figure is not None and not one.figure.quantity.unit:
        message = f"neither the quote nor its head gives a unit of '{one.figure.quantity.text}'"
        return one, (*mistakes, diagnostic("head-missing", item.quote.at, message, hint=_HINT))
    if one is not None and in_row and _is_one_of_several(figure, item, one):
        text = one.figure.quantity.text if one.figure else ""
        message = f"'{text}' is one of several numbers in its row, and the quote does not say which period each is of"
        found = diagnostic("head-missing", item.quote.at, message, hint=_COLUMN)
        mistakes = (*mistakes, found)
        given = one, mistakes
    if figure is None or item.head is not None or not in_row:
        return given
    own = one.figure.quantity if one is not None and one.figure is not None else None
    if own is not None:
        same = one is not None and one.comparison and one.comparison.outcome is Outcome.SAME
        if own.kind not in _SCALED or own.grain > 1 or (same and figure.quantity.grain <= 1):
            return given
    elif not any(mistake.code in _OF_ROWS for mistake in mistakes):
        return given
    rest = tuple(mistake for mistake in mistakes if mistake.code not in _OF_ROWS)
    text = own.text if own else item.quote.text
    message = f"'{text}' is from a row of numbers, whose scale and unit are in its table's head"
    warned = diagnostic("head-missing", item.quote.at, message, hint=_HINT)
    kept = None if one is None and rest else _silent(one, text)
    return kept, (*rest, warned)


def _is_one_of_several(figure: Figure | None, item: Item, one: Stated) -> bool:
    """Tell whether a figure of a claim's period was picked from several of a row whose periods nobody gives."""
    if figure is None or figure.period is None or one.figure is None:
        return False
    if item.figure is None or item.period is not None or item.because:
        return False
    rest = item.quote.text.replace(one.figure.quantity.text, " ", 1)
    return _NUMBER.search(rest) is not None


def _silent(one: Stated | None, text: str) -> Stated:
    """Let an item only mention its claim, since the head of its row is not named."""
    if one is None:
        return Stated(Stance.MENTIONS)
    comparison = Comparison(Outcome.NOT_COMPARABLE, Obstacle(Part.HEAD, None, text))
    if one.figure is None:
        return replace(one, stance=Stance.MENTIONS)
    return replace(one, stance=Stance.MENTIONS, comparison=comparison)
