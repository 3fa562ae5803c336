"""Tell a range from a change and the level it leads to, which "a" joins alike.

"de 5 a 7 por ciento" is one; "subió del 5 al 7 por ciento" and "cayó 5 millones a 20" are not.
"""

from __future__ import annotations

from typing import Final

from briefing.language.default.ranges import Ranges
from briefing.language.es.direction_words import PASSING, VERBS
from briefing.language.grammars import Change

_FROM: Final = frozenset({"de", "del", "desde"})
_FARTHEST_VERB: Final = 10
_TO: Final = frozenset({"a", "al", "hasta"})


class _Spanish(Ranges):
    def joins(self, joint: str, words: list[str], change: Change, *, in_words: bool) -> bool:
        """Tell whether the words before and between two numbers make them a range."""
        if joint.partition(" ")[0] not in _TO:
            return super().joins(joint, words, change, in_words=in_words)
        near = words[-_FARTHEST_VERB:]
        moves = any(word in VERBS or word in PASSING for word in near)
        if self.governing(words) in _FROM:
            return not moves
        return not change.is_whole and not (change.is_level and moves)


RANGES: Final = _Spanish("es")
