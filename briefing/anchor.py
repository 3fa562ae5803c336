"""Find where each quote stands in its article, or say what is wrong with it.

One article at a time: its body is folded once, every quote is looked for in it, and what the pages
need of the text is kept, so that the text itself can be let go.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from briefing import quotes
from briefing.diagnostics import Diagnostic, Related, Span, diagnostic
from briefing.model.judged import Anchor, AnchoredArticle

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from briefing.model.content import Article, Content, Evidence, Ground, Source, Words

CONTEXT = 240
"""Characters of context on each side of a quote that a page may show."""
MOST_PLACES = 5
"""Places of a repeated quote that a diagnostic lists."""


class _Lines:
    """Turn offsets of a text into places of its file."""

    def __init__(self, article: Article) -> None:
        self.file = article.file
        self.note = "" if article.text_sha256 is None else " (in the text of the HTML)"
        self.starts = [0]
        at = article.text.find("\n")
        while at >= 0:
            self.starts.append(at + 1)
            at = article.text.find("\n", at + 1)

    def line(self, offset: int) -> int:
        """Give the line of an offset, from 1."""
        return bisect_right(self.starts, offset)

    def span(self, start: int, end: int) -> Span:
        """Give the place of a stretch of the text."""
        line, last = self.line(start), self.line(max(start, end - 1))
        return Span(
            self.file, line, start - self.starts[line - 1] + 1,
            last, end - self.starts[last - 1] + 1,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Text:
    """One article, cut and folded for matching."""

    source: str
    body: quotes.Body
    lines: _Lines


def anchor(
    source: Source, article: Article, evidence: Sequence[Evidence], grounds: Sequence[Ground]
) -> tuple[AnchoredArticle, tuple[Diagnostic, ...]]:
    """Anchor all evidence and all quoted grounds of one source in its article.

    Evidence stands in the body, or outside it where the item says so; grounds may stand anywhere
    in the file. What does not stand has no anchor and a diagnostic.
    """
    lines = _Lines(article)
    body, found = _body(source, article, lines)
    anchors: dict[Span, Anchor] = {}
    if body is not None:
        text = _Text(source.id, body, lines)
        for item in evidence:
            placed, mistakes = _place(item, text)
            found.extend(mistakes)
            if placed is not None:
                anchors[item.at] = placed
    if grounds:
        whole = quotes.cut(article.text)
        if isinstance(whole, quotes.Body):
            text = _Text(source.id, whole, lines)
            found.extend(mistake for ground in grounds for mistake in _check(ground.quote, text))
    anchored = AnchoredArticle(
        source=source.id,
        sha256=article.sha256,
        text_sha256=article.text_sha256,
        body=body.kept if body else (),
        anchors=MappingProxyType(anchors),
        text=article.text if source.publish == "full" else None,
    )
    return anchored, tuple(found)


def grounds_by_source(content: Content) -> Mapping[str, Sequence[Ground]]:
    """Gather the quoted grounds of sources and publishers by the source they stand in."""
    held: dict[str, list[Ground]] = defaultdict(list)
    for source in content.sources.values():
        for ground in source.ai_generated.grounds:
            held[ground.source or source.id].append(ground)
    for publisher in content.publishers.values():
        flagged = (ground for flag in publisher.flags for ground in flag.grounds)
        for ground in (*publisher.grade.grounds, *flagged):
            if ground.source is not None:
                held[ground.source].append(ground)
    return held


def _body(
    source: Source, article: Article, lines: _Lines
) -> tuple[quotes.Body | None, list[Diagnostic]]:
    """Cut the body; what keeps it from being cut is the author's to mend."""
    starts, ends = source.body_starts, source.body_ends
    omit = tuple(words.text for words in source.omit)
    cut = quotes.cut(
        article.text, starts.text if starts else None, ends.text if ends else None, omit
    )
    if isinstance(cut, quotes.Body):
        return cut, []
    entries: dict[quotes.Part, tuple[Words | None, ...]] = {
        quotes.Part.STARTS: (starts,),
        quotes.Part.ENDS: (ends,),
        quotes.Part.OMIT: source.omit,
    }
    found = []
    for problem in cut.problems:
        words = entries[problem.part][problem.index]
        at = words.at if words else source.at
        code = "body-ambiguous" if problem.fault is quotes.Fault.REPEATED else "body-not-found"
        message = f"'{problem.part.value}' of {source.id}: {problem.fault.value}"
        related = _places(((place,) for place in problem.places), lines)
        found.append(diagnostic(code, at, message, related=related))
    return None, found


def _place(item: Evidence, text: _Text) -> tuple[Anchor | None, tuple[Diagnostic, ...]]:
    """Find one quote in the body, or outside it where the item says so."""
    body = quotes.outside(text.body) if item.outside_body is not None else text.body
    searched = _Text(text.source, body, text.lines)
    prefix = item.prefix.text if item.prefix else None
    suffix = item.suffix.text if item.suffix else None
    outcome = quotes.locate(body, item.quote.text, prefix, suffix)
    if not isinstance(outcome, quotes.Match):
        if item.outside_body is None and isinstance(outcome, quotes.Missing):
            elsewhere = _outside(item.quote, text)
            if elsewhere is not None:
                return None, (elsewhere,)
        where = "outside the body" if item.outside_body is not None else "in the body"
        return None, (_mistake(item.quote, outcome, searched, where),)
    warnings = tuple(
        diagnostic("sense-turned", item.quote.at, f"{warning.says} in {text.source}",
                   related=_places(((warning.span,),), text.lines, "it stands here"))
        for warning in quotes.turned(body, outcome)
    )  # fmt: skip
    start = outcome.spans[0][0]
    return Anchor(outcome.spans, text.lines.line(start), _pieces(body, outcome)), warnings


