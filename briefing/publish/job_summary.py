"""Add to the summary of a GitHub job, a file that the runner names."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def append(path: Path, text: str) -> None:
    """Write text at the end of a file, which steps before may have written to; may raise `OSError`."""
    with path.open("a", encoding="utf-8", newline="\n") as file:
        file.write(text)
