"""Move what an author wrote up or down in its file, as a line put in above it does."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType, NoneType
from typing import Any, TypeVar

from briefing.diagnostics import Span
from briefing.values import replace

Value = TypeVar("Value")

_PLAIN = frozenset({str, int, bool, NoneType, Decimal})


def moved(value: Value, file: str, by: int) -> Value:
    """Return a value with every place in a file so many lines further down.

    Looks into structs, tuples and mappings. What holds no such place is returned as it is. Lines may
    become 0 or less.
    """
    there: Value = _moved(value, file, by) if by else value
    return there


def _moved(value: Any, file: str, by: int) -> Any:  # noqa: ANN401 (of any type that holds places)
    kind = type(value)
    if kind is Span:
        if value.file != file:
            return value
        return Span(file, value.line + by, value.column, value.end_line + by, value.end_column)
    names = getattr(kind, "__struct_fields__", ())
    if names:
        held = {name: one for name in names if type(one := getattr(value, name)) not in _PLAIN}
        there = {name: _moved(one, file, by) for name, one in held.items()}
        changed = {name: one for name, one in there.items() if one is not held[name]}
        return replace(value, **changed) if changed else value
    if kind is tuple:
        return tuple([_moved(one, file, by) for one in value]) if value else value
    if isinstance(value, Mapping):
        pairs = {_moved(key, file, by): _moved(one, file, by) for key, one in value.items()}
        return MappingProxyType(pairs)
    return value
