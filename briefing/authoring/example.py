"""Take the example that `briefing new` makes out of a project again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing import load, publish
from briefing.authoring.additions import NARRATIVE
from briefing.authoring.written import Written
from briefing.diagnostics import Diagnostic, Span, diagnostic
from briefing.model.history import Edit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from briefing.model.content import Content

_CLAIMS: Final = "content/claims/bridge.yaml"
_SOURCES: Final = "content/sources.yaml"
_ENTRIES: Final = (_CLAIMS, _SOURCES, "content/publishers.yaml")
_NARRATIVES: Final = ("content/index.md", "content/topics/bridge.md")
_ARTICLES: Final = {"gazette": "seeds/gazette.txt", "courier": "seeds/courier.txt"}


def holds_example(root: Path) -> bool:
    """Tell whether the claims of the example are in the project as they were made."""
    held = load.read_editable(root, _CLAIMS)
    return not isinstance(held, Diagnostic) and _entries(load.read_starter("")[_CLAIMS]) in held[0]


def remove_example(root: Path, waiting: Callable[[], None] | None = None) -> Written:
    """Take out what is left of the example, or say what keeps it; nothing that an author wrote goes.

    `places` are the files that changed, and those that are gone.
    """
    held = publish.hold(root, waiting)
    if isinstance(held, publish.EditProblem):
        return Written((held.diagnostic,))
    with held:
        content = load.load(root).content
        kept = () if content is None else tuple(_in_use(content))
        edits = () if kept else tuple(_edits(root))
        found = kept or tuple(one for one in edits if isinstance(one, Diagnostic))
        if found:
            return Written(found)
        made = tuple(one for one in edits if isinstance(one, Edit))
        problem = held.write(made)
        if problem is not None:
            return Written((problem.diagnostic,))
        gone = tuple(_own_articles(root))
        problems = (held.delete(path) for path in gone)
        found = tuple(problem.diagnostic for problem in problems if problem is not None)
    return Written(found, (*(edit.path for edit in made), *gone))


def _entries(text: str) -> str:
    """Return what follows the comments and keys that open a file of the example."""
    lines = text.splitlines(keepends=True)
    if "claims:\n" in lines:
        return "".join(lines[lines.index("claims:\n") + 1 :])
    return "".join(line for line in lines if not line.startswith("#"))


def _in_use(content: Content) -> Iterator[Diagnostic]:
    """Yield where claims of the author's quote an article of the example."""
    own = load.read_starter("")[_CLAIMS]
    for claim in content.claims.values():
        for item in claim.items:
            if item.source in _ARTICLES and f"\n  {claim.id}:" not in own:
                message = f"'{claim.id}' quotes '{item.source}', an article of the example"
                yield diagnostic("edits-refused", claim.at, message)


def _edits(root: Path) -> Iterator[Edit | Diagnostic]:
    starter = load.read_starter("")
    for path in _ENTRIES:
        held = load.read_editable(root, path)
        entries = _entries(starter[path])
        if isinstance(held, Diagnostic):
            yield held
        elif entries in held[0]:
            yield Edit(path, held[0].replace(entries, ""), held[1])
        else:
            message = f"{path} no longer holds the example as it was made; nothing was changed"
            hint = "take out by hand what you do not want to keep"
            yield diagnostic("edits-refused", Span(path), message, hint=hint)
    for path in _NARRATIVES:
        held = load.read_editable(root, path)
        if not isinstance(held, Diagnostic) and held[0] == starter[path]:
            yield Edit(path, NARRATIVE, held[1])


def _own_articles(root: Path) -> Iterator[str]:
    starter = load.read_starter("")
    for path in _ARTICLES.values():
        held = load.read_editable(root, path)
        if not isinstance(held, Diagnostic) and held[0] == starter[path]:
            yield path
