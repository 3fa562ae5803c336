"""What a reader of one kind of file makes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.diagnostics import Diagnostic, diagnostic
from briefing.values import dataclass

if TYPE_CHECKING:
    from briefing.model.content import Limits, Source


@dataclass(frozen=True, slots=True)
class Reading:
    """The text of an article's file, and what its author should know of it."""

    text: str
    lines: tuple[int, ...] = ()
    """For each line of the text, the line of the file where it begins, from 1; empty if the same."""
    columns: tuple[int, ...] = ()
    """For each line of the text of HTML, the column of the file where its element begins, from 1."""
    pages: tuple[int, ...] = ()
    """For each line of the text of a PDF file, its page, from 1."""
    as_is: bool = False
    """Whether the text is the decoded file itself."""
    found: tuple[Diagnostic, ...] = ()


def more(limit: str) -> str:
    """Say how to allow a larger article, by the name of a limit."""
    return f"allow more in briefing.yaml, under  limits: {{{limit}: …}}"


def too_many(source: Source, limits: Limits) -> Diagnostic:
    """Refuse a page of more elements than a limit allows."""
    message = f"{source.file} has more than {limits.html_elements:,} elements and attributes"
    return diagnostic("file-too-large", source.file_at, message, hint=more("html_elements"))
