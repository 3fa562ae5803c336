"""Cut long lists into pages and lead from one to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from briefing.model.pages import Link
from briefing.values import dataclass
from briefing.view.routes import PAGE_LENGTH, Route, part_of, parts

if TYPE_CHECKING:
    from collections.abc import Sequence

Entry = TypeVar("Entry")


@dataclass(frozen=True, slots=True)
class Pager:
    """Where a long list goes on."""

    number: int
    count: int
    links: tuple[Link, ...]
    previous: str | None
    next: str | None


def portion(entries: Sequence[Entry], number: int) -> tuple[Entry, ...]:
    """Take the entries of page `number` (from 1)."""
    return tuple(entries[(number - 1) * PAGE_LENGTH : number * PAGE_LENGTH])


def pager(route: Route, length: int) -> Pager | None:
    """Lead through the pages of a list of `length` entries, if several."""
    path, number = route.path, route.number
    count = parts(length)
    if count == 1:
        return None
    return Pager(
        number=number,
        count=count,
        links=tuple(Link(part_of(path, n), str(n)) for n in range(1, count + 1)),
        previous=part_of(path, number - 1) if number > 1 else None,
        next=part_of(path, number + 1) if number < count else None,
    )
