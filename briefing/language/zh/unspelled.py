"""Say of numbers in words that there are none: the pieces of a text have them in digits."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

NUMBER_WORDS: Final = "(?!)"
NUMBERS: Final = re.compile(NUMBER_WORDS)
GOES_ON: Final = re.compile(r"(?P<half>(?!))(?P<link>(?P<and>))(?P<number>)")
ARTICLES: Final[frozenset[str]] = frozenset()


def number_of(text: str) -> tuple[Decimal, Decimal]:
    """Give the value of digits."""
    return Decimal(text), Decimal(1)


def is_of_article(words: list[str], text: str, at: int) -> bool:  # noqa: ARG001 (no articles)
    """Tell nothing: there are no articles."""
    return False
