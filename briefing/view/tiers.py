"""How much weight a claim has in its briefing, so that readers are not given all as if they weighed the same."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from itertools import zip_longest
from typing import TYPE_CHECKING, TypeVar

from briefing.language.messages import message
from briefing.values import dataclass
from briefing.view import tallies, words

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from briefing.language.messages import Messages
    from briefing.model.judged import Judgement
    from briefing.view.tallies import Tally

_Kept = TypeVar("_Kept")


class Tier(StrEnum):
    """What a reader takes a claim for."""

    KEY = "key"
    """A key claim that sources state."""
    OTHER = "other"
    VIEW = "view"
    """An opinion or a forecast."""
    COMPUTED = "computed"
    ACCOUNTED = "accounted"
    """One that no narrative cites and no such claim is computed from: it accounts for what an article says.

    What is computed is not among them, since no article says it.
    """


TIERS: Mapping[Tier, str] = {
    Tier.KEY: message("key claim"),
    Tier.OTHER: message("other claim"),
    Tier.VIEW: message("view"),
    Tier.COMPUTED: message("computed"),
    Tier.ACCOUNTED: message("for completeness"),
}
HEADINGS: Mapping[Tier, str] = {
    Tier.KEY: message("Key claims"),
    Tier.OTHER: message("Other claims"),
    Tier.VIEW: message("Views"),
    Tier.COMPUTED: message("Computed claims"),
    Tier.ACCOUNTED: message("For completeness"),
}
ALL = "all"
_VIEWS = frozenset({"opinion", "forecast"})
_IN_WORDS = 12
"""The highest number that a sentence writes in words."""
_LEADING = (Tier.KEY, Tier.OTHER, Tier.VIEW, Tier.COMPUTED, Tier.ACCOUNTED)
"""What is shown first, in this order."""


def tiers(judgements: Mapping[str, Judgement], cited: Collection[str]) -> Mapping[str, Tier]:
    """Give each claim its tier; `cited` are the ids that narratives cite.

    A briefing that neither cites nor names a key claim has nothing to account for.
    """
    needed = _needed(judgements, cited) or judgements.keys()
    return {
        id_: _tier(one) if id_ in needed or one.claim.formula else Tier.ACCOUNTED
        for id_, one in judgements.items()
    }


def _tier(judgement: Judgement) -> Tier:
    if judgement.kind in _VIEWS:
        return Tier.VIEW
    if judgement.claim.formula is not None:
        return Tier.COMPUTED
    return Tier.KEY if judgement.claim.key else Tier.OTHER


def ordered(ids: Iterable[str], of: Mapping[str, Tier]) -> tuple[str, ...]:
    """Put claims that weigh most first, and leave those that weigh alike in their order."""
    return tuple(sorted(ids, key=lambda id_: _LEADING.index(of[id_])))


def in_turn(held: Iterable[tuple[str, _Kept]], topics: Iterable[str]) -> Iterator[_Kept]:
    """Yield the first of each topic, then the second of each, and so on; each comes with its topic's id."""
    by_topic: dict[str, list[_Kept]] = {}
    for topic, one in held:
        by_topic.setdefault(topic, []).append(one)
    first = [by_topic.pop(topic) for topic in topics if topic in by_topic]
    for row in zip_longest(*first, *by_topic.values()):
        yield from (one for one in row if one is not None)


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
    """Some claims as readers see them: first those that weigh most, then the rest."""

    tally: Tally
    """Of those that weigh most, see `leading`."""
    caption: str
    """How many these are, and what: `33 key claims`."""
    apart: str | None
    """What makes up the whole, and its verdicts; None where these are all."""


