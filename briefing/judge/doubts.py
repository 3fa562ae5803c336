"""Notice words of a quote that sit ill with the stance it was given.

Each is a reason to look and no error: the figures agree, or the author listed the quote, and the
words beside them say that something else is meant.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from briefing.diagnostics import Diagnostic, diagnostic
from briefing.figures import compare, read
from briefing.judge.inference import says_per
from briefing.model.figures import Basis, Figure, Outcome, Per, Quantity, QuantityKind
from briefing.model.judged import Stance
from briefing.quotes import clause_start, denied

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from briefing.judge.stances import Stated
    from briefing.model.content import Claim, Item, Source

_LEADING: dict[Basis, re.Pattern[str]] = {
    Basis.PLAN: re.compile(
        r"\b(?:will|(?:plans?|planned|planning|intends?|vow(?:s|ed)|pledged?|commit(?:s|ted))\sto)\s",
        re.IGNORECASE,
    ),
    Basis.TARGET: re.compile(
        r"\b(?:aims?\sto|aiming\sto|(?:target|goal|ambition)\s(?:of|is|was))\s", re.IGNORECASE
    ),
    Basis.FORECAST: re.compile(
        r"\b(?:expects?\sto|(?:is|are)\s(?:expected|forecast|projected|seen)\sto"
        r"|(?:forecasts?|projects|predicts))\s",
        re.IGNORECASE,
    ),
    Basis.RUN_RATE: re.compile(r"\b(?:annuali[sz]ed|run[\s-]rate)\s", re.IGNORECASE),
}
"""What gives a figure a basis by leading up to it in its clause. Words that merely bear out a basis
which an item states are more: `inference.BASIS_WORDS`."""
_AHEAD = frozenset({Basis.PLAN, Basis.TARGET, Basis.FORECAST})
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


def check_words(
    claim: Claim,
    figure: Figure | None,
    evidence: Item,
    stated: Stated,
    source: Source,
    language: str,
) -> Iterator[Diagnostic]:
    """Warn where an item's words deny or re-scope the figure that gave its stance.

    `language` is the BCP 47 tag of the claim's statement.
    """
    if figure is None:
        yield from _contradicting(claim, evidence)
    elif stated.figure is not None and stated.stance is not Stance.MENTIONS:
        word = denied(evidence.quote.text, stated.figure.quantity.start, source.language)
        if word and not denied(claim.statement.text, figure.quantity.start, language):
            yield from _denied(word, evidence, stated.figure.quantity)
        yield from _other_basis(claim, figure.quantity, evidence, stated.figure.quantity)
        yield from _other_per(claim, figure.quantity, evidence, stated.figure.quantity)
        yield from _other_quarter(claim, evidence, source)


def _contradicting(claim: Claim, evidence: Item) -> Iterator[Diagnostic]:
    """Find a quote listed `for` a statement whose one figure of a kind it contradicts."""
    if not claim.figure_none or evidence.listed != "for" or evidence.because is not None:
        return
    stated = _by_unit(claim.statement.text)
    for unit, quoted in _by_unit(evidence.quote.text).items():
        ours = stated.get(unit, ())
        if len(ours) == 1 and all(_is_different(ours[0], one) for one in quoted):
            at = evidence.quote.inside(quoted[0].start, quoted[0].end)
            message = f"'{quoted[0].text}' is listed for a claim that says '{ours[0].text}'"
            hint = "list it under 'quotes', or explain with 'because' how it supports the claim"
            yield diagnostic("figures-contradict", at, message, hint=hint)


def _by_unit(text: str) -> Mapping[str, list[Quantity]]:
    """Read the figures of a text that are no lengths of time, by their units."""
    held: dict[str, list[Quantity]] = defaultdict(list)
    for quantity in read(text):
        if quantity.kind not in (QuantityKind.DURATION, QuantityKind.ORDINAL):
            held[quantity.unit].append(quantity)
    return held


def _is_different(one: Quantity, other: Quantity) -> bool:
    return compare(Figure(one), Figure(other)).outcome is Outcome.DIFFERENT


def _denied(word: str, evidence: Item, own: Quantity) -> Iterator[Diagnostic]:
    """Warn of a quote that denies, with `word`, the figure that it repeats."""
    if evidence.because is None:
        message = f"the quote says '{word}' before '{own.text}', but only its figure is compared"
        hint = "list a denial under 'against', or explain with 'because' what is meant"
        yield diagnostic("quote-denies", evidence.quote.at, message, hint=hint)


def _other_basis(
    claim: Claim, stated: Quantity, evidence: Item, own: Quantity
) -> Iterator[Diagnostic]:
    """Find words of a plan, a forecast or a run-rate that lead up to a figure without that basis."""
    if evidence.basis is not None or evidence.because is not None:
        return
    quoted = _leading_to(evidence.quote.text, own.start)
    matches = ((basis, words.search(quoted)) for basis, words in _LEADING.items())
    told, match = next((one for one in matches if one[1]), (claim.basis, None))
    alike = _AHEAD if told in _AHEAD else {told}
    if match is None or claim.basis in alike:
        return
    said = _leading_to(claim.statement.text, stated.start)
    if not any(words.search(said) for basis, words in _LEADING.items() if basis in alike):
        message = f"the quote says '{match[0].strip()}' but inherits the basis {claim.basis}"
        hint = f"give the claim  basis: {told}, or, if the words mean it, the item  basis: {claim.basis}"
        yield diagnostic("scope-differs", evidence.quote.at, message, hint=hint)


def _leading_to(text: str, at: int) -> str:
    """Give the words of a clause that lead up to `at`."""
    return text[clause_start(text, at) : at]


def _other_per(
    claim: Claim, stated: Quantity, evidence: Item, own: Quantity
) -> Iterator[Diagnostic]:
    """Find a year's amount under a claim of a sum, and the other way round."""
    if (
        evidence.per is not None
        or evidence.because is not None
        or own.kind is not QuantityKind.MONEY
    ):
        return
    for told, form in _PER.items():
        match = form.match(evidence.quote.text, own.end)
        if match is None or claim.per == told:
            continue
        statement = claim.statement.text
        if not form.match(statement, stated.end) and not says_per(statement, told):
            message = f"the quote says '{match[0].strip()}', which the claim does not"
            hint = f"say so in the claim, or give it  per: {told}"
            yield diagnostic("scope-differs", evidence.quote.at, message, hint=hint)


def _other_quarter(claim: Claim, evidence: Item, source: Source) -> Iterator[Diagnostic]:
    """Find "last quarter" in an article that appeared long after the period that it inherits."""
    ends = claim.period.end if claim.period and evidence.period_at is None else None
    appeared = source.published.period.start if source.published.period else None
    match = _RECENT.search(evidence.quote.text)
    if match and claim.period and ends and appeared and (appeared - ends).days > _RECENT_DAYS:
        at = evidence.quote.inside(*match.span())
        message = (
            f"'{match[0]}' in an article of {source.published.text} inherits "
            f"the period {claim.period.label}"
        )
        hint = "give the item the period that is meant, or  period: unknown"
        yield diagnostic("period-differs", at, message, hint=hint)
