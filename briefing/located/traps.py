"""Name the commonest mistakes in YAML, where its parser only says what it had expected."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.located.quoting import quoted

if TYPE_CHECKING:
    from collections.abc import Callable

    Place = tuple[int, int]

_VALUE: Final = re.compile(r"""\s*(?:-\s+)*(?:[^\s:#'"\[{-][^:#]*:\s+)?(?P<value>\S.*?)\s*$""")
"""A line with the value that it ends with, behind its key or its hyphen."""
_SPECIAL: Final = frozenset("@`%*&!|>?,[{}]-#")
_UNSPACED: Final = re.compile(r"\s*(?:-\s+)*(?P<key>[\w-]+:)(?=[^\s:/])")
_UNHYPHENED: Final = re.compile(r"\s*-(?P<key>[\w][\w-]*:)\s")
_ENTRY: Final = re.compile(r"""\s*(?:-\s+)?[^\s:#'"\[{][^:#]*:(?:\s|$)""")


class Trap(NamedTuple):
    """What is wrong in an author's words, and where, line and column from 0."""

    message: str
    place: Place
    hint: str


class _Trouble(NamedTuple):
    """What the parser says, with the lines it read."""

    lines: list[str]
    noticed: Place
    problem: str
    closed: tuple[Place, Place] | None
    """Where the last quoted text of one line begins and ends."""

    @property
    def line(self) -> str:
        return self.lines[self.noticed[0]]


def trap(
    text: str, noticed: Place, problem: str, closed: tuple[Place, Place] | None
) -> Trap | None:
    """Name the mistake behind a problem that the parser noticed at a place; None for any other.

    `closed` is where the last text in quotation marks that is on one line begins and ends.
    """
    trouble = _Trouble(text.split("\n"), noticed, problem, closed)
    return next(filter(None, (look(trouble) for look in _LOOKS)), None)


def _tab(of: _Trouble) -> Trap | None:
    """Find a tab where YAML takes only spaces."""
    blank = len(of.line) - len(of.line.lstrip(" \t-"))
    at = of.line.find("\t", 0, blank)
    if at < 0 or at > of.noticed[1]:
        return None
    return Trap("YAML does not allow a tab here", (of.noticed[0], at), "use spaces")


def _goes_on(of: _Trouble) -> Trap | None:
    """Find a text that begins with a quotation mark, and goes on after the one that ends it."""
    if of.closed is None:
        return None
    (first, start), (last, end) = of.closed
    if last != of.noticed[0] or first != last or of.line[end : of.noticed[1]].strip():
        return None
    char, whole = of.line[start], of.line[start:].rstrip()
    hint = f"put the whole text in quotation marks:  {quoted(whole)}"
    return Trap(f"the text continues after its closing {char}", of.noticed, hint)


def _unspaced(of: _Trouble) -> Trap | None:
    """Find a key whose colon no blank follows, in the line or in the one above."""
    if "expected ':'" not in of.problem:
        return None
    for number in range(of.noticed[0], -1, -1):
        match = _UNSPACED.match(of.lines[number])
        if match:
            message = f"a space is missing after '{match['key']}'"
            return Trap(message, (number, match.end("key")), f"write  {match['key']} …")
        if number < of.noticed[0] and of.lines[number].strip():
            break
    return None


def _unhyphened(of: _Trouble) -> Trap | None:
    """Find an item whose hyphen no space follows, in the line or in the one above."""
    above = (at for at in range(of.noticed[0] - 1, -1, -1) if of.lines[at].strip())
    for number in (of.noticed[0], *islice(above, 1)):
        match = _UNHYPHENED.match(of.lines[number])
        if match:
            hint = f"write  - {match['key']}"
            return Trap("a space is missing after '-'", (number, match.start("key")), hint)
    return None


def _indented(of: _Trouble) -> Trap | None:
    """Find an entry in another column than the entries around it."""
    number, column = of.noticed
    own = len(of.line) - len(of.line.lstrip(" "))
    above = next((line for line in reversed(of.lines[:number]) if line.strip()), "")
    deeper = own > len(above) - len(above.lstrip(" ")) and _ENTRY.match(above) is not None
    is_key = _ENTRY.match(of.line) is not None and ":" not in of.line[:column]
    if not is_key:
        return None
    hint = "entries of the same level start in the same column"
    if "mapping values are not allowed" in of.problem and deeper:
        return Trap("indented deeper than the entry above", (number, own), hint)
    if column == own and "expected key" in of.problem:
        return Trap("indented differently from the entries above", (number, own), hint)
    return None


def _special(of: _Trouble) -> Trap | None:
    """Find a text that begins with a character that has a meaning in YAML."""
    match = _VALUE.match(of.line)
    if match is None or match["value"][0] not in _SPECIAL:
        return None
    start = match.start("value")
    if of.noticed[1] < start:
        return None
    char = match["value"][0]
    hint = f"put it in quotation marks:  {quoted(match['value'])}"
    return Trap(
        f"a text that begins with {char} needs quotation marks", (of.noticed[0], start), hint
    )


def _colon(of: _Trouble) -> Trap | None:
    """Find a plain text with a colon and a blank in it."""
    match = _VALUE.match(of.line)
    if match is None or ": " not in match["value"] or "mapping values" not in of.problem:
        return None
    hint = f"put it in quotation marks:  {quoted(match['value'])}"
    return Trap("a text with ': ' in it needs quotation marks", of.noticed, hint)


_LOOKS: Final[tuple[Callable[[_Trouble], Trap | None], ...]] = (
    _tab, _goes_on, _unspaced, _unhyphened, _indented, _special, _colon,
)  # fmt: skip
