"""Find the one right answer to a quote that is not found, where there is one.

Only what cannot change what a quote says is an answer: other letters, digits and signs are for its author.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from briefing import quotes
from briefing.diagnostics import Fix
from briefing.values import replace

if TYPE_CHECKING:
    from briefing.anchor.text import Searched
    from briefing.model.content import Words

_MOST_WORDS = 12
"""Words of a prefix that says which of several like places is meant."""
_SAID = frozenset("Nd Nl No Lu Ll Lt Lm Lo Mn Mc Sc Sm".split())
"""Categories of characters that say something: letters, digits, signs of money and of reckoning."""
_BESIDE_DIGIT = re.compile(r"(?<=\d)\W|\W(?=\d)|[%‰°#&@]")


def same_words(quote: Words, near: quotes.Suggestion) -> Fix | None:
    """Return the nearest passage if it differs from the quote in case and punctuation alone."""
    if "…" in near.passage or _said(quote.text) != _said(near.passage):
        return None
    return Fix(quote.at, near.passage)


def _said(text: str) -> str:
    """Reduce a text to what it says: no case, no punctuation except beside digits, single spaces."""
    text = quotes.fold(text).text.casefold()
    kept = {match.start() for match in _BESIDE_DIGIT.finditer(text)}
    said = (
        char if at in kept or unicodedata.category(char) in _SAID else " "
        for at, char in enumerate(text)
    )
    return " ".join("".join(said).split())


def whole_word(quote: Words, cut: quotes.InsideWord, text: Searched) -> Fix | None:
    """Return the quote with all of a word that it cuts; a number may be another one."""
    if not cut.word.isalpha() or len(cut.match.spans) != 1 or len(cut.word_spans) != 1:
        return None
    (start, end), (first, last) = cut.match.spans[0], cut.word_spans[0]
    file = text.body.file
    words = file[first:start] + quote.text if cut.at_start else quote.text + file[end:last]
    rest = quotes.locate(text.body, words)
    if isinstance(rest, quotes.InsideWord) and words != quote.text:
        return whole_word(replace(quote, text=words), rest, text)
    return Fix(quote.at, words)


def prefix(quote: Words, found: quotes.Ambiguous, text: Searched) -> Fix | None:
    """Return the words before the first place, if all places are in one and the same sentence."""
    if found.count > len(found.places):
        return None
    sentences = {
        quotes.around(text.body, place, quote.text, text.language).text for place in found.places
    }
    if len(sentences) > 1:
        return None
    start = found.places[0].spans[0][0]
    before = text.body.file[max(0, start - 400) : start].split()
    for count in range(1, min(_MOST_WORDS, len(before)) + 1):
        words = " ".join(before[-count:])
        if isinstance(quotes.locate(text.body, quote.text, words), quotes.Match):
            return Fix(quote.at, words, "prefix")
    return None
