"""Tell a person at a terminal that a command is still working."""

from __future__ import annotations

import contextlib
import sys
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    done = threading.Event()
    teller = threading.Thread(target=_tell, args=(what, done), daemon=True)
    teller.start()
    try:
        yield
    finally:
        done.set()
        teller.join()


def _tell(what: str, done: threading.Event) -> None:
    began = time.monotonic()
    shown = False
    while not done.wait(SILENT_SECONDS):
        _write(f"{_ERASE}{what}… {time.monotonic() - began:.0f} s")
        shown = True
    if shown:
        _write(_ERASE)


def _write(text: str) -> None:
    """Write to the terminal; where that is refused, go on without it."""
    with contextlib.suppress(OSError, ValueError):
        sys.stderr.write(text)
        sys.stderr.flush()
