"""Read numbers in Chinese signs: "三千八百", "廿五", "一点五"."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from briefing.language import table

_TABLE: Final = table("zh", "numbers")
_DIGITS: Final[dict[str, int]] = {
    sign: value for sign, value in {**_TABLE["units"], **_TABLE["teens"]}.items() if value < 10
}
_TENS: Final[dict[str, int]] = {
    sign: value for sign, value in _TABLE["tens"].items() if len(sign) == 1
}
_PLACES: Final = {"十": 10, "百": 100, "千": 1000}
DIGITS: Final = "".join(_DIGITS)
NUMERAL: Final = rf"[{DIGITS}十百千廿卅]{{1,16}}(?:点[{DIGITS}]{{1,8}})?"
"""A pattern of numbers below ten thousand, with a bound so that no text is slow to read."""


def value_of(text: str) -> Decimal | None:
    """Give the value of signs below ten thousand; None for other signs: "七八", "三五"."""
    whole, _, fraction = text.partition("点")
    total, digit, last = 0, -1, 10_000
    for sign in whole:
        if sign in _DIGITS:
            if digit > 0:
                return None
            digit = _DIGITS[sign]
        elif sign in _TENS:
            total, digit, last = total + _TENS[sign], -1, 10
        else:
            place = _PLACES[sign]
            if place >= last or digit == 0 or (digit < 0 and place > 10):
                return None
            total, digit, last = total + (1 if digit < 0 else digit) * place, -1, place
    total += max(digit, 0)
    if not fraction:
        return Decimal(total)
    return Decimal(f"{total}.{''.join(str(_DIGITS[sign]) for sign in fraction)}")


def year_of(text: str) -> int:
    """Give the year of four signs, in digits or not ("二〇二四"), or of the last two of this century."""
    year = int("".join(str(_DIGITS.get(sign, sign)) for sign in text))
    return year if len(text) > 2 else 2000 + year


def small(text: str) -> int:
    """Give a small number in digits or in signs, such as that of a month."""
    if text.isdecimal():
        return int(text)
    value = value_of(text)
    return int(value) if value is not None else 0
