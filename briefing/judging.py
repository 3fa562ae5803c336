"""Read, anchor and judge, article by article: the part of the pipeline that looks at evidence."""

from __future__ import annotations

from collections import defaultdict
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from briefing import anchor, judge, load
from briefing.diagnostics import Diagnostic, Span
from briefing.model.content import Item, Words
from briefing.model.judged import AnchoredArticle
from briefing.units import anew, in_turn, kept, nested, placing
from briefing.values import replace

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.model.content import Article, Content, Ground, Limits, Source
    from briefing.model.judged import Judged
    from briefing.units import Each, Units


def judged_content(
    root: Path, content: Content, unit: Units, each: Each = in_turn, *, accounted: bool
) -> tuple[Judged, tuple[Diagnostic, ...]]:
    """Read and anchor one article at a time without keeping its text, then judge every claim."""
    found: list[Diagnostic] = []
    articles: dict[str, AnchoredArticle] = {}
    quoted: dict[str, list[Item]] = defaultdict(list)
    for claim in content.claims.values():
        for item in claim.items:
            quoted[item.source].append(item)
    grounds = anchor.grounds_by_source(content)
    limits, whole = content.settings.limits, content.complete and not content.unread

    def anchored(source: Source) -> _Anchored:
        data = load.read_article(root, source, limits)
        if isinstance(data, Diagnostic):
            return None, (data,)
        how = tuple(grounds.get(source.id, ())), accounted, whole
        of = source, data, limits, tuple(quoted[source.id]), how
        return unit(("anchored", source.id), _anchored_in_place, *of)

    sources = tuple(content.sources.values())
    for source, (article, mistakes) in zip(sources, each(anchored, sources), strict=True):
        found.extend(mistakes)
        if article is not None:
            articles[source.id] = article
    again = ((one, _article(root, one, limits, unit)) for one in content.sources.values())
    found = anchor.found_elsewhere(found, quoted, again, unit)
    judged, mistakes = judge.judge(
        anchor.as_read(content, articles), MappingProxyType(articles), unit, each
    )
    return judged, (*found, *mistakes)


class _Sought(NamedTuple):
    """What is looked for of an item, without its places in the author's file.

    A line put in above moves the items of a whole file and none of their quotes.
    """

    quote: str
    prefix: str | None
    suffix: str | None
    head: str | None
    outside_body: str | None


def _sought(item: Item) -> _Sought:
    prefix, suffix, head = item.prefix, item.suffix, item.head
    return _Sought(
        item.quote.text,
        prefix.text if prefix else None,
        suffix.text if suffix else None,
        head.text if head else None,
        item.outside_body,
    )


def _item(number: int, source: str, sought: _Sought) -> Item:
    """Make an item that appears nowhere: its number stands for its place."""
    at = Span(_NOWHERE, number)
    prefix, suffix, head = (
        None if text is None else Words(text, at)
        for text in (sought.prefix, sought.suffix, sought.head)
    )
    return Item(
        at=at,
        source=source,
        source_at=at,
        quote=Words(sought.quote, at),
        listed="mentions",
        prefix=prefix,
        suffix=suffix,
        outside_body=sought.outside_body,
        head=head,
    )


_Anchored = tuple[AnchoredArticle | None, tuple[Diagnostic, ...]]
_NOWHERE = ""


@kept(lambda: _Anchored | None)
def _standing(
    source: Source,
    data: bytes,
    limits: Limits,
    sought: tuple[_Sought, ...],
    grounds: tuple[Ground, ...],
    accounted: bool,  # noqa: FBT001 (read by a unit in its place)
    whole: bool,  # noqa: FBT001
) -> _Anchored | None:
    """Anchor quotes, each by its number; None if there is something to say of one."""
    items = tuple(_item(number, source.id, one) for number, one in enumerate(sought))
    article, found = _anchored(source, data, limits, items, grounds, accounted, whole)
    return None if any(one.at.file == _NOWHERE for one in found) else (article, found)


@nested
def _anchored_in_place(
    source: Source,
    data: bytes,
    limits: Limits,
    items: tuple[Item, ...],
    how: tuple[tuple[Ground, ...], bool, bool],
    unit: Units = anew,
) -> _Anchored:
    """Anchor quotes wherever the author's file has them, unless there is something to say of one."""
    of = source, data, limits
    standing = unit(("standing", source.id), _standing, *of, tuple(map(_sought, items)), *how)
    if standing is None:
        return unit(("astray", source.id), _anchored, *of, items, *how)
    article, found = standing
    if article is None:
        return None, found
    return unit(("standing at", source.id), _placed, article, items), found


@placing
def _placed(article: AnchoredArticle, items: tuple[Item, ...]) -> AnchoredArticle:
    """Give each anchor the place of its item."""
    anchors = {items[at.line].at: anchor for at, anchor in article.anchors.items()}
    return replace(article, anchors=MappingProxyType(anchors))


@kept(lambda: _Anchored)
def _anchored(
    source: Source,
    data: bytes,
    limits: Limits,
    items: tuple[Item, ...],
    grounds: tuple[Ground, ...],
    accounted: bool,  # noqa: FBT001 (read by a unit in its place)
    whole: bool,  # noqa: FBT001
) -> _Anchored:
    """Read an article and anchor its quotes; its text is let go."""
    article, doubts = load.article(source, data, limits)
    if article is None:
        return None, doubts
    anchored, mistakes = anchor.anchor(
        source, article, items, grounds, accounted=accounted, whole=whole
    )
    return anchored, (*doubts, *mistakes)


def _article(root: Path, source: Source, limits: Limits, unit: Units) -> Article | None:
    data = load.read_article(root, source, limits)
    if isinstance(data, Diagnostic):
        return None
    return unit(("article", source.id), load.article, source, data, limits)[0]
