"""Examine the project again after each change, and tell whoever waits for a new edition."""

from __future__ import annotations

import asyncio
import time
import traceback
from typing import TYPE_CHECKING

from briefing import load, pipeline, report
from briefing.serve.standing import Standing
from briefing.units import Memory

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from briefing.diagnostics import Diagnostic
    from briefing.serve.watching import Watch


class Desk:
    """Holds the one `Standing` of a session; used in the event loop's thread alone."""

    def __init__(self, root: Path, *, strict: bool, say: Callable[[str], None]) -> None:
        # Pages of an earlier session must find themselves out of date: the clock sees to it.
        self.standing = Standing(edition=time.time_ns(), strict=strict)
        self.closed = False
        self.say = say
        self._root = root
        self._articles: tuple[str, ...] = ()
        self._memory = Memory()
        self._moved_on = asyncio.Event()

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
        """Wait for an edition after the present one; False if none came in `patience` seconds."""
        try:
            return await asyncio.wait_for(self._moved_on.wait(), patience)
        except TimeoutError:
            return False

    def blame(self, culprit: pipeline.Examined, mistake: Diagnostic) -> bool:
        """Take in that a template failed; say whether another site is shown now."""
        known = self.standing.found
        self._stand(self.standing.after_mistake(culprit, mistake))
        if self.standing.found != known:
            self.say(_told(self._root, (mistake,)))
        return self.standing.shown is not culprit

    def close(self) -> None:
        """Let those who wait go."""
        self.closed = True
        self._moved_on.set()

    async def _examine(self) -> None:
        started = time.perf_counter()
        try:
            memory = self._memory.following()
            examined = await asyncio.to_thread(pipeline.examine, self._root, memory.unit)
            self._memory = memory
            took = (time.perf_counter() - started) * 1000
            self._articles = examined.articles
            self._stand(self.standing.after(examined))
            told = await asyncio.to_thread(_told, self._root, examined.found)
        except Exception:  # noqa: BLE001 (the preview outlives our faults)
            self.say(traceback.format_exc())
            self._stand(self.standing.after_failure())
            return
        count = report.summary(examined.found, strict=self.standing.strict)
        self.say(f"{told}examined in {took:.0f} ms: {count}")

    def _stand(self, standing: Standing) -> None:
        if standing.edition == self.standing.edition:
            return
        self.standing = standing
        self._moved_on.set()
        self._moved_on = asyncio.Event()


def _told(root: Path, found: tuple[Diagnostic, ...]) -> str:
    return report.text(found, load.line_reader(root))
