"""The record of a run that replaces several of the project's files, kept while it is under way.

It is a JSON list of rows: the path of a file, the digest of what it holds or null, and the digest
of what it is to hold. It may come from anyone, since a project is copied as a folder, so each row is
checked when it is read, and each path before it is used.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from briefing.publish.files import ForeignFileError, read_own, replace_own
from briefing.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

FOLDER = ".briefing"
_DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Step:
    """One file that a run replaces: SHA-256 of what it holds, None where it is new, and after."""

    path: str
    before: str | None
    after: str


def record_path(root: Path) -> Path:
    """Return where the record of the project at `root` is kept."""
    return root / FOLDER / "edits"


def record(root: Path, steps: Iterable[Step]) -> None:
    """Write down which files are about to be replaced, in one step."""
    rows = [[step.path, step.before, step.after] for step in steps]
    replace_own(record_path(root), json.dumps(rows))


def recorded(root: Path) -> tuple[Step, ...]:
    """Read the record of a stopped run; anything else is refused."""
    path = record_path(root)
    text = read_own(path)
    if text is None:
        return ()
    try:
        rows = json.loads(text)
        steps = tuple(map(_step, rows))
    except (ValueError, TypeError, RecursionError):
        steps = ()
    if not steps:
        raise ForeignFileError(path)
    return steps


def _step(row: object) -> Step:
    """Turn a row of the record into a step; ValueError if it is invalid."""
    match row:
        case [str(path), (None | str()) as before, str(after)]:
            if all(_DIGEST.fullmatch(digest) for digest in (before or after, after)):
                return Step(path, before, after)
        case _:
            pass
    raise ValueError
