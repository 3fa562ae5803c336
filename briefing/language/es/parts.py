"""Tell a figure of which words speak of a part: "la mitad de las 40 plantas cerró" is not about 40."""

from __future__ import annotations

from typing import Final

from briefing.language import table, words_of
from briefing.language.es.direction import CLAUSES

_TABLE: Final = table("es", "parts")
_NUMBERS: Final = table("es", "numbers")
_REACH: Final = 96
"""How far before a figure, in code points, the word that tells a part may start."""
_MOST_BETWEEN: Final = 6
_OPENING: Final = "([\"'“‘«¿¡"

_ALWAYS: Final = words_of(_TABLE["always"]["words"])
_SHARES: Final = words_of(_TABLE["always"]["shares"])
_OF_A_WHOLE: Final = words_of(_TABLE["always"]["of_a_whole"])
_OF: Final = words_of(_TABLE["linking"]["of"])
_OWNED: Final = words_of(_TABLE["linking"]["owned"])
_SEVERAL: Final = words_of(_TABLE["linking"]["several"])
_COUNTS: Final = {"un", "una"}.union(*(_NUMBERS[one] for one in ("units", "teens", "tens")))
_BETWEEN: Final = (
    (
        words_of(
            _TABLE["linking"]["between"],
            *(word for row in table("es", "hedges")["before"] for word in row["words"]),
        )
        | _OWNED
    )
    - _OF
    - {"que"}
)


def is_of_a_part(text: str, at: int, *, is_count: bool, is_percent: bool) -> bool:
    """Tell whether the words right before a figure at `at` speak of a part of it."""
    words = text[max(0, at - _REACH) : at].lower().split()
    of, owner = "", ""
    for _ in range(_MOST_BETWEEN):
        last = words[-1].strip(_OPENING) if words else ""
        if last in _OF and not of:
            of = words.pop() and last
        elif last in _BETWEEN and not of:
            owner = words.pop()
        else:
            break
    if words[-1:] == ["que"] and not _SEVERAL.isdisjoint(words[-4:-1]):
        return True  # "tres veces más que las 40 plantas"
    if not of:
        return False
    if not words or CLAUSES.closes(words[-1]):  # "de las 500 personas, 40 se fueron"
        return owner in _OWNED
    last = words[-1].strip(_OPENING)
    if last in _OF_A_WHOLE and owner in ("un", "una"):
        return False
    if last in _SHARES and is_percent:
        return False
    if last in _ALWAYS or last.endswith("%"):
        return True
    return is_count and (last in _COUNTS or last.isdigit())
