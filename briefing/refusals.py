"""Say in plain words why the operating system refused something; the one place for these words."""

from __future__ import annotations

import errno
import os

_WORDS = {
    errno.EACCES: "permission denied",
    errno.EPERM: "permission denied",
    errno.EROFS: "the file system is read-only",
    errno.ENOSPC: "no space left on the disk",
    errno.EDQUOT: "the disk quota is used up",
    errno.EFBIG: "the file would be too large for the disk",
    errno.EIO: "the disk reports an error",
    errno.ENOENT: "it does not exist",
    errno.ENOTDIR: "part of the path is not a folder",
    errno.EISDIR: "it is a folder",
    errno.EEXIST: "something of that name already exists",
    errno.ELOOP: "it is a link, or its links lead in a circle",
    errno.ENAMETOOLONG: "the name is too long",
    errno.EMFILE: "too many files are open",
    errno.ENFILE: "too many files are open",
    errno.EBUSY: "it is in use",
    errno.EADDRINUSE: "the address is in use",
}


def reason(error: OSError | ValueError) -> str:
    """Return why an operation failed, without the path: a phrase to follow a colon.

    A `ValueError` is what Python raises for a path that no system can hold: one with a NUL, or with
    characters that cannot be encoded.
    """
    if isinstance(error, OSError):
        return _WORDS.get(error.errno or 0) or error.strerror or str(error)
    return "invalid path"


def printable(path: str | bytes | os.PathLike[str]) -> str:
    """Return a path as text that any stream can print: bytes that are not UTF-8 as escapes."""
    return os.fsencode(path).decode(errors="backslashreplace")
