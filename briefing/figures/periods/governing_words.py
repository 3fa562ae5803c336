"""Make patterns of the words that bind a period to a figure; all are in the table `periods` of a language."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from briefing.figures.periods.patterns import Spelling
from briefing.language import table
from briefing.values import dataclass

if TYPE_CHECKING:
    import re


@dataclass(frozen=True, slots=True)
class Words:
    """Hold what the table `governing` of a language says."""

    sentence: re.Pattern[str]
    apart: re.Pattern[str]
    leads: re.Pattern[str]
    compares: re.Pattern[str]
    begins: re.Pattern[str]
    goes_on: re.Pattern[str]
    by_turns: re.Pattern[str]


@cache
def words_of(language: str) -> Words:
    """Return the patterns of a language of `languages()`."""
    held, spelling = table(language, "periods")["governing"], Spelling(language)
    return Words(
        sentence=spelling.compiled(held["sentence"]),
        apart=spelling.compiled(held["apart"]),
        leads=spelling.compiled(held["leads"]),
        compares=spelling.compiled(held["compares"]),
        begins=spelling.leading(held["from"]),
        goes_on=spelling.compiled(held["to"]),
        by_turns=spelling.compiled(held["by_turns"]),
    )
