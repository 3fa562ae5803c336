"""Find once what pages share, and report what is wrong with their citations."""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from briefing import prose
from briefing.diagnostics import Diagnostic, Span, diagnostic
from briefing.file_names import BadName, NameBook
from briefing.language.messages import is_translated, messages
from briefing.model.pages import Frame, Link, Plain
from briefing.quotes import sentence_ends
from briefing.units import anew
from briefing.values import replace
from briefing.view import (
    cards,
    citations,
    claim_filters,
    editions,
    exports,
    narrative_links,
    pairs,
    passages,
    reach,
    routes,
    tiers,
    verdict_history,
    words,
)
from briefing.view.kinds import KINDS
from briefing.view.period_mentions import timeline_entries
from briefing.view.routes import INDEX, METHOD
from briefing.view.site import Site

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from briefing.language.messages import Messages
    from briefing.model.content import Source, Topic
    from briefing.model.judged import Judged
    from briefing.model.look import Look, StaticFile
    from briefing.prose import Prose
    from briefing.units import Units
    from briefing.view.passages import Passage
    from briefing.view.tiers import Tier

Key = TypeVar("Key")
Value = TypeVar("Value")

_MOST_TOPICS_IN_MENU = 12
_RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
"""Languages whose usual script runs from right to left (CLDR)."""


def site(
    judged: Judged, look: Look, unit: Units = anew, *, indexed: bool = False
) -> tuple[Site, tuple[Diagnostic, ...]]:
    """Plan the site of a judged briefing in a look, whose static files it holds as they are.

    `indexed` says that the site will have an index to search by.

    Reports citations of what does not exist, links to missing pages, pages that want the same
    address, and static files that not every system can hold. The site leaves such citations and
    pages out and can be shown all the same.
    """
    say = messages(judged.content.settings.language)
    used = passages.by_source(judged.judgements, unit)
    narratives, former = _narratives(judged, unit, say), citations.aliases(judged.judgements)
    citing = _citing(judged, narratives, former, say)
    weights = tiers.tiers(judged.judgements, citing.keys())
    by_topic = _by_topic(judged, weights)
    voice_names = unit("voice names", words.voice_names, judged.voices, say)
    made = Site(
        judged=judged,
        say=say,
        static=_static(look),
        indexed=indexed,
        frame=_frame(judged, say),
        routes={},
        claims=MappingProxyType(cards.claim_cards(judged, voice_names, say, unit)),
        tiers=MappingProxyType(weights),
        sources=MappingProxyType(cards.source_cards(judged, say, unit)),
        newest=reach.newest_dated(judged.content.sources),
        narratives=MappingProxyType(narratives),
        former=MappingProxyType(former),
        citing=citing,
        weighed={tiers.ALL: tiers.weighed(judged.judgements.values(), weights, say)},
        filtered=claim_filters.counts(judged.judgements, weights),
        by_topic=by_topic,
        beside=_beside(judged.content.settings.topics),
        place=_places(by_topic),
        voice_names=voice_names,
        by_voice=_grouped((voice, id_) for id_, voice in judged.voice_of.items()),
        by_publisher=_by_publisher(judged.content.sources),
        pairs=pairs.pairs(judged.judgements.values()),
        passages=MappingProxyType(used),
        passage_hrefs=_passage_hrefs(judged, used),
        dates=editions.dates(judged.content.history.changes),
        timeline=MappingProxyType(dict(enumerate(timeline_entries(judged)))),
        events=verdict_history.events(judged.content.history.changes, former),
    )
    return _routed(made, unit)


def _routed(made: Site, unit: Units) -> tuple[Site, tuple[Diagnostic, ...]]:
    """Give a site its routes, and find what cannot be published."""
    planned, collisions = routes.plan(made, KINDS)
    finished = replace(made, routes=planned)
    return finished, (*collisions, *_check(finished, unit))


def _check(site: Site, unit: Units) -> tuple[Diagnostic, ...]:
    """Find what narratives cite or link to in vain, and static files that cannot be published."""
    wrongly_cited = citations.check(site.narratives.values(), site.judged.content, site.former)
    beside = tuple(path for path in site.routes if path.startswith("static/"))
    misnamed = unit("static names", _check_names, tuple(site.static), beside)
    return (*misnamed, *wrongly_cited, *narrative_links.check(site))


def _check_names(static: tuple[str, ...], pages: tuple[str, ...]) -> tuple[Diagnostic, ...]:
    """Find static files whose names cannot be published beside these pages and each other.

    An id allows no such name, so the names of pages need no check. A folder is reported once.
    """
    names = NameBook()
    for page in pages:
        names.enter(page)
    bad: dict[BadName, str] = {}
    for address in static:
        if found := names.enter(address):
            bad.setdefault(found, address)
    return tuple(
        diagnostic("bad-file-name", Span(address), f"cannot publish {found.path}: {found.reason}",
                   hint="rename it")
        for found, address in bad.items()
    )  # fmt: skip


