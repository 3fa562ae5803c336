"""Cut articles into sentences, and know which of them are quoted or set aside."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing import quotes
from briefing.anchor.text import Lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

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
class Passage:
    """A sentence of an article."""

    source: str
    voice: str
    text: str
    """With single spaces."""
    at: Span
    """Where it is in the file of the article."""
    quoted_by: frozenset[str]
    """The ids of the claims that quote a part of it."""
    is_aside: bool
    stems: frozenset[str]


def stems(text: str) -> frozenset[str]:
    """Return what is compared of a text: numbers, and the beginnings of words in one case.

    Scripts without blanks between words give pairs of neighbouring characters.
    """
    words = _WORD.findall(text.casefold())
    held = {word if word[0] in _DIGITS else word[:_STEM] for word in words}
    if text.isascii() or not _UNSPACED.search(text):
        return frozenset(held)
    pairs = (word[at : at + 2] for word in words for at in range(len(word) - 1))
    return frozenset(held.union(pairs))


def passages(
    content: Content,
    articles: Iterable[tuple[Source, Article | None]],
    voice_of: Mapping[str, str],
) -> Iterator[Passage]:
    """Yield the sentences of all articles, in order; of one that cannot be read, none."""
    quoted: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for claim in content.claims.values():
        for item in claim.items:
            quoted[item.source].append((claim.id, item.quote.text))
    for source, article in articles:
        body = _body(source, article) if article is not None else None
        if article is not None and body is not None:
            of: list[tuple[int, int, str | None]]
            of = [(*span, id_) for id_, text in quoted[source.id] for span in _spans(body, text)]
            aside = (span for one in source.set_aside for span in _spans(body, one.quote.text))
            of += [(*span, None) for span in aside]
            yield from _of_article(source, article, body, voice_of[source.id], of)


def _of_article(
    source: Source,
    article: Article,
    body: quotes.Body,
    voice: str,
    taken: Sequence[tuple[int, int, str | None]],
) -> Iterator[Passage]:
    """Yield the sentences of one article; `taken` are spans with the claim that quotes them, or None."""
    lines = Lines(article)
    for start, end in _sentences(body, source.language):
        text = " ".join(article.text[start:end].lstrip(_BULLETS).split())
        held = stems(text)
        if len(text) > MOST or len(held) < FEWEST:
            continue
        touching = {id_ for first, last, id_ in taken if first < end and start < last}
        claims = frozenset(id_ for id_ in touching if id_ is not None)
        at = lines.span(start, end)
        yield Passage(source.id, voice, text, at, claims, None in touching, held)


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
