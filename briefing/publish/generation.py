"""Build the next generation of the site, from nothing or from the standby.

A reader who opened the site before the last run may still be reading the standby. So while pages
arrive, a run writes new files to the work folder, and it touches the standby only when all pages
are there: only renames and removals are left then.
"""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import Protocol

from briefing.publish.files import (
    Stamp,
    Tree,
    create_folder,
    kind,
    move,
    remove_tree,
    scan,
)
from briefing.publish.output_folder import OutputPaths


class Names(Protocol):
    """The names of all files and folders of a site."""

    @property
    def files(self) -> Iterable[str]:
        """The files, as POSIX paths."""

    @property
    def folders(self) -> AbstractSet[str]:
        """The folders above them."""


class Generation(Protocol):
    """The next site while it is built."""

    def holds(self, name: str, stamp: Stamp) -> bool:
        """Return whether `name` is already there with this stamp."""

    def slot_for(self, name: str) -> str:
        """Return a free path for the new content of `name`."""

    def complete(self, names: Names) -> None:
        """Make the folder hold the files `names` and nothing else."""


def next_generation(paths: OutputPaths) -> Generation:
    """Delete what a killed run left and return a generation that starts from the standby, if any."""
    if kind(paths.work) is not None:
        remove_tree(paths.work)
    if kind(paths.standby) is None:
        return _Fresh(paths)
    return Renewed(paths.work, paths.standby, scan(paths.standby))


class _Fresh:
    """A generation from nothing: every file is written at its own name."""

    def __init__(self, paths: OutputPaths) -> None:
        self._work = paths.work
        self._standby = paths.standby
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

    def complete(self, names: Names) -> None:  # noqa: ARG002  nothing else is there
        self._make("")
        self._work.rename(self._standby)


class Renewed:
    """A generation from an older one: new files have numbers for names until all are written.

    `folder` is the older one and holds `tree`; new files wait in `work`, on the same file system.
    """

    def __init__(self, work: Path, folder: Path, tree: Tree) -> None:
        self._work = work
        self._folder = folder
        self._tree = tree
        self._waiting: list[tuple[str, str]] = []  # where it was written, and its name

    def holds(self, name: str, stamp: Stamp) -> bool:
        """Return whether the older generation has this file with this stamp."""
        return self._tree.files.get(name) == stamp

    def slot_for(self, name: str) -> str:
        """Return a path in `work` for the new content of `name`."""
        if not self._waiting:
            create_folder(self._work)
        slot = f"{self._work}/{len(self._waiting)}"
        self._waiting.append((slot, name))
        return slot

    def complete(self, names: Names) -> None:
        """Remove what is not in `names` and move the new files to their places."""
        tree, target = self._tree, self._folder
        # Removals first: a page may replace a folder, or a name in another case.
        for name in tree.files.keys() - set(names.files) | tree.others:
            (target / name).unlink()
        for folder in sorted(tree.folders - names.folders, reverse=True):
            (target / folder).rmdir()
        for folder in sorted(names.folders - tree.folders):
            create_folder(target / folder)
        for slot, name in self._waiting:
            move(slot, f"{target}/{name}")
        if self._waiting:
            self._work.rmdir()
