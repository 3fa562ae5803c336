"""Record an edition of a project: read it and write what is recorded under one lock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing import edition, pipeline, publish
from briefing.diagnostics import blocks
from briefing.values import dataclass

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.model.history import Change
    from briefing.pipeline import Examined, Waiting


@dataclass(frozen=True, slots=True)
class Recorded:
    """What recording an edition found and wrote; `change` is None if nothing was recorded."""

    examined: Examined
    change: Change | None


def lock(root: Path, *, why: str, on: str, waiting: Waiting = None) -> Recorded:
    """Record the project at `root` as an edition of the ISO date `on`, unless there are errors.

    The project is read and written under one lock, so that of several runs at once each starts from
    the edition of the one before.
    """
    held = publish.hold(root, waiting)
    if isinstance(held, publish.EditProblem):
        return Recorded(pipeline.examine(root).also(held.diagnostic), None)
    with held:
        examined = pipeline.examine(root)
        if held.finished:
            examined = examined.also(pipeline.finished(held.finished))
        if examined.site is None or blocks(examined.found):
            return Recorded(examined, None)
        judged = examined.site.judged
        change, edits = edition.record(judged, judged.content.history, why=why, on=on)
        problem = held.write(edits) if edits else None
    if problem is not None:
        return Recorded(examined.also(problem.diagnostic), None)
    return Recorded(examined, change)
