"""Change several of the project's own files together: all of them, or none.

A run takes the lock of the project and records in `.briefing/edits` which files it will replace,
with the digests of what they hold and of what they are to hold. Then it makes each new file beside
its place, under a hidden name, and only when all are complete does it rename them, one by one; the
record goes last. So every moment can be told from the record and the files: before the first rename
nothing of the author's has changed and the new files are deleted; after it all are complete, and
the renames that are missing are made. `hold` does this before anything is changed again, and `mend`
for commands that only read.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from briefing.diagnostics import Diagnostic, Span, diagnostic
from briefing.publish.edit_record import FOLDER, Step, record, record_path, recorded
from briefing.publish.files import (
    FOLDER_MODE,
    ForeignFileError,
    create,
    kind,
    move,
    open_own,
)
from briefing.publish.lock import Lock, take
from briefing.publish.output_folder import hide_from_git
from briefing.refusals import printable, reason
from briefing.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from types import TracebackType

    from briefing.model.history import Edit

    Waiting = Callable[[], None] | None

_Arguments = ParamSpec("_Arguments")
_Result = TypeVar("_Result")


@dataclass(frozen=True, slots=True)
class EditProblem:
    """Why the project's files were not changed, or only some of them.

    `path` is POSIX, relative to the root.
    """

    path: str
    message: str
    hint: str

    @property
    def diagnostic(self) -> Diagnostic:
        """The problem as a finding at its file."""
        return diagnostic("edits-refused", Span(self.path), self.message, hint=self.hint)


class _RefusedError(Exception):
    def __init__(self, path: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.problem = EditProblem(path, message, hint)


class Held:
    """A project that nobody else changes until the end of a `with` statement."""

    def __init__(self, root: Path, lock: Lock, finished: tuple[str, ...]) -> None:
        self._root = root
        self._lock = lock
        self.finished = finished
        """Files that a stopped run had left to be replaced and that have been replaced now."""

    def __enter__(self) -> None:
        self._lock.__enter__()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._lock.__exit__(kind, error, trace)

    def write(self, edits: Iterable[Edit]) -> EditProblem | None:
        """Replace whole files; a file that is already right is not touched.

        A file that no longer holds what the edit was made from is a problem, and so is a link: what
        it leads to would have to be replaced, and that may be anywhere.
        """
        return _attempt(self._root, _write, self._root, tuple(edits))

    def delete(self, path: str) -> EditProblem | None:
        """Delete a file by its POSIX path; a link goes, and not what it leads to."""
        return _attempt(self._root, (self._root / path).unlink)


def hold(root: Path, waiting: Waiting = None, *, make: bool = False) -> Held | EditProblem:
    """Wait for the lock of the project at `root`, and finish or undo what a stopped run began.

    `waiting` is called once if that takes longer than a second. `make` makes the folder itself too.
    """
    return _attempt(root, _hold, root, waiting, make=make)


def mend(root: Path, waiting: Waiting = None) -> tuple[str, ...] | EditProblem:
    """Finish or undo what a stopped run began; return the files that were still to be replaced.

    Where nothing was begun, nothing is locked or written. `waiting` is as for `hold`.
    """
    held = _attempt(root, _hold_begun, root, waiting)
    if held is None or isinstance(held, EditProblem):
        return held or ()
    with held:
        return held.finished


def _hold_begun(root: Path, waiting: Waiting) -> Held | None:
    begun = kind(root / FOLDER) is not None and kind(record_path(root)) is not None
    return _hold(root, waiting) if begun else None


def _hold(root: Path, waiting: Waiting, *, make: bool = False) -> Held:
    folder = root / FOLDER
    if make:
        root.mkdir(FOLDER_MODE, parents=True, exist_ok=True)
    if kind(folder) is None:
        with contextlib.suppress(FileExistsError):  # another run was quicker
            folder.mkdir(FOLDER_MODE)
    if kind(folder) != stat.S_IFDIR:
        raise ForeignFileError(folder)
    lock = take(folder / "lock", wait=True, waiting=waiting)
    if lock is None:
        message = "another command is changing the project"
        raise _RefusedError(FOLDER, message, "wait for it to finish, then try again")
    try:
        hide_from_git(
            folder
        )  # under the lock: of two runs at once, one would find the other's file
        return Held(root, lock, _finish(root))
    except BaseException:
        lock.__exit__(None, None, None)
        raise


def _write(root: Path, edits: tuple[Edit, ...]) -> None:
    steps = []
    texts = []
    for edit in edits:
        data = edit.text if isinstance(edit.text, bytes) else edit.text.encode()
        before, after = _digest(root, edit.path), hashlib.sha256(data).hexdigest()
        if before != edit.before:
            message = f"{edit.path} was changed while the command ran"
            raise _RefusedError(edit.path, message, "nothing was written; run the command again")
        if before == after:
            continue
        if kind(_beside(root, edit.path)) is not None:
            raise ForeignFileError(_beside(root, edit.path))
        steps.append(Step(edit.path, before, after))
        texts.append(data)
    if not steps:
        return
    record(root, steps)
    try:
        for step, data in zip(steps, texts, strict=True):
            _make_beside(root, step, data)
    except OSError:
        _undo(root, steps)
        raise
    _rename(root, steps)


def _make_beside(root: Path, step: Step, data: bytes) -> None:
    """Write a new file beside its place, with the mode of the old one."""
    target = root / step.path
    target.parent.mkdir(parents=True, exist_ok=True)
    mode = None if step.before is None else target.lstat().st_mode & 0o777
    create(str(_beside(root, step.path)), data, mode)


def _rename(root: Path, steps: Iterable[Step]) -> None:
    for step in steps:
        move(str(_beside(root, step.path)), str(root / step.path))
    record_path(root).unlink()


def _undo(root: Path, steps: Iterable[Step]) -> None:
    """Delete new files none of which is in its place yet."""
    for step in steps:
        _beside(root, step.path).unlink(missing_ok=True)
    record_path(root).unlink()


def _finish(root: Path) -> tuple[str, ...]:
    """Finish or undo what the record tells of, if there is one; return the files replaced now."""
    steps = recorded(root)
    if not steps:
        return ()
    found = {step: _digest(root, step.path) for step in steps}
    if all(found[step] == step.before for step in steps):
        _undo(root, steps)
        return ()
    left = [step for step in steps if found[step] != step.after]
    for step in left:
        beside = _beside(root, step.path)
        if found[step] != step.before or _digest(root, _name(root, beside)) != step.after:
            message = (
                f"{step.path} was changed after a command that was replacing it was interrupted"
            )
            hint = (
                f"take what you need from {_name(root, beside)}, then delete that file"
                f" and {_name(root, record_path(root))}"
            )
            raise _RefusedError(step.path, message, hint)
    _rename(root, left)
    return tuple(step.path for step in left)


def _inside(root: Path, name: str) -> Path:
    """Return the path of a file of the project, whose folders may be links but stay inside."""
    path = root / name
    folder = os.path.realpath(path.parent)
    if ".." in Path(name).parts or not Path(folder).is_relative_to(os.path.realpath(root)):
        message = f"{name} is outside the project"
        raise _RefusedError(name, message, "move the folder into the project")
    return path


def _beside(root: Path, name: str) -> Path:
    path = _inside(root, name)
    return path.with_name(f".{path.name}.new")


def _name(root: Path, path: Path) -> str:
    return path.relative_to(root).as_posix()


def _digest(root: Path, name: str) -> str | None:
    """Return the SHA-256 of a plain file of the project; None if it does not exist."""
    try:
        descriptor = open_own(_inside(root, name), os.O_RDONLY)
    except (FileNotFoundError, NotADirectoryError):
        return None
    with open(descriptor, "rb") as file:  # noqa: PTH123
        return hashlib.file_digest(file, "sha256").hexdigest()


def _attempt(
    root: Path,
    step: Callable[_Arguments, _Result],
    *arguments: _Arguments.args,
    **named: _Arguments.kwargs,
) -> _Result | EditProblem:
    """Run one step; return a refusal, of the system or ours, as a problem for the author."""
    try:
        return step(*arguments, **named)
    except _RefusedError as error:
        return error.problem
    except ForeignFileError as error:
        message = "is not a plain file made by briefing; nothing was written"
        name = _shown(root, error.path)
        return EditProblem(name, f"{name} {message}", "move it away, then run the command again")
    except (OSError, ValueError) as error:
        path = Path(os.fsdecode(getattr(error, "filename", None) or root))
        name = _shown(root, root if path == root / FOLDER else path)
        is_nowhere = isinstance(error, FileNotFoundError)
        why = "no file can be made there" if is_nowhere else reason(error)
        message = f"cannot write {name}: {why}"
        return EditProblem(name, message, "fix that, then run the command again")


def _shown(root: Path, path: Path) -> str:
    """Name a path from the root of the project; the root itself in full, which `.` would not tell."""
    is_inside = path != root and path.is_relative_to(root)
    return printable(path.relative_to(root) if is_inside else path)
