"""Publish a site: take the ground, gather the pages, change places."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import ParamSpec, TypeVar

from briefing.publish.draft import Draft
from briefing.publish.exchange import finish_renames
from briefing.publish.files import kind, scan
from briefing.publish.generation import next_generation
from briefing.publish.lock import Lock, take
from briefing.publish.outcome import Published, PublishProblem, from_os_error
from briefing.publish.output_folder import Ground, break_ground, ground_at, hide_from_git, not_ours

_Arguments = ParamSpec("_Arguments")
_Result = TypeVar("_Result")


def publish(files: Iterable[tuple[str, bytes]], out: Path) -> Published | PublishProblem:
    """Make the folder `out` hold exactly `files`, in one step.

    `files` are pairs of a POSIX path relative to the site and the bytes of that file; they are
    taken one at a time and let go. An exception that they raise passes through. After it, after a
    returned problem, a kill, a full disk or an I/O error at any moment, `out` holds the old site or
    the new one, complete; only where the system cannot exchange two folders (see `swap`) may it be
    missing after a kill, until the next run or `recover`. Losing power is outside the promise.

    Files whose bytes are unchanged keep their modification time, and a run that changes nothing
    writes nothing. Whoever had the old site open keeps a whole tree until the next run that changes
    something has written all of its pages. Files have mode 0644, folders 0755.
    """
    ground = _attempt(out, ground_at, out)
    if isinstance(ground, PublishProblem):
        return ground
    lock = _attempt(out, _take, ground)
    if isinstance(lock, PublishProblem):
        return lock
    with lock:
        draft = _attempt(out, _begin, ground)
        if isinstance(draft, PublishProblem):
            return draft
        for name, data in files:
            if problem := _attempt(out, draft.add, name, data):
                return problem
        return _attempt(out, draft.publish)


def recover(out: Path) -> PublishProblem | None:
    """Put the site back that a killed run left between two renames; else change nothing.

    `publish` begins with the same. This is for a run that may stop at an error before it publishes.
    """
    ground = _attempt(out, ground_at, out)
    if isinstance(ground, PublishProblem):
        return ground
    if _attempt(out, kind, ground.previous) is None:
        return None
    lock = _attempt(out, _take, ground)
    if isinstance(lock, PublishProblem):
        return lock
    with lock:
        return _attempt(out, finish_renames, ground)


def _take(ground: Ground) -> Lock | PublishProblem:
    """Lock the ground; leave no trace where the output is somebody else's."""
    if kind(ground.hidden) is None:
        if kind(ground.out) is not None and (problem := not_ours(ground, scan(ground.out))):
            return problem
        break_ground(ground)
    return take(ground.lock) or PublishProblem(
        "output-busy",
        f"another run is publishing to {ground.out}",
        "wait until it has ended, then build again",
    )


def _begin(ground: Ground) -> Draft | PublishProblem:
    hide_from_git(ground)
    finish_renames(ground)
    live = None if kind(ground.out) is None else scan(ground.out)
    if live is not None and (problem := not_ours(ground, live)):
        return problem
    return Draft(ground, live, next_generation(ground))


def _attempt(
    out: Path,
    step: Callable[_Arguments, _Result],
    *arguments: _Arguments.args,
    **named: _Arguments.kwargs,
) -> _Result | PublishProblem:
    """Do one step; what the disk has against it is a problem of the user's, not a fault of ours.

    The pages are taken outside of any step, since an OSError of theirs is no problem of publishing.
    """
    try:
        return step(*arguments, **named)
    except OSError as error:
        return from_os_error(error, out)
