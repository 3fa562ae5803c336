"""What a command wrote into a project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.values import dataclass

if TYPE_CHECKING:
    from briefing.diagnostics import Diagnostic


@dataclass(frozen=True, slots=True)
class Written:
    """Which files were written, or what was found in the way of it."""

    found: tuple[Diagnostic, ...] = ()
    """Why nothing was written; empty if it was."""
    places: tuple[str, ...] = ()
    """Each new file as a POSIX path relative to the root; each changed one with `:LINE`, from 1."""
    kept: tuple[str, ...] = ()
    """Files of the same name that were there and stay as they are."""
    id: str = ""
    """The id of a new entry."""
