"""Find what a reader should weigh beside a verdict; none of it changes the verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.judge.verdict import rule
from briefing.model.judged import Caveat, Stance
from briefing.voices import UNNAMED

if TYPE_CHECKING:
    from briefing.judge.court import Court
    from briefing.judge.verdict import Ruling, Say
    from briefing.model.content import Claim, Source
    from briefing.model.judged import JudgedItem

_SOFTWARE = frozenset({"yes", "suspected"})


def caveats(
    claim: Claim,
    ruling: Ruling,
    says: tuple[Say, ...],
    items: tuple[JudgedItem, ...],
    court: Court,
) -> tuple[Caveat, ...]:
    """List the caveats of a claim, as ruled on by what its items say, in a fixed order."""
    counted = tuple(item for item in items if item.counted)
    support = tuple(item for item in counted if item.stance is Stance.SUPPORTS)
    one_origin = (
        claim.kind != "attribution" and ruling.counts.voices > 1 and ruling.counts.origins == 1
    )
    software = bool(support) and all(
        is_by_software(court.sources[item.written.source]) for item in support
    )
    by_people = tuple(say for say in says if not is_by_software(court.sources[say.source]))
    needed = court.settings.corroboration_voices
    hangs = len(by_people) < len(says) and rule(by_people, needed).verdict is not ruling.verdict
    held = {
        Caveat.ONE_ORIGIN: one_origin,
        Caveat.AI_GENERATED_ONLY: software,
        Caveat.AI_PIVOTAL: hangs,
        Caveat.UNNAMED_PUBLISHER: UNNAMED.id in ruling.pivotal,
        Caveat.INFERRED_SCOPE: any(item.inferred or item.is_undated for item in counted),
        Caveat.STALE: is_stale(claim, court.as_of),
    }
    return tuple(caveat for caveat, stands in held.items() if stands)


def is_by_software(source: Source) -> bool:
    """Return whether an article is, or is suspected to be, written by software."""
    return source.ai_generated.value in _SOFTWARE


def is_stale(claim: Claim, as_of: str | None) -> bool:
    """Return whether the day on which a claim was to be looked at again is before `as_of`."""
    return claim.review_by is not None and as_of is not None and claim.review_by < as_of
