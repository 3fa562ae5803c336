"""Count voices instead of articles: who speaks independently of whom.

A source speaks with the voice of its publisher's family. A reprint speaks with the voice of what
it reprints, and that joins no two publishers: only this source changes its voice. Sources whose
publisher is not named cannot be told apart and are one voice together.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from briefing.model.judged import Voice

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing.model.content import Publisher, Source

UNNAMED = Voice("publisher:unnamed", "an unnamed publisher", "unnamed")
"""The voice of all sources whose publisher is not named; no publisher's id holds a colon."""
WORK = "work:"
"""Begins the voice id of a work outside the briefing, so that it is no publisher's."""


def voices(
    sources: Mapping[str, Source], publishers: Mapping[str, Publisher]
) -> tuple[Mapping[str, str], Mapping[str, Voice]]:
    """Give the voice id of each source, and every voice by its id.

    References that lead nowhere and circles are mistakes that loading has reported; here a chain
    simply ends where it cannot go on.
    """
    voice_of: dict[str, str] = {}
    held: dict[str, Voice] = {}
    for source in sources.values():
        voice = _voice(_original(source, sources), publishers)
        held.setdefault(voice.id, voice)
        voice_of[source.id] = voice.id
    return MappingProxyType(voice_of), MappingProxyType(held)


def _original(source: Source, sources: Mapping[str, Source]) -> Source:
    """Follow `derived_from` to the source, or the reprint of a named work, at its end."""
    seen = {source.id}
    while source.derived_from is not None and source.derived_from.source is not None:
        following = sources.get(source.derived_from.source)
        if following is None or following.id in seen:
            break
        seen.add(following.id)
        source = following
    return source


def _voice(source: Source, publishers: Mapping[str, Publisher]) -> Voice:
    derived = source.derived_from
    if derived is not None and derived.work is not None:
        name = " ".join(derived.work.split())
        return Voice(f"{WORK}{name.casefold()}", name, "work")
    if source.publisher is None:
        return UNNAMED
    id_, seen = source.publisher, {source.publisher}
    while id_ in publishers and publishers[id_].voice not in seen:
        id_ = publishers[id_].voice
        seen.add(id_)
    if id_ in publishers:
        return Voice(id_, publishers[id_].name, "publisher")
    return Voice(id_, id_, "publisher" if id_ == source.publisher else "family")
