"""The result of publishing: counts, or one problem to fix."""

from __future__ import annotations

import errno
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from briefing.diagnostics import Diagnostic, Span, diagnostic
from briefing.publish.files import ForeignFileError, Stamp
from briefing.refusals import printable, reason

ProblemCode = Literal[
    "output-not-a-folder",
    "output-not-ours",
    "output-overlaps",
    "output-busy",
    "output-not-writable",
    "output-disk-full",
    "output-failed",
    "page-name",
]


@dataclass(frozen=True, slots=True)
class Published:
    """What a run changed in the site that readers see.

    `written`, `kept` and `removed` count files: with new bytes, unchanged, and gone. `total_bytes` is the size of all files of the site,
    and `stamps` has the stamp of each.
    """

    written: int
    kept: int
    removed: int
    total_bytes: int
    stamps: Mapping[str, Stamp] = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class PublishProblem:
    """Why nothing was published; the old site is unchanged.

    `message` says in one sentence what is wrong and where, `hint` how to fix it.
    """

    code: ProblemCode
    message: str
    hint: str

    @property
    def diagnostic(self) -> Diagnostic:
        """The problem as a finding about the whole project."""
        return diagnostic("output-refused", Span("briefing.yaml"), self.message, hint=self.hint)


_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}


def foreign(error: ForeignFileError) -> PublishProblem:
    """Turn something in the place of one of our own files into a problem."""
    return PublishProblem(
        "output-not-ours",
        f"{printable(error.path)} is not the file that publishing keeps there",
        "move it away, then build again",
    )


def from_os_error(error: OSError | ValueError, out: Path) -> PublishProblem:
    """Turn a failed file operation in or beside `out` into a problem."""
    path = printable(error.filename if isinstance(error, OSError) and error.filename else out)
    why = reason(error)
    if isinstance(error, OSError) and error.errno in _FULL:
        return PublishProblem(
            "output-disk-full",
            f"no room to write {printable(out)}: {why}",
            "free some space and build again; a site needs room for two copies of itself",
        )
    if isinstance(error, OSError) and error.errno in _FORBIDDEN:
        return PublishProblem(
            "output-not-writable",
            f"cannot write {path}: {why}",
            "make the output's parent folder writable, or name another output",
        )
    return PublishProblem(
        "output-failed",
        f"cannot publish to {printable(out)}: {path}: {why}",
        "check the disk or name another output, then build again",
    )
