"""Look in all other articles for quotes that are not found in the one that is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing import quotes
from briefing.anchor.text import Lines
from briefing.diagnostics import Related
from briefing.units import anew
from briefing.values import replace

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from briefing.diagnostics import Diagnostic, Span
    from briefing.model.content import Article, Item, Source
    from briefing.units import Units

    Places = dict[Span, list[tuple[str, Span]]]
    """By the place of a quote: the sources that hold it, each with the place in its file."""

MOST = 20
"""Lost quotes that are looked for elsewhere, the first ones."""
_LEAST = 12
"""Characters of a quote that says by itself where it is from."""


def found_elsewhere(
    found: list[Diagnostic],
    quoted: Mapping[str, Sequence[Item]],
    articles: Iterable[tuple[Source, Article | None]],
    unit: Units = anew,
) -> list[Diagnostic]:
    """Say of quotes that were not found which other source has them.

    `quoted` are all items by their sources. `articles` are all articles; they are read once more, and only
    if there is a quote to look for.
    """
    lost = _lost(found, quoted)
    places: Places = {}
    for source, article in articles if lost else ():
        body = _body(source, article, unit) if article is not None else None
        if article is None or body is None:
            continue
        for item in lost:
            match = quotes.locate(body, item.quote.text) if item.source != source.id else None
            if isinstance(match, quotes.Match):
                place = Lines(article).span(*match.spans[0])
                places.setdefault(item.quote.at, []).append((source.id, place))
    return [_told(one, places) for one in found] if places else found


def _lost(found: Iterable[Diagnostic], quoted: Mapping[str, Sequence[Item]]) -> list[Item]:
    missed = [one.at for one in found if one.code == "quote-not-found"]
    if not missed:
        return []
    items = (item for listed in quoted.values() for item in listed)
    lost = [
        item
        for item in items
        if len(item.quote.text) >= _LEAST and any(_holds(item.quote.at, at) for at in missed)
    ]
    return lost[:MOST]


def _body(source: Source, article: Article, unit: Units) -> quotes.Body | None:
    starts, ends = source.body_starts, source.body_ends
    edges = (starts.text if starts else None, ends.text if ends else None)
    omit = tuple(words.text for words in source.omit)
    body = unit(("body", source.id), quotes.cut, article.text, *edges, omit)
    return body if isinstance(body, quotes.Body) else None


def _told(one: Diagnostic, places: Places) -> Diagnostic:
    if one.code != "quote-not-found":
        return one
    held = next((where for at, where in places.items() if _holds(at, one.at)), None)
    if held is None:
        return one
    names = " or ".join(dict.fromkeys(source for source, _ in held))
    related = tuple(Related(place, f"the quote is in {source}") for source, place in held)
    hint = f"name the source that the quote is from:  {names}"
    return replace(one, hint=hint, related=(*related, *one.related), label=None)


def _holds(quote: Span, at: Span) -> bool:
    """Tell whether a finding is in the words of a quote."""
    return quote.file == at.file and quote.line <= at.line <= quote.end_line and (
        quote.line != quote.end_line or quote.column <= at.column <= quote.end_column
    )  # fmt: skip
