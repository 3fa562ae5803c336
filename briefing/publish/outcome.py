"""What publishing comes to: counts, or the one thing that somebody has to mend."""

from __future__ import annotations

import errno
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

ProblemCode = Literal[
    "output-not-a-folder",
    "output-not-ours",
    "output-busy",
    "output-not-writable",
    "output-disk-full",
    "output-failed",
    "page-name-unsafe",
    "page-name-clash",
]


@dataclass(frozen=True, slots=True)
class Published:
    """What a run did to the site that readers see.

    `written`, `kept` and `removed` count files: those whose bytes are new, those that stay as they
    were, those that are gone. `total_bytes` is the size of all files of the site.
    """

    written: int
    kept: int
    removed: int
    total_bytes: int


@dataclass(frozen=True, slots=True)
class PublishProblem:
    """Why nothing was published; the site that stood before stands unchanged.

    `message` says in one sentence what is wrong and where, `hint` what to do about it. The codes
    beginning with `page-` are about the names that were handed in, the others about the place to
    write to.
    """

    code: ProblemCode
    message: str
    hint: str


_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}


def from_os_error(error: OSError, out: Path) -> PublishProblem:
    """Return the problem that a failed file operation below or beside `out` stands for."""
    path = error.filename if isinstance(error.filename, str) else out
    reason = error.strerror or str(error)
    if error.errno in _FULL:
        return PublishProblem(
            "output-disk-full",
            f"no room to write {out}: {reason}",
            "free some space and build again; a site needs room for two generations of itself",
        )
    if error.errno in _FORBIDDEN:
        return PublishProblem(
            "output-not-writable",
            f"cannot write {path}: {reason}",
            "make the folder that holds the output writable, or name another output",
        )
    return PublishProblem(
        "output-failed",
        f"cannot publish to {out}: {path}: {reason}",
        "see to the disk or name another output, then build again",
    )
