"""On which claims sources differ, what is computed from these, and which of them come first."""

from __future__ import annotations

from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING

from briefing.model.verdict import Verdict
from briefing.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing.model.judged import Judgement, Spread
    from briefing.view.cards import ClaimCard
    from briefing.view.site import Site


@dataclass(frozen=True, slots=True)
class Disputes:
    """What is disputed in a briefing."""

    own: tuple[ClaimCard, ...]
    """Claims on which sources themselves differ: key claims first, then the widest spread."""
    computed: Mapping[str, tuple[ClaimCard, ...]]
    """Disputed claims that are computed, by the id of the disputed claim that they rest on."""


def disputes(site: Site) -> Disputes:
    """Separate the claims on which sources differ from those computed from them."""
    judgements = site.judged.judgements
    roots: dict[str, str] = {}
    own: list[str] = []
    computed: dict[str, list[ClaimCard]] = {}
    for id_, one in judgements.items():
        if one.verdict is Verdict.DISPUTED:
            root = _root(judgements, id_, roots)
            if root == id_:
                own.append(id_)
            else:
                computed.setdefault(root, []).append(site.claims[id_])
    own.sort(key=lambda id_: weight(judgements[id_]), reverse=True)
    return Disputes(
        tuple(site.claims[id_] for id_ in own),
        MappingProxyType({id_: tuple(all_) for id_, all_ in computed.items()}),
    )


def weight(judgement: Judgement) -> tuple[bool, tuple[bool, Decimal]]:
    """Order disputes, the greatest first: key claims before others, then by how far they reach."""
    return judgement.claim.key, width(judgement.spread)


def width(spread: Spread | None) -> tuple[bool, Decimal]:
    """Order disputes: opposite signs before any distance, and words without figures last."""
    if spread is None:
        return False, Decimal(-1)
    return spread.is_opposite, spread.percent or Decimal(0)


def _root(judgements: Mapping[str, Judgement], id_: str, roots: dict[str, str]) -> str:
    """Follow a computed claim to the first disputed claim that it rests on; return any other itself.

    `roots` holds what was found before, and is added to: each claim is walked over once.
    """
    path: dict[str, None] = {}
    at = id_
    while at not in path and at not in roots:
        path[at] = None
        inputs = (one.claim for one in judgements[at].claim.inputs)
        at = next((one for one in inputs if _is_disputed(judgements, one)), at)
    root = roots.get(at, at)
    roots |= dict.fromkeys(path, root)
    return root


def _is_disputed(judgements: Mapping[str, Judgement], id_: str) -> bool:
    return id_ in judgements and judgements[id_].verdict is Verdict.DISPUTED
