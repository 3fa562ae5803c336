"""Notice words that turn the sense of a quote and were left out of it.

"will sink the stock" is a verbatim quote of "nothing suggests that it will sink the stock", and an
unfair one. Four places are read: the three words before the quote and the three after it, no
further than their clause, and the words that an elision swallowed, no further than the sentence of
the part that they belong to, and the start of the next sentence, which may take it back. What is found is a reason to look, never an error. At most one word,
that nearest to the quote, is named for each place.

The words are in the tables of the language. They are few on purpose: a warning that is wrong every
other time is soon not read. "Plans to" and "expects" are not among them, since the claim says what
is planned. A language without tables has no such words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import Enum
from itertools import pairwise

from briefing.language import known
from briefing.language.parting import parted
from briefing.language.questions import question_mark
from briefing.quotes.body import BREAK, Body, PartedBody, Span
from briefing.quotes.cut_figures import bound_after, bound_before, scale_after
from briefing.quotes.following import taken_back
from briefing.quotes.matching import Match
from briefing.quotes.sentences import CLAUSE_SIGNS, DASHES, sentence_ends
from briefing.quotes.turning import Turning, nearest, turning
from briefing.values import dataclass

NEAR = 3
"""How many words to either side of a quote are read."""

_NEAR_LED = 8
"""How many before one such as "that", which leads on from them."""

_APART = bytes(code if code > 127 or chr(code).isalnum() else 32 for code in range(256))
_FAR = 48  # characters in which the few words are looked for
_FAR_LED = 128  # and those before one that leads on
_LEAD = 16  # how far back the end of a sentence can be seen
_SPACE = re.compile(" ")
_STOPPING = CLAUSE_SIGNS | frozenset("[]{}")  # what brackets hold, somebody else says


class Where(Enum):
    """Where a word is that turns the sense of a quote."""

    BEFORE = "just before the quote"
    AFTER = "just after the quote"
    LEFT_OUT = "where the quote leaves words out"
    NEXT = "in the next sentence"


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
    back, whole = taken_back(body.text, match.parts[-1][1], tables), body
    pieces = parted(body.text, language)
    if pieces is not None:
        body = PartedBody.of(body, pieces)
        match = Match(tuple(pieces.inner(*part) for part in match.parts), match.spans)
    by, parts = turning(tables), match.parts
    found = [(_before_quote(by, body, parts[0]), Where.BEFORE)]
    found += [(_left_out(by, body, *pair), Where.LEFT_OUT) for pair in pairwise(parts)]
    found.append((_after_quote(by, body, parts[-1]), Where.AFTER))
    warned = [(body, at, where) for at, where in found]
    return tuple(
        SenseWarning(held.said(*at), where, held.spans(*at)[0])
        for held, at, where in (*warned, (whole, back, Where.NEXT))
        if at is not None
    )


def _before_quote(by: Turning, body: Body, part: Span) -> Span | None:
    start = part[0]
    if bound := _bound_before(by, body, part, 0):
        return bound
    begun = by.leads.match(body.text, start, part[1])
    end = begun.end() if begun else start
    near = _words_of(body.text[max(end - _FAR, 0) : end])
    led = not by.led_by.isdisjoint(near[-NEAR:])
    sight = body.text[max(start - (_FAR_LED if led else _FAR), 0) : start]
    if not _in_sight(by, by.telling_earlier, _words_of(sight) if led else near, sight):
        return None
    count = _NEAR_LED if near and near[-1] in by.leading else NEAR
    found = nearest(by, by.earlier, body.text, _clause_before(by, body, end, count), last=True)
    if found is None and led:
        return nearest(by, by.led, body.text, _clause_before(by, body, end, _NEAR_LED), last=True)
    return found


def _after_quote(by: Turning, body: Body, part: Span) -> Span | None:
    end = part[1]
    sight = body.text[end : end + _FAR]
    near = _words_of(sight)
    if found := _number_after(by, body, part, end + len(sight), near):
        return found
    if (mark := _asked(body, part)) is not None:
        return mark
    if not _in_sight(by, by.telling_later, near, sight):
        return None
    return nearest(by, by.later, body.text, _clause_after(by, body, part))


def _asked(body: Body, part: Span) -> Span | None:
    """Find the question mark of the sentence that `part` is cut from; one inside the quote is no cut."""
    mark = question_mark(body.text, part[1])
    if mark is None or body.text[part[1] - 1] in ".!?。！？" or _blank_lines(body, part[1], mark):
        return None
    return mark, mark + 1


def _words_of(text: str) -> list[bytes]:
    """Return the words of a text in lower case and UTF-8, since bytes are parted fastest."""
    return text.casefold().encode(errors="replace").translate(_APART).split()


def _in_sight(by: Turning, telling: frozenset[bytes], near: list[bytes], text: str) -> bool:
    """Say whether a word of a table may appear in `text`: beside most quotes none does."""
    if not telling.isdisjoint(near):
        return True
    for ending in by.endings:  # noqa: SIM110 (asked beside every quote, and a third faster)
        if ending in text:
            return True
    return False


def _bound_before(by: Turning, body: Body, part: Span, floor: int) -> Span | None:
    """Find what bounds the figure that `part` starts with, in its paragraph and behind `floor`."""
    found = bound_before(body.text, part, by.language)
    if found is None or found[0] < floor or _blank_lines(body, found[0], part[0]):
        return None
    return found


def _number_after(
    by: Turning, body: Body, part: Span, limit: int, near: list[bytes]
) -> Span | None:
    """Find the scale or bound of the figure that `part` ends with, in its paragraph up to `limit`.

    `near` holds the words from its end to `limit`.
    """
    found = scale_after(body.text, part, limit, by.language) or bound_after(
        body.text, part, limit, by.language, near
    )
    return None if found is None or _blank_lines(body, part[1], found[1]) else found


def _left_out(by: Turning, body: Body, left: Span, right: Span) -> Span | None:
    """Find what between two parts of a quote turns either, in the sentence of that part."""
    start, end = left[1], right[0]
    limit = min(start + _FAR, end)
    if found := _number_after(by, body, left, limit, _words_of(body.text[start:limit])):
        return found
    bound = _bound_before(by, body, right, start)
    ends = _sentence_ends(by, body, max(start - _LEAD, left[0]), start, end)
    if not ends:
        return (
            bound
            or nearest(by, by.earlier, body.text, (start, end), last=True)
            or nearest(by, by.between, body.text, (start, end))
        )
    after_left, before_right = (start, max(ends[0][0], start)), (ends[-1][1], end)
    return (
        nearest(by, by.later, body.text, after_left)
        or bound
        or nearest(by, by.earlier, body.text, before_right, last=True)
    )


def _sentence_ends(by: Turning, body: Body, lead: int, start: int, end: int) -> list[Span]:
    """Return where sentences end and begin from `start` to `end`, seen from `lead` before it."""
    stops = [
        (lead + at, lead + following)
        for at, following in sentence_ends(body.text[lead : end + 1], by.language)
        if start <= lead + following <= end
    ]
    return sorted([*stops, *((at, at + 1) for at in _blank_lines(body, start, end))])


def _clause_before(by: Turning, body: Body, start: int, count: int) -> Span:
    """Return the span of the last `count` words before `start`, no further back than their clause."""
    far = max(start - (_FAR if count == NEAR else _FAR_LED), 0)
    first = max(far, body.text.rfind(BREAK, far, start) + 1)
    if blanks := _blank_lines(body, first, start):
        first = blanks[-1] + 1
    near = body.words(first, start)
    taken = list(_same_clause(body, reversed(near), count, by.joined))
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
    near = body.words(end, last)
    if near and body.text[slice(*near[0])] == ",":
        near = near[1:] if by.condition.match(body.text, near[0][1]) else []
    taken = list(_same_clause(body, near))
    return end, (taken[-1][1] if taken else end)


def _same_clause(
    body: Body, near: Iterable[Span], most: int = NEAR, joined: tuple[str, ...] = ()
) -> Iterator[Span]:
    """Yield `most` words of `near`, words and signs going away from a quote, until the clause ends.

    A comma before one of `joined` ends none.
    """
    count, last = 0, ""
    for at, end in near:
        sign = body.text[at]
        if sign == "," and last in joined:
            continue
        last = body.text[at:end].casefold()
        if sign in _STOPPING or (sign == "-" and _is_dash(body, at)):
            return
        yield at, end
        count += sign.isalnum()
        if count == most:
            return


def _is_dash(body: Body, at: int) -> bool:
    """Say whether the folded `-` at `at` was a dash rather than a hyphen: `—`, or `--`."""
    written = body.written(at, at + 1)
    return written in DASHES or "-" in {body.text[at - 1 : at], body.text[at + 1 : at + 2]}


def _blank_lines(body: Body, start: int, end: int) -> list[int]:
    """Return the folded spaces from `start` to `end` that were breaks between paragraphs."""
    if body.written(start, end).count("\n") < 2:
        return []
    spaces = (match.start() for match in _SPACE.finditer(body.text, start, end))
    return [at for at in spaces if body.written(at, at + 1).count("\n") > 1]
