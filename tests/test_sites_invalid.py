"""Whole projects with a mistake: one diagnostic at its place, exit 1, the old site untouched."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from briefing.cli import main
from briefing.diagnostics import YIELDING

SITES = Path(__file__).parent / "sites"
INVALID = Path(__file__).parent / "sites_invalid"
CASES = sorted(path.name for path in INVALID.iterdir())
CONFIGURATION = {case for case in CASES if case.startswith("configuration-")}
SEVERAL = {"several-mistakes-at-once"}


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, arguments, catch_exceptions=False)
    return result.exit_code, result.stdout


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the small site that every invalid project was made from."""
    out = tmp_path_factory.mktemp("good") / "site"
    status, printed = run("build", "-f", str(SITES / "small"), "-o", str(out))
    assert (status, printed) == (0, "")
    assert (out / "index.html").is_file()
    return out


@pytest.mark.parametrize("case", CASES)
def test_a_mistake_is_told_and_the_old_site_stays(
    case: str, good: Path, tmp_path: Path, update: bool
) -> None:
    project, expected = tmp_path / "project", INVALID / case / "expected.txt"
    shutil.copytree(INVALID / case, project, ignore=shutil.ignore_patterns("expected.txt"))
    shutil.copytree(good, project / "site")
    status, printed = run("check", "-f", str(project))
    assert status == (2 if case in CONFIGURATION else 1)
    if update:
        expected.write_text(printed)
    assert printed == expected.read_text()
    assert printed.count(": error[") == (4 if case in SEVERAL else 1)
    status, _ = run("build", "-f", str(project), "-o", str(tmp_path / "out"))
    assert status != 0
    assert not (tmp_path / "out").exists()
    before = tree(project / "site")
    run("build", "-f", str(project))
    assert tree(project / "site") == before == tree(good)


@pytest.mark.parametrize("case", CASES)
def test_every_place_lies_in_a_file_that_is_there(case: str) -> None:
    found = json.loads(run("check", "-f", str(INVALID / case), "--format", "json")[1])[
        "diagnostics"
    ]
    assert found
    for at in (*found, *(related for one in found for related in one["related"])):
        lines = (INVALID / case / at["file"]).read_bytes().decode(errors="replace").split("\n")
        assert 1 <= at["line"] <= at.get("end_line", at["line"]) <= len(lines)
        assert 1 <= at["column"] <= len(lines[at["line"] - 1]) + 1


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES)
def test_an_error_that_a_project_lowers_lets_it_publish(case: str, tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(INVALID / case, project)
    printed = json.loads(run("check", "-f", str(project), "--format", "json")[1])
    codes = {one["code"] for one in printed["diagnostics"] if one["severity"] == "error"}
    if not codes <= YIELDING:
        return
    settings = project / "briefing.yaml"
    lowered = ", ".join(f"{code}: warning" for code in sorted(codes))
    settings.write_text(f"{settings.read_text()}severities: {{{lowered}}}\n")
    assert run("build", "-f", str(project))[0] == 0
    assert run("build", "-f", str(project), "--strict")[0] == 1
    published = json.loads((project / "site" / "data" / "briefing.json").read_text())
    assert all(item["spans"] for claim in published["claims"] for item in claim["evidence"])


def test_the_small_site_has_nothing_to_find() -> None:
    assert run("check", "--strict", "-f", str(SITES / "small")) == (0, "")
