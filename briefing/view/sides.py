"""Who says what for a claim, against it, or of it: by voice, then by article, each quote in context."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.language.messages import message
from briefing.model.judged import Stance
from briefing.values import dataclass
from briefing.view import words
from briefing.view.comparisons import compared

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.language.messages import Messages
    from briefing.model.judged import JudgedItem, Judgement
    from briefing.view.cards import SourceCard
    from briefing.view.site import Site

_HEADINGS = {
    Stance.SUPPORTS: message("For"),
    Stance.DISPUTES: message("Against"),
    Stance.MENTIONS: message("Mentioned, not counted"),
}


@dataclass(frozen=True, slots=True)
class ItemView:
    """An item on its claim's page."""

    pieces: tuple[tuple[str, bool], ...]
    """The passage in its context as (text, quoted); empty where only a link may be published."""
    translation: str | None
    """The quote in the analyst's words, where the passage may be published."""
    head: str | None
    """Words of the article that give the scale or unit of its figure, where it may be published."""
    href: str
    speaker: str | None
    page: int | None
    """Its page in a PDF file, from 1."""
    comparison: str | None
    is_undated: bool
    """Whether it tells of a result and not of which period."""
    inferred: str | None
    """Why the analyst reads something into the words that they do not say."""
    because: str | None
    """Why the analyst takes the words as the page does, where nothing is read into them."""
    uncounted_because: str | None


@dataclass(frozen=True, slots=True)
class SideArticle:
    """One article and all it says on one side of a claim."""

    source: SourceCard
    items: tuple[ItemView, ...]


@dataclass(frozen=True, slots=True)
class SideVoice:
    """One voice and its articles on one side of a claim."""

    name: str
    bundle: str | None
    """That several articles count once; None for a voice of one article."""
    articles: tuple[SideArticle, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """All that supports a claim, or disputes it, or mentions it."""

    stance: str
    heading: str
    voices: tuple[SideVoice, ...]


def sides(site: Site, judgement: Judgement, items: Sequence[JudgedItem]) -> tuple[Side, ...]:
    """Group a claim's items by stance, then by voice, then by article."""
    return tuple(_sides(site, judgement, items))


def _sides(site: Site, judgement: Judgement, items: Sequence[JudgedItem]) -> Iterator[Side]:
    for stance in Stance:
        by_voice: dict[str, list[JudgedItem]] = {}
        for item in items:
            if item.stance is stance:
                by_voice.setdefault(item.voice, []).append(item)
        if by_voice:
            told: set[str] = set()
            voices = tuple(
                _voice(site, judgement, one, said, told) for one, said in by_voice.items()
            )
            yield Side(stance.value, site.say(_HEADINGS[stance]), voices)


def _voice(
    site: Site, judgement: Judgement, voice: str, items: Sequence[JudgedItem], told: set[str]
) -> SideVoice:
    """Group what a voice says by article; `told` gathers the comparisons of its side."""
    by_article: dict[str, list[ItemView]] = {}
    for item in items:
        by_article.setdefault(item.written.source, []).append(_item(site, judgement, item, told))
    articles = tuple(
        SideArticle(site.sources[source], tuple(said)) for source, said in by_article.items()
    )
    count = len(articles)
    several = words.articles_counted(count, site.say)
    bundle = site.say("%(articles)s, one voice", articles=several) if count > 1 else None
    return SideVoice(words.sentence_case(site.voice_name(voice)), bundle, articles)


def _compared(site: Site, judgement: Judgement, item: JudgedItem) -> str | None:
    """Say how an item's figure compares with its claim's; None unless both have one."""
    if item.comparison is None or item.figure is None or judgement.figure is None:
        return None
    return compared(
        item.figure.quantity,
        judgement.figure.quantity,
        item.comparison,
        judgement.claim.rate,
        site.judged.content.settings.entities,
        site.say,
    )


def _once(comparison: str | None, told: set[str], say: Messages) -> str | None:
    """Explain in full what was not told yet, and briefly what was."""
    if comparison is None or comparison not in told:
        told.update((comparison,) if comparison else ())
        return comparison
    return say("Compared as above")


def _item(site: Site, judgement: Judgement, item: JudgedItem, told: set[str]) -> ItemView:
    pieces, translation = site.pieces(item), item.written.translation
    return ItemView(
        pieces=pieces,
        translation=translation.text if pieces and translation else None,
        head=item.written.head.text if pieces and item.written.head else None,
        href=site.passage_href(item),
        speaker=item.speaker,
        page=item.anchor.page,
        comparison=_once(_compared(site, judgement, item), told, site.say),
        inferred=item.inferred,
        is_undated=item.is_undated,
        because=item.because,
        uncounted_because=site.say(words.SAYS_BOTH) if item.says_both else None,
    )
