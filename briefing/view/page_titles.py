"""What a page is called, what a search engine may say of it, and where it is in the navigation."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefing.model.pages import ClaimPage, Moved, Overview, PublisherPage, SourcePage, TopicPage
from briefing.view import words

if TYPE_CHECKING:
    from briefing.model.pages import Body, Tally
    from briefing.view.routes import Kind, Route
    from briefing.view.site import Site

_TITLE = 90
_DESCRIPTION = 200


class Head(NamedTuple):
    """A page's title, its description, and the address of its entry in the navigation."""

    title: str
    description: str
    section: str


_FIXED: dict[Kind, Head] = {
    "claims": Head("All claims", "Every claim with its verdict.", "claims/index.html"),
    "timeline": Head("Timeline", "What was said about which period, and when.", "timeline.html"),
    "sources": Head("Sources", "Every article that was read.", "sources/index.html"),
    "publishers": Head("Publishers", "Who put the articles out.", "sources/index.html"),
    "method": Head("Method", "How verdicts come about and what they mean.", "method.html"),
    "changes": Head("Changes", "What moved from one edition to the next, and why.", ""),
    "search": Head("Search", "Find words and figures in this briefing.", "search.html"),
    "missing": Head("Page not found", "There is no page at this address.", ""),
}


def head(site: Site, route: Route, body: Body) -> Head:
    """Say what a page is called; numbers the later parts of a long one."""
    one = _head(site, route, body)
    if route.number == 1:
        return one
    return one._replace(title=f"{one.title}, page {route.number}")


def _head(site: Site, route: Route, body: Body) -> Head:
    match body:
        case Overview():
            return Head(heading(site, route.id), _tallied(body.tally), "index.html")
        case TopicPage():
            return Head(heading(site, route.id), _tallied(body.tally), f"{route.id}.html")
        case ClaimPage() | Moved():
            claim = body.claim
            title = words.clipped(claim.statement, _TITLE)
            why = words.clipped(f"{claim.verdict.capitalize()}. {claim.sentence}", _DESCRIPTION)
            return Head(title, why, "claims/index.html")
        case SourcePage():
            by = f"{body.source.publisher_name}, {body.source.day.text}."
            title = words.clipped(body.source.title, _TITLE)
            return Head(title, words.clipped(by, _DESCRIPTION), "sources/index.html")
        case PublisherPage():
            by = words.clipped(body.voice, _DESCRIPTION)
            return Head(words.clipped(body.card.name, _TITLE), by, "sources/index.html")
        case _:
            return _FIXED[route.kind]


def heading(site: Site, page: str) -> str:
    """Take the heading that opens a narrative, else the title that `briefing.yaml` gives."""
    prose = site.narratives.get(page)
    if prose and prose.title:
        return prose.title
    settings = site.judged.content.settings
    titles = {topic.id: topic.title for topic in settings.topics}
    return titles.get(page, settings.title)


def _tallied(tally: Tally) -> str:
    shares = [f"{words.number(bar.count)} {bar.verdict}" for bar in tally.bars]
    return f"{words.counted(tally.total, 'claim').capitalize()}: {words.listed(shares)}."
