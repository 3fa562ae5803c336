"""Read a tree of files and write single files, never following a link.

What stands in the innermost loop of publishing takes strings and file descriptors: `os.open` reads
a page in half the time that `open` takes, and building a `Path` takes longer than renaming a file.
"""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

FILE_MODE = 0o644
FOLDER_MODE = 0o755
_COMPARED = 1 << 20
_BINARY = getattr(os, "O_BINARY", 0)  # Windows alone tells text from bytes


class Stamp(NamedTuple):
    """What tells two states of a file apart without reading it: bytes, and nanoseconds since 1970.

    Publishing sees to it that a file of the live site and the same file of the standby have equal
    stamps only if they have equal bytes, and that the time of a page moves forward, and only when
    its bytes change; `rsync` and web servers go by that.
    """

    size: int
    mtime_ns: int


@dataclass(frozen=True, slots=True)
class Tree:
    """What stands below a folder; names are POSIX paths relative to it.

    `others` are entries that are neither plain files nor folders: links, pipes, sockets, devices.
    """

    files: dict[str, Stamp]
    folders: frozenset[str]
    others: frozenset[str]


def scan(root: Path) -> Tree:
    """Return what stands below `root`, which must be a folder."""
    files: dict[str, Stamp] = {}
    folders: set[str] = set()
    others: set[str] = set()
    waiting = [(str(root), "")]
    while waiting:
        folder, prefix = waiting.pop()
        with os.scandir(folder) as entries:
            for entry in entries:
                name = prefix + entry.name
                status = entry.stat(follow_symlinks=False)
                if stat.S_ISREG(status.st_mode):
                    files[name] = Stamp(status.st_size, status.st_mtime_ns)
                elif stat.S_ISDIR(status.st_mode):
                    folders.add(name)
                    waiting.append((entry.path, name + "/"))
                else:
                    others.add(name)
    return Tree(files, frozenset(folders), frozenset(others))


def kind(path: Path) -> int | None:
    """Return the file type bits of what stands at `path` itself (see `stat.S_IFMT`), or None."""
    try:
        return stat.S_IFMT(path.lstat().st_mode)
    except FileNotFoundError:
        return None


def read(path: str, size: int) -> bytes:
    """Return the bytes of a plain file, but at most one more than the expected `size`."""
    descriptor = os.open(path, os.O_RDONLY | _BINARY)
    try:
        return os.read(descriptor, size + 1)
    finally:
        os.close(descriptor)


def holds(path: str, data: bytes) -> bool:
    """Say whether a plain file has just these bytes; no more than `_COMPARED` of it are held."""
    descriptor = os.open(path, os.O_RDONLY | _BINARY)
    try:
        left = memoryview(data)
        while part := os.read(descriptor, _COMPARED):
            if part != left[: len(part)]:
                return False
            left = left[len(part) :]
        return not left
    finally:
        os.close(descriptor)


def create(path: str, data: bytes) -> Stamp:
    """Write `data` to a file that is not there yet and return its stamp.

    Its mode is 0644 whatever the umask says: a site is there to be read, and GitHub Pages and most
    web servers refuse files that only their owner may read.
    """
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, FILE_MODE)
    try:
        left = memoryview(data)
        while left:
            left = left[os.write(descriptor, left) :]
        status = os.fstat(descriptor)
    finally:
        os.close(descriptor)
    if status.st_mode & 0o777 != FILE_MODE:
        Path(path).chmod(FILE_MODE)
    return Stamp(status.st_size, status.st_mtime_ns)


def move(path: str, target: str) -> None:
    """Give the file at `path` the name `target`, in the place of any file that has it."""
    os.replace(path, target)  # noqa: PTH105


def create_folder(path: Path) -> None:
    """Make a folder with mode 0755 whatever the umask says; its parent must stand."""
    path.mkdir(FOLDER_MODE)
    path.chmod(FOLDER_MODE)


def replace_text(path: Path, text: str) -> None:
    """Give `path` the content `text` in one step, so that a kill leaves the old text or the new."""
    fresh = path.with_name(path.name + ".new")
    fresh.unlink(missing_ok=True)
    create(str(fresh), text.encode())
    fresh.replace(path)
