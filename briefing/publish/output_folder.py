"""Decide whether an output folder may be published to, and name what is kept beside it.

Beside the output `site` is a hidden folder, `.site.briefing`, that git ignores. It holds

    standby/     the previous generation, which the next run brings up to date
    work/        what a run has written so far; anything a killed run left here is deleted
    previous/    the old site between two renames (see `exchange`)
    copying      exists while an output that cannot be renamed is changed (see `in_place`)
    kept         what the next build takes over (see `kept`)
    told         what the last build said, for as long as nothing changes (see `told`)
    made         the names of all files that publishing has made in the output or the standby
    lock         held by the run that is publishing

Both folders may be deleted together at any time. The record `made` is outside the site because
everything in the site is for readers.

Of an output that is a mount point, such as a container's volume, this folder is within it instead,
as `.briefing-output`: what is beside it belongs to a container that may be gone at the next run.
"""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Iterable
from pathlib import Path

from briefing.publish.files import (
    FOLDER_MODE,
    ForeignFileError,
    Tree,
    kind,
    read_own,
    replace_own,
    scan,
)
from briefing.publish.outcome import PublishProblem
from briefing.refusals import printable
from briefing.values import dataclass

# Left in folders by the file managers of macOS and Windows; safe to delete.
_INNER = ".briefing-output"
_DROPPINGS = frozenset([".DS_Store", "Thumbs.db", "desktop.ini"])


@dataclass(frozen=True, slots=True)
class OutputPaths:
    """An output folder and the hidden folder beside it, as absolute paths."""

    out: Path
    hidden: Path
    is_mount: bool = False
    """Whether the output is known to be a mount point; others show only when it is renamed."""

    @property
    def inner(self) -> Path:
        """A folder within the output that does not belong to the site."""
        return self.out / _INNER

    @property
    def incoming(self) -> Path:
        """New files on the file system of the output, before they are renamed to their places."""
        return self.inner / "incoming"

    @property
    def copying(self) -> Path:
        """The journal of changing an output in place."""
        return self.hidden / "copying"

    @property
    def standby(self) -> Path:
        """The tree that will replace the output next."""
        return self.hidden / "standby"

    @property
    def work(self) -> Path:
        """What the current run has written but not yet moved into place."""
        return self.hidden / "work"

    @property
    def previous(self) -> Path:
        """The old site, while two renames replace one exchange."""
        return self.hidden / "previous"

    @property
    def made(self) -> Path:
        """The record of the files that publishing has made."""
        return self.hidden / "made"

    @property
    def kept(self) -> Path:
        """What the last run left for the next."""
        return self.hidden / "kept"

    @property
    def told(self) -> Path:
        """What the last run said."""
        return self.hidden / "told"

    @property
    def lock(self) -> Path:
        """The file that the publishing run holds locked."""
        return self.hidden / "lock"


def output_paths(out: Path) -> OutputPaths | PublishProblem:
    """Return the paths for the output folder `out`, which need not exist; write nothing.

    A link is refused because an exchange would move the link, not its target.
    """
    if out.name in ("", ".."):
        out = Path(os.path.realpath(out))
    # Unlike `Path.resolve`, this takes links that lead in a circle; looking there is then refused.
    out = Path(os.path.realpath(out.parent)) / out.name
    found = kind(out)
    if not out.name or found not in (None, stat.S_IFDIR):
        what = "a link" if found == stat.S_IFLNK else "not a folder"
        return PublishProblem(
            "output-not-a-folder",
            f"cannot publish to {printable(out)}: it is {what}",
            "name a new folder, or one that only publishing has written to",
        )
    is_mount = os.path.ismount(out)
    hidden = out / _INNER if is_mount else out.with_name(f".{out.name}.briefing")
    paths = OutputPaths(out, hidden, is_mount)
    if kind(paths.hidden) not in (None, stat.S_IFDIR):
        return PublishProblem(
            "output-not-a-folder",
            f"cannot build the next site in {printable(paths.hidden)}: it is not a folder",
            "move it away, or name another output",
        )
    return paths


def overlap(out: Path, inputs: Iterable[Path]) -> PublishProblem | None:
    """Return a problem if the output is one of the inputs, inside one, or around one.

    Such a site would be published as part of itself, larger each time. Links are followed, and
    folders that exist are compared as such, since one folder may have several names: another case,
    or another mount.
    """
    disk = _Disk()
    around = set(disk.above(out))
    itself = set(disk.itself(out))
    for place in inputs:
        if around.intersection(disk.itself(place)):
            how = "is inside" if itself.isdisjoint(disk.itself(place)) else "is"
        elif not itself.isdisjoint(disk.above(place)):
            how = "contains"
        else:
            continue
        return PublishProblem(
            "output-overlaps",
            f"cannot publish to {printable(out)}: it {how} {printable(place)}, from which the site is made",
            "name a folder of its own, such as site",
        )
    return None


