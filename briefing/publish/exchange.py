"""Let two complete trees change places, so that a reader finds one of them at every moment.

On Linux this is one system call, `renameat2` with `RENAME_EXCHANGE` (see renameat2(2)). Where that
is missing or the file system refuses it, two renames do it: the old site steps aside to `previous`,
the next one takes its place, and the old one becomes the standby. The journal of these renames is
the name `previous` itself: it exists only while they are under way, and which of the other two
names is free tells how far they came. A file beside the folders could say the same, and be wrong.
"""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import sys
from pathlib import Path

from briefing.publish.files import kind
from briefing.publish.output_folder import Ground

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
# Old kernels, sandboxes that forbid unknown calls, file systems that know only plain renames.
_REFUSED = {errno.ENOSYS, errno.EPERM, errno.EINVAL, errno.EXDEV, errno.EOPNOTSUPP}


def put_in_place(ground: Ground) -> None:
    """Make the complete tree at `ground.standby` the output; the old output becomes the standby."""
    if kind(ground.out) is None:
        ground.standby.rename(ground.out)
    elif not exchange(ground.standby, ground.out):
        _rename_in_turn(ground)


def exchange(one: Path, other: Path) -> bool:
    """Let two existing folders change places in one step; return False if this system cannot.

    Raises OSError where it could and yet fails, such as for want of permission.
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


def _rename_in_turn(ground: Ground) -> None:
    ground.out.rename(ground.previous)
    try:
        ground.standby.rename(ground.out)
    except OSError:
        ground.previous.rename(ground.out)
        raise
    # The new site stands. Should this last rename fail, `finish_renames` makes up for it next time.
    with contextlib.suppress(OSError):
        ground.previous.rename(ground.standby)


def finish_renames(ground: Ground) -> None:
    """Complete or undo the renames of a run that was killed between them."""
    if kind(ground.previous) is None:
        return
    if kind(ground.out) is None:
        ground.previous.rename(ground.out)
    elif kind(ground.standby) is None:
        ground.previous.rename(ground.standby)
    else:  # somebody has put a folder where the site was missing
        shutil.rmtree(ground.previous)