def weighed(judgements: Iterable[Judgement], of: Mapping[str, Tier], say: Messages) -> Weighed:
    """Count some claims by what they weigh; `of` is the tier of each claim by its id."""
    held = tuple(judgements)
    counts = Counter([of[one.claim.id] for one in held])
    first = leading(held, of)
    if first:
        del counts[of[first[0].claim.id]]  # they are all that have its tier
    write = _alike(len(held), say)
    rest = [_counted(tier, counts[tier], write, say) for tier in Tier if counts[tier]]
    counted = say("the %(count)s counted here", count=write(len(first)))
    return Weighed(
        tally=tallies.tally(first),
        caption=_caption(first, of, say),
        apart=say(
            "%(all)s in all: %(parts)s. Of them all, %(verdicts)s.",
            all=words.sentence_case(words.claims_counted(len(held), say)),
            parts=say.listed([counted, *rest]),
            verdicts=_verdicts(tallies.tally(held), write, say, zeros=False),
        )
        if rest
        else None,
    )


def _caption(first: Sequence[Judgement], of: Mapping[str, Tier], say: Messages) -> str:
    if first and of[first[0].claim.id] is Tier.KEY:
        return say.counted(
            "%(count)s key claim that sources state",
            "%(count)s key claims that sources state",
            len(first),
        )
    return words.claims_counted(len(first), say)


def leading(judgements: Sequence[Judgement], of: Mapping[str, Tier]) -> tuple[Judgement, ...]:
    """Return the key claims that sources state, or else the tier that comes next."""
    present = {of[one.claim.id] for one in judgements}
    first = next((tier for tier in _LEADING if tier in present), None)
    return tuple(one for one in judgements if of[one.claim.id] is first)


def in_words(found: Weighed, say: Messages) -> str:
    """Write it as a sentence: `Three key claims: two corroborated, one disputed and no unsupported.`."""
    caption = words.sentence_case(found.caption)
    verdicts = _verdicts(found.tally, _alike(found.tally.total, say), say)
    return say("%(claims)s: %(verdicts)s.", claims=caption, verdicts=verdicts)


def _alike(most: int, say: Messages) -> Callable[[int], str]:
    """Give a way to write the numbers of one sentence: all in words, or all in digits."""
    return say.number if most <= _IN_WORDS else say.digits


def _verdicts(
    tally: Tally, write: Callable[[int], str], say: Messages, *, zeros: bool = True
) -> str:
    return say.listed(
        [
            say("%(count)s %(verdict)s", count=write(bar.count), verdict=say.word(bar.verdict))
            for bar in tally.bars
            if zeros or bar.count
        ]
    )


def key_claims(judgements: Iterable[Judgement], say: Messages) -> str:
    """Say how many key claims there are, and of what sort, where there are several sorts.

    `36 key claims: 29 that sources state, 5 views and 2 computed`.
    """
    counts = Counter(_tier(one) for one in judgements if one.claim.key)
    write = _alike(counts.total(), say)
    total = say.counted("%(count)s key claim", "%(count)s key claims", counts.total())
    if len(counts) < 2:
        return total
    sorts = [
        say("%(count)s that sources state", count=write(counts[tier]))
        if tier is Tier.KEY
        else _counted(tier, counts[tier], write, say)
        for tier in (Tier.KEY, Tier.VIEW, Tier.COMPUTED)
        if counts[tier]
    ]
    return say("%(claims)s: %(sorts)s", claims=total, sorts=say.listed(sorts))


def _counted(tier: Tier, count: int, write: Callable[[int], str], say: Messages) -> str:
    number = write(count)
    match tier:
        case Tier.KEY:
            return say.counted("%(count)s key claim", "%(count)s key claims", count, count=number)
        case Tier.OTHER:
            return say.counted(
                "%(count)s other claim", "%(count)s other claims", count, count=number
            )
        case Tier.VIEW:
            return say.counted("%(count)s view", "%(count)s views", count, count=number)
        case Tier.COMPUTED:
            return say.counted("%(count)s computed", "%(count)s computed", count, count=number)
        case Tier.ACCOUNTED:
            return say.counted(
                "%(count)s recorded only for completeness",
                "%(count)s recorded only for completeness",
                count,
                count=number,
            )
