"""Wait for changes of a project's inputs; the one door of watchfiles.

Folders are watched one by one and never recursively: a recursive watch follows links, and one
link to `/` would have it walk the whole disk; it would also watch `.git` and the built site.
"""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from watchfiles import Change, awatch

from briefing import load

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable

    Batches = AsyncGenerator[set[tuple[Change, str]], None]

STEP_MS = 3
"""Between two looks at what the system told: a change is seen after one to two of these.

Measured on two cores: 3 ms sees a change after 8 ms and costs 1 % of a core while nothing
happens; 1 ms 6 ms and 2 %; the library's own 50 ms 67 ms and 0.1 %.
"""
DEBOUNCE_MS = 200
"""How long a stream of changes, such as a checkout's, may go on before it is looked at."""
POLL_MS = 300


class Watch:
    """Tells of changes in a set of folders that may itself change; used by one task."""

    def __init__(self, root: Path, say: Callable[[str], None]) -> None:
        self._root = root
        self._say = say
        self._polls = False
        self._folders: frozenset[Path] = frozenset()
        self._stopped = asyncio.Event()
        self._batches: Batches | None = None
        self._next: asyncio.Future[set[tuple[Change, str]]] | None = None

    async def on(self, folders: frozenset[Path]) -> bool:
        """Watch these folders from now on; say whether they were not watched as they are.

        No change that comes after this returns is missed. One that came before a call that says
        yes may be: read the project again then.
        """
        if folders == self._folders:
            return False
        await self._start(folders)
        if not self._polls and _refusal(self._next):
            self._say("the system watches no more files: looking for changes now and then instead")
            self._polls = True
            await self._start(folders)
        return True

    async def change(self) -> bool:
        """Wait until inputs have changed; False once the watch is stopped."""
        if self._batches is None or self._next is None:
            return False
        try:
            changes = await self._next
        except StopAsyncIteration:
            return False
        except FileNotFoundError:  # a folder went away before it could be watched
            self._folders = frozenset()
            return True
        if any(
            kind is not Change.modified and Path(path) in self._folders for kind, path in changes
        ):
            self._folders = frozenset()  # another folder may stand under the name of a watched one
        self._next = asyncio.ensure_future(anext(self._batches))
        return True

    async def stop(self) -> None:
        """Watch nothing; a task that waits in `change` gets False."""
        self._stopped.set()
        if self._next is not None:
            await asyncio.gather(self._next, return_exceptions=True)

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
            ignore_permission_denied=self._polls,  # it hides other refusals too
            poll_delay_ms=POLL_MS,
        )
        self._next = asyncio.ensure_future(anext(self._batches))
        await asyncio.sleep(0)  # `awatch` sets its watches before it waits for the first time


def _refusal(batch: asyncio.Future[set[tuple[Change, str]]] | None) -> bool:
    """Say whether the system refused to watch, for another reason than a folder gone meanwhile."""
    if batch is None or not batch.done():
        return False
    fault = batch.exception()
    return isinstance(fault, (OSError, RuntimeError)) and not isinstance(fault, FileNotFoundError)
