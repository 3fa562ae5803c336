"""Find the words that one of two statements has more, in a language that puts no blanks between words.

No table knows every word there. So what both statements share, what says nothing of a figure, and figures and times are
taken away; characters that are left together are a word of which the other statement does not speak.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from briefing.figures.clauses import FAR, SIGN, sentence_start
from briefing.figures.covered import Covered
from briefing.figures.numbers import read
from briefing.figures.periods import mentioned
from briefing.language import known, table, words_of
from briefing.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.figures.wordings import Wordings
    from briefing.model.figures import Quantity

_LEAST: Final = 2
"""How many characters two statements share to share a word."""
_WORD: Final = re.compile(r"[^\W\d_a-zA-Z]+")


def extra_words(held: Wordings, texts: tuple[str, str], own: Quantity, language: str) -> str:
    """Return the words of a quote that its claim lacks, in what the quote says of a figure.

    Empty if it has none, and in a language that parts its words with blanks.
    `texts` are the claim and the quote, `own` was read from the quote, and `language` is the BCP 47 tag of both.
    """
    claim, quote = texts
    found = [] if held.is_spaced else _extra(held, claim, quote, own, language)
    return next((quote[start:end] for start, end in found), "")


def left_out(held: Wordings, texts: tuple[str, str], own: Quantity, language: str) -> str:
    """Return the words of a claim that its quote leaves out between two that it has: "农村" of "本县农村居民".

    The arguments are as for `extra_words`, but `own` was read from the claim.
    """
    claim, quote = texts
    found = [] if held.is_spaced else _extra(held, quote, claim, own, language)
    for start, end in found:
        before, after = claim[max(0, start - _LEAST) : start], claim[end : end + _LEAST]
        if len(before) == len(after) == _LEAST and before + after in quote:
            return claim[start:end]
    return ""


def _extra(
    held: Wordings, other: str, text: str, own: Quantity, language: str
) -> Iterator[tuple[int, int]]:
    """Give where the clauses of a figure have words that another text lacks."""
    light = _light(known(language) or "")
    for start, end in _clauses(text, own, language):
        known_parts = Covered(_known(held, other, text, start, end, language))
        for match in _WORD.finditer(text, start, end):
            for first, last in _left(known_parts, *match.span()):
                word = text[first:last].strip(light)
                if word and last - first >= _LEAST and not set(word) <= set(other):
                    yield first, last
                elif (whole := _whole(language).search(text, first, last)) is not None:
                    yield whole.span()


def _clauses(text: str, own: Quantity, language: str) -> Iterator[tuple[int, int]]:
    """Give the clause of a figure, and those before it in its sentence without a figure of their own."""
    first = sentence_start(text, own.start)
    figures = Covered((one.start, one.end) for one in read(text, language) if one.start < own.start)
    sign = SIGN.search(text, own.end, own.end + FAR)
    signs = [match.end() for match in SIGN.finditer(text, first, own.start)]
    ends = [*signs, sign.start() if sign else min(len(text), own.end + FAR)]
    for start, end in zip([first, *signs], ends, strict=True):
        if end > own.start or not figures.touches(start, end):
            yield start, end


def _known(
    held: Wordings, claim: str, text: str, start: int, end: int, language: str
) -> Iterator[tuple[int, int]]:
    """Give where a clause says nothing more than its claim: shared words, light ones, figures and times."""
    yield from ((one.start, one.end) for one in mentioned(text, language))
    yield from ((one.start, one.end) for one in read(text, language))
    yield from (one.span() for one in _neutral(language).finditer(text, start, end))
    phrases = held.phrases.finditer(text, start, end)
    yield from (one.span() for one in phrases if len(one[0]) >= _LEAST)
    for match in held.token.finditer(text, start, end):
        rows = held.rows.get(match[0], frozenset())
        if any(rows & held.rows[word] and word in claim for word in held.rows):
            yield match.span()
    whole = _whole(language).finditer(text, start, end)
    yield from (one.span() for one in whole if one["of"] in claim)
    at = start
    while at < end:
        length = _shared(claim, text, at, end)
        if length >= _LEAST:
            yield at, at + length
        at += max(1, length)


def _shared(claim: str, text: str, at: int, end: int) -> int:
    """Return how many characters from a place of a text stand so in a claim too."""
    length = 0
    while at + length < end and text[at : at + length + 1] in claim:
        length += 1
    return length


def _left(known_parts: Covered, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Give what of a row of characters is in none of the known parts."""
    while start < end:
        taken = known_parts.first(start, end)
        if taken is None or taken[0] > start:
            yield start, taken[0] if taken else end
        start = taken[1] if taken else end


@cache
def _whole(language: str) -> re.Pattern[str]:
    """Return a pattern of what a place is called that was named before, with its kind: "the whole province"."""
    return compiled(table(known(language) or "", "contrasts")["whole"])


@cache
def _light(language: str) -> str:
    """Return the characters that say nothing at either end of a word; those that count are part of words too."""
    units, nouns = (table(language, part) for part in ("units", "nouns"))
    counting = words_of(
        *nouns["measures"].values(), nouns["general"]["words"], nouns["own"]["words"]
    )
    spelled = {word for words in units["units"].values() for word in words}
    light = words_of(table(language, "contrasts")["light"]) - counting - spelled
    return "".join(word for word in light if len(word) == 1)


@cache
def _neutral(language: str) -> re.Pattern[str]:
    held = table(known(language) or "", "contrasts")["neutral"]
    return compiled(f"(?:{'|'.join(held)})", re.VERBOSE)
