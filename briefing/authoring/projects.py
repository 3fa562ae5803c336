"""Make a new project: an example that builds, a workflow that publishes it, schemas for editors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing import load, publish
from briefing.authoring.written import Written
from briefing.diagnostics import Diagnostic, Related, Span, diagnostic
from briefing.model.history import Edit

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from briefing.load import Installed

CONFIG = "briefing.yaml"
_OWN = (".gitignore", ".github/", ".vscode/")
"""Files that a repository may have already; the example does not depend on them."""


def new_project(
    root: Path, installed: Installed, waiting: Callable[[], None] | None = None
) -> Written:
    """Make the folder `root` a project, unless a file of a project is there already.

    `installed` says what its workflow installs.
    """
    texts: dict[str, str | bytes] = {**load.read_starter(installed.requirement)}
    if installed.wheel is not None:
        path, data = installed.wheel
        texts[path] = data
    taken = load.taken(root, tuple(texts))
    in_the_way = tuple(path for path in taken if not path.startswith(_OWN))
    if in_the_way:
        return Written((_refusal(in_the_way),))
    held = publish.hold(root, waiting, make=True)
    if isinstance(held, publish.EditProblem):
        return Written((held.diagnostic,))
    made = tuple(path for path in texts if path not in taken)
    with held:
        problem = held.write(Edit(path, texts[path], None) for path in made)
    if problem is not None:
        return Written((problem.diagnostic,))
    return Written(places=made, kept=taken)


def _refusal(taken: tuple[str, ...]) -> Diagnostic:
    first, *others = taken
    hint = "choose another folder: `briefing new DIR`"
    if first == CONFIG:
        message = "this folder is already a project; nothing was written"
        return diagnostic("edits-refused", Span(first), message, hint=hint)
    related = tuple(Related(Span(path), "already exists") for path in others)
    message = f"{first} already exists; nothing was written"
    return diagnostic("edits-refused", Span(first), message, hint=hint, related=related)
