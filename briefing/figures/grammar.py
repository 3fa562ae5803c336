"""Spell out how a number may be written: what stands right before it, right after it, and in ranges.

Only the spellings that a table holds are units; the patterns here find where such a spelling would
stand, each with a bounded look from a known place.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final, NamedTuple, cast

from briefing.figures import currencies, numerals
from briefing.model.figures import QuantityKind, Sign

DIGITS: Final = re.compile(numerals.DIGITS)
WORDS: Final = re.compile(
    # The first letters stand in front as one set, and the look behind comes second, because the
    # engine then skips from letter to letter; the flag for letter case would take that away.
    rf"[{numerals.INITIALS}](?<![\w-].)(?:(?:{numerals.WORDS_AFTER_INITIAL})(?=fold|(?!\w))"
    rf"|{numerals.ARTICLE_AFTER_INITIAL})"
)
STREAK: Final = re.compile(
    rf"(?<![\w-])(?:(?P<word>{'|'.join(numerals.ORDINALS)})|(?P<digits>[0-9]{{1,3}})(?:st|nd|rd|th))"
    r"[\s-](?:(?:consecutive|straight|successive)\s(?P<noun>[A-Za-z]+)"
    r"|(?P<unit>year|quarter|month|week|day|session)\s(?:in\sa\srow|running))(?!\w)",
    re.IGNORECASE,
)
MULTIPLIED: Final = re.compile(
    r"(?<![\w-])(?:(?:to|will|would|could|may|might|can|should)\s(?P<will>double|triple|quadruple)"
    r"|(?P<did>doubled|doubling|tripled|tripling|trebled|quadrupled|quadrupling|quintupled)"
    r"|(?P<many>twice|double|triple)(?=\s(?:as|the|that|its|their|what)\s))(?![\w-])(?!\sdown)",
    re.IGNORECASE,
)
MULTIPLIERS: Final = {"doubl": 2, "twice": 2, "tripl": 3, "trebl": 3, "quadr": 4, "quint": 5}
"""By the first five letters of what `MULTIPLIED` finds."""

_PREFIX: Final = re.compile(
    rf"(?P<sign>[-−–+])?(?P<currency>(?<![A-Za-z])(?:{currencies.BEFORE_PATTERN}))?"
    r"(?P<inner>[-−–])?$",
    re.IGNORECASE,
)
_PREFIX_REACH: Final = 8
_SCALE: Final = re.compile(
    rf"(\+|-plus(?!\w))?(?:(?:{numerals.SCALE_WORD})|({numerals.SCALE_LETTER}))?(\+|-plus(?!\w))?",
    re.IGNORECASE,
)
_UNIT: Final = re.compile(r"[\s-]?([A-Za-z€£][A-Za-z.]*|%)")
_NEXT: Final = re.compile(r"[\s-]([A-Za-z]+)")
_TIMES: Final = re.compile(
    r"\s(?!(?:in|on|at|by|to|a|an|and|or|but|per|last|this|since|during|before|after|for|from|with"
    r"|until|because|when|while|if|daily|weekly|already|over|between|under|of)(?!\w))[A-Za-z]",
    re.IGNORECASE,
)
"""What may follow "times" where it multiplies: "times earnings", not "times in May"."""
_TIMES_REACH: Final = 32
_MULTIPLYING: Final = re.compile(
    r"oversubscribed|subscribed|covered|rose|risen|grew|grown|increased|multiplied|up\s",
    re.IGNORECASE,
)
"""What may stand before where "times" ends its clause: "oversubscribed 12 times"."""
_GLUE: Final = frozenset("_#@%&-−–$/")
"""What joins digits to a name, a version, a date or a link when it stands right before them."""
_INSIDE: Final = frozenset(".,:/")
"""What joins digits to further ones right after: of a version, a time, a date, a decimal comma."""
_LEAST_OF_VERB_TOO: Final = 100
_LEAST_OF_NAMES: Final = 100
"""From here on a capital X makes a product's name ("777X"), below it a multiple ("15X")."""
_ONE: Final = Decimal(1)
_BASIS_POINT: Final = Decimal("0.01")


class Unit(NamedTuple):
    """Hold a unit as a word or sign after a number tells it."""

    kind: QuantityKind
    name: str
    factor: Decimal = _ONE


