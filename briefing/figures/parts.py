"""Tell a figure of which words speak of a part: "half of its 40 plants closed" is not about 40."""

from __future__ import annotations

from typing import Final

from briefing.figures.hedges import HEDGES
from briefing.figures.not_a_count import is_year
from briefing.figures.numerals import ORDINALS, SMALL, TENS
from briefing.model.figures import Quantity, QuantityKind

_REACH: Final = 96
"""How far before a figure, in code points, the word that tells a part may start."""
_MOST_BETWEEN: Final = 8
_CLOSING: Final = frozenset(".,;:!?)—–")
_OPENING: Final = "([\"'“‘"

_ALWAYS: Final = frozenset(
    "most much many some several few fewer none any one part parts bulk rest remainder chunk slice"
    " thirds fourths fifths sixths sevenths eighths ninths tenths halves two-thirds three-quarters"
    " dozens scores hundreds thousands percent pct cent portion fraction majority minority".split()
)
"""Before "of", each tells a part."""
_OR_SHARES: Final = frozenset({"portion", "fraction", "majority", "minority"})
"""Of these, a percentage tells how large they are: "a majority of 60%"."""
_OF_A_WHOLE: Final = frozenset({"part", "parts", "one"})
"""Of these, what a figure describes is whole: "part of a $52 billion plan"."""
_FRACTIONS: Final = frozenset({"half", "quarter", "quarters", *ORDINALS})
"""Before "of", each tells a part, or names a period or a place: "a quarter of", "the quarter of"."""
_COUNTS: Final = frozenset({"a", "an", *SMALL, *TENS})
_PERIODS: Final = frozenset({"first", "second", "last", "final", "latter", "the", "this", "fiscal"})
"""Before "half", these make it one of a year or of a match."""
_OWNED: Final = frozenset("the its their his her our these those this that".split())
_LINKING: Final = (
    _OWNED
    | {"all", "a", "an", "planned", "total", "original"}
    | {word for phrase in HEDGES for word in phrase.split() if word != "of"}
)
"""What may stand between "of" and the figure."""


def is_of_a_part(text: str, quantity: Quantity) -> bool:
    """Tell whether the words right before a quantity of `text` speak of a part of it."""
    words = text[max(0, quantity.start - _REACH) : quantity.start].lower().split()
    after = ""
    for _ in range(_MOST_BETWEEN):
        if not words or not _links(words[-1]):
            break
        after = words.pop()
    if after in _OWNED and words and words[-1].strip(_OPENING) == "half":
        return len(words) == 1 or words[-2] not in _PERIODS
    if not words or words[-1].strip(_OPENING) != "of":
        return False
    if len(words) == 1 or words[-2][-1] in _CLOSING:  # "of the 500 employees, 40 left"
        return after in _OWNED
    return _is_part(words[:-1], quantity.kind, article=after in ("a", "an"))


def _links(word: str) -> bool:
    return word.strip("(") in _LINKING or word.endswith(("'s", "’s", "s'", "s’"))


def _is_part(words: list[str], kind: QuantityKind, *, article: bool) -> bool:
    """Tell whether words before "of", and an article after it, end with one that tells a part."""
    last = words[-1].strip(_OPENING)
    before = words[-2].strip(_OPENING) if len(words) > 1 else ""
    if last.endswith("%"):
        return True
    if last in _ALWAYS:
        if last in _OF_A_WHOLE and (before == "as" or article):  # "part of a $52 billion plan"
            return False
        return not (kind is QuantityKind.PERCENT and last in _OR_SHARES)
    if last in _COUNTS or (last.isdigit() and not is_year(last)):  # "six of the world's ten"
        return kind is QuantityKind.COUNT
    if last == "half":
        return before not in _PERIODS
    if last in _FRACTIONS:
        return before in _COUNTS
    return last.partition("-")[0] in _COUNTS and last.rpartition("-")[2] in _ALWAYS | _FRACTIONS
