"""Tell a range from a change and the level it leads to, which "to" joins alike.

"5% to 7%" is one; "rose by $400 million to $2.9 billion" and "from 5% to 7%" are not.
"""

from __future__ import annotations

from typing import Final

from briefing.language import table, words_of
from briefing.language.default.ranges import Ranges
from briefing.language.en.direction_words import MODALS, SIGN_BEFORE, SIGN_OF
from briefing.language.grammars import Change

_FORECASTING: Final = MODALS | words_of(table("en", "directions")["joining"]["forecasting"])
"""What makes "grow by 2% to 4%" and "falling 2% to 4%" after it a range."""
_MOST_BEFORE_BY: Final = 7
_MOST_AFTER_MODAL: Final = 3


class _English(Ranges):
    def joins(self, joint: str, words: list[str], change: Change, *, in_words: bool) -> bool:
        """Tell whether the words before and between two numbers make them a range."""
        if joint != "to":
            return joint not in ("and", "or") or super().joins(
                joint, words, change, in_words=in_words
            )
        if self.governing(words) == "from":
            at = len(words) - 1 - words[::-1].index("from")
            return at > 0 and words[at - 1].startswith(("rang", "anywhere"))
        return not _changes(words, change)


def _changes(words: list[str], change: Change) -> bool:
    """Tell a change and the level it leads to: "rose $2 billion to $5 billion", "fell by 2% to 18%".

    In a forecast the same words give a range: "will grow by 2% to 4%".
    """
    is_sum = change.is_money and change.is_level
    link = words[-1] if words else ""
    if link == "of":
        return change.is_whole and is_sum and words[-2:][0] in SIGN_OF
    before = words[-1 - _MOST_BEFORE_BY : -1] if link == "by" else words[-1:]
    verb = next((word for word in reversed(before) if word in SIGN_BEFORE), None)
    at = len(words) - 1 - words[::-1].index(verb) if verb else len(words)
    if any(word in _FORECASTING for word in words[max(0, at - _MOST_AFTER_MODAL) : at]):
        return False
    if verb is None:
        return link == "by" and change.is_whole and is_sum
    return change.is_whole or (change.is_level and change.is_bare)


RANGES: Final = _English("en")
