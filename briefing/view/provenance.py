"""Draw where a claim comes from: the articles that count, the voices they are, whom these relay.

A drawing is a table: articles, links, voices, links, origins. What several rows share is one cell, so
that many articles run together into one voice, and many voices into one origin. Only which rows a cell
spans is worked out here; how high a row is depends on the reader's font.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.language.messages import message
from briefing.model.judged import Stance
from briefing.values import dataclass
from briefing.view import words
from briefing.view.provenance_rows import Said, ordered_rows, place_of, runs_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.model.judged import JudgedItem, Judgement
    from briefing.view.provenance_rows import Run
    from briefing.view.site import Site

MOST_ROWS = 24
"""More rows are not taken in at a glance; the quotes below name everybody."""
_SIDES = (Stance.SUPPORTS, Stance.DISPUTES)
JOINED = {
    "publisher": message("same publisher"),
    "family": message("publishers of one family"),
    "work": message("reprints of one work"),
    "unnamed": message("publisher not named"),
}
"""Why several articles are one voice, by the kind of the voice."""


@dataclass(frozen=True, slots=True)
class ProvenanceNode:
    """An article, a voice or an origin, and how many rows it spans."""

    name: str
    """Of an article: its author or date, where its voice already names its publisher."""
    note: str | None
    """What joins its articles, what it reprints, or that it speaks for itself."""
    rows: int
    joined: int
    """How many articles or voices run together in it; 0 for an article, and where nobody is named."""
    stance: str
    """`supports` or `disputes`; `both` where several run together that do not agree."""


@dataclass(frozen=True, slots=True)
class ProvenanceLink:
    """A line from left to right, and its place among those that it meets at either end.

    A place is `only`, `first`, `between` or `last`.
    """

    rows: int
    stance: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ProvenanceRow:
    """A row of the drawing; None where a cell of a row above goes on."""

    article: ProvenanceNode | None
    joining: ProvenanceLink | None
    voice: ProvenanceNode | None
    relaying: ProvenanceLink | None
    origin: ProvenanceNode | None


@dataclass(frozen=True, slots=True)
class ProvenanceEntry:
    """A row of the drawing in words: an article, its stance, and whom it relays."""

    article: str
    href: str
    note: str | None
    stance: str
    origin: str


@dataclass(frozen=True, slots=True)
class ProvenanceVoice:
    """A voice and its articles, in words."""

    name: str
    note: str | None
    entries: tuple[ProvenanceEntry, ...]


@dataclass(frozen=True, slots=True)
class Provenance:
    """The articles that count for a claim or against it, their voices, and whom these relay."""

    heads: tuple[str, str, str]
    """How many articles, voices and origins."""
    rows: tuple[ProvenanceRow, ...]
    voices: tuple[ProvenanceVoice, ...]
    """The same as a list."""
    is_disputed: bool
    left_out: int
    """How many rows have no room."""


def provenance(site: Site, judgement: Judgement) -> Provenance | None:
    """Draw a claim's provenance; None where nothing counts, or one article that speaks for itself."""
    items = {_said(one): one for one in reversed(judgement.items) if _is_drawn(one, judgement)}
    if len(items) < 2 and all(one.origin == one.voice for one in items):
        return None
    said = tuple(reversed(items))
    ordered = ordered_rows(sorted(said, key=lambda one: _SIDES.index(one.stance)))
    drawing = _Drawing(site, items, ordered[:MOST_ROWS])
    origins = {one.origin for one in ordered} - {None}
    return Provenance(
        heads=(
            words.articles_counted(len({one.source for one in ordered}), site.say),
            words.voices_counted(len({one.voice for one in ordered}), site.say),
            site.say.counted("%(count)s origin", "%(count)s origins", len(origins)),
        ),
        rows=tuple(drawing.rows()),
        voices=tuple(drawing.voices()),
        is_disputed=any(one.stance is Stance.DISPUTES for one in ordered),
        left_out=max(len(ordered) - MOST_ROWS, 0),
    )


def _is_drawn(item: JudgedItem, judgement: Judgement) -> bool:
    """Leave out what does not count, and where an article names nobody and elsewhere says whom it relays."""
    return item.counted and (
        item.origin is not None
        or all(
            one.origin is None
            for one in judgement.items
            if one.counted
            and (one.written.source, one.stance) == (item.written.source, item.stance)
        )
    )


def _said(item: JudgedItem) -> Said:
    return Said(item.voice, item.written.source, item.stance, item.origin)


