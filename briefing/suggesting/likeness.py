"""Find the passages that share most with a text: rare words, names, numbers.

A word counts by how few passages hold it, and a long passage counts for less, as in the ranking of search
engines. Words that very many passages hold are not looked up, so that the work stays linear.
"""

from __future__ import annotations

import math
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefing.suggesting.passages import Passage

_COMMON = 0.05
"""The share of passages from which a word says nothing."""
_ALWAYS = 200
"""So many passages are always looked at, however few there are."""
_FEW = 4
"""So many passages may hold a rare word, however few there are."""
_LENGTH = 0.4
"""How much the length of a passage counts against it."""


class Index:
    """The passages by what they hold."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self.passages = passages
        self._of: dict[str, list[int]] = defaultdict(list)
        for number, passage in enumerate(passages):
            for stem in passage.stems:
                self._of[stem].append(number)
        total = sum(len(passage.stems) for passage in passages)
        self._usual = total / len(passages) if passages else 1.0
        self._most = max(_ALWAYS, int(len(passages) * _COMMON))

    def weight(self, stem: str) -> float:
        """Say how much a word says: the more the fewer passages hold it, and 0 if nearly all do."""
        count = len(self._of.get(stem, ()))
        return math.log(1 + (len(self.passages) - count + 0.5) / (count + 0.5)) if count else 0.0

    def is_rare(self, stem: str) -> bool:
        """Tell whether a word says what two passages share: few of them hold it."""
        return 0 < len(self._of.get(stem, ())) <= max(_FEW, len(self.passages) // 8)

    def holding(self, stem: str) -> Sequence[int]:
        """Return the numbers of the passages that hold a word, none for a word of very many."""
        held = self._of.get(stem, ())
        return held if len(held) <= self._most else ()

    def like(self, wanted: Mapping[str, float]) -> list[tuple[int, float]]:
        """Return passages with their scores, the best first; `wanted` says how much each word matters."""
        scores: defaultdict[int, float] = defaultdict(float)
        for stem, importance in sorted(wanted.items()):
            weight = importance * self.weight(stem)
            for number in self.holding(stem):
                scores[number] += weight
        found = [
            (number, score / self._length(self.passages[number]))
            for number, score in scores.items()
        ]
        return sorted(found, key=lambda one: (-one[1], one[0]))

    def _length(self, passage: Passage) -> float:
        return 1 - _LENGTH + _LENGTH * len(passage.stems) / self._usual
