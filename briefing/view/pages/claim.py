"""A claim's own page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.checks.reviews import stands
from briefing.model.figures import Basis
from briefing.model.pages import Link
from briefing.values import dataclass
from briefing.view import caveats, days, numbers, reach, words
from briefing.view.comparisons import AMOUNTS, BASES, change
from briefing.view.corrections import suggestion
from briefing.view.exports import structured
from briefing.view.figure_chart import FigureChart, agreement, figure_chart, is_drawn
from briefing.view.pages import claims_index
from briefing.view.pages.embedded_card import Embedding, embedding
from briefing.view.paging import Pager, pager, portion
from briefing.view.provenance import Provenance, provenance
from briefing.view.receipts import Receipt, receipt
from briefing.view.records import record
from briefing.view.routes import DESCRIPTION_LENGTH, TITLE_LENGTH, Address, Contents, PageKind
from briefing.view.sides import Side, sides
from briefing.view.verdict_history import HistoryEntry, history
from briefing.view.workings import DerivationView, derivation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.language.messages import Messages
    from briefing.model.figures import Figure, Outcome
    from briefing.model.judged import JudgedItem, Judgement
    from briefing.model.pages import Record
    from briefing.view.cards import ClaimCard
    from briefing.view.routes import Route
    from briefing.view.site import Site

_NEAR = 160
"""How much of a neighbouring claim's statement its link shows, in characters."""


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure with the interval its words stand for."""

    who: str
    href: str | None
    words: str
    interval: str
    period: str
    outcome: str | None
    """`same`, `compatible`, `different` or `not-comparable`; None for the claim's own."""
    comparison: str
    """The same in words."""


@dataclass(frozen=True, slots=True)
class CaveatView:
    """A caveat: its name and what it means here."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class ClaimPage:
    """A claim and everything that was found for and against it."""

    claim: ClaimCard
    facts: tuple[tuple[str, str], ...]
    """What defines the claim, as (label, value): period, measure, whom it is about."""
    note: str | None
    derivation: DerivationView | None
    """None for a claim that rests on quotes."""
    sides: tuple[Side, ...]
    agreement: str | None
    """That all give the same figure; None where they do not, or none has one."""
    provenance: Provenance | None
    """Articles, voices and origins drawn; None where one article speaks for itself."""
    chart: FigureChart | None
    """Its figures drawn; None unless there are two to compare."""
    files: tuple[str, str] | None
    """The addresses of the drawing and of its table; None where nothing is drawn."""
    figures: tuple[FigureRow, ...]
    receipt: Receipt
    caveats: tuple[CaveatView, ...]
    history: tuple[HistoryEntry, ...]
    """The oldest first; empty where no edition was recorded."""
    citation: str
    """How to name this claim and its verdict elsewhere, as plain text."""
    address: str
    """Its permanent address: absolute if the site's address is known, else from the site's root."""
    embedding: Embedding | None
    """How to show its card elsewhere; None unless it is a key claim."""
    correction: str | None
    """The link that begins a suggestion; None where the briefing does not say where to send it."""
    cited_in: tuple[Link, ...]
    former: str
    before: Link | None
    after: Link | None
    pager: Pager | None


def claim(site: Site, route: Route) -> Contents:
    """Make a claim's page; a claim with very much evidence goes on over several."""
    judgement = site.judged.judgements[route.id]
    items = portion(judgement.items, route.number)
    ids = site.by_topic[judgement.claim.topic]
    place = site.place[route.id]
    card = site.claims[route.id]
    body = ClaimPage(
        claim=card,
        facts=tuple(_facts(site, judgement)),
        note=judgement.claim.note,
        derivation=derivation(site, judgement),
        sides=sides(site, judgement, items),
        agreement=agreement(site, judgement),
        provenance=provenance(site, judgement) if route.number == 1 else None,
        chart=figure_chart(site, judgement) if route.number == 1 else None,
        files=(f"claims/{card.id}.svg", f"claims/{card.id}.csv") if is_drawn(judgement) else None,
        figures=_figures(site, judgement, items),
        receipt=receipt(site, judgement),
        caveats=tuple(
            CaveatView(*map(site.say, caveats.CAVEATS[caveat])) for caveat in judgement.caveats
        ),
        history=history(site, judgement),
        citation=citation(site, card),
        address=_address(site, card),
        embedding=embedding(site, card),
        correction=_correction(site, card),
        cited_in=site.citing.get(route.id, ()),
        former=site.say.listed(judgement.claim.aliases),
        before=_neighbour(site, ids[place - 1]) if place else None,
        after=_neighbour(site, ids[place + 1]) if place + 1 < len(ids) else None,
        pager=pager(route, len(judgement.items)),
    )
    told = structured.review(site, card, judgement) if route.number == 1 else None
    return Contents(*title(card, site.say), claims_index.PATH, body, told)