_PERCENT: Final = Unit(QuantityKind.PERCENT, "%")
_POINTS: Final = Unit(QuantityKind.POINTS, "percentage-points")
_BASIS_POINTS: Final = Unit(QuantityKind.POINTS, "percentage-points", _BASIS_POINT)
MULTIPLE: Final = Unit(QuantityKind.MULTIPLE, "x")

_UNITS: Final[dict[str, Unit]] = {
    "%": _PERCENT,
    "% point": _POINTS,
    "% points": _POINTS,
    "percent": _PERCENT,
    "per cent": _PERCENT,
    "pct": _PERCENT,
    "pc": _PERCENT,
    "percentage point": _POINTS,
    "percentage points": _POINTS,
    "pp": _POINTS,
    "ppt": _POINTS,
    "ppts": _POINTS,
    "basis point": _BASIS_POINTS,
    "basis points": _BASIS_POINTS,
    "bp": _BASIS_POINTS,
    "bps": _BASIS_POINTS,
    "x": MULTIPLE,
    "fold": MULTIPLE,
    "times": MULTIPLE,
    **{
        name: Unit(
            QuantityKind.MONEY,
            code,
            currencies.HUNDREDTH if name in currencies.HUNDREDTHS else _ONE,
        )
        for name, code in currencies.AFTER_NAMES.items()
    },
}
_BEGINNINGS: Final = frozenset(
    " ".join(words[:count])
    for words in (name.split() for name in _UNITS)
    for count in range(1, len(words))
)
"""Words that a unit of several words starts with."""

_FIRST_WORDS: Final = frozenset(
    word
    for name in (*_UNITS, *numerals.SCALES, *(f"{scale}s" for scale in numerals.SCALES))
    for word in [name.split()[0].partition(".")[0]]
)
"""What may follow a number first, as `_FOLLOWING` splits it."""
_FIRST_SIGNS: Final = frozenset("+-×%€£ \xa0\n")
_FOLLOWING: Final = re.compile(r"[\s-]?([A-Za-z]+)")
_GLUED: Final = re.compile(r"[a-z][A-Z]")
_BEFORE: Final = currencies.BEFORE
_LAST_OF_CURRENCIES: Final = frozenset(name[-1] for name in _BEFORE) | frozenset(
    name[-1].lower() for name in _BEFORE.keys() - currencies.IN_CAPITALS
)
_SPELLED: Final = frozenset(
    case
    for name in _BEFORE
    for case in (name, name.lower(), name.capitalize(), name[:-1] + name[-1].lower())
)
_APART: Final = frozenset(" (\n")
_UNSAID: Final = Sign.UNSAID


class Suffix(NamedTuple):
    """Hold what follows a number directly."""

    scale: Decimal | None
    touching: bool
    """Whether the scale is letters that touch the number, as in "7B"."""
    unit: Unit | None
    more: bool
    """Whether a plus says that it is more."""
    end: int
    bare_end: int
    """Where number and scale end, without the unit."""


class Prefix(NamedTuple):
    """Hold what stands directly before a number."""

    start: int
    """Where sign and currency start."""
    sign: Sign
    unit: str | None
    """What the currency before it says."""


def suffix(text: str, at: int, value: Decimal) -> Suffix:
    """Read the scale and the unit of the number `value` that ends at `at`."""
    if text[at : at + 1] == "%" and text[at + 2 : at + 7] != "point":
        return Suffix(None, False, _PERCENT, False, at + 1, at)  # noqa: FBT003
    if not _may_follow(text, at):
        return Suffix(None, False, None, False, at, at)  # noqa: FBT003
    match = cast("re.Match[str]", _SCALE.match(text, at))  # every part is optional
    plus, spelled, letters, more = match.groups()
    bare_end = match.end()
    scale = numerals.SCALES[(spelled or letters).lower()] if spelled or letters else None
    told, end = unit(text, bare_end, value)
    if (
        told is not None
        and scale is None
        and value < _LEAST_OF_VERB_TOO
        and text[bare_end:end].strip(" -").lower() in currencies.VERBS_TOO
    ):
        told, end = None, bare_end
    return Suffix(scale, letters is not None, told, bool(plus or more), end, bare_end)


def _may_follow(text: str, at: int) -> bool:
    """Tell in passing whether a scale or unit can follow: after most numbers none does."""
    match = _FOLLOWING.match(text, at)
    if match is None:
        return text[at : at + 1] in _FIRST_SIGNS
    word = match[1]
    low = word.lower()
    return low in _FIRST_WORDS or (low != word and _GLUED.search(word) is not None)


