"""Judge each claim on its own: stances, what counts, the verdict, caveats and the receipt."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from briefing.diagnostics import Diagnostic, Related
from briefing.figures import PeriodReader
from briefing.judge.caveats import caveats
from briefing.judge.court import Court, court_of
from briefing.judge.derived import UNDERIVED, derive, in_order
from briefing.judge.doubts import check_words
from briefing.judge.inference import explained
from briefing.judge.periods import (
    Claimed,
    check_declared_period,
    check_item_period,
    claimed,
)
from briefing.judge.positions import positions
from briefing.judge.stances import (
    Stated,
    check_derived_lists,
    check_ended,
    check_inference,
    check_lists,
    check_support,
    claim_figure,
    state,
)
from briefing.judge.translation import check_translation, heard
from briefing.judge.verdict import Ruling, Say, rule
from briefing.model.figures import Outcome
from briefing.model.judged import Judged, JudgedItem, Judgement, Reason, Stance
from briefing.units import anew
from briefing.voices import first_spellings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from briefing.diagnostics import Span
    from briefing.judge.inference import Explained
    from briefing.model.content import (
        Claim,
        ClaimKind,
        Content,
        Entity,
        Item,
    )
    from briefing.model.figures import Figure
    from briefing.model.judged import Anchor, AnchoredArticle
    from briefing.units import Units

_VIEWS = frozenset({"opinion", "forecast"})
_SHARED = 2


def judge(
    content: Content, articles: Mapping[str, AnchoredArticle], unit: Units = anew
) -> tuple[Judged, tuple[Diagnostic, ...]]:
    """Judge all claims over the quotes that stand in their articles; each is a unit."""
    court = unit("court", court_of, content.settings, content.sources, content.publishers)
    judgements: dict[str, Judgement] = {}
    found: list[Diagnostic] = []
    for claim in content.claims.values():
        if claim.formula is None:
            anchors = _anchors(claim, articles)
            name = ("claim", claim.id)
            judgements[claim.id], mistakes = unit(name, _judge_claim, claim, anchors, court)
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


def _anchors(claim: Claim, articles: Mapping[str, AnchoredArticle]) -> Mapping[Span, Anchor]:
    """Give where each quote of a claim stands, by the place of its words, of those that do."""
    found = {}
    for item in claim.items:
        article = articles.get(item.source)
        anchor = article.anchors.get(item.at) if article else None
        if anchor is not None:
            found[item.at] = anchor
    return found


def _judge_claim(
    claim: Claim, anchors: Mapping[Span, Anchor], court: Court
) -> tuple[Judgement, tuple[Diagnostic, ...]]:
    figure, mistakes = claim_figure(claim, court.settings.language, _entity(claim, court))
    found = list(mistakes)
    stated: list[tuple[Item, Stated]] = []
    if not mistakes:
        found.extend(check_lists(claim, figure))
        stated, wrong = _stances(claim, figure, anchors, court)
        found.extend(wrong)
    speakers = first_spellings(item.attributed_to or claim.origin for item, _ in stated)
    says = (
        _say(item, one, speaker, court)
        for (item, one), speaker in zip(stated, speakers, strict=True)
    )
    ruling = rule(says, court.settings.corroboration_voices)
    items = tuple(
        _item(claim, item, one, speaker, ruling, anchors[item.at], court)
        for (item, one), speaker in zip(stated, speakers, strict=True)
    )
    view = claim.kind in _VIEWS
    judgement = Judgement(
        claim=claim,
        kind=_kind(claim, figure),
        figure=figure,
        verdict=ruling.verdict,
        reason=ruling.reason,
        shared_view=view and len(ruling.supporting) >= _SHARED and not ruling.disputing,
        caveats=caveats(claim, ruling, items, court.sources, court.as_of),
        counts=ruling.counts,
        supporting=ruling.supporting,
        disputing=ruling.disputing,
        article_count_verdict=ruling.article_count_verdict,
        pivotal=ruling.pivotal,
        items=items,
        input_verdicts=(),
        derivation=None,
        positions=positions(items),
    )
    return judgement, tuple(found)


def _inputs(claim: Claim, judgements: Mapping[str, Judgement]) -> Mapping[str, Judgement]:
    """Give the claims that one is computed from; all, to suggest from, where one is missing."""
    named = {one.claim: judgements[one.claim] for one in claim.inputs if one.claim in judgements}
    return named if all(one.claim in named for one in claim.inputs) else judgements


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
    figure, mistakes = claim_figure(claim, court.settings.language, _entity(claim, court))
    lists = check_derived_lists(claim)
    derived = (
        UNDERIVED
        if judged is None
        else derive(claim, figure, judged, unread, court.settings.language, complete=complete)
    )
    ruling = rule((), court.settings.corroboration_voices)
    judgement = Judgement(
        claim=claim,
        kind="derived",
        figure=figure,
        verdict=derived.verdict,
        reason=Reason.DERIVED,
        shared_view=False,
        caveats=caveats(claim, ruling, (), court.sources, court.as_of),
        counts=ruling.counts,
        supporting=(),
        disputing=(),
        article_count_verdict=derived.article_count_verdict,
        pivotal=(),
        items=(),
        input_verdicts=derived.verdicts,
        derivation=derived.derivation,
        positions=(),
    )
    return judgement, (*mistakes, *lists, *(() if mistakes else derived.found))


def _stances(
    claim: Claim, figure: Figure | None, anchors: Mapping[Span, Anchor], court: Court
) -> tuple[list[tuple[Item, Stated]], list[Diagnostic]]:
    """Give the stance of each item whose quote stands, and what is wrong with the items."""
    stated: list[tuple[Item, Stated]] = []
    found: list[Diagnostic] = []
    early: list[Diagnostic] = []
    own = court.settings.language
    of = claimed(claim, figure.quantity, own, _entity(claim, court)) if figure else Claimed(None)
    found.extend(check_declared_period(claim, figure, of, own))
    for item in claim.items:
        source = court.sources.get(item.source)
        if source is None or item.at not in anchors:
            continue
        if item.listed == "for" and figure is not None:
            continue
        if item.listed == "quotes" and figure is None:
            continue
        mistranslated = tuple(check_translation(item, source, own))
        if mistranslated:
            found.extend(mistranslated)
            continue
        why = _explained(claim, item, court)
        written = item
        item, source = heard(item, source, own)  # noqa: PLW2901 (the same item, in words we read)
        cut = anchors[item.at].cut
        one, mistakes = state(claim, figure, item, why.stance, source, of, cut)
        found.extend(mistakes)
        found.extend(check_inference(item, why))
        if one is not None:
            stated.append((written, one))
            ended = tuple(check_ended(claim, item, one, source))
            (found if item.period else early).extend(ended)
            found.extend(check_item_period(of, item, one.told) if one.told else ())
            found.extend(check_words(claim, figure, item, why.stance, one, source, own))
    found.extend(_as_one(early))
    found.extend(check_support(tuple(stated)))
    return stated, found


def _entity(claim: Claim, court: Court) -> Entity | None:
    return court.settings.entities.get(claim.entity or "")


def _as_one(early: list[Diagnostic]) -> Iterator[Diagnostic]:
    """Tell once that the claim's own period has not ended, whichever articles show it."""
    if early:
        others = tuple(Related(one.at, one.message) for one in early[1:])
        yield replace(early[0], related=others)


