"""Compare two states of a briefing: which verdicts, claims, quotes, figures and articles moved."""

from briefing.differing.comparing import Difference, compare
from briefing.differing.writing import as_json, as_markdown, as_text

__all__ = ["Difference", "as_json", "as_markdown", "as_text", "compare"]
