"""Find what a reader should weigh beside a verdict; none of it changes the verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model.judged import Caveat, Stance
from briefing.voices import UNNAMED

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing.judge.verdict import Ruling
    from briefing.model.content import Claim, Source
    from briefing.model.judged import JudgedItem

_SOFTWARE = frozenset({"yes", "suspected"})


def caveats(
    claim: Claim,
    ruling: Ruling,
    items: tuple[JudgedItem, ...],
    sources: Mapping[str, Source],
    as_of: str | None,
) -> tuple[Caveat, ...]:
    """List the caveats of a claim in a fixed order."""
    counted = tuple(item for item in items if item.counted)
    support = tuple(item for item in counted if item.stance is Stance.SUPPORTS)
    one_origin = (
        claim.kind != "attribution" and ruling.counts.voices > 1 and ruling.counts.origins == 1
    )
    software = bool(support) and all(
        sources[item.written.source].ai_generated.value in _SOFTWARE for item in support
    )
    stale = claim.review_by is not None and as_of is not None and claim.review_by < as_of
    held = {
        Caveat.ONE_ORIGIN: one_origin,
        Caveat.AI_GENERATED_ONLY: software,
        Caveat.UNNAMED_PUBLISHER: UNNAMED.id in ruling.pivotal,
        Caveat.INFERRED_SCOPE: any(item.inferred for item in counted),
        Caveat.STALE: stale,
    }
    return tuple(caveat for caveat, stands in held.items() if stands)
