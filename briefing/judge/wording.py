"""Notice words of a quote that sit ill with the stance it was given.

Each is a reason to look and no error: the figures agree, or the author listed the quote, and the
words beside them say that something else is meant.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.diagnostics import Diagnostic, diagnostic
from briefing.figures import compare, read
from briefing.judge.inference import says_basis
from briefing.model.figures import Basis, Figure, Outcome, Per, Quantity
from briefing.model.judged import Stance
from briefing.quotes import denied

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.judge.stances import Stated
    from briefing.model.content import Claim, Evidence, Source

_AHEAD = (Basis.PLAN, Basis.TARGET, Basis.FORECAST)
"""Bases of what has not happened: which of them is meant is for the author to say."""
_PER: dict[Per, re.Pattern[str]] = {
    "year": re.compile(r"\s(?:(?:a|per|each|every)\s(?:year|annum)|annually|yearly)(?!\w)"),
    "total": re.compile(r"\s(?:in\s(?:total|all)|altogether)(?!\w)"),
}
"""What right after a sum tells a year's amount from that of all years."""


_RECENT = re.compile(
    r"\b(?:last|latest|past|most recent|previous|current|this)\s(?:fiscal\s)?quarter\b",
    re.IGNORECASE,
)
_RECENT_DAYS = 200
"""A quarter is the last one until the next is reported: three months, and up to three more."""


def check_wording(
    claim: Claim, figure: Figure | None, evidence: Evidence, stated: Stated, source: Source
) -> Iterator[Diagnostic]:
    """Warn where an item's words deny or re-scope the figure that gave its stance."""
    if figure is None:
        yield from _contradicting(claim, evidence)
    elif stated.figure is not None and stated.stance is not Stance.MENTIONS:
        yield from _denied(claim, figure.quantity, evidence, stated.figure.quantity)
        yield from _other_basis(claim, evidence)
        yield from _other_per(claim, figure.quantity, evidence, stated.figure.quantity)
        yield from _other_quarter(claim, evidence, source)


def _contradicting(claim: Claim, evidence: Evidence) -> Iterator[Diagnostic]:
    """Find a quote listed `for` a statement whose figure it contradicts."""
    if evidence.listed != "for" or evidence.because is not None:
        return
    quoted = read(evidence.quote.text)
    for stated in read(claim.statement.text):
        alike = [one for one in quoted if one.unit == stated.unit]
        outcomes = {compare(Figure(stated), Figure(one)).outcome for one in alike}
        if outcomes == {Outcome.DIFFERENT}:
            at = evidence.quote.inside(alike[0].start, alike[0].end)
            message = f"'{alike[0].text}' is listed for a claim that says '{stated.text}'"
            hint = "let the figures decide, under 'quotes', or say with 'because' how it supports"
            yield diagnostic("figures-contradict", at, message, hint=hint)


def _denied(
    claim: Claim, stated: Quantity, evidence: Evidence, own: Quantity
) -> Iterator[Diagnostic]:
    """Find a quote that denies the figure it repeats, where the claim denies nothing."""
    word = denied(evidence.quote.text, own.start)
    if word is None or evidence.because is not None:
        return
    if denied(claim.statement.text, stated.start) is None:
        message = f"the quote says '{word}' before '{own.text}', and is taken at its figure"
        hint = "list a denial under 'against', or say with 'because' how it is meant"
        yield diagnostic("quote-denies", evidence.quote.at, message, hint=hint)


def _other_basis(claim: Claim, evidence: Evidence) -> Iterator[Diagnostic]:
    """Find words of a plan, a forecast or a run-rate under a claim that inherits another basis."""
    if evidence.basis is not None:
        return
    for told in (*_AHEAD, Basis.RUN_RATE):
        word = says_basis(evidence.quote.text, told)
        alike = _AHEAD if told in _AHEAD else (told,)
        if word is None or claim.basis in alike:
            continue
        if not any(says_basis(claim.statement.text, one) for one in alike):
            message = f"the quote says '{word}' and inherits the basis {claim.basis}"
            hint = f"give the claim or the item its basis, such as  basis: {told}"
            yield diagnostic("scope-differs", evidence.quote.at, message, hint=hint)
            return


def _other_per(
    claim: Claim, stated: Quantity, evidence: Evidence, own: Quantity
) -> Iterator[Diagnostic]:
    """Find a year's amount under a claim of a sum, and the other way round."""
    if evidence.per is not None:
        return
    for told, form in _PER.items():
        match = form.match(evidence.quote.text, own.end)
        known = claim.per == told or form.match(claim.statement.text, stated.end) is not None
        if match is not None and not known:
            message = f"the quote says '{match[0].strip()}', which the claim does not"
            hint = f"give the claim or the item  per: {told}"
            yield diagnostic("scope-differs", evidence.quote.at, message, hint=hint)


def _other_quarter(claim: Claim, evidence: Evidence, source: Source) -> Iterator[Diagnostic]:
    """Find "last quarter" in an article that appeared long after the period that it inherits."""
    ends = claim.period.end if claim.period and evidence.period is None else None
    appeared = source.published.period.start if source.published.period else None
    match = _RECENT.search(evidence.quote.text)
    if match and claim.period and ends and appeared and (appeared - ends).days > _RECENT_DAYS:
        at = evidence.quote.inside(*match.span())
        message = (
            f"'{match[0]}' of an article of {source.published.text} inherits "
            f"the period {claim.period.label}"
        )
        hint = "give the item the period that is meant, or  period: unknown"
        yield diagnostic("period-differs", at, message, hint=hint)
