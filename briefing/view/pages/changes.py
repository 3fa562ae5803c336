"""All editions of a briefing: what moved from one to the next, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.view.editions import editions
from briefing.view.routes import Contents, PageKind, Route, fixed

if TYPE_CHECKING:
    from briefing.view.editions import EditionView
    from briefing.view.site import Site

PATH = "changes.html"


@dataclass(frozen=True, slots=True)
class ChangesPage:
    """All editions, the newest first."""

    editions: tuple[EditionView, ...]


def changes(site: Site, _: Route) -> Contents:
    """Make the page of changes, the newest edition first."""
    title, description = (
        site.say("Changes"),
        site.say("What moved from one edition to the next, and why."),
    )
    return Contents(title, description, "", ChangesPage(tuple(editions(site))))


KIND = PageKind("changes.html", fixed(PATH), changes)
