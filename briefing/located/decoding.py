"""Check nodes against frozen dataclasses; only this module imports pydantic."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, TypeVar

from briefing.diagnostics import Diagnostic, diagnostic, did_you_mean, near_word
from briefing.located.filling import filled

if TYPE_CHECKING:
    from pydantic import TypeAdapter
    from pydantic_core import ErrorDetails

    from briefing.located.nodes import Node, Plain

T = TypeVar("T")


def decode(node: Node, form: type[T]) -> tuple[T | None, tuple[Diagnostic, ...]]:
    """Check a node against a frozen dataclass of texts, lists and mappings.

    Unknown keys are reported and ignored, so that the rest of the entry still counts; any other
    mistake gives None. Every mistake is reported once: a key that is missing because it is misspelt
    is reported where it is misspelt.
    """
    data: Plain = {} if node.value is None else node.plain()
    right = filled(form, data)
    if right is not None:
        return right, ()
    from pydantic import ValidationError

    adapter: TypeAdapter[T] = _adapter(form)
    try:
        return adapter.validate_python(data), ()
    except ValidationError as error:
        details = error.errors(include_url=False)
    unknown = [detail["loc"] for detail in details if detail["type"] in _EXTRA]
    meant = {
        (*route[:-1], near_word(str(route[-1]), _keys_beside(form, route))) for route in unknown
    }
    found = tuple(
        _mistake(node, detail, form)
        for detail in details
        if detail["type"] != "missing" or detail["loc"] not in meant
    )
    if len(unknown) < len(details):
        return None, found
    for route in unknown:
        _drop(data, route)
    return adapter.validate_python(data), found


def salvage(node: Node, form: type[T]) -> T | None:
    """Read the rest of a node that `decode` refused, without the invalid values.

    Used to find further mistakes in the same run; None if too much is missing.
    """
    from pydantic import ValidationError

    adapter: TypeAdapter[T] = _adapter(form)
    data = node.plain()
    try:
        try:
            return adapter.validate_python(data)
        except ValidationError as error:
            wrong = [one["loc"] for one in error.errors() if one["type"] != "missing"]
        for route in sorted({_to_a_key(route) for route in wrong}, key=str, reverse=True):
            _drop(data, route)
        return adapter.validate_python(data)
    except (ValidationError, LookupError):
        return None


def _to_a_key(route: tuple[int | str, ...]) -> tuple[int | str, ...]:
    """Cut a route that ends in a list back to the key that holds the list."""
    while route and isinstance(route[-1], int):
        route = route[:-1]
    return route


_EXTRA = frozenset({"extra_forbidden", "unexpected_keyword_argument"})


_ADAPTERS: dict[type[Any], TypeAdapter[Any]] = {}
"""One per form: making one takes longer than reading a thousand claims with it."""


def _adapter(form: type[Any]) -> TypeAdapter[Any]:
    from pydantic import TypeAdapter

    if form not in _ADAPTERS:
        _ADAPTERS[form] = TypeAdapter(form)
    return _ADAPTERS[form]


def schema(form: type[Any]) -> dict[str, Any]:
    """Return the JSON Schema of a form as written in files."""
    return _adapter(form).json_schema(by_alias=True)


def _drop(data: Plain, route: tuple[int | str, ...]) -> None:
    """Remove the key at the end of a route from plain data."""
    step = route[0]
    if isinstance(data, list):
        _drop(data[int(step)], route[1:])
    elif isinstance(data, dict) and len(route) > 1:
        _drop(data[str(step)], route[1:])
    elif isinstance(data, dict):
        del data[str(step)]


def _mistake(node: Node, detail: ErrorDetails, form: type[Any]) -> Diagnostic:
    route, kind = detail["loc"], detail["type"]
    holder, last = _walk(node, route)
    if kind in _EXTRA:
        key = str(route[-1])
        known = _keys_beside(form, route)
        return diagnostic(
            "unknown-key", holder.key_at(key), f"unknown key '{key}'",
            hint=did_you_mean(key, known),
        )  # fmt: skip
    if kind == "missing":
        return diagnostic("missing-key", last.at, f"missing key '{route[-1]}'")
    if kind == "literal_error":
        expected = str(detail.get("ctx", {}).get("expected", ""))
        options = re.findall(r"'([^']*)'", expected)
        hint = did_you_mean(last.text, options)
        message = f"must be one of {', '.join(options)}"
        return diagnostic("bad-value", last.at, message, hint=hint)
    wrong = _WRONG.get(kind, detail["msg"])
    if last.value is None and last is not node:
        wrong = f"has no value; it {wrong}"
    return diagnostic("bad-value", last.at, wrong)


_WRONG = {
    "string_type": "must be text",
    "string_too_short": "must not be empty",
    "string_too_long": "is too long",
    "tuple_type": "must be a list",
    "list_type": "must be a list",
    "dict_type": "must be a mapping",
    "mapping_type": "must be a mapping",
    "dataclass_type": "must be a mapping",
    "dataclass_exact_type": "must be a mapping",
    "bool_parsing": "must be true or false",
    "bool_type": "must be true or false",
    "int_parsing": "must be a whole number",
    "int_type": "must be a whole number",
}


def _walk(node: Node, route: tuple[int | str, ...]) -> tuple[Node, Node]:
    """Follow a route of keys and indices as far as possible; return the last two nodes."""
    holder = last = node
    for step in route:
        following = None
        if isinstance(step, int) and step < len(last.elements()):
            following = last.elements()[step]
        elif isinstance(step, str):
            following = last.get(step)
        if following is not None:
            holder, last = last, following
        elif last.is_mapping:
            holder = last
    return holder, last


_SCHEMAS: dict[type[Any], dict[str, Any]] = {}
"""One per form: making one for each unknown key took longer than all else."""


def _keys_beside(form: type[Any], route: tuple[int | str, ...]) -> list[str]:
    """List the keys that the mapping at a route may have, from the form's own schema."""
    if form not in _SCHEMAS:
        _SCHEMAS[form] = schema(form)
    whole = _SCHEMAS[form]
    part: Any = whole
    for step in route[:-1]:
        part = _resolve(part, whole)
        if isinstance(step, int):
            part = part.get("items", {})
        else:
            part = part.get("properties", {}).get(step) or part.get("additionalProperties") or {}
    return list(_resolve(part, whole).get("properties", {}))


def _resolve(part: object, whole: dict[str, Any]) -> dict[str, Any]:
    if not isinstance(part, dict):
        return {}
    for option in part.get("anyOf", ()):
        if option.get("type") != "null":
            return _resolve(option, whole)
    if "$ref" in part:
        target = part["$ref"].rsplit("/", 1)[-1]
        return _resolve(whole.get("$defs", {}).get(target, {}), whole)
    return part
