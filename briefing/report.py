"""Write diagnostics for people at a terminal, and for programs: JSON, GitHub and SARIF."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING
from urllib.parse import quote

from briefing import __version__
from briefing.diagnostics import Diagnostic, Severity, bounded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.diagnostics import Span
    from briefing.model.judged import Account, Share

    LineOf = Callable[[str, int], str | None]
    Paint = Callable[[str, str], str]

MAX_LINE = 400
"""How many characters of a source line are shown; a longer line is cut around the caret."""
_SARIF = "https://json.schemastore.org/sarif-2.1.0.json"
_ORDER = (Severity.ERROR, Severity.WARNING, Severity.NOTE)


def plain(text: str, _style: str) -> str:
    """Return the text without colour."""
    return text


def text(found: Iterable[Diagnostic], line_of: LineOf, paint: Paint = plain) -> str:
    """Write diagnostics with their source lines, carets, labels and help, at most a hundred alike.

    `line_of(file, line)` returns the line to show, counted from 1, or None; `paint(text, style)`
    colours text in one of the styles `error`, `warning`, `note`, `place` and `strong`.
    """
    shown, rests = bounded(found)
    return _blocks(shown, line_of, paint) + "".join(
        f"{paint(f'{inert(rest.file)}:', 'strong')} "
        f"{paint(f'{rest.severity}[{rest.code}]:', rest.severity)} {rest.message}\n\n"
        for rest in rests
    )


def _blocks(found: Iterable[Diagnostic], line_of: LineOf, paint: Paint) -> str:
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


def as_json(found: Iterable[Diagnostic]) -> str:
    """Write diagnostics as the JSON described in `docs/diagnostics.md`."""
    shown, rests = bounded(found)
    diagnostics = [
        {
            "code": one.code,
            "severity": one.severity.value,
            "message": one.message,
            "file": one.at.file,
            "line": one.at.line,
            "column": one.at.column,
            "end_line": one.at.end_line,
            "end_column": one.at.end_column,
            "hint": one.hint,
            "related": [
                {
                    "file": other.at.file,
                    "line": other.at.line,
                    "column": other.at.column,
                    "message": other.message,
                }
                for other in one.related
            ],
        }
        for one in shown
    ]
    more = [
        {"code": one.code, "severity": one.severity.value, "file": one.file, "count": one.count}
        for one in rests
    ]
    held = {"version": 1, "diagnostics": diagnostics}
    return _document(held | {"more": more} if more else held)


def _document(content: Mapping[str, object]) -> str:
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def as_sarif(found: Iterable[Diagnostic]) -> str:
    """Write diagnostics in SARIF 2.1.0 for editors and code scanning.

    Columns are counted in code points, as `columnKind` says (OASIS SARIF 2.1.0, §3.14.27); files
    are URIs relative to the project.
    """
    held, rests = bounded(found)
    levels = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
    results = [
        {
            "ruleId": one.code,
            "level": levels[one.severity],
            "message": {"text": one.message + _help(one)},
            "locations": [{"physicalLocation": _location(one.at)}],
            "relatedLocations": [
                {"physicalLocation": _location(other.at), "message": {"text": other.message}}
                for other in one.related
            ],
        }
        for one in held
    ]
    driver = {
        "name": "briefing",
        "version": __version__,
        "rules": [{"id": code} for code in sorted({one.code for one in held})],
    }
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    if rests:
        notices = [
            {
                "descriptor": {"id": one.code},
                "level": levels[one.severity],
                "message": {"text": one.message},
                "locations": [{"physicalLocation": {"artifactLocation": _artifact(one.file)}}],
            }
            for one in rests
        ]
        run["invocations"] = [{"executionSuccessful": True, "toolExecutionNotifications": notices}]
    return _document({"$schema": _SARIF, "version": "2.1.0", "runs": [run]})


def _location(at: Span) -> dict[str, object]:
    return {
        "artifactLocation": _artifact(at.file),
        "region": {
            "startLine": at.line,
            "startColumn": at.column,
            "endLine": at.end_line,
            "endColumn": at.end_column,
        },
    }


def _artifact(file: str) -> dict[str, str]:
    return {"uri": quote(file)}


def github(found: Iterable[Diagnostic]) -> str:
    """Write GitHub workflow commands, errors first: GitHub shows at most ten of a kind.

    Escapes follow GitHub's toolkit: `%`, CR and LF in messages, also `:` and `,` in properties.
    """
    kinds = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
    shown, rests = bounded(found)
    ordered = sorted(shown, key=lambda one: _ORDER.index(one.severity))
    commands = "".join(
        f"::{kinds[one.severity]} file={_property(one.at.file)},line={one.at.line},"
        f"col={one.at.column},endLine={one.at.end_line},endColumn={one.at.end_column},"
        f"title={_property(one.code)}::{_data(one.message + _help(one))}\n"
        for one in ordered
    )
    return commands + "".join(
        f"::{kinds[one.severity]} file={_property(one.file)},title={_property(one.code)}"
        f"::{_data(one.message)}\n"
        for one in rests
    )


FOR_PROGRAMS: Mapping[str, Callable[[Iterable[Diagnostic]], str]] = MappingProxyType(
    {"json": as_json, "github": github, "sarif": as_sarif}
)
"""The formats for programs, by name."""


def _help(one: Diagnostic) -> str:
    return f" ({one.hint})" if one.hint else ""


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def accounts(held: Mapping[str, Account], line_of: LineOf, paint: Paint = plain) -> str:
    """Write how much of each article is covered, then what is left, with its places.

    What is left is shown as notes here; only `check` reports it as an error, for sources with
    `account: full`.
    """
    wide = max((len(source) for source in held), default=0)
    lines = [
        f"{source:{wide}}  figures {_share(one.figures)}   sentences {_share(one.sentences)}"
        for source, one in held.items()
    ]
    left = [replace(found, severity=Severity.NOTE) for one in held.values() for found in one.left]
    return "\n".join([*lines, "", _blocks(left, line_of, paint)])


def _share(share: Share) -> str:
    done = share.claimed + share.set_aside
    percent = 100 * done // share.total if share.total else 100
    return f"{percent:3d}%: {share.claimed} claimed, {share.set_aside} set aside, {share.left} left"


def summary(found: Sequence[Diagnostic], *, strict: bool = False) -> str:
    """Count findings in one line, such as `2 errors, 1 warning`."""
    parts = []
    for severity in _ORDER:
        count = sum(one.severity is severity for one in found)
        if count:
            noun = severity.value if count == 1 else f"{severity.value}s"
            parts.append(f"{count} {noun}")
    treated = strict and any(one.severity is Severity.WARNING for one in found)
    return ", ".join(parts or ["no findings"]) + (" (warnings count as errors)" if treated else "")
