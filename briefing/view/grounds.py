"""Quoted grounds of what is said about sources and publishers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing.model.content import Ground
    from briefing.view.cards import SourceCard
    from briefing.view.site import Site


@dataclass(frozen=True, slots=True)
class GroundView:
    """Quoted grounds of a grade or flag."""

    quote: str
    source: SourceCard | None


@dataclass(frozen=True, slots=True)
class Assessment:
    """Something said of a source or publisher, why, and the words that show it."""

    text: str
    because: str | None
    grounds: tuple[GroundView, ...]


def grounds(
    site: Site, quoted: Iterable[Ground], *, here: str | None = None
) -> tuple[GroundView, ...]:
    """Pair each quoted ground with the card of the source it appears in.

    Where no source is known, or it is the one whose page this is (`here`), there is no card.
    """
    return tuple(
        GroundView(
            one.quote.text, site.sources.get(one.source or "") if one.source != here else None
        )
        for one in quoted
    )
