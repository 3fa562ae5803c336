"""Tell a person at a terminal that a command is still working."""

from __future__ import annotations

import contextlib
import signal
import sys
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SILENT_SECONDS = 1.0
"""How long a command may take before it says that it is working, and how often it says so."""
_ERASE = "\r\x1b[K"


@contextmanager
def working(what: str) -> Iterator[None]:
    """Show `what` and the seconds passed while the `with` statement lasts; nothing of it remains.

    Only a terminal shows it: in a file or a pipeline it would be noise.
    """
    if not sys.stderr.isatty():
        yield
        return
    began, told = time.monotonic(), []

    def tell() -> None:
        told.append(True)
        _write(f"{_ERASE}{what}… {time.monotonic() - began:.0f} s")

    try:
        with _repeating(tell):
            yield
    finally:
        if told:
            _write(_ERASE)


@contextmanager
def _repeating(tell: Callable[[], None]) -> Iterator[None]:
    """Call `tell` every `SILENT_SECONDS`.

    By a timer of the system where there is one, as beside a thread no worker may be forked (see
    `briefing.worker`); it calls within the main thread, and a fork has none.
    """
    if (
        not hasattr(signal, "setitimer")
        or threading.current_thread() is not threading.main_thread()
    ):
        with _in_a_thread(tell):
            yield
        return
    before = signal.signal(signal.SIGALRM, lambda *_: tell())
    signal.setitimer(signal.ITIMER_REAL, SILENT_SECONDS, SILENT_SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@contextmanager
def _in_a_thread(tell: Callable[[], None]) -> Iterator[None]:
    done = threading.Event()

    def repeat() -> None:
        while not done.wait(SILENT_SECONDS):
            tell()

    teller = threading.Thread(target=repeat, daemon=True)
    teller.start()
    try:
        yield
    finally:
        done.set()
        teller.join()


def _write(text: str) -> None:
    """Write to the terminal; where that is refused, go on without it."""
    with contextlib.suppress(OSError, RuntimeError, ValueError):  # RuntimeError: within a write
        sys.stderr.write(text)
        sys.stderr.flush()
