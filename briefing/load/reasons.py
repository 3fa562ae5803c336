"""Read why an item means what its words do not say: one text, or a text for each thing explained."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from briefing.diagnostics import Diagnostic, diagnostic
from briefing.located import widen
from briefing.model.content import ALL

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from briefing.located import Node

_ITEMS_KEYS = frozenset({"period", "measure", "scope", "basis", "per", "attributed_to"})


def widen_because(node: Node) -> Node:
    """Widen one text to a mapping."""
    return widen(node, ALL)


def reasons(item: Node) -> Mapping[str, str]:
    """Return the reasons of an item by what each explains."""
    return MappingProxyType({key: value.text for key, value in _entries(item)})


def check_reasons(item: Node) -> Iterator[Diagnostic]:
    """Find a reason for a key that the item does not have."""
    for key, value in _entries(item):
        if key in _ITEMS_KEYS and item.get(key) is None:
            yield diagnostic("bad-value", value.at, f"this item has no '{key}' to explain")


def _entries(item: Node) -> Iterator[tuple[str, Node]]:
    held = item.get("because")
    for key in held.keys if held else ():
        value = held.get(key) if held else None
        if value is not None:
            yield key, value
