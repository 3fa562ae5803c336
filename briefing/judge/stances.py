"""Give each quote its stance: figures decide where a claim has one, else the author's list."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from briefing.diagnostics import Diagnostic, Related, diagnostic
from briefing.figures import PeriodReader, choose, compare, counted_as, is_read, variants
from briefing.judge.bases import base_in
from briefing.judge.denials import check_denial, elsewhere, no_dispute, unexplained
from briefing.judge.heads import figure_of
from briefing.judge.periods import Claimed, ItemPeriod, claimed, item_period, of_its_period
from briefing.judge.wholes import compare_whole
from briefing.model.figures import (
    Basis,
    ChoiceFault,
    ChoiceProblem,
    Comparison,
    Figure,
    Outcome,
    Quantity,
)
from briefing.model.judged import Stance
from briefing.values import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefing.judge.inference import Explained
    from briefing.model.content import Claim, Entity, Item, Source
    from briefing.model.judged import CutFigure

_OF_OUTCOME = {
    Outcome.SAME: Stance.SUPPORTS,
    Outcome.COMPATIBLE: Stance.MENTIONS,
    Outcome.DIFFERENT: Stance.DISPUTES,
    Outcome.NOT_COMPARABLE: Stance.MENTIONS,
}
_OF_LIST = {
    "for": Stance.SUPPORTS,
    "against": Stance.DISPUTES,
    "mentions": Stance.MENTIONS,
}
_FIGURE_LISTS = frozenset({"quotes", "against", "mentions"})
_WORD_LISTS = frozenset({"for", "against", "mentions"})


@dataclass(frozen=True, slots=True)
class Stated:
    """One item's stance, and the figure and comparison that gave it."""

    stance: Stance
    figure: Figure | None = None
    comparison: Comparison | None = None
    told: ItemPeriod | None = None
    """The period of its figure; None for a claim in words."""
    is_undated: bool = False
    """Whether it counts for a result though its words do not tell of which period."""


def claim_figure(
    claim: Claim, language: str, entity: Entity | None = None
) -> tuple[Figure | None, tuple[Diagnostic, ...]]:
    """Read the one figure of a claim's statement, with its period; None for a claim in words.

    `language` is the BCP 47 tag of the statement, and `entity` whom the claim is about.
    """
    if claim.figure_none:
        return None, ()
    written = claim.figure.text if claim.figure else None
    chosen = choose(claim.statement.text, language, None, written)
    if isinstance(chosen, Quantity):
        read = claimed(claim, chosen, language, entity) if claim.formula is None else None
        period = read.period if read else claim.period
        calendar = entity.fiscal_year_end if entity else None
        base = base_in(claim.statement.text, chosen, PeriodReader(language, calendar), period)
        figure = Figure(chosen, claim.measure, claim.entity, period, claim.basis,
                        claim.per, claim.scope, base,
                        variants(claim.statement.text, chosen.start, chosen.end, language),
                        counted_as(claim.statement.text, chosen, language))  # fmt: skip
        return figure, ()
    if chosen is None or (claim.figure is None and chosen.fault is ChoiceFault.NONE):
        return None, ()
    if claim.figure is None:
        code, at = "figure-ambiguous", claim.statement.at
        several = len(chosen.candidates) > 1
        message = "the statement has several figures" if several else chosen.reason
    elif chosen.fault is ChoiceFault.SEVERAL:
        code, at, message = "figure-ambiguous", claim.figure.at, f"{chosen.reason} in the statement"
    else:
        code, at = "figure-not-in-statement", claim.figure.at
        message = f"'{claim.figure.text}' is not a figure in the statement"
    return None, (diagnostic(code, at, message, hint=_paste(chosen, "none")),)


def check_lists(claim: Claim, figure: Figure | None) -> Iterator[Diagnostic]:
    """Refuse lists of evidence that a claim with, or without, a figure does not take."""
    allowed = _FIGURE_LISTS if figure is not None else _WORD_LISTS
    for name, at in claim.keys_at.items():
        if name not in allowed and figure is not None:
            message = "the claim has a figure, so figures decide: list its quotes under 'quotes'"
            hint = f"or write  figure: none  if '{figure.quantity.text}' is not the point"
            yield diagnostic("stance-key", at, message, hint=hint)
        elif name not in allowed:
            message = "the claim has no figure: list its quotes under 'for' or 'against'"
            yield diagnostic("stance-key", at, message)


