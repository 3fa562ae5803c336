"""Tell numbers that count things from numbers that name them: years, dates, ranks, product names."""

from __future__ import annotations

import re
from typing import Final

from briefing.language.default.names import Beside, Names

_CHANGED: Final = re.compile(r"\s(?:menos|más)(?!\w)(?!\so\s)")
""""200 tiendas menos que en 2023" are no 200."""
_PLACES: Final = ("primer", "últim", "próxim", "siguiente", "pasad")
_LONGEST_WORD: Final = 24


class _Spanish(Names):
    def is_other(self, beside: Beside) -> bool:
        """Tell "uno de cada cinco usuarios", "a las 12 horas" and "200 tiendas menos" from counts."""
        words = beside.words
        if _CHANGED.match(beside.text, beside.span[1]) or words[-2:] == ["de", "cada"]:
            return True
        if beside.unit in self.lengths and self._is_placed(beside):
            return True
        return beside.unit == "hours" and words[-2:] in (["a", "las"], ["de", "las"])

    def _is_placed(self, beside: Beside) -> bool:
        """Tell "los nueve primeros meses" and "los últimos tres años", which name a period."""
        at, end = beside.span
        beside_it = [*beside.words[-1:], *beside.text[at:end].lower().split()]
        return any(word.startswith(_PLACES) for word in beside_it)

    def names_counted(self, beside: Beside) -> bool:
        """Tell "Llama 3 modelos" from "en Madrid 300 personas" and "Madrid 1.200 personas"."""
        if any(sign in beside.number for sign in ".,\u00a0 ") or beside.words[-2:-1] == ["en"]:
            return False
        return self.is_name(beside.text, beside.span[0], beside.raw)

    def is_of_count(self, beside: Beside) -> bool:
        """Tell "dos de sus | siete plantas", which counts both, from "sus siete plantas"."""
        words, at = beside.words, beside.span[0]
        if words[-1:] == [] or words[-1] not in self.owning:
            return False
        before = beside.text[max(0, at - _LONGEST_WORD) : at].lower().split()[-3:-1]
        if before[1:] != ["de"]:
            return False
        return before[0].isdigit() or before[0] in self.small


NAMES: Final = _Spanish("es", r"(?:\.?º)?[\s-](?:de\s)?([A-Za-zÁÉÍÓÚÜÑáéíóúüñ]+)")
