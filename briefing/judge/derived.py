"""Judge derived claims: figures computed from other claims' by a written formula.

A derived claim is no better than what it rests on: disputed if an input counts as that, else
unsupported if an input does, else corroborated. `resting` tells what an input counts as.
"""

from __future__ import annotations

from keyword import iskeyword
from typing import TYPE_CHECKING

from briefing.diagnostics import Diagnostic, diagnostic, did_you_mean
from briefing.figures import evaluate, gives, gives_hundredfold, input_names
from briefing.judge.resting import resting
from briefing.judge.stances import claim_figure
from briefing.model.figures import Figure, FormulaProblem, Obstacle, Part, Quantity
from briefing.model.judged import Derivation, InputFigure, Reason
from briefing.model.verdict import Verdict
from briefing.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from briefing.model.content import Claim, Input, Settings
    from briefing.model.judged import JudgedItem, Judgement

MOST_NAMED = 6
"""Claims of a circle that a diagnostic names."""
_WORST_FIRST = (Verdict.DISPUTED, Verdict.UNSUPPORTED, Verdict.CORROBORATED)


@dataclass(frozen=True, slots=True)
class Derived:
    """What a formula makes of its inputs."""

    derivation: Derivation | None
    reason: Reason
    verdicts: tuple[Verdict, ...]
    """What each input counts as."""
    verdict: Verdict
    article_count_verdict: Verdict
    found: tuple[Diagnostic, ...]


UNDERIVED = Derived(None, Reason.DERIVED, (), Verdict.UNSUPPORTED, Verdict.UNSUPPORTED, ())
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
    for start in claims.values():
        path: dict[str, Claim] = {}
        waiting = [] if start.id in ordered else [(start, _inputs(start, claims))]
        while waiting:
            claim, inputs = waiting[-1]
            path[claim.id] = claim
            ahead = next((one for one in inputs if one.id not in ordered), None)
            if ahead is None:
                ordered[claim.id] = claim
                del path[claim.id]
                waiting.pop()
            elif ahead.id in path:
                circle = tuple(path)[tuple(path).index(ahead.id) :]
                circular.update(circle)
                found.append(_circle(claim, circle))
            else:
                waiting.append((ahead, _inputs(ahead, claims)))
    derived = tuple(claim for claim in ordered.values() if claim.formula is not None)
    return Order(derived, frozenset(circular), tuple(found))


def _inputs(claim: Claim, claims: Mapping[str, Claim]) -> Iterator[Claim]:
    """Yield the claims that a derived claim is computed from, as far as they exist."""
    if claim.formula is not None:
        named = (claims.get(one.claim) for one in claim.inputs)
        yield from (one for one in named if one is not None)


def _circle(last: Claim, circle: tuple[str, ...]) -> Diagnostic:
    """Tell of a circle where its last claim leads back to its first."""
    at = next(one.at for one in last.inputs if one.claim == circle[0])
    left_out = ("…",) if len(circle) > MOST_NAMED else ()
    chain = " → ".join(
        [*circle[: MOST_NAMED - 1], *left_out, *circle[MOST_NAMED - 1 :][-1:], circle[0]]
    )
    return diagnostic("formula-cycle", at, f"these claims are computed from one another: {chain}")


def derive(
    claim: Claim,
    figure: Figure | None,
    judged: Mapping[str, Judgement],
    unread: Collection[str],
    settings: Settings,
    *,
    complete: bool,
) -> Derived:
    """Compute one derived claim over the claims judged before it.

    `unread` and `complete` are as for `Content`.
    An input that is lost to another mistake leaves the claim uncomputed, and is no second one.
    """
    held = [
        (one, _figure(one, judged, unread, settings.language, complete=complete))
        for one in claim.inputs
    ]
    found = [*_misnamed(claim), *(given for _, given in held if isinstance(given, Diagnostic))]
    inputs = tuple(
        InputFigure(one.name, one.claim, one.source, given)
        for one, given in held
        if isinstance(given, Figure)
    )
    derivation = None
    if inputs and not found and len(inputs) == len(held):
        derivation, wrong = _compute(claim, inputs, figure)
        found.extend(wrong)
    stated = figure.quantity if figure else None
    rests = resting(claim, judged, derivation, stated, settings.corroboration_voices)
    return Derived(
        derivation,
        rests.reason,
        rests.verdicts,
        _worst(rests.verdicts),
        _worst(rests.by_articles),
        tuple(found),
    )


