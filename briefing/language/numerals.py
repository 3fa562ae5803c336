"""Make the patterns of digits and scales from the tables of a language."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Final

from briefing.language import longest_first, table

if TYPE_CHECKING:
    from collections.abc import Mapping

_EARLIEST_YEAR = "1900"
_LATEST_YEAR = "2099"

FRACTIONS: Final = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
RAISED: Final = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_TAIL: Final = (
    rf"(?:(?:(?:-|\s)[0-9]{{1,2}})?[/⁄][0-9]{{1,2}}(?![0-9/⁄])|-?[{FRACTIONS}]|\s[{FRACTIONS}]"
    rf"|\s?[×x*·]\s?10(?:\^[0-9]{{1,2}}|[{RAISED}]{{1,2}})(?!\w)"
    rf"|(?<=10)(?:\^[0-9]{{1,2}}(?!\w)|(?:[³⁶⁹]|¹[²⁵])(?!\w))|e[0-9]{{1,2}}(?!\w))?"
)
"""What may go on digits: a fraction ("4-3/4", "2½"), a power of ten ("1.6×10^9", "10⁹", "1.6e9")."""


@cache
def digits(language: str) -> str:
    """Return a pattern of digits, whole or with decimals, thousands parted as the language does."""
    held = table(language, "numbers")
    point = f"\\{held['decimal']}"
    blanks = "".join(sign for sign in held["thousands"] if sign.isspace())
    others = "".join(sign for sign in held["thousands"] if not sign.isspace())
    quotes = "".join(sign for sign in others if sign in "'’")
    parting = [*(re.escape(sign) for sign in others if sign not in quotes), f"[{blanks}]"]
    parting += [f"[{quotes}]"] if quotes else []
    grouped = "|".join(f"(?:{sign}[0-9]{{3}})+" for sign in parting)
    if held.get("groups_of_two"):
        grouped = f"(?:{parting[0]}[0-9]{{2}}){{1,6}}{parting[0]}[0-9]{{3}}|{grouped}"
    return (
        rf"[0-9](?:[0-9]{{0,2}}+(?=[{others}{blanks}][0-9])(?:{grouped})(?![0-9])(?:{point}[0-9]+)?"
        rf"|[0-9]*(?:{point}[0-9]+)?){_TAIL}"
    )


@cache
def scales(language: str) -> Mapping[str, Decimal]:
    """Return what scales multiply by, by their lower-case spelling, abbreviations included."""
    rows = table(language, "scales")["scale"]
    return {
        word: Decimal(row["factor"])
        for row in rows
        for word in (*row["words"], *row.get("letters", ()), *row.get("apart", ()))
    }


@cache
def scale_word(language: str) -> str:
    """Return a pattern of a scale after a number, without regard to case; its word is a group.

    A word may be glued to a capital, as where a page lost the blank between two sentences.
    """
    held = table(language, "scales")
    spelled = longest_first(word for row in held["scale"] for word in row["words"])
    return rf"[\s-]?({spelled})(?:{held['plural']})?(?-i:(?![a-zß-ÿ0-9]))"


@cache
def scale_letters(language: str, key: str = "letters") -> str:
    """Return a pattern of abbreviated scales: of those that touch their number, or stand `apart`."""
    rows = table(language, "scales")["scale"]
    return longest_first(letter for row in rows for letter in row.get(key, ()))


def is_year(written: str) -> bool:
    """Tell whether a bare number reads as a year."""
    return len(written) == 4 and _EARLIEST_YEAR <= written <= _LATEST_YEAR and written.isdigit()
