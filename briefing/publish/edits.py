"""Write what a command changes in the project's own files."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from briefing.model.history import Edit
from briefing.publish.outcome import PublishProblem, from_os_error


def write_edits(root: Path, edits: Iterable[Edit]) -> PublishProblem | None:
    """Replace whole files of the project at `root`; a file that is already right is not touched."""
    for edit in edits:
        path = root / edit.path
        data = edit.text.encode()
        beside = path.with_name(f".{path.name}.new")
        try:
            if path.is_file() and path.read_bytes() == data:
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(data)
            beside.replace(path)
        except OSError as error:
            return from_os_error(error, path)
    return None