def unit(text: str, at: int, value: Decimal) -> tuple[Unit | None, int]:
    """Give the unit after a number and scale that end at `at`, and where it ends; `at` for none."""
    match = _UNIT.match(text, at)
    if match is None:
        return (MULTIPLE, at + 1) if text[at : at + 1] == "×" else (None, at)
    word, end = match[1].lower(), match.end()
    if word[-1] == "." and word not in _BEGINNINGS:
        word, end = word.rstrip("."), end - 1
    found = _UNITS.get(word)
    if word == "%" or word in _BEGINNINGS:
        longer = _longer_unit(text, word, end)
        if longer is not None:
            return longer
    if found is None:
        return None, at
    if found is MULTIPLE:
        touches = match.start(1) == at and (match[1] != "X" or value < _LEAST_OF_NAMES)
        if (word == "x" and not touches) or (word == "times" and not _multiplies(text, at, end)):
            return None, at
    if text[end : end + 1].isalnum() and word != "%":
        return None, at
    return found, end


def _multiplies(text: str, at: int, end: int) -> bool:
    """Tell whether "times", which stands from `at` to `end`, multiplies and does not count."""
    if text[at : at + 1] == "-" or _TIMES.match(text, end) is not None:
        return True
    return _MULTIPLYING.search(text, max(0, at - _TIMES_REACH), at) is not None


def _longer_unit(text: str, words: str, at: int) -> tuple[Unit, int] | None:
    """Read on from the first word of a unit of several ("Hong Kong dollars")."""
    match = _NEXT.match(text, at)
    while match is not None:
        words = f"{words} {match[1].lower()}"
        unit = _UNITS.get(words)
        if unit is not None:
            return unit, match.end()
        match = _NEXT.match(text, match.end()) if words in _BEGINNINGS else None
    return None


def prefix(text: str, floor: int, at: int) -> Prefix | None:
    """Read sign and currency before the digits at `at`; None where the digits belong to a name."""
    near = text[at - 1] if at > floor else "("
    if near in "([" or (near in " \n" and not _may_hold_currency(text, floor, at - 1)):
        return Prefix(at, _UNSAID, None)
    if near in _BEFORE and text[at - 2] in _APART and at - 1 > floor:  # "for $5", the commonest
        return Prefix(at - 1, _UNSAID, _BEFORE[near])
    match = cast("re.Match[str]", _PREFIX.search(text, max(floor, at - _PREFIX_REACH), at))
    sign, spelling, inner = match.groups()
    start = match.start()
    border = text[start - 1 : start] if start else ""
    glued = border.isalnum() or border in _GLUE
    if border and glued and (not spelling or border in "#@%"):
        return None
    if border and glued and sign:  # "F-$5": the hyphen belongs to the word before
        return Prefix(start + 1, _UNSAID, currency(spelling))
    if border and border in ".,:" and not spelling and text[start - 2 : start - 1].isalnum():
        return None
    dash = sign or inner
    told = Sign.PLUS if dash == "+" else Sign.MINUS if dash else _UNSAID
    return Prefix(start, told, currency(spelling))


def _may_hold_currency(text: str, floor: int, at: int) -> bool:
    """Tell whether a sign or code may end at `at`, before the blank that precedes a number."""
    if at <= floor:
        return False
    last = text[at - 1]
    if last not in _LAST_OF_CURRENCIES:
        return False
    return not last.isalpha() or text[max(floor, at - 3) : at].lstrip("( ") in _SPELLED


def hints_at_more(text: str) -> bool:
    """Tell in passing whether `STREAK` or `MULTIPLIED` could match, which is rare."""
    return (
        "consecutive" in text
        or "straight" in text
        or "successive" in text
        or "in a row" in text
        or "running" in text
        or "rebled" in text
        or "uintupled" in text
        or "oubl" in text
        or "ripl" in text
        or "uadrupl" in text
        or "wice " in text
    )


def is_inside(text: str, at: int) -> bool:
    """Tell whether a number that ends at `at` goes on: as a version, a date, a decimal comma."""
    return text[at : at + 1] in _INSIDE and text[at + 1 : at + 2].isdigit()


def currency(spelling: str | None) -> str | None:
    """Give the code of a sign or code before a number."""
    return currencies.BEFORE[spelling.strip().upper()] if spelling else None
