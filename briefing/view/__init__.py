"""Decide which pages a judged briefing has and what is on each.

`site` finds once what pages share; `page` then makes any one page from it, on demand and alone,
so that a build walks through `site.paths` and holds one page at a time, and a preview makes the
page that is asked for. Pure: reads nothing, writes nothing. Layout is the templates' business.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model.pages import Page, Plain
from briefing.view.exports import FILES
from briefing.view.kinds import KINDS
from briefing.view.planning import site
from briefing.view.routes import part_title
from briefing.view.site import Site

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.model.look import StaticFile
    from briefing.model.pages import Record

__all__ = ["Site", "page", "records", "site"]


def records(made: Site) -> Iterator[Record]:
    """Yield the records for the search index, page by page, always in the same order."""
    for kind in KINDS:
        yield from kind.records(made)


def page(made: Site, path: str) -> Page | Plain | StaticFile:
    """Make the page or name the file at `path`, one of `made.paths`; raises `KeyError` for any other."""
    if path in made.static:
        return made.static[path]
    if path in made.frame.data:
        return Plain(path, FILES[path](made))
    route = made.routes[path]
    contents = route.kind.make(made, route)
    return Page(
        path=path,
        root=made.frame.base if route.kind.shown_anywhere else "../" * path.count("/"),
        template=route.kind.template,
        title=part_title(contents.title, route.number, made.say),
        description=contents.description,
        section=contents.section,
        frame=made.frame,
        body=contents.body,
        structured=contents.structured,
    )
