"""Write diagnostics for programs: JSON, GitHub and SARIF."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING
from urllib.parse import quote

from briefing import __version__
from briefing.diagnostics import Diagnostic, Severity, bounded
from briefing.report.text import worst_first

if TYPE_CHECKING:
    from briefing.diagnostics import Span

_SARIF = "https://json.schemastore.org/sarif-2.1.0.json"


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
    ordered = worst_first(shown)
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
