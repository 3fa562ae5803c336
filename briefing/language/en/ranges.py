"""Tell by the words before and between two numbers whether they are a range.

"5% to 7%" is one; "rose by $400 million to $2.9 billion" and "from 5% to 7%" are not.
"""

from __future__ import annotations

import re
from typing import Final

from briefing.language import table, words_of
from briefing.language.en.direction_words import MODALS, SIGN_BEFORE, SIGN_OF
from briefing.language.grammars import Change

RANGE_LINK: Final = (
    r"(?P<link>\s?[-–—−‑~]\s?|\s(?:to|and|or)\s|-to-|-\s(?:to|or)\s)"
    r"(?P<sign>[-−–]|(?:minus|negative)\s|(?P<above>\+|plus\s))?"
)
EITHER_LINK: Final = r"(?:\s?(?:±|\+/[-−–])\s?|,?\s(?:plus\sor\sminus|give\sor\stake)\s)"
SHARING_LINK: Final = r"(?:,\s(?:and\s|or\s)?|\s(?:and|or|to)\s|\s?[-–—]\s?)"
TO: Final = frozenset({"to"})
BETWEEN: Final = "between"

_DASHES: Final = frozenset("-–—−‑~")
_BLANKS: Final = " \n\xa0\u2009\u202f"
_WORDED: Final = frozenset(
    f"{before}{case}{after}"
    for before in _BLANKS
    for word, behind in (("to", _BLANKS), ("or", _BLANKS), ("an", "dD"))
    for after in behind
    for case in (word, word.upper())
)
"""How a word that links starts behind a number: most numbers have none."""
_FORECASTING: Final = MODALS | words_of(table("en", "directions")["joining"]["forecasting"])
"""What makes "grow by 2% to 4%" and "falling 2% to 4%" after it a range."""
_MOST_BEFORE_BY: Final = 7
_MOST_AFTER_MODAL: Final = 3
_BELOW: Final = ("minus ", "negative ")
_SIGN_ENDS: Final = frozenset({"us ", "US ", "ve ", "VE ", "/- ", "/− ", "/– "})
_EITHER: Final = re.compile(r"(?:±|\+/[-−–]|plus\sor\sminus|plus/minus)\s?$")
_STATING: Final = re.compile(r"(?<![a-z])(?:of|was|were|is|are|to|at|totaled|totalled)\s$")
_LONGEST_LEAD: Final = 12
_CHANGING: Final = ("from ", " by ")
_SOFTENERS: Final = words_of(
    "just only a an the level of",
    *(word for row in table("en", "hedges")["before"] for word in row["words"]),
)
"""What may stand between "from" or "between" and its number."""


def may_link(near: str) -> bool:
    """Tell in passing whether a range can go on with these four code points."""
    return near in _WORDED or near[:1] in _DASHES or near[1:2] in _DASHES


def borrows(text: str, floor: int, start: int) -> bool:
    """Tell "from 11 to 13%" and "by 5 to 13%", where the first number has the second's unit."""
    return text[max(floor, start - len(_CHANGING[0])) : start].lower().endswith(_CHANGING)


def sign_before(lead: str) -> tuple[int, str]:
    """Give how long "minus " or "negative " at the end of `lead` is, with its sign."""
    word = next((word for word in _BELOW if lead.endswith(word)), "")
    return len(word), "-" if word else ""


def may_sign(near: str) -> bool:
    """Tell in passing whether these three code points can end a sign or a word for one."""
    return near in _SIGN_ENDS or "±" in near or (near[-2:-1] == "/" and near[-1] in _DASHES)


def either_before(lead: str) -> int:
    """Give how long "plus or minus " or "±" at the end of `lead` is."""
    match = _EITHER.search(lead)
    return len(match[0]) if match else 0


def states_after(text: str, at: int) -> bool:
    """Tell "was (5)" and "a loss of ($5)" from a sum in brackets that explains another."""
    return _STATING.search(text, max(0, at - _LONGEST_LEAD), at) is not None


def opens_range(joint: str, lead: str) -> bool:
    """Tell in passing whether `lead`, in lower case, can open a range that is joined by `joint`."""
    return joint != "and" or BETWEEN in lead


def joins(joint: str, words: list[str], change: Change, *, in_words: bool) -> bool:
    """Tell whether the words before and between two numbers make them a range."""
    if joint == "and":
        return _governing(words) == BETWEEN
    if joint == "or":
        return in_words
    if joint != "to":
        return True
    if _governing(words) == "from":
        at = len(words) - 1 - words[::-1].index("from")
        return at > 0 and words[at - 1].startswith(("rang", "anywhere"))
    return not _changes(words, change)


def _governing(words: list[str]) -> str:
    """Give the last word that does not soften: "between" of "between about"."""
    return next((word for word in reversed(words) if word not in _SOFTENERS), "")


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
