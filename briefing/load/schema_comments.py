"""Check the comment that tells an editor the schema of a YAML file."""

from __future__ import annotations

import os
import posixpath
import re
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.diagnostics import Fix, Span, diagnostic

if TYPE_CHECKING:
    from briefing.diagnostics import Diagnostic

FOLDER = "schemas"
_COMMENT = re.compile(r"^\ufeff?# *yaml-language-server: *\$schema=(?P<path>\S+)", re.MULTILINE)


def named_schema(text: str, file: str) -> str | None:
    """Return the POSIX path in the project that the comment of a file names, if it has one."""
    match = _COMMENT.search(text)
    return None if match is None or ":" in match["path"] else _named(file, match["path"])


def check_schema(root: Path, text: str, file: str) -> Diagnostic | None:
    """Find a comment that names a schema which is not there; web addresses are not asked for.

    The fix is the path to the schema of this kind of file, if the project has it.
    """
    match = _COMMENT.search(text)
    if match is None or ":" in match["path"]:
        return None
    here = posixpath.dirname(file)
    named = _named(file, match["path"])
    if named is None or os.path.isfile(root / named):  # noqa: PTH113
        return None
    line = text.count("\n", 0, match.start())
    begins = text.rfind("\n", 0, match.start("path")) + 1 + text.startswith("\ufeff") * (line == 0)
    columns = (match.start("path") - begins + 1, match.end("path") - begins + 1)
    at = Span(file, line + 1, columns[0], line + 1, columns[1])
    own = f"{FOLDER}/{_kind(file)}.schema.json"
    message = f"there is no schema at {match['path']}"
    if not os.path.isfile(root / own):  # noqa: PTH113
        return diagnostic("schema-stale", at, message, hint="editors check nothing; mend the path")
    path = posixpath.relpath(own, here or ".")
    return diagnostic("schema-stale", at, message, hint=f"write  {path}", fix=Fix(at, path))


def _named(file: str, path: str) -> str | None:
    named = posixpath.normpath(posixpath.join(posixpath.dirname(file), path))
    return None if named.startswith("..") else named


def _kind(file: str) -> str:
    name = posixpath.basename(file).partition(".")[0]
    return name if name in ("briefing", "sources", "publishers") else "claims"