def _static(look: Look) -> Mapping[str, StaticFile | Plain]:
    """Name the files that go out as they are; `.nojekyll` has GitHub Pages leave the site alone."""
    own = {f"static/{name}": file for name, file in look.static.items()}
    return MappingProxyType({".nojekyll": Plain(".nojekyll", b""), **own})


def _narratives(judged: Judged, unit: Units, say: Messages) -> dict[str, Prose]:
    language = judged.content.settings.language
    return {
        page: unit(("narrative", page), _narrative, one.text, one.file, language, say)
        for page, one in judged.content.narratives.items()
    }


def _narrative(text: str, file: str, language: str, say: Messages) -> Prose:
    return prose.parse(text, file, say, partial(sentence_ends, language=language))


def _base(judged: Judged) -> str | None:
    """Give the site's address with one slash at its end, where it is known and leads to the web."""
    address = prose.web_link(judged.content.settings.site_url)
    return address and address.rstrip("/") + "/"


def _by_topic(judged: Judged, weights: Mapping[str, Tier]) -> Mapping[str, tuple[str, ...]]:
    ordered = tiers.ordered(judged.judgements, weights)
    return _grouped((judged.judgements[id_].claim.topic, id_) for id_ in ordered)


def _places(by_topic: Mapping[str, tuple[str, ...]]) -> Mapping[str, int]:
    return MappingProxyType(
        {id_: place for ids in by_topic.values() for place, id_ in enumerate(ids)}
    )


def _by_publisher(sources: Mapping[str, Source]) -> Mapping[str, tuple[str, ...]]:
    return _grouped((one.publisher, id_) for id_, one in sources.items() if one.publisher)


def _beside(topics: Sequence[Topic]) -> Mapping[str, tuple[Link | None, Link | None]]:
    links = [None, *(Link(f"{one.id}.html", one.title) for one in topics), None]
    return MappingProxyType(
        {
            one.id: (before, after)
            for one, before, after in zip(topics, links, links[2:], strict=False)
        }
    )


def _frame(judged: Judged, say: Messages) -> Frame:
    settings, base = judged.content.settings, _base(judged)
    topics = tuple(Link(f"{topic.id}.html", topic.title) for topic in settings.topics)
    pages = tuple(replace(kind.nav, text=say(kind.nav.text)) for kind in KINDS if kind.nav)
    if len(topics) > _MOST_TOPICS_IN_MENU:
        topics, pages = (), (Link("index.html#topics", say("Topics")), *pages)
    return Frame(
        title=settings.title,
        language=settings.language,
        speaks_english=not is_translated(settings.language),
        is_right_to_left=settings.language.partition("-")[0].lower() in _RIGHT_TO_LEFT,
        topics=topics,
        nav=pages,
        base=base,
        data=exports.names(judged, base),
    )


def _citing(
    judged: Judged, narratives: Mapping[str, Prose], former: Mapping[str, str], say: Messages
) -> Mapping[str, tuple[Link, ...]]:
    titles = {topic.id: topic.title for topic in judged.content.settings.topics}
    titles[INDEX] = judged.content.settings.title
    titles[METHOD] = say("Method")
    pairs: dict[tuple[str, Link], None] = {}
    for page, narrative in narratives.items():
        for citation in narrative.citations:
            for target in citation.targets:
                id_ = citations.claim_of(target, judged.judgements, former)
                if id_ and page in titles:
                    pairs[id_, Link(f"{page}.html", titles[page])] = None
    return _grouped(pairs)


def _passage_hrefs(
    judged: Judged, used: Mapping[str, tuple[Passage, ...]]
) -> Mapping[tuple[str, str], str]:
    """Find the page of each passage; a whole text is never cut into pages."""
    found = {}
    for source, all_ in used.items():
        article = judged.articles.get(source)
        whole = article is not None and article.text is not None
        for place, passage in enumerate(all_):
            number = 1 if whole else place // routes.PAGE_LENGTH + 1
            path = routes.part_of(f"sources/{source}.html", number)
            found[source, passage.id] = f"{path}#{passage.id}"
    return MappingProxyType(found)


def _grouped(pairs: Iterable[tuple[Key, Value]]) -> Mapping[Key, tuple[Value, ...]]:
    groups: defaultdict[Key, list[Value]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return MappingProxyType({key: tuple(values) for key, values in groups.items()})
