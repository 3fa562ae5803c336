"""What an author wants not to be told of again, and why."""

from __future__ import annotations

from briefing.diagnostics import Span
from briefing.values import dataclass


@dataclass(frozen=True, slots=True)
class Ignore:
    """A comment such as `# briefing: ignore[sense-turned] the next clause says the same`."""

    code: str
    at: Span
    """The code in the comment."""
    until: int
    """The last line that it holds for; the first is `first`."""
    first: int

    def covers(self, at: Span) -> bool:
        """Say whether a finding at a place may be ignored."""
        return at.file == self.at.file and self.first <= at.line <= self.until
