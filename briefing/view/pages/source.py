"""A source's own page, with the passages that this briefing uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.prose import web_link
from briefing.values import dataclass
from briefing.view import pairs, words
from briefing.view.accounts import AccountView, account
from briefing.view.fragments import at_page, at_words
from briefing.view.grounds import Assessment, grounds
from briefing.view.pages import sources_index
from briefing.view.paging import Pager, pager, portion
from briefing.view.passages import excerpts, runs, stretches
from briefing.view.records import record
from briefing.view.routes import DESCRIPTION_LENGTH, TITLE_LENGTH, Address, Contents, PageKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from briefing.model.content import Reprint, Source
    from briefing.model.judged import JudgedItem
    from briefing.model.pages import Record
    from briefing.view.cards import ClaimCard, SourceCard
    from briefing.view.nesting import TextRun
    from briefing.view.passages import Passage
    from briefing.view.routes import Route
    from briefing.view.site import Site

_MOST_NAMED = 6


@dataclass(frozen=True, slots=True)
class PassageUse:
    """A claim that a passage speaks to."""

    claim: ClaimCard
    stance: str


@dataclass(frozen=True, slots=True)
class PassageView:
    """Words of a source that are evidence, and what for."""

    id: str
    quote: str | None
    page: int | None
    """Its page in a PDF file, from 1."""
    original: str | None
    """Where it is in the original; None where no address is known."""
    uses: tuple[PassageUse, ...]


@dataclass(frozen=True, slots=True)
class ExcerptView:
    """A stretch of a source with its passages highlighted, and those passages."""

    runs: tuple[TextRun, ...]
    passages: tuple[PassageView, ...]


@dataclass(frozen=True, slots=True)
class NoticeView:
    """That a publisher withdrew or corrected an article, and why."""

    text: str
    why: str | None


@dataclass(frozen=True, slots=True)
class Partner:
    """A source worth reading side by side, where, and how many claims both speak on."""

    source: SourceCard
    href: str
    claims: int


@dataclass(frozen=True, slots=True)
class SourcePage:
    """A source, where it comes from, and the passages that this briefing uses."""

    source: SourceCard
    voice: str
    """How it counts, in a sentence."""
    authorship: Assessment
    url: str | None
    archive: str | None
    """The address of a copy that does not change."""
    notices: tuple[NoticeView, ...]
    rights: str
    notes: tuple[str, ...]
    account: AccountView
    is_whole: bool
    """Whether the excerpts are the whole text, which may be published."""
    excerpts: tuple[ExcerptView, ...]
    passage_count: int
    partners: tuple[Partner, ...]
    file: str
    sha256: str
    pager: Pager | None


def source(site: Site, route: Route) -> Contents:
    """Make a source's page: where it comes from, and its passages as far as rights allow."""
    described = site.judged.content.sources[route.id]
    all_ = site.passages.get(route.id, ())
    shown = portion(all_, route.number)
    article = site.judged.articles[route.id]
    text = article.text if route.number == 1 else None
    card = site.sources[route.id]
    body = SourcePage(
        source=card,
        voice=_voice(site, described),
        authorship=Assessment(
            site.say(words.AUTHORSHIP[described.ai_generated.value]),
            described.ai_generated.because,
            grounds(site, described.ai_generated.grounds, here=described.id),
        ),
        url=web_link(described.url),
        archive=web_link(described.archive),
        notices=_notices(described, card),
        rights=site.say(words.RIGHTS[described.publish]),
        notes=described.notes,
        account=account(described, article, site.say),
        is_whole=text is not None,
        excerpts=_excerpts(site, described, shown)
        if text is None
        else _whole(site, described, text, shown),
        passage_count=len(all_),
        partners=tuple(_partners(site, route.id)),
        file=described.file,
        sha256=article.sha256,
        pager=pager(route, len(all_)),
    )
    by = words.clipped(f"{card.publisher_name}, {card.day.text}.", DESCRIPTION_LENGTH)
    return Contents(words.clipped(card.title, TITLE_LENGTH), by, sources_index.PATH, body)


