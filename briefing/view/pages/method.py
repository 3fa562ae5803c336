"""The method page: the rules in plain words with how often each was at work here."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from briefing.language.messages import message
from briefing.model.judged import Stance
from briefing.model.pages import Link
from briefing.model.verdict import Verdict
from briefing.values import dataclass
from briefing.view import caveats, origins, tallies, tiers, words
from briefing.view.method_counts import MethodCounts, method_counts
from briefing.view.narrative import narrative
from briefing.view.routes import METHOD, Contents, PageKind, fixed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from briefing.language.messages import Messages
    from briefing.model.judged import Caveat, Judgement
    from briefing.view.cards import SourceCard
    from briefing.view.narrative import NarrativeView
    from briefing.view.routes import Route
    from briefing.view.site import Site
    from briefing.view.tiers import Weighed

PATH = "method.html"
_MOST_VOICES = 40
_MOST_NAMED = 12
_MOST_NAMED_OF_MANY = 3
"""Articles named of each voice where many voices hold several."""
_MANY = 6
"""Voices in a list that is folded away."""
_WHY = {
    "publisher": message("one publisher"),
    "family": message("publishers of one family"),
    "work": message("reprints of one work"),
    "unnamed": message("articles whose publisher is not named"),
}


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A word of the method, what it means, and how often it occurs here."""

    name: str
    text: str
    count: int
    split: str = ""
    """How many of these carry which verdict; empty where all carry one."""


@dataclass(frozen=True, slots=True)
class VoiceRow:
    """A voice that holds several sources, and which."""

    name: str
    why: str
    count: int
    """How many sources it holds."""
    sources: tuple[SourceCard, ...]
    """As many as there is room for."""
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

    narrative: NarrativeView | None
    """What the author adds to the rules."""
    weighed: Weighed
    counts: MethodCounts
    totals: tuple[tuple[str, int], ...]
    reasons: Mapping[str, tuple[RuleRow, ...]]
    """By verdict."""
    caveats: tuple[RuleRow, ...]
    voices: tuple[VoiceRow, ...]
    """Those that hold several sources, as many as there is room for; those that hold most first."""
    more_voices: int
    folds_voices: bool
    """Whether they would bury what follows."""
    inferred: tuple[SourceCard, ...]
    """Sources whose publisher is inferred, as many as there is room for."""
    more_inferred: int
    reliability: tuple[GradeRow, ...]
    credibility: tuple[GradeRow, ...]
    echo: str | None
    one_origin: str | None
    """How many corroborated claims go back to one origin; None where fewer than two do."""


def method(site: Site, _: Route) -> Contents:
    """Make the method page."""
    judgements = tuple(site.judged.judgements.values())
    stood = Counter(caveat for one in judgements for caveat in one.caveats)
    sources = site.judged.content.sources
    inferred = [site.sources[id_] for id_, one in sources.items() if one.publisher_because]
    grades = [one.grade for one in site.judged.content.publishers.values()]
    counts = method_counts(site)
    bundles = _bundles(site)
    body = MethodPage(
        narrative=narrative(site, METHOD),
        weighed=site.weighed[tiers.ALL],
        counts=counts,
        totals=tuple(_totals(site, counts)),
        reasons=_reasons(site),
        caveats=tuple(
            RuleRow(
                site.say(name), site.say(text), stood[caveat], _split(caveat, judgements, site.say)
            )
            for caveat, (name, text) in caveats.CAVEATS.items()
        ),
        voices=tuple(_voices(site, bundles)),
        more_voices=max(len(bundles) - _MOST_VOICES, 0),
        folds_voices=len(bundles) >= _MANY,
        inferred=tuple(inferred[:_MOST_NAMED]),
        more_inferred=max(len(inferred) - _MOST_NAMED, 0),
        reliability=_scale(words.RELIABILITY, (one.reliability for one in grades), site.say),
        credibility=_scale(words.CREDIBILITY, (one.credibility for one in grades), site.say),
        echo=tallies.echo_gap(judgements, site.say),
        one_origin=origins.told(judgements, site.say),
    )
    description = site.say("How verdicts come about and what they mean.")
    return Contents(site.say("Method"), description, PATH, body)


def _split(caveat: Caveat, judgements: Sequence[Judgement], say: Messages) -> str:
    """Say how many claims with a caveat carry which verdict, where they carry several."""
    bars = tallies.tally(one for one in judgements if caveat in one.caveats).bars
    held = [
        say("%(count)s %(verdict)s", count=say.digits(bar.count), verdict=say.word(bar.verdict))
        for bar in bars
        if bar.count
    ]
    return say.listed(held) if len(held) > 1 else ""


def _totals(site: Site, counts: MethodCounts) -> Iterator[tuple[str, int]]:
    stances = Counter(item.stance for one in site.judged.judgements.values() for item in one.items)
    yield site.say("articles read"), counts.articles
    yield site.say("publishers named"), counts.publishers
    yield site.say("independent voices"), counts.voices
    yield site.say("articles without a date"), counts.undated
    yield site.say("articles that say software wrote them"), counts.by_software
    yield site.say("claims"), counts.claims
    yield site.say("passages listed as support"), stances[Stance.SUPPORTS]
    yield site.say("passages listed as dispute"), stances[Stance.DISPUTES]
    yield site.say("passages listed as mention"), stances[Stance.MENTIONS]


def _reasons(site: Site) -> Mapping[str, tuple[RuleRow, ...]]:
    """Give the rules behind each verdict, with how often each decided."""
    judgements = site.judged.judgements.values()
    decided = Counter((one.verdict, one.reason) for one in judgements)
    return {
        verdict.value: tuple(
            RuleRow(
                words.rule_name(reason, site.say),
                site.say(one.rule),
                decided[verdict, reason],
            )
            for reason, one in words.REASONS.items()
            if one.verdict in (verdict, None)
        )
        for verdict in Verdict
    }


def _scale(
    meanings: Mapping[str, str], given: Iterable[str], say: Messages
) -> tuple[GradeRow, ...]:
    counts = Counter(given)
    return tuple(GradeRow(mark, say(meaning), counts[mark]) for mark, meaning in meanings.items())


def _bundles(site: Site) -> Sequence[tuple[str, tuple[str, ...]]]:
    """Give the voices that hold several sources, with these; those that hold most first."""
    several = (one for one in site.by_voice.items() if len(one[1]) > 1)
    return sorted(several, key=lambda one: (-len(one[1]), one[0]))


def _voices(site: Site, bundles: Sequence[tuple[str, tuple[str, ...]]]) -> Iterator[VoiceRow]:
    """Name voices that hold several articles, and why these count once."""
    most = _MOST_NAMED if len(bundles) < _MANY else _MOST_NAMED_OF_MANY
    for id_, sources in bundles[:_MOST_VOICES]:
        voice = site.judged.voices.get(id_)
        yield VoiceRow(
            name=words.sentence_case(site.voice_name(id_)) if voice else id_,
            why=site.say(_WHY[voice.kind]) if voice else "",
            count=len(sources),
            sources=tuple(site.sources[one] for one in sources[:most]),
            more=max(len(sources) - most, 0),
        )


KIND = PageKind("method.html", fixed(PATH), method, nav=Link(PATH, message("Method")))
