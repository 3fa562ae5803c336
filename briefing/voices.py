"""Count voices instead of articles: who speaks independently of whom.

A source speaks with the voice of its publisher's family. A reprint speaks with the voice of what
it reprints, and that joins no two publishers: only this source changes its voice. Sources whose
publisher is not named cannot be told apart and count as one voice.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from briefing.language.messages import message
from briefing.model.judged import Voice

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from briefing.model.content import Entity, Publisher, Source

UNNAMED = Voice("publisher:unnamed", message("an unnamed publisher"), "unnamed")
"""The voice of all sources whose publisher is not named; no publisher's id contains a colon."""
WORK = "work:"
"""Prefix of the voice id of a work outside the briefing; no publisher's id contains a colon."""


def voices(
    sources: Mapping[str, Source], publishers: Mapping[str, Publisher]
) -> tuple[Mapping[str, str], Mapping[str, Voice]]:
    """Return the voice id of each source, and every voice by its id.

    Loading has already reported references to nothing and cycles; here a chain just ends there.
    """
    reprints = {
        id_: original
        for id_, source in sources.items()
        if source.derived_from is not None
        and (original := source.derived_from.source) is not None
        and original in sources
    }
    originals = _ends(reprints)
    families = _ends({id_: one.voice for id_, one in publishers.items() if one.voice != id_})
    voice_of: dict[str, str] = {}
    held: dict[str, Voice] = {}
    for id_ in sources:
        voice = _voice(sources[originals.get(id_, id_)], publishers, families)
        held.setdefault(voice.id, voice)
        voice_of[id_] = voice.id
    return MappingProxyType(voice_of), MappingProxyType(held)


def first_spellings(names: Iterable[str | None]) -> tuple[str | None, ...]:
    """Spell each name like the first one that differs from it only in case and spaces."""
    first: dict[str, str] = {}
    return tuple(None if name is None else first.setdefault(folded(name), name) for name in names)


def parties(entities: Iterable[Entity]) -> Mapping[str, str]:
    """Return the name of the entity that each speaker speaks for, by the speaker's folded name."""
    return MappingProxyType(
        {folded(name): one.name for one in entities for name in (*one.speakers, one.name)}
    )


def folded(name: str) -> str:
    """Return a name as it is compared: in one case, its white space as single spaces."""
    return " ".join(name.split()).casefold()


def _ends(following: Mapping[str, str]) -> Mapping[str, str]:
    """Follow each name to the end of its chain, without following any part twice."""
    ends: dict[str, str] = {}
    for start in following:
        path: dict[str, None] = {}
        here = start
        while here in following and here not in ends and here not in path:
            path[here] = None
            here = following[here]
        ends.update(dict.fromkeys(path, ends.get(here, here)))
    return ends


def _voice(
    source: Source, publishers: Mapping[str, Publisher], families: Mapping[str, str]
) -> Voice:
    derived = source.derived_from
    if derived is not None and derived.work is not None:
        name = " ".join(derived.work.split())
        return Voice(f"{WORK}{name.casefold()}", name, "work")
    if source.publisher is None:
        return UNNAMED
    id_ = families.get(source.publisher, source.publisher)
    if id_ in publishers:
        return Voice(id_, publishers[id_].name, "publisher")
    return Voice(id_, id_, "publisher" if id_ == source.publisher else "family")
