"""Describe the author's files as JSON Schemas, for editors that complete and check YAML.

The forms describe only the long forms; the short ones are added here. Editors read YAML's own numbers
and booleans, so these are allowed wherever text is.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from briefing.load import keys
from briefing.located import schema

Schema = dict[str, Any]

AUTHOR_SCHEMAS = (
    "briefing.schema.json",
    "sources.schema.json",
    "publishers.schema.json",
    "claims.schema.json",
)
"""The names of the schemas of author's files, in the order in which authors meet them."""
DIALECT = "https://json-schema.org/draft/2020-12/schema"
_TEXT: Schema = {"type": ["string", "number", "boolean"]}
_PAIR: Schema = {
    "type": "object",
    "minProperties": 1,
    "maxProperties": 1,
    "additionalProperties": _TEXT,
    "description": "The id of a source and the quoted words.",
}
_SHORT: Mapping[tuple[str, str], Schema] = {
    ("SourceForm", "publisher"): _TEXT,
    ("SourceForm", "published"): _TEXT,
    ("SourceForm", "ai_generated"): _TEXT,
    ("SourceForm", "derived_from"): _TEXT,
    ("SourceForm", "retracted"): _TEXT,
    ("SourceForm", "corrected"): _TEXT,
    ("SourceForm", "notes"): _TEXT,
    ("SourceForm", "omit"): _TEXT,
    ("PublisherForm", "notes"): _TEXT,
    ("ClaimForm", "aliases"): _TEXT,
    ("ItemForm", "because"): _TEXT,
}
"""The shorter way to write a key of a form."""
_ITEMS: Mapping[tuple[str, str], Schema] = {
    ("AuthorshipForm", "grounds"): {"anyOf": [_TEXT, _PAIR]},
    ("GradeForm", "grounds"): _PAIR,
    ("FlagForm", "grounds"): _PAIR,
    ("PublisherForm", "flags"): _TEXT,
}
"""The shorter way to write one element of a list."""
_ASKED_FOR: Mapping[str, tuple[str, ...]] = {"InferredForm": ("because",)}
"""Keys that the long form requires but the short form, read as the same type, does not."""


def author_schemas() -> Mapping[str, Schema]:
    """Return the schema of each kind of file by its name in `schemas/`."""
    return {
        "briefing.schema.json": _whole(keys.SettingsForm, "briefing.yaml"),
        "sources.schema.json": _entries(keys.SourceForm, "content/sources.yaml", "sources"),
        "publishers.schema.json": _entries(
            keys.PublisherForm, "content/publishers.yaml", "publishers"
        ),
        "claims.schema.json": _claims(),
    }


def _whole(form: type[Any], title: str) -> Schema:
    described = schema(form)
    held = described.pop("$defs", {})
    held[form.__name__] = {key: value for key, value in described.items() if key != "title"}
    for name, part in held.items():
        _shorten(name, part)
    definitions = {name: _loosen(part) for name, part in sorted(held.items())}
    root = definitions.pop(form.__name__)
    return {"$schema": DIALECT, "title": title, **root, "$defs": definitions}


def _entries(form: type[Any], title: str, key: str) -> Schema:
    """Describe a mapping from id to entry, which may be under a single key."""
    whole = _whole(form, title)
    definitions = whole.pop("$defs")
    entry = {name: part for name, part in whole.items() if name not in ("$schema", "title")}
    definitions[form.__name__] = entry
    mapping = {
        "type": "object",
        "additionalProperties": {"$ref": f"#/$defs/{form.__name__}"},
    }
    wrapped = {
        "type": "object",
        "properties": {key: mapping},
        "required": [key],
        "additionalProperties": False,
    }
    return {"$schema": DIALECT, "title": title, "anyOf": [wrapped, mapping], "$defs": definitions}


def _claims() -> Schema:
    whole = _whole(keys.ClaimsForm, "content/claims/*.yaml")
    for form in (keys.ClaimForm, keys.ItemForm):
        part = _whole(form, "")
        whole["$defs"] |= part.pop("$defs")
        whole["$defs"][form.__name__] = {
            key: value for key, value in part.items() if key not in ("$schema", "title")
        }
    item = {"anyOf": [_PAIR, {"$ref": "#/$defs/ItemForm"}]}
    properties = whole["$defs"]["ClaimForm"]["properties"]
    for name in ("quotes", "for", "against", "mentions"):
        properties[name]["items"] = item
    whole["properties"]["claims"] = {
        key: value
        for key, value in whole["properties"]["claims"].items()
        if key in ("description", "examples")
    } | {
        "type": "object",
        "additionalProperties": {"$ref": "#/$defs/ClaimForm"},
    }
    return whole


@cache
def described_keys() -> Mapping[str, Mapping[str, tuple[str, Any]]]:
    """Return what each key of a form means, with an example, by the names of both."""
    held = tomllib.loads((files(__package__) / "keys.toml").read_text(encoding="utf-8"))
    return {
        form: {key: (meaning, example) for key, (meaning, example) in meant.items()}
        for form, meant in held.items()
    }


def _shorten(form: str, part: Schema) -> None:
    """Add the short form of each key, and what the key means."""
    if form in _ASKED_FOR:
        part["required"] = [*part.get("required", ()), *_ASKED_FOR[form]]
    for name, described in part.get("properties", {}).items():
        if (form, name) in _ITEMS:
            described["items"] = {"anyOf": [_ITEMS[form, name], described["items"]]}
        if (form, name) in _SHORT:
            options = described.pop("anyOf", None) or [dict(described)]
            described.clear()
            described["anyOf"] = [_SHORT[form, name], *options]
        if name in described_keys().get(form, {}):
            meaning, example = described_keys()[form][name]
            described |= {"description": meaning, "examples": [example]}


def _loosen(part: Any) -> Any:  # noqa: ANN401 (any JSON)
    """Allow numbers and booleans for text, and drop what does not help an author."""
    if isinstance(part, list):
        return [_loosen(element) for element in part]
    if not isinstance(part, dict):
        return part
    kept = {
        key: value if key == "examples" else _loosen(value)
        for key, value in part.items()
        if key not in ("default", "maxLength") and not (key == "title" and isinstance(value, str))
    }
    if "enum" in kept:
        digits = [int(option) for option in kept["enum"] if str(option).isdigit()]
        told = {key: kept[key] for key in ("description", "examples") if key in kept}
        return {"enum": [*kept["enum"], *digits], **told}
    return kept | _TEXT if kept.get("type") == "string" else kept