def _partners(site: Site, id_: str) -> Iterator[Partner]:
    for other in site.pairs.get(id_, ()):
        shared = sum(1 for _ in pairs.common(site, id_, other))
        yield Partner(site.sources[other], pairs.pair_href(id_, other), shared)


def _records(site: Site) -> Iterator[Record]:
    for id_ in site.judged.articles:
        card = site.sources[id_]
        yield record(card.href, card.title, site.say("article"), (card.byline, *_words(site, id_)))


def _words(site: Site, source: str) -> Iterable[str]:
    """Give what the site shows of an article: all of it, the passages in use, or nothing."""
    text = site.judged.articles[source].text
    if text is not None:
        return (text,)
    if site.judged.content.sources[source].publish == "links":
        return ()
    return (excerpt.text for excerpt in excerpts(site.passages.get(source, ())))


def _addresses(site: Site) -> Iterator[Address]:
    for id_, one in site.judged.content.sources.items():
        yield Address(site.sources[id_].href, id_, one.at, len(site.passages.get(id_, ())))


def _voice(site: Site, described: Source) -> str:
    """Say with whom a source counts as one voice."""
    say = site.say
    id_ = site.judged.voice_of.get(described.id, "")
    others = [one for one in site.by_voice.get(id_, ()) if one != described.id]
    if others:
        named = [words.quoted(site.sources[one].title, say) for one in others[:_MOST_NAMED]]
        if len(others) > _MOST_NAMED:
            named.append(words.others_counted(len(others) - _MOST_NAMED, say))
        counts = say("It counts as one voice with %(articles)s.", articles=say.listed(named))
    else:
        counts = say("It counts as a voice of its own.")
    original = described.derived_from
    return f"{_reprints(site, original)} {counts}" if original else counts


def _reprints(site: Site, original: Reprint) -> str:
    if original.source is None:
        title = words.quoted(str(original.work), site.say)
        return site.say("It reprints %(title)s, which is not among the sources.", title=title)
    title = site.sources[original.source].title if original.source in site.sources else ""
    title = words.quoted(title or original.source, site.say)
    return site.say("It reprints %(title)s and speaks with its voice.", title=title)


def _notices(described: Source, card: SourceCard) -> tuple[NoticeView, ...]:
    given = (one for one in (described.retracted, described.corrected) if one is not None)
    return tuple(
        NoticeView(words.sentence_case(text), one.why)
        for text, one in zip(card.notices, given, strict=True)
    )


def _whole(
    site: Site, described: Source, text: str, shown: Sequence[Passage]
) -> tuple[ExcerptView, ...]:
    """Show all of a text; what the passages of a long list's first part speak to appears beside it."""
    all_ = site.passages.get(described.id, ())
    beside = {one.id for one in shown}
    return tuple(
        ExcerptView(
            cut,
            tuple(_passage(site, described, one) for one in held if one.id in beside),
        )
        for cut, held in stretches(text, all_)
    )


def _excerpts(site: Site, described: Source, shown: Sequence[Passage]) -> tuple[ExcerptView, ...]:
    """Group passages by excerpt; of a source that is shown in full or not at all, list them alone."""
    if described.publish == "excerpts":
        return tuple(
            ExcerptView(
                runs(excerpt),
                tuple(_passage(site, described, passage) for passage in excerpt.passages),
            )
            for excerpt in excerpts(shown)
        )
    return tuple(ExcerptView((), (_passage(site, described, passage),)) for passage in shown)


def _original(site: Site, url: str, item: JudgedItem) -> str | None:
    """Lead into the original: at the page of a PDF, else at the words."""
    if item.anchor.page is not None:
        return at_page(url, item.anchor.page)
    return at_words(url, site.pieces(item))


def _passage(site: Site, described: Source, passage: Passage) -> PassageView:
    uses = {PassageUse(site.claims[id_], item.stance.value): None for id_, item in passage.uses}
    item = passage.uses[0][1]
    url = web_link(described.url)
    return PassageView(
        id=passage.id,
        quote=site.words(item),
        page=item.anchor.page,
        original=_original(site, url, item) if url else None,
        uses=tuple(uses),
    )


KIND = PageKind("source.html", _addresses, source, _records)
