"""Read the figure of a table's row by its head."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.diagnostics import Diagnostic, diagnostic
from briefing.figures import choose, choose_in_row, own_head, read_head

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.model.content import Item, Source
    from briefing.model.figures import ChoiceProblem, Quantity


def figure_of(item: Item, unit: str, source: Source) -> Quantity | ChoiceProblem | None:
    """Give the figure of an item, see `figures.choose`; of a row, by the head that it names or holds.

    `unit` is that of the claim.
    """
    written = item.figure.text if item.figure else None
    named = item.head.text if item.head else own_head(item.quote.text, source.language)
    head = read_head(named, source.language) if named else None
    if head is None:
        return choose(item.quote.text, source.language, unit, written, source.yen)
    return choose_in_row(item.quote.text, head, source.language, unit, written, source.yen)


def check_head(item: Item, source: Source) -> Iterator[Diagnostic]:
    """Refuse a head that gives neither a scale nor a unit."""
    if item.head is not None and read_head(item.head.text, source.language) is None:
        message = f"'{item.head.text}' gives neither a scale nor a unit"
        yield diagnostic("head-unread", item.head.at, message)
