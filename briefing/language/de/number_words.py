"""Read numbers in German words: "fünfundzwanzig", "zweihundertsechs", "zweieinhalb", "eine halbe Million"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from briefing.language import longest_first, table
from briefing.language.numerals import digits
from briefing.patterns import compiled

_TABLE: Final = table("de", "numbers")
_UNITS: Final[dict[str, int]] = _TABLE["units"]
_TEENS: Final[dict[str, int]] = _TABLE["teens"]
_TENS: Final[dict[str, int]] = _TABLE["tens"]
_VALUES: Final = {**_UNITS, **_TEENS, **_TENS, "ein": 1}
_ONE: Final = Decimal(1)
_TENTH: Final = Decimal("0.1")
_HALF: Final = Decimal("0.5")
_PARTS: Final = {"halbe": Decimal("0.5"), "halben": Decimal("0.5"), "halbes": Decimal("0.5")}
_QUARTERS: Final = {"viertel": Decimal("0.25"), "dreiviertel": Decimal("0.75")}
_SOFT: Final = frozenset({"knappe", "knappen", "gute", "guten"})
_HUNDREDTH: Final = Decimal("0.01")
_COMMA: Final = "komma"

_JOINED: Final = longest_first({*_UNITS.keys() - {"eins"}, "ein"})
_BELOW: Final = rf"(?:(?:{_JOINED})und(?:{longest_first(_TENS)})|{longest_first({**_TENS, **_TEENS, **_UNITS})})"
_HUNDREDS: Final = rf"(?:(?:{_JOINED})?hundert(?:(?:und)?{_BELOW})?|{_BELOW})"
_HUNDREDS_BEFORE: Final = _HUNDREDS[:-1] + "|ein)"
_HALVES: Final = r"anderthalb|eineinhalb"
_DIGITS: Final[dict[str, int]] = {**_UNITS, "null": 0}
_DECIMALS: Final = rf"(?:\s[kK]omma(?:\s(?i:{longest_first(_DIGITS)})(?!\w))+)?"
NUMBER_WORDS: Final = (
    rf"(?:{_HALVES}|(?:{_HUNDREDS_BEFORE})?tausend(?:(?:und)?{_HUNDREDS})?|{_HUNDREDS}(?:einhalb)?)"
)
"""Up to nine hundred and ninety-nine thousand; larger numbers come with a scale."""
ARTICLES: Final = frozenset({"ein", "eine", "einen", "einem", "einer", "eines"})

_SCALED: Final = r"(?:Million|Milliarde|Billion|Dutzend)(?!\w)"
_ONE_OF: Final = rf"(?=\s(?:{_SCALED}|Prozent(?:punkt)?(?!\w)|(?:Euro|Dollar|US-Dollar|Franken|Pfund|Yen)(?!\w)))"
_INITIALS: Final = "".join(
    sorted({case for word in _VALUES for case in (word[0], word[0].upper())} | set("aAeEhHtTnN"))
)
NUMBERS: Final = compiled(
    # The first letter appears in front as a set, because the engine then skips from letter to letter.
    # The look behind it asks for a whole number in words, which the rest then takes.
    rf"[{_INITIALS}](?<![\w-].)(?<!paar\s.)(?<!einige\s.)(?<!einigen\s.)(?<!mehrere\s.)"
    rf"(?<!mehreren\s.)(?<!viele\s.)(?:(?<=(?=(?i:{NUMBER_WORDS})(?!\w)).)\w+"
    rf"|(?<=[eE])in(?:e[nmrs]?)?{_ONE_OF}|(?<=[nN])ull(?=\s[kK]omma\s)"
    rf"|(?<=[eE])iner?\shalben?(?=\s{_SCALED})"
    rf"|(?<=[eE])iner?\s(?:knappen?|guten?)(?=\s{_SCALED})"
    rf"|(?<=[eE])iner?\s(?:Dreiv|V)iertel(?=(?:million|milliarde|billion)(?!\w))){_DECIMALS}"
)
GOES_ON: Final = compiled(
    rf"(?P<half>(?!))|(?P<link>\s(?P<and>und\s)?)(?P<number>{digits('de')}|(?:{NUMBER_WORDS})(?!\w))",
    re.IGNORECASE,
)
"""After a scale: "zwei Millionen | dreihunderttausend"."""
_WORD: Final = compiled(
    rf"(?:(?P<thousands>{_HUNDREDS_BEFORE})?(?P<thousand>tausend)(?:und)?)?(?P<rest>{_HUNDREDS})?(?P<half>einhalb)?"
)
_BELOW_THOUSAND: Final = compiled(
    rf"(?:(?P<hundreds>{_JOINED})?(?P<hundred>hundert)(?:und)?)?(?:(?P<unit>{_JOINED})und)?(?P<rest>[a-zäöüß]+)?"
)


def number_of(text: str) -> tuple[Decimal, Decimal]:
    """Give the value of number words or an article, and its grain: a half is one of a fifth."""
    words = text.lower().split()
    if _COMMA in words:
        at = words.index(_COMMA)
        whole = 0 if words[:at] == ["null"] else int(number_of(" ".join(words[:at]))[0])
        decimals = "".join(str(_DIGITS[word]) for word in words[at + 1 :])
        return Decimal(f"{whole}.{decimals}"), _ONE.scaleb(-len(decimals))
    last = words[-1]
    if last in _PARTS:
        return _PARTS[last], _TENTH
    if last in _QUARTERS:
        return _QUARTERS[last], _HUNDREDTH
    if last in ARTICLES or last in _SOFT:
        return _ONE, _ONE
    if last in ("anderthalb", "eineinhalb"):
        return _ONE + _HALF, _TENTH
    match = _WORD.fullmatch(last)
    if match is None:
        return _ONE, _ONE
    total = Decimal(_below(match["thousands"]) or 1) * 1000 if match["thousand"] else Decimal(0)
    total += _below(match["rest"])
    return (total + _HALF, _TENTH) if match["half"] else (total, _ONE)


def _below(word: str | None) -> int:
    """Give the value of a number below a thousand, or nought for no word."""
    match = _BELOW_THOUSAND.fullmatch(word or "")
    if match is None:
        return 0
    total = (_VALUES[match["hundreds"]] if match["hundreds"] else 1) * 100 * bool(match["hundred"])
    total += _VALUES[match["unit"]] if match["unit"] else 0
    return total + (_VALUES[match["rest"]] if match["rest"] else 0)


def is_of_article(words: list[str], text: str, at: int) -> bool:
    """Tell "ein Viertel einer Million"; `at` is where the article starts."""
    return words[-1:] in (["viertel"], ["drittel"], ["hälfte"]) and text[at : at + 3] == "ein"
