"""Tell a range from a change and the level it leads to, which 至 joins alike.

"5%至7%" is one; "由5%至7%" and "增加5亿元至30亿元" are not.
"""

from __future__ import annotations

from typing import Final

from briefing.language import table, words_of
from briefing.language.default.ranges import Ranges
from briefing.language.grammars import Change

_VERBS: Final = table("zh", "directions")["verbs"]
_MOVING: Final = words_of(_VERBS["up"], _VERBS["down"])
_FROM: Final = frozenset("由从從")


class _Chinese(Ranges):
    def joins(self, joint: str, words: list[str], change: Change, *, in_words: bool) -> bool:
        """Tell whether the words before and between two numbers make them a range."""
        last = self.governing([word for word in words if word != "了"])
        if joint in self._range and (
            last in _FROM or (last in _MOVING and change.is_whole and change.is_level)
        ):
            return False
        return super().joins(joint, words, change, in_words=in_words)


RANGES: Final = _Chinese("zh")
