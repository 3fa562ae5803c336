"""How much weight a claim has in its briefing, so that readers are not given all as if they weighed the same."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from briefing.language.messages import message
from briefing.view import tallies, words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from briefing.language.messages import Messages
    from briefing.model.judged import Judgement
    from briefing.view.tallies import Tally


class Tier(StrEnum):
    """What a reader takes a claim for."""

    KEY = "key"
    """A key claim that sources state."""
    OTHER = "other"
    VIEW = "view"
    """An opinion or a forecast."""
    COMPUTED = "computed"
    ACCOUNTED = "accounted"
    """One that no narrative cites and no such claim is computed from: it accounts for what an article says."""


TIERS: Mapping[Tier, str] = {
    Tier.KEY: message("key claim"),
    Tier.OTHER: message("other claim"),
    Tier.VIEW: message("view"),
    Tier.COMPUTED: message("computed"),
    Tier.ACCOUNTED: message("accounted for"),
}
_VIEWS = frozenset({"opinion", "forecast"})
_LEADING = (Tier.KEY, Tier.OTHER, Tier.VIEW, Tier.COMPUTED, Tier.ACCOUNTED)
"""What is told first, in this order."""


def tiers(judgements: Mapping[str, Judgement], cited: Collection[str]) -> Mapping[str, Tier]:
    """Give each claim its tier; `cited` are the ids that narratives cite.

    A briefing that neither cites nor names a key claim has nothing to account for.
    """
    needed = _needed(judgements, cited) or judgements.keys()
    return {id_: _tier(one) if id_ in needed else Tier.ACCOUNTED for id_, one in judgements.items()}


def _tier(judgement: Judgement) -> Tier:
    if judgement.kind in _VIEWS:
        return Tier.VIEW
    if judgement.claim.formula is not None:
        return Tier.COMPUTED
    return Tier.KEY if judgement.claim.key else Tier.OTHER


def _needed(judgements: Mapping[str, Judgement], cited: Collection[str]) -> Collection[str]:
    """Return what narratives cite, the key claims, and all that these are computed from."""
    needed: dict[str, None] = {}
    open_ = [id_ for id_, one in judgements.items() if one.claim.key or id_ in cited]
    while open_:
        id_ = open_.pop()
        if id_ in judgements and id_ not in needed:
            needed[id_] = None
            open_.extend(one.claim for one in judgements[id_].claim.inputs)
    return needed.keys()


@dataclass(frozen=True, slots=True)
class Weighed:
    """Some claims as readers are told of them: first those that weigh most, then the rest."""

    tally: Tally
    """Of those that weigh most, see `leading`."""
    caption: str
    """How many these are, and what: `33 key claims`."""
    apart: str | None
    """How many others there are, and what they are; None where there are none."""


def weighed(judgements: Iterable[Judgement], of: Mapping[str, Tier], say: Messages) -> Weighed:
    """Count some claims by what they weigh; `of` is the tier of each claim by its id."""
    held = tuple(judgements)
    first = leading(held, of)
    counts = Counter(of[one.claim.id] for one in held)
    counts.subtract(of[one.claim.id] for one in first)
    rest = [_counted(tier, counts[tier], say) for tier in Tier if counts[tier]]
    return Weighed(
        tally=tallies.tally(first),
        caption=say.counted("%(count)s key claim", "%(count)s key claims", len(first))
        if first and of[first[0].claim.id] is Tier.KEY
        else words.claims_counted(len(first), say),
        apart=say("Also: %(claims)s.", claims=say.listed(rest)) if rest else None,
    )


def leading(judgements: Sequence[Judgement], of: Mapping[str, Tier]) -> tuple[Judgement, ...]:
    """Return the key claims that sources state; where there are none, those that come next."""
    present = {of[one.claim.id] for one in judgements}
    first = next((tier for tier in _LEADING if tier in present), None)
    return tuple(one for one in judgements if of[one.claim.id] is first)


def in_words(found: Weighed, say: Messages) -> str:
    """Write it as a sentence: `Three key claims: two corroborated, one disputed and no unsupported.`."""
    shares = [
        say("%(count)s %(verdict)s", count=say.number(bar.count), verdict=say.word(bar.verdict))
        for bar in found.tally.bars
    ]
    caption = words.sentence_case(found.caption)
    return say("%(claims)s: %(verdicts)s.", claims=caption, verdicts=say.listed(shares))


def _counted(tier: Tier, count: int, say: Messages) -> str:
    match tier:
        case Tier.KEY:
            return say.counted("%(count)s key claim", "%(count)s key claims", count)
        case Tier.OTHER:
            return say.counted("%(count)s other claim", "%(count)s other claims", count)
        case Tier.VIEW:
            return say.counted("%(count)s view", "%(count)s views", count)
        case Tier.COMPUTED:
            return say.counted("%(count)s computed", "%(count)s computed", count)
        case Tier.ACCOUNTED:
            return say.counted("%(count)s accounted for", "%(count)s accounted for", count)
