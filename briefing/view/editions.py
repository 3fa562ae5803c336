"""The editions of a briefing: what moved from one to the next, and why."""

from __future__ import annotations

from collections import defaultdict
from types import MappingProxyType
from typing import TYPE_CHECKING

from briefing.model.history import Change
from briefing.values import dataclass
from briefing.view import days, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from briefing.language.messages import Messages
    from briefing.model.history import Event, Move
    from briefing.view.cards import ClaimCard, SourceCard
    from briefing.view.days import Day
    from briefing.view.site import Site

MOST_LISTED = 200
"""How many claims of one edition are listed by name; the rest are only counted."""


@dataclass(frozen=True, slots=True)
class MovedVerdict:
    """A claim whose verdict changed; `claim` is None if it was removed since."""

    claim: ClaimCard | None
    id: str
    before: str
    after: str
    why: str | None = None
    """Why the verdict is what it became, in one sentence; None where it is another by now."""


@dataclass(frozen=True, slots=True)
class EditionView:
    """One edition and what it changed."""

    id: str
    """Its permanent fragment on the page."""
    number: int
    """Editions are counted from the first."""
    since: str
    """The page of what has changed since then."""
    day: Day
    why: str
    summary: str
    moved: tuple[MovedVerdict, ...]
    added: tuple[ClaimCard, ...]
    removed: tuple[tuple[str, ClaimCard | None], ...]
    """The ids of claims that were withdrawn, each with the claim that it is part of now."""
    sources: tuple[SourceCard, ...]


def editions(site: Site) -> Iterator[EditionView]:
    """Make all editions, the newest first."""
    numbered = enumerate(site.judged.content.history.changes, 1)
    for number, change in reversed(tuple(numbered)):
        yield edition(site, number, change)


def latest(site: Site) -> EditionView | None:
    """Make the newest edition alone."""
    recorded = site.judged.content.history.changes
    return edition(site, len(recorded), recorded[-1]) if recorded else None


def dates(recorded: Iterable[Change]) -> Mapping[str, tuple[str | None, str | None]]:
    """Say for each claim in which edition it came and in which its verdict last moved."""
    added: dict[str, str] = {}
    moved: dict[str, str] = {}
    for change in recorded:
        for id_ in change.added:
            added.setdefault(id_, change.on)
        moved |= {move.claim: change.on for move in change.moved}
    return MappingProxyType({id_: (added.get(id_), moved.get(id_)) for id_ in {**added, **moved}})


def since_path(number: int) -> str:
    """Give the address of the page of what changed since an edition, counted from 1."""
    return f"changes/since-{number}.html"


def of_topic(site: Site, topic: str) -> Iterator[EditionView]:
    """Make the editions that touched a topic, with what they did to its claims alone, newest first.

    Claims that were withdrawn are left out, since no edition says which topic they had.
    """
    touched: defaultdict[int, list[tuple[str, Event]]] = defaultdict(list)
    for id_ in site.by_topic.get(topic, ()):
        for event in site.events.get(id_, ()):
            touched[event.edition].append((id_, event))
    for number in sorted(touched, reverse=True):
        held = touched[number]
        change = Change(
            on=held[0][1].change.on,
            why=held[0][1].change.why,
            moved=tuple(event.move for _, event in held if event.move),
            added=tuple(id_ for id_, event in held if event.came),
            evidence=tuple(id_ for id_, event in held if not (event.move or event.came)),
        )
        yield edition(site, number, change)


def edition(site: Site, number: int, change: Change) -> EditionView:
    """Make the view of an edition, counted from 1."""
    return EditionView(
        id=f"edition-{number}",
        number=number,
        since=since_path(number),
        day=days.known_day(change.on, site.say),
        why=change.why,
        summary=words.sentence_case(site.say.listed(tuple(_summary(change, site.say))))
        or site.say("Nothing moved"),
        moved=tuple(_moved(site, number, move) for move in change.moved),
        added=tuple(site.claims[id_] for id_ in change.added if id_ in site.claims)[:MOST_LISTED],
        removed=tuple((id_, site.claims.get(site.former.get(id_, ""))) for id_ in change.removed),
        sources=tuple(
            site.sources[id_]
            for id_ in (*change.sources_added, *change.sources_changed)
            if id_ in site.sources
        ),
    )


def _moved(site: Site, number: int, move: Move) -> MovedVerdict:
    id_ = site.former.get(move.claim, move.claim)
    card = site.claims.get(id_)
    is_last = not any(one.move and one.edition > number for one in site.events.get(id_, ()))
    why = card.sentence if card and is_last and card.verdict == move.after else None
    return MovedVerdict(card, move.claim, move.before, move.after, why)


def _summary(change: Change, say: Messages) -> Iterator[str]:
    """Count what an edition changed, leaving out what it did not."""
    if change.added:
        yield say.counted("%(count)s new claim", "%(count)s new claims", len(change.added))
    if change.moved:
        yield say.counted("%(count)s verdict moved", "%(count)s verdicts moved", len(change.moved))
    if change.removed:
        yield say.counted(
            "%(count)s claim withdrawn", "%(count)s claims withdrawn", len(change.removed)
        )
    if change.evidence:
        yield say.counted(
            "the evidence of %(count)s claim changed",
            "the evidence of %(count)s claims changed",
            len(change.evidence),
        )
    if change.sources_added:
        yield say.counted(
            "%(count)s new article", "%(count)s new articles", len(change.sources_added)
        )
    if change.sources_changed:
        yield say.counted(
            "%(count)s article changed", "%(count)s articles changed", len(change.sources_changed)
        )
    if change.sources_removed:
        yield say.counted(
            "%(count)s article dropped", "%(count)s articles dropped", len(change.sources_removed)
        )
