"""Read what multiplies or runs on: "verdoppelt", "dreimal so viel", "Faktor 5", "das dritte Jahr in Folge"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from briefing.language.de.counting import COUNTING
from briefing.language.de.number_words import NUMBER_WORDS, number_of
from briefing.language.default.streaks import Streaks
from briefing.patterns import compiled

STREAKS: Final = Streaks(
    "de",
    r"WORDSe[nrms]?|(?P<digits>[0-9]{1,3})\.",
    r"\s(?P<unit>Jahr|Quartal|Monat|Woche|Tag)e?s?\s(?:in\sFolge|hintereinander|nacheinander)",
    COUNTING.unit_named,
)
_TIMES_WORD: Final = {
    "dopp": 2,
    "drei": 3,
    "vier": 4,
    "fünf": 5,
    "sech": 6,
    "sieb": 7,
    "acht": 8,
    "zehn": 10,
}
"""By the first four letters behind "ver"."""
_MULTIPLIED: Final = compiled(
    r"(?<![\w-])(?:(?P<verb>ver(?:doppel(?:te|t|ten|n)|(?:drei|vier|fünf|sechs|sieben|acht|zehn)fach(?:te|t|ten|en)))"
    rf"|(?P<many>(?i:{NUMBER_WORDS})(?:mal\sso|fach(?=\s(?:so|überzeichnet|höher|überbucht))))"
    r"|(?P<twice>[dD]oppelt\sso(?=\s)|[dD]as\sDoppelte(?!\w)))(?!\w)"
)
_NUMBER: Final = compiled(rf"(?:{NUMBER_WORDS})", re.IGNORECASE)
_FACTORS: Final = ("Faktor ", "Faktor von ", "Faktor bis zu ")


def multiplies(text: str, at: int, end: int) -> bool:
    """Tell whether a word from `at` to `end` multiplies: "fach" does, "mal" may count."""
    if not text[at:end].lower().endswith("mal"):
        return True
    return text.startswith((" so ", " mehr ", " höher"), end)


def is_factor(text: str, floor: int, at: int) -> bool:
    """Tell whether a number at `at` is one by which something is multiplied."""
    return text.endswith(_FACTORS, floor, at)


def hints_at_more(text: str) -> bool:
    """Tell in passing whether `streaks` or `multiples` could give any, which is rare."""
    return (
        "in Folge" in text
        or "nacheinander" in text
        or "hintereinander" in text
        or "oppel" in text
        or "fach" in text
        or "mal so" in text
    )


def multiples(text: str) -> Iterator[tuple[int, int, Decimal, int]]:
    """Read "verdoppelt" and its like, "dreimal so" and "doppelt so"."""
    for match in _MULTIPLIED.finditer(text):
        start, end = match.span(match.lastgroup or 0)
        yield start, end, _factor(match), start


def _factor(match: re.Match[str]) -> Decimal:
    if match["twice"]:
        return Decimal(2)
    if match["verb"]:
        return Decimal(_TIMES_WORD[match["verb"][3:7]])
    number = _NUMBER.match(match["many"])
    return number_of(number[0])[0] if number else Decimal(1)
