"""How a computed claim is computed: its formula, its inputs, and the working with figures for names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.figures import working
from briefing.values import dataclass
from briefing.view import numbers

if TYPE_CHECKING:
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
    return DerivationView(derived.formula, _steps(site, judgement, derived), tuple(inputs))


def in_short(site: Site, id_: str) -> str | None:
    """Give the working of a claim alone: the formula with figures instead of names, and the result."""
    judgement = site.judged.judgements[id_]
    derived = judgement.derivation
    return None if derived is None else _steps(site, judgement, derived)


def _steps(site: Site, judgement: Judgement, derived: Derivation) -> str:
    stated = judgement.figure.quantity.unit if judgement.figure else ""
    figures = {one.name: one.figure for one in derived.inputs}
    return numbers.working(working(derived.formula, figures, derived.computed, stated, site.say))