def check_derived_lists(claim: Claim) -> Iterator[Diagnostic]:
    """Refuse evidence under a derived claim: what speaks is listed under its inputs."""
    for at in claim.keys_at.values():
        message = "a derived claim is computed from its inputs and lists no quotes"
        yield diagnostic("stance-key", at, message)


def state(
    claim: Claim,
    figure: Figure | None,
    evidence: Item,
    why: str | None,
    source: Source,
    of: Claimed | None = None,
    cut: Iterable[CutFigure] = (),
) -> tuple[Stated | None, tuple[Diagnostic, ...]]:
    """Give an item's stance towards its claim; None where its figure cannot be told.

    `why` is the author's reason for a stance that its figure does not give, and `of` the period of the
    claim's figure. `cut` are the figures that its quote cuts. Where the language of the source has no
    tables no figure is read, so that the item only mentions.
    """
    if figure is None:
        stance = _OF_LIST.get(evidence.listed)
        return (Stated(stance) if stance else None), ()
    chosen = figure_of(evidence, figure.quantity.unit, source)
    if isinstance(chosen, ChoiceProblem) and len(chosen.candidates) > 1 and not evidence.figure:
        told_of = of or Claimed(figure.period)
        chosen = of_its_period(told_of, evidence, chosen.candidates, claim, source) or chosen
    quantity = chosen if isinstance(chosen, Quantity) else None
    reader = PeriodReader(source.language, of.calendar if of else None, source.published.period)
    told = item_period(of or Claimed(figure.period), evidence, quantity, claim, source)
    denies = evidence.listed == "against"
    scoped = _figure(claim, evidence, quantity or figure.quantity, told, reader)
    alike = replace(scoped, quantity=figure.quantity, base=scoped.base if quantity else figure.base)
    other = elsewhere(figure, alike) if denies else None
    barred = (no_dispute(evidence, other),) if other is not None else ()
    if not is_read(source.language):
        stance = _OF_LIST.get(evidence.listed, Stance.MENTIONS)
        return Stated(Stance.MENTIONS if barred else stance), barred
    if not isinstance(chosen, Quantity):
        return (
            (Stated(Stance.MENTIONS), barred) if barred else _without_figure(evidence, chosen, why)
        )
    comparison = compare_whole(figure, scoped, cut, claim.rate)
    stated = Stated(_OF_OUTCOME[comparison.outcome], scoped, comparison, told)
    return (
        (replace(stated, stance=Stance.MENTIONS), barred)
        if barred
        else _listed(evidence, stated, why)
    )


def _listed(
    evidence: Item, stated: Stated, why: str | None
) -> tuple[Stated, tuple[Diagnostic, ...]]:
    """Hold the stance that a figure gives to the list that its quote is under."""
    computed = stated.stance
    if evidence.listed == "against" and computed is not Stance.DISPUTES:
        supports = computed is Stance.SUPPORTS
        unsaid = "its figure supports the claim" if supports else "its figure does not differ"
        return Stated(Stance.DISPUTES), tuple(check_denial(evidence, why, unsaid))
    if evidence.listed != "mentions":
        return stated, ()
    lowered = computed is not Stance.MENTIONS and why is None
    found = (unexplained(evidence, computed),) if lowered else ()
    return replace(stated, stance=Stance.MENTIONS), found


def _figure(
    claim: Claim, evidence: Item, quantity: Quantity, told: ItemPeriod, reader: PeriodReader
) -> Figure:
    return Figure(
        quantity,
        measure=evidence.measure or claim.measure,
        entity=claim.entity,
        period=told.period,
        basis=evidence.basis or claim.basis,
        per=evidence.per or claim.per,
        scope=evidence.scope or claim.scope,
        base=base_in(evidence.quote.text, quantity, reader, told.period),
        variants=variants(evidence.quote.text, quantity.start, quantity.end, reader.language),
        also=counted_as(evidence.quote.text, quantity, reader.language),
    )


