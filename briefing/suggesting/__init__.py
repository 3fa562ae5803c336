"""Suggest what to look at next, with the YAML to paste. It is the author who says what a passage does.

Deterministic: passages that share rare words, numbers and units with a claim rank first.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing import load
from briefing.diagnostics import Diagnostic
from briefing.suggesting import writing
from briefing.suggesting.likeness import Index
from briefing.suggesting.passages import passages
from briefing.suggesting.work import Spoken, one_voiced, spoken, unclaimed
from briefing.voices import voices

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from briefing.model.content import Article, Content, Source

    Paint = Callable[[str, str], str]

__all__ = ["Indexed", "Spoken", "indexed", "of_all", "of_claim", "speaking"]


@dataclass(frozen=True, slots=True)
class Indexed:
    """A project's content with the sentences of its articles."""

    content: Content
    index: Index
    voice_of: Mapping[str, str]


def indexed(root: Path) -> Indexed | tuple[Diagnostic, ...]:
    """Read the project at `root`; the findings if its configuration is invalid."""
    loaded = load.load(root)
    if loaded.content is None:
        return loaded.found
    return index_of(loaded.content, tuple(_articles(root, loaded.content)))


def index_of(content: Content, articles: tuple[tuple[Source, Article | None], ...]) -> Indexed:
    """Index the sentences of articles, and know what the claims of `content` quote of them."""
    voice_of, _ = voices(content.sources, content.publishers)
    return Indexed(content, Index(tuple(passages(content, articles, voice_of))), voice_of)


def _articles(root: Path, content: Content) -> Iterator[tuple[Source, Article | None]]:
    limits = content.settings.limits
    for source in content.sources.values():
        data = load.read_article(root, source, limits)
        if not isinstance(data, Diagnostic):
            yield source, load.article(source, data, limits)[0]


def speaking(held: Indexed, claim: str, most: int) -> tuple[Spoken, ...]:
    """Return the passages that seem to speak to a claim, the best first; `KeyError` for no claim."""
    return spoken(held.content.claims[claim], held.content, held.index, held.voice_of, most)


def of_claim(held: Indexed, claim: str, most: int, paint: Paint) -> str:
    """Write what seems to speak to a claim; `KeyError` if there is none of this id."""
    found = speaking(held, claim, most)
    return writing.of_claim(held.content.claims[claim], found, paint)


def of_all(held: Indexed, most: int, paint: Paint) -> str:
    """Write the most useful work: claims on one voice, then sentences that no claim covers."""
    opened = one_voiced(held.content, held.index, held.voice_of, most)
    return writing.of_all(opened, unclaimed(held.content, held.index, most), paint)
