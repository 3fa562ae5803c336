"""Suggest what to look at next, with the YAML to paste. It is the author who says what a passage does.

Deterministic: passages that share rare words, numbers and units with a claim rank first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing import load
from briefing.diagnostics import Diagnostic
from briefing.suggesting import writing
from briefing.suggesting.likeness import Index
from briefing.suggesting.passages import Taken, passages
from briefing.suggesting.work import Searched, Spoken, one_voiced, spoken, unclaimed
from briefing.voices import voices

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from briefing.model.content import Article, Content, Source

    Paint = Callable[[str, str], str]

__all__ = ["Searched", "Spoken", "index_of", "indexed", "of_all", "of_claim", "speaking"]


def indexed(root: Path) -> Searched | tuple[Diagnostic, ...]:
    """Read the project at `root`; the findings if its configuration is invalid."""
    loaded = load.load(root)
    if loaded.content is None:
        return loaded.found
    return index_of(loaded.content, tuple(_articles(root, loaded.content)))


def index_of(content: Content, articles: tuple[tuple[Source, Article | None], ...]) -> Searched:
    """Index the sentences of articles, and know what the claims of `content` quote of them."""
    voice_of, _ = voices(content.sources, content.publishers)
    index = Index(tuple(passages(articles, voice_of)))
    return Searched(content, index, Taken(content), voice_of)


def _articles(root: Path, content: Content) -> Iterator[tuple[Source, Article | None]]:
    limits = content.settings.limits
    for source in content.sources.values():
        data = load.read_article(root, source, limits)
        if not isinstance(data, Diagnostic):
            yield source, load.article(source, data, limits)[0]


def speaking(searched: Searched, claim: str, most: int) -> tuple[Spoken, ...]:
    """Return the passages that seem to speak to a claim, the best first; `KeyError` for no claim."""
    return spoken(searched.content.claims[claim], searched, most)


def of_claim(searched: Searched, claim: str, most: int, paint: Paint) -> str:
    """Write what seems to speak to a claim; `KeyError` if there is none of this id."""
    found = speaking(searched, claim, most)
    return writing.of_claim(searched.content.claims[claim], found, paint)


def of_all(searched: Searched, most: int, paint: Paint) -> str:
    """Write the most useful work: claims on one voice, then sentences that no claim covers."""
    return writing.of_all(one_voiced(searched, most), unclaimed(searched, most), paint)
