"""Hold what every claim of a briefing is judged with."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from briefing.voices import folded, parties, voices

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing.model.content import Claim, Entity, Publisher, Settings, Source
    from briefing.model.judged import Voice


@dataclass(frozen=True, slots=True, eq=False)
class Court:
    """Hold it as a unit of its own, so that claims compare it by identity."""

    settings: Settings
    sources: Mapping[str, Source]
    voice_of: Mapping[str, str]
    voices: Mapping[str, Voice]
    as_of: str | None
    parties: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """The entity that each speaker speaks for, by the speaker's folded name."""

    def entity(self, claim: Claim) -> Entity | None:
        """Return what a claim is about, if it is declared."""
        return self.settings.entities.get(claim.entity or "")

    def party(self, speaker: str | None) -> str | None:
        """Return whom a speaker speaks for: an entity, or itself."""
        return None if speaker is None else self.parties.get(folded(speaker), speaker)


def court_of(
    settings: Settings, sources: Mapping[str, Source], publishers: Mapping[str, Publisher]
) -> Court:
    """Gather it from the settings, the sources and their publishers."""
    voice_of, held = voices(sources, publishers)
    speak_for = parties(settings.entities.values())
    return Court(settings, sources, voice_of, held, _as_of(settings, sources), speak_for)


def common_court(settings: Settings, as_of: str | None) -> Court:
    """Give what is the same for all claims, whatever their sources are."""
    return Court(settings, {}, {}, {}, as_of, parties(settings.entities.values()))


def _as_of(settings: Settings, sources: Mapping[str, Source]) -> str | None:
    """Take the declared date, else the newest date of an article."""
    if settings.as_of is not None:
        return settings.as_of
    days = [s.published.period.end for s in sources.values() if s.published.period]
    return max((day.isoformat() for day in days if day is not None), default=None)
