"""Open briefings that were made by hand, for what the example and the real one do not hold."""

from __future__ import annotations

from pathlib import Path

from tests.browser.conftest import Place
from tests.view.briefings import Built


def placed(made: Built, out: Path) -> Place:
    """Write a site below `out`, without checking or publishing it."""
    for path in made.site.paths:
        data = made.file(path)
        assert isinstance(data, bytes)
        file = out / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return Place(out, out.as_uri() + "/")
