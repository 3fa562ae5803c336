"""Turn a page's narrative, Markdown by hand, into HTML parts and citations with their places.

The one door of markdown-it. What an author writes stays inert: raw HTML comes out as text,
comments are dropped, images and links other than http, https, mailto and relative ones are
refused with a diagnostic. A citation is `[@claim]`, `[@claim/source]` or several of these apart
by semicolons; whether the ids exist is not known here. Code holds no citations.

The Markdown is CommonMark with GitHub's tables.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from briefing.diagnostics import Diagnostic, Span, diagnostic
from briefing.model.pages import Html
from briefing.prose.blocks import Block, Citation, Target, joined, read_block
from briefing.prose.links import safe_link, web_link
from briefing.prose.markdown import MARKDOWN, SLOT
from briefing.prose.places import Places
from briefing.prose.sentences import enclose
from briefing.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from markdown_it.token import Token

    from briefing.language.messages import Messages
    from briefing.prose.places import Start
    from briefing.prose.sentences import Ends

__all__ = [
    "Answer",
    "Block",
    "Citation",
    "Heading",
    "Link",
    "Prose",
    "Target",
    "parse",
    "safe_link",
    "web_link",
]


@dataclass(frozen=True, slots=True)
class Link:
    """A link to a path of the site, as the author wrote it, and where its block says so."""

    href: str
    at: Span


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading within a narrative; no other heading there has its `id`."""

    id: str
    text: str
    level: int


_PARAGRAPH = 3
"""How many tokens a paragraph has: it opens, its words, it closes."""
_TOP_HEADING = 2  # the page's own title is the one of level 1


@dataclass(frozen=True, slots=True)
class Answer:
    """The paragraph that opens a narrative and the list right after it: a sentence and its findings."""

    parts: tuple[Html | Citation, ...]
    """Joined they make well-formed HTML."""
    blocks: tuple[Block, ...]
    """The same words without HTML: the paragraph, then the paragraphs of the list."""


@dataclass(frozen=True, slots=True)
class Prose:
    """A narrative in the order of reading.

    `title` is the text of a heading of level 1 that opens the file, else None; the other headings
    begin at level 2 and skip none. `parts` joined make well-formed HTML.
    """

    title: str | None
    answer: Answer | None
    """None unless the text begins with a paragraph and a list."""
    parts: tuple[Html | Citation, ...]
    """What comes after the answer."""
    headings: tuple[Heading, ...]
    links: tuple[Link, ...]
    """Where it links to within the site, in the order of reading."""
    blocks: tuple[Block, ...]
    """The same words without HTML: title, headings, paragraphs and table rows, but no code."""
    diagnostics: tuple[Diagnostic, ...]

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The citations alone, in the order of reading."""
        answer = self.answer.parts if self.answer else ()
        return tuple(part for part in (*answer, *self.parts) if isinstance(part, Citation))


def _whole(_: str) -> Iterable[tuple[int, int]]:
    return ()


def parse(text: str, file: str, say: Messages, sentence_ends: Ends = _whole) -> Prose:
    """Read the Markdown `text` of `file` (a path relative to the project, for the places).

    `say` gives the words that are added to the author's; `sentence_ends` yields for each end of a
    sentence in a text the offsets where it ends and the next begins, and nothing for one sentence.

    Mistakes come as diagnostics `citation-malformed` and `unsafe-link`; nothing is raised.
    """
    text = text.removeprefix("\ufeff")
    places = Places(file, re.split(r"\r\n|\r|\n", text))
    reading = _Reading(places)
    headline, tokens = _split_title(MARKDOWN.parse(text))
    if headline is not None:
        reading.read(headline)
    _order_headings(tokens)
    end = _answer_end(tokens)
    before = len(reading.blocks)
    reading.read_all(tokens[:end])
    blocks = tuple(reading.blocks[before:])
    reading.read_all(tokens[end:])
    enclose(reading.said, sentence_ends)
    answer, parts = (
        tuple(_cut(_rendered(some, say), reading.citations))
        for some in (tokens[:end], tokens[end:])
    )
    return Prose(
        title=None if headline is None else reading.blocks[0].text,
        answer=Answer(answer, blocks) if end else None,
        parts=parts,
        headings=tuple(reading.headings),
        links=tuple(reading.links),
        blocks=tuple(reading.blocks),
        diagnostics=tuple(reading.found),
    )


class _Reading:
    """What is gathered while the blocks of one narrative are gone through in order."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self.citations: list[Citation] = []
        self.blocks: list[Block] = []
        self.headings: list[Heading] = []
        self.links: list[Link] = []
        self.found: list[Diagnostic] = []
        self.said: list[tuple[Token, Block]] = []
        """Paragraphs, items and cells, and their words."""
        self._row: list[Block] | None = None
        """The cells of the table row that is being read."""
        self._opening: Token | None = None
        """The opening of the heading that is being read."""
        self._ids: Counter[str] = Counter()

    def read_all(self, blocks: Iterable[Token]) -> None:
        """Settle some blocks and keep their words."""
        for block in blocks:
            _align_by_class(block)
            self.read(block)

    def read(self, block: Token) -> None:
        """Settle one block and keep its words."""
        if block.type == "heading_open":
            self._opening = block
        elif block.type == "tr_open":
            self._row = []
        elif block.type == "tr_close":
            self.blocks.append(joined(self._row or ()))
            self._row = None
        elif block.children:
            starts = self._places.lines_of(block)
            block.children = list(self._settle(block, starts, block.children))
            words = read_block(block, starts, self._places, self.citations)
            (self.blocks if self._row is None else self._row).append(words)
            if self._opening:
                self._head(self._opening, " ".join(words.text.split()))
                self._opening = None
            else:
                self.said.append((block, words))

    def _head(self, opening: Token, text: str) -> None:
        """Give a heading an id of its words, apart from the ids of the page around it."""
        base = "s-" + "-".join(re.findall(r"\w+", text.lower()))
        self._ids[base] += 1
        id_ = base if self._ids[base] == 1 else f"{base}.{self._ids[base]}"
        opening.attrSet("id", id_)
        self.headings.append(Heading(id_, text, int(opening.tag[1])))

    def _settle(
        self, block: Token, starts: Sequence[Start], children: Sequence[Token]
    ) -> Iterator[Token]:
        """Give a block's tokens with citations numbered and unsafe links left out."""
        kept: list[bool] = []
        for child in children:
            at = self._places.span(starts, *child.meta.get("from", (0, len(block.content))))
            if child.type == "citation":
                self._number(child, at, starts)
            elif child.type == "refused":
                self.found.append(
                    diagnostic(child.info, at, child.meta["why"], hint=child.meta["hint"])
                )
            elif child.type == "link_open":
                kept.append(self._accepts(str(child.attrs.get("href", "")), at))
            if child.type == "link_open" and not kept[-1]:
                continue
            if child.type == "link_close" and not kept.pop():
                continue
            yield child

    def _number(self, token: Token, at: Span, starts: Sequence[tuple[int, int, int]]) -> None:
        token.meta["slot"] = len(self.citations)
        targets = tuple(
            Target(claim, source, self._places.span(starts, *where))
            for claim, source, where in token.meta["targets"]
        )
        self.citations.append(Citation(targets, at))

    def _accepts(self, href: str, at: Span) -> bool:
        if safe_link(href):
            if not urlsplit(href).scheme:
                self.links.append(Link(href, at))
            return True
        hint = "link to http, https or mailto, or to a page of this site"
        self.found.append(
            diagnostic("unsafe-link", at, f"a narrative cannot link to {href}", hint=hint)
        )
        return False


