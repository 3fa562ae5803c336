"""Tell by the words before and between two numbers whether they are a range.

"5 bis 7 Prozent" is one; "stieg um 8 Prozent auf 3 Milliarden" and "von 5 auf 7 Prozent" are not.
"""

from __future__ import annotations

import re
from typing import Final

from briefing.language import table, words_of
from briefing.language.grammars import Change
from briefing.language.numerals import digits

RANGE_LINK: Final = (
    r"(?P<link>\s?[-–—−‑~]\s?|\s(?:bis(?:\szu)?|und|oder|auf|statt)\s|-bis-|-\s(?:bis|oder)\s)"
    r"(?P<sign>[-−–]|minus\s|(?P<above>\+|plus\s))?"
)
EITHER_LINK: Final = r"(?:\s?(?:±|\+/[-−–])\s?|,?\splus\s(?:oder\s)?minus\s|,?\splus/minus\s)"
SHARING_LINK: Final = r"(?:,\s(?:und\s|oder\s)?|\s(?:und|oder|bis|auf|statt)\s|\s?[-–—]\s?)"
TO: Final = frozenset({"auf", "statt", "oder", "und"})
BETWEEN: Final = "zwischen"

_DASHES: Final = frozenset("-–—−‑~")
_BLANKS: Final = " \n\xa0\u2009\u202f"
_WORDED: Final = frozenset(
    f"{blank}{start}"
    for blank in _BLANKS
    for word in ("bis", "und", "ode", "auf", "sta")
    for start in (word, word.upper())
)
"""How a word that links starts behind a number: most numbers have none."""
_SOFTENERS: Final = words_of(
    "nur einem einer einen ein der die den",
    *(word for row in table("de", "hedges")["before"] for word in row["words"]),
)
"""What may stand between "von" or "zwischen" and its number."""
_CHANGING: Final = ("von ", " um ")
_INSTEAD: Final = re.compile(rf"{digits('de')}\s(?:statt|oder|und)\s")
_BELOW: Final = "minus "
_SIGN_ENDS: Final = frozenset({"us ", "US ", "/- ", "/− ", "/– "})
_EITHER: Final = re.compile(r"(?:±|\+/[-−–]|plus\s(?:oder\s)?minus|plus/minus)\s?$")
_STATING: Final = re.compile(r"(?<![a-zäöü])(?:von|betrug|war|waren|ist|sind|auf|bei)\s$")
_LONGEST_LEAD: Final = 10


def may_link(near: str) -> bool:
    """Tell in passing whether a range can go on with these four code points."""
    return near in _WORDED or near[:1] in _DASHES or near[1:2] in _DASHES


def borrows(text: str, floor: int, start: int) -> bool:
    """Tell "von 11 auf 13 Prozent" and "63 statt 58 Euro", where the first has the second's unit."""
    if text[max(floor, start - len(_CHANGING[0])) : start].lower().endswith(_CHANGING):
        return True
    return _INSTEAD.match(text, start) is not None


def sign_before(lead: str) -> tuple[int, str]:
    """Give how long "minus " at the end of `lead` is, with its sign."""
    return (len(_BELOW), "-") if lead.endswith(_BELOW) else (0, "")


def may_sign(near: str) -> bool:
    """Tell in passing whether these three code points can end a sign or a word for one."""
    return near in _SIGN_ENDS or "±" in near or (near[-2:-1] == "/" and near[-1] in _DASHES)


def either_before(lead: str) -> int:
    """Give how long "plus oder minus " or "±" at the end of `lead` is."""
    match = _EITHER.search(lead)
    return len(match[0]) if match else 0


def states_after(text: str, at: int) -> bool:
    """Tell "betrug (5)" and "ein Verlust von (5)" from a sum in brackets that explains another."""
    return _STATING.search(text, max(0, at - _LONGEST_LEAD), at) is not None


def opens_range(joint: str, lead: str) -> bool:
    """Tell in passing whether `lead`, in lower case, can open a range that is joined by `joint`."""
    return joint != "und" or BETWEEN in lead


def joins(joint: str, words: list[str], change: Change, *, in_words: bool) -> bool:
    """Tell whether the words before and between two numbers make them a range."""
    if joint == "und":
        return _governing(words) == BETWEEN
    if joint == "oder":
        return in_words
    return joint not in ("auf", "statt") and (
        joint == "bis" or not change.is_level or not change.is_whole
    )


def _governing(words: list[str]) -> str:
    """Give the last word that does not soften: "zwischen" of "zwischen rund"."""
    return next((word for word in reversed(words) if word not in _SOFTENERS), "")
