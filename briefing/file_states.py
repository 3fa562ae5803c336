"""Tell whether files are as they were from what the system says of them, mostly without reading them.

A row names the device of a file, its number, size and times. One of these is the time of its last change
of any kind, which nobody can set. A clock has ticks, though, and a file may be changed twice within
one: of a file changed less than two seconds before a given time, the row has a digest of its bytes too.
"""

from __future__ import annotations

import hashlib
import os
import stat
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    Row = tuple[str | int, ...]

_COARSEST_TICK_NS = 2_000_000_000  # the coarsest clock of a file system, that of FAT
_ABSENT = (0,)


class LinkError(Exception):
    """A file is reached by a link, whose target may change while the file stays as it is."""


def tree(
    folder: str, since: int, *, follow: bool = False, without: str | None = None
) -> Iterator[Row]:
    """Yield a row for everything below a folder that is not hidden, in a fixed order.

    `since` is in nanoseconds since 1970. `follow` takes what links lead to; otherwise a link raises
    `LinkError`. Entries named `without` are left out. May raise `OSError`.
    """
    yield _look(folder, since, follow=follow)
    if not os.path.isdir(folder):  # noqa: PTH112
        return
    with os.scandir(folder) as entries:
        shown = (one for one in entries if not one.name.startswith(".") and one.name != without)
        found = sorted(shown, key=lambda one: one.name)
    for entry in found:
        if entry.is_dir(follow_symlinks=False):
            yield from tree(entry.path, since, follow=follow, without=without)
        else:
            status = entry.stat(follow_symlinks=follow)
            yield row(entry.path, status, since)


def path(root: str, name: str, since: int) -> Iterator[Row]:
    """Yield a row for each part of the POSIX path of a file below `root`, absent or not."""
    for part in name.split("/"):
        if part in ("", ".", ".."):
            raise LinkError(name)
        root = f"{root}/{part}"
        yield _look(root, since, follow=False)


def is_recent(row: Row) -> bool:
    """Return whether a row has a digest, because its file was changed only just before `since`."""
    return isinstance(row[-1], str) and row[-1] != ""


def digest(rows: Iterable[Row]) -> str:
    """Return a digest that only equal rows share."""
    return hashlib.blake2b(repr(list(rows)).encode(errors="surrogateescape")).hexdigest()


def _look(path: str, since: int, *, follow: bool) -> Row:
    try:
        status = os.stat(path, follow_symlinks=follow)  # noqa: PTH116
    except (FileNotFoundError, NotADirectoryError):
        return path, *_ABSENT
    return row(path, status, since)


def row(path: str, status: os.stat_result, since: int) -> Row:
    """Return the row of a file of this status; a folder's has no times, as its entries have rows."""
    mode = status.st_mode
    if stat.S_ISLNK(mode):
        raise LinkError(path)
    if not stat.S_ISREG(mode):
        return path, mode, status.st_dev, status.st_ino
    read = ""
    if status.st_ctime_ns > since - _COARSEST_TICK_NS:
        with open(path, "rb") as file:  # noqa: PTH123
            read = hashlib.blake2b(file.read()).hexdigest()
    times = status.st_mtime_ns, status.st_ctime_ns
    return path, mode, status.st_dev, status.st_ino, status.st_size, *times, read
