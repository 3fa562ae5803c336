"""Anchor all that is quoted from one article.

Its body is folded once, every quote is looked for in it, and what the pages need of the text is
kept, so that the text itself can be let go.
"""

from __future__ import annotations

from collections import defaultdict
from types import MappingProxyType
from typing import TYPE_CHECKING

from briefing import quotes
from briefing.anchor.mistakes import differing, mistake, outside
from briefing.anchor.text import Lines, Searched, places
from briefing.checks.account import account
from briefing.checks.cut_figures import cut_figures, cut_number
from briefing.checks.rows import is_in_row
from briefing.diagnostics import Diagnostic, Span, blocks, diagnostic
from briefing.language import known
from briefing.language.identify import UNDETERMINED, name_of, visibly_other
from briefing.model.judged import Anchor, AnchoredArticle
from briefing.units import anew
from briefing.values import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from briefing.diagnostics import Related
    from briefing.model.content import Article, Content, Ground, Item, Source, Words
    from briefing.model.judged import Account
    from briefing.units import Units

    Spans = tuple[tuple[int, int], ...]

CONTEXT = 240
"""Characters of context on each side of a quote that a page may show."""


@dataclass(frozen=True, slots=True)
class _Found:
    """Where a quote is, and each word about it that turns its sense, with its place."""

    anchor: Anchor
    turned: tuple[tuple[str, tuple[Related, ...]], ...]


def anchor(
    source: Source,
    article: Article,
    evidence: Sequence[Item],
    grounds: Sequence[Ground],
    unit: Units = anew,
    *,
    accounted: bool = False,
    whole: bool = True,
) -> tuple[AnchoredArticle, tuple[Diagnostic, ...]]:
    """Anchor all evidence and all quoted grounds of one source in its article.

    An item appears in the body, or outside it where the item says so; grounds may appear anywhere
    in the file. What is not found has no anchor and a diagnostic. A source that says
    `account: full` is accounted for, and so is any other where `accounted` asks for it. `whole`
    says that every claim could be read: else what is left may be quoted by one that could not.

    Each quote is a unit that reads its words and not where they were written: a line put in above
    moves the annotations of a whole file and none of the passages.
    """
    lines = unit(("lines", source.id), Lines, article)
    body, found = _body(source, article, lines, unit)
    anchors: Mapping[Span, Anchor] = {}
    accounting = None
    language, mistaken = _language(source, body, unit)
    found.extend(mistaken)
    if body is not None:
        text = Searched(source.id, body, lines, language, source.yen)
        anchors, mistakes = _place_all(evidence, text, unit)
        found.extend(mistakes)
        aside = [_aside(one.quote, text) for one in source.set_aside]
        found.extend(one for one in aside if isinstance(one, Diagnostic))
        if accounted or source.account == "full":
            excused = tuple(one for one in aside if not isinstance(one, Diagnostic))
            accounting = _account(text, anchors.values(), excused, unit)
    if grounds:
        found.extend(_check(grounds, article, lines, language))
    if accounting is not None and source.account == "full" and whole and not blocks(found):
        found.extend(accounting.left)
    anchored = AnchoredArticle(
        source=source.id,
        sha256=article.sha256,
        text_sha256=article.text_sha256,
        language=language,
        body=body.kept if body else (),
        anchors=MappingProxyType(anchors),
        text=article.text if source.publish == "full" else None,
        account=accounting,
    )
    return anchored, tuple(found)


def as_read(content: Content, articles: Mapping[str, AnchoredArticle]) -> Content:
    """Give each source the language in which its article is read."""
    other = {
        id_: replace(content.sources[id_], language=one.language)
        for id_, one in articles.items()
        if one.language != content.sources[id_].language
    }
    if not other:
        return content
    return replace(content, sources=MappingProxyType({**content.sources, **other}))


def grounds_by_source(content: Content) -> Mapping[str, Sequence[Ground]]:
    """Gather the quoted grounds of sources and publishers by the source they are in."""
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


def _language(
    source: Source, body: quotes.Body | None, unit: Units
) -> tuple[str, tuple[Diagnostic, ...]]:
    """Return the BCP 47 tag in which a body is read: none that has tables if it looks otherwise."""
    if body is None or known(source.language) is None:
        return source.language, ()
    other = unit(("language", source.id), visibly_other, body.text, source.language)
    if other is None:
        return source.language, ()
    message = f"{source.id} is not in '{source.language}': its words look {name_of(other)}"
    hint = f"write  language: {other}  in its entry; no figures are read from it until then"
    return UNDETERMINED, (diagnostic("language-other", source.at, message, hint=hint),)


