"""Give a folder that is gone afterwards."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def scratch() -> Iterator[Path]:
    """Make an empty folder outside of every project, and remove it in the end."""
    import tempfile

    with tempfile.TemporaryDirectory(prefix="briefing-") as folder:
        yield Path(folder).resolve()
