"""`briefing doctor`: each thing that is not well is told with what to type."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest
from click.testing import CliRunner

from briefing import authoring
from briefing.cli import main
from briefing.doctor import Remark, remarks
from briefing.load import Installed, Repository, Surroundings, read_surroundings

WELL = Surroundings(
    version="1.2.0",
    python="3.14.0",
    installed=Installed("briefing[pdf,search]==1.2.0"),
    extras=MappingProxyType({"pdf": "7.1", "search": "1.5"}),
    root=Path("/p"),
    site_url="https://ann.github.io/harbour/",
    repository=Repository("main", "git@github.com:ann/harbour.git", "*.bak\n/site/\n"),
    workflow='- run: python3 -m pip install "briefing[pdf,search]==1.2.0"\n',
    schemas=Path("/s"),
)
WHEEL = '- run: python3 -m pip install "./wheels/briefing-1.2.0-py3-none-any.whl[pdf]"\n'


def wrong(found: Surroundings) -> list[Remark]:
    return [remark for remark in remarks(found) if remark.state != "ok"]


def test_where_all_is_well_the_settings_of_pages_are_still_named() -> None:
    assert wrong(WELL) == []
    assert next(remarks(WELL)).text == "briefing 1.2.0 on Python 3.14.0"
    assert list(remarks(WELL))[-1].fix == "https://github.com/ann/harbour/settings/pages"


@pytest.mark.parametrize(
    ("found", "state", "text", "fix"),
    [
        (replace(WELL, root=None), "fail", "no briefing.yaml", "briefing new ."),
        (replace(WELL, extras={"pdf": None, "search": "1"}), "warn", "pypdf is missing", "'pypdf>=7'"),
        (replace(WELL, extras={"pdf": None, "search": "1"}, has_pdf=True), "fail", "pypdf is missing", "pypdf"),
        (replace(WELL, extras={"pdf": "7", "search": None}), "warn", "pagefind is missing", "pagefind-bin"),
        (replace(WELL, stale=("claims.schema.json",)), "warn", "schemas/claims.schema.json is from another",
         "cp '/s/claims.schema.json' schemas/"),
        (replace(WELL, foreign_fonts=("static/a.css",)), "warn", "static/a.css loads from another site", "static/"),
        (replace(WELL, repository=None), "warn", "no repository", "git init --initial-branch main"),
        (replace(WELL, repository=Repository("master", None, "site\n")), "warn", "on the branch 'master'",
         "git branch --move main"),
        (replace(WELL, repository=Repository("main", None, "")), "warn", "site is not ignored", ">> .gitignore"),
        (replace(WELL, workflow=None), "warn", "no .github/workflows/pages.yml", "briefing publish"),
        (replace(WELL, version="1.3.0"), "warn", "installs another version: briefing[pdf,search]==1.2.0",
         "write briefing[pdf,search]==1.2.0 into"),
        (replace(WELL, workflow=WHEEL), "fail", "wheels/briefing-1.2.0-py3-none-any.whl, which is missing",
         "pip wheel --no-deps -w wheels 'PATH-OF-THE-CHECKOUT'"),
        (replace(WELL, site_url=None), "warn", "without site_url", "site_url: https://ann.github.io/harbour/"),
    ],
)  # fmt: skip
def test_what_is_not_well(found: Surroundings, state: str, text: str, fix: str) -> None:
    (remark,) = wrong(found)
    assert remark.state == state
    assert text in remark.text
    assert fix in (remark.fix or "")


def test_a_wheel_in_the_project_is_what_its_workflow_installs() -> None:
    there = replace(
        WELL, workflow=WHEEL, wheels=frozenset({"wheels/briefing-1.2.0-py3-none-any.whl"})
    )
    assert wrong(there) == []
    assert [one.state for one in wrong(replace(there, version="1.3.0"))] == ["warn"]


def test_it_reads_what_files_tell(tmp_path: Path) -> None:
    root = tmp_path / "repository" / "project"
    wheel = ("wheels/briefing-9.whl", b"PK")
    authoring.new_project(root, Installed("./wheels/briefing-9.whl[pdf]", wheel=wheel))
    git = tmp_path / "repository" / ".git"
    git.mkdir()
    (git / "HEAD").write_text("ref: refs/heads/drafts\n")
    (git / "config").write_text(
        '[core]\n\tbare = false\n[remote "origin"]\n\turl = git@x:a/b.git\n'
    )
    found = read_surroundings(root)
    assert found.repository is not None
    assert (found.repository.branch, found.repository.remote) == ("drafts", "git@x:a/b.git")
    assert "/site/" in found.repository.ignored
    assert (found.wheels, found.stale, found.has_pdf) == (frozenset({wheel[0]}), (), False)
    (root / "schemas/claims.schema.json").write_text("{}\n")
    (root / "static").mkdir()
    (root / "static/x.css").write_text("@font-face { src: url(https://fonts.example.org/x) }\n")
    (root / "content/sources.yaml").write_text("a: {file: a.PDF, title: A}\n")
    found = read_surroundings(root)
    assert (found.stale, found.foreign_fonts) == (("claims.schema.json",), ("static/x.css",))
    assert found.has_pdf


def test_it_exits_by_whether_anything_fails(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    runner = CliRunner()
    printed = runner.invoke(main, ["doctor", "-f", str(tmp_path)], catch_exceptions=False)
    assert printed.exit_code == 1
    assert (
        "fail  no briefing.yaml in this folder or above\n      briefing new .\n" in printed.stdout
    )
    authoring.new_project(tmp_path, Installed("briefing==1"))
    printed = runner.invoke(main, ["doctor", "-f", str(tmp_path)], catch_exceptions=False)
    assert printed.exit_code == 0
    assert "warn  Pages: the workflow installs another version: briefing==1" in printed.stdout
