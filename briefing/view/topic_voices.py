"""Who speaks for each claim and who against it, voice by voice: for where a matrix would be mostly blank."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model.judged import Stance
from briefing.values import dataclass
from briefing.view import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.model.judged import JudgedItem, Judgement
    from briefing.view.cards import ClaimCard
    from briefing.view.site import Site

MOST_VOICES = 8
"""Voices named on one side of a claim; its own page names all."""


@dataclass(frozen=True, slots=True)
class ClaimVoice:
    """A voice on one side of a claim, and its first words there."""

    name: str
    articles: str | None
    """How many articles, where these are several."""
    href: str


@dataclass(frozen=True, slots=True)
class ClaimSide:
    """Those who support a claim, dispute it or mention it."""

    stance: str
    voices: tuple[ClaimVoice, ...]
    more: int
    """How many are not named, for want of room."""


@dataclass(frozen=True, slots=True)
class ClaimVoices:
    """A claim and who says what of it."""

    claim: ClaimCard
    sides: tuple[ClaimSide, ...]


def claim_voices(site: Site, ids: Sequence[str]) -> tuple[ClaimVoices, ...]:
    """List those of the claims on which somebody speaks."""
    judgements = (site.judged.judgements[id_] for id_ in ids)
    return tuple(
        ClaimVoices(site.claims[one.claim.id], tuple(_sides(site, one)))
        for one in judgements
        if one.items and not one.claim.formula
    )


def _sides(site: Site, judgement: Judgement) -> Iterator[ClaimSide]:
    for stance in Stance:
        voices: dict[str, list[JudgedItem]] = {}
        for item in judgement.items:
            if item.stance is stance:
                voices.setdefault(item.voice, []).append(item)
        if voices:
            named = list(voices.items())[:MOST_VOICES]
            yield ClaimSide(
                stance.value,
                tuple(_voice(site, voice, items) for voice, items in named),
                len(voices) - len(named),
            )


def _voice(site: Site, voice: str, items: Sequence[JudgedItem]) -> ClaimVoice:
    count = len({one.written.source for one in items})
    articles = words.articles_counted(count, site.say) if count > 1 else None
    return ClaimVoice(site.voice_name(voice), articles, site.passage_href(items[0]))
