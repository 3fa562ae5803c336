"""Bring an output up to date in place, where the system lets nobody rename it.

A mount point, such as a volume of a container, can be neither exchanged nor renamed. Its files are
replaced from the standby, which is complete. First all new files are copied to the output's own
file system; a failure until then changes nothing. Then the empty file `copying` is made, and files
are removed and renamed. It is the journal: while it exists, the output may hold some of each site,
and copying once more completes it.
"""

from __future__ import annotations

from briefing.publish.files import (
    create,
    create_folder,
    kind,
    read,
    remove_tree,
    replace_own,
    scan,
    set_time,
)
from briefing.publish.generation import Renewed
from briefing.publish.output_folder import OutputPaths, scan_output


def copy_in_place(paths: OutputPaths) -> None:
    """Make the output hold what the complete standby holds."""
    generation = _brought(paths)
    replace_own(paths.copying, "")
    generation.complete(scan(paths.standby))
    _clear(paths)


def finish_copying(paths: OutputPaths) -> None:
    """Complete what a run that was killed had begun to change in place."""
    if kind(paths.copying) is not None and kind(paths.standby) is not None:
        _brought(paths).complete(scan(paths.standby))
    _clear(paths)


def _brought(paths: OutputPaths) -> Renewed:
    """Copy the files that the output lacks to its file system, but not yet to their places."""
    _clear_incoming(paths)
    if kind(paths.inner) is None:
        create_folder(paths.inner)
    generation = Renewed(paths.incoming, paths.out, scan_output(paths))
    for name, stamp in scan(paths.standby).files.items():
        if not generation.holds(name, stamp):
            slot = generation.slot_for(name)
            create(slot, read(f"{paths.standby}/{name}", stamp.size))
            set_time(slot, stamp.mtime_ns)
    return generation


def _clear(paths: OutputPaths) -> None:
    _clear_incoming(paths)
    if paths.inner != paths.hidden and kind(paths.inner) is not None:
        paths.inner.rmdir()
    paths.copying.unlink(missing_ok=True)


def _clear_incoming(paths: OutputPaths) -> None:
    if kind(paths.incoming) is not None:
        remove_tree(paths.incoming)
