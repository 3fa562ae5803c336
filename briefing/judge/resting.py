"""Tell what a derived claim rests on: what each input counts as, and which caveats come with it.

Two inputs count as more than their claim's verdict says. A dispute does not reach a result that
holds whichever figure is right: such an input counts by the voices behind all its positions. And the
figure of one item is that article's own statement, which nobody disputes and one voice makes.
"""

from __future__ import annotations

from itertools import combinations, product
from math import prod
from typing import TYPE_CHECKING

from briefing.figures import compare, evaluate, gives
from briefing.judge.caveats import is_by_software, is_stale
from briefing.model.figures import Computed, Outcome
from briefing.model.judged import Caveat, Reason, Stance
from briefing.model.verdict import Verdict
from briefing.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from briefing.judge.court import Court
    from briefing.model.content import Claim, Input, Source
    from briefing.model.figures import Figure, Quantity
    from briefing.model.judged import Derivation, JudgedItem, Judgement, Position

MOST_WAYS = 256
"""Ways to choose a position of every disputed input, beyond which a result is not held robust."""


@dataclass(frozen=True, slots=True)
class Resting:
    """What the inputs of a derived claim count as."""

    reason: Reason
    verdicts: tuple[Verdict, ...]
    by_articles: tuple[Verdict, ...]
    """The same, had articles been counted instead of voices."""


def resting(
    claim: Claim,
    judged: Mapping[str, Judgement],
    derivation: Derivation | None,
    stated: Quantity | None,
    needed: int,
) -> Resting:
    """Weigh the inputs of a derived claim over the claims judged before it.

    `derivation` is None where nothing could be computed; `needed` voices corroborate.
    """
    inputs = [one for one in claim.inputs if one.claim in judged]
    disputed = {
        one.claim: judged[one.claim]
        for one in inputs
        if one.source is None and judged[one.claim].verdict is Verdict.DISPUTED
    }
    robust = disputed.keys() if _holds(derivation, stated, disputed) else frozenset()
    counted = [_counts_as(one, judged[one.claim], one.claim in robust, needed) for one in inputs]
    reason = Reason.DERIVED
    if robust:
        reason = Reason.DERIVED_ROBUST
    elif inputs and all(one.source is not None for one in inputs):
        reason = Reason.DERIVED_OWN_FIGURES
    return Resting(reason, tuple(one for one, _ in counted), tuple(other for _, other in counted))


def _counts_as(
    one: Input,
    judgement: Judgement,
    is_robust: bool,  # noqa: FBT001 (one of two exceptions, told apart here alone)
    needed: int,
) -> tuple[Verdict, Verdict]:
    if one.source is not None:
        return _of_many(1, needed), _of_many(1, needed)
    if is_robust:
        held = [item for item in judgement.items if item.counted]
        voices, articles = {item.voice for item in held}, {item.written.source for item in held}
        return _of_many(len(voices), needed), _of_many(len(articles), needed)
    return judgement.verdict, judgement.article_count_verdict


def _of_many(count: int, needed: int) -> Verdict:
    return Verdict.CORROBORATED if count >= needed else Verdict.UNSUPPORTED


def _holds(
    derivation: Derivation | None, stated: Quantity | None, disputed: Mapping[str, Judgement]
) -> bool:
    """Tell whether a stated result holds for every choice among the positions of its inputs."""
    if derivation is None or stated is None or not disputed:
        return False
    choices = [_positions(one) for one in disputed.values()]
    if not all(choices) or prod(map(len, choices)) > MOST_WAYS:
        return False
    for chosen in product(*choices):
        taken: Mapping[str, Figure] = dict(zip(disputed, chosen, strict=True))
        named = {
            one.name: taken.get(one.claim, one.figure) if one.source is None else one.figure
            for one in derivation.inputs
        }
        computed = evaluate(derivation.formula, named, stated.unit)
        if not isinstance(computed, Computed) or not gives(computed, stated):
            return False
    return True


def _positions(judgement: Judgement) -> Sequence[Figure]:
    """Return the figures among which the dispute is; none where words dispute too.

    These are all that count, and those that would if the claim were worded as another of them: which
    wording its author chose must not decide whether a result holds.
    """
    counted = {index for index, item in enumerate(judgement.items) if item.counted}
    held = [one for one in judgement.positions if _counts(one, counted)]
    placed = {index for one in held for index in one.items}
    if not counted <= placed:
        return []
    figures = tuple(dict.fromkeys(one.figure for one in judgement.positions))
    told = {one for pair in combinations(figures, 2) if _is_decided(*pair) for one in pair}
    return [one for one in figures if one in told or any(one == other.figure for other in held)]


def _is_decided(one: Figure, other: Figure) -> bool:
    """Tell whether one figure supports or disputes a claim of the other."""
    return compare(one, other).outcome in (Outcome.SAME, Outcome.DIFFERENT)


def _counts(position: Position, counted: set[int]) -> bool:
    return position.stance is not Stance.MENTIONS and not counted.isdisjoint(position.items)


def inherited(claim: Claim, judged: Mapping[str, Judgement], court: Court) -> tuple[Caveat, ...]:
    """Return the caveats of all inputs in a fixed order; of one item, those that are about it."""
    found = {Caveat.STALE} if is_stale(claim, court.as_of) else set()
    for one in claim.inputs:
        judgement = judged.get(one.claim)
        if judgement is None:
            continue
        if one.source is None:
            found.update(judgement.caveats)
        else:
            items = [item for item in judgement.items if item.written.source == one.source]
            found.update(_of_items(items, court.sources))
    return tuple(caveat for caveat in Caveat if caveat in found)


def _of_items(items: Sequence[JudgedItem], sources: Mapping[str, Source]) -> Iterator[Caveat]:
    if any(item.inferred for item in items):
        yield Caveat.INFERRED_SCOPE
    if any(is_by_software(sources[item.written.source]) for item in items):
        yield Caveat.AI_GENERATED_ONLY
