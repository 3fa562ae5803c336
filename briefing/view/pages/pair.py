"""Two sources side by side: what each says of the claims on which both speak."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from briefing.language.messages import message
from briefing.model.figures import Outcome
from briefing.model.judged import Stance
from briefing.values import dataclass
from briefing.view import pairs, words
from briefing.view.pages import sources_index
from briefing.view.paging import Pager, pager, portion
from briefing.view.routes import TITLE_LENGTH, Address, Contents, PageKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.model.judged import JudgedItem, Judgement
    from briefing.view.cards import ClaimCard, SourceCard
    from briefing.view.routes import Route
    from briefing.view.site import Site

_MOST_QUOTES = 3
_ORDER = (Outcome.DIFFERENT, Outcome.SAME, Outcome.NOT_COMPARABLE)
"""What is most worth reading comes first."""
_OUTCOMES = {
    Outcome.DIFFERENT: message("different"),
    Outcome.SAME: message("same"),
    Outcome.NOT_COMPARABLE: message("not compared"),
}


@dataclass(frozen=True, slots=True)
class PairQuote:
    """What one source says of a claim; `text` is None where only a link may be published."""

    stance: str
    text: str | None
    speaker: str | None
    href: str


@dataclass(frozen=True, slots=True)
class PairSide:
    """All that one source says of a claim."""

    source: SourceCard
    quotes: tuple[PairQuote, ...]
    more: int


@dataclass(frozen=True, slots=True)
class PairRow:
    """A claim, whether both say the same of it and how that is known, and the words of each."""

    claim: ClaimCard
    outcome: str
    word: str
    why: str
    sides: tuple[PairSide, ...]


@dataclass(frozen=True, slots=True)
class PairPage:
    """Two sources, how they count together, and the claims on which both speak."""

    sources: tuple[SourceCard, SourceCard]
    voices: str
    """Whether they are two voices or one, in a sentence."""
    counts: tuple[tuple[str, str, int], ...]
    """How many claims have each outcome: name, word, count."""
    rows: tuple[PairRow, ...]
    """Those on which both take a side, what is different first."""
    not_compared: tuple[PairRow, ...]
    pager: Pager | None


def pair(site: Site, route: Route) -> Contents:
    """Make the page of two sources."""
    first, _, second = route.id.partition("/")
    told = [_Told(site, id_, (first, second)) for id_ in pairs.common(site, first, second)]
    told.sort(key=lambda one: _ORDER.index(one.outcome))
    counts = Counter(one.outcome for one in told)
    shown = portion(told, route.number)
    left, right = site.sources[first], site.sources[second]
    body = PairPage(
        sources=(left, right),
        voices=_voices(site, first, second),
        counts=tuple(
            (one.value, site.say(_OUTCOMES[one]), counts[one]) for one in _ORDER if counts[one]
        ),
        rows=tuple(one.row() for one in shown if one.outcome is not Outcome.NOT_COMPARABLE),
        not_compared=tuple(one.row() for one in shown if one.outcome is Outcome.NOT_COMPARABLE),
        pager=pager(route, len(told)),
    )
    title = site.say("%(first)s beside %(second)s", first=left.who, second=right.who)
    described = site.say("What two sources say of the same claims, side by side.")
    return Contents(words.clipped(title, TITLE_LENGTH), described, sources_index.PATH, body)


def _voices(site: Site, first: str, second: str) -> str:
    if site.judged.voice_of[first] != site.judged.voice_of[second]:
        return site.say(
            "They are two voices: a claim that both support has two, even where both relay one speaker."
        )
    return site.say("They are one voice: where they agree, that counts once.")


class _Told:
    """What two sources say of a claim, and how that compares."""

    def __init__(self, site: Site, id_: str, sources: tuple[str, str]) -> None:
        self._site = site
        self._sources = sources
        self._judgement = site.judged.judgements[id_]
        self._items = tuple(
            sorted(
                (one for one in self._judgement.items if one.written.source == source),
                key=lambda one: not one.counted,
            )
            for source in sources
        )
        self.outcome, self._why = self._compared()

    def _compared(self) -> tuple[Outcome, str]:
        """Compare by what each does to the claim, since both were compared with that."""
        say = self._site.say
        taken = [{one.stance for one in items if one.counted} for items in self._items]
        for source, stances, items in zip(self._sources, taken, self._items, strict=True):
            if len(stances) != 1:
                who = self._site.sources[source].who
                mentions = all(one.stance is Stance.MENTIONS for one in items)
                why = say("%(who)s only mentions it", who=who) if mentions else None
                why = why or say("%(who)s says both", who=who)
                return Outcome.NOT_COMPARABLE, why
        if taken[0] != taken[1]:
            return Outcome.DIFFERENT, say("one supports it, the other disputes it")
        if taken[0] == {Stance.SUPPORTS}:
            return Outcome.SAME, self._origin() or say("both support it")
        positions = [_positions(self._judgement, items) for items in self._items]
        if all(positions) and not positions[0] & positions[1]:
            return Outcome.DIFFERENT, say("both dispute it, with different figures")
        return Outcome.SAME, say("both dispute it")

    def _origin(self) -> str | None:
        """Name the one that both relay; None where it is not one and the same."""
        origins = {
            one.speaker and one.origin for items in self._items for one in items if one.counted
        }
        (first, *others) = origins
        if first is None or others:
            return None
        return self._site.say("both support it and relay %(origin)s", origin=first)

    def row(self) -> PairRow:
        """Show it."""
        return PairRow(
            claim=self._site.claims[self._judgement.claim.id],
            outcome=self.outcome.value,
            word=self._site.say(_OUTCOMES[self.outcome]),
            why=self._why,
            sides=tuple(
                PairSide(
                    self._site.sources[source],
                    tuple(_quote(self._site, one) for one in items[:_MOST_QUOTES]),
                    max(len(items) - _MOST_QUOTES, 0),
                )
                for source, items in zip(self._sources, self._items, strict=True)
            ),
        )


def _positions(judgement: Judgement, items: Sequence[JudgedItem]) -> set[int]:
    """Give the positions of a claim that these items take."""
    return {
        place
        for place, position in enumerate(judgement.positions)
        if any(judgement.items[n] in items for n in position.items)
    }


def _quote(site: Site, item: JudgedItem) -> PairQuote:
    return PairQuote(item.stance.value, site.quote(item), item.speaker, site.passage_href(item))


def _addresses(site: Site) -> Iterator[Address]:
    described = site.judged.content.sources
    for first, others in site.pairs.items():
        for second in others:
            if pairs.in_order(first, second) == (first, second):
                length = sum(1 for _ in pairs.common(site, first, second))
                path = pairs.pair_href(first, second)
                yield Address(path, f"{first}/{second}", described[second].at, length)


KIND = PageKind("pair.html", _addresses, pair)
