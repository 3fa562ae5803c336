"""Tell whether two numbers beside each other are a range, and what its ends are.

"5% to 7%" is one; "in 2023 to $3.2 billion", "the Model 3 to $38,990", "rose by $400 million to $2.9
billion" and "gave $500 to 2,000 customers" are not.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from briefing.figures import currencies, grammar, numerals
from briefing.figures.amounts import Amount, amount
from briefing.figures.grammar import Unit
from briefing.figures.hedges import HEDGES
from briefing.figures.intervals import Magnitude
from briefing.figures.not_a_count import is_dated, is_named, is_year
from briefing.figures.nouns import counted, names_a_counted
from briefing.figures.wording import MODALS, SIGN_BEFORE, SIGN_OF
from briefing.model.figures import QuantityKind, Sign

_LINK: Final = re.compile(
    r"(?P<link>\s?[-–—−‑~]\s?|\s(?:to|and|or)\s|-to-|-\s(?:to|or)\s)(?P<sign>[-−–+]|(?:minus|negative|plus)\s)?"
    rf"(?P<currency>{currencies.BEFORE_PATTERN})?"
    rf"(?P<number>{numerals.DIGITS}|(?:{numerals.WORDS})(?!\w))",
    re.IGNORECASE,
)
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
_FORECASTING: Final = MODALS | frozenset(
    "seen expected forecast projected likely expects expect sees see predicts predict".split()
)
"""What makes "grow by 2% to 4%" and "falling 2% to 4%" after it a range."""
_REACH: Final = 56
"""How far before a range the words that open or forbid it may start."""
_MOST_BEFORE_BY: Final = 7
_MOST_AFTER_MODAL: Final = 3
_BETWEEN: Final = "between"
_BELOW: Final = ("minus ", "negative ")
_SOFTENERS: Final = frozenset(word for phrase in HEDGES for word in phrase.split()) | frozenset(
    {"just", "only", "a", "an", "the", "level", "of"}
)
"""What may stand between "from" or "between" and its number."""
_LEVEL_AT_LEAST: Final = 5
"""From so many times the first number on, the second is the level after a change by the first."""
_MONEY: Final = QuantityKind.MONEY
_MINUS: Final = Sign.MINUS
_PLUS: Final = Sign.PLUS
_UNSAID: Final = Sign.UNSAID


class Range(NamedTuple):
    """Hold a range: its second number, its size, and its sign where both ends share one."""

    last: Amount
    size: Magnitude
    """Its least is below zero where the range reaches over zero."""
    sign: Sign
    start: int


class _Opening(NamedTuple):
    """Hold what stands before and between the numbers of what may be a range."""

    text: str
    start: int
    """Where the first number, or its "minus", starts."""
    words: list[str]
    """What stands before that, in lower case."""
    written: str
    joint: str
    """The dash or word between the numbers, without blanks."""
    number: str
    """The second number as written."""
    has_currency: bool
    """Whether a currency stands before the second number."""
    is_spaced: bool


def may_go_on(text: str, at: int) -> bool:
    """Tell in passing whether a range can go on at `at`: after most numbers none does."""
    near = text[at : at + 4]
    return near in _WORDED or near[:1] in _DASHES or near[1:2] in _DASHES


def range_at(
    text: str, floor: int, start: int, written: str, first: Amount, sign: Sign
) -> Range | None:
    """Read "91-93", "5% to 7%", "between 5 and 7" from their first number on; None for no range.

    `start` is where sign and currency of the first number start, `sign` what they say.
    """
    link = _LINK.match(text, first.end)
    if link is None:
        return None
    joint = link["link"].strip("-" + _BLANKS).lower() or "-"
    if joint == "and" and _BETWEEN not in text[max(floor, start - _REACH) : start].lower():
        return None
    last = amount(text, link["number"], link.end(), grammar.currency(link["currency"]))
    if last is None or not _alike(first, last):
        return None
    if sign is _UNSAID:
        near = text[max(floor, start - len(_BELOW[-1])) : start].lower()
        word = next((word for word in _BELOW if near.endswith(word)), "")
        start, sign = start - len(word), _MINUS if word else _UNSAID
    lead = text[max(floor, start - _REACH) : start]
    opening = _Opening(
        text,
        start,
        lead.lower().split(),
        written,
        joint,
        link["number"],
        link["currency"] is not None,
        link["link"] != link["link"].strip(),
    )
    found = _sized(first, last, sign, _sign(link["sign"]))
    if found is None or not _opens(opening, first, last) or not _joins(opening, first, last):
        return None
    return Range(last, *found, start)


def borrowing(text: str, start: int, written: str, first: Amount) -> Amount:
    """Give a number the unit of the one it is left for: "from 11 to 13%", "from 20 to 30 stores"."""
    link = _LINK.match(text, first.end)
    if link is None or link["link"].strip().lower() != "to" or link["currency"]:
        return first
    if is_year(written) or is_named(text, start):
        return first
    last = amount(text, link["number"], link.end(), None)
    if last is None:
        return first
    unit = last.unit
    if unit is None:
        noun = counted(text, last.end)
        unit = Unit(noun.kind, noun.unit) if noun else None
    scale = last.suffix.scale if first.value <= last.value else None
    suffix = first.suffix._replace(scale=first.suffix.scale or scale)
    return first._replace(unit=unit, suffix=suffix)


def is_unclear(text: str, first: Amount) -> bool:
    """Tell whether the minus of a number may hold for one end or for both: "-1%-2%"."""
    link = _LINK.match(text, first.end)
    return link is not None and link["link"].strip() in _DASHES and not link["sign"]


def _sign(written: str | None) -> Sign:
    if not written:
        return _UNSAID
    return _PLUS if written in ("+", "plus ") else _MINUS


def _sized(
    first: Amount, last: Amount, sign: Sign, last_sign: Sign
) -> tuple[Magnitude, Sign] | None:
    """Give size and sign of a range; None where its ends would stand in the wrong order."""
    scale = last.suffix.scale if first.value <= last.value else None
    least, least_grain = first.scaled(scale)
    most, most_grain = last.scaled(None)
    if last_sign is _MINUS:
        if sign is not _MINUS or least < most:
            return None
        return Magnitude(most, least, most_grain, least_grain, exact=False), _MINUS
    if sign is _MINUS:
        return Magnitude(-least, most, least_grain, most_grain, exact=False), _UNSAID
    if least > most:
        return None
    return Magnitude(least, most, least_grain, most_grain, exact=False), sign


def _alike(first: Amount, last: Amount) -> bool:
    """Tell whether two numbers can share a unit: "5 to 7%" and "$5-7", never "5% to 7"."""
    if last.unit is None:
        return first.suffix.unit is None or first.end == first.suffix.bare_end
    return first.unit is None or (
        first.unit.name == last.unit.name and first.unit.factor == last.unit.factor
    )


def _opens(opening: _Opening, first: Amount, last: Amount) -> bool:
    """Tell whether the first number can open a range: no year, no name, no other thing."""
    if first.unit is None and opening.has_currency:
        return False
    if opening.joint in _DASHES:
        if opening.is_spaced and opening.joint == "—":
            return False
        if opening.written[0].isalpha() != opening.number[0].isalpha():
            return False
    elif last.is_bare and first.unit is not None and names_a_counted(opening.text, last.end):
        return False  # "gave $500 to 2,000 customers"
    if last.unit is None and is_year(opening.number):
        return False
    if not first.is_bare:
        return True
    if is_year(opening.written) and (
        not (last.is_bare and opening.number.replace(",", "").isdigit()) or is_dated(opening.words)
    ):
        return False
    return not is_named(opening.text, opening.start)


def _joins(opening: _Opening, first: Amount, last: Amount) -> bool:
    """Tell whether the words before and between two numbers make them a range."""
    words = opening.words
    if opening.joint == "and":
        return _governing(words) == _BETWEEN
    if opening.joint == "or":
        return opening.written[0].isalpha()
    if opening.joint != "to":
        return True
    if _governing(words) == "from":
        at = len(words) - 1 - words[::-1].index("from")
        return at > 0 and words[at - 1].startswith(("rang", "anywhere"))
    return not _changes(words, first, last)


def _governing(words: list[str]) -> str:
    """Give the last word that does not soften: "between" of "between about"."""
    return next((word for word in reversed(words) if word not in _SOFTENERS), "")


def _changes(words: list[str], first: Amount, last: Amount) -> bool:
    """Tell a change and the level it leads to: "rose $2 billion to $5 billion", "fell by 2% to 18%".

    In a forecast the same words give a range: "will grow by 2% to 4%".
    """
    size, least = last.scaled(None)[0], first.scaled(None)[0]
    is_level = least * _LEVEL_AT_LEAST <= size
    is_money = last.unit is not None and last.unit.kind is _MONEY
    other_scale = first.suffix.scale is not None and first.suffix.scale != last.suffix.scale
    is_whole = first.unit is not None or other_scale
    link = words[-1] if words else ""
    if link == "of":
        return is_whole and is_money and is_level and words[-2:][0] in SIGN_OF
    before = words[-1 - _MOST_BEFORE_BY : -1] if link == "by" else words[-1:]
    verb = next((word for word in reversed(before) if word in SIGN_BEFORE), None)
    at = len(words) - 1 - words[::-1].index(verb) if verb else len(words)
    if any(word in _FORECASTING for word in words[max(0, at - _MOST_AFTER_MODAL) : at]):
        return False
    if verb is None:
        return link == "by" and is_whole and is_money and is_level
    return is_whole or (is_level and last.is_bare)
