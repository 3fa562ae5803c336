"""Make any one page of a site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model.pages import Page, Plain
from briefing.view import exports
from briefing.view.routes import part_title

if TYPE_CHECKING:
    from briefing.model.look import StaticFile
    from briefing.view.site import Site


def page(made: Site, path: str) -> Page | Plain | StaticFile:
    """Make the page or name the file at `path`, one of `made.paths`; raises `KeyError` for any other."""
    if path in made.static:
        return made.static[path]
    if path in made.frame.data:
        return Plain(path, exports.file(made, path))
    route = made.routes[path]
    contents = route.kind.make(made, route)
    if isinstance(contents, Plain):
        return contents
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
