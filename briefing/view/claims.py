"""A claim's own page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model.figures import Basis
from briefing.model.judged import Stance
from briefing.model.pages import (
    Caution,
    ClaimPage,
    FigureRow,
    Link,
    Side,
    Speaker,
    Testimony,
    Witness,
    Working,
    WorkingInput,
)
from briefing.view import cards, days, numbers, words
from briefing.view.comparisons import AMOUNTS, BASES, compared
from briefing.view.figure_chart import strip
from briefing.view.paging import pager, portion
from briefing.view.receipts import receipt
from briefing.view.verdict_history import turns

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.model.figures import Figure, Outcome
    from briefing.model.judged import JudgedItem, Judgement
    from briefing.model.pages import ClaimCard
    from briefing.view.routes import Route
    from briefing.view.site import Site

_HEADINGS = {
    Stance.SUPPORTS: "For",
    Stance.DISPUTES: "Against",
    Stance.MENTIONS: "Mentioned, not counted",
}
_NEAR = 72
"""How much of a neighbouring claim's statement its link shows, in characters."""


def claim(site: Site, route: Route) -> ClaimPage:
    """Make a claim's page; a claim with very much evidence goes on over several."""
    judgement = site.judged.judgements[route.id]
    items = portion(judgement.items, route.number)
    ids = site.by_topic[judgement.claim.topic]
    place = site.place[route.id]
    return ClaimPage(
        claim=site.claims[route.id],
        facts=tuple(_facts(site, judgement)),
        note=judgement.claim.note,
        working=_working(site, judgement),
        sides=tuple(_sides(site, judgement, items)),
        strip=strip(site, judgement) if route.number == 1 else None,
        figures=_figures(site, judgement, items),
        receipt=receipt(site, judgement),
        cautions=tuple(Caution(*words.CAVEATS[caveat]) for caveat in judgement.caveats),
        history=turns(site, judgement),
        citation=_citation(site, site.claims[route.id]),
        address=_address(site, site.claims[route.id]),
        cited_in=site.citing.get(route.id, ()),
        former=judgement.claim.aliases,
        before=_neighbour(site, ids[place - 1]) if place else None,
        after=_neighbour(site, ids[place + 1]) if place + 1 < len(ids) else None,
        pager=pager(f"claims/{route.id}.html", len(judgement.items), route.number),
    )


def _citation(site: Site, card: ClaimCard) -> str:
    """Name a claim as a letter or a slide would: what is said, the verdict, where, as of when."""
    day = cards.as_of(site.judged.as_of)
    parts = (
        f"“{card.statement}” – {card.verdict} ({card.phrase})",
        site.frame.title,
        f"as of {day.text}" if day else "",
        f"claim {card.id}",
    )
    address = f", {_address(site, card)}" if site.frame.base else ""
    return ", ".join(part for part in parts if part) + address


def _address(site: Site, card: ClaimCard) -> str:
    return f"{site.frame.base or ''}{card.href}"


def _neighbour(site: Site, id_: str) -> Link:
    card = site.claims[id_]
    return Link(card.href, words.clipped(card.statement, _NEAR))


def _facts(site: Site, judgement: Judgement) -> Iterator[tuple[str, str]]:
    """List what the claim is about, and with that what it may be compared with."""
    claim = judgement.claim
    entities = site.judged.content.settings.entities
    if claim.entity:
        known = entities.get(claim.entity)
        yield "About", known.name if known else claim.entity
    if claim.measure:
        yield "Measure", claim.measure
    if claim.period:
        yield "Period", days.period(claim.period)
    if claim.scope:
        yield "Scope", claim.scope
    if claim.basis is not Basis.ACTUAL:
        yield "Kind of figure", BASES[claim.basis]
    if claim.per:
        yield "Amount", AMOUNTS[claim.per]
    if claim.origin:
        yield "Said by", claim.origin
    if claim.review_by:
        yield "Review by", days.calendar_day(claim.review_by)


def _working(site: Site, judgement: Judgement) -> Working | None:
    derivation = judgement.derivation
    if derivation is None:
        return None
    inputs = (
        WorkingInput(
            name=one.name,
            words=one.figure.quantity.text,
            interval=numbers.interval(one.figure.quantity),
            claim=site.claims[one.claim],
            source=site.sources[one.source] if one.source else None,
        )
        for one in derivation.inputs
    )
    steps = numbers.working(derivation.computed.working)
    return Working(derivation.formula, steps, tuple(inputs))


def _sides(site: Site, judgement: Judgement, items: Sequence[JudgedItem]) -> Iterator[Side]:
    for stance in Stance:
        voices: dict[str, list[JudgedItem]] = {}
        for item in items:
            if item.stance is stance:
                voices.setdefault(item.voice, []).append(item)
        if voices:
            speakers = tuple(
                _speaker(site, judgement, voice, said) for voice, said in voices.items()
            )
            yield Side(stance.value, _HEADINGS[stance], speakers)


def _speaker(site: Site, judgement: Judgement, voice: str, items: Sequence[JudgedItem]) -> Speaker:
    by_article: dict[str, list[Testimony]] = {}
    for item in items:
        by_article.setdefault(item.written.source, []).append(_testimony(site, judgement, item))
    witnesses = tuple(
        Witness(site.sources[source], tuple(said)) for source, said in by_article.items()
    )
    count = len(witnesses)
    bundle = f"{words.counted(count, 'article')}, one voice" if count > 1 else None
    return Speaker(words.sentence_case(site.voice_name(voice)), bundle, witnesses)


def _compared(site: Site, judgement: Judgement, item: JudgedItem) -> str | None:
    """Say how an item's figure stands to its claim's; nothing where there are no two."""
    if item.comparison is None or item.figure is None or judgement.figure is None:
        return None
    return compared(
        item.figure.quantity,
        judgement.figure.quantity,
        item.comparison,
        judgement.claim.rate,
        site.judged.content.settings.entities,
    )


def _testimony(site: Site, judgement: Judgement, item: JudgedItem) -> Testimony:
    return Testimony(
        pieces=site.pieces(item),
        context=site.context(item),
        origin=item.speaker,
        figure=item.figure.quantity.text if item.figure else None,
        comparison=_compared(site, judgement, item),
        inferred=item.inferred,
        because=None if item.inferred else item.written.because,
        set_aside=words.SAYS_BOTH if item.says_both else None,
    )


def _figures(
    site: Site, judgement: Judgement, items: Sequence[JudgedItem]
) -> tuple[FigureRow, ...]:
    """Table the claim's figure and those of its evidence, where there is any to set beside it."""
    rows = [_evidence_row(site, item, item.figure) for item in items if item.figure]
    if judgement.figure is None or not rows:
        return tuple(rows)
    return (_row("This claim", None, judgement.figure), *rows)


def _evidence_row(site: Site, item: JudgedItem, figure: Figure) -> FigureRow:
    source = site.sources[item.written.source]
    outcome = item.comparison.outcome if item.comparison else None
    return _row(source.who, site.context(item), figure, outcome)


def _row(who: str, href: str | None, figure: Figure, outcome: Outcome | None = None) -> FigureRow:
    return FigureRow(
        who=who,
        href=href,
        words=figure.quantity.text,
        interval=numbers.interval(figure.quantity),
        period=days.period(figure.period) if figure.period else "",
        outcome=outcome.value if outcome else None,
        comparison=words.OUTCOMES[outcome] if outcome else "",
    )
