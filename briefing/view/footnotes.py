"""Set what a narrative cites: a verdict in the sentence, numbered footnotes, one note in the margin.

A footnote is what one source says for one claim, or against it. Cited again on the same page it keeps
its number. A claim cited again in the same paragraph shows its glyph alone.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from briefing.model.pages import Html
from briefing.values import dataclass
from briefing.view import workings
from briefing.view.citations import cited_items, claim_of
from briefing.view.words import clipped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.model.judged import Stance
    from briefing.prose import Citation
    from briefing.view.cards import ClaimCard, SourceCard
    from briefing.view.site import Site

_MOST_FOOTNOTES = 6
"""How many footnotes one mention of a claim gets; the claim's own page shows all its items."""
_MOST_QUOTES = 3
"""How many quotes of one source a footnote holds."""
_FIRST_WORDS = 90
"""How many characters of a quote appear in the margin."""
_BLOCK_END = re.compile(r"</(?:p|li|h\d|t[dh])>")
"""Where a paragraph of a narrative ends; what an author writes as a tag comes out as text."""


@dataclass(frozen=True, slots=True)
class QuoteView:
    """Words of a source and the way into their passage."""

    text: str | None
    """None where only a link may be published."""
    href: str
    """Address of the passage."""
    speaker: str | None
    """Who is quoted as saying it, if not the article."""
    page: int | None
    """Its page in a PDF file, from 1."""


@dataclass(frozen=True, slots=True)
class NoteMark:
    """The numbers of some footnotes in a sentence: one link, to the first of them."""

    numbers: str
    """`3`, `1–4`, `1, 3–4`."""
    id: str
    footnote_id: str
    label: str
    """The same for those who listen: who says what."""


@dataclass(frozen=True, slots=True)
class Saying:
    """Who says what is cited, for the margin: a source, its stance, the way into its passage."""

    who: str
    stance: str
    href: str


@dataclass(frozen=True, slots=True)
class MarginNote:
    """What a mark rests on, in short, for the margin."""

    sayings: tuple[Saying, ...]
    words: str | None
    """The first words of the first quote; None where only a link may be published."""
    language: str | None
    """The language of these words; None where it is that of the site."""
    working: str | None
    """How a computed claim is computed; None for one that rests on quotes."""


@dataclass(frozen=True, slots=True)
class CitedClaim:
    """A verdict in a sentence and the footnotes that it rests on."""

    claim: ClaimCard
    is_bare: bool
    """Whether its glyph is enough, since the same paragraph already has the word."""
    mark: NoteMark | None
    """None where no source says it."""
    margin: MarginNote | None
    """None where the margin of the same paragraph has it already."""
    more: int
    """How many more footnotes the claim's own page has."""


@dataclass(frozen=True, slots=True)
class CitedClaims:
    """A citation in a narrative, resolved."""

    claims: tuple[CitedClaim, ...]


@dataclass(frozen=True, slots=True)
class Footnote:
    """What one source says for a claim, or against it, or of it."""

    number: int
    id: str
    quotes: tuple[QuoteView, ...]
    more: int
    """How many more quotes the claim's own page has."""
    stance: str
    claim: ClaimCard
    source: SourceCard
    marks: tuple[str, ...]
    """Ids of the marks that lead here."""


class _Key(NamedTuple):
    """What a footnote is about."""

    claim: str
    source: str
    stance: Stance


@dataclass(slots=True)
class _OpenFootnote:
    """A footnote while its page is read: the marks that lead to it gather."""

    number: int
    quotes: tuple[QuoteView, ...]
    more: int
    marks: list[str]


