"""Bring the next generation of the site together, from nothing or from the generation before last.

Whoever opened the site before the last run may still be reading the standby. So a run writes what
is new into the work folder while pages arrive, and touches the standby only once all of it is
there: what is left then are renames and removals.
"""

from __future__ import annotations

import shutil
import stat
from typing import Protocol

from briefing.publish.files import Stamp, Tree, create_folder, kind, move, scan
from briefing.publish.names import NameBook
from briefing.publish.output_folder import Ground


class Generation(Protocol):
    """The next site in the making."""

    def holds(self, name: str, stamp: Stamp) -> bool:
        """Say whether `name` is there already in the state that `stamp` stands for."""

    def slot_for(self, name: str) -> str:
        """Return a free path at which the new content of `name` is to be written."""

    def complete(self, names: NameBook) -> None:
        """Make `ground.standby` hold the files `names` and nothing else."""


def next_generation(ground: Ground) -> Generation:
    """Return the generation that starts from what the last run left, having thrown out its waste."""
    if kind(ground.work) is not None:
        shutil.rmtree(ground.work)
    found = kind(ground.standby)
    if found == stat.S_IFDIR:
        return _Renewed(ground, scan(ground.standby))
    if found is not None:
        ground.standby.unlink()
    return _Fresh(ground)


class _Fresh:
    """A generation from nothing: every file is written at its own name."""

    def __init__(self, ground: Ground) -> None:
        self._work = ground.work
        self._standby = ground.standby
        self._made = False
        self._folders: set[str] = set()  # below the work folder

    def holds(self, name: str, stamp: Stamp) -> bool:  # noqa: ARG002  nothing is there yet
        return False

    def slot_for(self, name: str) -> str:
        self._make(name.rpartition("/")[0])
        return f"{self._work}/{name}"

    def _make(self, folder: str) -> None:
        if not self._made:
            create_folder(self._work)
            self._made = True
        if folder and folder not in self._folders:
            self._make(folder.rpartition("/")[0])
            create_folder(self._work / folder)
            self._folders.add(folder)

    def complete(self, names: NameBook) -> None:  # noqa: ARG002  nothing else is there
        self._make("")
        self._work.rename(self._standby)


class _Renewed:
    """A generation from an older one: new files wait under numbers until all are written."""

    def __init__(self, ground: Ground, tree: Tree) -> None:
        self._work = ground.work
        self._standby = ground.standby
        self._tree = tree
        self._waiting: list[tuple[str, str]] = []  # where it is written, and its name

    def holds(self, name: str, stamp: Stamp) -> bool:
        return self._tree.files.get(name) == stamp

    def slot_for(self, name: str) -> str:
        if not self._waiting:
            create_folder(self._work)
        slot = f"{self._work}/{len(self._waiting)}"
        self._waiting.append((slot, name))
        return slot

    def complete(self, names: NameBook) -> None:
        tree, standby = self._tree, self._standby
        # Removals come first: a folder may stand where a page is to go, or the same name in capitals.
        for name in (tree.files.keys() - names.files) | tree.others:
            (standby / name).unlink()
        for folder in sorted(tree.folders - names.folders, reverse=True):
            (standby / folder).rmdir()
        for folder in sorted(names.folders - tree.folders):
            create_folder(standby / folder)
        for slot, name in self._waiting:
            move(slot, f"{standby}/{name}")
        if self._waiting:
            self._work.rmdir()
