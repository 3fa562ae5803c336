"""Keep what a run said beside what it published, for a next run that finds both as they were."""

from __future__ import annotations

import contextlib
import hashlib
from typing import TYPE_CHECKING

from briefing.publish.files import ForeignFileError, read_own_bytes, replace_own
from briefing.publish.lock import take
from briefing.publish.outcome import PublishProblem
from briefing.publish.output_folder import is_begun, output_paths, scan_output

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from briefing.publish.files import Stamp, Tree
    from briefing.publish.output_folder import OutputPaths

_MOST_BYTES = 1 << 26


def told(out: Path) -> tuple[bytes, str] | None:
    """Return what the last run left with `tell`, and the state of the output as it is now.

    None if there is nothing, or a run was killed while it changed the output.
    """
    with contextlib.suppress(OSError, ForeignFileError):
        paths = output_paths(out)
        if not isinstance(paths, PublishProblem) and not is_begun(paths):
            data = read_own_bytes(paths.told, _MOST_BYTES)
            return (data, _state(paths, scan_output(paths))) if data else None
    return None


def tell(out: Path, stamps: Mapping[str, Stamp], told: Callable[[str], bytes | None]) -> None:
    """Leave to the next run what `told` gives for the state of the output, if that has these `stamps`.

    If that fails, only the next run's time is lost.
    """
    with contextlib.suppress(OSError, ForeignFileError):
        paths = output_paths(out)
        lock = None if isinstance(paths, PublishProblem) else take(paths.lock)
        if isinstance(paths, PublishProblem) or lock is None:
            return
        with lock:
            tree = scan_output(paths)
            data = told(_state(paths, tree)) if tree.files == stamps else None
            if data is not None:
                replace_own(paths.told, data)


def _state(paths: OutputPaths, tree: Tree) -> str:
    """Return a digest of the names and stamps in the output, and of what the last run kept."""
    with contextlib.suppress(FileNotFoundError):
        kept = paths.kept.lstat()
        held = sorted(tree.files.items()), sorted(tree.folders), sorted(tree.others)
        whole = repr((*held, str(paths.out), kept.st_ino, kept.st_size, kept.st_mtime_ns))
        return hashlib.blake2b(whole.encode(errors="surrogateescape")).hexdigest()
    return ""
