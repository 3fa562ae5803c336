"""Let one run at a time publish to an output.

The lock ends with its process, however that ends, so no stale lock is left behind. On POSIX it is a
record lock (`fcntl`), which a forked child does not inherit: a rendering process that outlives a
killed run cannot keep the site locked. Such a lock does not work between threads of one process, so
the paths that this process has locked are kept too.
"""

from __future__ import annotations

import contextlib
import os
import sys
import threading
from pathlib import Path
from types import TracebackType

_HELD: set[Path] = set()
_HELD_GUARD = threading.Lock()


class Lock:
    """A lock held until the end of a `with` statement."""

    def __init__(self, path: Path, descriptor: int) -> None:
        self._path = path
        self._descriptor = descriptor

    def __enter__(self) -> None:
        pass

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with _HELD_GUARD:
            _HELD.discard(self._path)
        # Even if closing fails, the descriptor and the lock are gone (see close(2)).
        with contextlib.suppress(OSError):
            os.close(self._descriptor)


def take(path: Path) -> Lock | None:
    """Lock the file `path`, creating it if needed; return None if it is already locked."""
    with _HELD_GUARD:
        if path in _HELD:
            return None
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        try:
            taken = _take_between_processes(descriptor)
        except OSError:
            os.close(descriptor)
            raise
        if not taken:
            os.close(descriptor)
            return None
        _HELD.add(path)
        return Lock(path, descriptor)


def _take_between_processes(descriptor: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True
