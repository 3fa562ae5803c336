"""A publisher's own page, with its grade and flags and their grounds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.prose import web_link
from briefing.values import dataclass
from briefing.view import cards, words
from briefing.view.grounds import Assessment, grounds
from briefing.view.pages import sources_index
from briefing.view.paging import Pager, pager, portion
from briefing.view.records import record
from briefing.view.routes import DESCRIPTION_LENGTH, TITLE_LENGTH, Address, Contents, PageKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.language.messages import Messages
    from briefing.model.content import Grade, Publisher
    from briefing.model.pages import Record
    from briefing.view.cards import PublisherCard, SourceCard
    from briefing.view.routes import Route
    from briefing.view.site import Site


@dataclass(frozen=True, slots=True)
class PublisherPage:
    """A publisher, its grade and flags with their grounds, and its articles."""

    card: PublisherCard
    url: str | None
    grade: Assessment
    flags: tuple[Assessment, ...]
    voice: str
    notes: tuple[str, ...]
    sources: tuple[SourceCard, ...]
    pager: Pager | None


def publisher(site: Site, route: Route) -> Contents:
    """Make a publisher's page."""
    described = site.judged.content.publishers[route.id]
    ids = site.by_publisher.get(route.id, ())
    shown = portion(ids, route.number)
    voice = _voice(site, described, len(ids))
    body = PublisherPage(
        card=cards.publisher_card(described, len(ids), site.say),
        url=web_link(described.url),
        grade=Assessment(
            _grade(described.grade, site.say),
            described.grade.because,
            grounds(site, described.grade.grounds),
        ),
        flags=tuple(
            Assessment(flag.text, None, grounds(site, flag.grounds)) for flag in described.flags
        ),
        voice=voice,
        notes=described.notes,
        sources=tuple(site.sources[id_] for id_ in shown),
        pager=pager(route, len(ids)),
    )
    title = words.clipped(described.name, TITLE_LENGTH)
    return Contents(title, words.clipped(voice, DESCRIPTION_LENGTH), sources_index.PATH, body)


def _records(site: Site) -> Iterator[Record]:
    for id_, one in site.judged.content.publishers.items():
        texts = (one.name, *(flag.text for flag in one.flags), *one.notes)
        yield record(cards.publisher_href(id_), one.name, site.say("publisher"), texts)


def _addresses(site: Site) -> Iterator[Address]:
    for id_, one in site.judged.content.publishers.items():
        yield Address(cards.publisher_href(id_), id_, one.at, len(site.by_publisher.get(id_, ())))


def _grade(grade: Grade, say: Messages) -> str:
    """Say what the digit of a grade means, of a publisher that somebody graded."""
    if not grade.is_given:
        return ""
    return say.word(words.CREDIBILITY.get(grade.credibility, grade.credibility))


def _voice(site: Site, described: Publisher, source_count: int) -> str:
    """Say how a publisher's articles count."""
    family = site.judged.voices.get(described.voice)
    if described.voice != described.id:
        name = family.name if family else described.voice
        return site.say("It counts as one voice with the family %(family)s.", family=name)
    if source_count > 1:
        return site.say.counted(
            "Its %(count)s article counts as one voice, unless one reprints another’s work.",
            "Its %(count)s articles count as one voice, unless one reprints another’s work.",
            source_count,
        )
    return site.say("It counts as a voice of its own.")


KIND = PageKind("publisher.html", _addresses, publisher, _records)