def _worst(verdicts: Iterable[Verdict]) -> Verdict:
    return min(verdicts, key=_WORST_FIRST.index, default=Verdict.UNSUPPORTED)


def _misnamed(claim: Claim) -> Iterator[Diagnostic]:
    """Find inputs that the formula cannot name, or does not: their verdict would weigh for nothing."""
    names = input_names(claim.formula.text) if claim.formula else ()
    for one in claim.inputs:
        if not one.name.isidentifier() or iskeyword(one.name):
            message = f"'{one.name}' cannot be a name in a formula"
            hint = "use only letters, digits and underscores"
            yield diagnostic("formula-wrong", one.at, message, hint=hint)
        elif one.name not in names:
            message = f"the formula does not use '{one.name}'"
            yield diagnostic("formula-wrong", one.at, message, hint=did_you_mean(one.name, names))


def _figure(
    one: Input,
    judged: Mapping[str, Judgement],
    unread: Collection[str],
    language: str,
    *,
    complete: bool,
) -> Figure | Diagnostic | None:
    """Find the figure that an input stands for; None where another mistake hides it."""
    judgement = judged.get(one.claim)
    if judgement is None:
        if one.claim in unread or not complete:
            return None
        hint = did_you_mean(one.claim, tuple(judged))
        return diagnostic("unknown-claim", one.at, f"there is no claim '{one.claim}'", hint=hint)
    if one.source is not None:
        return _of_source(one, judgement, unread)
    if judgement.figure is not None:
        return judgement.figure
    _, mistaken = claim_figure(judgement.claim, language)
    return None if mistaken else _nothing(one, f"'{one.claim}' has no figure")


def _is_partial(item: JudgedItem) -> bool:
    """Tell whether a quote has only a part of its figure, or one beside a number that is not read."""
    why = item.comparison.why if item.comparison else None
    return isinstance(why, Obstacle) and why.part in (Part.WHOLE, Part.NUMBER)


def _of_source(
    one: Input, judgement: Judgement, unread: Collection[str]
) -> Figure | Diagnostic | None:
    items = [item for item in judgement.items if item.written.source == one.source]
    given = [item.figure for item in items if item.figure is not None and not _is_partial(item)]
    if not given:
        listed = sum(evidence.source == one.source for evidence in judgement.claim.items)
        if listed > len(items) or f"{one.claim}/{one.source}" in unread:
            return None
        sources = tuple({item.written.source for item in judgement.items})
        hint = did_you_mean(one.source or "", sources)
        return _nothing(one, f"'{one.claim}' has no figure from '{one.source}'", hint)
    intervals = {(held.quantity.low, held.quantity.high, held.quantity.unit) for held in given}
    if len(intervals) > 1:
        texts = ", ".join(dict.fromkeys(held.quantity.text for held in given))
        message = f"'{one.source}' gives several figures for '{one.claim}': {texts}"
        return diagnostic("figure-ambiguous", one.at, message)
    return given[0]


def _nothing(one: Input, message: str, hint: str | None = None) -> Diagnostic:
    return diagnostic("unknown-claim", one.at, message, hint=hint)


def _compute(
    claim: Claim, inputs: tuple[InputFigure, ...], figure: Figure | None
) -> tuple[Derivation | None, tuple[Diagnostic, ...]]:
    formula = claim.formula
    if formula is None:
        return None, ()
    stated: Quantity | None = figure.quantity if figure else None
    named = {one.name: one.figure for one in inputs}
    computed = evaluate(formula.text, named, stated.unit if stated else "")
    if isinstance(computed, FormulaProblem):
        return None, (diagnostic("formula-wrong", formula.at, computed.reason),)
    derivation = Derivation(formula.text, inputs, computed)
    if stated is None:
        hint = "state the result in the claim, and pick it with 'figure' if there are several"
        message = f"the statement has no figure; the formula gives {computed.working}"
        return derivation, (diagnostic("figure-missing", claim.statement.at, message, hint=hint),)
    if not gives(computed, stated):
        at = claim.statement.inside(stated.start, stated.end)
        message = f"'{stated.text}' is not what the formula gives: {computed.working}"
        is_scaled = gives_hundredfold(computed, stated)
        drop = "a ratio is read as percent already: drop  * 100" if is_scaled else None
        return derivation, (diagnostic("formula-result", at, message, hint=drop),)
    return derivation, ()
