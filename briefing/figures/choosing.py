"""Choose the one figure that a statement or a quote is about.

Nobody can invent a figure: whatever the author writes must stand in the text in some form.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from briefing.figures.numerals import DIGITS
from briefing.figures.parts import is_of_a_part
from briefing.figures.periods import mentioned
from briefing.figures.reading import read
from briefing.model.figures import (
    AMBIGUOUS_YEN,
    ChoiceFault,
    ChoiceProblem,
    Hedge,
    Quantity,
    QuantityKind,
    Sign,
)

NO_FIGURE: Final = "none"
"""What an author writes where no figure of the statement is the point."""

_YEN_CODES: Final = frozenset({"CNY", "JPY"})
_NUMBER: Final = re.compile(DIGITS)
_BARE: Final = re.compile(rf"(?P<sign>[-−–+]?)(?P<number>{DIGITS})")


def choose(
    text: str, unit: str | None = None, written: str | None = None, yen: str | None = None
) -> Quantity | ChoiceProblem | None:
    """Give the figure that a text is about.

    `unit` is the claim's unit when an item's quote is read, None when the claim's own statement is.
    `written` is what the author wrote under `figure`; `none` gives None. `yen` is as for `read`.
    Without `written`, the one figure with the unit is taken, else the only figure; lengths of time
    in a period such as "over the next three years" count only where nothing else does. A figure that
    words speak of a part of ("half of its 40 plants") is taken only where it is `written`.
    """
    if written is not None and written.strip().lower() == NO_FIGURE:
        return None
    found = read(text, yen)
    if written is not None:
        return _standing(found, written, yen)
    return _only(text, found, unit)


def _only(text: str, found: tuple[Quantity, ...], unit: str | None) -> Quantity | ChoiceProblem:
    open_to_choice = _candidates(text, found, unit)
    if len(open_to_choice) == 1:
        (only,) = open_to_choice
        if not is_of_a_part(text, only):
            return only
        reason = f"the words are about a part of {only.text}"
        return ChoiceProblem(ChoiceFault.SEVERAL, open_to_choice, reason)
    if not open_to_choice:
        return ChoiceProblem(ChoiceFault.NONE, (), "there is no figure")
    listed = ", ".join(quantity.text for quantity in open_to_choice)
    if unit is not None and all(quantity.unit != unit for quantity in open_to_choice):
        return ChoiceProblem(
            ChoiceFault.NONE, open_to_choice, f"no figure in {unit} stands there, only {listed}"
        )
    return ChoiceProblem(
        ChoiceFault.SEVERAL, open_to_choice, f"{len(open_to_choice)} figures stand there: {listed}"
    )


def _candidates(text: str, found: tuple[Quantity, ...], unit: str | None) -> tuple[Quantity, ...]:
    if unit is not None:
        with_unit = _distinct(q for q in found if q.unit.casefold() == unit.casefold())
        if with_unit:
            return with_unit
    lengths = [mention for mention in mentioned(text, "en") if mention.months is not None]
    outside = [
        quantity
        for quantity in found
        if quantity.kind is not QuantityKind.DURATION
        or not any(m.start <= quantity.start and quantity.end <= m.end for m in lengths)
    ]
    return _distinct(outside or found)


def _distinct(quantities: Iterable[Quantity]) -> tuple[Quantity, ...]:
    """Keep the first of several that state the same."""
    kept: dict[tuple[object, ...], Quantity] = {}
    for quantity in quantities:
        key = (quantity.unit, quantity.low, quantity.high, quantity.hedge, quantity.sign)
        kept.setdefault(key, quantity)
    return tuple(kept.values())


def _standing(
    found: tuple[Quantity, ...], written: str, yen: str | None
) -> Quantity | ChoiceProblem:
    """Give the figure of the text that the author's own writing names."""
    wanted = read(written, yen)
    words = _folded(written)
    as_written = [quantity for quantity in found if _folded(quantity.text) == words]
    if as_written:
        return as_written[0]
    if len(wanted) > 1:
        reason = f"“{written}” is more than one figure"
        return ChoiceProblem(ChoiceFault.NOT_STANDING, found, reason)
    if wanted:
        named = [quantity for quantity in found if _names(wanted[0], quantity)]
    else:
        named = [quantity for quantity in found if _bare_names(written, quantity)]
    distinct = _distinct(named)
    if len(distinct) == 1:
        return distinct[0]
    if distinct:
        reason = f"“{written}” fits {len(distinct)} figures"
        return ChoiceProblem(ChoiceFault.SEVERAL, distinct, reason)
    return ChoiceProblem(ChoiceFault.NOT_STANDING, found, f"“{written}” is not there")


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _names(wanted: Quantity, quantity: Quantity) -> bool:
    """Tell whether the author's figure is this one: its sign and hedge may be left to the text."""
    units = {wanted.unit, quantity.unit}
    if len(units) > 1 and not (AMBIGUOUS_YEN in units and units & _YEN_CODES):
        return False
    if wanted.hedge not in (Hedge.PLAIN, quantity.hedge):
        return False
    if wanted.sign is Sign.UNSAID:
        return {abs(wanted.first), abs(wanted.last)} == {abs(quantity.first), abs(quantity.last)}
    return (wanted.first, wanted.last) == (quantity.first, quantity.last)


def _bare_names(written: str, quantity: Quantity) -> bool:
    """Tell whether a number without a unit is the one that the figure's words hold."""
    bare = _BARE.fullmatch(written.strip())
    if bare is None:
        return False
    if bare["sign"] and (bare["sign"] == "+") == (quantity.sign is Sign.MINUS):
        return False
    return bare["number"] in _NUMBER.findall(quantity.text)
