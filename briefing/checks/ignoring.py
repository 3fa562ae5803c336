"""Leave out the warnings and notes that the author has looked at and said why they are no mistakes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.diagnostics import Severity, blocks, diagnostic

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.diagnostics import Diagnostic
    from briefing.model.ignore import Ignore

_OWN = frozenset({"ignore-unused", "ignore-wrong"})


def without_ignored(
    found: Sequence[Diagnostic], ignores: Sequence[Ignore]
) -> tuple[tuple[Diagnostic, ...], int]:
    """Return the findings that are left, with what is wrong with `ignores`, and how many are ignored.

    `found` have the severities of the project. An error is never ignored: it says that a site would be
    wrong. A comment that ignores nothing is reported once no error hides what it may be for.
    """
    if not ignores:
        return tuple(found), 0
    kept: list[Diagnostic] = []
    told: list[Diagnostic] = []
    used: set[Ignore] = set()
    for one in found:
        names = [] if one.code in _OWN else [i for i in ignores if i.code == one.code]
        covering = [ignore for ignore in names if ignore.covers(one.at)]
        used.update(covering)
        if one.severity is Severity.ERROR:
            told += map(_refused, covering)
        if one.severity is Severity.ERROR or not covering:
            kept.append(one)
    if not blocks(found):
        told += [_unused(ignore) for ignore in ignores if ignore not in used]
    return (*kept, *told), len(found) - len(kept)


def _refused(ignore: Ignore) -> Diagnostic:
    message = f"'{ignore.code}' is an error here, and errors are not ignored"
    return diagnostic("ignore-wrong", ignore.at, message, hint="fix it, then delete the comment")


def _unused(ignore: Ignore) -> Diagnostic:
    message = f"there is no '{ignore.code}' here to ignore"
    return diagnostic("ignore-unused", ignore.at, message, hint="delete the comment")
