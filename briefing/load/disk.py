"""Read a project's files, none outside its root, and decode them as UTF-8."""

from __future__ import annotations

import os
import stat
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.diagnostics import Diagnostic, Span, diagnostic
from briefing.refusals import printable, reason

if TYPE_CHECKING:
    from collections.abc import Callable

MAX_BYTES = 64_000_000
_STEPS = frozenset({"", ".", ".."})
"""Parts of a path that name no file."""


def read_bytes(
    root: Path, name: str, at: Span | None = None, most: int | None = None
) -> bytes | Diagnostic:
    """Read a file of the project by its POSIX path relative to the root.

    A path or link out of the project, a missing or unreadable file, and one over `most` bytes
    (`MAX_BYTES` by default) are returned as a diagnostic at `at` (the words that name the file), or
    at the file.
    """
    most = MAX_BYTES if most is None else most
    place = at or Span(name)
    path = os.path.join(root, name)  # noqa: PTH118
    try:
        if not _is_inside(str(root), name):
            return diagnostic("outside-project", place, f"{name} is outside the project")
        state = os.stat(path)  # noqa: PTH116 (asked for every article, and thrice as fast)
        if not stat.S_ISREG(state.st_mode):
            return diagnostic("file-missing", place, f"not a file: {name}")
        if state.st_size > most:
            return diagnostic("file-too-large", place, f"{name} is over {most:,} bytes")
        with open(path, "rb") as file:  # noqa: PTH123
            return file.read()
    except (FileNotFoundError, NotADirectoryError):
        return diagnostic("file-missing", place, f"file not found: {name}")
    except (OSError, ValueError) as error:
        return diagnostic("unreadable-file", place, f"cannot read {name}: {reason(error)}")


def _is_inside(root: str, name: str) -> bool:
    """Return whether a path is below the root after following links.

    A path without links and `..` is; checking that takes a sixth of the time of following links.
    """
    parts = name.split("/")
    if os.name == "posix" and _STEPS.isdisjoint(parts):
        path = root
        for part in parts:
            path = f"{path}/{part}"
            if stat.S_ISLNK(os.lstat(path).st_mode):
                break
        else:
            return True
    # What `Path.resolve` does, in a third of the time.
    whole = os.path.realpath(os.path.join(root, name))  # noqa: PTH118
    return Path(whole).is_relative_to(os.path.realpath(root))


def decode(data: bytes, name: str) -> str | Diagnostic:
    """Decode UTF-8 unchanged, BOM and CR included; return a diagnostic at the first invalid byte."""
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        before = data[: error.start].decode()
        line = before.count("\n") + 1
        column = len(before) - (before.rfind("\n") + 1) + 1
        at = Span(name, line, column, line, column + 1)
        byte = data[error.start]
        hint = "save the file as UTF-8"
        return diagnostic("bad-encoding", at, f"invalid UTF-8: byte 0x{byte:02X}", hint=hint)


def read_text(root: Path, name: str, at: Span | None = None) -> str | Diagnostic:
    """Read and decode a file; see `read_bytes` and `decode`."""
    data = read_bytes(root, name, at)
    return data if isinstance(data, Diagnostic) else decode(data, name)


def read_optional(root: Path, name: str) -> str | Diagnostic | None:
    """Read and decode a file that may be absent; None if it does not exist."""
    text = read_text(root, name)
    missing = isinstance(text, Diagnostic) and text.code == "file-missing"
    return None if missing and not os.path.lexists(root / name) else text


def read_editable(root: Path, name: str) -> tuple[str, str | None] | Diagnostic:
    """Read a file that a command is about to change: its text and the SHA-256 of its bytes.

    One that does not exist yet is empty and has no digest.
    """
    text = read_optional(root, name)
    if text is None:
        return "", None
    return text if isinstance(text, Diagnostic) else (text, sha256(text.encode()).hexdigest())


def taken(root: Path, names: tuple[str, ...]) -> tuple[str, ...]:
    """Return those of some POSIX paths of the project at which there is anything."""
    return tuple(name for name in names if os.path.lexists(root / name))


def files(
    root: Path, folder: str, suffixes: tuple[str, ...] = ()
) -> tuple[tuple[str, ...], tuple[Diagnostic, ...]]:
    """List the files below a folder of the project as POSIX paths relative to the root, sorted.

    Hidden files are left out, and a missing folder is empty. Diagnostics report what cannot be
    listed: an unreadable folder, a link to a folder (not followed), and a name that is not UTF-8.
    """
    found: list[str] = []
    mistakes: list[Diagnostic] = []

    def refuse(error: OSError) -> None:
        if isinstance(error, FileNotFoundError | NotADirectoryError):
            return
        name = _named(root, error.filename)
        message = f"cannot read {name}: {reason(error)}"
        mistakes.append(diagnostic("unreadable-file", Span(name), message))

    # Texts, as making a `Path` of each takes longer than all else.
    above = os.path.join(root, "")  # noqa: PTH118
    for here, folders, names in os.walk(f"{above}{folder}", onerror=refuse):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for link in (path for name in folders if os.path.islink(path := f"{here}/{name}")):  # noqa: PTH114
            name = _named(root, link)
            message = f"{name} is a link to a folder; such links are not followed"
            mistakes.append(diagnostic("outside-project", Span(name), message))
        for path in (f"{here}/{name}" for name in names if not name.startswith(".")):
            if suffixes and os.path.splitext(path)[1] not in suffixes:  # noqa: PTH122
                continue
            name = path.removeprefix(above).replace(os.sep, "/")
            if name.isprintable() or _named(root, path) == name:
                found.append(name)
            else:
                message = "the name of this file is not UTF-8"
                mistakes.append(diagnostic("unreadable-file", Span(_named(root, path)), message))
    return tuple(sorted(found)), tuple(mistakes)


def _named(root: Path, path: str | Path) -> str:
    """Name a file in a message, with bytes that are not UTF-8 as escapes."""
    return printable(Path(path).relative_to(root).as_posix())


def line_reader(root: Path) -> Callable[[str, int], str | None]:
    """Return a function that reads one line of a file, counted from 1, to show with a diagnostic.

    It returns None if there is no such line, and for a file whose lines are none: PDF. Findings are
    sorted by file, so the last is cached.
    """

    @lru_cache(maxsize=1)
    def lines(name: str) -> tuple[str, ...]:
        data = b"" if name.lower().endswith(".pdf") else read_bytes(root, name)
        return (
            () if isinstance(data, Diagnostic) else tuple(data.decode(errors="replace").split("\n"))
        )

    def line(name: str, number: int) -> str | None:
        held = lines(name)
        return held[number - 1].rstrip("\r") if 0 < number <= len(held) else None

    return line
