"""Let a figure of people of some kind support one of people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.diagnostics import Diagnostic, diagnostic
from briefing.figures import both_count_people, compare
from briefing.model.figures import Obstacle, Outcome, Part
from briefing.model.judged import Stance
from briefing.values import replace

if TYPE_CHECKING:
    from briefing.judge.stances import Stated
    from briefing.model.content import Item
    from briefing.model.figures import Figure

_HINT = "quote words about the same people, or explain with 'because' that they are the same"


def of_people(figure: Figure, item: Item, one: Stated) -> tuple[Stated, tuple[Diagnostic, ...]]:
    """Let "1,046 runners" support "1,046 people", with a warning. Two that differ may be of other people, and stay apart."""
    given, own = one.comparison, one.figure
    if own is None or given is None:
        return one, ()
    is_unit = isinstance(given.why, Obstacle) and given.why.part is Part.UNIT
    if not is_unit or not both_count_people(figure.quantity, own.quantity):
        return one, ()
    turned = replace(own.quantity, unit=figure.quantity.unit)
    found = replace(compare(figure, replace(own, quantity=turned)), converted=turned)
    if found.outcome is not Outcome.SAME:
        return one, ()
    message = f"the quote counts {own.quantity.unit}, and the claim {figure.quantity.unit}"
    doubt = diagnostic("wording-differs", item.quote.at, message, hint=_HINT)
    return replace(one, stance=Stance.SUPPORTS, comparison=found), (doubt,)
