"""Read a tree of files and write single files, never following a link.

The functions in publishing's innermost loop take strings and use file descriptors: `os.open` reads
a page in half the time of `open`, and building a `Path` takes longer than renaming a file.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from briefing.values import dataclass

FILE_MODE = 0o644
FOLDER_MODE = 0o755
_COMPARED = 1 << 20
_BINARY = getattr(os, "O_BINARY", 0)  # only Windows distinguishes text and bytes
# Never through a link, and never waiting for the other end of a pipe; Windows knows neither.
_PLAIN = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | _BINARY
_NOT_PLAIN = {errno.ELOOP, errno.ENXIO, errno.EISDIR, errno.EMLINK}  # EMLINK: a link, on FreeBSD


class ForeignFileError(Exception):
    """Something that this program did not make is in the place of one of its own files."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


class Stamp(NamedTuple):
    """Identifies a state of a file without reading it: size in bytes, nanoseconds since 1970.

    Publishing ensures that a file of the live site and the same file of the standby have equal
    stamps only if their bytes are equal, and that a page's time moves forward exactly when its
    bytes change, which `rsync` and web servers rely on.
    """

    size: int
    mtime_ns: int


@dataclass(frozen=True, slots=True)
class Unchanged:
    """A file whose bytes are those of the live file with this stamp; if there is none, `make` them."""

    stamp: Stamp
    make: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Tree:
    """What is below a folder; names are POSIX paths relative to it.

    `others` are entries that are neither plain files nor folders: links, pipes, sockets, devices.
    """

    files: dict[str, Stamp]
    folders: frozenset[str]
    others: frozenset[str]


def scan(root: Path, *, without: frozenset[str] = frozenset()) -> Tree:
    """Return what is below `root`, which must be a folder, `without` some of its own entries."""
    files: dict[str, Stamp] = {}
    folders: set[str] = set()
    others: set[str] = set()
    waiting = [(str(root), "")]
    while waiting:
        folder, prefix = waiting.pop()
        with os.scandir(folder) as entries:
            for entry in entries:
                name = prefix + entry.name
                if name in without:
                    continue
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


def create(path: str, data: bytes | Iterable[bytes], mode: int | None = FILE_MODE) -> Stamp:
    """Write `data`, or its pieces, to a new file and return its stamp; FileExistsError if the name is taken.

    The mode is `mode` whatever the umask: GitHub Pages and most web servers refuse files that only
    their owner may read. None leaves it to the umask.
    """
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, mode or 0o666)
    try:
        for piece in (data,) if isinstance(data, bytes) else data:
            left = memoryview(piece)
            while left:
                left = left[os.write(descriptor, left) :]
        status = os.fstat(descriptor)
    finally:
        os.close(descriptor)
    if mode is not None and status.st_mode & 0o777 != mode:
        Path(path).chmod(mode)
    return Stamp(status.st_size, status.st_mtime_ns)


def move(path: str, target: str) -> None:
    """Rename the file at `path` to `target`, replacing any file there."""
    os.replace(path, target)  # noqa: PTH105


def set_time(path: str, mtime_ns: int) -> None:
    """Set the time of the last change of a file, in nanoseconds since 1970."""
    os.utime(path, ns=(mtime_ns, mtime_ns))


def remove_tree(path: Path) -> None:
    """Remove a folder with all that is in it."""
    import shutil

    shutil.rmtree(path)


def create_folder(path: Path) -> None:
    """Create a folder with mode 0755 whatever the umask; its parent must exist."""
    path.mkdir(FOLDER_MODE)
    path.chmod(FOLDER_MODE)


def open_own(path: Path, flags: int) -> int:
    """Open a state file and return its descriptor; it is created only if `flags` say so.

    Raises ForeignFileError if a link, a folder, a pipe or a device is in its place.
    """
    try:
        descriptor = os.open(path, flags | _PLAIN, FILE_MODE)
    except OSError as error:
        if error.errno in _NOT_PLAIN:
            raise ForeignFileError(path) from error
        raise
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        with contextlib.suppress(OSError):
            os.close(descriptor)
        raise ForeignFileError(path)
    return descriptor


def read_own(path: Path) -> str | None:
    """Return the text of a state file, or None if there is no such file.

    Raises ForeignFileError if something else is in its place, or a file that is not UTF-8.
    """
    data = read_own_bytes(path)
    try:
        return None if data is None else data.decode()
    except UnicodeDecodeError as error:
        raise ForeignFileError(path) from error


def read_own_bytes(path: Path, most: int | None = None) -> bytes | None:
    """Return the bytes of a state file, or None if there is no such file.

    Raises ForeignFileError if something else is in its place, or more than `most` bytes.
    """
    try:
        descriptor = open_own(path, os.O_RDONLY | _BINARY)
    except FileNotFoundError:
        return None
    with open(descriptor, "rb") as file:  # noqa: PTH123 (a descriptor)
        if most is not None and os.fstat(descriptor).st_size > most:
            raise ForeignFileError(path)
        return file.read()


def replace_own(path: Path, content: str | bytes | Iterable[bytes], mode: int = FILE_MODE) -> None:
    """Replace the content of a state file in one step: a kill leaves the old one or the new.

    Raises ForeignFileError if something other than a plain file is in the way.
    """
    fresh = path.with_name(path.name + ".new")
    for each in (path, fresh):
        if kind(each) not in (None, stat.S_IFREG):
            raise ForeignFileError(each)
    fresh.unlink(missing_ok=True)
    create(str(fresh), content.encode() if isinstance(content, str) else content, mode)
    fresh.replace(path)