def title(card: ClaimCard, say: Messages) -> tuple[str, str]:
    """Give the title and the description of a claim's page."""
    why = f"{words.sentence_case(say.word(card.verdict))}. {card.sentence}"
    return words.clipped(card.statement, TITLE_LENGTH), words.clipped(why, DESCRIPTION_LENGTH)


def _records(site: Site) -> Iterator[Record]:
    for id_, card in site.claims.items():
        judgement = site.judged.judgements[id_]
        values = card.values and f"{card.values}."
        said = (_said(site, item) for item in judgement.items)
        texts = (card.sentence, values, judgement.claim.note, *said)
        yield record(card.href, card.statement, site.say("claim"), texts, card.verdict)


def _said(site: Site, item: JudgedItem) -> str:
    """Give who says it, whom that quotes, and the passage as far as it may be published."""
    who = site.sources[item.written.source].who
    speaker = item.speaker
    passage = "".join(text for text, _ in site.pieces(item)).strip()
    if speaker:
        who = site.say("%(source)s, quoting %(speaker)s", source=who, speaker=speaker)
    return f"{who}: {passage}".removesuffix(": ")


def _addresses(site: Site) -> Iterator[Address]:
    for id_, one in site.judged.judgements.items():
        yield Address(site.claims[id_].href, id_, one.claim.at, len(one.items))


def citation(site: Site, card: ClaimCard) -> str:
    """Name a claim as a letter or a slide would: what is said, the verdict, where, as of when."""
    say = site.say
    parts = (
        say(
            "“%(statement)s” – %(verdict)s (%(reason)s)",
            statement=card.statement,
            verdict=say.word(card.verdict),
            reason=card.phrase,
        ),
        site.frame.title,
        reach.up_to(site),
        say("claim %(id)s", id=card.id),
    )
    return words.joined(say, *parts, _address(site, card) if site.frame.base else None)


def _address(site: Site, card: ClaimCard) -> str:
    return f"{site.frame.base or ''}{card.href}"


def _correction(site: Site, card: ClaimCard) -> str | None:
    where = site.judged.content.settings.corrections
    return where and suggestion(where, card, _address(site, card), site.say)


def _neighbour(site: Site, id_: str) -> Link:
    card = site.claims[id_]
    return Link(card.href, words.clipped(card.statement, _NEAR))


def _facts(site: Site, judgement: Judgement) -> Iterator[tuple[str, str]]:
    """List what the claim is about, and with that what it may be compared with."""
    claim, say = judgement.claim, site.say
    entities = site.judged.content.settings.entities
    if claim.entity:
        known = entities.get(claim.entity)
        yield say("About"), known.name if known else claim.entity
    if claim.measure:
        yield say("Measure"), claim.measure
    if judgement.period:
        yield say("Period"), days.period(judgement.period, say)
    if judgement.figure and judgement.figure.base:
        yield say("Change"), change(judgement.figure.base, say)
    if claim.scope:
        yield say("Scope"), claim.scope
    if claim.basis is not Basis.ACTUAL:
        yield say("Kind of figure"), say(BASES[claim.basis])
    if claim.per:
        yield say("Amount"), say(AMOUNTS[claim.per])
    if claim.origin:
        yield say("Said by"), claim.origin
    yield from _reviews(site, judgement)


def _reviews(site: Site, judgement: Judgement) -> Iterator[tuple[str, str]]:
    """Say who reviewed the claim as it is now, and by when it is to be reviewed."""
    claim, say = judgement.claim, site.say
    if claim.reviewed and stands(claim, site.judged.articles):
        day = days.calendar_day(claim.reviewed.on, say)
        yield say("Reviewed"), say("%(day)s, by %(reviewer)s", day=day, reviewer=claim.reviewed.by)
    if claim.review_by:
        yield say("Review by"), days.calendar_day(claim.review_by, say)


def _figures(
    site: Site, judgement: Judgement, items: Sequence[JudgedItem]
) -> tuple[FigureRow, ...]:
    """List the claim's figure and those of its items; empty if no item has one."""
    rows = [_evidence_row(site, item, item.figure) for item in items if item.figure]
    if judgement.figure is None or not rows:
        return tuple(rows)
    return (_row(site.say("This claim"), None, judgement.figure, site.say), *rows)


def _evidence_row(site: Site, item: JudgedItem, figure: Figure) -> FigureRow:
    source = site.sources[item.written.source]
    outcome = item.comparison.outcome if item.comparison else None
    return _row(source.who, site.passage_href(item), figure, site.say, outcome)


def _row(
    who: str, href: str | None, figure: Figure, say: Messages, outcome: Outcome | None = None
) -> FigureRow:
    return FigureRow(
        who=who,
        href=href,
        words=figure.quantity.text,
        interval=numbers.interval(figure.quantity, say),
        period=days.period(figure.period, say) if figure.period else "",
        outcome=outcome.value if outcome else None,
        comparison=say(words.OUTCOMES[outcome]) if outcome else "",
    )


KIND = PageKind("claim.html", _addresses, claim, _records)
