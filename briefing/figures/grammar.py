"""Spell out how a number may be written: what stands right before it, right after it, and in ranges."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final, NamedTuple, cast

from briefing.figures import currencies, numerals
from briefing.model.figures import Kind, Sign

_SUFFIX_TEXT: Final = rf"""
    (?P<plus>\+|-plus(?!\w))?
    (?P<scale>{numerals.SCALE})?
    (?P<more>\+|-plus(?!\w))?
    (?:
        (?P<points>[\s-]?(?:%[\s-]points?|percentage[\s-]points?|ppts?|pp)(?!\w))
      | (?P<basis>[\s-]?(?:basis[\s-]points?|bps)(?!\w))
      | (?P<percent>\s?%|[\s-]?(?:percent|per\scent|pct)(?!\w)|pc(?!\w))
      | (?P<times>[x×](?!\w)|[\s-]?fold(?!\w)|\stimes(?=\s(?:as|the|its|their|that|those|more|larger
            |bigger|faster|higher|greater|less|cheaper|lower|smaller|stronger|earnings|sales|revenue
            |forward|trailing|book|expected|estimated|projected|annual|over|what)(?!\w)))
      | [\s-]?(?P<named>{currencies.AFTER_PATTERN.replace(" ", chr(92) + "s")})(?!\w)
    )?
"""
CORE: Final = re.compile(
    rf"""
    (?P<digits>{numerals.DIGITS}|(?<![\w.])\.[0-9]+)
  | (?<![\w-])(?P<words>(?:{numerals.WORDS})(?=fold|(?!\w))|{numerals.ARTICLE})
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SUFFIX: Final = re.compile(_SUFFIX_TEXT, re.VERBOSE | re.IGNORECASE)
PREFIX: Final = re.compile(
    rf"""
    (?P<sign>[-−–+])?
    (?P<currency>(?<![A-Za-z])(?:{currencies.BEFORE_PATTERN}))?
    (?P<inner>[-−–])?$
    """,
    re.VERBOSE | re.IGNORECASE,
)
LINK: Final = re.compile(
    rf"""
    (?P<link>\s?[-–—−‑~]\s?|\s(?:to|and|or)\s)
    (?P<currency>{currencies.BEFORE_PATTERN})?
    (?P<number>{numerals.DIGITS}|(?:{numerals.WORDS})(?!\w))
    """,
    re.VERBOSE | re.IGNORECASE,
)
STREAK: Final = re.compile(
    rf"(?<![\w-])(?:(?P<word>{'|'.join(numerals.ORDINALS)})|(?P<digits>[0-9]{{1,3}})(?:st|nd|rd|th))"
    r"\s(?:(?:consecutive|straight|successive)\s(?P<noun>[A-Za-z]+)"
    r"|(?P<unit>year|quarter|month|week|day|session)\s(?:in\sa\srow|running))(?!\w)",
    re.IGNORECASE,
)
MULTIPLIED: Final = re.compile(
    r"(?<![\w-])(?:(doubled)|(tripled|trebled)|(quadrupled))(?!\w)(?!-|\sdown)", re.IGNORECASE
)
_ONE: Final = Decimal(1)
_BASIS_POINT: Final = Decimal("0.01")
_JOINTS: Final = " -\n\t\xa0\u202f\u2009"
_LEAST_OF_VERB_TOO: Final = 100
_PREFIX_REACH: Final = 8
LEAD_REACH: Final = 16
"""How far before a range its "between" or "ranging from" may start."""
RANGING: Final = re.compile(r"rang\w{1,3}\sfrom\s$")
VERSION: Final = re.compile(r"\.[0-9]|:[0-9]|/[0-9]")
"""What after a number makes it part of a version, a time or a date."""
_GLUE: Final = frozenset("_#@%&-−–$/")
"""What joins digits to a name, a version, a date or a link when it stands right before them."""


class Suffix(NamedTuple):
    """Hold what follows a number directly."""

    scale: Decimal | None
    touching: bool
    """Whether the scale is letters that touch the number, as in "7B"."""
    kind: Kind | None
    unit: str
    factor: Decimal
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
    match = cast("re.Match[str]", _SUFFIX.match(text, at))  # every part is optional
    plus, scale, more, points, basis, percent, times, named = match.groups()
    size, touching, bare_end = None, False, at
    if scale:
        spelling = scale.strip(_JOINTS).lower()
        size = numerals.SCALES.get(spelling) or numerals.SCALES[spelling.removesuffix("s")]
        touching, bare_end = len(spelling) == 1, match.end("scale")
    if plus or more:
        bare_end = max(match.end("plus"), match.end("more"), bare_end)
    kind, unit, factor, end = None, "", _ONE, match.end()
    if points or basis:
        kind, unit = Kind.POINTS, "percentage-points"
        factor = _BASIS_POINT if basis else _ONE
    elif percent:
        kind, unit = Kind.PERCENT, "%"
    elif times:
        kind, unit = Kind.MULTIPLE, "x"
    elif named:
        name = currencies.named(named)
        if name in currencies.VERB_TOO and size is None and value < _LEAST_OF_VERB_TOO:
            end = bare_end
        else:
            kind, unit = Kind.MONEY, currencies.AFTER[name]
            factor = currencies.HUNDREDTH if name in currencies.HUNDREDTHS else _ONE
    return Suffix(size, touching, kind, unit, factor, bool(plus or more), end, bare_end)


def prefix(text: str, floor: int, at: int) -> Prefix | None:
    """Read sign and currency before the digits at `at`; None where the digits belong to a name."""
    match = cast("re.Match[str]", PREFIX.search(text, max(floor, at - _PREFIX_REACH), at))
    sign, spelling, inner = match.groups()
    start = match.start()
    border = text[start - 1 : start] if start else ""
    glued = border.isalnum() or (border != "" and border in _GLUE)
    if glued and (not spelling or border in "#@%"):
        return None
    if glued and sign:  # "F-$5": the hyphen belongs to the word before
        return Prefix(start + 1, Sign.UNSAID, currency(spelling))
    if border and border in ".,:" and not spelling and text[start - 2 : start - 1].isalnum():
        return None
    dash = sign or inner
    told = Sign.PLUS if dash == "+" else Sign.MINUS if dash else Sign.UNSAID
    return Prefix(start, told, currency(spelling))


def currency(spelling: str | None) -> str | None:
    """Give the code of a sign or code before a number."""
    return currencies.BEFORE[spelling.strip().upper()] if spelling else None
