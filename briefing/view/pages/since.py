"""What has changed since an edition that a reader knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.diagnostics import Span
from briefing.values import dataclass
from briefing.view import days
from briefing.view.editions import MOST_LISTED, since_path
from briefing.view.pages import changes
from briefing.view.routes import Address, Contents, PageKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.model.history import Event
    from briefing.view.cards import ClaimCard
    from briefing.view.days import Day
    from briefing.view.routes import Route
    from briefing.view.site import Site

_FILE = Span("content/changes.yaml")


@dataclass(frozen=True, slots=True)
class LaterEdition:
    """An edition that came since: its number, when, its address, and why."""

    number: int
    day: Day
    href: str
    why: str


@dataclass(frozen=True, slots=True)
class Changed:
    """A claim whose verdict is another than it was, and the editions that moved it before the last."""

    claim: ClaimCard
    before: str
    earlier: tuple[LaterEdition, ...]


@dataclass(frozen=True, slots=True)
class MovedIn:
    """Claims that one edition moved last; None where none has recorded it yet."""

    edition: LaterEdition | None
    claims: tuple[Changed, ...]


@dataclass(frozen=True, slots=True)
class SincePage:
    """How the briefing differs from one edition; of each list the first, and how many more there are."""

    day: Day
    href: str
    """Of the edition on the page of changes."""
    moved: tuple[MovedIn, ...]
    """By the edition that moved them last, the newest first."""
    others: tuple[LaterEdition, ...]
    """The editions since that give no reason above."""
    added: tuple[ClaimCard, ...]
    more_added: int
    same_verdict: tuple[ClaimCard, ...]
    """Claims whose evidence changed and whose verdict did not, or moved and came back."""
    more_same: int
    removed: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """Whether all is as it was."""
        return not (self.moved or self.added or self.same_verdict or self.removed)


def since(site: Site, route: Route) -> Contents:
    """Make the page for the edition whose number `route` names."""
    number, say = int(route.id), site.say
    recorded = site.judged.content.history.changes
    editions = tuple(_later(site, place) for place in range(len(recorded), number, -1))
    moved: dict[int, list[Changed]] = {}
    added: list[ClaimCard] = []
    otherwise: list[ClaimCard] = []
    for id_, card in site.claims.items():
        events = site.events.get(id_, ())
        after = [one for one in events if one.edition > number]
        if _is_new(events, after):
            added.append(card)
            continue
        then = _verdict_then(site, card, after)
        if then != card.verdict:
            moves = [one.edition for one in after if one.move]
            earlier = tuple(_later(site, one) for one in moves[:-1])
            moved.setdefault(max(moves, default=0), []).append(Changed(card, then, earlier))
        elif after:
            otherwise.append(card)
    day = days.known_day(recorded[number - 1].on, say)
    body = SincePage(
        day=day,
        href=f"{changes.PATH}#edition-{number}",
        moved=tuple(
            MovedIn(edition, tuple(moved[place]))
            for place, edition in ((0, None), *((one.number, one) for one in editions))
            if place in moved
        ),
        others=tuple(one for one in editions if one.number not in moved),
        added=tuple(added[:MOST_LISTED]),
        more_added=max(len(added) - MOST_LISTED, 0),
        same_verdict=tuple(otherwise[:MOST_LISTED]),
        more_same=max(len(otherwise) - MOST_LISTED, 0),
        removed=_removed(site, number),
    )
    title = say("Since %(day)s, edition %(number)s", day=day.text, number=say.digits(number))
    description = say("How the briefing differs from the edition of %(day)s.", day=day.text)
    return Contents(title, description, changes.PATH, body)


def _is_new(events: Sequence[Event], after: Sequence[Event]) -> bool:
    """Say whether a claim was in no edition up to then: it came later, or no edition holds it yet."""
    return not events or (len(after) == len(events) and after[0].came)


def _verdict_then(site: Site, card: ClaimCard, after: Sequence[Event]) -> str:
    """Give the verdict that a claim had: from which it first moved since, else the recorded one."""
    moves = (one.move.before for one in after if one.move)
    locked = site.judged.content.history.locked
    names = (card.id, *site.judged.judgements[card.id].claim.aliases)
    recorded = (locked.verdicts[name] for name in names if locked and name in locked.verdicts)
    return next(moves, None) or next(recorded, None) or card.verdict


def _later(site: Site, number: int) -> LaterEdition:
    change = site.judged.content.history.changes[number - 1]
    href = f"{changes.PATH}#edition-{number}"
    return LaterEdition(number, days.known_day(change.on, site.say), href, change.why)


def _removed(site: Site, number: int) -> tuple[str, ...]:
    """List the claims of then that are gone, and not under another name."""
    gone: dict[str, None] = {}
    came: set[str] = set()
    for change in site.judged.content.history.changes[number:]:
        gone |= dict.fromkeys(one for one in change.removed if one not in came)
        came |= set(change.added)
    return tuple(id_ for id_ in gone if site.former.get(id_, id_) not in site.claims)


def _addresses(site: Site) -> Iterator[Address]:
    for number in range(1, len(site.judged.content.history.changes) + 1):
        yield Address(since_path(number), str(number), _FILE)


KIND = PageKind("since.html", _addresses, since)
