"""Write diagnostics for people at a terminal, and for programs: JSON, GitHub and SARIF."""

from briefing.report.counts import by_code, job_summary, summary
from briefing.report.coverage import accounts
from briefing.report.programs import FOR_PROGRAMS, as_json, as_sarif, github
from briefing.report.text import MAX_LINE, inert, inert_markdown, plain, text

__all__ = [
    "FOR_PROGRAMS",
    "MAX_LINE",
    "accounts",
    "as_json",
    "as_sarif",
    "by_code",
    "github",
    "inert",
    "inert_markdown",
    "job_summary",
    "plain",
    "summary",
    "text",
]
