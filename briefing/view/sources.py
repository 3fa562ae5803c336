"""A source's own page, with the passages that this briefing uses, and the list of all sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model.pages import (
    Excerpt,
    Passage,
    PassageMark,
    SourceList,
    SourcePage,
    Statement,
    Use,
)
from briefing.prose import web_link
from briefing.view import words
from briefing.view.accounts import account
from briefing.view.fragments import at_words
from briefing.view.grounds import grounds
from briefing.view.nesting import marked
from briefing.view.paging import pager, portion
from briefing.view.passages import runs, stretches

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefing.model.content import Source
    from briefing.model.pages import Run
    from briefing.view.passages import Used
    from briefing.view.routes import Route
    from briefing.view.site import Site

_MOST_NAMED = 6


def source(site: Site, route: Route) -> SourcePage:
    """Make a source's page: where it comes from, and its passages as far as rights allow."""
    described = site.judged.content.sources[route.id]
    all_ = site.passages.get(route.id, ())
    shown = portion(all_, route.number)
    numbers = {used.id: number for number, used in enumerate(all_, 1)}
    article = site.judged.articles[route.id]
    return SourcePage(
        source=site.sources[route.id],
        voice=_voice(site, described),
        authorship=Statement(
            words.AUTHORSHIP[described.ai_generated.value],
            described.ai_generated.because,
            grounds(site, described.ai_generated.grounds, here=described.id),
        ),
        url=web_link(described.url),
        rights=words.RIGHTS[described.publish],
        notes=described.notes,
        account=account(described, article),
        full=_full(article.text, all_) if route.number == 1 and article.text is not None else (),
        excerpts=_excerpts(site, described, shown, numbers),
        passage_count=len(all_),
        claim_count=_claim_count(all_),
        file=described.file,
        sha256=article.sha256,
        pager=pager(f"sources/{route.id}.html", len(all_), route.number),
    )


def sources(site: Site, route: Route) -> SourceList:
    """Make one page of the list of all sources, with how many claims each speaks on."""
    shown = portion(tuple(site.sources.values()), route.number)
    return SourceList(
        sources=tuple((card, _claim_count(site.passages.get(card.id, ()))) for card in shown),
        pager=pager("sources/index.html", len(site.sources), route.number),
    )


def _claim_count(passages: Sequence[Used]) -> int:
    return len({id_ for used in passages for id_, _ in used.uses})


def _voice(site: Site, described: Source) -> str:
    """Say with whom a source counts as one voice."""
    id_ = site.judged.voice_of.get(described.id, "")
    others = [one for one in site.by_voice.get(id_, ()) if one != described.id]
    origin = described.derived_from
    start = ""
    if origin and origin.source:
        title = site.sources[origin.source].title if origin.source in site.sources else ""
        start = f"It reprints “{title or origin.source}” and speaks with its voice. "
    elif origin:
        start = f"It reprints “{origin.work}”, which is not among the sources. "
    if not others:
        return f"{start}It counts as a voice of its own."
    named = [f"“{site.sources[one].title}”" for one in others[:_MOST_NAMED]]
    if len(others) > _MOST_NAMED:
        named.append(words.counted(len(others) - _MOST_NAMED, "other"))
    return f"{start}It counts as one voice with {words.listed(named)}."


def _full(text: str, passages: Sequence[Used]) -> tuple[Run, ...]:
    return marked(
        text,
        (
            (begin, end, PassageMark(used.id if n == 0 else "", used.stance.value))
            for used in passages
            for n, (begin, end) in enumerate(used.anchor.spans)
        ),
    )


def _excerpts(
    site: Site, described: Source, shown: Sequence[Used], numbers: Mapping[str, int]
) -> tuple[Excerpt, ...]:
    """Group passages by excerpt; of a source that is shown in full or not at all, list them alone."""
    if described.publish == "excerpts":
        return tuple(
            Excerpt(
                runs(stretch),
                tuple(_passage(site, described, used, numbers) for used in stretch.passages),
            )
            for stretch in stretches(shown)
        )
    return tuple(Excerpt((), (_passage(site, described, used, numbers),)) for used in shown)


def _passage(site: Site, described: Source, used: Used, numbers: Mapping[str, int]) -> Passage:
    uses = {Use(site.claims[id_], item.stance.value): None for id_, item in used.uses}
    item = used.uses[0][1]
    url = web_link(described.url)
    return Passage(
        id=used.id,
        number=numbers[used.id],
        quote=site.quote(item),
        original=at_words(url, site.pieces(item)) if url else None,
        uses=tuple(uses),
    )
