"""Judge derived claims: figures computed from other claims' by a written formula.

A derived claim is no better than what it rests on: disputed if an input is, else unsupported if an
input is, else corroborated.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.diagnostics import Diagnostic, diagnostic, did_you_mean
from briefing.figures import evaluate, gives, input_names
from briefing.model.figures import FormulaProblem, Quantity
from briefing.model.judged import Derivation, InputFigure
from briefing.model.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from briefing.model.content import Claim, Input
    from briefing.model.figures import Figure
    from briefing.model.judged import Judgement

_WORST_FIRST = (Verdict.DISPUTED, Verdict.UNSUPPORTED, Verdict.CORROBORATED)


@dataclass(frozen=True, slots=True)
class Derived:
    """What a formula makes of its inputs."""

    derivation: Derivation | None
    verdicts: tuple[Verdict, ...]
    """Those of the inputs."""
    verdict: Verdict
    article_count_verdict: Verdict
    found: tuple[Diagnostic, ...]


UNDERIVED = Derived(None, (), Verdict.UNSUPPORTED, Verdict.UNSUPPORTED, ())
"""What is left of a claim that computes from itself."""


@dataclass(frozen=True, slots=True)
class Order:
    """Derived claims, each behind its inputs, and those that compute from one another."""

    claims: tuple[Claim, ...]
    circular: frozenset[str]
    found: tuple[Diagnostic, ...]


def in_order(claims: Mapping[str, Claim]) -> Order:
    """Put derived claims behind their inputs; a circle is an error."""
    ordered: dict[str, Claim] = {}
    circular: set[str] = set()
    found: list[Diagnostic] = []
    settled: set[str] = set()
    for start in claims.values():
        path = [start]
        while path:
            claim = path[-1]
            ahead = _next_input(claim, claims, settled)
            if ahead is None:
                settled.add(claim.id)
                ordered.setdefault(claim.id, claim)
                path.pop()
            elif ahead in path:
                circle = path[path.index(ahead) :]
                found.append(_circle(circle, ahead))
                circular.update(one.id for one in circle)
                settled.update(circular)
                ordered.update({one.id: one for one in circle})
                path = path[: path.index(ahead)]
            else:
                path.append(ahead)
    derived = tuple(claim for claim in ordered.values() if claim.formula is not None)
    return Order(derived, frozenset(circular), tuple(found))


def _next_input(claim: Claim, claims: Mapping[str, Claim], settled: set[str]) -> Claim | None:
    if claim.formula is None or claim.id in settled:
        return None
    named = (claims.get(one.claim) for one in claim.inputs)
    return next((one for one in named if one is not None and one.id not in settled), None)


def _circle(circle: list[Claim], back_to: Claim) -> Diagnostic:
    last = circle[-1]
    at = next(one.at for one in last.inputs if one.claim == back_to.id)
    chain = " → ".join([*(claim.id for claim in circle), back_to.id])
    return diagnostic("formula-cycle", at, f"these claims compute from one another: {chain}")


def derive(claim: Claim, figure: Figure | None, judged: Mapping[str, Judgement]) -> Derived:
    """Compute one derived claim over the claims judged before it."""
    inputs: list[InputFigure] = []
    found = list(_unused(claim))
    for one in claim.inputs:
        held = _figure(one, judged)
        if isinstance(held, Diagnostic):
            found.append(held)
        else:
            inputs.append(InputFigure(one.name, one.claim, one.source, held))
    used = [judged[one.claim] for one in claim.inputs if one.claim in judged]
    derivation = None
    if not found and claim.formula is not None:
        derivation, wrong = _compute(claim, tuple(inputs), figure)
        found.extend(wrong)
    return Derived(
        derivation,
        tuple(one.verdict for one in used),
        _worst(one.verdict for one in used),
        _worst(one.article_count_verdict for one in used),
        tuple(found),
    )


def _worst(verdicts: Iterator[Verdict]) -> Verdict:
    return min(verdicts, key=_WORST_FIRST.index, default=Verdict.UNSUPPORTED)


def _unused(claim: Claim) -> Iterator[Diagnostic]:
    """Find inputs that the formula does not use; their verdict would weigh for nothing."""
    names = input_names(claim.formula.text) if claim.formula else ()
    for one in claim.inputs:
        if one.name not in names:
            message = f"the formula does not use '{one.name}'"
            yield diagnostic("formula-wrong", one.at, message, hint=did_you_mean(one.name, names))


def _figure(one: Input, judged: Mapping[str, Judgement]) -> Figure | Diagnostic:
    """Find the figure that an input stands for."""
    judgement = judged.get(one.claim)
    if judgement is None:
        hint = did_you_mean(one.claim, tuple(judged))
        return diagnostic("unknown-claim", one.at, f"there is no claim '{one.claim}'", hint=hint)
    if one.source is None:
        if judgement.figure is None:
            return diagnostic("unknown-claim", one.at, f"'{one.claim}' has no figure")
        return judgement.figure
    given = [
        item.figure
        for item in judgement.items
        if item.evidence.source == one.source and item.figure is not None
    ]
    if not given:
        message = f"'{one.claim}' has no figure from '{one.source}'"
        sources = tuple({item.evidence.source for item in judgement.items})
        return diagnostic("unknown-claim", one.at, message, hint=did_you_mean(one.source, sources))
    intervals = {(held.quantity.low, held.quantity.high, held.quantity.unit) for held in given}
    if len(intervals) > 1:
        texts = ", ".join(dict.fromkeys(held.quantity.text for held in given))
        message = f"'{one.source}' gives several figures for '{one.claim}': {texts}"
        return diagnostic("figure-ambiguous", one.at, message)
    return given[0]


def _compute(
    claim: Claim, inputs: tuple[InputFigure, ...], figure: Figure | None
) -> tuple[Derivation | None, tuple[Diagnostic, ...]]:
    formula = claim.formula
    if formula is None:
        return None, ()
    stated: Quantity | None = figure.quantity if figure else None
    named = {one.name: one.figure.quantity for one in inputs}
    computed = evaluate(formula.text, named, stated.unit if stated else "")
    if isinstance(computed, FormulaProblem):
        return None, (diagnostic("formula-wrong", formula.at, computed.reason),)
    derivation = Derivation(formula.text, inputs, computed)
    if stated is None:
        hint = "state the result in the claim, and pick it with 'figure' if there are several"
        message = f"the statement holds no figure; the formula gives {computed.working}"
        return derivation, (diagnostic("figure-missing", claim.statement.at, message, hint=hint),)
    if not gives(computed, stated):
        at = claim.statement.inside(stated.start, stated.end)
        message = f"'{stated.text}' is not what the formula gives: {computed.working}"
        return derivation, (diagnostic("formula-result", at, message),)
    return derivation, ()