class Footnotes:
    """The footnotes of one page, numbered as they are first cited."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._cited: dict[_Key, _OpenFootnote] = {}
        self._in_paragraph: dict[str, set[tuple[_Key, ...]]] = {}
        """The claims that the present paragraph has cited, and by which footnotes."""

    def cite_all(self, parts: Sequence[Html | Citation]) -> tuple[Html | CitedClaims, ...]:
        """Resolve the citations among some parts; nothing where the parts are empty."""
        whole = tuple(self._part(part) for part in parts)
        return () if whole == (Html(""),) else whole

    def listed(self) -> tuple[Footnote, ...]:
        """List the footnotes by number."""
        return tuple(self._footnote(key, entry) for key, entry in self._cited.items())

    def _part(self, part: Html | Citation) -> Html | CitedClaims:
        if not isinstance(part, Html):
            return self._cite(part)
        if _BLOCK_END.search(part.text):
            self._in_paragraph.clear()
        return part

    def _cite(self, citation: Citation) -> CitedClaims:
        """Resolve one citation, naming each of its claims once."""
        chosen: dict[str, dict[_Key, None]] = {}
        for target in citation.targets:
            id_ = claim_of(target, self._site.judged.judgements, self._site.former)
            if id_:
                items = cited_items(target, self._site.judged.judgements[id_])
                keys = chosen.setdefault(id_, {})
                keys.update((_Key(id_, one.written.source, one.stance), None) for one in items)
        return CitedClaims(tuple(self._claim(id_, tuple(keys)) for id_, keys in chosen.items()))

    def _claim(self, id_: str, all_: tuple[_Key, ...]) -> CitedClaim:
        keys = all_[:_MOST_FOOTNOTES]
        is_bare = id_ in self._in_paragraph
        before = self._in_paragraph.setdefault(id_, set())
        is_told = keys in before
        before.add(keys)
        mark = self._mark(keys) if keys else None
        margin = None if is_told else self._margin(id_, keys)
        return CitedClaim(self._site.claims[id_], is_bare, mark, margin, len(all_) - len(keys))

    def _mark(self, keys: Sequence[_Key]) -> NoteMark:
        entries = []
        for key in keys:
            if key not in self._cited:
                self._cited[key] = self._open(key)
            entries.append(self._cited[key])
        first = entries[0]
        mention = f"-{len(first.marks) + 1}" if first.marks else ""
        id_ = f"ref-{first.number}{mention}"
        for entry in entries:
            entry.marks.append(id_)
        numbers = _ranges([entry.number for entry in entries])
        return NoteMark(numbers, id_, f"note-{first.number}", self._label(numbers, keys))

    def _label(self, numbers: str, keys: Sequence[_Key]) -> str:
        say = self._site.say
        sayings = [
            say(
                "%(source)s %(stance)s",
                source=self._site.sources[key.source].who,
                stance=say.word(key.stance.value),
            )
            for key in keys
        ]
        if len(keys) == 1:
            return say("Note %(number)s: %(saying)s", number=numbers, saying=sayings[0])
        return say("Notes %(numbers)s: %(sayings)s", numbers=numbers, sayings=say.listed(sayings))

    def _margin(self, id_: str, keys: Sequence[_Key]) -> MarginNote:
        quotes = [self._cited[key].quotes[0] for key in keys]
        words = quotes[0].text if quotes else None
        working = None if keys else workings.in_short(self._site, id_)
        return MarginNote(
            sayings=tuple(
                Saying(self._site.sources[key.source].who, key.stance.value, quote.href)
                for key, quote in zip(keys, quotes, strict=True)
            ),
            words=words and clipped(words, _FIRST_WORDS),
            language=self._site.sources[keys[0].source].language if keys else None,
            working=working,
        )

    def _open(self, key: _Key) -> _OpenFootnote:
        items = [
            item
            for item in self._site.judged.judgements[key.claim].items
            if item.written.source == key.source and item.stance is key.stance
        ]
        quotes = tuple(
            QuoteView(
                self._site.words(one), self._site.passage_href(one), one.speaker, one.anchor.page
            )
            for one in items[:_MOST_QUOTES]
        )
        return _OpenFootnote(len(self._cited) + 1, quotes, len(items) - len(quotes), [])

    def _footnote(self, key: _Key, entry: _OpenFootnote) -> Footnote:
        return Footnote(
            number=entry.number,
            id=f"note-{entry.number}",
            quotes=entry.quotes,
            more=entry.more,
            stance=key.stance.value,
            claim=self._site.claims[key.claim],
            source=self._site.sources[key.source],
            marks=tuple(entry.marks),
        )


def _ranges(numbers: Sequence[int]) -> str:
    """Write numbers as notes are cited: `3`, `1–4`, `1, 3–4`."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)
