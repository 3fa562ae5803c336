"""Claims, sources, topics and publishers as they are named on many pages, made once per site."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from briefing.model.judged import Verdict
from briefing.model.pages import Bar, ClaimCard, Day, Link, PublisherCard, SourceCard, Tally
from briefing.view import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from briefing.model.content import Publisher, Source
    from briefing.model.judged import Judged, Judgement

UNNAMED_PUBLISHER = "publisher not named"
_LABELS = {"opinion": "opinion", "forecast": "forecast", "attribution": "attribution"}
_INFERRED = " (inferred)"
_BAR = 100


def claim_cards(judged: Judged) -> dict[str, ClaimCard]:
    """Make the card of every claim, by id."""
    topics = {
        topic.id: Link(f"{topic.id}.html", topic.title) for topic in judged.content.settings.topics
    }
    return {id_: _claim(id_, one, topics) for id_, one in judged.judgements.items()}


def _claim(id_: str, judgement: Judgement, topics: Mapping[str, Link]) -> ClaimCard:
    claim = judgement.claim
    return ClaimCard(
        id=id_,
        href=f"claims/{id_}.html",
        statement=claim.statement.text,
        verdict=judgement.verdict.value,
        phrase=words.phrase(judgement.reason, judgement.counts),
        sentence=judgement.sentence,
        topic=topics.get(claim.topic, Link("claims/index.html", claim.topic)),
        label="shared view" if judgement.shared_view else _LABELS.get(judgement.kind),
        key=claim.key,
    )


def source_cards(judged: Judged) -> dict[str, SourceCard]:
    """Make the card of every source, by id."""
    publishers = judged.content.publishers
    return {id_: _source(id_, one, publishers) for id_, one in judged.content.sources.items()}


def _source(id_: str, source: Source, publishers: Mapping[str, Publisher]) -> SourceCard:
    publisher = publishers.get(source.publisher) if source.publisher else None
    link = Link(f"publishers/{publisher.id}.html", publisher.name) if publisher else None
    name = publisher.name if publisher else source.publisher or UNNAMED_PUBLISHER
    day = words.day(source.published)
    byline = (
        name + (_INFERRED if source.publisher_because else ""),
        source.author,
        day.text + (_INFERRED if day.note and day.iso else ""),
    )
    return SourceCard(
        id=id_,
        href=f"sources/{id_}.html",
        title=source.title,
        publisher=link,
        publisher_name=name,
        publisher_note=source.publisher_because,
        author=source.author,
        who=f"{name}, {source.author}" if source.author else name,
        day=day,
        byline=", ".join(part for part in byline if part),
        ai=words.AI_BADGES.get(source.ai_generated.value),
    )


def publisher_card(publisher: Publisher, source_count: int) -> PublisherCard:
    """Make the card of a publisher with so many sources."""
    return PublisherCard(
        href=f"publishers/{publisher.id}.html",
        name=publisher.name,
        grade=f"{publisher.grade.reliability}{publisher.grade.credibility}",
        flags=tuple(flag.text for flag in publisher.flags),
        source_count=source_count,
    )


def tally(judgements: Iterable[Judgement]) -> Tally:
    """Count claims by verdict, and lay the counts out on a bar of 100."""
    counts = Counter(judgement.verdict for judgement in judgements)
    total = counts.total()
    bars = []
    before = 0
    for verdict in Verdict:
        start = round(_BAR * before / total, 2) if total else 0
        before += counts[verdict]
        end = round(_BAR * before / total, 2) if total else 0
        bars.append(Bar(verdict.value, counts[verdict], start, round(end - start, 2)))
    return Tally(total, tuple(bars))


def as_of(iso: str | None) -> Day | None:
    """Make the date as of which the briefing speaks readable."""
    return Day(words.calendar_day(iso), iso, None) if iso else None
