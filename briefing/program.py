"""Identify the program, so that what another version computed is never taken for its own."""

from __future__ import annotations

import hashlib
import os
import sys
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

from briefing import resources

if TYPE_CHECKING:
    from collections.abc import Iterator


def program() -> bytes:
    """Return a digest of the package's files, of Python, and of the names of what is installed."""
    digest = hashlib.blake2b()
    for part in environment():
        digest.update(f"{part}\0".encode(errors="surrogateescape"))
    for path in sorted(_files(resources.package())):
        with open(path, "rb") as file:  # noqa: PTH123 (asked for hundreds of files)
            data = file.read()
        digest.update(f"{path}\0{len(data)}\0".encode(errors="surrogateescape"))
        digest.update(data)
    return digest.digest()


def environment() -> tuple[str, ...]:
    """Return what names the versions of Python and of all that is installed."""
    return sys.version, unicodedata.unidata_version, *sorted(_installed())


def _files(folder: Path) -> Iterator[str]:
    for above, below, names in os.walk(folder):
        below[:] = [name for name in below if name != "__pycache__"]
        yield from (f"{above}/{name}" for name in names)


def _installed() -> Iterator[str]:
    """List the folders with which installers record a package and its version."""
    for place in sys.path:
        if os.path.isdir(place):  # noqa: PTH112
            yield from (name for name in os.listdir(place) if name.endswith(".dist-info"))  # noqa: PTH208
