"""The verdict rule: from what voices say of a claim to corroborated, disputed or unsupported.

From good to bad the verdicts are corroborated, unsupported, disputed. Added support never moves
one towards disputed, and the order of evidence never matters: everything here works on sets.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model.judged import Counts, Reason, Stance
from briefing.model.verdict import Verdict
from briefing.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Say:
    """What one item says of a claim, as far as the verdict needs to know."""

    source: str
    voice: str
    speaker: str | None
    """Whom it relays; None where it speaks itself."""
    stance: Stance
    by_figure: bool
    """Whether its stance follows from a figure and not from words."""
    comparable: bool
    """False where its figure is about something else."""
    first_hand: bool = False
    """Whether its author says that it repeats nobody."""
    party: str | None = None
    """Whom its speaker speaks for, if that is another than the speaker."""

    @property
    def speaks(self) -> str:
        """Who says it, for its article: the speaker, else the voice."""
        return self.speaker or self.voice

    @property
    def origin(self) -> str:
        """Who actually says it: the party of its speaker, else the speaker."""
        return self.party or self.speaks


@dataclass(frozen=True, slots=True)
class Ruling:
    """A verdict with what it rests on; voices are sorted."""

    verdict: Verdict
    reason: Reason
    supporting: tuple[str, ...]
    disputing: tuple[str, ...]
    counts: Counts
    article_count_verdict: Verdict
    pivotal: tuple[str, ...]
    set_aside: frozenset[str]
    """Sources that say both in one speaker's name."""
    named: frozenset[Stance]
    """Supports or disputes, where an item that counts for it names a speaker."""


def rule(says: Iterable[Say], needed: int) -> Ruling:
    """Apply the verdict rule; `needed` is how many voices corroborate."""
    held = tuple(says)
    aside = _inconsistent(held)
    counted = tuple(
        say for say in held if say.stance is not Stance.MENTIONS and say.source not in aside
    )
    support = tuple(say for say in counted if say.stance is Stance.SUPPORTS)
    dispute = tuple(say for say in counted if say.stance is Stance.DISPUTES)
    supporting = {say.voice for say in support}
    disputing = {say.voice for say in dispute}
    verdict = _verdict(len(supporting), len(disputing), needed)
    return Ruling(
        verdict=verdict,
        reason=_reason(held, support, dispute, aside, verdict),
        supporting=tuple(sorted(supporting)),
        disputing=tuple(sorted(disputing)),
        counts=Counts(
            articles=len({say.source for say in support}),
            voices=len(supporting),
            origins=len(origins(support)),
        ),
        article_count_verdict=_verdict(
            len({say.source for say in support}), len({say.source for say in dispute}), needed
        ),
        pivotal=tuple(_pivotal(supporting, disputing, verdict, needed)),
        set_aside=aside,
        named=frozenset(say.stance for say in counted if say.speaker),
    )


def origins(side: Iterable[Say]) -> frozenset[str]:
    """Return who actually says what all of one side says: parties, and voices that relay nobody.

    Once somebody is named, what relays nobody is an unattributed repeat, which adds no origin
    unless it is first-hand.
    """
    held = tuple(side)
    named = any(say.speaker for say in held)
    return frozenset(say.origin for say in held if say.speaker or say.first_hand or not named)


def _inconsistent(says: Iterable[Say]) -> frozenset[str]:
    """Find the sources that both support and dispute in the same speaker's name."""
    stances: dict[tuple[str, str], set[Stance]] = {}
    for say in says:
        if say.stance is not Stance.MENTIONS:
            stances.setdefault((say.source, say.speaks), set()).add(say.stance)
    return frozenset(source for (source, _), held in stances.items() if len(held) > 1)


def _verdict(supporting: int, disputing: int, needed: int) -> Verdict:
    if disputing:
        return Verdict.DISPUTED
    return Verdict.CORROBORATED if supporting >= needed else Verdict.UNSUPPORTED


def _pivotal(
    supporting: set[str], disputing: set[str], verdict: Verdict, needed: int
) -> Iterable[str]:
    for voice in sorted(supporting | disputing):
        without = _verdict(
            len(supporting) - (voice in supporting), len(disputing) - (voice in disputing), needed
        )
        if without is not verdict:
            yield voice


def _reason(
    says: tuple[Say, ...],
    support: tuple[Say, ...],
    dispute: tuple[Say, ...],
    aside: frozenset[str],
    verdict: Verdict,
) -> Reason:
    if support and dispute:
        return _dispute_reason((*support, *dispute), dispute)
    if dispute:
        return Reason.CONTRADICTED
    if verdict is Verdict.CORROBORATED:
        return Reason.INDEPENDENT_VOICES
    if support:
        return _too_little(support)
    if aside:
        return Reason.INCONSISTENT_SOURCE
    if any(not say.comparable for say in says):
        return Reason.NOT_COMPARABLE
    return Reason.MENTION_ONLY if says else Reason.NO_EVIDENCE


def _dispute_reason(counted: tuple[Say, ...], dispute: tuple[Say, ...]) -> Reason:
    if len({say.source for say in counted}) == 1:
        return Reason.REPORTED_DISPUTE
    if len({say.voice for say in counted}) == 1:
        return Reason.SELF_CONTRADICTION
    by_figure = any(say.by_figure for say in dispute)
    return Reason.FIGURE_MISMATCH if by_figure else Reason.CONTRADICTION


def _too_little(support: tuple[Say, ...]) -> Reason:
    if len({say.voice for say in support}) > 1:
        return Reason.TOO_FEW_VOICES
    if len({say.source for say in support}) > 1:
        return Reason.SAME_VOICE_ECHO
    return Reason.SINGLE_SOURCE
