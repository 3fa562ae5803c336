"""Set a narrative: a verdict in each sentence that cites, and numbered footnotes that lead back.

A footnote is what one source says for one claim, or against it. Cited again on the same page it keeps
its number.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from briefing.model.pages import Html
from briefing.view import words
from briefing.view.citations import cited_items, claim_of
from briefing.view.records import record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.model.judged import Stance
    from briefing.model.pages import Record
    from briefing.prose import Block, Citation
    from briefing.view.cards import ClaimCard, SourceCard
    from briefing.view.site import Site

_MOST_FOOTNOTES = 6
"""How many footnotes one mention of a claim gets; the claim's own page shows all its items."""

_LONGEST_ANSWER = 700
"""How many characters of an answer describe its page to those who share it."""

_MOST_QUOTES = 3
"""How many quotes of one source a footnote holds."""


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
class FootnoteMark:
    """The mark of a footnote in a sentence, and the footnote in short for the margin."""

    number: int
    id: str
    footnote_id: str
    stance: str
    source: SourceCard
    quote: QuoteView
    """The first of the footnote's quotes."""


@dataclass(frozen=True, slots=True)
class CitedClaim:
    """A verdict in a sentence and the footnotes that it rests on."""

    claim: ClaimCard
    marks: tuple[FootnoteMark, ...]
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


@dataclass(frozen=True, slots=True)
class NarrativeView:
    """A narrative ready for its template, with its footnotes in order."""

    answer: tuple[Html | CitedClaims, ...]
    """The sentence that opens it and its findings; empty where it begins otherwise."""
    parts: tuple[Html | CitedClaims, ...]
    """What follows; empty where the answer is all."""
    footnotes: tuple[Footnote, ...]


def heading(site: Site, page: str) -> str:
    """Take the heading that opens a narrative, else the title that `briefing.yaml` gives."""
    prose = site.narratives.get(page)
    if prose and prose.title:
        return prose.title
    settings = site.judged.content.settings
    titles = {topic.id: topic.title for topic in settings.topics}
    return titles.get(page, settings.title)


def narrative(site: Site, page: str) -> NarrativeView | None:
    """Resolve the citations of a page's narrative and number its footnotes in the order of reading.

    None where the page has no narrative. What is cited but does not exist has been reported with
    the site and is left out here.
    """
    prose = site.narratives.get(page)
    if prose is None:
        return None
    footnotes = _Footnotes(site)
    answer = footnotes.cite_all(prose.answer.parts) if prose.answer else ()
    parts = footnotes.cite_all(prose.parts)
    return NarrativeView(answer, parts, footnotes.listed())


def answer_in_words(site: Site, page: str) -> str | None:
    """Give a page's answer as plain text, with the verdict's word behind what is cited.

    None where its narrative opens with none.
    """
    prose = site.narratives.get(page)
    if prose is None or prose.answer is None:
        return None
    texts = " • ".join(_with_verdicts(site, block) for block in prose.answer.blocks)
    return words.clipped(" ".join(texts.split()), _LONGEST_ANSWER)


def _with_verdicts(site: Site, block: Block) -> str:
    pieces, at = [], 0
    for offset, citation in block.citations:
        ids = [claim_of(one, site.judged.judgements, site.former) for one in citation.targets]
        verdicts = dict.fromkeys(site.say.word(site.claims[id_].verdict) for id_ in ids if id_)
        told = site.say("(%(verdicts)s)", verdicts=site.say.listed(tuple(verdicts)))
        pieces += [block.text[at:offset].rstrip(), f" {told}" if verdicts else ""]
        at = offset
    return "".join((*pieces, block.text[at:])).strip()


def narrative_record(site: Site, page: str, kind: str) -> Record:
    """Give what a search finds in a page's narrative: its words, without its title and citations."""
    prose = site.narratives.get(page)
    texts = [block.text for block in prose.blocks[prose.title is not None :]] if prose else []
    return record(f"{page}.html", heading(site, page), kind, texts)


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


class _Footnotes:
    """The footnotes of one page, numbered as they are first cited."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._cited: dict[_Key, _OpenFootnote] = {}

    def cite_all(self, parts: Sequence[Html | Citation]) -> tuple[Html | CitedClaims, ...]:
        """Resolve the citations among some parts; nothing where the parts are empty."""
        whole = tuple(part if isinstance(part, Html) else self.cite(part) for part in parts)
        return () if whole == (Html(""),) else whole

    def cite(self, citation: Citation) -> CitedClaims:
        """Resolve one citation, naming each of its claims once."""
        chosen: dict[str, dict[_Key, None]] = {}
        for target in citation.targets:
            id_ = claim_of(target, self._site.judged.judgements, self._site.former)
            if id_:
                items = cited_items(target, self._site.judged.judgements[id_])
                keys = chosen.setdefault(id_, {})
                keys.update((_Key(id_, one.written.source, one.stance), None) for one in items)
        return CitedClaims(tuple(self._claim(id_, tuple(keys)) for id_, keys in chosen.items()))

    def _claim(self, id_: str, keys: Sequence[_Key]) -> CitedClaim:
        marks = tuple(self._mark(key) for key in keys[:_MOST_FOOTNOTES])
        return CitedClaim(self._site.claims[id_], marks, len(keys) - len(marks))

    def _mark(self, key: _Key) -> FootnoteMark:
        if key not in self._cited:
            self._cited[key] = self._open(key)
        entry = self._cited[key]
        mention = f"-{len(entry.marks) + 1}" if entry.marks else ""
        entry.marks.append(f"ref-{entry.number}{mention}")
        return FootnoteMark(
            number=entry.number,
            id=entry.marks[-1],
            footnote_id=f"note-{entry.number}",
            stance=key.stance.value,
            source=self._site.sources[key.source],
            quote=entry.quotes[0],
        )

    def _open(self, key: _Key) -> _OpenFootnote:
        items = [
            item
            for item in self._site.judged.judgements[key.claim].items
            if item.written.source == key.source and item.stance is key.stance
        ]
        quotes = tuple(
            QuoteView(
                self._site.quote(one), self._site.passage_href(one), one.speaker, one.anchor.page
            )
            for one in items[:_MOST_QUOTES]
        )
        return _OpenFootnote(len(self._cited) + 1, quotes, len(items) - len(quotes), [])

    def listed(self) -> tuple[Footnote, ...]:
        """List the footnotes by number."""
        return tuple(self._footnote(key, entry) for key, entry in self._cited.items())

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
