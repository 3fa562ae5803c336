"""What a reader of one kind of file makes of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.diagnostics import Diagnostic


@dataclass(frozen=True, slots=True)
class Reading:
    """The text of an article's file, and what its author should know of it."""

    text: str
    lines: tuple[int, ...] = ()
    """For each line of the text, the line of the file where it begins, from 1; empty if the same."""
    as_is: bool = False
    """Whether the text is the decoded file itself."""
    found: tuple[Diagnostic, ...] = ()


def more(limit: str) -> str:
    """Say how to allow a larger article, by the name of a limit."""
    return f"allow more in briefing.yaml, under  limits: {{{limit}: …}}"
