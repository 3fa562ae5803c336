"""Decide which pages a judged briefing has and what is on each.

`site` finds once what pages share; `page` then makes any one page from it, on demand and alone,
so that a build walks through `site.paths` and holds one page at a time, and a preview makes the
page that is asked for. Pure: reads nothing, writes nothing. Layout is the templates' business.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.view.kinds import KINDS
from briefing.view.making import page
from briefing.view.planning import site
from briefing.view.reads import PageReads, Reader
from briefing.view.site import Site

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.model.pages import Record

__all__ = ["PageReads", "Reader", "Site", "page", "records", "site"]


def records(made: Site) -> Iterator[Record]:
    """Yield the records for the search index, page by page, always in the same order."""
    for kind in KINDS:
        yield from kind.records(made)
