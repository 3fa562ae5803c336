"""Set a narrative: a verdict in each sentence that cites, numbered notes, endnotes that lead back.

A note is one piece of evidence for one claim. Cited again on the same page it keeps its number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model.judged import Stance
from briefing.model.pages import Cited, CitedClaim, Html, NarrativeView, Note, Reference
from briefing.view.citations import cited_items, claim_of

if TYPE_CHECKING:
    from briefing.model.judged import Item
    from briefing.prose import Citation, Prose
    from briefing.view.site import Site

_MOST_NOTES = 6
"""How many notes one mention of a claim gets; the claim's own page shows all its evidence."""


def narrative(site: Site, prose: Prose) -> NarrativeView:
    """Resolve a narrative's citations and number its notes in the order of reading.

    What is cited but does not exist has been reported with the site and is left out here.
    """
    notes = _Notes(site)
    parts = tuple(part if isinstance(part, Html) else notes.cite(part) for part in prose.parts)
    return NarrativeView(parts, notes.listed())


class _Notes:
    """The notes of one page, numbered as they are first cited."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._cited: dict[tuple[str, int], tuple[int, list[str]]] = {}
        """Each note's number and the ids of its marks, by claim and place of the item in it."""

    def cite(self, citation: Citation) -> Cited:
        """Resolve one citation, naming each of its claims once."""
        chosen: dict[str, dict[int, Item]] = {}
        for target in citation.targets:
            id_ = claim_of(target, self._site.judged.judgements, self._site.former)
            if id_:
                items = cited_items(target, self._site.judged.judgements[id_])
                chosen.setdefault(id_, {}).update(items)
        return Cited(tuple(self._claim(id_, items) for id_, items in chosen.items()))

    def _claim(self, id_: str, items: dict[int, Item]) -> CitedClaim:
        shown = list(items)[:_MOST_NOTES]
        references = tuple(self._reference(id_, place, items[place]) for place in shown)
        return CitedClaim(self._site.claims[id_], references, len(items) - len(shown))

    def _reference(self, id_: str, place: int, item: Item) -> Reference:
        number, marks = self._cited.setdefault((id_, place), (len(self._cited) + 1, []))
        marks.append(f"ref-{number}-{len(marks) + 1}" if marks else f"ref-{number}")
        who = self._site.sources[item.evidence.source].publisher_name
        return Reference(
            number=number,
            id=marks[-1],
            note_id=f"note-{number}",
            label=f"Note {number}: {who} {item.stance.value}",
            disputes=item.stance is Stance.DISPUTES,
        )

    def listed(self) -> tuple[Note, ...]:
        """List the notes by number."""
        return tuple(
            self._note(number, id_, place, marks)
            for (id_, place), (number, marks) in self._cited.items()
        )

    def _note(self, number: int, id_: str, place: int, marks: list[str]) -> Note:
        item = self._site.judged.judgements[id_].items[place]
        return Note(
            number=number,
            id=f"note-{number}",
            quote=self._site.quote(item),
            stance=item.stance.value,
            claim=self._site.claims[id_],
            source=self._site.sources[item.evidence.source],
            origin=item.evidence.attributed_to,
            context=self._site.context(item),
            back=tuple(marks),
        )
