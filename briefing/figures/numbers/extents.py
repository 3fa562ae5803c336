"""Say from where to where each written number of a text goes, with all that belongs to its value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from briefing.figures.numbers.numerals import numerals
from briefing.language import grammar, known, table
from briefing.language.numerals import scale_word
from briefing.language.parting import parted
from briefing.patterns import compiled

_FRACTION = re.compile(r"[\s-]?(?:[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]|(?<=[\s-])[0-9]+/[0-9]+)|/[0-9]+")

_SIGNS = ",.;:!?()\"'“”‘’"
_PARTS = ("units", "teens", "tens", "hundreds")
_NEAR = 16  # characters in which the words beside a place are looked for


def extents(text: str, language: str) -> Iterator[tuple[int, int, int]]:
    """Yield where each number starts, where its digits or words end, and where its scales end.

    "2 1/2", "twenty-five" and "two million and six" are one number each. `language` is the BCP 47 tag
    of the text; one without tables has none. Offsets are code points from 0, ends exclusive.
    """
    tables = known(language)
    if tables is None:
        return
    words = parted(text, language)
    if words is not None:
        for at, end, done in extents(words.text, language):
            start, stop = words.outer(at, end)
            yield start, stop, words.outer(at, done)[1]
        return
    done = 0
    for at, written in numerals(tables).find(text):
        if at < done:
            continue
        end = at + len(written)
        if written[-1].isdigit() and (fraction := _FRACTION.match(text, end)):
            end = fraction.end()
        scaled = _scales(tables).match(text, end)
        done = scaled.end() if scaled else end
        yield at, end, done


def is_beside_numbers(text: str, at: int, language: str) -> bool:
    """Tell in passing whether a number may go on over `at`: words of numbers are on both sides."""
    if not 0 < at < len(text):
        return False
    words = parted(text, language)
    if words is not None:
        return any(start < at < end for start, _, end in extents(text, language))
    before = text[max(0, at - _NEAR) : at].replace("-", " ").split()
    after = text[at : at + _NEAR].replace("-", " ").split()
    return bool(before and after) and all(
        word[0].isnumeric()
        or word[-1].isnumeric()
        or word.strip(_SIGNS).lower() in _words(language)
        for word in (before[-1], after[0])
    )


@cache
def _words(language: str) -> frozenset[str]:
    """Return the words of which numbers are made, and those that join them."""
    tables = known(language)
    if tables is None:
        return frozenset()
    held, scales = table(tables, "numbers"), table(tables, "scales")
    spelled = [word for row in scales["scale"] for one in row["words"] for word in one.split()]
    return (
        frozenset(word for part in _PARTS for word in held.get(part, ()))
        | frozenset(spelled)
        | frozenset(word + scales["plural"] for word in spelled)
        | frozenset(held["joining"])
    )


@cache
def _scales(language: str) -> re.Pattern[str]:
    """Match the scale after a number, and the smaller numbers that it goes on with."""
    scale = scale_word(language)
    return compiled(
        rf"(?:{scale})(?:{grammar(language).GOES_ON.pattern}(?:{scale})?)*", re.IGNORECASE
    )
