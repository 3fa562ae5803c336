"""Read quoted grounds: words of an article that back a grade, a flag or an authorship."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.located import Node, mapping, widen
from briefing.model.content import Ground

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONG = frozenset({"source", "quote"})


def widen_ground(node: Node) -> Node:
    """Widen `words` and `source-id: words` to a mapping of `source` and `quote`."""
    if not node.is_mapping:
        return widen(node, "quote")
    return widen_pair(node, _LONG)


def widen_pair(node: Node, long_keys: frozenset[str]) -> Node:
    """Widen a mapping with one key that the long form does not have to `source` and `quote`."""
    if len(node.keys) != 1:
        return node
    (key, value), *_ = node.entries()
    if key.text in long_keys:
        return node
    return mapping(node, {"source": (key, key), "quote": (value, value)})


def grounds(node: Node | None, source: str | None) -> tuple[Ground, ...]:
    """Turn a checked list of widened grounds into values; `source` is used where none is given."""
    return tuple(_grounds(node, source)) if node else ()


def _grounds(node: Node, source: str | None) -> Iterator[Ground]:
    for element in node.elements():
        quote, named = element.get("quote"), element.get("source")
        if quote is not None:
            yield Ground(quote.words, named.text if named else source)
