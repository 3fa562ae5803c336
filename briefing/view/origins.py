"""How many claims that voices agree on go back to one origin."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.model.judged import Caveat, Reason, Stance

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing.language.messages import Messages
    from briefing.model.judged import Judgement

_TWO = 2


@dataclass(frozen=True, slots=True)
class OneOrigin:
    """The origin to which most of the claims go back that several voices support."""

    name: str
    claims: int
    """Claims all of whose support goes back to it."""
    of: int
    """Claims that are corroborated, and would be without sources whose publisher is not named."""
    set_apart: int
    """Claims that are corroborated and would not be without such sources."""


def one_origin(judgements: Iterable[Judgement]) -> OneOrigin | None:
    """Find the origin that most corroborated claims go back to; None unless two go back to one.

    Computed claims are left out, since no voice says them.
    """
    agreed = [one for one in judgements if one.reason is Reason.INDEPENDENT_VOICES]
    named = [one for one in agreed if Caveat.UNNAMED_PUBLISHER not in one.caveats]
    origins = Counter(name for one in named if (name := _origin(one)) is not None)
    most = max(origins.values(), default=0)
    if most < _TWO:
        return None
    name = min(name for name, count in origins.items() if count == most)
    return OneOrigin(name, most, len(named), len(agreed) - len(named))


def _origin(judgement: Judgement) -> str | None:
    """Name the one that all support relays; None where it is several, or where nobody is named."""
    support = [one for one in judgement.items if one.counted and one.stance is Stance.SUPPORTS]
    if not any(one.speaker for one in support):
        return None
    origins = {one.origin for one in support if one.origin is not None}
    return origins.pop() if len(origins) == 1 else None


def told(judgements: Iterable[Judgement], say: Messages) -> str | None:
    """Say in one sentence which origin most corroborated claims go back to; None as above."""
    found = one_origin(judgements)
    if found is None:
        return None
    claims = say.counted("%(count)s corroborated claim", "%(count)s corroborated claims", found.of)
    if found.set_apart:
        claims = say.counted(
            "%(count)s corroborated claim that does not need an unnamed publisher",
            "%(count)s corroborated claims that do not need an unnamed publisher",
            found.of,
        )
    if found.claims == found.of:
        return say("Of %(claims)s, all go back to one origin: %(origin)s.",
                   claims=claims, origin=found.name)  # fmt: skip
    return say.counted(
        "Of %(claims)s, %(count)s goes back to one origin: %(origin)s.",
        "Of %(claims)s, %(count)s go back to one origin: %(origin)s.",
        found.claims,
        claims=claims,
        origin=found.name,
    )
