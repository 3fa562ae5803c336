"""Set a narrative: a verdict in each sentence that cites, numbered notes, endnotes that lead back.

A note is what one source says for one claim, or against it. Cited again on the same page it keeps
its number.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from briefing.model.pages import Html
from briefing.view.citations import cited_items, claim_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.model.judged import Stance
    from briefing.prose import Citation
    from briefing.view.cards import ClaimCard, SourceCard
    from briefing.view.site import Site

_MOST_NOTES = 6
"""How many notes one mention of a claim gets; the claim's own page shows all its evidence."""

_MOST_QUOTES = 3
"""How many quotes of one source a note holds."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of a source and the way into their passage."""

    text: str | None
    """None where only a link may be published."""
    context: str
    """Address of the passage."""
    origin: str | None
    """Who is quoted as saying it, if not the article."""


@dataclass(frozen=True, slots=True)
class Reference:
    """One footnote mark in a sentence, and its note in short for the margin."""

    number: int
    id: str
    note_id: str
    stance: str
    source: SourceCard
    quote: Quoted
    """The first of the note's quotes."""


@dataclass(frozen=True, slots=True)
class CitedClaim:
    """A verdict in a sentence and the notes that it rests on."""

    claim: ClaimCard
    references: tuple[Reference, ...]
    more: int
    """How many notes are left to the claim's own page."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation in a narrative, resolved."""

    claims: tuple[CitedClaim, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """One endnote: what one source says for a claim, or against it, or of it."""

    number: int
    id: str
    quotes: tuple[Quoted, ...]
    more: int
    """How many further quotes are left to the claim's own page."""
    stance: str
    claim: ClaimCard
    source: SourceCard
    back: tuple[str, ...]
    """Ids of the marks that lead here."""


@dataclass(frozen=True, slots=True)
class NarrativeView:
    """A narrative ready to be set, with its endnotes in order."""

    parts: tuple[Html | Cited, ...]
    notes: tuple[Note, ...]


def heading(site: Site, page: str) -> str:
    """Take the heading that opens a narrative, else the title that `briefing.yaml` gives."""
    prose = site.narratives.get(page)
    if prose and prose.title:
        return prose.title
    settings = site.judged.content.settings
    titles = {topic.id: topic.title for topic in settings.topics}
    return titles.get(page, settings.title)


def narrative(site: Site, page: str) -> NarrativeView | None:
    """Resolve the citations of a page's narrative and number its notes in the order of reading.

    None where the page has no narrative. What is cited but does not exist has been reported with the site and is left out here.
    """
    prose = site.narratives.get(page)
    if prose is None:
        return None
    notes = _Notes(site)
    parts = tuple(part if isinstance(part, Html) else notes.cite(part) for part in prose.parts)
    return NarrativeView(parts, notes.listed())


class _Key(NamedTuple):
    """What a note is about."""

    claim: str
    source: str
    stance: Stance


@dataclass(slots=True)
class _Entry:
    """A note while its page is read: the marks that lead to it gather."""

    number: int
    quotes: tuple[Quoted, ...]
    more: int
    marks: list[str]


class _Notes:
    """The notes of one page, numbered as they are first cited."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._cited: dict[_Key, _Entry] = {}

    def cite(self, citation: Citation) -> Cited:
        """Resolve one citation, naming each of its claims once."""
        chosen: dict[str, dict[_Key, None]] = {}
        for target in citation.targets:
            id_ = claim_of(target, self._site.judged.judgements, self._site.former)
            if id_:
                items = cited_items(target, self._site.judged.judgements[id_])
                keys = chosen.setdefault(id_, {})
                keys.update((_Key(id_, one.written.source, one.stance), None) for one in items)
        return Cited(tuple(self._claim(id_, tuple(keys)) for id_, keys in chosen.items()))

    def _claim(self, id_: str, keys: Sequence[_Key]) -> CitedClaim:
        references = tuple(self._reference(key) for key in keys[:_MOST_NOTES])
        return CitedClaim(self._site.claims[id_], references, len(keys) - len(references))

    def _reference(self, key: _Key) -> Reference:
        if key not in self._cited:
            self._cited[key] = self._entry(key)
        entry = self._cited[key]
        mention = f"-{len(entry.marks) + 1}" if entry.marks else ""
        entry.marks.append(f"ref-{entry.number}{mention}")
        return Reference(
            number=entry.number,
            id=entry.marks[-1],
            note_id=f"note-{entry.number}",
            stance=key.stance.value,
            source=self._site.sources[key.source],
            quote=entry.quotes[0],
        )

    def _entry(self, key: _Key) -> _Entry:
        items = [
            item
            for item in self._site.judged.judgements[key.claim].items
            if item.written.source == key.source and item.stance is key.stance
        ]
        quotes = tuple(
            Quoted(self._site.quote(one), self._site.context(one), one.speaker)
            for one in items[:_MOST_QUOTES]
        )
        return _Entry(len(self._cited) + 1, quotes, len(items) - len(quotes), [])

    def listed(self) -> tuple[Note, ...]:
        """List the notes by number."""
        return tuple(self._note(key, entry) for key, entry in self._cited.items())

    def _note(self, key: _Key, entry: _Entry) -> Note:
        return Note(
            number=entry.number,
            id=f"note-{entry.number}",
            quotes=entry.quotes,
            more=entry.more,
            stance=key.stance.value,
            claim=self._site.claims[key.claim],
            source=self._site.sources[key.source],
            back=tuple(entry.marks),
        )
