"""Tell a range from a change: "de 5 à 7 %" is one, "est passé de 5 à 7 %" is not."""

from __future__ import annotations

import re
from typing import Final

from briefing.language import table, words_of
from briefing.language.default.ranges import Ranges
from briefing.language.grammars import Change

_TABLE: Final = table("fr", "ranges")["moving"]
_PASSING: Final = words_of(_TABLE["passing"])
_MOVED: Final = words_of(_TABLE["moved"])
_NOUNS_AFTER: Final = words_of(_TABLE["nouns_after"])
_MOST_BEFORE: Final = 7
_BOUNDING: Final = frozenset({"au", "du", "ou", "le", "pas"})
_DASHES: Final = frozenset("-−–")
_DASHED: Final = re.compile(
    r"(?:(?<![\w])(?:de|à|est|était|atteint|s'établit à|ressort à)\s|[:(]\s?)(?P<dash>[-−–]\s)$"
)
"""A minus that a blank parts from its number: "était de - 0,5 %"."""
_OF: Final = (["de"], ["d'"])


class _French(Ranges):
    def sign_before(self, lead: str) -> tuple[int, str]:
        """Give how long "moins " at the end of `lead` is, with its sign; "au moins " is a bound."""
        dash = _DASHED.search(lead)
        if dash is not None:
            return len(dash["dash"]), "-"
        length, sign = super().sign_before(lead)
        before = lead[: len(lead) - length].replace("’", "'").split()[-1:]
        is_bound = before != [] and before[0].rpartition("'")[2] in _BOUNDING
        return (0, "") if is_bound else (length, sign)

    def may_sign(self, near: str) -> bool:
        """Tell in passing whether these three code points can end a sign or a word for one."""
        return super().may_sign(near) or (near[-2:-1] in _DASHES and near[-1:].isspace())

    def joins(self, joint: str, words: list[str], change: Change, *, in_words: bool) -> bool:
        """Tell whether the words before and between two numbers make them a range.

        "A augmenté de 5 à 7 %" may be a rise by so much or from one to the other, so it is not a range.
        """
        if joint != "à":
            return super().joins(joint, words, change, in_words=in_words)
        if change.is_whole and change.is_level:
            return False  # "a perdu 3 points à 85 points"
        if words[-1:] not in _OF:
            return True
        before = words[-1 - _MOST_BEFORE : -1]
        if not _PASSING.isdisjoint(before):
            return False
        if before[-1:] == [] or before[-1] not in _MOVED:
            return True
        return before[-2:-1] != [] and before[-2] in _NOUNS_AFTER


RANGES: Final = _French("fr")
