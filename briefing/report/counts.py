"""Count findings."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from briefing.diagnostics import Severity
from briefing.report.text import ORDER, inert_markdown, worst_first

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.diagnostics import Diagnostic


_MOST_ROWS = 100
"""Findings in the summary of a job, which may have 1 MiB."""


def summary(found: Sequence[Diagnostic], *, strict: bool = False) -> str:
    """Count findings in one line, such as `2 errors, 1 warning`."""
    parts = []
    for severity in ORDER:
        count = sum(one.severity is severity for one in found)
        if count:
            noun = severity.value if count == 1 else f"{severity.value}s"
            parts.append(f"{count} {noun}")
    treated = strict and any(one.severity is Severity.WARNING for one in found)
    return ", ".join(parts or ["no findings"]) + (" (warnings count as errors)" if treated else "")


def by_code(found: Sequence[Diagnostic]) -> str:
    """Count findings by their codes, a line each: the worst first, then the most frequent."""
    counts = Counter((one.severity, one.code) for one in found)
    ordered = sorted(counts.items(), key=lambda one: (ORDER.index(one[0][0]), -one[1], one[0][1]))
    return "".join(f"{count:6,}  {severity}[{code}]\n" for (severity, code), count in ordered)


def job_summary(found: Sequence[Diagnostic], *, strict: bool = False) -> str:
    """Write a table of findings in Markdown for the summary of a GitHub job, the worst first."""
    lines = [f"### briefing: {summary(found, strict=strict)}", ""]
    if found:
        lines += ["| severity | place | finding |", "|---|---|---|"]
    for one in worst_first(found)[:_MOST_ROWS]:
        place = f"{one.at.file}:{one.at.line}:{one.at.column}"
        hint = f" ({one.hint})" if one.hint else ""
        what = f"{one.code}: {one.message}{hint}"
        lines.append(f"| {one.severity} | {inert_markdown(place)} | {inert_markdown(what)} |")
    if len(found) > _MOST_ROWS:
        lines += ["", f"and {len(found) - _MOST_ROWS:,} more"]
    return "\n".join(lines) + "\n"
