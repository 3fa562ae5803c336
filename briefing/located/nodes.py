"""A value of a YAML file with its place, and the rewriting of short forms into long ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from briefing.diagnostics import Span
from briefing.model.content import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

Mark = tuple[int, int, int, int]
"""Start line and column, end line and column, all from 0, end exclusive."""
Plain: TypeAlias = "dict[str, Plain] | list[Plain] | str | None"
Value: TypeAlias = "str | tuple[Node, ...] | dict[str, tuple[Node, Node]] | None"


class Node:
    """One value of a YAML file, with its place.

    `value` is a text or None for a scalar, a tuple of nodes for a list, a dict of key to
    (key node, value node) for a mapping. Not to be changed once parsed.
    """

    __slots__ = ("cut", "file", "mark", "value", "verbatim")

    def __init__(self, file: str, mark: Mark, value: Value, *, verbatim: bool, cut: bool) -> None:
        """Hold a value; see the class."""
        self.file = file
        self.mark = mark
        self.value = value
        self.verbatim = verbatim
        self.cut = cut
        """Whether a comment ends a plain scalar, so that what follows ` #` is lost."""

    def __eq__(self, other: object) -> bool:
        """Whether another node has the same value at the same place, all nodes in it included."""
        return isinstance(other, Node) and self._parts() == other._parts()

    __hash__ = None  # type: ignore[assignment]

    def _parts(self) -> tuple[object, ...]:
        return self.mark, self.value, self.verbatim, self.cut, self.file

    @property
    def at(self) -> Span:
        """The place of the value."""
        line, column, end_line, end_column = self.mark
        first = line + 1
        # Nearly all are on one line, and sharing the number halves the memory.
        last = first if end_line == line else end_line + 1
        return Span(self.file, first, column + 1, last, end_column + 1)

    @property
    def is_mapping(self) -> bool:
        """Whether the value is a mapping."""
        return isinstance(self.value, dict)

    @property
    def is_list(self) -> bool:
        """Whether the value is a list."""
        return isinstance(self.value, tuple)

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of a mapping in the order of the file; none for anything else."""
        return tuple(self.value) if isinstance(self.value, dict) else ()

    @property
    def text(self) -> str:
        """The text of a scalar; an empty one for null and for collections."""
        return self.value if isinstance(self.value, str) else ""

    @property
    def words(self) -> Words:
        """The text of a scalar with its place, inside any quotation marks."""
        return Words(self.text, self.at, self.verbatim)

    def get(self, key: str) -> Node | None:
        """Return the value of a mapping's key, or None."""
        entry = self.value.get(key) if isinstance(self.value, dict) else None
        return None if entry is None else entry[1]

    def key_at(self, key: str) -> Span:
        """Return the place of a mapping's key, or of the node if the key is missing."""
        entry = self.value.get(key) if isinstance(self.value, dict) else None
        return self.at if entry is None else entry[0].at

    def entries(self) -> Iterator[tuple[Node, Node]]:
        """Yield the key and value nodes of a mapping in the order of the file."""
        if isinstance(self.value, dict):
            yield from self.value.values()

    def elements(self) -> tuple[Node, ...]:
        """Give the nodes of a list; none for anything else."""
        return self.value if isinstance(self.value, tuple) else ()

    def plain(self) -> Plain:
        """Give the value as dicts, lists, texts and None."""
        if isinstance(self.value, dict):
            return {key: value.plain() for key, (_, value) in self.value.items()}
        if isinstance(self.value, tuple):
            return [element.plain() for element in self.value]
        return self.value


def widen(node: Node, key: str) -> Node:
    """Turn a short form into the long one: a text becomes a mapping that holds it under a key."""
    if node.is_mapping or node.is_list or node.value is None:
        return node
    return mapping(node, {key: (node, node)})


def mapping(node: Node, entries: dict[str, tuple[Node, Node]]) -> Node:
    """Make a mapping of other nodes at the place of `node`."""
    return Node(node.file, node.mark, entries, verbatim=False, cut=False)


def rewritten(node: Node, change: Mapping[str, Callable[[Node], Node]]) -> Node:
    """Return a mapping with the values of some keys changed; other nodes are returned unchanged."""
    if not isinstance(node.value, dict):
        return node
    entries = {
        key: (key_node, change[key](value) if key in change else value)
        for key, (key_node, value) in node.value.items()
    }
    return mapping(node, entries)


def each(change: Callable[[Node], Node]) -> Callable[[Node], Node]:
    """Return a function that changes each element of a list; other nodes stay."""

    def changed(node: Node) -> Node:
        if not node.is_list:
            return node
        elements = tuple(change(element) for element in node.elements())
        return Node(node.file, node.mark, elements, verbatim=False, cut=False)

    return changed
