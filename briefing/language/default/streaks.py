"""Read a run of units by its ordinal: "sixth consecutive quarter", "das dritte Jahr in Folge"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Final

from briefing.language import longest_first, table
from briefing.patterns import compiled


class Streaks:
    """Reads runs by what a language writes of them behind an ordinal of its table `numbers`."""

    def __init__(
        self, language: str, ordinal: str, run: str, unit_named: Callable[[str], str | None]
    ) -> None:
        """Take patterns: of an ordinal, `WORDS` for those in words and a group `digits`; of a run.

        The last group of the run is its unit.
        """
        self._ordinals: Final[dict[str, int]] = table(language, "numbers")["ordinals"]
        words = f"(?P<word>{longest_first(self._ordinals)})"
        pattern = rf"(?<![\w-])(?:{ordinal.replace('WORDS', words)}){run}(?!\w)"
        self._pattern = compiled(pattern, re.IGNORECASE)
        self._unit_named = unit_named

    def streaks(self, text: str) -> Iterator[tuple[int, int, Decimal, str]]:
        """Give each run, which counts as so many units in a row do: start, end, number, and unit."""
        for match in self._pattern.finditer(text):
            place = match["digits"] or self._ordinals[match["word"].lower()]
            unit = self._unit_named(match[match.lastgroup or 0].lower())
            if unit is not None:
                yield *match.span(), Decimal(place), f"consecutive {unit}"
