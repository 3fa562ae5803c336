"""For how many claims that voices agree on one speaker alone is named.

Articles that name nobody may relay the same one or not; nothing is said of that.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from briefing.model.judged import Caveat, Reason, Stance
from briefing.model.verdict import Verdict
from briefing.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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
    computed: int
    """Claims that are corroborated and computed: no voice says them."""


def one_origin(judgements: Iterable[Judgement]) -> OneOrigin | None:
    """Find the origin that most corroborated claims go back to; None unless two go back to one."""
    corroborated = [one for one in judgements if one.verdict is Verdict.CORROBORATED]
    agreed = [one for one in corroborated if one.reason is Reason.INDEPENDENT_VOICES]
    named = [one for one in agreed if Caveat.UNNAMED_PUBLISHER not in one.caveats]
    origins = Counter(name for one in named if (name := only_origin(one)) is not None)
    most = max(origins.values(), default=0)
    if most < _TWO:
        return None
    name = min(name for name, count in origins.items() if count == most)
    return OneOrigin(
        name, most, len(named), len(agreed) - len(named), len(corroborated) - len(agreed)
    )


def only_origin(judgement: Judgement) -> str | None:
    """Name the one that all support relays; None where it is several, or where nobody is named."""
    support = [one for one in judgement.items if one.counted and one.stance is Stance.SUPPORTS]
    if not any(one.speaker for one in support):
        return None
    origins = {one.origin for one in support if one.origin is not None}
    return origins.pop() if len(origins) == 1 else None


def has_unattributed(judgement: Judgement) -> bool:
    """Tell whether some of what supports a claim names no speaker while the rest does."""
    return any(
        one.origin is None
        for one in judgement.items
        if one.counted and one.stance is Stance.SUPPORTS
    )


def told(judgements: Iterable[Judgement], say: Messages) -> str | None:
    """Say for how many corroborated claims one speaker alone is named; None as above."""
    found = one_origin(judgements)
    if found is None:
        return None
    total = found.of + found.set_apart + found.computed
    all_ = say.counted("%(count)s corroborated claim", "%(count)s corroborated claims", total)
    left = tuple(_left_out(found, say))
    if left:
        others = say("Of %(claims)s, %(left)s.", claims=all_, left=say.listed(left))
        return f"{others} {_of_the_rest(found, say)}"
    if found.claims == found.of:
        return say("For all %(claims)s, everyone named speaks for %(origin)s.",
                   claims=all_, origin=found.name)  # fmt: skip
    return say.counted(
        "For %(count)s of %(claims)s, everyone named speaks for %(origin)s.",
        "For %(count)s of %(claims)s, everyone named speaks for %(origin)s.",
        found.claims,
        claims=all_,
        origin=found.name,
    )


def _left_out(found: OneOrigin, say: Messages) -> Iterator[str]:
    if found.set_apart:
        yield say.counted(
            "%(count)s depends on an unnamed publisher",
            "%(count)s depend on an unnamed publisher",
            found.set_apart,
        )
    if found.computed:
        yield say.counted("%(count)s is computed", "%(count)s are computed", found.computed)


def _of_the_rest(found: OneOrigin, say: Messages) -> str:
    if found.claims == found.of:
        return say.counted(
            "For the other %(count)s, everyone named speaks for %(origin)s.",
            "For the other %(count)s, everyone named speaks for %(origin)s.",
            found.of,
            origin=found.name,
        )
    return say.counted(
        "For %(count)s of the other %(of)s, everyone named speaks for %(origin)s.",
        "For %(count)s of the other %(of)s, everyone named speaks for %(origin)s.",
        found.claims,
        of=say.number(found.of),
        origin=found.name,
    )
