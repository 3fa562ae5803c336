"""A publisher's own page, with its grade and flags and their grounds, and the list of all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model.pages import PublisherList, PublisherPage, Statement
from briefing.prose import web_link
from briefing.view import cards, words
from briefing.view.grounds import grounds
from briefing.view.paging import pager, portion

if TYPE_CHECKING:
    from briefing.model.content import Grade, Publisher
    from briefing.view.routes import Route
    from briefing.view.site import Site


def publisher(site: Site, route: Route) -> PublisherPage:
    """Make a publisher's page."""
    described = site.judged.content.publishers[route.id]
    ids = site.by_publisher.get(route.id, ())
    shown = portion(ids, route.number)
    return PublisherPage(
        card=cards.publisher_card(described, len(ids)),
        url=web_link(described.url),
        grade=Statement(
            _grade(described.grade),
            described.grade.because,
            grounds(site, described.grade.grounds),
        ),
        flags=tuple(
            Statement(flag.text, None, grounds(site, flag.grounds)) for flag in described.flags
        ),
        voice=_voice(site, described, len(ids)),
        notes=described.notes,
        sources=tuple(site.sources[id_] for id_ in shown),
        pager=pager(f"publishers/{route.id}.html", len(ids), route.number),
    )


def publishers(site: Site, route: Route) -> PublisherList:
    """Make one page of the list of all publishers."""
    everyone = tuple(site.judged.content.publishers.values())
    return PublisherList(
        publishers=tuple(
            cards.publisher_card(one, len(site.by_publisher.get(one.id, ())))
            for one in portion(everyone, route.number)
        ),
        pager=pager("publishers/index.html", len(everyone), route.number),
    )


def _grade(grade: Grade) -> str:
    reliability = words.RELIABILITY.get(grade.reliability, grade.reliability)
    return f"{reliability}; {words.CREDIBILITY.get(grade.credibility, grade.credibility)}"


def _voice(site: Site, described: Publisher, source_count: int) -> str:
    """Say how a publisher's articles count."""
    family = site.judged.voices.get(described.voice)
    if described.voice != described.id:
        return (
            f"It counts as one voice with the family {family.name if family else described.voice}."
        )
    if source_count > 1:
        counted = words.number(source_count)
        return f"Its {counted} articles count as one voice, unless one reprints another’s work."
    return "It counts as a voice of its own."
