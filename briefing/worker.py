"""Make the parts of a whole in two processes, where there are two processors and enough to do.

The worker is a fork of this process, so it has everything that parts are made of, and sends back bytes
alone. It begins with the last part and this process with the first, until they meet. Each marks what it begins in
memory that both share; where both begin the same part at once, it is made twice, which harms nothing.

The worker writes nothing to disk. Whatever ends it, be it a kill or a mistake in what it makes, this process makes
what is missing, with the exception or the finding that it would give alone. When this process ends, however
that happens, the worker's next part finds nobody to read it, and the worker ends.
"""

from __future__ import annotations

import gc
import os
import signal
import struct
import sys
import time
from contextlib import suppress
from mmap import mmap
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator

Made = TypeVar("Made")
Made_co = TypeVar("Made_co", covariant=True)

_KNOWN = 0.05
"""Seconds of work from which on a pace is known."""
_SAVED = 0.2
"""The least that a worker must save, in seconds: on a busy machine, waiting for its last part can take a tenth."""
_MOST_KIB = 160 << 10
"""What a process may hold that is forked. Looking at a value writes to it, so in the end both have a copy."""
_HEAD = struct.Struct("<QQ")
"""Before each part that a worker sends: its place, and how many bytes follow."""
_AT_ONCE = 1 << 20


class Work(Protocol[Made_co]):
    """The parts of a whole, by place from 0; a part is the same whoever makes it."""

    def make(self, place: int) -> Made_co:
        """Make a part in this process."""

    def send(self, place: int) -> bytes:
        """Make a part in the worker, and pack what this process needs; an exception ends the worker."""

    def take(self, place: int, sent: bytes) -> Made_co:
        """Take a part over that the worker made."""

    def is_anew(self) -> bool:
        """Return whether the last part took work, and was not merely looked up."""


def done(work: Work[Made], count: int) -> Generator[tuple[int, Made], None, None]:
    """Yield each part once with its place, in the order in which they are made.

    Those that the worker does not send are made here, the first of them first.
    """
    place, spent = 0, 0.0
    while place < count and not _pays(spent, place, count - place):
        began = time.process_time()
        made = work.make(place)
        if work.is_anew():
            spent += time.process_time() - began
        yield place, made
        place += 1
    missing = dict.fromkeys(range(place, count))
    if missing and (worker := Worker.forked(work, count)):
        try:
            yield from _made_by_both(work, worker, missing)
        finally:
            worker.end()
    for place in missing:
        yield place, work.make(place)


def _made_by_both(
    work: Work[Made], worker: Worker, missing: dict[int, None]
) -> Iterator[tuple[int, Made]]:
    """Yield parts until all are there or the worker ends, and strike them from those that are missing."""

    def taken(sent: Iterable[tuple[int, bytes]]) -> Iterator[tuple[int, Made]]:
        for place, data in sent:
            if place in missing:
                del missing[place]
                yield place, work.take(place, data)

    for place in tuple(missing):
        if not worker.leaves(place):
            break
        made = work.make(place)
        del missing[place]
        yield place, made
        yield from taken(worker.sent())
    if missing:
        yield from taken(worker.rest())


def _pays(spent: float, parts: int, left: int) -> bool:
    """Return whether a worker saves more than it costs, by the pace of the parts made so far."""
    return spent >= _KNOWN and spent / parts * left / 2 >= _SAVED and is_possible()


def is_possible() -> bool:
    """Return whether a process may be forked here, and a free processor and memory are there for it.

    Where others keep all processors busy, two processes took longer than one, as each waits for the other. Forking copies locks that other threads hold, and macOS's own libraries do not survive it.
    """
    threads = len(sys._current_frames())  # noqa: SLF001 (documented; `threading` knows only its own)
    if not hasattr(os, "fork") or sys.platform == "darwin" or threads > 1:
        return False
    import resource  # there where `fork` is

    if resource.getrusage(resource.RUSAGE_SELF).ru_maxrss > _MOST_KIB:
        return False
    processors = os.cpu_count() or 1
    with suppress(AttributeError):  # Linux knows which of them this process may use
        processors = len(os.sched_getaffinity(0))
    with suppress(OSError):
        return 1 < processors > os.getloadavg()[0]
    return processors > 1


class Worker:
    """The other process, as seen from this one."""

    def __init__(self, process: int, pipe: int, begun: mmap) -> None:
        self._process = process
        self._pipe = pipe
        self.begun = begun
        """A byte for each part, in memory that both share: not 0 once either begins it."""
        self._received = bytearray()

    @classmethod
    def forked(cls, work: Work[Made], count: int) -> Worker | None:
        """Start a worker; None if the system gives no process for it."""
        try:
            begun = mmap(-1, count)
            pipe, to = os.pipe()
        except OSError:
            return None
        _widen(to)
        gc.freeze()  # else collecting writes to the memory that both share, which doubles it
        try:
            process = os.fork()
        except OSError:
            process = -1
        if process == 0:
            _run(work, count, begun, pipe, to)
        _close(to)
        if process == -1:
            gc.unfreeze()
            _close(pipe)
            return None
        with suppress(OSError):
            os.set_blocking(pipe, False)
        return cls(process, pipe, begun)

    def leaves(self, place: int) -> bool:
        """Return whether the worker has not begun a part, and tell it that this process begins it."""
        if self.begun[place]:
            return False
        self.begun[place] = 1
        return True

    def sent(self) -> Iterator[tuple[int, bytes]]:
        """Yield the parts that have arrived; waits for none."""
        with suppress(OSError):  # for the most part because there is nothing yet
            self._received += os.read(self._pipe, _AT_ONCE)
        yield from self._whole()

    def rest(self) -> Iterator[tuple[int, bytes]]:
        """Yield parts until the worker ends."""
        with suppress(OSError):
            os.set_blocking(self._pipe, True)
            while data := os.read(self._pipe, _AT_ONCE):
                self._received += data
                yield from self._whole()

    def _whole(self) -> Iterator[tuple[int, bytes]]:
        while len(self._received) >= _HEAD.size:
            place, length = _HEAD.unpack_from(self._received)
            end = _HEAD.size + length
            if len(self._received) < end:
                return
            sent = bytes(self._received[_HEAD.size : end])
            del self._received[:end]
            yield place, sent

    def end(self) -> None:
        """End the worker, if it has not ended, and wait for that."""
        self.begun.close()
        _close(self._pipe)
        with suppress(ProcessLookupError):
            os.kill(self._process, signal.SIGKILL)
        with suppress(ChildProcessError):
            os.waitpid(self._process, 0)
        gc.unfreeze()


def _close(descriptor: int) -> None:
    """Close a descriptor, which is gone even if the system reports an error."""
    with suppress(OSError):
        os.close(descriptor)


def _widen(pipe: int) -> None:
    """Let a worker go on while this process makes a large part; only Linux knows how."""
    with suppress(ImportError, AttributeError, OSError):
        import fcntl

        fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _AT_ONCE)


def _run(work: Work[Made], count: int, begun: mmap, pipe: int, to: int) -> None:
    """Be the worker: send parts, from the last to the first that nobody has begun, and end."""
    try:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        gc.disable()
        os.close(pipe)  # so that it breaks when the other process ends
        for place in reversed(range(count)):
            if begun[place]:
                break
            begun[place] = 1
            sent = work.send(place)
            left = memoryview(_HEAD.pack(place, len(sent)) + sent)
            while left:
                left = left[os.write(to, left) :]
    finally:
        os._exit(0)
