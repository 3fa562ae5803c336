"""Gather the spellings of units and currencies from the tables of a language."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.figures.dimensions import measures
from briefing.language import common, longest_first, table
from briefing.model.figures import QuantityKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ONE: Final = Decimal(1)
_COUNTED_DIMENSIONS: Final = frozenset({"time", "work"})
_HUNDREDTH: Final = Decimal("0.01")
_MILLION: Final = Decimal(1_000_000)


class Unit(NamedTuple):
    """Hold a unit as a word or sign after a number tells it."""

    kind: QuantityKind
    name: str
    factor: Decimal = ONE
    per: str | None = None
    """What it is for one of: a symbol such as "b/d" says so."""


def counted_unit(name: str, *, is_time: bool) -> Unit:
    """Give the unit of what a number counts: a length of time, a measure, or things."""
    if is_time:
        return Unit(QuantityKind.DURATION, name)
    is_measure = name in measures() and measures()[name].dimension not in _COUNTED_DIMENSIONS
    return Unit(QuantityKind.MEASURE if is_measure else QuantityKind.COUNT, name)


MULTIPLE: Final = Unit(QuantityKind.MULTIPLE, "x")


def units(language: str) -> Mapping[str, Unit]:
    """Return what may follow a number at once, by its lower-case spelling: shares and currencies."""
    held = table(language, "units")["share"]
    shares = {
        word: Unit(QuantityKind(row["kind"]), row["name"], row.get("factor", ONE))
        for row in held
        for word in row["words"]
    }
    return shares | dict(_currencies(language))


def _currencies(language: str) -> Iterator[tuple[str, Unit]]:
    held = table(language, "currencies")
    for sign, code in before(language).items():
        if len(sign) == 1 and not sign.isalpha() and sign not in "$¥":  # "500₽"
            yield sign, Unit(QuantityKind.MONEY, code)
    parts = (held["hundredths"], _HUNDREDTH), (held.get("millions", {}), _MILLION)
    for names, factor in ((held["names"], ONE), *parts):
        for code, spellings in names.items():
            unit = Unit(QuantityKind.MONEY, code, factor)
            for spelling in spellings:
                yield spelling, unit
                plural = spelling.isascii() and not spelling.endswith(held["plural"])
                many = f"{spelling}{held['plural']}" if plural else spelling
                yield many, unit
                whose, _, noun = many.rpartition(" ")
                if whose and not noun.startswith("sterling"):
                    yield f"{noun} {whose}", unit


@cache
def other_codes() -> frozenset[str]:
    """Return the codes that are other words too."""
    return frozenset(common("currencies")["other_words"].split())


@cache
def before(language: str) -> Mapping[str, str]:
    """Return the codes of currencies by their spelling before a number, in capitals.

    A sign that is of several currencies in a language stands for itself.
    """
    held = common("currencies")["before"]
    own: Mapping[str, str] = table(language, "currencies").get("signs", {})
    shared = {spelling: code for code, spellings in held.items() for spelling in spellings}
    return shared | {spelling.upper(): code for spelling, code in own.items()}


@cache
def before_pattern(language: str) -> str:
    """Return a pattern of a sign or code with the blank after it, to be read in any case."""
    codes = longest_first(one for one in before(language) if one.isalpha())
    signs = longest_first(one for one in before(language) if not one.isalpha())
    return rf"(?:{signs})\s?|(?:{codes})\s?"
