"""Read a project's files, none outside its root, and decode them as UTF-8."""

from __future__ import annotations

import os
from pathlib import Path

from briefing.diagnostics import Diagnostic, Span, diagnostic

MAX_BYTES = 64_000_000


def read_bytes(root: Path, name: str, at: Span | None = None) -> bytes | Diagnostic:
    """Read a file of the project by its POSIX path relative to the root.

    A path or a link that leaves the project, a missing or unreadable file and one over
    `MAX_BYTES` come back as a diagnostic at `at`: the words that name the file, else the file.
    """
    place = at or Span(name)
    path = root / name
    try:
        # What `Path.resolve` does, in a third of the time: it is asked for every article.
        inside = Path(os.path.realpath(path)).is_relative_to(os.path.realpath(root))
        if not inside:
            return diagnostic("outside-project", place, f"{name} lies outside the project")
        if not path.is_file():
            return diagnostic("file-missing", place, f"there is no file {name}")
        if path.stat().st_size > MAX_BYTES:
            return diagnostic("file-too-large", place, f"{name} is over {MAX_BYTES:,} bytes")
        return path.read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name is no path"
    except RuntimeError:  # what Python before 3.13 makes of a circle
        reason = "its links go in a circle"
    return diagnostic("unreadable-file", place, f"cannot read {name}: {reason}")


def decode(data: bytes, name: str) -> str | Diagnostic:
    """Decode UTF-8 as it stands: BOM and CR stay and count; a fault is placed in the file."""
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        before = data[: error.start].decode()
        line = before.count("\n") + 1
        column = len(before) - (before.rfind("\n") + 1) + 1
        at = Span(name, line, column, line, column + 1)
        byte = data[error.start]
        return diagnostic("bad-encoding", at, f"the byte 0x{byte:02X} is not UTF-8 here")


def read_text(root: Path, name: str, at: Span | None = None) -> str | Diagnostic:
    """Read and decode a file; see `read_bytes` and `decode`."""
    data = read_bytes(root, name, at)
    return data if isinstance(data, Diagnostic) else decode(data, name)


def files(root: Path, folder: str, suffixes: tuple[str, ...] = ()) -> tuple[str, ...]:
    """List the files below a folder of the project as POSIX paths relative to the root, sorted.

    Hidden files are left out; a folder that is not there has none.
    """
    base = root / folder
    found = []
    for path in base.rglob("*") if base.is_dir() else ():
        name = path.relative_to(root)
        hidden = any(part.startswith(".") for part in name.parts)
        if path.is_file() and not hidden and (not suffixes or path.suffix in suffixes):
            found.append(name.as_posix())
    return tuple(sorted(found))


def line(root: Path, name: str, number: int) -> str | None:
    """Give one line of a file, from 1, for showing it beside a diagnostic; None where it is not."""
    data = read_bytes(root, name)
    if isinstance(data, Diagnostic):
        return None
    lines = data.decode(errors="replace").split("\n")
    return lines[number - 1].rstrip("\r") if 0 < number <= len(lines) else None
