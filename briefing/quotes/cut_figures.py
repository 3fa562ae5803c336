"""Tell what just outside a quote makes another number of the figure that it starts or ends with.

"5 million tonnes" is a verbatim quote of "up to 5 million tonnes or more", and no fair one. The words
are those that the figures are read by: bounds and hedges, scales, numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from briefing.language import grammar, longest_first, table
from briefing.patterns import compiled
from briefing.values import dataclass

Span = tuple[int, int]

_FAR = 48  # characters in which a bound or a figure is looked for
_CURRENCY = "$£€¥\u20a0-\u20cf"
_MONEY = re.compile(rf"(?:[{_CURRENCY}]|\b[A-Z]{{3}}) ?[\d.,]*\d\Z")


@dataclass(frozen=True, slots=True)
class _Patterns:
    """What a language says about the numbers just outside a quote, each as group `word`."""

    starts: re.Pattern[str]
    """A figure that starts a quote; group `lasting` where it is a length of time."""
    bound: re.Pattern[str]
    """A hedge or bound, up to the figure."""
    last_before: frozenset[str]
    """The last word of each of those, and what may appear between them and the figure."""
    of_no_time: frozenset[str]
    """Hedges that bound no length of time."""
    trailing: re.Pattern[str]
    """A hedge or bound after a figure and at most three more words."""
    last_after: frozenset[bytes]
    """The last word of each of those."""
    scale: re.Pattern[str]
    letter: re.Pattern[str]
    """A scale of one letter that stands apart from its number."""
    numbers: re.Pattern[str]
    """A number in words."""


def bound_before(text: str, quote: Span, language: str) -> Span | None:
    """Return what bounds the figure that the `quote` of folded `text` starts with.

    `language` is one of `language.languages()`.
    """
    patterns = _patterns(language)
    start = quote[0]
    near = text[max(start - _FAR, 0) : start].rsplit(None, 1)
    if not near or not (_is_sign(near[-1]) or near[-1].casefold() in patterns.last_before):
        return None
    figure = patterns.starts.match(text, start)
    found = figure and patterns.bound.search(text, max(start - _FAR, 0), start)
    if not found or not figure:
        return None
    if figure["lasting"] and found["word"].casefold() in patterns.of_no_time:
        return None
    return found.span("word")


def bound_after(
    text: str, quote: Span, limit: int, language: str, near: list[bytes]
) -> Span | None:
    """Return what bounds the figure that the `quote` of folded `text` ends with, up to `limit`.

    Its unit may have three words, in the quote or after it. `near` holds the words after the quote.
    """
    patterns = _patterns(language)
    start, end = quote
    if patterns.last_after.isdisjoint(near) and text[end : end + 1] != "+":
        return None
    for found in patterns.trailing.finditer(text, max(start, end - _FAR), limit):
        word = found.span("word" if found["word"] else "plus")
        if found.start() < end <= word[0]:
            return word
    return None


def scale_after(text: str, quote: Span, limit: int, language: str) -> Span | None:
    """Return the scale or share that the `quote` of folded `text` cuts off its last number."""
    patterns = _patterns(language)
    start, end = quote
    last = text[max(start, end - 12) : end].replace("-", " ").rpartition(" ")[2]
    if last[-1:].isdigit() or patterns.numbers.match(last):
        if found := patterns.scale.match(text, end, limit):
            return found.span("word")
        found = patterns.letter.match(text, end, limit)
        if found and _MONEY.search(text, max(end - _FAR, 0), end):
            return found.span("word")
    return None


def _is_sign(word: str) -> bool:
    """Tell whether a word may be a sign of a bound or a currency, or end with one."""
    return word.isupper() or not word.isalpha()


@cache
def _patterns(language: str) -> _Patterns:
    hedges, scales, sense = (table(language, subject) for subject in ("hedges", "scales", "sense"))
    beside = sense["figures"]
    number = rf"{grammar(language).NUMBER_WORDS}|{longest_first(beside['multiples'])}"
    scale = f"(?:{longest_first(_words(scales['scale']))})(?:{scales['plural']})?"
    article = f"(?:{longest_first(beside['articles'])})"
    signs = re.escape("".join((*_words(hedges["sign"]), *beside["signs"])))
    before = "|".join(map(_before, hedges["before"]))
    between = rf"(?: {article})?(?: ?\W?| ?[A-Z]{{0,3}}[{_CURRENCY}] ?| [A-Z]{{3}} )\Z"
    code = r"(?:[A-Z][A-Za-z]?[A-Z]?\.? ?)?\W? ?"
    lasting = longest_first(beside["lasting"])
    return _Patterns(
        starts=compiled(
            rf"\W?(?:(?i:{article} {scale}\b)|(?i:{article} )?(?:{code}\d[\d.,]*|(?i:{number})\b))"
            rf"(?i:(?:[ -]\w+){{0,2}}?[ -](?P<lasting>{lasting})\b)?"
        ),
        bound=compiled(rf"(?P<word>\b(?i:{before})|[{signs}])(?={between})"),
        last_before=frozenset(phrase.split()[-1] for phrase in _words(hedges["before"]))
        | frozenset(beside["articles"]),
        of_no_time=frozenset(beside["of_no_time"]),
        trailing=compiled(
            rf"(?:\d[\d.,]*|\b(?:{number})\b)%?(?:[ -]?{scale}\b)?(?:[ -][^\W_][\w$%'-]*){{0,3}}?"
            rf"(?:[ -](?P<word>{'|'.join(map(_after, hedges['after']))})|(?P<plus>\+)(?![\d{_CURRENCY}]))",
            re.IGNORECASE,
        ),
        last_after=frozenset(phrase.split()[-1].encode() for phrase in _words(hedges["after"])),
        scale=compiled(
            rf"[ -]?(?P<word>[{sense['shares']['signs']}]|(?:{scale}|{longest_first(sense['shares']['words'])})(?!\w))",
            re.IGNORECASE,
        ),
        letter=compiled(
            rf" (?P<word>{longest_first(_words(scales['scale'], 'apart'))})(?![\w&/'-])",
            re.IGNORECASE,
        ),
        numbers=compiled(rf"(?:{grammar(language).NUMBER_WORDS})\Z", re.IGNORECASE),
    )


def _words(rows: Iterable[Mapping[str, Any]], key: str = "words") -> list[str]:
    return [word for row in rows for word in row.get(key, ())]


def _before(row: Mapping[str, Any]) -> str:
    """Spell the hedges of a row, which may be hedges only after certain words."""
    needed = "|".join(rf"(?<=\b{re.escape(word)} )" for word in row.get("after", ()))
    return f"(?:{needed})(?:{longest_first(row['words'])})"


def _after(row: Mapping[str, Any]) -> str:
    """Spell the hedges of a row that are none before certain words, or before another number."""
    unless = (
        rf"(?! (?:[\d{_CURRENCY}]|(?:{longest_first(row['unless'])})\b))" if "unless" in row else ""
    )
    plural = r"(?! \w+[^\Wsiu]s\b)" if row.get("whole") else ""
    return rf"(?:{longest_first(row['words'])})(?!\w){unless}{plural}"
