"""Wait for changes to a project's inputs; only this module imports watchfiles.

Folders are watched one by one and never recursively: a recursive watch follows links, and one
link to `/` would have it walk the whole disk; it would also watch `.git` and the built site.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
from pathlib import Path
from typing import TYPE_CHECKING

from watchfiles import Change, awatch

from briefing import load
from briefing.refusals import printable

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable

    Batches = AsyncGenerator[set[tuple[Change, str]], None]

STEP_MS = 3
"""How often the system's events are read: a change is seen after one to two of these.

Measured on two cores: 3 ms sees a change after 8 ms and costs 1 % of a core when idle; 1 ms sees
it after 6 ms and costs 2 %; the library's default, 50 ms, sees it after 67 ms and costs 0.1 %.
"""
DEBOUNCE_MS = 200
"""How long a run of changes, such as a checkout, may last before it is handled."""
POLL_MS = 300


class Watch:
    """Watches a set of folders, which may itself change; used by one task."""

    def __init__(self, root: Path, say: Callable[[str], None]) -> None:
        self._root = root
        self._say = say
        self._polls = False
        self._folders: frozenset[Path] = frozenset()
        self._stopped = asyncio.Event()
        self._batches: Batches | None = None
        self._next: asyncio.Future[set[tuple[Change, str]]] | None = None

    async def on(self, folders: frozenset[Path]) -> bool:
        """Watch these folders from now on; return whether the set is new.

        No change after this call is missed. One before a call that returns True may be, so read
        the project again then.
        """
        if folders == self._folders:
            return False
        await self._start(folders)
        if not self._polls and _refusal(self._next):
            self._say("the system has no more file watches left; polling for changes instead")
            self._polls = True
            await self._start(folders)
        return True

    async def change(self) -> bool:
        """Wait until inputs have changed; return False once the watch is stopped."""
        if self._batches is None or self._next is None:
            return False
        try:
            changes = await self._next
        except StopAsyncIteration:
            return False
        except (OSError, RuntimeError, ExceptionGroup):
            # A folder was removed before it could be watched, or a change was to a file whose name
            # is not UTF-8, which the library cannot report.
            self._folders = frozenset()
            await self._wait_for_root()
            return not self._stopped.is_set()
        if any(
            kind is not Change.modified and Path(path) in self._folders for kind, path in changes
        ):
            self._folders = frozenset()  # a watched folder may have been replaced
        self._next = asyncio.ensure_future(anext(self._batches))
        return True

    async def stop(self) -> None:
        """Stop watching; a task waiting in `change` gets False."""
        self._stopped.set()
        if self._next is not None:
            await asyncio.gather(self._next, return_exceptions=True)

    async def _wait_for_root(self) -> None:
        """Wait until the project's folder exists; at least once, so that no failure can spin."""
        told = False
        while not await self._stops_within(POLL_MS / 1000):
            if await asyncio.to_thread(os.path.isdir, self._root):  # unlike a Path, never raises
                return
            if not told:
                self._say(f"{printable(self._root)} is gone; waiting for it to come back")
            told = True

    async def _stops_within(self, seconds: float) -> bool:
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._stopped.wait(), seconds)
        return self._stopped.is_set()

    async def _start(self, folders: frozenset[Path]) -> None:
        await self.stop()
        self._folders = folders
        self._stopped = asyncio.Event()
        self._batches = awatch(
            *sorted(folders),
            watch_filter=lambda _change, path: load.is_input(self._root, folders, Path(path)),
            debounce=DEBOUNCE_MS,
            step=STEP_MS,
            stop_event=self._stopped,
            rust_timeout=0,
            recursive=False,
            force_polling=self._polls or None,
            ignore_permission_denied=self._polls,  # it would hide other refusals too
            poll_delay_ms=POLL_MS,
        )
        self._next = asyncio.ensure_future(anext(self._batches))
        await asyncio.sleep(0)  # `awatch` sets its watches before it waits for the first time


def _refusal(batch: asyncio.Future[set[tuple[Change, str]]] | None) -> bool:
    """Return whether the system refused to watch, other than for a folder that is gone."""
    if batch is None or not batch.done():
        return False
    fault = batch.exception()
    return isinstance(fault, (OSError, RuntimeError)) and not isinstance(fault, FileNotFoundError)