def _body(
    source: Source, article: Article, lines: Lines, unit: Units
) -> tuple[quotes.Body | None, list[Diagnostic]]:
    """Cut the body; what prevents it is for the author to fix."""
    starts, ends = source.body_starts, source.body_ends
    omit = tuple(words.text for words in source.omit)
    cut = unit(
        ("body", source.id),
        quotes.cut,
        article.text,
        starts.text if starts else None,
        ends.text if ends else None,
        omit,
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
        related = places(((place,) for place in problem.places), lines)
        found.append(diagnostic(code, at, message, related=related))
    return None, found


def _place_all(
    items: Iterable[Item], text: Searched, unit: Units
) -> tuple[Mapping[Span, Anchor], list[Diagnostic]]:
    """Find each quote; the anchors are of those that stand, by the place of the item."""
    anchors: dict[Span, Anchor] = {}
    found: list[Diagnostic] = []
    for item in items:
        placed, mistakes = _place(item, text, unit)
        found.extend(mistakes)
        if placed is not None:
            anchors[item.at] = placed
    return anchors, found


def _place(item: Item, text: Searched, unit: Units) -> tuple[Anchor | None, tuple[Diagnostic, ...]]:
    """Find one quote in the body, or outside it where the item says so."""
    beside = item.outside_body is not None
    quote = item.quote.text
    prefix = item.prefix.text if item.prefix else None
    suffix = item.suffix.text if item.suffix else None
    name = ("quote", text.source, quote, prefix, suffix, beside)
    found = unit(name, _find, text, quote, prefix, suffix, beside=beside)
    if isinstance(found, _Found):
        if item.head is not None:
            head = quotes.locate(text.body, item.head.text)
            if not isinstance(head, quotes.Match):
                return None, (mistake(item.head, head, text, "in the body"),)
        warnings = (
            diagnostic("sense-turned", item.quote.at, f"{says} in {text.source}", related=places)
            for says, places in found.turned
        )
        headed = item.head is not None  # its figure is read by the head, and not by its row's words
        return replace(found.anchor, cut=()) if headed else found.anchor, tuple(warnings)
    if not beside and isinstance(found, quotes.Missing):
        elsewhere = outside(item.quote, text)
        if elsewhere is not None:
            return None, (elsewhere,)
    where = "outside the body" if beside else "in the body"
    return None, (mistake(item.quote, found, _searched(text, beside=beside), where),)


def _find(
    text: Searched, quote: str, prefix: str | None, suffix: str | None, *, beside: bool
) -> _Found | quotes.Outcome:
    body = _searched(text, beside=beside).body
    outcome = quotes.locate(body, quote, prefix, suffix)
    if not isinstance(outcome, quotes.Match):
        return outcome
    start = outcome.spans[0][0]
    there = quotes.around(body, outcome, quote, text.language)
    if number := cut_number(there, text.language):
        word = there.text[number.start : number.end]
        spans = there.spans(number.start, number.end)
        return quotes.InsideWord(outcome, word, spans, number.at_start)
    turned = quotes.turned(body, outcome, text.language)
    turning = [one.span for one in turned]
    in_row = is_in_row(body.file, start, outcome.spans[-1][1])
    cut = tuple(cut_figures(there, text.language, text.yen, turning, in_row=in_row))
    warned = (
        *((one.says, (one.span,)) for one in turned),
        *differing(there, cut, turning),
    )
    shown = quotes.context(body, outcome, CONTEXT, text.language)
    return _Found(
        Anchor(
            outcome.spans,
            text.lines.line(start),
            shown.pieces,
            shown.span,
            tuple(one for one, _, _ in cut),
            page=text.lines.page(start),
            in_row=in_row,
        ),
        tuple((says, places((spans,), text.lines)) for says, spans in warned),
    )


def _searched(text: Searched, *, beside: bool) -> Searched:
    return replace(text, body=quotes.outside(text.body)) if beside else text


def _account(
    text: Searched, anchors: Iterable[Anchor], excused: tuple[Spans, ...], unit: Units
) -> Account:
    claimed = tuple(one.spans for one in anchors)
    name = ("account", text.source)
    return unit(
        name, account, text.source, text.language, text.body, claimed, excused, text.lines.span
    )


def _aside(quote: Words, text: Searched) -> Spans | Diagnostic:
    """Find words set aside in the body."""
    outcome = quotes.locate(text.body, quote.text)
    if isinstance(outcome, quotes.Match):
        return outcome.spans
    return mistake(quote, outcome, text, "in the body")


def _check(
    grounds: Sequence[Ground], article: Article, lines: Lines, language: str
) -> Iterator[Diagnostic]:
    """Check quoted grounds, which may appear anywhere in the file, and more than once."""
    whole = quotes.cut(article.text)
    if isinstance(whole, quotes.Uncut):
        raise TypeError("a text of which nothing is cut cannot be uncut")
    text = Searched(article.source, whole, lines, language)
    for ground in grounds:
        outcome = quotes.locate(whole, ground.quote.text)
        if not isinstance(outcome, quotes.Match | quotes.Ambiguous):
            yield mistake(ground.quote, outcome, text, "in the file")
