"""The method page: the rules in plain words, with how often each was at work here."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from briefing.model.judged import Stance
from briefing.model.pages import Method, Rule, VoiceRow
from briefing.model.verdict import Verdict
from briefing.view import cards, words
from briefing.view.topics import echo_gap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.view.routes import Route
    from briefing.view.site import Site

_MOST_VOICES = 40
_MOST_NAMED = 12
_WHY = {
    "publisher": "one publisher",
    "family": "publishers of one family",
    "work": "reprints of one work",
    "unnamed": "articles whose publisher is not named",
}


def method(site: Site, _: Route) -> Method:
    """Make the method page."""
    judgements = tuple(site.judged.judgements.values())
    reasons = Counter((one.verdict, one.reason) for one in judgements)
    caveats = Counter(caveat for one in judgements for caveat in one.caveats)
    return Method(
        tally=cards.tally(judgements),
        voices_needed=site.judged.content.settings.corroboration_voices,
        counts=tuple(_counts(site)),
        reasons={
            verdict.value: tuple(
                Rule(
                    words.sentence_case(reason.value.replace("-", " ")),
                    one.rule,
                    reasons[verdict, reason],
                )
                for reason, one in words.REASONS.items()
                if one.verdict in (verdict, None)
            )
            for verdict in Verdict
        },
        caveats=tuple(
            Rule(name, text, caveats[caveat]) for caveat, (name, text) in words.CAVEATS.items()
        ),
        voices=tuple(_voices(site))[:_MOST_VOICES],
        echo=echo_gap(judgements),
    )


def _counts(site: Site) -> Iterator[tuple[str, int]]:
    content = site.judged.content
    stances = Counter(item.stance for one in site.judged.judgements.values() for item in one.items)
    machine = sum(one.ai_generated.value == "yes" for one in content.sources.values())
    yield "articles read", len(content.sources)
    yield "publishers", len(content.publishers)
    yield "independent voices", len(set(site.judged.voice_of.values()))
    yield "articles said to be written by software", machine
    yield "claims", len(site.judged.judgements)
    yield "quotes that support a claim", stances[Stance.SUPPORTS]
    yield "quotes that dispute a claim", stances[Stance.DISPUTES]
    yield "quotes that mention a claim", stances[Stance.MENTIONS]


def _voices(site: Site) -> Iterator[VoiceRow]:
    """Name the voices that hold several articles, and why these count once."""
    for id_, sources in sorted(site.by_voice.items()):
        if len(sources) > 1:
            voice = site.judged.voices.get(id_)
            yield VoiceRow(
                name=voice.name if voice else id_,
                why=_WHY[voice.kind] if voice else "",
                sources=tuple(site.sources[one] for one in sources[:_MOST_NAMED]),
                more=max(len(sources) - _MOST_NAMED, 0),
            )
