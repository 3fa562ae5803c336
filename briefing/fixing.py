"""Fix what has one right answer in the author's files, and keep a fix only if the project is better for it.

Fixes are edits by position: comments, order and layout stay. They are tried on texts in memory, read as a check
reads them, and written only then, together, unless a file has changed meanwhile.
"""

from __future__ import annotations

import difflib
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from briefing import load, pipeline, publish
from briefing.diagnostics import Severity
from briefing.located import Node, inside, parse, scalar
from briefing.model.history import Edit
from briefing.units import Memory
from briefing.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from briefing.diagnostics import Fix, Span
    from briefing.pipeline import Examined

    Waiting = Callable[[], None] | None

_ROUNDS = 3
"""A quote may cut a word at both ends."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """A project after its fixes: what is left, and what was changed."""

    examined: Examined
    diff: str
    """A unified diff of all files; empty if nothing was changed."""


class _Change(NamedTuple):
    start: int
    end: int
    text: str


def fix(root: Path, waiting: Waiting = None) -> Fixed:
    """Fix the project at `root`; whatever makes no finding go away, or a new error come, is undone.

    `waiting` is called once if another command keeps the project locked for longer than a second.
    """
    held = publish.hold(root, waiting)
    if isinstance(held, publish.EditProblem):
        return Fixed(pipeline.examine(root).also(held.diagnostic), "")
    with held:
        project = _Project(root)
        examined = project.examine({})
        texts: dict[str, str] = {}
        for _ in range(_ROUNDS):
            better, examined = _fixed(project, texts, examined)
            if better == texts:
                break
            texts = better
        edits = [Edit(name, text, project.digest(name)) for name, text in texts.items()]
        problem = held.write(edits)
        if problem is not None:
            return Fixed(project.examine({}).also(problem.diagnostic), "")
        diffs = (_diff(name, project.text(name), text) for name, text in sorted(texts.items()))
        return Fixed(examined, "".join(diffs))


class _Project:
    """A project as it was when its files were first read."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.memory = Memory()
        self._held: dict[str, tuple[str, str | None]] = {}

    def examine(self, instead: Mapping[str, str]) -> Examined:
        """Examine the project with other texts in place of some of its files."""
        examined = pipeline.examine(self.root, self.memory.unit, instead=instead)
        self.memory = self.memory.following()
        return examined

    def text(self, name: str) -> str:
        """Return the text of a file, an empty one if it cannot be read."""
        return self._file(name)[0]

    def digest(self, name: str) -> str | None:
        """Return the digest of a file as it was read."""
        return self._file(name)[1]

    def _file(self, name: str) -> tuple[str, str | None]:
        if name not in self._held:
            held = load.read_editable(self.root, name)
            self._held[name] = held if isinstance(held, tuple) else ("", None)
        return self._held[name]


def _fixed(
    project: _Project, texts: Mapping[str, str], examined: Examined
) -> tuple[dict[str, str], Examined]:
    """Apply all fixes that make the project better: together if that does, else one by one."""
    fixes = [one.fix for one in examined.found if one.fix is not None]
    if not fixes:
        return dict(texts), examined
    kept = dict(texts)
    for some in (fixes, *([[one] for one in reversed(fixes)] if len(fixes) > 1 else [])):
        tried = _applied(project, kept, some)
        if tried == kept:
            continue
        after = project.examine(tried)
        if _is_better(after, examined):
            kept, examined = tried, after
            if some is fixes:
                break
    return kept, examined


def _is_better(after: Examined, before: Examined) -> bool:
    """Tell whether there is less to fix, and not one error of any code more."""
    held = Counter(one.code for one in before.found if one.severity is Severity.ERROR)
    left = Counter(one.code for one in after.found if one.severity is Severity.ERROR)
    fixable = (sum(one.fix is not None for one in found) for found in (after.found, before.found))
    return left <= held and next(fixable) < next(fixable)


