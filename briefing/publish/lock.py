"""Let one run at a time publish to an output, or change a project's files.

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
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from briefing.publish.files import open_own

SILENT_SECONDS = 1.0
"""How long a run waits for a lock before it says so."""
_HELD: set[Path] = set()
_HELD_GUARD = threading.Condition()


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
        _let_go(self._path, self._descriptor)


def take(
    path: Path, *, wait: bool = False, waiting: Callable[[], None] | None = None
) -> Lock | None:
    """Lock the file `path`, creating it if needed; return None if it is already locked.

    With `wait`, wait until it is free; Windows gives up after ten seconds. `waiting` is called once,
    in a thread of its own, if that takes longer than `SILENT_SECONDS`. Raises ForeignFileError if
    something other than a plain file is in its place.
    """
    if waiting is None:
        return _take(path, wait=wait)
    timer = threading.Timer(SILENT_SECONDS, waiting)
    timer.daemon = True
    timer.start()
    try:
        return _take(path, wait=wait)
    finally:
        timer.cancel()


def _take(path: Path, *, wait: bool) -> Lock | None:
    with _HELD_GUARD:
        if wait:
            _HELD_GUARD.wait_for(lambda: path not in _HELD)
        if path in _HELD:
            return None
        _HELD.add(path)
    descriptor, taken = -1, False
    try:
        descriptor = open_own(path, os.O_RDWR | os.O_CREAT)
        taken = _take_between_processes(descriptor, wait=wait)
    finally:
        if not taken:
            _let_go(path, descriptor)
    return Lock(path, descriptor) if taken else None


def _let_go(path: Path, descriptor: int) -> None:
    with _HELD_GUARD:
        # Even if closing fails, the descriptor and the lock are gone (see close(2)).
        with contextlib.suppress(OSError):
            if descriptor >= 0:
                os.close(descriptor)
        _HELD.discard(path)
        _HELD_GUARD.notify_all()


def _take_between_processes(descriptor: int, *, wait: bool) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.lockf(descriptor, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except (BlockingIOError, PermissionError):
        return False
    return True
