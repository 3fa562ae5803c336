"""Exchange two complete trees, so that a reader finds one of them at every moment.

On Linux this is one system call, `renameat2` with `RENAME_EXCHANGE` (see renameat2(2)). Where that
is missing or the file system refuses it, renames do it: the old site becomes `previous`, the next
one takes its place, and the old one becomes the standby. An output that cannot be renamed either is
brought up to date in place (see `in_place`). The name `previous` is the journal: it
exists only during the renames, and which of the other two names is free shows how far they got. A
separate journal file could be wrong.
"""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from pathlib import Path

from briefing.publish.files import kind, remove_tree
from briefing.publish.in_place import copy_in_place, finish_copying
from briefing.publish.output_folder import OutputPaths

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
# Old kernels, sandboxes that forbid unknown calls, file systems that know only plain renames.
_UNMOVABLE = {errno.EBUSY, errno.EXDEV}  # a mount point; a folder of a container's image
_REFUSED = {errno.ENOSYS, errno.EPERM, errno.EINVAL, errno.EOPNOTSUPP, *_UNMOVABLE}


def put_in_place(paths: OutputPaths) -> None:
    """Make the complete tree at `paths.standby` the output; the old output becomes the standby."""
    if kind(paths.out) is None:
        paths.standby.rename(paths.out)
    elif paths.is_mount or not (exchange(paths.standby, paths.out) or _rename_in_turn(paths)):
        copy_in_place(paths)


def exchange(one: Path, other: Path) -> bool:
    """Exchange two existing folders in one step; return False if this system cannot.

    Raises OSError if it can but fails, for example without permission.
    """
    if sys.platform != "linux":
        return False
    import ctypes

    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is None:  # a C library older than the call
        return False
    paths = (_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other))
    if renameat2(*paths, _RENAME_EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in _REFUSED:
        return False
    raise OSError(number, os.strerror(number), str(other))


def _rename_in_turn(paths: OutputPaths) -> bool:
    """Change places by renames; return False if the output cannot be renamed."""
    try:
        paths.out.rename(paths.previous)
    except OSError as error:
        if error.errno in _UNMOVABLE:
            return False
        raise
    try:
        paths.standby.rename(paths.out)
    except OSError:
        paths.previous.rename(paths.out)
        raise
    # The new site is in place. If this last rename fails, `finish_renames` repeats it next time.
    with contextlib.suppress(OSError):
        paths.previous.rename(paths.standby)
    return True


def finish(paths: OutputPaths) -> None:
    """Complete or undo what a run that was killed had begun to put in place."""
    finish_copying(paths)
    if kind(paths.previous) is None:
        return
    if kind(paths.out) is None:
        paths.previous.rename(paths.out)
    elif kind(paths.standby) is None:
        paths.previous.rename(paths.standby)
    else:  # someone created a folder where the site was missing
        remove_tree(paths.previous)
