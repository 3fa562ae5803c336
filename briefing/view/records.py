"""Gather what readers look for: claims, articles, narratives and publishers, each at its address.

A record holds the words of a page and not its furniture. What may not be published is not in it:
an index is a copy.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model.pages import Record
from briefing.view.narrative import heading
from briefing.view.passages import excerpts
from briefing.view.routes import INDEX

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefing.model.judged import JudgedItem
    from briefing.view.site import Site


def records(site: Site) -> Iterator[Record]:
    """Give what a search is to find, one page at a time, in an order that depends on nothing else."""
    for id_ in site.claims:
        yield _claim(site, id_)
    for id_ in site.judged.articles:
        yield _article(site, id_)
    for id_ in (INDEX, *(topic.id for topic in site.judged.content.settings.topics)):
        yield _narrative(site, id_)
    for id_ in site.judged.content.publishers:
        yield _publisher(site, id_)


def _claim(site: Site, id_: str) -> Record:
    card = site.claims[id_]
    claim = site.judged.judgements[id_].claim
    said = (_said(site, item) for item in site.judged.judgements[id_].items)
    values = card.values and f"{card.values}."
    text = _joined((card.sentence, values, claim.note, *said))
    return Record(card.href, card.statement, "claim", card.verdict, text)


def _said(site: Site, item: JudgedItem) -> str:
    """Give who says it, whom that quotes, and the passage as far as it may be published."""
    who = site.sources[item.written.source].who
    speaker = item.speaker
    passage = "".join(text for text, _ in site.pieces(item)).strip()
    return f"{who}{f', quoting {speaker}' if speaker else ''}: {passage}".removesuffix(": ")


def _article(site: Site, id_: str) -> Record:
    card = site.sources[id_]
    return Record(
        card.href, card.title, "article", None, _joined((card.byline, *_words(site, id_)))
    )


def _words(site: Site, source: str) -> Iterable[str]:
    """Give what the site shows of an article: all of it, the passages in use, or nothing."""
    text = site.judged.articles[source].text
    if text is not None:
        return (text,)
    if site.judged.content.sources[source].publish == "links":
        return ()
    return (excerpt.text for excerpt in excerpts(site.passages.get(source, ())))


def _narrative(site: Site, page: str) -> Record:
    prose = site.narratives.get(page)
    texts = [block.text for block in prose.blocks[prose.title is not None :]] if prose else []
    title = heading(site, page)
    kind = "front page" if page == INDEX else "topic"
    return Record(f"{page}.html", title, kind, None, _joined(texts) or title)


def _publisher(site: Site, id_: str) -> Record:
    described = site.judged.content.publishers[id_]
    texts = (flag.text for flag in described.flags)
    text = _joined((described.name, *texts, *described.notes))
    return Record(f"publishers/{id_}.html", described.name, "publisher", None, text)


def _joined(texts: Iterable[str | None]) -> str:
    """Put texts one after another, each once."""
    return " ".join(dict.fromkeys(text for text in texts if text))
