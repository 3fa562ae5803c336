"""Find the one place at which a quote appears in a body.

A quote is verbatim: it passes only if, folded, it appears in the body exactly once. Where it does
not, the outcome says so as a value; none of these functions raises.

A quote may leave words out with `…`, `...`, `[…]` or `[...]`. Such a mark may also appear in the
article itself, so the quote is looked for as written first, and only where that is not found is it
read as parts. The parts must then occur in order, at most 300 characters apart, each at the nearest
place from which the rest can be reached.

`prefix` and `suffix` are the words that come directly before and after, as in the
TextQuoteSelector of the W3C Web Annotation Data Model (section 4.2.4); white space between them and
the quote does not count.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from enum import Enum

from briefing.quotes.body import BREAK, Body, Span
from briefing.quotes.folding import fold
from briefing.quotes.words import inside_word, whole_words
from briefing.values import dataclass

REACH = 300
"""How many characters, after folding, an elision may leave out."""

MOST_PARTS = 16
"""How many parts a quote may have: it bounds the work that one quote can ask for."""

MOST_PLACES = 100
"""How many places of a quote are listed if it occurs more often."""

_Place = tuple[Span, ...]

_ELISION = re.compile(r"\[\.\.\.\]|\.\.\.")  # as folded: NFKC makes `...` of `…`


@dataclass(frozen=True, slots=True)
class Match:
    """The place of a quote.

    `parts` are spans of `Body.text`, one for each part of the quote; `spans` are spans of the file,
    more than one where the quote elides or runs across omitted text. Code points, 0-based, end
    exclusive, in order.
    """

    parts: tuple[Span, ...]
    spans: tuple[Span, ...]


class Lack(Enum):
    """Why a quote is not found in a body."""

    ABSENT = "some or all of it is nowhere in the text"
    APART = "its parts are in the text, but not close together in this order"
    CONTEXT = "found, but not between this prefix and suffix"
    TOO_MANY_PARTS = "it has too many parts"


@dataclass(frozen=True, slots=True)
class Missing:
    """A quote that is not found in the body.

    `part` is what was not found: for `ABSENT` the first absent part of the folded quote, otherwise
    the whole folded quote. `places`, for `CONTEXT`, are where it is with other words around it.
    """

    lack: Lack
    part: str
    places: tuple[Match, ...] = ()


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """A quote that appears in the body `count` times; `places` are the first of them, in order.

    Two or more, and at most `MOST_PLACES`.
    """

    places: tuple[Match, ...]
    count: int


@dataclass(frozen=True, slots=True)
class InsideWord:
    """A quote that appears once, but starts or ends (one of its parts does) inside a word.

    `word` is that word or number, folded, and `word_spans` are its spans in the file; `at_start`
    says whether it is the start that cuts it.
    """

    match: Match
    word: str
    word_spans: tuple[Span, ...]
    at_start: bool


@dataclass(frozen=True, slots=True)
class Empty:
    """A quote in which nothing, or nothing but marks of elision, is left after folding."""


Outcome = Match | Missing | Ambiguous | InsideWord | Empty


def locate(body: Body, quote: str, prefix: str | None = None, suffix: str | None = None) -> Outcome:
    """Find the one place at which `quote` appears in `body`, between `prefix` and `suffix`."""
    wanted = fold(quote).text.strip(" ")
    parts = tuple(wanted[slice(*span)] for span in elided_spans(wanted))
    if not parts:
        return Empty()
    places: list[_Place] = [((at, at + len(wanted)),) for at in body.finder.occurrences(wanted)]
    if places:
        parts = (wanted,)
    else:
        if missing := _missing(body, wanted, parts):
            return missing
        places = _chains(body, parts)
        if not places:
            return Missing(Lack.APART, wanted)
    kept = _between(body, places, parts, prefix, suffix)
    if not kept:
        return Missing(Lack.CONTEXT, wanted, _matches(body, places))
    if len(kept) > 1:
        return Ambiguous(_matches(body, kept), len(kept))
    (match,) = _matches(body, kept)
    return _cut_word(body, match) or match


def elided_spans(folded: str) -> tuple[Span, ...]:
    """Return the spans of the parts of a folded quote between its marks of elision.

    Spaces at the edges are outside, and no part is empty.
    """
    if "..." not in folded:
        return (whole,) if (whole := _trim(folded, 0, len(folded)))[0] < whole[1] else ()
    marks = [match.span() for match in _ELISION.finditer(folded)]
    starts = [0, *(end for _, end in marks)]
    ends = [*(start for start, _ in marks), len(folded)]
    trimmed = (_trim(folded, start, end) for start, end in zip(starts, ends, strict=True))
    return tuple((start, end) for start, end in trimmed if start < end)


def _trim(folded: str, start: int, end: int) -> Span:
    """Narrow a span of folded text, in which runs of spaces are single, by a space at each edge."""
    if folded[start:end].startswith(" "):
        start += 1
    return start, end - folded[start:end].endswith(" ")


def _missing(body: Body, wanted: str, parts: tuple[str, ...]) -> Missing | None:
    if len(parts) > MOST_PARTS:
        return Missing(Lack.TOO_MANY_PARTS, wanted)
    found = (next(body.finder.occurrences(part), None) for part in parts)
    absent = next((part for part, at in zip(parts, found, strict=True) if at is None), None)
    return Missing(Lack.ABSENT, absent) if absent else None


def _chains(body: Body, parts: tuple[str, ...]) -> list[_Place]:
    """Return every way to find `parts` in order within reach: one for each place of the first.

    Goes from the last part to the first and keeps, of each, the places that have a continuation,
    so that no way is tried twice: the time is the number of places at which the parts stand.
    """
    regions = body.finder.regions(parts, REACH)
    places = {
        part: [at for span in regions for at in body.finder.occurrences(part, *span)]
        for part in set(parts)
    }
    chains: list[_Place] = [((at, at + len(parts[-1])),) for at in places[parts[-1]]]
    for part in reversed(parts[:-1]):
        starts = [chain[0][0] for chain in chains]
        longer: list[_Place] = []
        for at in places[part]:
            end = at + len(part)
            nearest = bisect_left(starts, end)
            if nearest < len(starts) and starts[nearest] - end <= REACH:
                longer.append(((at, end), *chains[nearest]))
        chains = longer
    return [chain for chain in chains if BREAK not in body.text[chain[0][0] : chain[-1][1]]]


def _matches(body: Body, places: list[_Place]) -> tuple[Match, ...]:
    return tuple(
        Match(parts, tuple(span for part in parts for span in body.spans(*part)))
        for parts in places[:MOST_PLACES]
    )


def _between(
    body: Body,
    places: list[_Place],
    parts: tuple[str, ...],
    prefix: str | None,
    suffix: str | None,
) -> list[_Place]:
    """Keep the places directly before which `prefix` and directly after which `suffix` stands.

    Looks for each together with the part beside it, so that the time does not grow with the places.
    """
    if prefix and (before := fold(prefix).text.strip(" ")):
        starts = {
            at + len(before) + len(space)
            for space in ("", " ")
            for at in body.finder.occurrences(before + space + parts[0])
        }
        places = [place for place in places if place[0][0] in starts]
    if suffix and (after := fold(suffix).text.strip(" ")):
        ends = {
            at + len(parts[-1])
            for space in ("", " ")
            for at in body.finder.occurrences(parts[-1] + space + after)
        }
        places = [place for place in places if place[-1][1] in ends]
    return places


def _cut_word(body: Body, match: Match) -> InsideWord | None:
    for start, end in match.parts:
        for at, at_start in ((start, True), (end, False)):
            if inside_word(body.text, at):
                word = whole_words(body.text, (at, at))
                return InsideWord(match, body.text[slice(*word)], body.spans(*word), at_start)
    return None
