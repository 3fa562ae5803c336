"""A disk that can be told to fail or to kill its user at any one of the calls made to it."""

from __future__ import annotations

import errno
import os
import signal
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from briefing.publish import exchange

PagesOf = Callable[[Path], dict[str, bytes] | None]

INNER = ".briefing-output"
"""The folder in a mounted output that is no part of the site."""
_LOOKS = ("close", "fstat", "lstat", "read", "scandir", "stat")
_CHANGES = (
    "chmod",
    "exchange",
    "mkdir",
    "open",
    "rename",
    "replace",
    "rmdir",
    "unlink",
    "utime",
    "write",
)


class Disk:
    """Counts some calls to the file system and does something at the one numbered `at`, from 1.

    With `for_good`, it does so at every call from then on.
    """

    def __init__(self) -> None:
        self.calls = 0
        self.at = 0
        self.for_good = False
        self.exchanges = True
        self.unmovable: str | None = None
        """The name of a folder that cannot be renamed, as a mount point cannot."""
        self.mounted: str | None = None
        """The name of a folder that is a mount point and is known as one."""
        self.counted: tuple[str, ...] = ()
        self.act: Callable[[], None] = lambda: None

    def wrap(self, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        """Return `call` with the counting before it."""

        def counted(*arguments: Any, **named: Any) -> Any:  # noqa: ANN401  it stands for any call
            if name in self.counted and self._is_due():
                if name == "write":  # the worst moment is in the middle of a file
                    call(arguments[0], arguments[1][: len(arguments[1]) // 2])
                if name == "close":  # a descriptor is gone even if closing reports an error
                    call(*arguments)
                self.act()
            if name == "rename" and Path(arguments[0]).name in (self.unmovable, self.mounted):
                raise OSError(errno.EBUSY, os.strerror(errno.EBUSY), str(arguments[0]))
            return call(*arguments, **named)

        return counted

    def _is_due(self) -> bool:
        self.calls += 1
        return bool(self.at) and (self.calls == self.at or (self.for_good and self.calls > self.at))

    def fails(self, at: int, number: int, *, for_good: bool = False) -> None:
        """Raise OSError with this error number at that call, or from that call on."""

        def act() -> None:
            raise OSError(number, os.strerror(number))

        self.counted = _CHANGES + _LOOKS
        self.calls, self.at, self.for_good, self.act = 0, at, for_good, act

    def only_changes(self) -> None:
        """Leave calls alone that only look."""
        self.counted = _CHANGES

    def works(self) -> None:
        """Do nothing more."""
        self.at = 0

    def kills(self, at: int, run: Callable[[], object]) -> bool:
        """Do `run` in a process that is killed at that call; say whether it came that far.

        Calls that only look are left out: a kill before one is a kill after the last change.
        """
        self.counted = _CHANGES
        self.calls, self.at, self.for_good = 0, at, False
        self.act = lambda: os.kill(os.getpid(), signal.SIGKILL)
        child = self.start(run)
        self.works()
        status = os.waitpid(child, 0)[1]
        assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0, "the child raised"
        return os.WIFSIGNALED(status)

    def start(self, run: Callable[[], object]) -> int:
        """Do `run` in a process of its own and return its id."""
        with warnings.catch_warnings():
            # Other tests may have left threads behind; the child needs none of them.
            warnings.simplefilter("ignore", DeprecationWarning)
            child = os.fork()
        if child == 0:
            try:
                run()
                os._exit(0)
            finally:
                os._exit(1)
        return child


@contextmanager
def disk_patched() -> Iterator[Disk]:
    """Return the disk that all calls within the `with` statement go through."""
    disk = Disk()
    wrapped = disk.wrap("exchange", exchange.exchange)
    with pytest.MonkeyPatch.context() as patch:
        for name in {*_CHANGES, *_LOOKS} - {"exchange"}:
            patch.setattr(os, name, disk.wrap(name, getattr(os, name)))
        patch.setattr(os.path, "ismount", lambda path: Path(path).name == disk.mounted)
        patch.setattr(
            exchange, "exchange", lambda one, other: disk.exchanges and wrapped(one, other)
        )
        yield disk
        disk.works()


@pytest.fixture
def disk() -> Iterator[Disk]:
    """Return the disk that all calls of the test go through."""
    with disk_patched() as disk:
        yield disk


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Return the path of an output folder that does not exist yet."""
    return tmp_path / "site"


@pytest.fixture
def pages_of() -> PagesOf:
    """Return a function that reads a site back; it finds nothing there but files and folders."""
    return _pages_of


def _pages_of(root: Path) -> dict[str, bytes] | None:
    if not root.exists():
        return None
    assert not root.is_symlink()
    pages = {}
    for folder, folders, names in os.walk(root):
        for name in names + folders:
            path = Path(folder, name)
            assert not path.is_symlink()
            assert path.is_dir() or path.is_file()
            if path.is_file() and INNER not in path.relative_to(root).parts:
                pages[path.relative_to(root).as_posix()] = path.read_bytes()
    return pages
