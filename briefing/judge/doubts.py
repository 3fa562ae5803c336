"""Notice words of a quote that sit ill with the stance it was given.

Each is a reason to look and no error: the figures agree, or the author listed the quote, and the
words beside them say that something else is meant.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from briefing.diagnostics import Diagnostic, diagnostic
from briefing.figures import UNSAID, compare, read, variants
from briefing.judge.qualifiers import per_after, says_per
from briefing.model.figures import (
    AMBIGUOUS_YEN,
    Figure,
    Obstacle,
    Outcome,
    Part,
    Quantity,
    QuantityKind,
)
from briefing.model.judged import Stance

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from briefing.judge.stances import Stated
    from briefing.model.content import Claim, Item, Source

_CLOSING = "\"'”’»)]」』） "
_BY_WORDS = {Part.PER: "per ", Part.VARIANT: ""}
"""The parts of a figure that words say and no author gives."""


def check_words(
    claim: Claim,
    figure: Figure | None,
    evidence: Item,
    why: str | None,
    stated: Stated,
    source: Source,
    language: str,
) -> Iterator[Diagnostic]:
    """Warn where an item's words deny or re-scope the figure that gave its stance.

    `why` is the author's reason for the stance, which ends most doubts. `language` is the BCP 47 tag of the claim's statement.
    """
    if figure is None:
        if why is None:
            yield from _contradicting(claim, evidence, (source.language, language))
            yield from _asking(evidence)
    elif stated.figure is not None and stated.stance is not Stance.MENTIONS:
        tongues = (language, source.language)
        if why is None:
            own = stated.figure.quantity
            yield from _other_per(claim, figure.quantity, evidence, own, tongues)
        if why is None and not evidence.because:
            yield from _one_side(claim, figure, evidence, stated.figure, language)
    elif why is None and evidence.per is None and evidence.listed == "quotes":
        yield from _uncompared(
            claim, figure.quantity, evidence, stated, (language, source.language)
        )


def _uncompared(
    claim: Claim, figure: Quantity, evidence: Item, stated: Stated, tongues: tuple[str, str]
) -> Iterator[Diagnostic]:
    """Say why a quote only mentions a claim, where its words name what no author gave."""
    why = stated.comparison.why if stated.comparison else None
    if stated.figure is not None and isinstance(why, Obstacle) and _counts_otherwise(figure, why):
        message = (
            f"the quote's figure is in {why.item}, the claim's in {why.claim}: they do not compare"
        )
        hint = "say the same in the statement, or list the quote under 'mentions'"
        yield diagnostic("scope-differs", evidence.quote.at, message, hint=hint)
    if stated.figure is None or not isinstance(why, Obstacle) or why.part not in _BY_WORDS:
        return
    per = tuple(_other_per(claim, figure, evidence, stated.figure.quantity, tongues))
    yield from per or _named_otherwise(evidence, why)


def _counts_otherwise(figure: Quantity, why: Obstacle) -> bool:
    """Tell whether two figures are in units that do not convert: people and employees, yen and an unclear "¥".

    Two currencies are plain to see, and a rate turns one into the other.
    """
    is_unclear = AMBIGUOUS_YEN in (why.claim, why.item)
    return why.part is Part.UNIT and (is_unclear or figure.kind is not QuantityKind.MONEY)


def _named_otherwise(evidence: Item, why: Obstacle) -> Iterator[Diagnostic]:
    word = _BY_WORDS[why.part]
    ours, theirs = (
        f"{word}{side}" if side else "of no such kind" for side in (why.claim, why.item)
    )
    message = f"the quote's figure is {theirs}, the claim's {ours}: they do not compare"
    hint = "say the same in the statement, or explain with 'because' that they mean the same"
    yield diagnostic("scope-differs", evidence.quote.at, message, hint=hint)


def _one_side(
    claim: Claim, figure: Figure, evidence: Item, own: Figure, language: str
) -> Iterator[Diagnostic]:
    """Note that the claim or the quote alone says which of two measures its figure is.

    A measure that the author declares says it for both. `language` is the BCP 47 tag of the claim.
    """
    ours, theirs = dict(figure.variants), dict(own.variants)
    measure = f"{claim.measure or ''}; {evidence.measure or ''}; {claim.scope or ''}"
    declared = {side for _, side in variants(measure, len(measure), len(measure), language)}
    for group in sorted(ours.keys() ^ theirs.keys()):
        side = ours.get(group) or theirs[group]
        if side in UNSAID or side in declared:
            continue
        message = f"the claim's figure is {side}, and the quote does not say so"
        if group in theirs:
            message = f"the quote's figure is {side}, and the claim does not say so"
        hint = "say the same in both, or explain with 'because' that they mean the same"
        yield diagnostic("qualifier-unsaid", evidence.quote.at, message, hint=hint)


def _contradicting(
    claim: Claim, evidence: Item, languages: tuple[str, str]
) -> Iterator[Diagnostic]:
    """Find a quote listed `for` a statement whose one figure of a kind it contradicts."""
    if not claim.figure_none or evidence.listed != "for":
        return
    stated = _by_unit(claim.statement.text, languages[1])
    for unit, quoted in _by_unit(evidence.quote.text, languages[0]).items():
        ours = stated.get(unit, ())
        if len(ours) == 1 and all(_is_different(ours[0], one) for one in quoted):
            at = evidence.quote.inside(quoted[0].start, quoted[0].end)
            message = f"'{quoted[0].text}' is listed for a claim that says '{ours[0].text}'"
            hint = "list it under 'quotes', or explain with 'because' how it supports the claim"
            yield diagnostic("figures-contradict", at, message, hint=hint)


def _asking(item: Item) -> Iterator[Diagnostic]:
    """Find a quote that is a question, which states nothing."""
    if item.listed != "mentions" and item.quote.text.rstrip(_CLOSING).endswith(("?", "？")):
        hint = "list it under 'mentions', or explain with 'because' what it says"
        yield diagnostic("sense-turned", item.quote.at, "the quote is a question", hint=hint)


def _by_unit(text: str, language: str) -> Mapping[str, list[Quantity]]:
    """Read the figures of a text by their units, without lengths of time."""
    held: dict[str, list[Quantity]] = defaultdict(list)
    for quantity in read(text, language):
        if quantity.kind not in (QuantityKind.DURATION, QuantityKind.ORDINAL):
            held[quantity.unit].append(quantity)
    return held


def _is_different(one: Quantity, other: Quantity) -> bool:
    return compare(Figure(one), Figure(other)).outcome is Outcome.DIFFERENT


def _other_per(
    claim: Claim, stated: Quantity, evidence: Item, own: Quantity, tongues: tuple[str, str]
) -> Iterator[Diagnostic]:
    """Find a year's amount under a claim of a sum, and the other way round."""
    if evidence.per is not None or own.kind is not QuantityKind.MONEY:
        return
    ours, theirs = tongues
    told = per_after(evidence.quote.text, own.end, theirs)
    if told is None or told[0] == claim.per:
        return
    per, words = told
    statement = claim.statement.text
    said = per_after(statement, stated.end, ours)
    if not (said and said[0] == per) and not says_per(statement, per, ours):
        message = f"the quote says '{words}', which the claim does not"
        hint = f"say so in the claim, or give it  per: {per}"
        yield diagnostic("scope-differs", evidence.quote.at, message, hint=hint)