def _say(item: Item, stated: Stated, speaker: str | None, court: Court) -> Say:
    voice = court.voice_of[item.source]
    comparison = stated.comparison
    return Say(
        source=item.source,
        voice=voice,
        origin=speaker or voice,
        stance=stated.stance,
        by_figure=comparison is not None,
        comparable=comparison is None or comparison.outcome is not Outcome.NOT_COMPARABLE,
    )


def _item(
    claim: Claim,
    item: Item,
    stated: Stated,
    speaker: str | None,
    ruling: Ruling,
    anchor: Anchor,
    court: Court,
) -> JudgedItem:
    voice = court.voice_of[item.source]
    speaks = stated.stance is not Stance.MENTIONS
    aside = speaks and item.source in ruling.set_aside
    why = _explained(claim, item, court)
    return JudgedItem(
        written=item,
        anchor=anchor,
        stance=stated.stance,
        counted=speaks and not aside,
        voice=voice,
        speaker=speaker,
        origin=speaker or voice,
        figure=stated.figure,
        comparison=stated.comparison,
        inferred=why.inferred,
        because=why.rest,
    )


def _explained(claim: Claim, item: Item, court: Court) -> Explained:
    entity = court.settings.entities.get(claim.entity or "")
    calendar = entity.fiscal_year_end if entity else None
    item, source = heard(item, court.sources[item.source], court.settings.language)
    return explained(item, PeriodReader(source.language, calendar, source.published.period))


def _kind(claim: Claim, figure: Figure | None) -> ClaimKind:
    if claim.kind is not None:
        return claim.kind
    return "figure" if figure is not None else "statement"
