"""Cut articles into sentences, and know which of them are quoted or set aside."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from briefing import quotes
from briefing.anchor.text import Lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from briefing.diagnostics import Span
    from briefing.model.content import Article, Content, Source

    Spans = tuple[tuple[int, int], ...]

MOST = 600
"""Characters of a sentence; a longer one is a list or a table."""
FEWEST = 4
"""Words of a sentence; one of fewer states nothing that could be checked."""
_WORD = re.compile(r"\d[\d.,]*\d|\w+")
_STEM = 6
"""Letters of a word that are compared: those behind them are mostly endings."""
_BULLETS = "-*•·–—▪ \t\n\r"
_DIGITS = frozenset("0123456789")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


@dataclass(frozen=True, slots=True, eq=False)
class Read:
    """An article whose body was found."""

    source: Source
    voice: str
    article: Article
    body: quotes.Body


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """A sentence of an article. What only a shown one needs is found when it is asked for."""

    read: Read
    start: int
    """Where it begins in the text of the article, in code points; `end` is exclusive."""
    end: int
    stems: frozenset[str]

    @property
    def source(self) -> str:
        """The id of its source."""
        return self.read.source.id

    @property
    def voice(self) -> str:
        """The voice of its source."""
        return self.read.voice

    @property
    def raw(self) -> str:
        """Return its words as the article has them, line ends and all."""
        return self.read.article.text[self.start : self.end]

    @property
    def text(self) -> str:
        """Return its words with single spaces, without the sign of a list."""
        return " ".join(self.raw.lstrip(_BULLETS).split())

    @property
    def at(self) -> Span:
        """Say where it is in the file of the article."""
        return Lines(self.read.article).span(self.start, self.end)


class Taken:
    """What claims quote of articles and authors set aside, looked up where it is asked for."""

    def __init__(self, content: Content) -> None:
        self._quotes: dict[str, list[tuple[str, str]]] = defaultdict(list)
        self._spans: dict[str, list[tuple[int, int, str | None]]] = {}
        for claim in content.claims.values():
            for item in claim.items:
                self._quotes[item.source].append((claim.id, item.quote.text))

    def by(self, passage: Passage) -> frozenset[str]:
        """Return the ids of the claims that quote a part of a passage."""
        return frozenset(id_ for id_ in self._touching(passage) if id_ is not None)

    def is_free(self, passage: Passage) -> bool:
        """Tell whether no claim quotes a passage and nobody set it aside."""
        return not any(True for _ in self._touching(passage))

    def _touching(self, passage: Passage) -> Iterator[str | None]:
        for first, last, id_ in self._of(passage.read):
            if first < passage.end and passage.start < last:
                yield id_

    def _of(self, read: Read) -> list[tuple[int, int, str | None]]:
        """Return the spans of an article with the claim that quotes each, or None for what is set aside."""
        source = read.source
        if source.id not in self._spans:
            wanted: list[tuple[str | None, str]] = [*self._quotes[source.id]]
            wanted += [(None, one.quote.text) for one in source.set_aside]
            self._spans[source.id] = [
                (*span, id_) for id_, text in wanted for span in _spans(read.body, text)
            ]
        return self._spans[source.id]


def stems(text: str) -> frozenset[str]:
    """Return what is compared of a text: numbers, and the beginnings of words in one case.

    Scripts without blanks between words give pairs of neighbouring characters.
    """
    return frozenset(chain.from_iterable(map(_stems, text.split())))


@cache
def _stems(word: str) -> tuple[str, ...]:
    """Return the stems of what is written between two blanks, kept as most words recur."""
    words = _WORD.findall(word.casefold())
    held = [word if word[0] in _DIGITS else word[:_STEM] for word in words]
    if not word.isascii() and _UNSPACED.search(word):
        held += [word[at : at + 2] for word in words for at in range(len(word) - 1)]
    return tuple(held)


def passages(
    articles: Iterable[tuple[Source, Article | None]], voice_of: Mapping[str, str]
) -> Iterator[Passage]:
    """Yield the sentences of all articles, in order; of one that cannot be read, none."""
    for source, article in articles:
        body = _body(source, article) if article is not None else None
        if article is not None and body is not None:
            yield from _of_article(Read(source, voice_of[source.id], article, body))


def _of_article(read: Read) -> Iterator[Passage]:
    text = read.article.text
    for start, end in _sentences(read.body, read.source.language):
        held = stems(text[start:end])
        if len(held) >= FEWEST:
            passage = Passage(read, start, end, held)
            if end - start <= MOST or len(passage.text) <= MOST:
                yield passage


def _body(source: Source, article: Article) -> quotes.Body | None:
    starts, ends = source.body_starts, source.body_ends
    edges = (starts.text if starts else None, ends.text if ends else None)
    body = quotes.cut(article.text, *edges, tuple(words.text for words in source.omit))
    return body if isinstance(body, quotes.Body) else None


def _sentences(body: quotes.Body, language: str) -> Iterator[tuple[int, int]]:
    for first, last in body.kept:
        text = body.file[first:last]
        start = 0
        for end, following in (*quotes.sentence_ends(text, language), (len(text), len(text))):
            if text[start:end].strip():
                yield first + start, first + end
            start = following


def _spans(body: quotes.Body, quote: str) -> Spans:
    found = quotes.locate(body, quote)
    return found.spans if isinstance(found, quotes.Match) else ()
