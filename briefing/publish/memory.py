"""Keep what a build leaves for the next one, and the secret that marks it as this account's own.

It lies in the hidden folder beside the output, which anyone may have put into a project. So it is only
taken if it was made with the secret, which never lies in a project.
"""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING

from briefing.publish.files import ForeignFileError, read_own_bytes, replace_own
from briefing.publish.outcome import PublishProblem
from briefing.publish.output_folder import output_paths

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from briefing.publish.output_folder import OutputPaths

_SECRET = 32
_MOST_BYTES = 1 << 29


def kept(out: Path) -> bytes:
    """Return what the last run that published to `out` kept; empty if nothing can be read."""
    with contextlib.suppress(OSError, ForeignFileError):
        paths = output_paths(out)
        if not isinstance(paths, PublishProblem):
            return read_own_bytes(paths.kept, _MOST_BYTES) or b""
    return b""


def keep(paths: OutputPaths, data: Iterable[bytes]) -> None:
    """Keep the pieces of `data` for the next run, in one step; if that fails, only the next run's time is lost.

    The caller holds the lock of the output.
    """
    try:
        replace_own(paths.kept, data)
    except (OSError, ForeignFileError):
        with contextlib.suppress(OSError):
            paths.kept.with_name(f"{paths.kept.name}.new").unlink()


def secret(folder: Path) -> bytes | None:
    """Return the secret of this account, kept in `folder`; made at first, None if that fails."""
    path = folder / "secret"
    with contextlib.suppress(OSError, ForeignFileError):
        held = read_own_bytes(path, _SECRET)
        if held is not None and len(held) == _SECRET:
            return held
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        made = os.urandom(_SECRET)
        replace_own(path, made, mode=0o600)
        return made
    return None