def _split_title(tokens: list[Token]) -> tuple[Token | None, list[Token]]:
    """Take away a heading of level 1, of plain text, that opens the file."""
    if len(tokens) < 3 or tokens[0].tag != "h1":
        return None, tokens
    children = tokens[1].children or []
    if not children or not all(child.type == "text" for child in children):
        return None, tokens
    return tokens[1], tokens[3:]


def _answer_end(tokens: Sequence[Token]) -> int:
    """Find where the answer ends: after the list that follows a first paragraph, else 0."""
    if len(tokens) <= _PARAGRAPH or tokens[0].type != "paragraph_open":
        return 0
    closing = tokens[_PARAGRAPH].type.replace("list_open", "list_close")
    if not closing.endswith("list_close"):
        return 0
    level = tokens[_PARAGRAPH].level
    ends = (n for n, one in enumerate(tokens) if one.type == closing and one.level == level)
    return next(ends) + 1


def _rendered(tokens: Sequence[Token], say: Messages) -> str:
    added = {"table": say("Table"), "sentence": say("Link to this sentence")}
    return str(MARKDOWN.renderer.render(tokens, MARKDOWN.options, added))


def _order_headings(tokens: Sequence[Token]) -> None:
    """Renumber headings so that they begin at level 2 and skip no level downwards."""
    open_levels: list[int] = []
    for token in tokens:
        if token.type == "heading_open":
            level = int(token.tag[1])
            while open_levels and open_levels[-1] >= level:
                open_levels.pop()
            open_levels.append(level)
        if token.type in {"heading_open", "heading_close"}:
            token.tag = f"h{min(len(open_levels) + _TOP_HEADING - 1, 6)}"


def _align_by_class(token: Token) -> None:
    """Say a table cell's alignment by a class: the pages forbid inline styles."""
    style = token.attrs.pop("style", None)
    if style:
        token.attrSet("class", str(style).replace("text-align:", "align-"))


def _cut(html: str, citations: Sequence[Citation]) -> Iterator[Html | Citation]:
    """Cut rendered HTML at the slots of its citations."""
    pieces = SLOT.split(html)
    texts = (Html(piece) for piece in pieces[0::2])
    slots = (citations[int(number)] for number in pieces[1::2])
    yield next(texts)
    yield from chain.from_iterable(zip(slots, texts, strict=True))
