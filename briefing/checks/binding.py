"""Hold a narrative's figures to its citations.

A sentence that holds a figure cites, and the figure equals, by *same*, a figure of a cited claim or
of its evidence. Bare years, ordinals and names are no figures, and plain counts of the briefing's
own things ("five articles", "two voices") need no citation.
"""

from __future__ import annotations

import re
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from briefing.diagnostics import Diagnostic, diagnostic
from briefing.figures import quantities_agree, read, unread
from briefing.language import known, table
from briefing.model.figures import QuantityKind
from briefing.quotes import sentence_ends
from briefing.values import replace

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
    from decimal import Decimal

    from briefing.diagnostics import Span
    from briefing.model.figures import Quantity, UnreadNumber
    from briefing.model.judged import Judgement
    from briefing.prose import Block, Citation, Prose

    Place = Callable[[Quantity | UnreadNumber], Span]

_figures = lru_cache(4096)(read)
"""Narratives cite the same claims again and again, and the next run of a preview reads them again."""
_unread = lru_cache(4096)(unread)
_NUMBERS = re.compile(r"[0-9](?:[0-9.,/]*[0-9])?|[^\W\d_]+(?:-[^\W\d_]+)*")
MOST_NAMED = 4
"""Figures of the cited claims that a diagnostic lists."""


def check_binding(
    narrative: Prose,
    judgements: Mapping[str, Judgement],
    former: Mapping[str, str],
    language: str,
    languages: Mapping[str, str],
    unread: Collection[str] = (),
) -> Iterator[Diagnostic]:
    """Find figures of a narrative that cite nothing, or something else.

    `former` maps former ids of claims to present ones; `language` is the BCP 47 tag of the
    narrative and of statements, `languages` holds those of sources by id; `unread` holds
    `claim/source` of items that could not be read. A citation that is malformed, of a claim that is not there or of one that was
    not read whole is another rule's business, and binds whatever figure appears beside it.
    """
    partly = frozenset(item.partition("/")[0] for item in unread if "/" in item)
    for block in narrative.blocks:
        for start, end, cited in _sentences(block, language):
            figures, numbers = _stated(block.text[start:end], language)
            if not (figures or numbers):
                continue
            place = partial(_place, block, start)
            if not cited:
                yield from map(partial(_unbound, place), (*figures, *numbers))
                continue
            told = _cited(cited, judgements, former, partly, (language, languages))
            if told is None:
                continue
            theirs = [figure for words in told for figure in _figures(*words)]
            yield from (
                _differs(place, one, theirs) for one in figures if not _is_told(one, theirs)
            )
            said = _numbers(words for words, _ in told)
            yield from (_not_read(place, one) for one in numbers if one.text.casefold() not in said)


def _stated(words: str, language: str) -> tuple[Sequence[Quantity], Sequence[UnreadNumber]]:
    """Give the figures of a sentence that are to be bound, and its numbers that are not read."""
    tables = known(language)
    if tables is None:
        return (), ()
    held = table(tables, "narratives")
    figures = [
        one for one in _figures(words, language)
        if one.kind is not QuantityKind.ORDINAL and one.unit not in held["own_things"]
    ]  # fmt: skip
    taking_up = tuple(held["taking_up"])
    numbers = [
        one for one in _unread(words, language)
        if not (one.text.isalpha() and words.startswith(taking_up, one.end + 1))
    ]  # fmt: skip
    return figures, numbers


def _place(block: Block, start: int, one: Quantity | UnreadNumber) -> Span:
    return block.at(start + one.start, start + one.end)


def _is_told(figure: Quantity, theirs: Sequence[Quantity]) -> bool:
    """Tell whether figures say what one of prose does; the ends of a range may be two of them."""
    if any(quantities_agree(figure, one) for one in theirs):
        return True
    if not figure.is_range or figure.hedge.is_bound:
        return False
    ends = (_alone(figure, figure.first), _alone(figure, figure.last))
    return all(any(quantities_agree(end, one) for one in theirs) for end in ends)


def _alone(figure: Quantity, end: Decimal) -> Quantity:
    half = figure.grain / 2
    return replace(figure, first=end, last=end, low=end - half, high=end + half, is_range=False)


def _unbound(place: Place, one: Quantity | UnreadNumber) -> Diagnostic:
    message = f"'{one.text}' is in a sentence that cites no claim"
    hint = "cite its claim, for example [@claim-id]"
    return diagnostic("unbound-figure", place(one), message, hint=hint)


def _differs(place: Place, figure: Quantity, theirs: Sequence[Quantity]) -> Diagnostic:
    texts = list(dict.fromkeys(one.text for one in theirs))[:MOST_NAMED]
    message = f"'{figure.text}' is not a figure of the claims that this sentence cites"
    if figure.text in texts:
        hint = "the words around it give it a different direction from the cited figures"
    elif texts:
        hint = f"the cited figures are {', '.join(texts)}"
    else:
        hint = "the cited claims have no figures"
    return diagnostic("figure-differs", place(figure), message, hint=hint)


def _not_read(place: Place, number: UnreadNumber) -> Diagnostic:
    message = f"'{number.text}' is not read as a figure, and no claim that is cited has it"
    hint = "write it as the cited claims do, or say in other words what it counts"
    return diagnostic("number-unread", place(number), message, hint=hint)


def _numbers(texts: Iterable[str]) -> frozenset[str]:
    """Return the numbers of texts, in digits and in words, as they are written."""
    return frozenset(one.casefold() for text in texts for one in _NUMBERS.findall(text))


def _sentences(block: Block, language: str) -> Iterator[tuple[int, int, tuple[Citation, ...]]]:
    """Yield each sentence of a block, as offsets of its text, with its citations.

    A citation after the full stop belongs to the sentence before it. A table's row is one.
    """
    start = taken = 0
    for _, following in (*sentence_ends(block.text, language), (0, len(block.text))):
        first = taken
        while taken < len(block.citations) and block.citations[taken][0] <= following:
            taken += 1
        held = block.citations[first:taken]
        yield start, following, tuple(citation for _, citation in held)
        start = following


def _cited(
    cited: tuple[Citation, ...],
    judgements: Mapping[str, Judgement],
    former: Mapping[str, str],
    partly: frozenset[str],
    languages: tuple[str, Mapping[str, str]],
) -> list[tuple[str, str]] | None:
    """Gather the words of what is cited, each with its language.

    None where something cited is not there, or not whole. Quotes count as the author wrote them:
    whether they stand is another rule's business too.
    """
    told: list[tuple[str, str]] = []
    for target in (target for citation in cited for target in citation.targets):
        judgement = judgements.get(target.claim) or judgements.get(former.get(target.claim, ""))
        if judgement is None or judgement.claim.id in partly:
            return None
        told.append((judgement.claim.statement.text, languages[0]))
        told += [
            (item.quote.text, languages[1].get(item.source, languages[0]))
            for item in judgement.claim.items
            if target.source in (None, item.source)
        ]
    return None if any(not citation.targets for citation in cited) else told
