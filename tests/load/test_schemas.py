"""The schemas in `schemas/` are those of the forms, and the example's own files pass them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from briefing import resources
from briefing.load.schemas import author_schemas

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
