"""The history of a claim's verdict: the editions in which it moved."""

from __future__ import annotations

from collections import defaultdict
from types import MappingProxyType
from typing import TYPE_CHECKING

from briefing.model.history import Event
from briefing.values import dataclass
from briefing.view import days

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from briefing.language.messages import Messages
    from briefing.model.history import Change
    from briefing.model.judged import Judgement
    from briefing.view.days import Day
    from briefing.view.site import Site


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """Something that happened to a claim's verdict; `day` is None where no edition holds it yet."""

    day: Day | None
    href: str
    text: str
    why: str
    """Why its verdict moved; empty where it did not, as an edition's reason is of many claims."""


def events(
    recorded: Sequence[Change], former: Mapping[str, str]
) -> Mapping[str, tuple[Event, ...]]:
    """Gather from all editions, oldest first, what happened to each claim, by its present id.

    `former` gives the present id for one that a claim had: a renamed claim goes on.
    """
    found: defaultdict[str, list[Event]] = defaultdict(list)
    for edition, change in enumerate(recorded, 1):
        for id_ in change.added:
            held = found[former.get(id_, id_)]
            if not held:
                held.append(Event(edition, change, None, came=True))
        for move in change.moved:
            found[former.get(move.claim, move.claim)].append(Event(edition, change, move))
        moved = {move.claim for move in change.moved}
        for id_ in change.evidence:
            if id_ not in moved:
                found[former.get(id_, id_)].append(Event(edition, change, None))
    return MappingProxyType({id_: tuple(held) for id_, held in found.items()})


def history(site: Site, judgement: Judgement) -> tuple[HistoryEntry, ...]:
    """Write a claim's history in words, the oldest first; ends with a change that no edition has yet."""
    return tuple(_history(site, judgement))


def _history(site: Site, judgement: Judgement) -> Iterator[HistoryEntry]:
    claim, say = judgement.claim, site.say
    happened = site.events.get(claim.id, ())
    moves = [event.move for event in happened if event.move]
    recorded = _recorded(site, judgement)
    for event in happened:
        if event.move:
            text = _moved(event.move.before, event.move.after, say)
        elif not event.came:
            text = say("Its evidence changed, its verdict did not")
        else:
            first = moves[0].before if moves else recorded
            text = say("First recorded, as %(verdict)s", verdict=say.word(first)) if first else ""
        yield HistoryEntry(
            day=days.known_day(event.change.on, say),
            href=f"changes.html#edition-{event.edition}",
            text=text or say("First recorded"),
            why=event.change.why if event.move else "",
        )
    if recorded and recorded != judgement.verdict:
        text = _moved(recorded, judgement.verdict, say)
        why = say("Since the last edition; no edition holds this yet.")
        yield HistoryEntry(None, "changes.html", text, why)


def _moved(before: str, after: str, say: Messages) -> str:
    return say("From %(before)s to %(after)s", before=say.word(before), after=say.word(after))


def _recorded(site: Site, judgement: Judgement) -> str | None:
    """Give the verdict of the last edition, under whichever name the claim had there."""
    locked = site.judged.content.history.locked
    names = (judgement.claim.id, *judgement.claim.aliases)
    held = (locked.verdicts[name] for name in names if locked and name in locked.verdicts)
    return next(held, None)
