"""Publish a site: lock the output, collect the pages, exchange the trees."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import ParamSpec, TypeVar

from briefing.publish import output_folder
from briefing.publish.draft import Draft
from briefing.publish.exchange import finish
from briefing.publish.files import ForeignFileError, Unchanged, kind
from briefing.publish.generation import next_generation
from briefing.publish.lock import Lock, take
from briefing.publish.memory import keep
from briefing.publish.outcome import Published, PublishProblem, foreign, from_os_error
from briefing.publish.output_folder import (
    OutputPaths,
    check_hidden_folder,
    create_hidden_folder,
    hide_from_git,
    is_begun,
    not_ours,
    output_paths,
    scan_output,
)
from briefing.refusals import printable

_Arguments = ParamSpec("_Arguments")
_Result = TypeVar("_Result")


def publish(
    files: Iterable[tuple[str, bytes | Unchanged]],
    out: Path,
    left: Callable[[Published], Iterable[bytes]] | None = None,
) -> Published | PublishProblem:
    """Make the folder `out` hold exactly `files`, in one step.

    `files` are pairs of a POSIX path relative to the site and the bytes of that file; they are
    read one at a time and not kept; a file may also be named as `Unchanged`. Exceptions from the iterable pass through. After one, after a
    returned problem, a kill, a full disk or an I/O error, `out` holds the old site or the new one,
    complete. `left` gives what to keep for the next run, once the site is published (see `kept`). Only where the system cannot exchange two folders (see `exchange`) may it be missing
    after a kill, until the next run or `recover`, and only where it cannot rename `out` either, as a
    mount point, may it hold some of each. Power loss is not covered.

    Files whose bytes are unchanged keep their modification time, and a run that changes nothing
    writes nothing. A reader who has the old site open keeps a complete tree until the next run that
    changes something has written all its pages. Files have mode 0644, folders 0755.
    """
    paths = _attempt(out, output_paths, out)
    if isinstance(paths, PublishProblem):
        return paths
    lock = _attempt(out, _take, paths)
    if isinstance(lock, PublishProblem):
        return lock
    with lock:
        draft = _attempt(out, _begin, paths)
        if isinstance(draft, PublishProblem):
            return draft
        for name, data in files:
            if problem := _attempt(out, draft.add, name, data):
                return problem
        outcome = _attempt(out, draft.publish)
        if left is not None and isinstance(outcome, Published):
            keep(paths, left(outcome))
        return outcome


def overlap(out: Path, inputs: Iterable[Path]) -> PublishProblem | None:
    """Return a problem if the output overlaps a file or folder that the site is made from."""
    return _attempt(out, output_folder.overlap, out, inputs)


def recover(out: Path) -> PublishProblem | None:
    """Restore a site that a killed run left between two renames; otherwise change nothing.

    `publish` does this first. Call it before a run that may stop at an error and never publish.
    """
    paths = _attempt(out, output_paths, out)
    if isinstance(paths, PublishProblem):
        return paths
    begun = _attempt(out, is_begun, paths)
    if begun is False:
        return None
    lock = _attempt(out, _take, paths)
    if isinstance(lock, PublishProblem):
        return lock
    with lock:
        return _attempt(out, _finish, paths)


def _finish(paths: OutputPaths) -> None:
    check_hidden_folder(paths)
    finish(paths)


def _take(paths: OutputPaths) -> Lock | PublishProblem:
    """Lock the output; leave no trace if it is not ours."""
    if kind(paths.hidden) is None:
        if kind(paths.out) is not None and (problem := not_ours(paths, scan_output(paths))):
            return problem
        create_hidden_folder(paths)
    return take(paths.lock) or PublishProblem(
        "output-busy",
        f"another run is publishing to {printable(paths.out)}",
        "wait for it to finish, then build again",
    )


def _begin(paths: OutputPaths) -> Draft | PublishProblem:
    check_hidden_folder(paths)
    hide_from_git(paths.hidden)
    finish(paths)
    live = None if kind(paths.out) is None else scan_output(paths)
    if live is not None and (problem := not_ours(paths, live)):
        return problem
    return Draft(paths, live, next_generation(paths))


def _attempt(
    out: Path,
    step: Callable[_Arguments, _Result],
    *arguments: _Arguments.args,
    **named: _Arguments.kwargs,
) -> _Result | PublishProblem:
    """Run one step; return a refusal of the system, or of ours, as a problem for the user.

    Pages are read outside any step, since an OSError raised there is not a publishing problem.
    """
    try:
        return step(*arguments, **named)
    except ForeignFileError as error:
        return foreign(error)
    except OSError as error:
        return from_os_error(error, out)
