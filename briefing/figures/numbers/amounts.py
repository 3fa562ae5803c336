"""Read one written number with its scale and unit, as each end of a range is read."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final, NamedTuple

from briefing.figures.numbers.affixes import Affixes, Suffix
from briefing.figures.numbers.currencies import Currencies
from briefing.figures.numbers.numerals import numerals
from briefing.figures.numbers.spellings import ONE, Unit
from briefing.language import grammar, table
from briefing.language.numerals import scale_letters
from briefing.model.figures import QuantityKind
from briefing.patterns import compiled

_MONEY: Final = QuantityKind.MONEY
_HUNDRED: Final = 100
_THOUSAND: Final = 1000
_MILLION: Final = 1_000_000


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

    def goes_on(self, written: str) -> bool:
        """Tell whether the words `written` are only the first of it: "un million | deux cent mille"."""
        return written[0].isalpha() and self.value >= _MILLION

    def scaled(self, scale: Decimal | None) -> tuple[Decimal, Decimal]:
        """Give value and grain in the unit; `scale` is the other end's, for want of its own."""
        size = self.suffix.scale or scale
        if self.unit is not None and self.unit.factor is not ONE:
            size = self.unit.factor * (size or ONE)
        return (self.value * size, self.grain * size) if size else (self.value, self.grain)


class Amounts:
    """Reads the numbers of one language with what is written around them."""

    def __init__(self, language: str) -> None:
        self.affixes, self.currencies = Affixes(language), Currencies(language)
        self._value = numerals(language).value
        self._goes_on = grammar(language).GOES_ON
        letters = scale_letters(language, "apart")
        self._apart = compiled(rf"\s?(?P<letter>{letters})(?![\w&/'’])", re.IGNORECASE)
        """A scale that only money makes plain: "$5 m", "240M€"."""
        self._unclear: dict[str, list[str]] = table(language, "scales").get("unclear", {})
        self._joins_digits: bool = table(language, "scales").get("joins_digits", False)
        self._going_on = frozenset("0123456789y" if self._joins_digits else "0123456789")
        self._letters = frozenset(one[0] for one in f"{letters}|{letters.upper()}".split("|"))

    def amount(self, text: str, written: str, at: int, currency: str | None) -> Amount | None:
        """Read the number `written` that ends at `at`; `currency` is what comes before it."""
        number = self._value(written, is_money=currency is not None)
        if number is None:
            return None
        suffix = self.affixes.suffix(text, at, number[0])
        if suffix.is_unclear:
            return None
        scale, unit, end, bare_end = suffix.scale, suffix.unit, suffix.end, suffix.bare_end
        near = text[bare_end + 1 : bare_end + 2]
        if scale is None:
            if near in self._letters or text[bare_end : bare_end + 1] in self._letters:
                suffix = self._spaced(text, suffix, number[0], is_money=currency is not None)
                unit, end, bare_end = suffix.unit, suffix.end, suffix.bare_end
        elif unit is None and (written[0].isalpha() or near in self._going_on):
            number, suffix = self._whole(text, written, number, suffix)
            unit, end, bare_end = suffix.unit, suffix.end, suffix.bare_end
        if currency is not None:
            unit, end = self._whose(text, currency, suffix)
        if self._unclear and unit is not None and self._is_unclear(text[at:bare_end], unit):
            return None
        return Amount(*number, unit, suffix, end)

    def _is_unclear(self, written: str, unit: Unit) -> bool:
        """Tell a scale that is one of two with this currency: "3 MM€"."""
        letters = written.split(maxsplit=1)[0].lower() if written.strip() else ""
        return unit.name in self._unclear.get(letters, ())

    def _whose(self, text: str, currency: str, suffix: Suffix) -> tuple[Unit, int]:
        """Give the currency of a sum that has one before it, and where the sum ends.

        What names the country after it wins: "$640 million Hong Kong dollars", "$640 million Canadian".
        """
        unit, end, bare_end = suffix.unit, suffix.end, suffix.bare_end
        if unit is None or unit.kind is not _MONEY:
            country, end = self.currencies.country(text, bare_end)
            return Unit(_MONEY, country or currency), end
        if not currency.isalpha() or " " in text[bare_end:end].strip():
            return Unit(_MONEY, unit.name), end
        return Unit(_MONEY, currency), end

    def _spaced(self, text: str, suffix: Suffix, value: Decimal, *, is_money: bool) -> Suffix:
        """Read the scale of "$5 m" and of "5 m euros"."""
        match = self._apart.match(text, suffix.bare_end)
        if match is None:
            return suffix
        unit, end = self.affixes.unit(text, match.end(), value)
        if not is_money and (unit is None or unit.kind is not _MONEY):
            return suffix
        scale = self.affixes.scales[match["letter"].lower()]
        return suffix._replace(scale=scale, unit=unit, end=end, bare_end=match.end())

    def _whole(
        self, text: str, written: str, number: tuple[Decimal, Decimal], suffix: Suffix
    ) -> tuple[tuple[Decimal, Decimal], Suffix]:
        """Add what follows a scale: 40 to "three thousand and forty", a half to "a million and a half"."""
        scale = suffix.scale
        in_words = written[0].isalpha()
        while scale is not None and suffix.unit is None:
            match = self._goes_on.match(text, suffix.bare_end)
            if match is None or (match["half"] and not (in_words or self._joins_digits)):
                break
            if match["half"]:
                value, end = number[0] * scale + scale / 2, match.end()
                unit, unit_end = self.affixes.unit(text, self.affixes.of_scale(text, end), value)
                unit_end = unit_end if unit else end
                suffix = suffix._replace(scale=ONE, unit=unit, end=unit_end, bare_end=end)
                return (value, scale / 10), suffix
            part = self._value(match["number"])
            if part is None or match["number"][0].isalpha() != in_words:
                break
            rest = self.affixes.suffix(text, match.end(), part[0])
            if self._joins_digits and _is_thousands(match, part[0], scale):
                number = number[0] * (suffix.scale or ONE) + part[0], part[1]
                scale, suffix = rest.scale, rest
                continue
            size, grain = (one * (rest.scale or ONE) for one in part)
            if not _adds(match, size, scale, alone=rest.scale is None, in_words=in_words):
                break
            number = number[0] * scale + size, grain
            scale = rest.scale
            suffix = rest._replace(scale=None if scale is None else ONE)
        return number, suffix


def _is_thousands(match: re.Match[str], size: Decimal, scale: Decimal) -> bool:
    """Tell whether digits go on a thousand: "35 mil | 412", "2 mil | 500 millones"."""
    return scale == _THOUSAND and match["link"] == " " and size < scale


def _adds(
    match: re.Match[str], size: Decimal, scale: Decimal, *, alone: bool, in_words: bool
) -> bool:
    """Tell whether a number of that size, with or without a scale, goes on one of a larger scale."""
    apart = match["link"].strip()
    if size >= scale or (alone and match["and"] and scale > _THOUSAND):  # "two million and five"
        return False
    return not (not in_words and (alone or apart)) and not (apart == "," and size < _HUNDRED)
