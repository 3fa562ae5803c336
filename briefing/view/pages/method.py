"""The method page: the rules in plain words with how often each was at work here."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.model.judged import Stance
from briefing.model.pages import Link
from briefing.model.verdict import Verdict
from briefing.view import tallies, words
from briefing.view.method_counts import MethodCounts, method_counts
from briefing.view.routes import Contents, PageKind, fixed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from briefing.view.cards import SourceCard
    from briefing.view.routes import Route
    from briefing.view.site import Site
    from briefing.view.tallies import Tally

PATH = "method.html"
_MOST_VOICES = 40
_MOST_NAMED = 12
_WHY = {
    "publisher": "one publisher",
    "family": "publishers of one family",
    "work": "reprints of one work",
    "unnamed": "articles whose publisher is not named",
}


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A word of the method, what it means, and how often it occurs here."""

    name: str
    text: str
    count: int


@dataclass(frozen=True, slots=True)
class VoiceRow:
    """A voice that holds several sources, and which."""

    name: str
    why: str
    sources: tuple[SourceCard, ...]
    more: int


@dataclass(frozen=True, slots=True)
class GradeRow:
    """A letter or digit of the Admiralty scale, its meaning, and how many publishers have it."""

    mark: str
    meaning: str
    publishers: int


@dataclass(frozen=True, slots=True)
class MethodPage:
    """The rules in plain words with this briefing's own counts."""

    tally: Tally
    counts: MethodCounts
    totals: tuple[tuple[str, int], ...]
    reasons: Mapping[str, tuple[RuleRow, ...]]
    """By verdict."""
    caveats: tuple[RuleRow, ...]
    voices: tuple[VoiceRow, ...]
    inferred: tuple[SourceCard, ...]
    """Sources whose publisher is inferred, as many as there is room for."""
    more_inferred: int
    reliability: tuple[GradeRow, ...]
    credibility: tuple[GradeRow, ...]
    echo: str | None


def method(site: Site, _: Route) -> Contents:
    """Make the method page."""
    judgements = tuple(site.judged.judgements.values())
    caveats = Counter(caveat for one in judgements for caveat in one.caveats)
    sources = site.judged.content.sources
    inferred = [site.sources[id_] for id_, one in sources.items() if one.publisher_because]
    grades = [one.grade for one in site.judged.content.publishers.values()]
    counts = method_counts(site)
    body = MethodPage(
        tally=tallies.tally(judgements),
        counts=counts,
        totals=tuple(_totals(site, counts)),
        reasons=_reasons(site),
        caveats=tuple(
            RuleRow(name, text, caveats[caveat]) for caveat, (name, text) in words.CAVEATS.items()
        ),
        voices=tuple(_voices(site))[:_MOST_VOICES],
        inferred=tuple(inferred[:_MOST_NAMED]),
        more_inferred=max(len(inferred) - _MOST_NAMED, 0),
        reliability=_scale(words.RELIABILITY, Counter(one.reliability for one in grades)),
        credibility=_scale(words.CREDIBILITY, Counter(one.credibility for one in grades)),
        echo=tallies.echo_gap(judgements),
    )
    return Contents("Method", "How verdicts come about and what they mean.", PATH, body)


def _totals(site: Site, counts: MethodCounts) -> Iterator[tuple[str, int]]:
    stances = Counter(item.stance for one in site.judged.judgements.values() for item in one.items)
    yield "articles read", counts.articles
    yield "publishers named", counts.publishers
    yield "independent voices", counts.voices
    yield "articles without a date", counts.undated
    yield "articles that say software wrote them", counts.by_software
    yield "claims", counts.claims
    yield "passages listed as support", stances[Stance.SUPPORTS]
    yield "passages listed as dispute", stances[Stance.DISPUTES]
    yield "passages listed as mention", stances[Stance.MENTIONS]


def _reasons(site: Site) -> Mapping[str, tuple[RuleRow, ...]]:
    """Give the rules behind each verdict, with how often each decided."""
    judgements = site.judged.judgements.values()
    decided = Counter((one.verdict, one.reason) for one in judgements)
    return {
        verdict.value: tuple(
            RuleRow(
                words.rule_name(reason),
                one.rule,
                decided[verdict, reason],
            )
            for reason, one in words.REASONS.items()
            if one.verdict in (verdict, None)
        )
        for verdict in Verdict
    }


def _scale(meanings: Mapping[str, str], given: Counter[str]) -> tuple[GradeRow, ...]:
    return tuple(GradeRow(mark, meaning, given[mark]) for mark, meaning in meanings.items())


def _voices(site: Site) -> Iterator[VoiceRow]:
    """Name the voices that hold several articles, and why these count once."""
    for id_, sources in sorted(site.by_voice.items()):
        if len(sources) > 1:
            voice = site.judged.voices.get(id_)
            yield VoiceRow(
                name=words.sentence_case(voice.name) if voice else id_,
                why=_WHY[voice.kind] if voice else "",
                sources=tuple(site.sources[one] for one in sources[:_MOST_NAMED]),
                more=max(len(sources) - _MOST_NAMED, 0),
            )


KIND = PageKind("method.html", fixed(PATH), method, nav=Link(PATH, "Method"))
