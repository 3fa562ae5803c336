"""Tell what a change is measured from, and where two changes are not compared for that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.diagnostics import Diagnostic, diagnostic
from briefing.figures import PeriodReader, base_between, base_of, base_of_period
from briefing.model.figures import Obstacle, Part

_LENGTHS = frozenset({"year", "half", "quarter", "month", "week", "day"})
_OTHERS = {"annualised": "annualised", "compound": "a yearly average"}

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.model.content import Item
    from briefing.model.figures import Comparison, Quantity
    from briefing.model.periods import Period


def base_in(
    text: str, quantity: Quantity, reader: PeriodReader, period: Period | None
) -> str | None:
    """Return what a change in a text is measured from, by its words or as goes without saying.

    `reader` reads the periods of the text, and `period` is that of the figure. A level has no base.
    """
    told = base_of(text, quantity, reader.language) or base_between(text, quantity, period, reader)
    return told[0] if told else base_of_period(quantity, period)


def check_base(item: Item, comparison: Comparison) -> Iterator[Diagnostic]:
    """Warn of a change that is not compared since it is, or may be, from another base."""
    why = comparison.why
    if not isinstance(why, Obstacle) or why.part is not Part.BASE or item.listed == "mentions":
        return
    ours, theirs = _told(why.claim), _told(why.item)
    message = f"the quote's change is {theirs} and the claim's {ours}"
    hint = "list the quote under 'mentions', or under a claim of its own"
    if why.claim is None:
        message = f"the quote's change is {theirs}, and the claim does not say what its own is from"
        hint = "say in the claim what the change is from: year on year, quarter on quarter"
    elif why.item is None:
        message = f"the claim's change is {ours}, and the quote does not say what its own is from"
        hint = "quote the words that say it, or list the quote under 'mentions'"
    yield diagnostic(
        "scope-differs", item.quote.at, f"{message}, so they are not compared", hint=hint
    )


def _told(base: str | Period | None) -> str:
    name = str(base)
    return _OTHERS.get(name, f"from the {name} before" if name in _LENGTHS else f"from {name}")
