"""What is written is checked: codes, keys, commands and examples of the docs."""

from __future__ import annotations

import re
import shutil
import tomllib
from dataclasses import fields
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from briefing.cli import main
from briefing.cli.commands import NAMES
from briefing.diagnostics import CODES
from briefing.load import keys
from briefing.load.claims import read_claims
from briefing.load.publishers import read_publishers
from briefing.load.settings import read_settings
from briefing.load.sources import read_sources

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
MARKDOWN = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(DOCS.rglob("*.md"))]


def test_every_code_has_its_heading_and_every_heading_its_code() -> None:
    headings = re.findall(r"^### (\S+)$", (DOCS / "diagnostics.md").read_text(), re.MULTILINE)
    assert sorted(headings) == sorted(CODES)


def test_the_floors_are_those_that_are_kept() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())
    (law,) = (
        one for one in settings["tool"]["importlinter"]["contracts"] if one["type"] == "layers"
    )
    drawn = re.search(
        r"^```\n(cli\n.*?)\n```$", (DOCS / "architecture.md").read_text(), re.MULTILINE | re.DOTALL
    )
    assert drawn is not None
    assert drawn[1].split("\n") == law["layers"]


@pytest.mark.parametrize(
    "form",
    [
        keys.SettingsForm,
        keys.SourceForm,
        keys.PublisherForm,
        keys.ClaimForm,
        keys.ItemForm,
        keys.GradeForm,
    ],
)
def test_every_key_is_described(form: type) -> None:
    written = (DOCS / "annotations.md").read_text()
    missing = [
        name
        for name in (field.name.rstrip("_") for field in fields(form))
        if not re.search(rf"`{name}[`:]|^\s*-? ?{name}:", written, re.MULTILINE)
    ]
    assert missing == []


def test_every_command_is_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text()
    assert [name for name in NAMES if f"`briefing {name}`" not in readme] == []


@pytest.mark.parametrize("command", NAMES)
def test_every_command_and_option_explains_itself(command: str) -> None:
    assert isinstance(main, click.Group)
    held = main.get_command(click.Context(main), command)
    assert held is not None
    assert held.help
    assert all(option.help for option in held.params if isinstance(option, click.Option))
    result = CliRunner().invoke(main, [command, "--help"])
    assert result.exit_code == 0


@pytest.mark.parametrize("page", MARKDOWN, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_between_pages_resolve(page: Path) -> None:
    targets = re.findall(r"\]\((?!https?://|#)([^)#]+)", page.read_text())
    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_the_readme_shows_what_is_really_printed(tmp_path: Path) -> None:
    readme = (ROOT / "README.md").read_text()
    claims = re.search(r"```yaml\n(.*?)```", readme, re.DOTALL)
    printed = re.search(r"```\n\$ briefing check\n(.*?)```", readme, re.DOTALL)
    assert claims is not None
    assert printed is not None
    root = tmp_path / "project"
    shutil.copytree(ROOT / "tests" / "sites" / "small", root)
    (root / "content/claims/cost.yaml").write_text(claims[1])
    (root / "content/topics/cost.md").write_text("Nothing is cited here.\n")
    result = CliRunner().invoke(main, ["check", "-f", str(root)])
    assert result.stdout.rstrip("\n") == printed[1].rstrip("\n")


@pytest.mark.parametrize("page", MARKDOWN, ids=lambda page: page.name)
def test_nobody_is_told_to_install_another_project_of_this_name(page: Path) -> None:
    assert re.findall(r"""\binstall [^`\n]*['" ]briefing\b(?!\.).*""", page.read_text()) == []


@pytest.mark.parametrize("name", ["sources.yaml", "publishers.yaml", "claims"])
def test_the_examples_of_the_file_formats_are_read_without_a_mistake(name: str) -> None:
    page = (DOCS / "annotations.md").read_text()
    blocks = re.findall(r"^## (\S+).*?```yaml\n(.*?)```", page, re.DOTALL | re.MULTILINE)
    text = next(text for heading, text in blocks if name in heading)
    if name == "claims":
        assert read_claims(text, "content/claims/x.yaml", {}).found == ()
    elif name == "sources.yaml":
        assert read_sources(text, "excerpts")[2] == ()
    else:
        assert read_publishers(text)[2] == ()


def test_the_example_configuration_is_read_without_a_mistake() -> None:
    page = (DOCS / "annotations.md").read_text()
    text = re.search(r"## briefing\.yaml\n\n```yaml\n(.*?)```", page, re.DOTALL)
    assert text is not None
    settings, found = read_settings(text[1])
    assert found == ()
    assert settings is not None


def test_every_promise_names_tests_that_exist() -> None:
    promised = (DOCS / "security.md").read_text().split("## What is promised")[1].split("\n## ")[0]
    for promise in promised.strip().split("\n\n"):
        named = re.findall(r"`(tests/[\w./]+)`", promise.partition("Tests:")[2])
        assert named, promise
        assert [path for path in named if not (ROOT / path).is_file()] == []


def test_where_things_go_names_what_exists() -> None:
    table = (ROOT / "CONTRIBUTING.md").read_text().split("## Where does X go?")[1].split("\n## ")[0]
    paths = re.findall(r"`([\w./-]*/[\w./-]*|README\.md)`", table)
    assert len(paths) > 20
    assert [path for path in paths if not (ROOT / path).exists()] == []
