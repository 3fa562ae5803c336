"""Find the passages that share most with a text: rare words, names, numbers.

A word counts by how few passages hold it, and a long passage counts for less, as in the ranking of search
engines. Words that very many passages hold are not looked up, so that the work stays linear.
"""

from __future__ import annotations

import heapq
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
_GLANCE = 150
"""Passages that are looked at for an estimate: those that hold the rarest words."""
_WEIGHED = 10
"""The most promising of these are weighed by all their words."""


class Index:
    """The passages by what they hold."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self.passages = passages
        self._of: dict[str, list[int]] = defaultdict(list)
        for number, passage in enumerate(passages):
            for stem in passage.stems:
                self._of[stem].append(number)
        total = sum(len(passage.stems) for passage in passages)
        usual = total / len(passages) if passages else 1.0
        self._lengths = [1 - _LENGTH + _LENGTH * len(one.stems) / usual for one in passages]
        self._voices = [passage.voice for passage in passages]
        self._weights: dict[str, float] = {}
        self._most = max(_ALWAYS, int(len(passages) * _COMMON))

    def weight(self, stem: str) -> float:
        """Say how much a word says: the more the fewer passages hold it, and 0 if nearly all do."""
        if stem not in self._weights:
            count = len(self._of.get(stem, ()))
            share = (len(self.passages) - count + 0.5) / (count + 0.5)
            self._weights[stem] = math.log(1 + share) if count else 0.0
        return self._weights[stem]

    def is_rare(self, stem: str) -> bool:
        """Tell whether a word says what two passages share: few of them hold it."""
        return 0 < len(self._of.get(stem, ())) <= max(_FEW, len(self.passages) // 8)

    def holding(self, stem: str) -> Sequence[int]:
        """Return the numbers of the passages that hold a word, none for a word of very many."""
        held = self._of.get(stem, ())
        return held if len(held) <= self._most else ()

    def like(self, wanted: Mapping[str, float], most: int) -> list[tuple[int, float]]:
        """Return the `most` best passages with their scores; `wanted` says how much each word matters."""
        scores: defaultdict[int, float] = defaultdict(float)
        for stem, weight in self._adding(wanted).items():
            for number in self._of[stem]:
                scores[number] += weight
        found = [(-score / self._lengths[number], number) for number, score in scores.items()]
        return [(number, -score) for score, number in heapq.nsmallest(most, found)]

    def promise(self, wanted: Mapping[str, float], but: str) -> float:
        """Estimate the score of the best passage of another voice than `but`, from its rarest words alone."""
        weights = self._adding(wanted)
        scores: defaultdict[int, float] = defaultdict(float)
        seen = 0
        for stem in sorted(weights, key=lambda stem: (len(self._of[stem]), stem)):
            seen += len(self._of[stem])
            if seen > _GLANCE and scores:
                break
            for number in self._of[stem]:
                if self._voices[number] != but:
                    scores[number] += weights[stem]
        best = heapq.nsmallest(_WEIGHED, scores, key=lambda number: (-scores[number], number))
        return max((self._score(number, weights) for number in best), default=0.0)

    def _adding(self, wanted: Mapping[str, float]) -> dict[str, float]:
        """Return what each word adds to a score, in an order that does not change the sums."""
        held = ((stem, wanted[stem]) for stem in sorted(wanted))
        return {stem: much * self.weight(stem) for stem, much in held if self.holding(stem)}

    def _score(self, number: int, weights: Mapping[str, float]) -> float:
        shared = sorted(self.passages[number].stems & weights.keys())
        return sum(weights[stem] for stem in shared) / self._lengths[number]
