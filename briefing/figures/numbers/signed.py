"""Read one number with what is written before it: sign, currency, scale, brackets, a word for minus.

What keeps it from being a figure is decided here too: digits of a name, a code that is another word, a year.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from briefing.figures.numbers.affixes import is_inside
from briefing.figures.numbers.amounts import Amount, Amounts
from briefing.figures.numbers.currencies import Prefix
from briefing.figures.numbers.numerals import numerals
from briefing.figures.numbers.spellings import Unit
from briefing.language import grammar
from briefing.language.numerals import is_year
from briefing.model.figures import QuantityKind, Sign

_MONEY: Final = QuantityKind.MONEY
_UNSAID: Final = Sign.UNSAID
_MINUS: Final = Sign.MINUS
_LONGEST_SIGN: Final = 14
_LAST_OF_SIGN: Final = 3


class Signed(NamedTuple):
    """Hold a number with its unit, and where it starts with all that belongs to it."""

    amount: Amount
    start: int
    sign: Sign
    is_either: bool = False
    """Whether it reaches to both sides of nought: "± 2%"."""


class SignedNumbers:
    """Reads the numbers of one language with the signs before them."""

    def __init__(self, language: str, amounts: Amounts) -> None:
        self._amount, self._currencies = amounts.amount, amounts.currencies
        self._grammar = grammar(language)
        self._point = numerals(language).point

    def number_at(self, text: str, floor: int, at: int, written: str) -> Signed | None:
        """Read the number written at `at`; None where it is no figure.

        `floor` is where the figure before it ends: nothing is read on this side of it.
        """
        end, prefix = at + len(written), Prefix(at, _UNSAID, None)
        if not written[0].isalpha():
            point = text[at - 1 : at] == self._point and not text[at - 2 : at - 1].isalnum()
            if point and at > floor:
                if not written.isdigit():
                    return None
                at, written = at - 1, f"0{self._point}{written}"
            found = self._currencies.prefix(text, floor, at)
            if found is None:
                return None
            prefix = found
        number = self._with_currency(text, floor, prefix, at, end, written)
        if number is None or is_inside(text, number.amount.end):
            return None
        if is_year(written) and self._is_year(text, floor, number):
            return None
        return self._with_word(text, floor, number) if number.sign is _UNSAID else number

    def _with_currency(
        self, text: str, floor: int, prefix: Prefix, at: int, end: int, written: str
    ) -> Signed | None:
        """Read the number with the currency before it, however the two are joined."""
        start, sign, currency, is_word = prefix
        if currency is None and text[at - 1 : at].isspace():
            scaled = self._currencies.scaled_prefix(text, floor, at)  # "USD million 130"
            if scaled is not None:
                (start, _, currency, _), scale = scaled
                number = self._amount(text, written, end, currency)
                if number is None or number.suffix.scale is not None:
                    return None
                suffix = number.suffix._replace(scale=scale)
                return Signed(number._replace(suffix=suffix), start, _UNSAID)
        amount = self._amount(text, written, end, currency)
        if amount is None or (is_word and amount.suffix.scale is None and "," not in written):
            return None  # "PHP 8"
        is_bare = currency is not None and amount.suffix.scale is None
        if is_bare and text[amount.end : amount.end + 1].islower():
            return None  # "€1,5m" where that is no million
        if currency is not None and amount.suffix.scale is None and text[start - 1 : start] == " ":
            size = self._currencies.scale_before(text, floor, start)
            amount = amount._replace(suffix=amount.suffix._replace(scale=size))
        if text[start - 1 : start] == "(" and text[amount.end : amount.end + 1] == ")":
            return self._in_brackets(text, floor, Signed(amount, start, sign), currency)
        return Signed(amount, start, sign)

    def _in_brackets(self, text: str, floor: int, number: Signed, currency: str | None) -> Signed:
        """Read the minus of accounts: "$(0.30)", "a loss per share of ($0.30)"."""
        amount, start, sign = number.amount, number.start - 1, number.sign
        if currency is None:
            outer = self._currencies.prefix(text, floor, start)
            if outer is None or outer.unit is None or amount.unit is not None:
                return number
            unit = Unit(_MONEY, outer.unit)
            amount = amount._replace(unit=unit, end=amount.end + 1)
            return Signed(amount, outer.start, _MINUS)
        if sign is _UNSAID and self._grammar.states_after(text, start):
            return Signed(amount._replace(end=amount.end + 1), start, _MINUS)
        return number

    def _is_year(self, text: str, floor: int, number: Signed) -> bool:
        """Tell "in 2024 real wages" and "in 2015 dollars" from a sum."""
        unit = number.amount.unit
        if unit is None or number.amount.suffix.scale is not None or number.start < 1:
            return False
        if unit.kind is not _MONEY or text[number.start] not in "12":
            return False
        return self._grammar.dates_money(text, floor, number.start)

    def _with_word(self, text: str, floor: int, number: Signed) -> Signed:
        """Take in a minus before the number, as a word, or a sign for both ways."""
        start = number.start
        if not self._grammar.may_sign(text[max(floor, start - _LAST_OF_SIGN) : start]):
            return number
        lead = text[max(floor, start - _LONGEST_SIGN) : start].lower()
        length = self._grammar.either_before(lead)
        if length:
            return number._replace(start=start - length, is_either=True)
        length, sign = self._grammar.sign_before(lead)
        return number._replace(start=start - length, sign=Sign(sign)) if length else number
