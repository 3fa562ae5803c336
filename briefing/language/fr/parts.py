"""Tell a figure of which words speak of a part: "la moitié des 40 usines ont fermé" is not about 40."""

from __future__ import annotations

from typing import Final

from briefing.language import table, words_of
from briefing.language.fr.direction import CLAUSES

_TABLE: Final = table("fr", "parts")
_NUMBERS: Final = table("fr", "numbers")
_REACH: Final = 96
"""How far before a figure, in code points, the word that tells a part may start."""
_MOST_BETWEEN: Final = 6
_OPENING: Final = "([\"'«“‘‹"

_ALWAYS: Final = words_of(_TABLE["always"]["words"])
_SHARES: Final = words_of(_TABLE["always"]["shares"])
_OF_A_WHOLE: Final = words_of(_TABLE["always"]["of_a_whole"])
_OF: Final = words_of(_TABLE["linking"]["of"])
_COMPARING: Final = words_of(_TABLE["linking"]["comparing"])
_COUNTS: Final = {"un", "une"}.union(*(_NUMBERS[one] for one in ("units", "teens", "tens")))
_DEFINITE: Final = frozenset({"des", "du", "parmi", "d'entre", "sur"})
_MORE: Final = frozenset({"fois", "mieux", "moins", "plus", "davantage", "vite"})
_OF_NONE: Final = frozenset({"part", "reste", "peu", "un", "une"})
"""Those that tell no part of what has no article: "une part de 5 %"."""
_BETWEEN: Final = words_of(
    _TABLE["linking"]["between"],
    *(word for row in table("fr", "hedges")["before"] for word in row["words"]),
) - {
    "de",
    "des",
    "d'",
    "sur",
    "un",
    "une",
    "plus",
    "moins",
    "d'un",
    "d'une",
    "à",
    "au",
    "aux",
    "que",
}


def is_of_a_part(text: str, at: int, *, is_count: bool, is_percent: bool) -> bool:
    """Tell whether the words right before a figure at `at` speak of a part of it."""
    words = text[max(0, at - _REACH) : at].lower().replace("’", "'").split()
    of, owner = "", ""
    for _ in range(_MOST_BETWEEN):
        last = words[-1].strip(_OPENING) if words and words[-1] != "d'" else "".join(words[-1:])
        if last in _OF:
            of = words.pop() and last
        elif last in _BETWEEN:
            owner = words.pop()
        else:
            break
    if words[-1:] != [] and words[-1] in _COMPARING and not _MORE.isdisjoint(words[-4:-1]):
        return True  # "deux fois plus que les 40 usines"
    if not of:
        return False
    is_definite = of in _DEFINITE or owner != ""
    if not words or CLAUSES.closes(words[-1]):  # "sur les 500 salariés, 40 sont partis"
        return of in _DEFINITE and (is_count or owner != "")
    last = words[-1].strip(_OPENING)
    if is_count and is_definite and (last in _COUNTS or last.isdigit()):
        return True
    return _is_part(last, is_definite=is_definite, is_percent=is_percent)


def _is_part(last: str, *, is_definite: bool, is_percent: bool) -> bool:
    """Tell whether the word before "de" or "des" tells a part."""
    if (last in _OF_A_WHOLE and not is_definite) or (last in _SHARES and is_percent):
        return False
    if last not in _ALWAYS and not last.endswith("%"):
        return False
    return is_definite or last not in _OF_NONE
