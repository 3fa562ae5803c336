"""Make patterns of a language's words that turn the sense of a quote."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from briefing.language import longest_first, table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


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
    telling_earlier: frozenset[bytes]
    """Words in UTF-8 of which one stands wherever `earlier` finds anything."""
    telling_later: frozenset[bytes]
    endings: tuple[str, ...]
    names: frozenset[str]
    """What is no word of these when it is spelled so: the month of May."""


@cache
def turning(language: str) -> Turning:
    """Return what turns the sense of a quote in a language that has tables."""
    sense = table(language, "sense")
    negations, denials, doubts, after = (
        sense[name]["words"] for name in ("negations", "denials", "doubts", "after")
    )
    return Turning(
        language=language,
        earlier=_turning(sense, (*negations, *denials, *doubts)),
        later=_turning(sense, after),
        between=_turning(sense, (*negations, *denials, *doubts, *after)),
        denying=_turning(sense, (*negations, *sense["untruths"]["words"])),
        indirect=_pattern(rf"\b(?:{longest_first(sense['indirect'])})\b"),
        condition=_pattern(rf" ?(?:{longest_first(sense['after']['condition'])})\b"),
        telling_earlier=_telling(*negations, *denials, *doubts),
        telling_later=_telling(*after),
        endings=tuple(sense["endings"]),
        names=frozenset(sense["names"]),
    )


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)


def _telling(*phrases: str) -> frozenset[bytes]:
    """Return the longest word of each phrase: without it, the phrase is not there."""
    return frozenset(max(phrase.split(), key=len).encode() for phrase in phrases)


def _turning(sense: Mapping[str, Any], words: Iterable[str]) -> re.Pattern[str]:
    harmless, endings = longest_first(sense["harmless"]), longest_first(sense["endings"])
    return _pattern(
        rf"\b(?:(?:{harmless})\b|(?P<word>(?:{longest_first(words)})\b|\w+(?:{endings})\b))"
    )
