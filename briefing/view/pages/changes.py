"""All editions of a briefing: what moved from one to the next, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model.pages import Link
from briefing.values import dataclass
from briefing.view.editions import editions
from briefing.view.exports.feeds import address_of
from briefing.view.routes import Contents, PageKind, Route, fixed

if TYPE_CHECKING:
    from briefing.view.editions import EditionView
    from briefing.view.site import Site

PATH = "changes.html"


@dataclass(frozen=True, slots=True)
class ChangesPage:
    """All editions, the newest first."""

    editions: tuple[EditionView, ...]
    feeds: tuple[Link, ...]
    """The feed of each topic; empty where there are no feeds."""


def changes(site: Site, _: Route) -> Contents:
    """Make the page of changes, the newest edition first."""
    title, description = (
        site.say("Changes"),
        site.say("What moved from one edition to the next, and why."),
    )
    feeds = tuple(
        Link(address, topic.title)
        for topic in site.judged.content.settings.topics
        if (address := address_of(topic.id)) in site.frame.data
    )
    return Contents(title, description, "", ChangesPage(tuple(editions(site)), feeds))


KIND = PageKind("changes.html", fixed(PATH), changes)
