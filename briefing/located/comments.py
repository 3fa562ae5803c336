"""Read the comments that say what need not be told: `# briefing: ignore[code] why`.

At the end of a line such a comment holds for that line. On a line of its own it holds for the entry that
begins on the next line: that line and all that are indented deeper.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from briefing.diagnostics import CODES, Diagnostic, Span, diagnostic, did_you_mean
from briefing.located.parsing import scalars
from briefing.model.ignore import Ignore

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_COMMENT: Final = re.compile(
    r"(?:^|(?<=[ \t]))#[ \t]*briefing:[ \t]*ignore\b(?:\[(?P<codes>[^\]\n]*)\])?(?P<why>[^\n]*)",
    re.MULTILINE,
)
_CODE: Final = re.compile(r"[^\s,]+")
_LIKE: Final = "# briefing: ignore[sense-turned] the next clause says the same"


def ignores(text: str, file: str) -> tuple[tuple[Ignore, ...], tuple[Diagnostic, ...]]:
    """Return what the comments of a YAML text ignore, and what is wrong with them."""
    text = text.removeprefix("\ufeff")
    if "briefing:" not in text or (taken := scalars(text)) is None:
        return (), ()
    lines = text.split("\n")
    held: list[Ignore] = []
    found: list[Diagnostic] = []
    for match in _COMMENT.finditer(text):
        if any(start <= match.start() < end for start, end in taken):
            continue
        for one in _read(match, lines, file):
            (held if isinstance(one, Ignore) else found).append(one)  # type: ignore[arg-type]
    return tuple(held), tuple(found)


def _read(match: re.Match[str], lines: Sequence[str], file: str) -> Iterator[Ignore | Diagnostic]:
    text = match.string
    number = text.count("\n", 0, match.start())
    begins = text.rfind("\n", 0, match.start()) + 1

    def at(start: int, end: int) -> Span:
        return Span(file, number + 1, start - begins + 1, number + 1, end - begins + 1)

    whole = at(match.start(), match.end())
    codes = tuple(_CODE.finditer(text, *match.span("codes"))) if match["codes"] else ()
    if not codes:
        yield diagnostic("ignore-wrong", whole, "names no code to ignore", hint=f"write  {_LIKE}")
        return
    if not match["why"].strip():
        yield diagnostic("ignore-wrong", whole, "does not say why", hint=f"write  {_LIKE}")
        return
    first, until = _held_for(number, lines)
    for code in codes:
        name, place = code[0], at(*code.span())
        if name in CODES:
            yield Ignore(name, place, until=until + 1, first=first + 1)
        else:
            hint = did_you_mean(name, tuple(CODES))
            yield diagnostic("ignore-wrong", place, f"no code '{name}'", hint=hint)


def _held_for(number: int, lines: Sequence[str]) -> tuple[int, int]:
    """Give the first and the last line, from 0, that a comment on a line holds for."""
    if not lines[number].lstrip().startswith("#"):
        return number, number
    below = range(number + 1, len(lines))
    first = next((one for one in below if _content(lines[one])), number)
    last = first
    for one in range(first + 1, len(lines)):
        if _content(lines[one]):
            if _indent(lines[one]) <= _indent(lines[first]):
                break
            last = one
    return first, last


def _content(line: str) -> bool:
    held = line.strip()
    return bool(held) and not held.startswith("#")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
