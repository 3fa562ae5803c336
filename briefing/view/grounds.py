"""Quoted grounds of what is said about sources and publishers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model.pages import GroundView

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing.model.content import Ground
    from briefing.view.site import Site


def grounds(site: Site, quoted: Iterable[Ground]) -> tuple[GroundView, ...]:
    """Pair each quoted ground with the card of the source it stands in, where that is known."""
    return tuple(
        GroundView(one.quote.text, site.sources.get(one.source) if one.source else None)
        for one in quoted
    )
