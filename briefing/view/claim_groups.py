"""The claims of a topic by what they weigh, long groups folded, so that a long list stays readable."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from briefing.values import dataclass
from briefing.view.tiers import HEADINGS, Tier

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing.view.cards import ClaimCard
    from briefing.view.site import Site

_MOST_SHOWN = 20
"""How many claims of a group are read without unfolding it."""
_FEW = 5
"""What is not worth folding."""


@dataclass(frozen=True, slots=True)
class ClaimGroup:
    """Claims of one weight on a topic's page."""

    tier: str
    name: str
    count: int
    """How many the topic has, on all parts of its page."""
    shown: tuple[ClaimCard, ...]
    folded: tuple[ClaimCard, ...]


def groups(site: Site, ids: Iterable[str], shown: Sequence[str]) -> tuple[ClaimGroup, ...]:
    """Group the claims `shown` of those that a topic has, `ids`; both in the order of their weight."""
    counts = Counter(site.tiers[id_] for id_ in ids)
    return tuple(
        _group(site, tier, counts[tier], tuple(site.claims[id_] for id_ in held))
        for tier, held in groupby(shown, lambda id_: site.tiers[id_])
    )


def _group(site: Site, tier: Tier, count: int, claims: tuple[ClaimCard, ...]) -> ClaimGroup:
    """Fold what only accounts for what articles say, and what goes on for long."""
    most = _MOST_SHOWN if len(claims) > _MOST_SHOWN + _FEW else len(claims)
    most = 0 if tier is Tier.ACCOUNTED else most
    return ClaimGroup(tier.value, site.say(HEADINGS[tier]), count, claims[:most], claims[most:])