def _without_figure(
    evidence: Item, problem: ChoiceProblem | None, why: str | None
) -> tuple[Stated | None, tuple[Diagnostic, ...]]:
    """Handle a quote from which no one figure of the claim's unit could be taken."""
    if evidence.figure is not None:
        at, text = evidence.figure.at, evidence.figure.text
        if problem is not None and problem.fault is ChoiceFault.SEVERAL:
            message = f"{problem.reason} of the quote"
            return None, (diagnostic("figure-ambiguous", at, message, hint=_paste(problem)),)
        message = f"'{text}' is not a figure in the quote"
        return None, (diagnostic("figure-not-in-quote", at, message, hint=_paste(problem)),)
    if evidence.listed in _OF_LIST:
        other = evidence.listed == "against" and problem is not None and problem.candidates
        unsaid = "its words give a different figure"
        found = check_denial(evidence, why, unsaid) if other else ()
        return Stated(_OF_LIST[evidence.listed]), tuple(found)
    at = evidence.quote.at
    if problem is None or not problem.candidates:
        hint = "quote the figure too, or list the quote under 'mentions'"
        return None, (diagnostic("figure-missing", at, "the quote has no figure", hint=hint),)
    message = f"which figure in the quote is meant: {problem.reason}"
    return None, (diagnostic("figure-ambiguous", at, message, hint=_paste(problem)),)


def _paste(problem: ChoiceProblem | None, *more: str) -> str | None:
    options = [quantity.text for quantity in problem.candidates] if problem else []
    lines = [f"figure: {option}" for option in (*dict.fromkeys(options), *more)]
    return f"write one of  {'  |  '.join(lines)}" if lines else None


def check_ended(
    claim: Claim, evidence: Item, stated: Stated, source: Source
) -> Iterator[Diagnostic]:
    """Find an actual figure of a period, which an author wrote, that ends after its article was published."""
    figure = stated.figure
    if figure is None or evidence.listed == "mentions" or figure.basis is not Basis.ACTUAL:
        return
    period, published = evidence.period or claim.period, source.published.period
    ends, known = period and period.end, published and published.end
    if period and ends and known and ends > known:
        at = evidence.period_at or evidence.quote.at
        message = (
            f"an actual figure for {period.label}, which ends after "
            f"{source.id} was published ({source.published.text})"
        )
        hint = "give the period that the words mean, or a basis such as plan or forecast"
        yield diagnostic("figure-before-period-ends", at, message, hint=hint)


def check_retracted(evidence: Item, stated: Stated, source: Source) -> Iterator[Diagnostic]:
    """Find an item that counts for or against its claim though its article was withdrawn."""
    if source.retracted is None or stated.stance is Stance.MENTIONS:
        return
    message = f"'{source.id}' was retracted, and its quote still {stated.stance} the claim"
    hint = "list the quote under 'mentions', with a 'because'"
    yield diagnostic("source-retracted", evidence.quote.at, message, hint=hint)


def check_inference(evidence: Item, why: Explained) -> Iterator[Diagnostic]:
    """Ask for a `because` where an item's period, scope, measure or basis is not in its words."""
    for what, value in why.missing:
        message = f"the quote does not say '{value}': an inferred {what} needs a 'because'"
        yield diagnostic("missing-because", evidence.period_at or evidence.quote.at, message)
        return


def check_support(items: tuple[tuple[Item, Stated], ...]) -> Iterator[Diagnostic]:
    """Warn where figures of one unit that all support a claim differ among themselves.

    Intervals agree pairwise when the one that begins last and the one that ends first do (Helly's
    theorem in one dimension), so one pass is enough.
    """
    ends_first: dict[str, tuple[Quantity, Item]] = {}
    begins_last: dict[str, tuple[Quantity, Item]] = {}
    for evidence, stated in items:
        if stated.stance is not Stance.SUPPORTS or stated.figure is None:
            continue
        quantity = stated.figure.quantity
        lowest = ends_first.setdefault(quantity.unit, (quantity, evidence))
        highest = begins_last.setdefault(quantity.unit, (quantity, evidence))
        if _high(quantity) < _high(lowest[0]):
            ends_first[quantity.unit] = quantity, evidence
        if _low(quantity) > _low(highest[0]):
            begins_last[quantity.unit] = quantity, evidence
    for unit, (upper, evidence) in begins_last.items():
        lower, other = ends_first[unit]
        if compare(Figure(lower), Figure(upper)).outcome is Outcome.DIFFERENT:
            message = f"'{upper.text}' and '{lower.text}' both support the claim but differ"
            related = (Related(other.quote.at, f"'{lower.text}' is here"),)
            yield diagnostic("support-differs", evidence.quote.at, message, related=related)


def _low(quantity: Quantity) -> Decimal:
    return Decimal("-Infinity") if quantity.low is None else quantity.low


def _high(quantity: Quantity) -> Decimal:
    return Decimal("Infinity") if quantity.high is None else quantity.high
