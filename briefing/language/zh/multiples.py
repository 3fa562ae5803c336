"""Read what multiplies: "翻一番", "翻倍"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from briefing.patterns import compiled

_TIMES: Final = compiled(r"(?<!\w)翻(?P<many>[1-4])番(?!\w)")


def multiplies(text: str, at: int, end: int) -> bool:  # noqa: ARG001 (倍 always does)
    """Tell whether a unit that is a word for "times" multiplies."""
    return True


def is_factor(text: str, floor: int, at: int) -> bool:  # noqa: ARG001 (said with 倍)
    """Tell nothing: a factor is said with 倍."""
    return False


def hints_at_more(text: str) -> bool:
    """Tell in passing whether `multiples` could give any."""
    return "番" in text


def streaks(text: str) -> Iterator[tuple[int, int, Decimal, str]]:  # noqa: ARG001 (read as a count)
    """Give nothing: "连续三个季度" is a count."""
    return iter(())


def multiples(text: str) -> Iterator[tuple[int, int, Decimal, int]]:
    """Read "翻一番", which is twice as much, and "翻两番", four times."""
    for match in _TIMES.finditer(text):
        yield *match.span(), Decimal(2 ** int(match["many"])), match.start()
