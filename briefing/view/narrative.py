"""Set a narrative: a verdict in each sentence that cites, numbered notes, endnotes that lead back.

A note is what one source says for one claim, or against it. Cited again on the same page it keeps
its number.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from briefing.model.judged import Stance
from briefing.model.pages import Cited, CitedClaim, Html, NarrativeView, Note, Quoted, Reference
from briefing.view.citations import cited_items, claim_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.prose import Citation, Prose
    from briefing.view.site import Site

_MOST_NOTES = 6
"""How many notes one mention of a claim gets; the claim's own page shows all its evidence."""

_MOST_QUOTES = 3
"""How many quotes of one source a note holds."""


def narrative(site: Site, prose: Prose) -> NarrativeView:
    """Resolve a narrative's citations and number its notes in the order of reading.

    What is cited but does not exist has been reported with the site and is left out here.
    """
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
