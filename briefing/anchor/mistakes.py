"""Tell an author why a quote is not found, where it is nearly there, and what to paste."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing import quotes
from briefing.anchor.fixes import prefix, same_words, whole_word
from briefing.anchor.text import Searched, places
from briefing.diagnostics import Diagnostic, diagnostic
from briefing.model.figures import Sign

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.model.content import Words
    from briefing.model.figures import Quantity
    from briefing.model.judged import CutFigure

    Spans = tuple[tuple[int, int], ...]

_BESIDE = 24  # how far from a figure the words that turn its sense are, in characters


def mistake(quote: Words, outcome: quotes.Outcome, text: Searched, where: str) -> Diagnostic:
    """Turn what came of looking for a quote into what the author should know."""
    if isinstance(outcome, quotes.Empty):
        return diagnostic("quote-empty", quote.at, "the quote is empty")
    if isinstance(outcome, quotes.Ambiguous):
        count = outcome.count
        message = f"found {count} times {where} of {text.source}"
        hint = "quote more words, or use 'prefix' or 'suffix' to say which place is meant"
        related = places((place.spans for place in outcome.places), text.lines, "one place")
        fix = prefix(quote, outcome, text)
        return diagnostic("quote-ambiguous", quote.at, message, hint=hint, related=related, fix=fix)
    if isinstance(outcome, quotes.InsideWord):
        end = "begins" if outcome.at_start else "ends"
        message = f"the quote {end} inside '{outcome.word}'"
        related = places((outcome.word_spans,), text.lines, "the word is here")
        fix = whole_word(quote, outcome, text)
        return diagnostic("quote-cuts-word", quote.at, message, related=related, fix=fix)
    if isinstance(outcome, quotes.Missing) and outcome.lack is quotes.Lack.CONTEXT:
        message = f"found {where} of {text.source}, but not between these words"
        related = places((place.spans for place in outcome.places), text.lines, "found here")
        return diagnostic("quote-not-found", quote.at, message, related=related)
    return _missing(quote, outcome, text, where)


def _missing(quote: Words, outcome: quotes.Outcome, text: Searched, where: str) -> Diagnostic:
    """Point at the first word that differs, and give the line to paste."""
    message = f"not {where} of {text.source}"
    if isinstance(outcome, quotes.Missing) and outcome.lack is not quotes.Lack.ABSENT:
        message += f": {outcome.lack.value}"
    near = quotes.nearest(text.body, quote.text)
    if near is None:
        hint = "no similar passage found"
        return diagnostic("quote-not-found", quote.at, message, hint=hint)
    at, label = quote.at, None
    if near.first is not None:
        at = quote.inside(*near.first.at) if near.first.quote else quote.at
        label = _difference(near.first)
    return diagnostic(
        "quote-not-found", at, message,
        hint=f"paste  {near.passage}",
        label=label,
        related=places((near.spans,), text.lines, f"the nearest passage: {_diff(near)}"),
        fix=same_words(quote, near),
    )  # fmt: skip


def outside(quote: Words, text: Searched) -> Diagnostic | None:
    """Say so where a quote that the body lacks is elsewhere in the file."""
    found = quotes.locate(quotes.outside(text.body), quote.text)
    if not isinstance(found, quotes.Match | quotes.Ambiguous):
        return None
    match = found if isinstance(found, quotes.Match) else found.places[0]
    return diagnostic(
        "quote-outside-body",
        quote.at,
        f"found in the file of {text.source}, but outside the body",
        hint="explain with 'outside_body' why it counts, or fix the body in sources.yaml",
        related=places((match.spans,), text.lines, "found here"),
    )


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


def differing(
    there: quotes.Around,
    cut: Sequence[tuple[CutFigure, Quantity, tuple[int, int]]],
    told: Sequence[tuple[int, int]],
) -> Iterator[tuple[str, Spans]]:
    """Say what makes another figure of one that a quote cuts, with its spans in the file.

    `told` are the spans of words that are told already: those near it are the reason.
    """
    for one, figure, place in cut:
        spans = there.spans(*place)
        start, end = spans[0][0], spans[-1][1]
        if not any(start - _BESIDE <= at < end + _BESIDE for at, _ in told):
            yield _otherwise(one, figure), spans


def _otherwise(one: CutFigure, figure: Quantity) -> str:
    words = f"'{' '.join(figure.text.split())}'"
    if one.whole is None:
        return f"with the words around the quote, {words} is not read as a figure"
    if one.is_part:
        return f"the words before the quote speak of a part of {words}"
    whole = " ".join(one.whole.text.split())
    if whole != " ".join(figure.text.split()):
        return f"the quote has {words} of '{whole}'"
    if one.whole.sign is Sign.MINUS:
        return f"the words around the quote make {words} a fall or a loss"
    return f"the words around the quote make another figure of {words}"
