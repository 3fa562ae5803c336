"""How a computed claim is computed: its formula, its inputs, and the working with figures for names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.figures import evaluate, working
from briefing.model.figures import Computed
from briefing.model.judged import Reason, Stance
from briefing.model.verdict import Verdict
from briefing.values import dataclass
from briefing.view import numbers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.model.figures import Figure
    from briefing.model.judged import Derivation, Judgement
    from briefing.view.cards import ClaimCard, SourceCard
    from briefing.view.site import Site


@dataclass(frozen=True, slots=True)
class InputView:
    """A figure that a computed claim is computed from, and where it comes from."""

    name: str
    words: str
    interval: str
    claim: ClaimCard
    source: SourceCard | None
    """Whose figure it is, where it is one source's and not the claim's own."""


@dataclass(frozen=True, slots=True)
class DerivationView:
    """How a claim is computed."""

    formula: str
    steps: str
    """The formula with figures instead of names, and the result."""
    inputs: tuple[InputView, ...]
    others: tuple[str, ...]
    """The same with each other position on a disputed input, where the result holds for all."""


def derivation(site: Site, judgement: Judgement) -> DerivationView | None:
    """Show how a claim is computed; None for one that rests on quotes."""
    derived = judgement.derivation
    if derived is None:
        return None
    inputs = (
        InputView(
            name=one.name,
            words=one.figure.quantity.text,
            interval=numbers.interval(one.figure.quantity, site.say),
            claim=site.claims[one.claim],
            source=site.sources[one.source] if one.source else None,
        )
        for one in derived.inputs
    )
    others = tuple(_others(site, judgement, derived))
    return DerivationView(derived.formula, _steps(site, judgement, derived), tuple(inputs), others)


def _others(site: Site, judgement: Judgement, derived: Derivation) -> Iterator[str]:
    """Yield the working with each other figure that counts in a dispute on an input."""
    if judgement.reason is not Reason.DERIVED_ROBUST or judgement.figure is None:
        return
    stated = judgement.figure.quantity.unit
    for one in derived.inputs:
        of = site.judged.judgements[one.claim]
        if one.source is not None or of.verdict is not Verdict.DISPUTED:
            continue
        figures = {
            (figure.quantity.low, figure.quantity.high): figure
            for figure in (one.figure, *_positions(of))
        }
        for figure in tuple(figures.values())[1:]:
            named = {other.name: other.figure for other in derived.inputs} | {one.name: figure}
            computed = evaluate(derived.formula, named, stated)
            if isinstance(computed, Computed):
                steps = working(derived.formula, named, computed, stated, site.say)
                yield numbers.working(steps)


def _positions(judgement: Judgement) -> Iterator[Figure]:
    """Yield the figures that count for or against a claim."""
    counted = (one for one in judgement.positions if one.stance is not Stance.MENTIONS)
    yield from (one.figure for one in counted)


def in_short(site: Site, id_: str) -> str | None:
    """Give the working of a claim alone: the formula with figures instead of names, and the result."""
    judgement = site.judged.judgements[id_]
    derived = judgement.derivation
    return None if derived is None else _steps(site, judgement, derived)


def _steps(site: Site, judgement: Judgement, derived: Derivation) -> str:
    stated = judgement.figure.quantity.unit if judgement.figure else ""
    figures = {one.name: one.figure for one in derived.inputs}
    return numbers.working(working(derived.formula, figures, derived.computed, stated, site.say))
