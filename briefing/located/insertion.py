"""Insert an entry into a YAML text by position, so that comments, order and layout stay.

What is inserted is checked by reading the new text: everything must be as before, and the entry there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.located.parsing import parse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.located.nodes import Node, Plain

Path = tuple[str, ...]


def insert(text: str, path: Path, entry: Sequence[str]) -> tuple[str, int] | None:
    """Add an entry at the end of the mapping or list to which the keys of `path` lead.

    `entry` are the lines of the entry without indentation, one of a list beginning with `- `. Returns the
    new text and the line of the entry, from 1; None if the text cannot be read, nothing is
    there to add to, it is written in one line (`{…}`, `[…]`), the entry's key is taken, or lines end in a
    carriage return alone.
    """
    root, found = parse(text, "")
    lines = text.split("\n")
    if root is None or found or any("\r" in line.removesuffix("\r") for line in lines):
        return None
    place = _place(lines, root, path)
    if place is None:
        return None
    at, indent, spaced = place
    end = "\r" if lines[0].endswith("\r") else ""
    while lines and not lines[-1].strip():
        lines.pop()
    if lines and end and not lines[-1].endswith("\r"):
        lines[-1] += end
    at = min(at, len(lines))
    before = [end] if spaced and at and lines[at - 1].strip() else []
    written = [f"{' ' * indent}{line}{end}" if line else end for line in entry]
    after = [end] if before and at < len(lines) and lines[at].strip() else []
    new = "\n".join([*lines[:at], *before, *written, *after, *lines[at:], ""])
    return (new, at + len(before) + 1) if _only_adds(root, new, path) else None


def _place(lines: Sequence[str], root: Node, path: Path) -> tuple[int, int, bool] | None:
    """Return the line before which to insert, from 0, the indentation, and whether to leave a blank line."""
    above = holder = root
    for key in path:
        inner = holder.get(key)
        if inner is None:
            return None
        above, holder = holder, inner
    if holder.value is None and path:  # a key with nothing below it
        key_at = above.key_at(path[-1])
        return key_at.line, key_at.column + 1, False
    entries = list(holder.entries()) or [(child, child) for child in holder.elements()]
    if not entries:
        return (len(lines), 0, True) if not path and holder.is_mapping else None
    children = [child for child, _ in entries]
    opening = lines[children[0].mark[0]][: children[0].mark[1]]
    if opening.strip(" -") or opening.count("-") != int(holder.is_list):
        return None  # written in one line, or behind something else
    indent = len(opening) - len(opening.lstrip(" "))
    spaced = holder.is_mapping and (len(children) == 1 or _blank_between(lines, children))
    return _past_comments(lines, _end(entries[-1][1]), indent), indent, spaced


def _end(node: Node) -> int:
    """Return the line after a value, from 0."""
    inner = [value for _, value in node.entries()] or list(node.elements())
    if inner:
        return max(_end(inner[-1]), node.mark[0] + 1)
    line, _, end_line, end_column = node.mark
    return max(end_line + (1 if end_column else 0), line + 1)


def _blank_between(lines: Sequence[str], children: Sequence[Node]) -> bool:
    """Return whether the last entry has a blank line somewhere between it and the one before it."""
    return any(not line.strip() for line in lines[children[-2].mark[0] : children[-1].mark[0]])


def _past_comments(lines: Sequence[str], at: int, indent: int) -> int:
    """Step over the comments below an entry that belong to it, being indented deeper."""
    end = at
    for number in range(at, len(lines)):
        line = lines[number]
        content = line.lstrip(" ")
        if content.startswith("#") and len(line) - len(content) > indent:
            end = number + 1
        elif content.strip():
            break
    return end


def _only_adds(before: Node, text: str, path: Path) -> bool:
    """Return whether reading the new text gives all that was there, and one entry more."""
    after, found = parse(text, "")
    if after is None or found:
        return False
    old, new = before.plain(), after.plain()
    held, grown = _at(old, path), _at(new, path)
    if isinstance(grown, dict):
        added = [key for key in grown if key not in (held or {})]
        if len(added) != 1:
            return False
        del grown[added[0]]
    elif isinstance(grown, list):
        grown.pop()
    return old == new or (held is None and not grown)


def _at(value: Plain, path: Path) -> Plain:
    for key in path:
        value = value[key] if isinstance(value, dict) else None
    return value
