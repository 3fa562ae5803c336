"""Compare the figure of a quote that cuts it by what the whole figure says too."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from briefing.figures import compare
from briefing.model.figures import Comparison, Figure, Obstacle, Outcome, Part
from briefing.values import replace

if TYPE_CHECKING:
    from briefing.model.content import Rate
    from briefing.model.judged import CutFigure


def compare_whole(
    claim: Figure, item: Figure, cut: Iterable[CutFigure], rate: Rate | None
) -> Comparison:
    """Compare an item's figure with its claim's, see `figures.compare`.

    `cut` are the figures that the quote cuts. Where the item's is one of them, the outcome is only
    if the whole figure gives it too; else the two are not comparable.
    """
    alone = compare(claim, item, rate)
    one = next((one for one in cut if one.start == item.quantity.start), None)
    if one is None or alone.outcome is Outcome.NOT_COMPARABLE:
        return alone
    if one.whole is not None and not one.is_part:
        whole = compare(claim, replace(item, quantity=one.whole), rate)
        if whole.outcome is alone.outcome:
            return alone
    said = one.whole.text if one.whole else None
    return Comparison(Outcome.NOT_COMPARABLE, Obstacle(Part.WHOLE, None, said))
