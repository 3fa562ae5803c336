"""Find the numbers of a text that are neither read as figures nor known to be none.

What is not read must be said: a number that the reader does not understand may be the very one that
contradicts a claim. Names, dates, times, versions, places in a list and footnote marks are known.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from briefing.figures.covered import Covered
from briefing.figures.numbers import numerals, read
from briefing.figures.periods import mentioned
from briefing.language import grammar, known
from briefing.language.numerals import is_year, scale_word
from briefing.language.parting import parted
from briefing.model.figures import UnreadNumber
from briefing.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Collection
    from decimal import Decimal

_NAME_BEFORE: Final = re.compile(r"[\w\]][-–/.:_&]?$|[#@/_№§]\s?$|[A-Z]{2,}:\s$")
"""What makes a name, a link or the rest of a date of the digits after it: GPT-4, 12/05, #3."""
_NAME_AFTER: Final = re.compile(
    r"[-–]?[A-Z](?![A-Za-z])|[-–/.:'’x]\d|\([a-z]\)|-[A-Z]|['’]?s\b|(?:st|nd|rd|th)\b|\s?(?:a\.m|p\.m|am\b|pm\b)|[@_/]|:\s?\d",
)
"""The same of the digits before it: 4G, 777X, 10-K, 3-2, 1990s, 2nd, 9 a.m."""
_DAY: Final = re.compile(r"[0-9]{1,2},\s(?:19|20)[0-9]{2}\b")
_NOTED: Final = re.compile(r"(?:19|20)[0-9]{2}\.[0-9]{1,2}")
"""A year at the end of a sentence, with a footnote mark."""
_OLD_YEAR: Final = re.compile(r"1[0-8][0-9]{2}")
_LISTED: Final = re.compile(r"(?:^|[\n(\[{])\s*$")
"""What comes before a place in a list or a footnote mark, whose closing sign is `_CLOSES`."""
_CLOSES: Final = re.compile(r"\s?[)\]}.:]")
_DIALLED: Final = re.compile(r"(?:^|\s)(?:\+[0-9]{0,3}|\([0-9]+\)|\+[0-9 ]+)\s?$")
"""What comes before the digits of a telephone number."""
_REACH: Final = 12
_PARTS: Final = 8
"""Parts of a number that a sign parts, behind the first."""
_AGE: Final = re.compile(r",\s$")
"""Between commas stands an age: "Wu, 49, said"."""


def unread(text: str, language: str, yen: str | None = None) -> tuple[UnreadNumber, ...]:
    """Give the numbers, in digits or words, that a text holds and that nothing here understands.

    `language` is the BCP 47 tag of the text, `yen` as for `read`. In a language without tables all
    would be, and none is given. Offsets are code points of `text`, from 0, ends exclusive.
    """
    tables = known(language)
    if tables is None:
        return ()
    words = parted(text, language)
    if words is not None:
        return tuple(dict.fromkeys(map(words.out, unread(words.text, language, yen))))
    figures = read(text, language, yen)
    understood = Covered((one.start, one.end) for one in figures)
    bases = {one.per_many for one in figures if one.per_many != 1}
    missed = {
        (at, at + len(written))
        for at, written in numerals(tables).find(text)
        if not understood.touches(at, at + len(written))
        and not (bases and _is_base(written, bases, tables))
        and not _is_known(text, at, written, tables)
    }
    fractions = grammar(tables).fraction_words(text)
    missed.update(span for span in fractions if not understood.touches(*span))
    mentions = mentioned(text, language) if missed else ()
    periods = Covered((one.start, one.end) for one in mentions)
    return tuple(
        UnreadNumber(text[at:end], at, end)
        for at, end in sorted(missed)
        if not periods.touches(at, end)
    )


def _is_base(written: str, bases: Collection[Decimal], tables: str) -> bool:
    """Tell whether a number is how many of something a figure is for: "per 100,000 people, 12 died"."""
    value = numerals(tables).value(written)
    return value is not None and value[0] in bases


def _is_known(text: str, at: int, written: str, tables: str) -> bool:
    """Tell whether a number is a year, a name, a date, a version or a place in a list."""
    spoken, end = grammar(tables), at + len(written)
    if not written[0].isdigit():
        return spoken.names_word(text, at, end)
    if numerals(tables).value(written) is None and "/" in written:  # "24/7", "9/11", "2024/25"
        return True
    if _otherwise(tables).match(text, at):
        return False
    near = text[max(0, at - _REACH) : at]
    return (
        _is_dated(text, at, written, tables)
        or _is_placed(text, near, written, end)
        or spoken.is_named(text, at)
        or spoken.names_it(text, at)
        or spoken.names_after(text, end)
    )


@cache
def _otherwise(tables: str) -> re.Pattern[str]:
    """Find a number that is parted as another language parts it: "1.5 million" in German.

    No further than a few parts: a list of thousands of digits would be read to its end from each of them.
    """
    return compiled(
        rf"[0-9]{{1,3}}(?:[.,][0-9]++){{1,{_PARTS}}}(?:{scale_word(tables)}|\s?[%€£$])",
        re.IGNORECASE,
    )


def _is_dated(text: str, at: int, written: str, tables: str) -> bool:
    if is_year(written) or _DAY.match(text, at) or _NOTED.fullmatch(written):
        return True
    words = text[max(0, at - _REACH) : at].lower().split()
    return _OLD_YEAR.fullmatch(written) is not None and grammar(tables).is_dated(words[-1:])


def _is_placed(text: str, near: str, written: str, end: int) -> bool:
    """Tell whether the signs around digits make them a name, a place in a list, a call or an age."""
    if _NAME_BEFORE.search(near) or _NAME_AFTER.match(text, end):
        return True
    if written.isdecimal() and _LISTED.search(near) and _CLOSES.match(text, end):
        return True
    if _DIALLED.search(near):
        return True
    return _AGE.search(near) is not None and text[end : end + 1] == ","
