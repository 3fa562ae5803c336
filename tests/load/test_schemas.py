"""The schemas in `schemas/` are those of the forms, and the example's own files pass them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from briefing import resources
from briefing.load.schemas import author_schemas, described_keys

ROOT = Path(__file__).parent.parent.parent
SMALL = ROOT / "tests" / "sites" / "small"
FILES = {
    "briefing.schema.json": ["briefing.yaml"],
    "sources.schema.json": ["content/sources.yaml"],
    "publishers.schema.json": ["content/publishers.yaml"],
    "claims.schema.json": sorted(
        f"content/claims/{path.name}" for path in (ROOT / "content" / "claims").glob("*.yaml")
    ),
}


@pytest.mark.parametrize("name", sorted(FILES))
def test_the_schemas_are_current(name: str, update: bool) -> None:
    path = resources.schemas() / name
    made = json.dumps(author_schemas()[name], indent=1, ensure_ascii=False) + "\n"
    if update:
        path.write_text(made)
    assert path.read_text() == made


@pytest.mark.parametrize("name", sorted(FILES))
def test_the_briefing_itself_passes(name: str) -> None:
    validator = Draft202012Validator(author_schemas()[name])
    paths = [ROOT / file for file in FILES[name]]
    paths.append(SMALL / ("content/claims/cost.yaml" if "claims" in name else FILES[name][0]))
    for path in paths:
        assert [error.message for error in validator.iter_errors(read(path.read_text()))] == []


def keys_of(name: str) -> list[tuple[str, str, dict[str, Any]]]:
    """List the properties of a schema as (form, key, how it is described)."""
    whole = author_schemas()[name]
    parts = {"the file": whole, **whole["$defs"]}
    return [
        (form, key, described)
        for form, part in parts.items()
        for key, described in part.get("properties", {}).items()
    ]


@pytest.mark.parametrize("name", sorted(FILES))
def test_an_editor_is_told_what_each_key_means_with_an_example_that_passes(name: str) -> None:
    whole = author_schemas()[name]
    for form, key, described in keys_of(name):
        assert described.get("description"), (form, key)
        validator = Draft202012Validator({**described, "$defs": whole["$defs"]})
        for example in described["examples"]:
            found = [error.message for error in validator.iter_errors(example)]
            assert found == [], (form, key, found)


def test_the_table_of_keys_names_no_key_that_there_is_not() -> None:
    there = {(form, key) for name in FILES for form, key, _ in keys_of(name)}
    there |= {
        ("SettingsForm", key) for key in author_schemas()["briefing.schema.json"]["properties"]
    }
    there |= {("ClaimsForm", key) for key in author_schemas()["claims.schema.json"]["properties"]}
    named = {(form, key) for form, keys in described_keys().items() for key in keys}
    assert named - there == set()


def read(text: str) -> object:
    """Read YAML as editors do: by the core schema of YAML 1.2."""
    return core(yaml.load(text, Loader=yaml.BaseLoader))  # noqa: S506 (builds texts only)


def core(value: object) -> object:
    if isinstance(value, dict):
        return {key: core(held) for key, held in value.items()}
    if isinstance(value, list):
        return [core(element) for element in value]
    if value in ("true", "false"):
        return value == "true"
    return int(value) if isinstance(value, str) and re.fullmatch(r"-?\d+", value) else value


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("briefing.schema.json", "titel: t\ntopics: []\n"),
        ("sources.schema.json", "a: {file: a.txt}\n"),
        ("publishers.schema.json", "a: {name: A, grade: {reliability: G}}\n"),
        ("claims.schema.json", "topic: t\nclaims: {a: {claim: c, kind: rumour}}\n"),
        ("claims.schema.json", "topic: t\nclaims: {a: {claim: c, for: [{a: b, c: d}]}}\n"),
    ],
)
def test_a_mistake_does_not_pass(name: str, text: str) -> None:
    described = author_schemas()[name]
    Draft202012Validator.check_schema(described)
    assert list(Draft202012Validator(described).iter_errors(read(text)))
