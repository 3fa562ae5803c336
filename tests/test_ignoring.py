"""Comments that ignore a finding in place: warnings and notes, with a reason, and never an error."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from briefing.cli import main
from briefing.located import ignores, parse
from tests.conftest import ProjectMaker

CLAIMS = """topic: cost
claims:
  quay:
    claim: The quay will open.
    for:
{item}
  pier:
    claim: The pier is long.
    for:
      - gazette: The pier is long
"""
FILES = {
    "briefing.yaml": "title: T\ntopics: [{id: cost, title: Cost}]\n",
    "content/sources.yaml": "gazette: {title: A, file: a.txt, publisher: gazette}\n",
    "content/publishers.yaml": "gazette: {name: Gazette}\n",
    "content/index.md": "The quay.\n",
    "content/topics/cost.md": "The quay.\n",
    "seeds/a.txt": "Unless it rains the quay will not open. The pier is long.\nThe quay will open.\n",
}
SHORT = "      - gazette: the quay will … open"
LONG = "      - source: gazette\n        quote: the quay will … open"
WHY = "# briefing: ignore[sense-turned] it is the point"


def check(
    project: ProjectMaker, item: str, more: dict[str, str] | None = None, *options: str
) -> tuple[int, list[tuple[str, str, int, str, str | None]], str]:
    files = {**FILES, "content/claims/cost.yaml": CLAIMS.format(item=item), **(more or {})}
    given = ["check", "-f", str(project(files)), "--format", "json", *options]
    done = CliRunner().invoke(main, given, catch_exceptions=False)
    found = json.loads(done.stdout)["diagnostics"]
    keys = ("code", "file", "line", "message", "hint")
    said = CliRunner().invoke(main, [*given[:3], *options], catch_exceptions=False).stderr
    return done.exit_code, [tuple(one[key] for key in keys) for one in found], said


def test_without_a_comment_it_is_told(project: ProjectMaker) -> None:
    status, found, _ = check(project, SHORT, None, "--strict")
    assert status == 1
    assert {one[0] for one in found} == {"sense-turned"}


@pytest.mark.parametrize(
    "item",
    [
        f"{SHORT} {WHY}",
        f"      - gazette: 'the quay will … open' {WHY}",
        f"      {WHY}\n{SHORT}",
        f"{WHY}\n\n      # more\n{LONG}",
        LONG.replace("gazette\n", f"gazette\n        {WHY}\n"),
        f"      # briefing:ignore[quote-denies,sense-turned] it is\n{SHORT}",
    ],
)
def test_a_finding_is_ignored_on_its_line_or_in_the_entry_below(
    item: str, project: ProjectMaker
) -> None:
    status, found, said = check(project, item, None, "--strict")
    unused = [one for one in found if one[0] == "ignore-unused"]
    assert found == unused
    assert (status, len(unused)) == ((1, 1) if "quote-denies" in item else (0, 0))
    assert "ignored)" in said


def test_an_entry_ends_where_the_next_begins(project: ProjectMaker) -> None:
    item = f"      {WHY}\n      - gazette: The quay will open\n{SHORT}"
    _, found, _ = check(project, item)
    assert {one[0] for one in found} == {"sense-turned", "ignore-unused"}
    unused = next(one for one in found if one[0] == "ignore-unused")
    assert unused == (
        "ignore-unused", "content/claims/cost.yaml", 6, "there is no 'sense-turned' here to ignore",
        "delete the comment",
    )  # fmt: skip


def test_an_error_is_never_ignored(project: ProjectMaker) -> None:
    why = "# briefing: ignore[quote-not-found] never mind"
    status, found, _ = check(project, f"      - gazette: no such words {why}")
    assert status == 1
    assert [one[0] for one in found] == ["quote-not-found", "ignore-wrong"]
    assert found[1][2:] == (
        6,
        "'quote-not-found' is an error here, and errors are not ignored",
        "fix it, then delete the comment",
    )


def test_nor_is_what_the_project_makes_an_error(project: ProjectMaker) -> None:
    strict = FILES["briefing.yaml"] + "severities: {sense-turned: error}\n"
    status, found, _ = check(project, f"{SHORT} {WHY}", {"briefing.yaml": strict})
    assert status == 1
    assert {one[0] for one in found} == {"sense-turned", "ignore-wrong"}


def test_an_error_hides_what_is_unused(project: ProjectMaker) -> None:
    item = f"      - gazette: no such words\n      {WHY}\n      - gazette: The quay will open"
    _, found, _ = check(project, item)
    assert [one[0] for one in found] == ["quote-not-found"]


@pytest.mark.parametrize(
    ("comment", "column", "message"),
    [
        ("# briefing: ignore", 1, "names no code to ignore"),
        ("# briefing: ignore[] why", 1, "names no code to ignore"),
        ("# briefing: ignore[sense-turned]", 1, "does not say why"),
        ("# briefing: ignore[sense-turnt] why", 20, "no code 'sense-turnt'"),
    ],
)
def test_a_comment_that_is_wrong_ignores_nothing(comment: str, column: int, message: str) -> None:
    held, (found,) = ignores(f"\ufeff{comment}\na: b\n", "f.yaml")
    assert held == ()
    assert (found.code, found.at.line, found.at.column, found.message) == (
        "ignore-wrong", 1, column, message,
    )  # fmt: skip
    assert found.hint


@pytest.mark.parametrize(
    "text",
    [
        f"a: '{WHY}'\n",
        f"a: >-\n  one\n  {WHY}\n  two\n",
        f"a: |\n  {WHY}\n",
        f'a: "x\n  {WHY}\n  y"\n',
        f"a: x{WHY}\n",
        f"a: [\n{WHY}\n",
    ],
)
def test_words_of_a_text_are_no_comment(text: str) -> None:
    assert ignores(text, "f.yaml") == ((), ())


def test_only_such_a_comment_may_follow_a_plain_text() -> None:
    root, found = parse(f"a: words {WHY}\nb: words # more\n", "f.yaml")
    assert root is not None
    assert found == ()
    assert [(node.text, node.cut) for _, node in root.entries()] == [
        ("words", False), ("words", True),
    ]  # fmt: skip


def test_a_build_ignores_too(project: ProjectMaker, tmp_path: Path) -> None:
    files = {**FILES, "content/claims/cost.yaml": CLAIMS.format(item=f"{SHORT} {WHY}")}
    given = ["build", "--strict", "-f", str(project(files)), "-o", str(tmp_path / "site")]
    assert CliRunner().invoke(main, given, catch_exceptions=False).exit_code == 0
