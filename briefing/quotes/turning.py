"""Make patterns of a language's words that turn the sense of a quote."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from briefing.language import longest_first, table
from briefing.patterns import compiled
from briefing.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from briefing.quotes.body import Span

_MOST_LED = 5
"""How many words may appear between a word and what leads on from it: "barred by a court in May from"."""


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
    leading: frozenset[bytes]
    """Words in UTF-8 that lead on from a clause: "that"."""
    joined: tuple[str, ...]
    """Those of them, in lower case, before which a comma parts no clauses."""
    denied_after: re.Pattern[str]
    """What denies a figure before it."""
    led: re.Pattern[str]
    """What turns where such a word, or "from", leads on from it."""
    leads: re.Pattern[str]
    """Those words at the start of a quote, each as group `word`."""
    led_by: frozenset[bytes]
    names: frozenset[str]
    """What is no word of these when it is spelled so: the month of May."""


@cache
def turning(language: str) -> Turning:
    """Return what turns the sense of a quote in a language that has tables."""
    sense = table(language, "sense")
    negations, denials, doubts, after = (
        sense[name]["words"] for name in ("negations", "denials", "doubts", "after")
    )
    led = [
        rf"(?:{longest_first(row['words'])})(?=,?(?: \S+){{0,{_MOST_LED}}}? {row['by']}\b"
        for row in sense["led"]
    ]
    led_words = [word for row in sense["led"] for word in row["words"]]
    led_by = [row["by"] for row in sense["led"]]
    return Turning(
        language=language,
        earlier=_turning(sense, (*negations, *denials, *doubts)),
        later=_turning(sense, after),
        between=_turning(
            sense, (*negations, *denials, *doubts, *after), [rf"{one})" for one in led]
        ),
        denying=_turning(sense, (*negations, *sense["untruths"]["words"])),
        indirect=_pattern(rf"\b(?:{longest_first(sense['indirect'])})\b"),
        condition=_pattern(rf" ?(?:{longest_first(sense['after']['condition'])})\b"),
        telling_earlier=_telling(*negations, *denials, *doubts, *led_words),
        telling_later=_telling(*after),
        endings=tuple(sense["endings"]),
        leading=frozenset(word.encode() for word in sense["leading"]),
        joined=tuple(sense["leading"]) if sense["comma_before_leading"] else (),
        denied_after=_pattern(rf"\b(?P<word>{longest_first(sense['denied_after'])})\b"),
        led=_turning(sense, (), [rf"{one}(?: \S+){{0,2}} ?\Z)" for one in led]),
        leads=_pattern(rf"(?P<word>{longest_first(led_by)})\b"),
        led_by=frozenset(word.encode() for word in led_by),
        names=frozenset(sense["names"]),
    )


def nearest(
    by: Turning, pattern: re.Pattern[str], text: str, region: Span, *, last: bool = False
) -> Span | None:
    """Return the first or last span in `region` that `pattern` names as its word."""
    matches = pattern.finditer(text, *region)
    found = [
        match.span("word") for match in matches if match["word"] and match["word"] not in by.names
    ]
    return found[-1 if last else 0] if found else None


def _pattern(text: str) -> re.Pattern[str]:
    return compiled(text, re.IGNORECASE)


def _telling(*phrases: str) -> frozenset[bytes]:
    """Return the longest word of each phrase: without it, the phrase is not there."""
    return frozenset(max(phrase.split(), key=len).encode() for phrase in phrases)


def _turning(
    sense: Mapping[str, Any], words: Iterable[str], led: Iterable[str] = ()
) -> re.Pattern[str]:
    harmless, endings = longest_first(sense["harmless"]), sense["endings"]
    more = rf"|\w+(?:{longest_first(endings)})\b" if endings else ""
    more += "".join(f"|{pattern}" for pattern in led)
    return _pattern(rf"\b(?:(?:{harmless})\b|(?P<word>(?:{longest_first(words)})\b{more}))")
