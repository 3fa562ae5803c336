"""Tell pounds of money from pounds of weight."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.language import words_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

_NEAR: Final = 64
"""How many code points around a number tell whether its pounds are of weight or of money."""
_MARKS: Final = ".,;:()'\""


class Weighed:
    """Tells units of money that are units of weight too by the words around them."""

    def __init__(self, held: Mapping[str, Any]) -> None:
        self.words = frozenset(held.get("words", ()))
        self._money = words_of(held.get("money", ""))
        self._weight = words_of(held.get("weight", ""))
        self._not_after = words_of(held.get("not_after", ""))

    def is_money(self, text: str, at: int, end: int, *, is_scaled: bool) -> bool | None:
        """Tell what a number that ends at `at`, its unit at `end`, is of; None where nothing tells."""
        before = {word.strip(_MARKS).lower() for word in text[max(0, at - _NEAR) : at].split()}
        after = text[end : end + _NEAR].split(None, 2)[:2]
        is_part = bool(after) and after[0] in self._not_after
        says_money = bool(before & self._money) or (after[1:] != [] and after[1] in self._money)
        says_weight = bool(before & self._weight) or is_part
        if says_money and says_weight:
            return None
        if says_weight:
            return False
        return True if says_money or is_scaled else None
