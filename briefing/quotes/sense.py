"""Notice words that turn the sense of a quote and were left out of it.

"will sink the stock" is a verbatim quote of "nothing suggests that it will sink the stock", and an
unfair one. Three places are read: the three words before the quote and the three after it, no
further than their clause, and the words that an elision swallowed, no further than the sentence of
the part that they belong to. What is found is a reason to look, never an error. At most one word,
that nearest to the quote, is named for each place.

The words stand in the tables of the language. They are few on purpose: a warning that is wrong every
other time is soon not read. "Plans to" and "expects" are not among them, since the claim says what
is planned. A language without tables has no such words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from briefing.language import known
from briefing.quotes.body import BREAK, Body, Span
from briefing.quotes.matching import Match
from briefing.quotes.sentences import sentence_ends
from briefing.quotes.turning import Turning, turning
from briefing.quotes.words import words

NEAR = 3
"""How many words to either side of a quote are read."""

_APART = {ord(sign): " " for sign in "-()[]{}.,;:!?\"'/<>≤≥≈~±"}
_FAR = 48  # characters in which the few words are looked for
_LEAD = 16  # how far back the end of a sentence can be seen
_SPACE = re.compile(" ")
_CLAUSE_MARKS = ",;:.!?()—–"
_CLAUSE_SIGNS = frozenset(".,;:!?()[]{}")
_DASHES = frozenset("‒–—―")


class Where(Enum):
    """Where a word stands that turns the sense of a quote."""

    BEFORE = "just before the quote"
    AFTER = "just after the quote"
    LEFT_OUT = "where the quote leaves words out"


@dataclass(frozen=True, slots=True)
class SenseWarning:
    """A word that may turn the sense of a quote and is no part of it.

    `word` is as written in the body, folded; `span` is its place in the file.
    """

    word: str
    where: Where
    span: Span

    @property
    def says(self) -> str:
        """What is to be seen, as a sentence without its full stop."""
        return f"'{self.word}' is {self.where.value}"


def turned(body: Body, match: Match, language: str) -> tuple[SenseWarning, ...]:
    """Return the words around and inside `match` that turn its sense, in the order of the text.

    `language` is the BCP 47 tag of the text.
    """
    tables = known(language)
    if tables is None:
        return ()
    by, parts = turning(tables), match.parts
    found = [(_before_quote(by, body, parts[0]), Where.BEFORE)]
    found += [(_left_out(by, body, *pair), Where.LEFT_OUT) for pair in pairwise(parts)]
    found.append((_after_quote(by, body, parts[-1]), Where.AFTER))
    return tuple(
        SenseWarning(body.text[slice(*at)], where, body.spans(*at)[0])
        for at, where in found
        if at is not None
    )


def clause_start(text: str, at: int) -> int:
    """Return where the clause of `text` that leads up to `at` begins: behind its last mark."""
    return max(text.rfind(sign, 0, at) + 1 for sign in _CLAUSE_MARKS)


def denied(text: str, at: int, language: str) -> str | None:
    """Return the word that denies what stands at `at` in `text`, in the clause that leads up to it.

    Unlike `turned` this reads the words of a quote itself, as far back as their clause goes.
    """
    tables = known(language)
    if tables is None:
        return None
    by = turning(tables)
    found = _nearest(by, by.denying, text, (clause_start(text, at), at), last=True)
    if found is None or by.indirect.search(text, found[1], at):
        return None
    return text[slice(*found)]


def _before_quote(by: Turning, body: Body, part: Span) -> Span | None:
    start = part[0]
    bound = _bound_before(by, body.text, part, 0)
    if bound is not None:
        return bound
    if not _in_sight(by, by.telling_earlier, body.text[max(start - _FAR, 0) : start]):
        return None
    return _nearest(by, by.earlier, body.text, _clause_before(body, start), last=True)


def _after_quote(by: Turning, body: Body, part: Span) -> Span | None:
    end = part[1]
    cut = _cut_behind(by, body.text, part)
    if cut is not None:
        return cut
    if not _in_sight(by, by.telling_later, body.text[end : end + _FAR]):
        return None
    return _nearest(by, by.later, body.text, _clause_after(by, body, part))


def _cut_behind(by: Turning, text: str, part: Span) -> Span | None:
    """Find the scale or the bound that was cut off the figure with which a quote ends."""
    end = part[1]
    tail = text[max(part[0], end - _FAR) : end]
    if by.number.search(tail) is not None:
        scale = by.scales.match(text, end)
        if scale is None and by.money.search(tail):
            scale = by.scales_of_money.match(text, end)
        if scale is not None:
            return scale.span("word")
    bound = by.bounds_after.match(text, end)
    return bound.span("word") if bound and by.counted.search(tail) else None


def _in_sight(by: Turning, telling: frozenset[str], text: str) -> bool:
    """Say whether a word of a table may stand in `text`: beside most quotes none does."""
    return not telling.isdisjoint(text.translate(_APART).casefold().split()) or any(
        ending in text for ending in by.endings
    )


def _bound_before(by: Turning, text: str, part: Span, floor: int) -> Span | None:
    """Find the bound directly before a part that starts with a figure, no further back than `floor`."""
    start = part[0]
    if not by.figure.match(text, *part):
        return None
    region = (max(start - _FAR, floor), start)
    matches = (pattern.search(text, *region) for pattern in by.bounds_before)
    return next((match.span("word") for match in matches if match), None)


def _left_out(by: Turning, body: Body, left: Span, right: Span) -> Span | None:
    """Find what between two parts of a quote turns either, in the sentence of that part."""
    start, end = left[1], right[0]
    bound = _bound_before(by, body.text, right, start)
    ends = _sentence_ends(by, body, max(start - _LEAD, left[0]), start, end)
    if not ends:
        return (
            bound
            or _nearest(by, by.earlier, body.text, (start, end), last=True)
            or _nearest(by, by.between, body.text, (start, end))
        )
    after_left, before_right = (start, max(ends[0][0], start)), (ends[-1][1], end)
    return (
        _nearest(by, by.later, body.text, after_left)
        or bound
        or _nearest(by, by.earlier, body.text, before_right, last=True)
    )


def _sentence_ends(by: Turning, body: Body, lead: int, start: int, end: int) -> list[Span]:
    """Return where sentences end and begin from `start` to `end`, seen from `lead` before it."""
    stops = [
        (lead + at, lead + following)
        for at, following in sentence_ends(body.text[lead : end + 1], by.language)
        if start <= lead + following <= end
    ]
    return sorted([*stops, *((at, at + 1) for at in _blank_lines(body, start, end))])


def _nearest(
    by: Turning, pattern: re.Pattern[str], text: str, region: Span, *, last: bool = False
) -> Span | None:
    """Return the first or last span in `region` that `pattern` names as its word."""
    matches = pattern.finditer(text, *region)
    found = [
        match.span("word") for match in matches if match["word"] and match["word"] not in by.names
    ]
    return found[-1 if last else 0] if found else None


def _clause_before(body: Body, start: int) -> Span:
    """Return the span of the last few words before `start`, no further back than their clause."""
    first = max(start - _FAR, body.text.rfind(BREAK, max(start - _FAR, 0), start) + 1, 0)
    if blanks := _blank_lines(body, first, start):
        first = blanks[-1] + 1
    near = [(first + at, first + end) for at, end in words(body.text[first:start])]
    taken = list(_same_clause(body, reversed(near)))
    return (taken[-1][0] if taken else start), start


def _clause_after(by: Turning, body: Body, part: Span) -> Span:
    """Return the span of the first few words after `part`, no further than their clause.

    A condition may follow its clause after a comma (", unless"), so a first comma is passed for it.
    """
    end = part[1]
    if body.text[end - 1] in ".!?":
        return end, end
    found = body.text.find(BREAK, end, end + _FAR)
    last = found if found >= 0 else min(end + _FAR, len(body.text))
    if blanks := _blank_lines(body, end, last):
        last = blanks[0]
    near = [(end + at, end + till) for at, till in words(body.text[end:last])]
    if near and body.text[slice(*near[0])] == ",":
        near = near[1:2] if by.condition.match(body.text, near[0][1]) else []
    taken = list(_same_clause(body, near))
    return end, (taken[-1][1] if taken else end)


def _same_clause(body: Body, near: Iterable[Span]) -> Iterator[Span]:
    """Yield from `near`, words and signs going away from a quote, until the clause or NEAR ends."""
    count = 0
    for at, end in near:
        sign = body.text[at]
        if sign in _CLAUSE_SIGNS or (sign == "-" and _is_dash(body, at)):
            return
        yield at, end
        count += sign.isalnum()
        if count == NEAR:
            return


def _is_dash(body: Body, at: int) -> bool:
    """Say whether the folded `-` at `at` was a dash rather than a hyphen: `—`, or `--`."""
    written = body.written(at, at + 1)
    return written in _DASHES or "-" in {body.text[at - 1 : at], body.text[at + 1 : at + 2]}


def _blank_lines(body: Body, start: int, end: int) -> list[int]:
    """Return the folded spaces from `start` to `end` that were breaks between paragraphs."""
    if body.written(start, end).count("\n") < 2:
        return []
    spaces = (match.start() for match in _SPACE.finditer(body.text, start, end))
    return [at for at in spaces if body.written(at, at + 1).count("\n") > 1]
