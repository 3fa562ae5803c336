"""Compare the pages of the next site with the current one and write what differs."""

from __future__ import annotations

from briefing.file_names import NameBook
from briefing.publish.exchange import put_in_place
from briefing.publish.files import Stamp, Tree, Unchanged, create, holds, read, set_time
from briefing.publish.generation import Generation
from briefing.publish.outcome import Published, PublishProblem
from briefing.publish.output_folder import OutputPaths, record_made

_COARSEST_TICK_NS = 2_000_000_000  # the coarsest clock of a file system, that of FAT


class Draft:
    """The next site while its pages arrive. `live` is the current one, None before the first.

    Contents are compared, not digests: reading a file back and comparing it takes less than half
    the time of hashing the new page, and needs no record that could be out of date.
    """

    def __init__(self, paths: OutputPaths, live: Tree | None, generation: Generation) -> None:
        self._paths = paths
        self._live_files = {} if live is None else live.files
        self._is_first = live is None
        self._generation = generation
        self._names = NameBook(vetted=self._live_files)
        self._kept: list[str] = []
        self._stamps: dict[str, Stamp] = {}
        self._written = 0
        self._total_bytes = 0

    def add(self, name: str, file: bytes | Unchanged) -> PublishProblem | None:
        """Add one page: its POSIX path relative to the site, and its bytes."""
        if found := self._names.enter(name):
            return PublishProblem(
                "page-name",
                f"cannot publish {name!r}: {found.reason}",
                "rename the file or the id that the page comes from",
            )
        if isinstance(file, Unchanged) and self._live_files.get(name) == file.stamp:
            self._keep(name)
            return None
        data = file.make() if isinstance(file, Unchanged) else file
        if self._is_live(name, data):
            self._keep(name)
            return None
        self._total_bytes += len(data)
        self._written += 1
        slot = self._generation.slot_for(name)
        stamp = create(slot, data)
        # Two runs within one clock tick, or a clock set back, must not give two contents of the
        # same size the same time: later only the stamp distinguishes the generations.
        before = self._live_files.get(name)
        if before is not None and stamp.mtime_ns <= before.mtime_ns:
            stamp = Stamp(stamp.size, before.mtime_ns + _COARSEST_TICK_NS)
            set_time(slot, stamp.mtime_ns)
        self._stamps[name] = stamp
        return None

    def _keep(self, name: str) -> None:
        self._kept.append(name)
        self._stamps[name] = self._live_files[name]
        self._total_bytes += self._stamps[name].size

    def _is_live(self, name: str, data: bytes) -> bool:
        stamp = self._live_files.get(name)
        if stamp is None or stamp.size != len(data):
            return False
        return holds(f"{self._paths.out}/{name}", data)

    def publish(self) -> Published:
        """Replace the current site with the pages added so far.

        If that changes nothing, nothing is written.
        """
        gone = self._live_files.keys() - self._names.files
        if self._written or gone or self._is_first:
            self._copy_kept()
            record_made(self._paths, self._names.files | self._live_files.keys())
            self._generation.complete(self._names)
            put_in_place(self._paths)
        return Published(self._written, len(self._kept), len(gone), self._total_bytes, self._stamps)

    def _copy_kept(self) -> None:
        """Copy unchanged files that the next generation lacks or has in an older state."""
        for name in self._kept:
            stamp = self._live_files[name]
            if not self._generation.holds(name, stamp):
                slot = self._generation.slot_for(name)
                create(slot, read(f"{self._paths.out}/{name}", stamp.size))
                set_time(slot, stamp.mtime_ns)
