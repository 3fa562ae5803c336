"""Read the noun that gives a number its direction through words that only link the two.

"The net loss attributable to shareholders was", "growth slowed to", "a drop in net income of": a
loss, a profit and growth are so whatever moved them; a drop or a rise only where the number is its
size, and not the level that it reached.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice, pairwise
from typing import Final

from briefing.language.en.direction_words import (
    ADJECTIVES,
    BARRIERS,
    CHANGES,
    COPULAS,
    ENDINGS,
    INCOMES,
    LEVELS,
    LINKS,
    LINKS_AFTER,
    PLACING,
    SIGN_BEFORE,
    SIGN_OF,
    SIGN_OF_SUM,
    SUMMING,
    TURNABLE,
    VERBS,
)

_FARTHEST_LINK: Final = 14
_FARTHEST_GOVERNOR: Final = 6
_TO_LEVEL: Final = ("to", "from")
_HITS: Final = ("hit", "hits")
ENDERS: Final = ENDINGS | LEVELS | {"from", "income", *_HITS}
"""What may appear right before the number: such a noun, or what joins one to it."""
_COUNTERFACTUAL: Final = (("rather", "than"), ("instead", "of"))
_UNSAID: Final = ""


def governing_noun(words: list[str], *, is_money: bool) -> str | None:
    """Read the noun that "of", "was", "widened to" and the like join to a number.

    None where all the words are such links, and the noun may appear before them.
    """
    nouns = SIGN_OF_SUM if is_money else SIGN_OF
    if "attributable" in words:
        words = [*words[: words.index("attributable")], *words[-1:]]
    last = len(words) - 1
    if last < 0 or words[last] not in ENDERS:
        return _UNSAID
    if words[last] in _HITS:
        words = [*words[:-1], "reached"]
    elif words[last] == "from" and (not last or words[last - 1] not in SIGN_BEFORE):
        return _UNSAID
    to_level = words[last] in _TO_LEVEL and (not last or words[last - 1] not in SUMMING)
    for at in range(last, max(-1, last - _FARTHEST_LINK), -1):
        word = words[at]
        if to_level and word in SIGN_BEFORE and word not in LEVELS and not _moves(words, at):
            continue
        if word in TURNABLE and (turned := _turned(words, at)):
            return turned
        sign = _income(words, at, nouns) if word == "income" else nouns.get(word)
        if sign is not None:
            return _governed(words, at, nouns, sign, to_level=to_level)
        if _is_link(words, at):
            continue
        return _UNSAID if at == last else _governor(words, at, nouns, to_level=to_level)
    return None


def _income(words: list[str], at: int, nouns: Mapping[str, str]) -> str | None:
    """Read "net income" as a profit; other income is a sale."""
    return nouns.get("profit") if at and words[at - 1] in INCOMES else None


def _is_link(words: list[str], at: int) -> bool:
    word = words[at]
    return (
        word in LINKS
        or word.endswith("ly")
        or (at > 0 and words[at - 1] in LINKS_AFTER.get(word, ()))
        or holds_digit(word)
    )


def _moves(words: list[str], at: int) -> bool:
    """Tell whether a noun of change is followed by a verb that moves it: "the drop slowed to"."""
    return words[at] in CHANGES and any(word in SIGN_BEFORE for word in words[at + 1 : -1])


def _turned(words: list[str], at: int) -> str:
    """Read "negative" and "positive" close before a noun."""
    for word in islice(reversed(words[max(0, at - 3) : at]), 3):
        if word in ("negative", "minus"):
            return "-"
        if word == "positive":
            return "+"
        if word in LINKS:
            break
    return _UNSAID


def _governed(
    words: list[str], at: int, nouns: Mapping[str, str], sign: str, *, to_level: bool
) -> str:
    """Give a noun's direction, or that of "a drop in" before it; none for "rather than a loss"."""
    before = words[max(0, at - 4) : at]
    if "not" in before or any(pair in _COUNTERFACTUAL for pair in pairwise(before)):
        return _UNSAID
    if to_level or at == len(words) - 1:
        return sign
    return _governor(words, at - 1, nouns, to_level=False) or sign


def _governor(words: list[str], at: int, nouns: Mapping[str, str], *, to_level: bool) -> str:
    """Read the noun of "a drop in net income of", with no verb between."""
    if nouns.keys().isdisjoint(words):
        return _UNSAID
    placing = (*PLACING, "of") if words[-1] == "of" or words[-1] in COPULAS else PLACING
    for place in range(at, max(-1, at - _FARTHEST_GOVERNOR), -1):
        word = words[place]
        sign = nouns.get(word)
        if sign is not None and place + 1 < len(words) and words[place + 1] in placing:
            return _UNSAID if to_level and word not in LEVELS else sign
        if word in BARRIERS or word in SIGN_BEFORE or is_verb(word):
            break
    return _UNSAID


def is_verb(word: str) -> bool:
    """Tell whether a word parts a subject from a number."""
    return word in VERBS or (len(word) > 4 and word.endswith("ed") and word not in ADJECTIVES)


def holds_digit(word: str) -> bool:
    """Tell whether a word is written with digits."""
    return not word.isalpha() and any("0" <= letter <= "9" for letter in word)