def _applied(project: _Project, texts: Mapping[str, str], fixes: Sequence[Fix]) -> dict[str, str]:
    """Return texts with fixes applied, each in its file; one that cannot be is left out."""
    changed = dict(texts)
    for name in sorted({fix.at.file for fix in fixes}):
        text = changed.get(name) or project.text(name)
        nodes = _scalars(text, name)
        made = (_change(text, nodes, fix) for fix in fixes if fix.at.file == name)
        edge = len(text) + 1
        for change in sorted((one for one in made if one), reverse=True):
            if change.end <= edge:
                text = text[: change.start] + change.text + text[change.end :]
                edge = change.start
        if text != project.text(name):
            changed[name] = text
    return changed


def _scalars(text: str, name: str) -> Mapping[Span, tuple[Node, Node | None, Node]]:
    """Return each scalar of a YAML text by its place, with its key and the mapping around it."""
    root, _ = parse(text, name)
    return dict(_walk(root)) if root is not None else {}


def _walk(root: Node) -> Iterator[tuple[Span, tuple[Node, Node | None, Node]]]:
    waiting: list[tuple[Node, Node | None, Node]] = [(root, None, root)]
    while waiting:
        node, key, outer = waiting.pop()
        waiting += [(value, name, node) for name, value in node.entries()]
        waiting += [(element, None, node) for element in node.elements()]
        if isinstance(node.value, str):
            yield node.at, (node, key, outer)


def _change(
    text: str, nodes: Mapping[Span, tuple[Node, Node | None, Node]], fix: Fix
) -> _Change | None:
    """Turn a fix into an edit of a text; None if what it changes is not on one line."""
    at = fix.at
    lines = text.split("\n")
    if at.line != at.end_line or at.line > len(lines):
        return None
    begins = sum(len(line) + 1 for line in lines[: at.line - 1])
    mark = text.startswith("\ufeff") and at.line == 1
    start, end = begins + at.column - 1 + mark, begins + at.end_column - 1 + mark
    if lines[at.line - 1].lstrip("\ufeff ").startswith("#"):
        return _Change(start, end, fix.words)
    if at not in nodes:
        return None
    if fix.key is not None:
        return _beside(text, begins, nodes[at], fix.key, fix.words)
    mark_before = text[start - 1 : start]
    if mark_before in ("'", '"') and text[end : end + 1] == mark_before:
        return _Change(start, end, inside(fix.words, mark_before))
    return _Change(start, end, scalar(fix.words))


def _beside(
    text: str, begins: int, held: tuple[Node, Node | None, Node], key: str, words: str
) -> _Change | None:
    """Add a key below a value; a short `source: words` is widened first."""
    _, name, outer = held
    line_end = text.find("\n", begins)
    line_end = len(text) if line_end < 0 else line_end
    if name is None or text[begins + name.at.column - 2 : begins + name.at.column - 1] not in " -":
        return None
    column = name.at.column - 1
    if text[begins : begins + column].strip() not in ("", "-"):
        return None
    end_of_line = "\r" if text[begins:line_end].endswith("\r") else ""
    margin = f"{end_of_line}\n{' ' * column}"
    line = text[begins + column : line_end].removesuffix("\r")
    added = f"{margin}{key}: {scalar(words)}{end_of_line}"
    if name.text == "quote":
        return _Change(begins + column, line_end, line + added)
    if len(outer.keys) > 1:
        return None
    value = line.partition(":")[2].lstrip()
    widened = f"source: {name.text}{margin}quote: {value}"
    return _Change(begins + column, line_end, widened + added)


def _diff(name: str, before: str, after: str) -> str:
    texts = (text.replace("\r\n", "\n") for text in (before, after))
    ours, theirs = (text.splitlines(keepends=True) for text in texts)
    return "".join(
        line if line.endswith("\n") else f"{line}\n"
        for line in difflib.unified_diff(ours, theirs, name, name, n=1)
    )
