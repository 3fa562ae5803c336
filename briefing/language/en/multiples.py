"""Read what multiplies or runs on: "5 times", "a factor of 5", "doubled", "sixth straight year"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from briefing.language.default.streaks import Streaks
from briefing.language.en.counting import unit_named
from briefing.patterns import compiled

STREAKS: Final = Streaks(
    "en",
    r"WORDS|(?P<digits>[0-9]{1,3})(?:st|nd|rd|th)",
    r"[\s-](?:(?:consecutive|straight|successive)\s(?P<noun>[A-Za-z]+)"
    r"|(?P<unit>year|quarter|month|week|day|session)\s(?:in\sa\srow|running))",
    unit_named,
)
_MULTIPLIED: Final = compiled(
    r"(?<![\w-])(?:(?:to|will|would|could|may|might|can|should)\s(?P<will>double|triple|quadruple)"
    r"|(?P<did>doubled|doubling|tripled|tripling|trebled|quadrupled|quadrupling|quintupled)"
    r"|(?P<many>twice|double|triple)(?=\s(?:as|the|that|its|their|what)\s))(?![\w-])(?!\sdown)",
    re.IGNORECASE,
)
_FACTORS: Final = {"doubl": 2, "twice": 2, "tripl": 3, "trebl": 3, "quadr": 4, "quint": 5}
"""By the first five letters of what `_MULTIPLIED` finds."""
_TIMES: Final = compiled(
    r"\s(?!(?:in|on|at|by|to|a|an|and|or|but|per|last|this|since|during|before|after|for|from|with"
    r"|until|because|when|while|if|daily|weekly|already|over|between|under|of)(?!\w))[A-Za-z]",
    re.IGNORECASE,
)
"""What may follow "times" where it multiplies: "times earnings", not "times in May"."""
_TIMES_REACH: Final = 32
_MULTIPLYING: Final = compiled(
    r"oversubscribed|subscribed|covered|rose|risen|grew|grown|increased|multiplied|up\s",
    re.IGNORECASE,
)
"""What may appear before where "times" ends its clause: "oversubscribed 12 times"."""


def multiplies(text: str, at: int, end: int) -> bool:
    """Tell whether a word from `at` to `end` multiplies: "fold" does, "times" may count."""
    if text[at : at + 1] == "-" or _TIMES.match(text, end) or not text.endswith("times", at, end):
        return True
    return _MULTIPLYING.search(text, max(0, at - _TIMES_REACH), at) is not None


def is_factor(text: str, floor: int, at: int) -> bool:
    """Tell whether a number at `at` is one by which something is multiplied."""
    return text.endswith("factor of ", floor, at)


def hints_at_more(text: str) -> bool:
    """Tell in passing whether `streaks` or `multiples` could give any, which is rare."""
    return (
        "consecutive" in text
        or "straight" in text
        or "successive" in text
        or "in a row" in text
        or "running" in text
        or "rebled" in text
        or "uintupled" in text
        or "oubl" in text
        or "ripl" in text
        or "uadrupl" in text
        or "wice " in text
    )


def multiples(text: str) -> Iterator[tuple[int, int, Decimal, int]]:
    """Read "doubled" and its like."""
    for match in _MULTIPLIED.finditer(text):
        start, end = match.span(match.lastgroup or 0)
        yield start, end, Decimal(_FACTORS[text[start : start + 5].lower()]), match.start()
