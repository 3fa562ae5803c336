"""Read numbers in French words: "quatre-vingt-dix-sept", "mille deux cents", "un demi-million", "une vingtaine"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from briefing.language import longest_first, table
from briefing.language.default.spelling import after_initial
from briefing.language.numerals import digits
from briefing.patterns import compiled

_TABLE: Final = table("fr", "numbers")
_UNITS: Final[dict[str, int]] = _TABLE["units"]
_TEENS: Final[dict[str, int]] = _TABLE["teens"]
_TENS: Final[dict[str, int]] = _TABLE["tens"]
_ABOUT: Final[dict[str, int]] = _TABLE["about"]
_VALUES: Final = {**_UNITS, **_TEENS, **_TENS, "un": 1, "une": 1}
_ONE: Final = Decimal(1)
_HALF: Final = Decimal("0.5")
_TENTH: Final = Decimal("0.1")
_GRAINS: Final = {
    **dict.fromkeys(("un", "une"), (_ONE, _HALF)),  # "un point" is no half of one
    **dict.fromkeys(("un demi", "demi"), (_HALF, _TENTH)),
}
_SCORE: Final = ("vingt", "vingts")
_FOUR: Final = 4
_VAGUE: Final = Decimal("0.3")
"""How fine "une vingtaine" is, as a part of it."""

_SMALL: Final = longest_first([*_UNITS, *_TEENS])
_MORE: Final = (
    rf"(?:(?<=[qQ]uatre)[\s-]vingts?(?!\w))?"
    rf"(?:-(?:dix-(?:sept|huit|neuf)|{_SMALL}|une?)(?!\w)|[\s-]et[\s-](?:une?|onze)(?!\w))?"
)
"""What may follow the first word of a number below a hundred."""
_BELOW: Final = rf"(?:(?:{longest_first([*_TENS, *_UNITS, *_TEENS])})(?!\w){_MORE}|une?(?!\w))"
_HUNDREDS: Final = rf"(?:(?:(?:{longest_first(_UNITS)})[\s-])?cents?(?!\w)(?:[\s-]{_BELOW})?)"
_REST: Final = (
    rf"(?:[\s-]cents?(?!\w)(?:[\s-]{_BELOW})?|(?<=[cC]ent)[\s-]{_BELOW})?"
    rf"(?:[\s-]mille(?!\w)(?:[\s-](?:{_HUNDREDS}|{_BELOW}))?|(?<=[mM]ille)[\s-](?:{_HUNDREDS}|{_BELOW}))?"
)
_FIRST: Final = [*_UNITS, *_TEENS, *_TENS, "cent", "mille"]
NUMBER_WORDS: Final = rf"(?:{longest_first(_FIRST)})(?!\w){_MORE}{_REST}"
"""Up to nine hundred and ninety-nine thousand; larger numbers come with a scale."""
ARTICLES: Final = frozenset({"les", "la", "le", "des"})
_POINT: Final = " virgule "
_NOUGHT: Final = "zéro"
_DECIMALS: Final = rf"(?:\svirgule(?:\széro(?!\w))*(?:\s(?:{_BELOW}|zéro(?!\w))))?"

_SCALED: Final = r"(?:millions?|milliards?|billions?)(?!\w)"
_ONE_OF: Final = rf"(?=\s(?:{_SCALED}|douzaine|pour\scent|point\sde|euro(?!\w)))"


_INITIALS: Final = "".join(
    sorted(
        {case for word in (*_FIRST, *_ABOUT, "un", "zéro") for case in (word[0], word[0].upper())}
    )
)
NUMBERS: Final = compiled(
    # The first letter appears in front as a set, because the engine then skips from letter to letter.
    rf"[{_INITIALS}](?<![\w-].)(?:(?:{after_initial(_FIRST)})(?!\w){_MORE}{_REST}"
    rf"|(?<=[uU])n(?=\svirgule\s)|(?<=[zZ])éro(?=\svirgule\s)|(?<=[uU])ne?{_ONE_OF}|(?<=[uU])n\sdemi(?=[\s-]{_SCALED})"
    rf"|(?:(?<=\bune\s.)|(?<=\bUne\s.)|(?<=\bun\s.)|(?<=\bUn\s.))(?:{after_initial(_ABOUT)})(?!\w)){_DECIMALS}"
)
GOES_ON: Final = compiled(
    rf"(?P<half>\set\sdemi(?!\w))|(?P<link>\s(?P<and>et\s)?)"
    rf"(?P<number>{digits('fr')}|(?:{NUMBER_WORDS})(?!\w))",
    re.IGNORECASE,
)
"""After a scale: "deux millions | et demi", "deux millions | cinq cent mille"."""


def number_of(text: str) -> tuple[Decimal, Decimal] | None:
    """Give the value of number words, and its grain: a half is one of a fifth; None for no number."""
    whole, point, decimals = text.lower().partition(_POINT)
    if point:
        return _with_decimals(whole, decimals)
    words = text.lower().replace("-", " ").split()
    if text.lower() in _GRAINS:
        return _GRAINS[text.lower()]
    if words[-1] in _ABOUT:
        about = Decimal(_ABOUT[words[-1]])
        return about, about * _VAGUE
    total = hundreds = low = 0
    for word in words:
        if word == "mille":
            total, hundreds, low = max(hundreds + low, 1) * 1000, 0, 0
        elif word in ("cent", "cents"):
            hundreds, low = max(low, 1) * 100, 0
        elif word in _SCORE and low == _FOUR:
            low = _FOUR * _VALUES["vingt"]
        elif word != "et":
            value = _VALUES[word]
            if low and not _adds(low, value):
                return None
            low += value
    return Decimal(total + hundreds + low), _ONE


def _with_decimals(whole: str, decimals: str) -> tuple[Decimal, Decimal] | None:
    """Read "un virgule vingt-cinq", whose decimals are a number, with noughts before it."""
    noughts = decimals.split().count(_NOUGHT)
    rest = " ".join(word for word in decimals.split() if word != _NOUGHT)
    before = (Decimal(0), _ONE) if whole == _NOUGHT else number_of(whole)
    after = (Decimal(0), _ONE) if not rest else number_of(rest)
    if before is None or after is None:
        return None
    digits_after = "0" * noughts + (str(after[0]) if rest else "")
    return Decimal(f"{before[0]}.{digits_after}"), _ONE.scaleb(-len(digits_after))


def _adds(low: int, value: int) -> bool:
    """Tell whether a word goes on a number below a hundred: "soixante-dix", "vingt et un"."""
    if low in (60, 80):
        return value < 17
    if low == 10:
        return 7 <= value <= 9
    if low in (70, 90):
        return value < 10
    return low % 10 == 0 and low > 10 and value < 10


_HOUR: Final = compiled(r"[0-9]{1,2}\s?h(?:\s?[0-9]{2})?(?!\w)", re.IGNORECASE)
_BEFORE_HOURS: Final = frozenset({"à", "vers", "avant", "dès", "jusqu'à", "midi", "depuis"})


def is_of_article(words: list[str], text: str, at: int) -> bool:
    """Tell "un quart d'un million", and the hour of a day; `at` is where the number starts."""
    hour = _HOUR.match(text, at)
    if hour is not None:
        return hour[0][-1].isdigit() or words[-1:] == [] or words[-1] in _BEFORE_HOURS
    if text[at : at + 2].lower() != "un" or words[-1:] not in (["d'"], ["d’"], ["de"]):
        return False
    return words[-2:-1] != [] and words[-2] in ("quart", "tiers", "moitié", "quarts", "dixième")
