"""Write diagnostics for people at a terminal."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from briefing.diagnostics import Severity, bounded

if TYPE_CHECKING:
    from briefing.diagnostics import Diagnostic

    LineOf = Callable[[str, int], str | None]
    Paint = Callable[[str, str], str]

MAX_LINE = 400
"""How many characters of a source line are shown; a longer line is cut around the caret."""
ORDER = (Severity.ERROR, Severity.WARNING, Severity.NOTE)
"""The worst first."""


def plain(text: str, _style: str) -> str:
    """Return the text without colour."""
    return text


def worst_first(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Sort findings by severity; of one severity they keep their order."""
    return sorted(found, key=lambda one: ORDER.index(one.severity))


def text(found: Iterable[Diagnostic], line_of: LineOf, paint: Paint = plain) -> str:
    """Write diagnostics with their source lines, carets, labels and help, the worst first.

    Of one code, at most a hundred of a file are shown.

    `line_of(file, line)` returns the line to show, counted from 1, or None; `paint(text, style)`
    colours text in one of the styles `error`, `warning`, `note`, `place` and `strong`.
    """
    shown, rests = bounded(found)
    return blocks(worst_first(shown), line_of, paint) + "".join(
        f"{paint(f'{inert(rest.file)}:', 'strong')} "
        f"{paint(f'{rest.severity}[{rest.code}]:', rest.severity)} {rest.message}\n\n"
        for rest in rests
    )


def blocks(found: Iterable[Diagnostic], line_of: LineOf, paint: Paint) -> str:
    """Write diagnostics as `text` does, all of them in their order."""
    return "".join(f"{_block(one, line_of, paint)}\n" for one in found)


def _block(one: Diagnostic, line_of: LineOf, paint: Paint) -> str:
    at = one.at
    place = paint(f"{inert(at.file)}:{at.line}:{at.column}:", "strong")
    kind = paint(f"{one.severity}[{one.code}]:", one.severity)
    lines = [f"{place} {kind} {inert(one.message)}"]
    number = f" {at.line} "
    margin = " " * len(number)
    edge = paint(f"{margin}|", "place")
    source = line_of(at.file, at.line)
    if source is not None:
        width = at.end_column - at.column if at.end_line == at.line else len(source)
        shown, column = _around(source, at.column - 1)
        caret = " " * _columns(shown[:column]) + "^" * max(
            1, _columns(shown[column : column + max(width, 1)])
        )
        label = f" {inert(one.label)}" if one.label else ""
        lines += [
            edge,
            f"{paint(f'{number}|', 'place')} {inert(shown)}".rstrip(),
            f"{edge} {paint(caret + label, one.severity)}",
        ]
    for other in one.related:
        where = f"{inert(other.at.file)}:{other.at.line}:{other.at.column}"
        lines.append(f"{margin}{paint('=', 'place')} {where}: {inert(other.message)}")
    if one.hint:
        lines.append(f"{margin}{paint('=', 'place')} help: {inert(one.hint)}")
    return "\n".join(lines) + "\n"


def _around(source: str, column: int) -> tuple[str, int]:
    """Cut a long line around a column; return the cut and the column within it, from 0."""
    if len(source) <= MAX_LINE:
        return source, column
    start = max(0, min(column - MAX_LINE // 2, len(source) - MAX_LINE))
    return source[start : start + MAX_LINE], column - start


def _columns(text: str) -> int:
    """Count terminal columns: two for wide characters, none for combining ones."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in text
    )


def inert(text: str) -> str:
    """Replace characters that a terminal or browser would act on, such as controls and bidi marks."""
    if text.isprintable():
        return text
    return "".join(
        char if char.isprintable() or char == "\N{NO-BREAK SPACE}" else _visible(char)
        for char in text
    )


def _visible(char: str) -> str:
    if char == "\t":
        return " "
    return char if unicodedata.category(char) == "Zs" else "\N{REPLACEMENT CHARACTER}"


def inert_markdown(text: str) -> str:
    """Write a text on one line so that nothing in it is Markdown or HTML, nor names a person."""
    plain = inert(" ".join(text.split()))
    return "".join(
        char if char.isalnum() or char in " .,:;-" else f"&#{ord(char)};" for char in plain
    )
