"""Put together what a search finds at one address.

A record holds the words of a page, not its navigation and labels. What may not be published is not
in it: an index is a copy.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model.pages import Record

if TYPE_CHECKING:
    from collections.abc import Iterable


def record(
    href: str, title: str, kind: str, texts: Iterable[str | None], verdict: str | None = None
) -> Record:
    """Join the texts of a page, each once; a page without text gets its title."""
    text = " ".join(dict.fromkeys(text for text in texts if text))
    return Record(href, title, kind, verdict, text or title)
