"""Read, anchor and judge, article by article: the part of the pipeline that looks at evidence."""

from __future__ import annotations

from collections import defaultdict
from types import MappingProxyType
from typing import TYPE_CHECKING

from briefing import anchor, judge, load
from briefing.diagnostics import Diagnostic
from briefing.model.judged import AnchoredArticle
from briefing.units import kept

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.model.content import Article, Content, Ground, Item, Limits, Source
    from briefing.model.judged import Judged
    from briefing.units import Units


def judged_content(
    root: Path, content: Content, unit: Units, *, accounted: bool
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
    for source in content.sources.values():
        data = load.read_article(root, source, limits)
        if isinstance(data, Diagnostic):
            found.append(data)
            continue
        held = tuple(quoted[source.id]), tuple(grounds.get(source.id, ()))
        name = ("anchored", source.id)
        article, mistakes = unit(name, _anchored, source, data, limits, *held, accounted, whole)
        found.extend(mistakes)
        if article is not None:
            articles[source.id] = article
    again = ((one, _article(root, one, limits, unit)) for one in content.sources.values())
    found = anchor.found_elsewhere(found, quoted, again, unit)
    judged, mistakes = judge.judge(
        anchor.as_read(content, articles), MappingProxyType(articles), unit
    )
    return judged, (*found, *mistakes)


@kept(lambda: tuple[AnchoredArticle | None, tuple[Diagnostic, ...]])
def _anchored(
    source: Source,
    data: bytes,
    limits: Limits,
    items: tuple[Item, ...],
    grounds: tuple[Ground, ...],
    accounted: bool,  # noqa: FBT001 (read by a unit in its place)
    whole: bool,  # noqa: FBT001
) -> tuple[AnchoredArticle | None, tuple[Diagnostic, ...]]:
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
