"""Choose the one figure that a statement or a quote is about.

Nobody can invent a figure: whatever the author writes must appear in the text in some form.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from briefing.figures.dimensions import ratio
from briefing.figures.numbers import numerals, read
from briefing.figures.periods import mentioned
from briefing.figures.persons import counted_as
from briefing.language import grammar, known
from briefing.language.parting import as_read, parted
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

_SIGNS: Final = frozenset("-−–+")
_YEN_CODES: Final = frozenset({"CNY", "JPY"})


def choose(
    text: str,
    language: str,
    unit: str | None = None,
    written: str | None = None,
    yen: str | None = None,
) -> Quantity | ChoiceProblem | None:
    """Give the figure that a text is about.

    `language` is the BCP 47 tag of the text: one without tables has no figures. `unit` is the claim's unit when an item's quote is read, None when the claim's own statement is.
    `written` is what the author wrote under `figure`; `none` gives None. `yen` is as for `read`.
    Without `written`, the one figure with the unit is taken, else the only figure; lengths of time
    in a period such as "over the next three years" count only where nothing else does. A figure that
    words speak of a part of ("half of its 40 plants") is taken only where it is `written`.
    """
    if written is not None and written.strip().lower() == NO_FIGURE:
        return None
    found = read(text, language, yen)
    if written is not None:
        return _standing(found, written, language, yen)
    return _only(text, found, language, unit)


def _only(
    text: str, found: tuple[Quantity, ...], language: str, unit: str | None
) -> Quantity | ChoiceProblem:
    open_to_choice = _candidates(text, found, language, unit)
    if len(open_to_choice) == 1:
        (only,) = open_to_choice
        if not is_of_a_part(text, only, language):
            return only
        reason = f"the words are about a part of {only.text}"
        return ChoiceProblem(ChoiceFault.SEVERAL, open_to_choice, reason)
    if not open_to_choice:
        return ChoiceProblem(ChoiceFault.NONE, (), "there is no figure")
    listed = ", ".join(quantity.text for quantity in open_to_choice)
    if unit is not None and all(ratio(one.unit, unit) is None for one in open_to_choice):
        return ChoiceProblem(
            ChoiceFault.NONE, open_to_choice, f"no figure in {unit} stands there, only {listed}"
        )
    return ChoiceProblem(
        ChoiceFault.SEVERAL, open_to_choice, f"{len(open_to_choice)} figures stand there: {listed}"
    )


def is_of_a_part(text: str, quantity: Quantity, language: str) -> bool:
    """Tell whether the words of a text speak of a part of a figure that is read from it."""
    kind, tables = quantity.kind, known(language)
    words = parted(text, language)
    if words is not None:
        return is_of_a_part(words.text, words.into(quantity), language)
    return tables is not None and grammar(tables).is_of_a_part(
        text,
        quantity.start,
        is_count=kind in (QuantityKind.COUNT, QuantityKind.MEASURE),
        is_percent=kind is QuantityKind.PERCENT,
    )


def _candidates(
    text: str, found: tuple[Quantity, ...], language: str, unit: str | None
) -> tuple[Quantity, ...]:
    if unit is not None:
        with_unit = _distinct(q for q in found if q.unit.casefold() == unit.casefold())
        with_unit = with_unit or _distinct(q for q in found if ratio(q.unit, unit) is not None)
        with_unit = with_unit or _distinct(
            q for q in found if unit in counted_as(text, q, language)
        )
        if with_unit:
            return with_unit
    lengths = [mention for mention in mentioned(text, language) if mention.months is not None]
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
    found: tuple[Quantity, ...], written: str, language: str, yen: str | None
) -> Quantity | ChoiceProblem:
    """Give the figure of the text that the author's own writing names."""
    wanted = read(written, language, yen)
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
        named = [quantity for quantity in found if _bare_names(written, quantity, language)]
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


def _bare_names(written: str, quantity: Quantity, language: str) -> bool:
    """Tell whether a number without a unit is the one that the figure's words hold."""
    bare, tables = written.strip(), known(language)
    sign, number = (bare[0], bare[1:]) if bare[:1] in _SIGNS else ("", bare)
    if not number or tables is None:
        return False
    if sign and (sign == "+") == (quantity.sign is Sign.MINUS):
        return False
    return number in numerals(tables).in_digits(as_read(quantity.text, language))