_Identities = tuple[str | tuple[int, int], ...]


class _Disk:
    """Finds what identifies paths; of a folder with many of them it asks once."""

    def __init__(self) -> None:
        self._real: dict[str, str] = {}
        self._above: dict[str, _Identities] = {}

    def itself(self, path: Path) -> _Identities:
        """Return what identifies a path."""
        return _identities(self._whole(path))

    def above(self, path: Path) -> _Identities:
        """Return what identifies a path and every folder above it."""
        whole = self._whole(path)
        return _identities(whole) + self._folders(os.path.dirname(whole), whole)  # noqa: PTH120

    def _whole(self, path: Path) -> str:
        if os.path.islink(path) or path.name in ("", ".."):  # noqa: PTH114
            return os.path.realpath(path)
        folder = str(path.parent)
        if folder not in self._real:
            self._real[folder] = os.path.realpath(folder)
        return os.path.join(self._real[folder], path.name)  # noqa: PTH118

    def _folders(self, folder: str, below: str) -> _Identities:
        if folder == below:
            return ()
        if folder not in self._above:
            up = self._folders(os.path.dirname(folder), folder)  # noqa: PTH120
            self._above[folder] = _identities(folder) + up
        return self._above[folder]


def _identities(whole: str) -> _Identities:
    with contextlib.suppress(OSError):
        status = os.stat(whole)  # noqa: PTH116
        if status.st_ino:  # some file systems number nothing
            return whole, (status.st_dev, status.st_ino)
    return (whole,)


def scan_output(paths: OutputPaths) -> Tree:
    """Return what is in the output, without our own folder there and what every ext4 disk has."""
    own = {_INNER, "lost+found"} if paths.is_mount else {_INNER}
    return scan(paths.out, without=frozenset(own))


def is_begun(paths: OutputPaths) -> bool:
    """Return whether a killed run left the output between two sites."""
    left = (paths.previous, paths.copying, *(() if paths.is_mount else (paths.inner,)))
    return any(kind(each) is not None for each in left)


def create_hidden_folder(paths: OutputPaths) -> None:
    """Create the hidden folder and its parents; another run may do so at the same time."""
    paths.hidden.mkdir(FOLDER_MODE, parents=True, exist_ok=True)


def check_hidden_folder(paths: OutputPaths) -> None:
    """Raise ForeignFileError if a generation is not a folder; a link to one would be followed."""
    for tree in (paths.standby, paths.work, paths.previous, paths.inner, paths.incoming):
        if kind(tree) not in (None, stat.S_IFDIR):
            raise ForeignFileError(tree)


def hide_from_git(folder: Path) -> None:
    """Make git ignore a hidden folder, whatever the project's own rules say."""
    ignore = folder / ".gitignore"
    if read_own(ignore) is None:
        replace_own(ignore, "*\n")


def not_ours(paths: OutputPaths, live: Tree) -> PublishProblem | None:
    """Return a problem if `live`, the tree at the output, holds anything that we did not make.

    Files that someone else put there are never overwritten or removed, and folders are only if we
    have published there before.
    """
    made = made_before(paths)
    names = live.files.keys() | live.others | (frozenset() if made else live.folders)
    foreign = sorted(name for name in names - made if not _is_dropping(name))
    foreign += sorted(live.others - set(foreign))
    if not foreign:
        return None
    more = f" and {len(foreign) - 1} more" if len(foreign) > 1 else ""
    return PublishProblem(
        "output-not-ours",
        f"cannot publish to {printable(paths.out)}: it holds '{printable(foreign[0])}'{more}, which"
        " publishing did not make",
        "move that elsewhere (files of the site go into static/), or name another output",
    )


def _is_dropping(name: str) -> bool:
    return name.rpartition("/")[2] in _DROPPINGS


def made_before(paths: OutputPaths) -> frozenset[str]:
    """Return the names of the files that publishing has made in either generation."""
    return frozenset((read_own(paths.made) or "").split("\n")) - {""}


def record_made(paths: OutputPaths, names: set[str]) -> None:
    """Record the files `names` as ours, before the first of them is in the output."""
    if names != made_before(paths):
        replace_own(paths.made, "\n".join(sorted(names)))
