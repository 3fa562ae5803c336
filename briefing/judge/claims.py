"""Judge each claim on its own: stances, what counts, the verdict, caveats and the receipt."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from briefing.diagnostics import Diagnostic
from briefing.judge.caveats import caveats
from briefing.judge.court import Court, common_court, court_of
from briefing.judge.derived import UNDERIVED, derive, in_order
from briefing.judge.hearing import hear, judged_item, says_of
from briefing.judge.positions import positions, spread
from briefing.judge.resting import inherited
from briefing.judge.stances import (
    Stated,
    check_derived_lists,
    check_lists,
    claim_figure,
)
from briefing.judge.unread import check_statement, unread_in_statement
from briefing.judge.verdict import rule
from briefing.model.judged import Counts, Judged, Judgement
from briefing.model.verdict import Verdict
from briefing.moving import moved
from briefing.units import anew, in_turn, kept, lasting, nested, placing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing.diagnostics import Span
    from briefing.model.content import Claim, ClaimKind, Content, Item, Source
    from briefing.model.figures import Figure
    from briefing.model.judged import Anchor, AnchoredArticle
    from briefing.units import Each, Units

_VIEWS = frozenset({"opinion", "forecast"})
_SHARED = 2


def judge(
    content: Content,
    articles: Mapping[str, AnchoredArticle],
    unit: Units = anew,
    each: Each = in_turn,
) -> tuple[Judged, tuple[Diagnostic, ...]]:
    """Judge all claims over the quotes that appear in their articles.

    Each is a unit, which reads of the sources its own alone.
    """
    court = unit("court", court_of, content.settings, content.sources, content.publishers)
    common = unit("what all claims read", common_court, content.settings, court.as_of)
    judgements: dict[str, Judgement] = {}
    found: list[Diagnostic] = []

    def judged_alone(claim: Claim) -> _JudgedClaim:
        quoted = tuple([articles.get(item.source) for item in claim.items])
        return unit(("claim", claim.id), _judge_in_place, claim, quoted, court, common)

    alone = [claim for claim in content.claims.values() if claim.formula is None]
    for claim, (judgement, mistakes) in zip(alone, each(judged_alone, alone), strict=True):
        judgements[claim.id] = judgement
        found.extend(mistakes)
    order = in_order(content.claims)
    found.extend(order.found)
    for claim in order.claims:
        known = _inputs(claim, judgements) if claim.id not in order.circular else None
        name = ("derived", claim.id)
        reads = (claim, known, content.unread, content.complete, court)
        give = anew if known is judgements else unit
        judgements[claim.id], mistakes = give(name, _judge_derived, *reads)
        found.extend(mistakes)
    ordered = {id_: judgements[id_] for id_ in content.claims if id_ in judgements}
    voices_of = (court.voices, court.voice_of)
    judged = Judged(content, articles, *voices_of, MappingProxyType(ordered), court.as_of)
    return judged, tuple(found)


_JudgedClaim = tuple[Judgement, tuple[Diagnostic, ...]]


@nested
def _judge_in_place(
    claim: Claim,
    quoted: tuple[AnchoredArticle | None, ...],
    court: Court,
    common: Court,
    unit: Units = anew,
) -> _JudgedClaim:
    """Judge a claim on the line where it was first judged, so that lines put in above do not judge it again.

    `quoted` is the article of each of its items, None where it could not be read.
    """
    file = claim.at.file
    down = claim.at.line - unit(("line", claim.id), _line, claim.at.line)
    before = moved(claim, file, -down)
    anchors, of = _anchors(claim, before, quoted), _of(claim, court)
    judged = unit(("claim alone", claim.id), _judge_claim, before, anchors, of, common)
    if not down:
        return judged
    judgement, found = judged
    placed = unit(("claim placed", claim.id), _placed, judgement, claim)
    return placed, moved(found, file, down)


@kept(lambda: int)
@lasting
def _line(line: int) -> int:
    """Give the line on which a claim was first judged."""
    return line


@placing
def _placed(judgement: Judgement, claim: Claim) -> Judgement:
    """Let a judgement be of a claim that is elsewhere in its file."""
    written = zip(judgement.claim.items, claim.items, strict=True)
    there = {before.at: item for before, item in written}
    items = tuple([replace(one, written=there[one.written.at]) for one in judgement.items])
    return replace(judgement, claim=claim, items=items)


def _anchors(
    claim: Claim, before: Claim, quoted: tuple[AnchoredArticle | None, ...]
) -> Mapping[Span, Anchor]:
    """Give where each quote is in its article, by the place that its words had `before`, of those found."""
    found = {}
    for item, there, article in zip(claim.items, before.items, quoted, strict=True):
        anchor = article.anchors.get(item.at) if article else None
        if anchor is not None:
            found[there.at] = anchor
    return found


def _of(claim: Claim, court: Court) -> tuple[Mapping[str, Source], Mapping[str, str]]:
    """Give the sources that a claim quotes, and their voices, by the ids of the sources."""
    held = {item.source: court.sources[item.source] for item in claim.items
            if item.source in court.sources}  # fmt: skip
    return held, {id_: court.voice_of[id_] for id_ in held}


@kept(lambda: _JudgedClaim)
def _judge_claim(
    claim: Claim,
    anchors: Mapping[Span, Anchor],
    of: tuple[Mapping[str, Source], Mapping[str, str]],
    common: Court,
) -> tuple[Judgement, tuple[Diagnostic, ...]]:
    court = replace(common, sources=of[0], voice_of=of[1])
    figure, mistakes = claim_figure(claim, court.settings.language, court.entity(claim))
    found = list(mistakes)
    stated: list[tuple[Item, Stated]] = []
    if not mistakes:
        stated, wrong = hear(claim, figure, anchors, court)
        found.extend((*check_lists(claim, figure), *wrong))
    says = says_of(claim, stated, court)
    ruling = rule(says, court.settings.corroboration_voices)
    items = tuple(
        judged_item(claim, item, one, say, ruling, anchors[item.at], court)
        for (item, one), say in zip(stated, says, strict=True)
    )
    view = claim.kind in _VIEWS
    judgement = Judgement(
        claim=claim,
        kind=_kind(claim, figure),
        figure=figure,
        verdict=ruling.verdict,
        reason=ruling.reason,
        shared_view=view and len(ruling.supporting) >= _SHARED and not ruling.disputing,
        caveats=caveats(claim, ruling, says, items, court),
        counts=ruling.counts,
        supporting=ruling.supporting,
        disputing=ruling.disputing,
        article_count_verdict=ruling.article_count_verdict,
        pivotal=ruling.pivotal,
        items=items,
        input_verdicts=(),
        derivation=None,
        positions=(given := positions(items)),
        spread=spread(figure, items, given) if ruling.verdict is Verdict.DISPUTED else None,
    )
    return judgement, tuple(found)


def _inputs(claim: Claim, judgements: Mapping[str, Judgement]) -> Mapping[str, Judgement]:
    """Give the claims that one is computed from; all, to suggest from, where one is missing."""
    named = {one.claim: judgements[one.claim] for one in claim.inputs if one.claim in judgements}
    return named if all(one.claim in named for one in claim.inputs) else judgements


@kept(lambda: _JudgedClaim)
def _judge_derived(
    claim: Claim,
    judged: Mapping[str, Judgement] | None,
    unread: frozenset[str],
    complete: bool,  # noqa: FBT001 (read by a unit in its place)
    court: Court,
) -> tuple[Judgement, tuple[Diagnostic, ...]]:
    """Judge a claim that is computed: it has no items of its own, and no voice is pivotal.

    `judged` holds the claims it may be computed from; None for one of a circle.
    """
    figure, mistakes = claim_figure(claim, court.settings.language, court.entity(claim))
    lists = check_derived_lists(claim)
    derived = (
        UNDERIVED
        if judged is None
        else derive(claim, figure, judged, unread, court.settings, complete=complete)
    )
    judgement = Judgement(
        claim=claim,
        kind="derived",
        figure=figure,
        verdict=derived.verdict,
        reason=derived.reason,
        shared_view=False,
        caveats=inherited(claim, judged or {}, court),
        counts=Counts(0, 0, 0),
        supporting=(),
        disputing=(),
        article_count_verdict=derived.article_count_verdict,
        pivotal=(),
        items=(),
        input_verdicts=derived.verdicts,
        derivation=derived.derivation,
        positions=(),
        spread=None,
    )
    numbers = unread_in_statement(claim, court.settings.language)
    found = () if mistakes else (*check_statement(claim, numbers), *derived.found)
    return judgement, (*mistakes, *lists, *found)


def _kind(claim: Claim, figure: Figure | None) -> ClaimKind:
    if claim.kind is not None:
        return claim.kind
    return "figure" if figure is not None else "statement"