def _outside(quote: Words, text: _Text) -> Diagnostic | None:
    """Say so where a quote that the body lacks stands elsewhere in the file."""
    found = quotes.locate(quotes.outside(text.body), quote.text)
    if not isinstance(found, quotes.Match | quotes.Ambiguous):
        return None
    match = found if isinstance(found, quotes.Match) else found.places[0]
    return diagnostic(
        "quote-outside-body",
        quote.at,
        f"it stands in the file of {text.source}, outside the body",
        hint="say with 'outside_body' why it is evidence, or mend the body in sources.yaml",
        related=_places((match.spans,), text.lines, "it stands here"),
    )


def _check(quote: Words, text: _Text) -> Iterator[Diagnostic]:
    """Check quoted grounds, which may stand anywhere in the file, and more than once."""
    outcome = quotes.locate(text.body, quote.text)
    if not isinstance(outcome, quotes.Match | quotes.Ambiguous):
        yield _mistake(quote, outcome, text, "in the file")


def _mistake(quote: Words, outcome: quotes.Outcome, text: _Text, where: str) -> Diagnostic:
    """Turn what came of looking for a quote into what the author should know."""
    if isinstance(outcome, quotes.Empty):
        return diagnostic("quote-empty", quote.at, "the quote holds no words")
    if isinstance(outcome, quotes.Ambiguous):
        count = len(outcome.places)
        message = f"it stands {count} times {where} of {text.source}"
        hint = "quote more words, or tell the places apart with 'prefix' or 'suffix'"
        related = _places((place.spans for place in outcome.places), text.lines, "one place")
        return diagnostic("quote-ambiguous", quote.at, message, hint=hint, related=related)
    if isinstance(outcome, quotes.InsideWord):
        end = "begins" if outcome.at_start else "ends"
        message = f"the quote {end} inside '{outcome.word}'"
        related = _places((outcome.word_spans,), text.lines, "the word stands here")
        return diagnostic("quote-cuts-word", quote.at, message, related=related)
    if isinstance(outcome, quotes.Missing) and outcome.lack is quotes.Lack.CONTEXT:
        message = f"it stands {where} of {text.source}, but not between these words"
        related = _places((place.spans for place in outcome.places), text.lines, "it stands here")
        return diagnostic("quote-not-found", quote.at, message, related=related)
    return _missing(quote, outcome, text, where)


def _missing(quote: Words, outcome: quotes.Outcome, text: _Text, where: str) -> Diagnostic:
    """Point at the first word that differs, and give the line to paste."""
    message = f"not {where} of {text.source}"
    if isinstance(outcome, quotes.Missing) and outcome.lack is not quotes.Lack.ABSENT:
        message += f": {outcome.lack.value}"
    near = quotes.nearest(text.body, quote.text)
    if near is None:
        hint = "no passage comes near it"
        return diagnostic("quote-not-found", quote.at, message, hint=hint)
    at, label = quote.at, None
    if near.first is not None:
        at = quote.inside(*near.first.at) if near.first.quote else quote.at
        label = _difference(near.first)
    return diagnostic(
        "quote-not-found", at, message,
        hint=f"paste  {near.passage}",
        label=label,
        related=_places((near.spans,), text.lines, f"the nearest passage: {_diff(near)}"),
    )  # fmt: skip


def _difference(change: quotes.Change) -> str:
    if not change.article:
        return "the article does not say this"
    if not change.quote:
        return f"the article adds '{change.article}'"
    return f"the article says {change.article}"


def _diff(near: quotes.Suggestion) -> str:
    """Write a word diff in one line: `[-308-]{+380+}`, as git's word diff does."""
    pieces = []
    for change in near.changes:
        if change.difference is quotes.Difference.SAME:
            pieces.append(change.article)
            continue
        removed = f"[-{change.quote}-]" if change.quote else ""
        added = f"{{+{change.article}+}}" if change.article else ""
        pieces.append(removed + added)
    return " ".join(" ".join(piece.split()) for piece in pieces)


def _places(
    places: Iterable[Iterable[tuple[int, int]]], lines: _Lines, message: str = "it stands here"
) -> tuple[Related, ...]:
    """Give the first few places of a text as related places, each by its first span."""
    firsts = [next(iter(spans), None) for spans in places]
    found = [span for span in firsts if span is not None]
    return tuple(
        Related(lines.span(*span), f"{message}{lines.note}") for span in found[:MOST_PLACES]
    )


def _pieces(body: quotes.Body, match: quotes.Match) -> tuple[tuple[str, bool], ...]:
    """Give the passage in its context, as written but with single spaces."""
    before, after = quotes.context(body, match, CONTEXT)
    pieces: list[tuple[str, bool]] = [(before, False)]
    last: int | None = None
    for start, end in match.parts:
        if last is not None:
            pieces.append((_single(body.written(last, start)), False))
        pieces.append((_single(body.written(start, end)), True))
        last = end
    pieces.append((after, False))
    return tuple(piece for piece in pieces if piece[0])


def _single(text: str) -> str:
    words = " ".join(text.split())
    return f"{' ' if text[:1].isspace() else ''}{words}{' ' if text[-1:].isspace() else ''}"
