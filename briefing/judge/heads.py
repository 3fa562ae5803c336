"""Read the figure of a table's row by its head."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from briefing.diagnostics import Diagnostic, diagnostic
from briefing.figures import choose, choose_in_row, read_head

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.model.content import Item, Source
    from briefing.model.figures import ChoiceProblem, Quantity


_BRACKET: Final = re.compile(r"\((?:[^\s()]{1,4} )?in [^()]{3,40}\)")
"""Words in brackets that may be a head, in English as in German."""


def figure_of(item: Item, unit: str, source: Source) -> Quantity | ChoiceProblem | None:
    """Give the figure of an item, see `figures.choose`; of a row, by the head that it names or holds.

    `unit` is that of the claim.
    """
    written = item.figure.text if item.figure else None
    named = item.head.text if item.head else _own_head(item.quote.text)
    head = read_head(named, source.language) if named else None
    if head is None:
        return choose(item.quote.text, source.language, unit, written, source.yen)
    return choose_in_row(item.quote.text, head, source.language, unit, written, source.yen)


def _own_head(quote: str) -> str | None:
    """Return the head that a quote holds itself: "Total assets (in thousands): 4,512,000"."""
    held = _BRACKET.search(quote)
    return held[0] if held else None


def check_head(item: Item, source: Source) -> Iterator[Diagnostic]:
    """Refuse a head that gives neither a scale nor a unit."""
    if item.head is not None and read_head(item.head.text, source.language) is None:
        message = f"'{item.head.text}' gives neither a scale nor a unit"
        yield diagnostic("head-unread", item.head.at, message)