def article_name(site: Site, source: str) -> str:
    """Name an article beside its voice, which names its publisher already."""
    card = site.sources[source]
    is_plain = card.publisher_name == site.voice_name(site.judged.voice_of.get(source, ""))
    return words.sentence_case((is_plain and (card.apart or card.author)) or card.who)


def reprint_note(site: Site, source: str) -> str | None:
    """Say what an article reprints; None where it reprints nothing."""
    reprint = site.judged.content.sources[source].derived_from
    original = reprint and (reprint.work or reprint.source)
    if not original:
        return None
    reprinted = site.sources.get(original)
    name = reprinted.who if reprinted else original
    return site.say("reprints %(original)s", original=name)


class _Drawing:
    """The rows of a drawing, and which of them run together in each column."""

    def __init__(self, site: Site, items: dict[Said, JudgedItem], said: Sequence[Said]) -> None:
        self._site = site
        self._items = items
        self._said = said
        self._articles = runs_of((one.voice, one.source, one.stance) for one in said)
        self._voices = runs_of(one.voice for one in said)
        self._relays = runs_of((one.voice, one.origin) for one in said)
        # Those who name nobody are not one origin.
        self._origins = runs_of((one.origin, one.origin or one.voice) for one in said)

    def rows(self) -> Iterator[ProvenanceRow]:
        """Yield the rows from the top."""
        for row in range(len(self._said)):
            starts = [
                runs[row][0] == row
                for runs in (self._articles, self._voices, self._relays, self._origins)
            ]
            article, voice, relay, origin = starts
            yield ProvenanceRow(
                article=self._article(row) if article else None,
                joining=self._joining(row) if article else None,
                voice=self._voice(row) if voice else None,
                relaying=self._relaying(row) if relay else None,
                origin=self._origin(row) if origin else None,
            )

    def voices(self) -> Iterator[ProvenanceVoice]:
        """Yield the voices in the order of the drawing."""
        for start, end in dict.fromkeys(self._voices):
            node = self._voice(start)
            entries = tuple(map(self._entry, range(start, end)))
            yield ProvenanceVoice(node.name, node.note, entries)

    def _entry(self, row: int) -> ProvenanceEntry:
        one, say = self._said[row], self._site.say
        article = self._article(row)
        if one.origin is None:
            origin = say("names nobody, so it adds no origin")
        elif one.origin == one.voice:
            origin = say("speaks for itself")
        else:
            origin = say("relays %(origin)s", origin=one.origin)
        href = self._site.passage_href(self._items[one])
        return ProvenanceEntry(article.name, href, article.note, article.stance, origin)

    def _joining(self, row: int) -> ProvenanceLink:
        run = self._articles[row]
        after = place_of(run, self._voices[row])
        return ProvenanceLink(run[1] - run[0], self._stance(run), "only", after)

    def _relaying(self, row: int) -> ProvenanceLink:
        run = self._relays[row]
        before, after = place_of(run, self._voices[row]), place_of(run, self._origins[row])
        return ProvenanceLink(run[1] - run[0], self._stance(run), before, after)

    def _article(self, row: int) -> ProvenanceNode:
        source = self._said[row].source
        name, note = article_name(self._site, source), reprint_note(self._site, source)
        return self._node(self._articles[row], name, note, joined=0)

    def _voice(self, row: int) -> ProvenanceNode:
        run, id_ = self._voices[row], self._said[row].voice
        joined = len({one.source for one in self._said[slice(*run)]})
        kind = self._site.judged.voices[id_].kind
        note = self._site.say(JOINED[kind]) if joined > 1 else None
        name = words.sentence_case(self._site.voice_name(id_))
        return self._node(run, name, note, joined)

    def _origin(self, row: int) -> ProvenanceNode:
        run, one, say = self._origins[row], self._said[row], self._site.say
        if one.origin is None:
            return self._node(run, say("Nobody named"), say("adds no origin"), joined=0)
        if one.origin == one.voice:
            name = words.sentence_case(self._site.voice_name(one.voice))
            return self._node(run, name, say("speaks for itself"), joined=1)
        joined = len({each.voice for each in self._said[slice(*run)]})
        note = say.counted("relayed by %(count)s voice", "relayed by %(count)s voices", joined)
        return self._node(run, one.origin, note, joined)

    def _node(self, run: Run, name: str, note: str | None, joined: int) -> ProvenanceNode:
        return ProvenanceNode(name, note, run[1] - run[0], joined, self._stance(run))

    def _stance(self, run: Run) -> str:
        stances = {one.stance for one in self._said[slice(*run)]}
        return stances.pop() if len(stances) == 1 else "both"
