"""Let one run at a time publish to an output.

The lock goes with the process that holds it, however that ends, so there is no stale lock to
clear. On POSIX it is a record lock (`fcntl`): a forked child does not inherit one, so a rendering
process that outlives a killed run cannot keep the site locked. Since such a lock does not hold
between the threads of one process, the paths held by this process are kept as well.
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
    """A lock that is held until the end of a `with` statement."""

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
        # Whatever closing reports, the descriptor is gone and the lock with it (see close(2)).
        with contextlib.suppress(OSError):
            os.close(self._descriptor)


def take(path: Path) -> Lock | None:
    """Lock the file `path`, making it if need be; return None if somebody else holds it."""
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
