"""The briefing on one printed page, in one file to mail."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from briefing.model.pages import Html
from briefing.model.verdict import Verdict
from briefing.values import dataclass
from briefing.view import days, origins, reach, tallies, tiers
from briefing.view.disputes import width
from briefing.view.narrative import answer_in_words, heading, narrative
from briefing.view.routes import INDEX, Contents, PageKind, fixed
from briefing.view.tiers import Tier

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.view.cards import ClaimCard
    from briefing.view.days import Day
    from briefing.view.footnotes import CitedClaims
    from briefing.view.narrative import NarrativeView
    from briefing.view.routes import Route
    from briefing.view.site import Site
    from briefing.view.tiers import Weighed

PATH = "brief.html"
_ROOM = 3_900
"""How many characters fit on the page in nine points: of the answer, of what nobody says, and of claims
with what surrounds each."""
_AROUND = 45
"""What the mark and the margin of a claim take, in characters."""
_UNKNOWN = 900
"""How many characters of what nobody says appear on the page; more is left to the front page."""
_MARKUP: Final = re.compile(r"<[^>]*>")
_ORDER = (Verdict.DISPUTED, Verdict.CORROBORATED, Verdict.UNSUPPORTED)
_RANK = {tier: rank for rank, tier in enumerate((Tier.KEY, Tier.OTHER, Tier.VIEW, Tier.COMPUTED))}


@dataclass(frozen=True, slots=True)
class Group:
    """Key claims of one verdict."""

    verdict: str
    claims: tuple[ClaimCard, ...]
    """Those that have room; of the disputed ones the widest spread first."""
    count: int
    """How many there are."""


@dataclass(frozen=True, slots=True)
class BriefPage:
    """What is on the page."""

    answer: tuple[Html | CitedClaims, ...]
    """The answer of the front page; empty where its narrative opens with none."""
    read: str | None
    as_of: reach.AsOf | None
    edition: Day | None
    """When the last edition was recorded; None where none was."""
    weighed: Weighed
    in_words: str
    """The tally in words, for a page without an answer."""
    reach: str
    one_origin: str | None
    ai_gap: str | None
    echo: str | None
    legend: str
    groups: tuple[Group, ...]
    """Key claims by verdict, disputed ones first."""
    more: int
    """How many key claims have no room."""
    unknown: tuple[Html | CitedClaims, ...]
    """What nobody says, as the front page has it; empty where it does not, or has no room."""


def brief(site: Site, _: Route) -> Contents:
    """Make the page."""
    judged, say = site.judged, site.say
    told = narrative(site, INDEX)
    key = _ordered(site)
    answer, unknown = answer_in_words(site, INDEX), _unknown(site, told) if told else ()
    taken = len(answer or "") + sum(_length(one.text) for one in unknown if isinstance(one, Html))
    shown = tuple(_fitting(key, _ROOM - taken))
    recorded = judged.content.history.changes
    weighed = site.weighed[tiers.ALL]
    body = BriefPage(
        answer=told.answer if told else (),
        read=reach.read(site),
        as_of=reach.as_of(site),
        edition=days.known_day(recorded[-1].on, say) if recorded else None,
        weighed=weighed,
        in_words=tiers.in_words(weighed, say),
        reach=reach.told(site),
        one_origin=origins.told(judged.judgements.values(), say),
        ai_gap=tallies.ai_gap(tuple(judged.judgements.values()), say),
        echo=tallies.echo_gap(tuple(judged.judgements.values()), say),
        legend=reach.legend(judged.content.settings.corroboration_voices, say),
        groups=tuple(_groups(key, shown)),
        more=len(key) - len(shown),
        unknown=unknown,
    )
    return Contents(heading(site, INDEX), answer or body.in_words, "", body)


def _groups(key: Sequence[ClaimCard], shown: Sequence[ClaimCard]) -> Iterator[Group]:
    for verdict in _ORDER:
        held = tuple(one for one in shown if one.verdict == verdict)
        if held:
            yield Group(verdict.value, held, sum(one.verdict == verdict for one in key))


def _ordered(site: Site) -> list[ClaimCard]:
    """Give the key claims as they are weighed; those that weigh the same from each topic in turn."""
    topics = [one.id for one in site.judged.content.settings.topics]
    held = (
        (site.judged.judgements[id_].claim.topic, card)
        for id_, card in site.claims.items()
        if card.key
    )
    return sorted(tiers.in_turn(held, topics), key=lambda card: _weight(site, card))


def _weight(site: Site, card: ClaimCard) -> tuple[int, int, tuple[bool, int]]:
    """Order by verdict, then by what the claim is, then widest spread first."""
    opposite, percent = width(site.judged.judgements[card.id].spread)
    tier = _RANK.get(site.tiers[card.id], len(_RANK))
    return _ORDER.index(Verdict(card.verdict)), tier, (not opposite, -int(percent * 100))


def _fitting(claims: Sequence[ClaimCard], room: int) -> Iterator[ClaimCard]:
    """Yield the first claims that have room on the page, taking none out of turn."""
    for card in claims:
        room -= len(card.statement) + len(card.phrase) + len(card.values or "") + _AROUND
        if room < 0:
            return
        yield card


def _length(markup: str) -> int:
    """Count the characters of markup that are read."""
    return len(_MARKUP.sub("", markup))


def _unknown(site: Site, told: NarrativeView) -> tuple[Html | CitedClaims, ...]:
    """Cut the section on what nobody says out of a narrative: its heading begins with these words."""
    start = site.say("What nobody says").casefold()
    section = next((one for one in told.sections if one.text.casefold().startswith(start)), None)
    if section is None:
        return ()
    found: list[Html | CitedClaims] = []
    length, is_open = 0, False
    for part in told.parts:
        if not isinstance(part, Html):
            if is_open:
                found.append(part)
            continue
        text = part.text
        if not is_open and f'<h2 id="{section.id}">' in text:
            is_open, text = True, text.partition(f'<h2 id="{section.id}">')[2].partition("</h2>")[2]
        if is_open:
            text, end, _ = text.partition("<h2")
            found.append(Html(text))
            length += _length(text)
            if end:
                break
    return tuple(found) if length <= _UNKNOWN else ()


KIND = PageKind("brief.html", fixed(PATH), brief, shown_anywhere=True)
