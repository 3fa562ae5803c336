"""Read the numbers of a table's row by its head: "4,512" under "(in millions of dollars)" is $4.512 billion."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from briefing.figures.intervals import Magnitude, stated
from briefing.figures.numbers import numerals, read
from briefing.figures.numbers.points import settled
from briefing.figures.numbers.spellings import ONE, Unit, before, before_pattern, units
from briefing.figures.periods import mentioned
from briefing.language import grammar, known, longest_first, table
from briefing.language.numerals import is_year, scale_letters, scales
from briefing.language.parting import as_read, parted
from briefing.model.figures import (
    ChoiceFault,
    ChoiceProblem,
    Hedge,
    Quantity,
    QuantityKind,
    Sign,
)
from briefing.patterns import compiled

_NOUGHTS = re.compile(r"(?<![0-9.,])['’]?(?P<noughts>000(?:[,']?000)*)s?(?![0-9])")
_PARTS = re.compile(r"[,;]")
_OPENS = re.compile(r"(?P<minus>[-−–])?\s?(?P<bracket>\()?\s?\Z")
_REACH = 4
_SCALED = frozenset({QuantityKind.MONEY, QuantityKind.COUNT})


class Head(NamedTuple):
    """Hold what a head says of the numbers below it."""

    scale: Decimal | None
    unit: Unit | None


def read_head(text: str, language: str) -> Head | None:
    """Give the scale and the unit that a table's head states; None where it states neither.

    `language` is the BCP 47 tag of its article. What follows a comma speaks of exceptions.
    """
    tables = known(language)
    if tables is None:
        return None
    text = as_read(text, language)
    first = _PARTS.split(text)[0]
    noughts = _NOUGHTS.search(text)
    found = _scale(tables).search(first) or _lettered(tables).search(first)
    if found is not None and grammar(tables).PIECES is not None:
        first = f"{first[: found.start()]} {first[found.end() :]}"  # "万元"
    scale = None
    if noughts is not None:
        scale = Decimal(10) ** noughts["noughts"].count("0")
    elif found is not None:
        scale = scales(tables)[found["scale"].lower()]
    unit = _currency(first, tables) or _counted(first, tables)
    return None if scale is None and unit is None else Head(scale, unit)


def own_head(text: str, language: str) -> str | None:
    """Return the head in brackets that a text holds: "Total assets (in thousands): 4,512,000".

    `language` is the BCP 47 tag of the text. None where it holds none, or where no table says how one begins.
    """
    tables = known(language)
    if tables is None:
        return None
    words = parted(text, language)
    held = _bracketed(tables).search(words.text if words else text)
    if held is None or words is None:
        return held[0] if held else None
    return text[slice(*words.outer(*held.span()))]


@cache
def _bracketed(language: str) -> re.Pattern[str]:
    """Find words in brackets that begin as a head does, or with a sign of money before that."""
    begins = longest_first(table(language, "scales")["head"]["begins"])
    return compiled(rf"\((?:[^\s()]{{1,4}} )?(?:{begins}) [^()]{{3,40}}\)")


def read_headed(
    text: str, head: Head, language: str, yen: str | None = None
) -> tuple[Quantity, ...]:
    """Give the figures of a row, its bare numbers with the scale and the unit of its `head`.

    A number with a scale or another unit of its own, such as a share, keeps it. One whose unit nobody
    gives has none, an empty text. Offsets are as for `read`.
    """
    tables = known(language)
    if tables is None:
        return ()
    words = parted(text, language)
    if words is not None:
        return tuple(words.out(one) for one in read_headed(words.text, head, language, yen))
    whole = read(text, language, yen)
    signs = settled(text, language)
    times = [(one.start, one.end) for one in mentioned(text, language)]
    found: list[Quantity] = []
    for at, written in numerals(tables).find(signs.text):
        if any(start <= at < end for start, end in times):
            continue  # "at 31 December 2025"
        own = next((one for one in whole if one.start <= at < one.end), None)
        if own is not None and (own.kind not in _SCALED or own.grain > 1):
            found += [own] if not found or found[-1] is not own else []
        elif written[0].isdigit() and not is_year(written):
            value = numerals(tables).value(written, is_money=True)
            cell = _cell(text, at, written, value, own, head) if value else None
            if cell and signs.settles(cell):
                found.append(cell)
    return tuple(found)


def choose_in_row(
    text: str,
    head: Head,
    language: str,
    unit: str,
    written: str | None = None,
    yen: str | None = None,
) -> Quantity | ChoiceProblem | None:
    """Give the figure of a row that an item is about, see `choose`: the one with the claim's `unit`.

    Where there are several, `written` says which, as the row has it.
    """
    found = read_headed(text, head, language, yen)
    if written is not None:
        wanted = written.strip().strip("()-−–")
        named = [one for one in found if wanted in (one.text, one.text.strip("$€£¥ "))]
        fault, reason = ChoiceFault.NOT_STANDING, f"“{written}” is not there"
    else:
        named = [one for one in found if one.unit == unit] or list(found)
        fault, reason = ChoiceFault.NONE, "there is no figure"
    if len(named) == 1:
        return named[0]
    if named:
        listed = ", ".join(one.text for one in named)
        fault, reason = ChoiceFault.SEVERAL, f"{len(named)} figures stand there: {listed}"
    return ChoiceProblem(fault, tuple(named or found), reason)


def _cell(
    text: str,
    at: int,
    written: str,
    value: tuple[Decimal, Decimal],
    own: Quantity | None,
    head: Head,
) -> Quantity:
    """Give the figure of one number of a row; in brackets it is below zero."""
    is_money = own is not None and own.kind is QuantityKind.MONEY
    start, end = (own.start, own.end) if own is not None and is_money else (at, at + len(written))
    opening = _OPENS.search(text, max(0, start - _REACH), start)
    below = opening is not None and (
        opening["minus"] is not None
        or (opening["bracket"] is not None and text[end : end + 1] == ")")
    )
    kind, name, factor = QuantityKind.COUNT, "", ONE
    if own is not None and is_money:
        kind, name = own.kind, own.unit
    elif head.unit is not None:
        kind, name, factor = head.unit.kind, head.unit.name, head.unit.factor
    size = (head.scale or ONE) * factor
    number, grain = value[0] * size, value[1] * size
    sign = Sign.MINUS if below or (own is not None and own.sign is Sign.MINUS) else Sign.UNSAID
    low, high = stated(Magnitude(number, number, grain, grain), Hedge.PLAIN, sign, exact=False)
    signed = -number if sign is Sign.MINUS else number
    return Quantity(
        text[start:end], start, end, kind, name, signed, signed, low, high, grain, sign=sign
    )


@cache
def _scale(tables: str) -> re.Pattern[str]:
    held = table(tables, "scales")
    spelled = longest_first(word for row in held["scale"] for word in row["words"])
    edges = ("", "") if grammar(tables).PIECES is not None else (r"(?<!\w)", r"(?!\w)")
    return compiled(
        rf"{edges[0]}(?P<scale>{spelled})(?:{held['plural']})?{edges[1]}", re.IGNORECASE
    )


@cache
def _lettered(tables: str) -> re.Pattern[str]:
    """Match a letter that scales right behind a currency: "£m", "US$bn"."""
    words = longest_first(word for row in table(tables, "scales")["scale"] for word in row["words"])
    return compiled(
        rf"(?:{before_pattern(tables)})(?P<scale>{words}|{scale_letters(tables)})(?!\w)",
        re.IGNORECASE,
    )


def _currency(text: str, tables: str) -> Unit | None:
    """Read the sign, the code or the name of a currency."""
    named = {
        word: unit for word, unit in units(tables).items() if word.isascii() or word[0].isalpha()
    }
    money = [word for word, unit in named.items() if unit.kind is QuantityKind.MONEY]
    if found := re.search(rf"(?<!\w)(?:{longest_first(money)})(?!\w)", text, re.IGNORECASE):
        return named[found[0].lower()]
    if found := re.search(rf"(?<![A-Za-z])(?:{before_pattern(tables)})", text):
        return Unit(QuantityKind.MONEY, before(tables)[found[0].strip().upper()])
    if re.search(r"%", text) or "percent" in text.lower().replace(" ", ""):
        return units(tables)["%"]
    return None


def _counted(text: str, tables: str) -> Unit | None:
    """Read the thing that the numbers count: "thousand tonnes"."""
    for word in re.finditer(r"(?<!\w)[^\W\d_]", text):
        noun = grammar(tables).counted(f"5 {text[word.start() :]}", 1, listed_only=True)
        if noun is not None:
            kind = QuantityKind.DURATION if noun.is_time else QuantityKind.COUNT
            return Unit(kind, noun.unit)
    return None
