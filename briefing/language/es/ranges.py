"""Tell a range from a change and the level it leads to, which "a" joins alike.

"de 5 a 7 por ciento" is one; "subió del 5 al 7 por ciento" and "cayó 5 millones a 20" are not.
"""

from __future__ import annotations

from typing import Final

from briefing.language.default.ranges import Ranges
from briefing.language.es.direction_words import PASSING, VERBS
from briefing.language.grammars import Change

_FROM: Final = frozenset({"de", "del", "desde"})
_SOFT: Final = frozenset({"un", "una", "unos", "unas", "el", "la", "los", "las", "casi"})
_FARTHEST_VERB: Final = 10
_LEAST: Final = (
    "al menos ",
    "lo menos ",
    "o menos ",
    "ando menos ",
    "ni menos ",
    "más menos ",
    "no menos ",
)
_TO: Final = frozenset({"a", "al", "hasta"})


class _Spanish(Ranges):
    def joins(self, joint: str, words: list[str], change: Change, *, in_words: bool) -> bool:
        """Tell whether the words before and between two numbers make them a range."""
        if joint.partition(" ")[0] not in _TO:
            return super().joins(joint, words, change, in_words=in_words)
        near = words[-_FARTHEST_VERB:]
        moves = any(word in VERBS or word in PASSING for word in near)
        if _is_from(words):
            return not moves
        return not change.is_whole and not (change.is_level and moves)

    def sign_before(self, lead: str) -> tuple[int, str]:
        """Give how long "menos " at the end of `lead` is; "al menos " is no minus."""
        return (0, "") if lead.endswith(_LEAST) else super().sign_before(lead)


def _is_from(words: list[str]) -> bool:
    """Tell whether "de" opens the two numbers: "de unos 5 a 7", "desde los 5"."""
    return next((word for word in reversed(words) if word not in _SOFT), "") in _FROM


RANGES: Final = _Spanish("es")
