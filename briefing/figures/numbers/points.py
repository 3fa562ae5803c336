"""Tell which sign parts the decimals of a number, in a language that writes "1,234.5" and "1.234,5".

In Spanish both are at home, each in its own countries. A number that only one of them can have written
is read; one that both can have written, such as "1.234", needs something else that settles it: see
the table `points` in the language's numbers.toml. Offsets are code points of the text, from 0.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.language import known, table, words_of
from briefing.model.figures import Quantity, QuantityKind
from briefing.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

_NUMBER: Final = re.compile(r"(?<![\w.,])[0-9]+(?:[.,][0-9]+)+(?![.,]?\w)")
_SIGNS: Final = re.compile(r"[.,]")
_SWAPPED: Final = str.maketrans(".,", ",.")
_GROUP: Final = 3
_WHOLE: Final = frozenset({QuantityKind.COUNT, QuantityKind.DURATION, QuantityKind.ORDINAL})


class Settled(NamedTuple):
    """Hold a text whose numbers are all written with the language's own signs, and what is unclear."""

    text: str
    written: str
    """The text as its author wrote it."""
    unclear: Mapping[int, str]
    """By where a number starts that both ways of writing share: its sign, as the text has it."""
    points: Points | None

    def settles(self, quantity: Quantity) -> bool:
        """Tell whether what a quantity is of says that its numbers are whole, as they were read."""
        if not self.unclear or self.points is None:
            return True
        return all(
            self.points.is_whole(match[0], self.unclear[match.start()], quantity)
            for match in _NUMBER.finditer(self.written, quantity.start, quantity.end)
            if match.start() in self.unclear
        )


class Points:
    """Reads the signs in the numbers of one language, as its table `points` holds them."""

    def __init__(self, held: Mapping[str, Any], own: str, region: str) -> None:
        self._own = own
        self._times = compiled(held["times"]["before"]), compiled(held["times"]["after"])
        self._telling = compiled(held["telling"])
        self._region = next(
            (
                sign
                for sign, name in ((".", "point"), (",", "comma"))
                if region in held[name].split()
            ),
            "",
        )
        self._of_currencies = {
            ".": words_of(held["point_currencies"]),
            ",": words_of(held["comma_currencies"]),
        }

    def settled(self, text: str) -> Settled:
        """Write each number with the language's own signs, in as many code points."""
        found = list(self._numbers(text))
        if not found:
            return Settled(text, text, {}, self)
        decimals = {
            sign
            for at, written, sign in found
            if sign and self._telling.match(text, at + len(written))
        }
        usual = self._region or (decimals.pop() if len(decimals) == 1 else "")
        unclear, pieces, done = {}, [], 0
        for at, written, plain in found:
            sign = plain or usual
            if not sign:
                unclear[at] = written[-_GROUP - 1]
                sign = "." if unclear[at] == "," else ","
            if sign != self._own:
                pieces += [text[done:at], written.translate(_SWAPPED)]
                done = at + len(written)
        return Settled("".join([*pieces, text[done:]]), text, unclear, self)

    def _numbers(self, text: str) -> Iterator[tuple[int, str, str]]:
        """Give each number with a sign in it, and the sign of its decimals where it is plain."""
        before, after = self._times
        for match in _NUMBER.finditer(text):
            written = match[0]
            signs = _SIGNS.findall(written)
            if len(signs) == 1 and (
                before.search(text, max(0, match.start() - 8), match.start())
                or after.match(text, match.end())
            ):
                continue
            if (told := _decimal_sign(written, signs)) is not None:
                yield match.start(), written, told

    def is_whole(self, written: str, sign: str, quantity: Quantity) -> bool:
        """Tell whether a number of a quantity, whose `sign` is unclear, is a whole one."""
        is_scaled = quantity.grain > 1
        if quantity.kind in _WHOLE and not is_scaled:
            return True
        if is_scaled and written.endswith("0"):
            return True
        other = "," if sign == "." else "."
        if quantity.kind is QuantityKind.MONEY:
            return quantity.unit in self._of_currencies[other] or not quantity.unit.isalpha()
        is_round = written.endswith("00")
        return is_round and (sign != self._own or quantity.kind is QuantityKind.MEASURE)


def _decimal_sign(written: str, signs: list[str]) -> str | None:
    """Give the sign before decimals, nothing where there may be decimals or not, None for no number."""
    groups = _SIGNS.split(written)
    last, between = signs[-1], groups[1:-1]
    other = "," if last == "." else "."
    if len(signs) == 1:
        is_unclear = len(groups[1]) == _GROUP and len(groups[0]) <= _GROUP and groups[0][0] != "0"
        return "" if is_unclear else last
    if len(groups[0]) > _GROUP or any(len(group) != _GROUP for group in between):
        return None
    if len(set(signs)) == 1:
        return other if len(groups[-1]) == _GROUP else None
    return last if set(signs[:-1]) == {other} else None


def settled(text: str, tag: str) -> Settled:
    """Write the numbers of a text with the own signs of its language, a BCP 47 tag.

    Each keeps its place. A language with one way of writing numbers leaves the text as it is.
    """
    points = _points(tag)
    return points.settled(text) if points else Settled(text, text, {}, None)


@cache
def _points(tag: str) -> Points | None:
    language = known(tag)
    held = table(language, "numbers") if language else {}
    if "points" not in held:
        return None
    return Points(held["points"], held["decimal"], tag.partition("-")[2].upper())
