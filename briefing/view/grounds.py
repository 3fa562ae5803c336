"""Quoted grounds of what is said about sources and publishers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model.pages import GroundView

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing.model.content import Ground
    from briefing.view.site import Site


def grounds(
    site: Site, quoted: Iterable[Ground], *, here: str | None = None
) -> tuple[GroundView, ...]:
    """Pair each quoted ground with the card of the source it stands in.

    Where no source is known, or it is the one whose page this is (`here`), there is no card.
    """
    return tuple(
        GroundView(
            one.quote.text, site.sources.get(one.source or "") if one.source != here else None
        )
        for one in quoted
    )
