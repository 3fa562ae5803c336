"""Keep the collector of cycles away from an examination, and run it while nobody waits.

What an examination makes lives until the next one, so that looking through it again and again finds
nothing and took four tenths of the time.
"""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

IDLE = 1.0
"""Seconds without a change after which somebody may wait for the collector."""


@contextmanager
def uncollected() -> Iterator[None]:
    """Collect nothing meanwhile, and afterwards pass over all that there is until `collect`."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def collect() -> None:
    """Free all cycles that nothing leads to, and pass over the rest from now on."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()
