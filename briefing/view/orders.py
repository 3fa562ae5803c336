"""Long lists in several orders: each is an address of its own, so it needs no script and covers all pages."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from briefing.values import dataclass
from briefing.view.routes import Address

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefing.language.messages import Messages


@dataclass(frozen=True, slots=True)
class Order:
    """One order of a list."""

    id: str
    """As the address has it; empty for that in which the list is shown first."""
    column: str
    """The heading of the column that is in order; a message."""
    title: str
    """The title of the page; a message."""
    rises: bool


@dataclass(frozen=True, slots=True)
class Column:
    """The heading of a column, and what brings the list into its order."""

    text: str
    href: str | None
    """None where the list has its order already, or where there is nothing to put in order."""
    sort: str | None
    """`ascending` or `descending` where the list has its order."""


def addresses(path: str, orders: Iterable[Order], length: int) -> Iterator[Address]:
    """Give a list of so many entries an address for each order, if there is anything to put in order."""
    for one in orders:
        if not one.id or length > 1:
            yield Address(_path(path, one), one.id, length=length)


def columns(
    path: str, orders: Iterable[Order], chosen: str, length: int, say: Messages
) -> tuple[Column, ...]:
    """Head the columns of a list that is in the order `chosen`."""
    return tuple(
        Column(
            text=say(one.column),
            href=_path(path, one) if one.id != chosen and length > 1 else None,
            sort=("ascending" if one.rises else "descending") if one.id == chosen else None,
        )
        for one in orders
    )


def by_name(text: str) -> str:
    """Make of a name what it is put in order by: without accents, case, and signs before it."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    letters = "".join(one for one in plain if not unicodedata.combining(one))
    return letters.lstrip("\"'“”‘’«»„([ ")


def _path(path: str, order: Order) -> str:
    return f"{path.removesuffix('.html')}/{order.id}.html" if order.id else path
