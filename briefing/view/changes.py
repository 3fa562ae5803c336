"""The editions of a briefing: what moved from one to the next, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model.pages import ChangesPage, Day, EditionView, MovedVerdict
from briefing.view import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.model.history import Change
    from briefing.view.routes import Route
    from briefing.view.site import Site

MOST_LISTED = 200
"""Claims of one edition that are listed by name; more are counted."""


def changes(site: Site, _: Route) -> ChangesPage:
    """Make the page of changes, the newest edition first."""
    recorded = site.judged.content.history.changes
    return ChangesPage(tuple(_edition(site, change) for change in reversed(recorded)))


def _edition(site: Site, change: Change) -> EditionView:
    return EditionView(
        day=Day(words.calendar_day(change.on), change.on, None),
        why=change.why,
        summary=words.sentence_case(words.listed(tuple(_summary(change)))) or "Nothing moved",
        moved=tuple(
            MovedVerdict(site.claims.get(move.claim), move.claim, move.before, move.after)
            for move in change.moved
        ),
        added=tuple(site.claims[id_] for id_ in change.added if id_ in site.claims)[:MOST_LISTED],
        removed=change.removed,
        sources=tuple(
            site.sources[id_]
            for id_ in (*change.sources_added, *change.sources_changed)
            if id_ in site.sources
        ),
    )


def _summary(change: Change) -> Iterator[str]:
    """Count what an edition changed, leaving out what it did not."""
    if change.added:
        yield words.counted(len(change.added), "new claim")
    if change.moved:
        yield words.counted(len(change.moved), "verdict moved", "verdicts moved")
    if change.removed:
        yield words.counted(len(change.removed), "claim withdrawn", "claims withdrawn")
    if change.sources_added:
        yield words.counted(len(change.sources_added), "new article")
    if change.sources_changed:
        yield words.counted(len(change.sources_changed), "article changed", "articles changed")
    if change.sources_removed:
        yield words.counted(len(change.sources_removed), "article dropped", "articles dropped")
