"""Read one written number with its scale and unit, as each end of a range is read."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final, NamedTuple

from briefing.figures import grammar, numerals
from briefing.figures.grammar import Suffix, Unit
from briefing.model.figures import AMBIGUOUS_YEN, QuantityKind

_ONE: Final = Decimal(1)
_MONEY: Final = QuantityKind.MONEY
_HUNDRED: Final = 100
_THOUSAND: Final = 1000
_GOES_ON: Final = re.compile(
    rf"(?P<and_a_half>\sand\sa\shalf(?!\w))|(?P<link>,?\s(?:and\s)?)"
    rf"(?P<number>{numerals.DIGITS}|(?:{numerals.WORDS})(?!\w))",
    re.IGNORECASE,
)
"""What may follow a scale: "three thousand | and forty", "5 crore | 20 lakh", "a million | and a half"."""
_SPACED_LETTER: Final = re.compile(r"\s(?P<letter>[mbk])(?![\w&/'’])", re.IGNORECASE)
"""A scale of one letter that stands apart, which only money makes plain: "$5 m"."""
_LETTERS: Final = frozenset("mbkMBK")


class Amount(NamedTuple):
    """Hold one written number: both ends of a range are read alike."""

    value: Decimal
    grain: Decimal
    unit: Unit | None
    """From the currency before it or the unit after it."""
    suffix: Suffix
    end: int

    @property
    def is_bare(self) -> bool:
        """Tell whether nothing but the number is written, so that it may be a name or a year."""
        return self.unit is None and self.suffix.scale is None

    def scaled(self, scale: Decimal | None) -> tuple[Decimal, Decimal]:
        """Give value and grain in the unit; `scale` is the other end's, for want of its own."""
        size = self.suffix.scale or scale
        if self.unit is not None and self.unit.factor is not _ONE:
            size = self.unit.factor * (size or _ONE)
        return (self.value * size, self.grain * size) if size else (self.value, self.grain)


def amount(text: str, written: str, at: int, currency: str | None) -> Amount | None:
    """Read the number `written` that ends at `at`; `currency` is what stands before it."""
    number = numerals.written(written, is_money=currency is not None)
    if number is None:
        return None
    suffix = grammar.suffix(text, at, number.value)
    scale, _, unit, _, end, bare_end = suffix
    near = text[bare_end + 1 : bare_end + 2]
    if scale is None:
        if near in _LETTERS:
            suffix = _spaced(text, suffix, number.value, is_money=currency is not None)
            unit, end, bare_end = suffix.unit, suffix.end, suffix.bare_end
    elif unit is None and (written[0].isalpha() or near.isdigit()):
        number, suffix = _whole(text, written, number, suffix)
        unit, end, bare_end = suffix.unit, suffix.end, suffix.bare_end
    if currency is not None:
        is_money = unit is not None and unit.kind is _MONEY
        if not is_money:
            end = bare_end
        if not (is_money and currency == AMBIGUOUS_YEN):
            unit = Unit(_MONEY, currency, _ONE)
    return Amount(*number, unit, suffix, end)


def _spaced(text: str, suffix: Suffix, value: Decimal, *, is_money: bool) -> Suffix:
    """Read the scale of "$5 m" and of "5 m euros"."""
    match = _SPACED_LETTER.match(text, suffix.bare_end)
    if match is None:
        return suffix
    unit, end = grammar.unit(text, match.end(), value)
    if not is_money and (unit is None or unit.kind is not _MONEY):
        return suffix
    scale = numerals.SCALES[match["letter"].lower()]
    return suffix._replace(scale=scale, unit=unit, end=end, bare_end=match.end())


def _whole(
    text: str, written: str, number: numerals.Written, suffix: Suffix
) -> tuple[numerals.Written, Suffix]:
    """Add what follows a scale: 40 to "three thousand and forty", a half to "a million and a half"."""
    scale = suffix.scale
    in_words = written[0].isalpha()
    while scale is not None and suffix.unit is None:
        match = _GOES_ON.match(text, suffix.bare_end)
        if match is None:
            break
        if match["and_a_half"]:
            if not in_words:
                break
            value = number.value * scale + scale / 2
            end = match.end()
            unit, unit_end = grammar.unit(text, end, value)
            return (
                numerals.Written(value, scale / 10),
                suffix._replace(scale=_ONE, unit=unit, end=unit_end, bare_end=end),
            )
        part = numerals.written(match["number"])
        if part is None or match["number"][0].isalpha() != in_words:
            break
        rest = grammar.suffix(text, match.end(), part.value)
        size = part.value * (rest.scale or _ONE)
        alone = rest.scale is None
        apart = match["link"].strip()
        if (
            size >= scale
            or (alone and "and" in apart and scale > _THOUSAND)  # "two million and five of them"
            or (not in_words and (alone or apart))
            or (apart == "," and size < _HUNDRED)
        ):
            break
        number = numerals.Written(number.value * scale + size, part.grain * (rest.scale or _ONE))
        suffix = rest._replace(scale=None if alone else _ONE)
        scale = None if alone else rest.scale
    return number, suffix
