"""Read a tree of files and write single files, never following a link.

The functions in publishing's innermost loop take strings and use file descriptors: `os.open` reads
a page in half the time of `open`, and building a `Path` takes longer than renaming a file.
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
_BINARY = getattr(os, "O_BINARY", 0)  # only Windows distinguishes text and bytes


class Stamp(NamedTuple):
    """Identifies a state of a file without reading it: size in bytes, nanoseconds since 1970.

    Publishing ensures that a file of the live site and the same file of the standby have equal
    stamps only if their bytes are equal, and that a page's time moves forward exactly when its
    bytes change, which `rsync` and web servers rely on.
    """

    size: int
    mtime_ns: int


@dataclass(frozen=True, slots=True)
class Tree:
    """What is below a folder; names are POSIX paths relative to it.

    `others` are entries that are neither plain files nor folders: links, pipes, sockets, devices.
    """

    files: dict[str, Stamp]
    folders: frozenset[str]
    others: frozenset[str]


def scan(root: Path) -> Tree:
    """Return what is below `root`, which must be a folder."""
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
    """Return the file type bits of `path`, links not followed (see `stat.S_IFMT`), or None."""
    try:
        return stat.S_IFMT(path.lstat().st_mode)
    except FileNotFoundError:
        return None


def read(path: str, size: int) -> bytes:
    """Return the bytes of a plain file, at most one more than the expected `size`."""
    descriptor = os.open(path, os.O_RDONLY | _BINARY)
    try:
        return os.read(descriptor, size + 1)
    finally:
        os.close(descriptor)


def holds(path: str, data: bytes) -> bool:
    """Return whether a plain file has exactly these bytes, reading `_COMPARED` at a time."""
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
    """Write `data` to a new file and return its stamp.

    The mode is 0644 whatever the umask: GitHub Pages and most web servers refuse files that only
    their owner may read.
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
    """Rename the file at `path` to `target`, replacing any file there."""
    os.replace(path, target)  # noqa: PTH105


def create_folder(path: Path) -> None:
    """Create a folder with mode 0755 whatever the umask; its parent must exist."""
    path.mkdir(FOLDER_MODE)
    path.chmod(FOLDER_MODE)


def replace_text(path: Path, text: str) -> None:
    """Replace the text of `path` in one step, so that a kill leaves the old text or the new."""
    fresh = path.with_name(path.name + ".new")
    fresh.unlink(missing_ok=True)
    create(str(fresh), text.encode())
    fresh.replace(path)
