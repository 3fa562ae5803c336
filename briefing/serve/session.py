"""Hold what the preview shows, and examine the project again after each change."""

from __future__ import annotations

import asyncio
import time
import traceback
from typing import TYPE_CHECKING

from briefing import load, pipeline, report
from briefing.serve import garbage
from briefing.serve.session_state import SessionState
from briefing.units import Memory

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from briefing.diagnostics import Diagnostic
    from briefing.serve.watching import Watch


class Session:
    """One run of the preview: its state and the folders it watches.

    Used only in the event loop's thread.
    """

    def __init__(self, root: Path, *, strict: bool, say: Callable[[str], None]) -> None:
        # A page left open from an earlier session must reload, so editions start at the clock.
        self.state = SessionState(edition=time.time_ns(), strict=strict)
        self.closed = False
        self.say = say
        self._root = root
        self._articles: tuple[str, ...] = ()
        self._memory = Memory()
        self._moved_on = asyncio.Event()
        self._tidying = asyncio.get_running_loop().call_later(garbage.IDLE, garbage.collect)

    async def begin(self, watch: Watch) -> None:
        """Watch the project and examine it for the first time."""
        while await watch.on(load.input_folders(self._root, self._articles)):
            await self._examine()

    async def follow(self, watch: Watch) -> None:
        """Examine the project after each change, until the watch is stopped.

        New folders are watched before they are read, so that no change falls in between.
        """
        while await watch.change():
            await watch.on(load.input_folders(self._root, self._articles))
            await self._examine()
            await self.begin(watch)

    async def next_edition(self, patience: float) -> bool:
        """Wait for the next edition; return False if none came within `patience` seconds."""
        try:
            return await asyncio.wait_for(self._moved_on.wait(), patience)
        except TimeoutError:
            return False

    def blame(self, culprit: pipeline.Examined, mistake: Diagnostic) -> bool:
        """Record that a template failed; return whether another site is shown now."""
        known = self.state.found
        self._move_to(self.state.after_mistake(culprit, mistake))
        if self.state.found != known:
            self.say(_report(self._root, (mistake,)))
        return self.state.shown is not culprit

    def close(self) -> None:
        """End every wait for the next edition."""
        self.closed = True
        self._tidying.cancel()
        self._moved_on.set()

    async def _examine(self) -> None:
        started = time.perf_counter()
        self._tidying.cancel()
        try:
            memory = self._memory.following()
            with garbage.uncollected():
                examined = await asyncio.to_thread(pipeline.examine_mended, self._root, memory.unit)
            self._memory = memory
            took = (time.perf_counter() - started) * 1000
            self._articles = examined.articles
            self._move_to(self.state.after(examined))
            listed = await asyncio.to_thread(_report, self._root, examined.found)
        except Exception:  # noqa: BLE001 (the preview survives our bugs)
            self.say(traceback.format_exc())
            self._move_to(self.state.after_failure())
            return
        finally:
            self._tidying = asyncio.get_running_loop().call_later(garbage.IDLE, garbage.collect)
        count = report.summary(examined.found, strict=self.state.strict)
        self.say(f"{listed}examined in {took:.0f} ms: {count}")

    def _move_to(self, state: SessionState) -> None:
        if state.edition == self.state.edition:
            return
        self.state = state
        self._moved_on.set()
        self._moved_on = asyncio.Event()


def _report(root: Path, found: tuple[Diagnostic, ...]) -> str:
    return report.text(found, load.line_reader(root))
