"""Notice words that turn the sense of a quote and were left out of it.

"will sink the stock" is a verbatim quote of "nothing suggests that it will sink the stock", and an
unfair one. Three places are read: the three words before the quote and the three after it, no
further than their clause, and the words that an elision swallowed, no further than the sentence of
the part that they belong to. What is found is a reason to look, never an error. At most one word,
that nearest to the quote, is named for each place.

The tables are literal and short on purpose: a warning that is wrong every other time is soon not
read. "Plans to" and "expects" are not among them, since what is planned is for the claim to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from briefing.quotes.body import BREAK, Body, Span
from briefing.quotes.matching import Match
from briefing.quotes.sentences import sentence_ends
from briefing.quotes.words import words

NEAR = 3
"""How many words to either side of a quote are read."""

_NEGATIONS = (
    "not", "never", "cannot", "hardly", "scarcely", "far from", "instead of", "rather than",
    "failed to", "fails to", "fail to", "refused to", "refuses to", "denied", "denies", "deny",
    "rejected", "rejects", "ruled out",
)  # fmt: skip
# Inside a quote these are mostly about something else.
_DENIALS = (
    *_NEGATIONS, "no", "nor", "neither", "none", "nobody", "nothing", "without", "barely",
)  # fmt: skip
_CONTRADICTIONS = (*_NEGATIONS, "no truth", "untrue", "false", "wrong", "incorrect")
_DOUBTS = (
    "could", "may", "might", "would", "if", "unless", "whether", "unlikely", "perhaps", "possibly",
    "potentially", "allegedly", "reportedly", "supposedly", "rumoured", "rumored",
)  # fmt: skip
# Only where they stand directly before a figure.
_BOUNDS = (
    "up to", "at least", "at most", "as much as", "as many as", "more than", "less than",
    "fewer than", "over", "under", "above", "below", "nearly", "almost", "about", "around",
    "roughly", "approximately", "an estimated", "some", "close to", "just over", "just under",
)  # fmt: skip
# Only after the quote. A doubt there speaks of the quote as a subject, and does not turn it.
_AFTERTHOUGHTS = (
    "not", "never", "no", "unless", "except", "excluding", "if", "provided", "or more", "or less",
    "or fewer",
)  # fmt: skip
# Directly after a quote that ends with a digit these make another number of it.
_SCALES = (
    "hundred", "thousand", "million", "billion", "trillion", "mn", "mln", "bn", "bln", "tn",
    "percent", "per cent", "percentage",
)  # fmt: skip
# These look like a denial and are none.
_HARMLESS = ("not only", "not just", "not merely", "not least", "no doubt", "no less")
_BOUND_SIGNS = "<>≤≥≈~±"
_CONDITION = re.compile(r" ?(?:unless|except|provided|if)\b", re.IGNORECASE)

_SPACE = re.compile(" ")

_APART = {ord(sign): " " for sign in "-()[]{}.,;:!?\"'/<>≤≥≈~±"}


def _telling(*phrases: str) -> frozenset[str]:
    """Return the longest word of each phrase: without it, the phrase is not there."""
    return frozenset(max(phrase.split(), key=len) for phrase in phrases)


_TELLING_EARLIER = _telling(*_DENIALS, *_DOUBTS)
_TELLING_LATER = _telling(*_AFTERTHOUGHTS)

_FAR = 48  # characters in which the few words are looked for
_LEAD = 16  # how far back the end of a sentence can be seen


def _table(*phrases: str) -> str:
    return "|".join(sorted(map(re.escape, phrases), key=len, reverse=True))


def _pattern(words_of_table: Iterable[str]) -> re.Pattern[str]:
    harmless, turning = _table(*_HARMLESS), _table(*words_of_table)
    return re.compile(rf"\b(?:(?:{harmless})\b|(?P<word>(?:{turning})\b|\w+n't\b))", re.IGNORECASE)


_EARLIER = _pattern((*_DENIALS, *_DOUBTS))
_LATER = _pattern(_AFTERTHOUGHTS)
_DENYING = _pattern(_CONTRADICTIONS)
_INDIRECT = re.compile(r"\b(?:why|how|whether|which|who|what|where|when|if|but)\b", re.IGNORECASE)
_BETWEEN = _pattern((*_DENIALS, *_DOUBTS, *_AFTERTHOUGHTS))
_BOUNDING = re.compile(
    rf"(?P<word>\b(?:{_table(*_BOUNDS)})(?= ?\W?\Z)|[{_BOUND_SIGNS}](?= ?\W?\Z))", re.IGNORECASE
)
_SCALING = re.compile(rf"(?<=\d) ?(?P<word>%|(?:{_table(*_SCALES)})\b)", re.IGNORECASE)
_FIGURE = re.compile(r"\W?(?:[A-Z]{1,3} ?)?[$€£¥]? ?\d")
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
        return f"'{self.word}' stands {self.where.value}"


def turned(body: Body, match: Match) -> tuple[SenseWarning, ...]:
    """Return the words around and inside `match` that turn its sense, in the order of the text."""
    parts = match.parts
    found = [(_before_quote(body, parts[0]), Where.BEFORE)]
    found += [(_left_out(body, *pair), Where.LEFT_OUT) for pair in pairwise(parts)]
    found.append((_after_quote(body, parts[-1]), Where.AFTER))
    return tuple(
        SenseWarning(body.text[slice(*at)], where, body.spans(*at)[0])
        for at, where in found
        if at is not None
    )


def clause_start(text: str, at: int) -> int:
    """Return where the clause of `text` that leads up to `at` begins: behind its last mark."""
    return max(text.rfind(sign, 0, at) + 1 for sign in _CLAUSE_MARKS)


def denied(text: str, at: int) -> str | None:
    """Return the word that denies what stands at `at` in `text`, in the clause that leads up to it.

    Unlike `turned` this reads the words of a quote itself, as far back as their clause goes.
    """
    found = _nearest(_DENYING, text, (clause_start(text, at), at), last=True)
    if found is None or _INDIRECT.search(text, found[1], at):
        return None
    return text[slice(*found)]


def _before_quote(body: Body, part: Span) -> Span | None:
    start = part[0]
    sight = body.text[max(start - _FAR, 0) : start]
    bounded = _FIGURE.match(body.text, *part) and _BOUNDING.search(sight)
    if not bounded and not _in_sight(_TELLING_EARLIER, sight):
        return None
    return _turning(body, part, _clause_before(body, start))


def _after_quote(body: Body, part: Span) -> Span | None:
    end = part[1]
    if scale := _SCALING.match(body.text, end):
        return scale.span("word")
    if not _in_sight(_TELLING_LATER, body.text[end : end + _FAR]):
        return None
    return _nearest(_LATER, body.text, _clause_after(body, part))


def _in_sight(telling: frozenset[str], text: str) -> bool:
    """Say whether a word of a table may stand in `text`: beside most quotes none does."""
    return not telling.isdisjoint(text.translate(_APART).casefold().split()) or "n't" in text


def _turning(body: Body, part: Span, region: Span) -> Span | None:
    """Find what in `region`, directly before `part`, turns it: a bound of its figure, or a word."""
    if _FIGURE.match(body.text, *part):
        bound = _nearest(_BOUNDING, body.text, region)
        if bound is not None:
            return bound
    return _nearest(_EARLIER, body.text, region, last=True)


def _left_out(body: Body, left: Span, right: Span) -> Span | None:
    """Find what between two parts of a quote turns either, in the sentence of that part."""
    start, end = left[1], right[0]
    ends = _sentence_ends(body, max(start - _LEAD, left[0]), start, end)
    if not ends:
        return _turning(body, right, (start, end)) or _nearest(_BETWEEN, body.text, (start, end))
    after_left, before_right = (start, max(ends[0][0], start)), (ends[-1][1], end)
    return _nearest(_LATER, body.text, after_left) or _turning(body, right, before_right)


def _sentence_ends(body: Body, lead: int, start: int, end: int) -> list[Span]:
    """Return where sentences end and begin from `start` to `end`, seen from `lead` before it."""
    stops = [
        (lead + at, lead + following)
        for at, following in sentence_ends(body.text[lead : end + 1])
        if start <= lead + following <= end
    ]
    return sorted([*stops, *((at, at + 1) for at in _blank_lines(body, start, end))])


def _nearest(
    pattern: re.Pattern[str], text: str, region: Span, *, last: bool = False
) -> Span | None:
    """Return the first or last span in `region` that `pattern` names as its word."""
    matches = pattern.finditer(text, *region)
    found = [match.span("word") for match in matches if match["word"] not in {None, "May"}]
    return found[-1 if last else 0] if found else None


def _clause_before(body: Body, start: int) -> Span:
    """Return the span of the last few words before `start`, no further back than their clause."""
    first = max(start - _FAR, body.text.rfind(BREAK, max(start - _FAR, 0), start) + 1, 0)
    if blanks := _blank_lines(body, first, start):
        first = blanks[-1] + 1
    near = [(first + at, first + end) for at, end in words(body.text[first:start])]
    taken = list(_same_clause(body, reversed(near)))
    return (taken[-1][0] if taken else start), start


def _clause_after(body: Body, part: Span) -> Span:
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
        near = near[1:2] if _CONDITION.match(body.text, near[0][1]) else []
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
