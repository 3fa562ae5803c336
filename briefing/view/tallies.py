"""How many claims carry each verdict, and how many would carry another if articles were counted."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from briefing.model.judged import Caveat
from briefing.model.verdict import Verdict
from briefing.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing.language.messages import Messages
    from briefing.model.judged import Judgement

_BAR = 100


@dataclass(frozen=True, slots=True)
class Tally:
    """How many claims carry each verdict, and where each part of a bar of 100 begins and ends."""

    total: int
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """One verdict's share of some claims, in hundredths of the bar."""

    verdict: str
    count: int
    computed: int
    """How many of these are computed from other claims."""
    start: float
    width: float


def tally(judgements: Iterable[Judgement]) -> Tally:
    """Count claims by verdict, and lay the counts out on a bar of 100."""
    held = tuple(judgements)
    counts = Counter(one.verdict for one in held)
    computed = Counter(one.verdict for one in held if one.claim.formula)
    total = len(held)
    bars = []
    before = 0
    for verdict in Verdict:
        start = round(_BAR * before / total, 2) if total else 0
        before += counts[verdict]
        end = round(_BAR * before / total, 2) if total else 0
        width = round(end - start, 2)
        bars.append(Bar(verdict.value, counts[verdict], computed[verdict], start, width))
    return Tally(total, tuple(bars))


def echo_gap(judgements: Sequence[Judgement], say: Messages) -> str | None:
    """Say in one sentence how many verdicts would differ if each article counted by itself."""
    if not judgements:
        return None
    changed = Counter(
        (one.verdict, one.article_count_verdict) for one in judgements if one.echo_gap
    )
    if not changed:
        return say("Counting articles instead of independent voices would change no verdict.")
    all_ = Counter(one.verdict for one in judgements)
    ways = [
        say.counted(
            "%(count)s of %(all)s %(was)s claims would be %(would_be)s",
            "%(count)s of %(all)s %(was)s claims would be %(would_be)s",
            count,
            all=say.number(all_[was]),
            was=say.word(was),
            would_be=say.word(would_be),
        )
        for (was, would_be), count in sorted(changed.items())
    ]
    return say("If every article counted by itself, %(changes)s.", changes=say.listed(ways))


def ai_gap(judgements: Sequence[Judgement], say: Messages) -> str | None:
    """Say how many corroborated claims need a text that software wrote; None where none does."""
    held = [one.caveats for one in judgements if one.verdict is Verdict.CORROBORATED]
    hanging = sum(Caveat.AI_PIVOTAL in caveats for caveats in held)
    if not hanging:
        return None
    return say.counted(
        "Without the articles that software wrote, or is suspected to have written, %(count)s of %(all)s corroborated claims would not be.",
        "Without the articles that software wrote, or is suspected to have written, %(count)s of %(all)s corroborated claims would not be.",
        hanging,
        all=say.number(len(held)),
    )
