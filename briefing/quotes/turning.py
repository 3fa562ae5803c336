"""Make patterns of a language's words that turn the sense of a quote, and of bounds and scales.

Bounds and scales are those that figures are read by, so that none is known inside a quote alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from briefing.language import table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_SIGNS = "$€£¥₹₩₽₺₱฿₫₪"
_PLURAL = r"(?! \w+[^\Wsiu]s\b)"
_LOOSE_SIGNS = "±"
"""Signs that soften a figure and that no table of hedges holds, since no interval is read by them."""


@dataclass(frozen=True, slots=True)
class Turning:
    """What turns the sense of a quote in one language; patterns name it as their group `word`."""

    language: str
    earlier: re.Pattern[str]
    later: re.Pattern[str]
    between: re.Pattern[str]
    denying: re.Pattern[str]
    indirect: re.Pattern[str]
    """What begins another clause after a denial."""
    condition: re.Pattern[str]
    """What follows its clause after a comma too."""
    bounds_before: tuple[re.Pattern[str], ...]
    """Bounds that end what is searched."""
    bounds_after: re.Pattern[str]
    """Bounds to match right behind a figure and its unit."""
    scales: re.Pattern[str]
    """What, right behind a number, makes another number of it."""
    scales_of_money: re.Pattern[str]
    """Letters that do so, a blank apart, where the number is plainly of money."""
    money: re.Pattern[str]
    """A number of money at the end of what is searched."""
    figure: re.Pattern[str]
    """A figure to match where a quote starts."""
    counted: re.Pattern[str]
    """A number and the few words of its unit at the end of what is searched."""
    number: re.Pattern[str]
    """A number at the end of what is searched."""
    telling_earlier: frozenset[str]
    """Words of which one stands wherever `earlier` finds anything."""
    telling_later: frozenset[str]
    endings: tuple[str, ...]
    names: frozenset[str]
    """What is no word of these when it is spelled so: the month of May."""


@cache
def turning(language: str) -> Turning:
    """Return what turns the sense of a quote in a language that has tables."""
    sense, hedges, scales = (table(language, one) for one in ("sense", "hedges", "scales"))
    negations, denials, doubts, after = (
        sense[name]["words"] for name in ("negations", "denials", "doubts", "after")
    )
    numbers = table(language, "numbers")
    spelled = _any(word for part in ("units", "teens", "tens") for word in numbers[part])
    number = rf"(?:\d[\d.,]*|\b(?:{spelled})(?:-(?:{spelled}))?\b)"
    return Turning(
        language=language,
        earlier=_turning(sense, (*negations, *denials, *doubts)),
        later=_turning(sense, after),
        between=_turning(sense, (*negations, *denials, *doubts, *after)),
        denying=_turning(sense, (*negations, *sense["untruths"]["words"])),
        indirect=_pattern(rf"\b(?:{_any(sense['indirect'])})\b"),
        condition=_pattern(rf" ?(?:{_any(sense['after']['condition'])})\b"),
        bounds_before=tuple(_bounds_before(hedges)),
        bounds_after=_bounds_after(hedges),
        scales=_scales(sense, scales),
        scales_of_money=_letters(scales),
        money=re.compile(rf"(?:[{_SIGNS}]|\b[A-Z]{{3}}) ?\d[\d.,]*\Z"),
        figure=re.compile(rf"\W?(?:[A-Z]{{1,3}} ?)?[{_SIGNS}]? ?(?i:{number})"),
        counted=_pattern(rf"{number}\S*(?: [^\s.,;:!?]+){{0,3}}\Z"),
        number=_pattern(rf"{number}\Z"),
        telling_earlier=_telling(*negations, *denials, *doubts),
        telling_later=_telling(*after),
        endings=tuple(sense["endings"]),
        names=frozenset(sense["names"]),
    )


def _any(phrases: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, phrases), key=len, reverse=True))


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)


def _telling(*phrases: str) -> frozenset[str]:
    """Return the longest word of each phrase: without it, the phrase is not there."""
    return frozenset(max(phrase.split(), key=len) for phrase in phrases)


def _turning(sense: Mapping[str, Any], words: Iterable[str]) -> re.Pattern[str]:
    harmless, endings = _any(sense["harmless"]), _any(sense["endings"])
    return _pattern(rf"\b(?:(?:{harmless})\b|(?P<word>(?:{_any(words)})\b|\w+(?:{endings})\b))")


def _bounds_before(hedges: Mapping[str, Any]) -> Iterator[re.Pattern[str]]:
    """Yield a pattern for all bounds, and one for each that is a plain verb but after some words."""
    plain = [word for row in hedges["before"] if "after" not in row for word in row["words"]]
    signs = "".join(sign for row in hedges["sign"] for sign in row["words"])
    edge = r"(?= ?\W?\Z)"
    yield _pattern(rf"(?P<word>(?<!\w)(?:{_any(plain)}){edge}|[{signs}{_LOOSE_SIGNS}](?= ?\W?\Z))")
    for row in hedges["before"]:
        if "after" in row:
            after, words = _any(row["after"]), _any(row["words"])
            yield _pattern(rf"\b(?:{after}) (?P<word>(?:{words}){edge})")


def _bounds_after(hedges: Mapping[str, Any]) -> re.Pattern[str]:
    """Find each bound, unless a word follows that makes it none."""
    rows = [
        rf"(?:{_any(row['words'])})(?!\w)"
        + (rf"(?! (?:[\d{_SIGNS}]|(?:{_any(row['unless'])})\b))" if "unless" in row else "")
        + (_PLURAL if row.get("whole") else "")
        for row in hedges["after"]
    ]
    return _pattern(rf"[ -]?(?P<word>\+(?![\d{_SIGNS}])|(?<!\w)(?:{'|'.join(rows)}))")


def _scales(sense: Mapping[str, Any], scales: Mapping[str, Any]) -> re.Pattern[str]:
    words = [word for row in scales["scale"] for word in row["words"]]
    words += [word + scales["plural"] for word in words] + sense["shares"]["words"]
    return _pattern(rf"[ -]?(?P<word>(?:{_any(words)})(?!\w)|[{sense['shares']['signs']}])")


def _letters(scales: Mapping[str, Any]) -> re.Pattern[str]:
    letters = _any(letter for row in scales["scale"] for letter in row.get("apart", ()))
    return _pattern(rf" (?P<word>{letters})(?![\w&/'’])")
