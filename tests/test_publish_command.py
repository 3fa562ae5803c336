"""`briefing publish` puts the built site on a branch, or into one file, and touches nothing else."""

from __future__ import annotations

import subprocess
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from briefing.cli import main
from briefing.cli import publish as command
from tests.conftest import ProjectMaker
from tests.test_cli import GOOD, WARNED, WRONG
from tests.test_differing import git


@pytest.fixture
def root(project: ProjectMaker, tmp_path: Path) -> Path:
    """Make a repository of a project with a bare remote."""
    root = project({**GOOD, ".gitignore": "/site/\n"})
    remote = tmp_path / "remote.git"
    subprocess.run(["git", "init", "-q", "--bare", remote], check=True)
    git(root, "init", "-q", "-b", "main")
    for key, value in (("user.name", "A"), ("user.email", "a@example.org")):
        git(root, "config", key, value)
    git(root, "remote", "add", "origin", str(remote))
    git(root, "add", ".")
    git(root, "commit", "-qm", "First.")
    return root


def publish(root: Path, *given: str) -> Result:
    return CliRunner().invoke(main, ["publish", "-f", str(root), *given], catch_exceptions=False)


def test_the_site_is_the_whole_of_the_branch_and_nothing_else_changes(root: Path) -> None:
    done = publish(root)
    assert done.exit_code == 0, done.stderr
    assert done.stderr.endswith("pushed to origin\n")
    files = git(root, "ls-tree", "-r", "--name-only", "gh-pages").splitlines()
    site = {
        path.relative_to(root / "site").as_posix()
        for path in (root / "site").rglob("*")
        if path.is_file()
    }
    assert set(files) == site
    assert {".nojekyll", "index.html"} <= site
    assert git(root, "status", "--porcelain") == ""
    assert git(root, "symbolic-ref", "--short", "HEAD") == "main"
    remote = git(root, "ls-remote", "origin", "refs/heads/gh-pages").split()[0]
    assert remote == git(root, "rev-parse", "gh-pages")


@pytest.mark.slow
def test_again_it_adds_a_commit_only_for_another_site(root: Path, project: ProjectMaker) -> None:
    publish(root)
    assert "gh-pages: already holds this site\npushed" in publish(root).stderr
    project({"content/index.md": "Tickets are sold out.\n"})
    assert publish(root, "-m", "More.").exit_code == 0
    assert git(root, "log", "--format=%s", "gh-pages").splitlines() == [
        "More.", "Publish the briefing",
    ]  # fmt: skip


def test_what_others_published_is_kept_below(root: Path) -> None:
    publish(root)
    git(root, "branch", "-D", "gh-pages")
    (root / "content/index.md").write_text("Tickets are gone.\n")
    assert publish(root).exit_code == 0
    assert git(root, "rev-list", "--count", "gh-pages") == "2"


@pytest.mark.parametrize(("files", "status"), [(WRONG, 1), (WARNED, 1)])
def test_findings_keep_everything_back(
    files: dict[str, str], status: int, root: Path, project: ProjectMaker
) -> None:
    project(files)
    assert publish(root).exit_code == status
    assert git(root, "branch", "--list", "gh-pages") == ""


@pytest.mark.slow
def test_whole_articles_need_a_word(root: Path, project: ProjectMaker) -> None:
    sources = "one: {file: one.txt, title: One, publisher: daily, publish: full}\n"
    project({"content/sources.yaml": sources})
    refused = publish(root)
    assert refused.exit_code == 1
    assert (
        "refused: the site shows whole articles (one)\n  = help: to publish them" in refused.stderr
    )
    assert git(root, "branch", "--list", "gh-pages") == ""
    assert publish(root, "--no-push").exit_code == 0
    assert git(root, "ls-remote", "origin") == ""
    assert publish(root, "--full-articles").exit_code == 0


def test_a_site_that_is_too_large_is_refused(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "_MOST_BYTES", 1000)
    refused = publish(root)
    assert refused.exit_code == 1
    assert "GitHub Pages takes 1 GB" in refused.stderr


@pytest.mark.parametrize(
    ("branch", "message"),
    [
        ("main", "refused: main is checked out here"),
        ("work", "refused: the branch work does not hold a built site"),
        ("a..b", "refused: 'a..b' is not a valid branch name"),
    ],
)
def test_no_other_branch_is_overwritten(branch: str, message: str, root: Path) -> None:
    git(root, "branch", "work")
    before = git(root, "rev-parse", "main", "work")
    refused = publish(root, "--branch", branch, "--no-push")
    assert (refused.exit_code, message in refused.stderr) == (1, True), refused.stderr
    assert git(root, "rev-parse", "main", "work") == before


def test_a_project_in_no_repository(project: ProjectMaker) -> None:
    refused = publish(project(GOOD))
    assert refused.stderr.endswith("refused: this is not a git repository: run git init\n")


def test_a_remote_that_is_not_there(root: Path) -> None:
    refused = publish(root, "--remote", "nowhere")
    assert refused.exit_code == 1
    told = "refused: there is no remote 'nowhere': run git remote add nowhere ADDRESS\n"
    assert told in refused.stderr


def test_who_is_not_known_to_git_is_told_what_to_type(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in (
        "GIT_AUTHOR_NAME",
        "GIT_AUTHOR_EMAIL",
        "GIT_COMMITTER_NAME",
        "GIT_COMMITTER_EMAIL",
        "EMAIL",
    ):
        monkeypatch.delenv(name, raising=False)
    git(root, "config", "user.useConfigOnly", "true")
    for name in ("user.name", "user.email"):
        git(root, "config", name, "")
    refused = publish(root, "--no-push")
    assert (
        "refused: git needs your name and address: run git config user.name NAME" in refused.stderr
    )


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("notes.txt", "notes.txt exists and is not a zip file\n"),
        ("none/site.zip", "none\n"),
    ],
)
def test_a_zip_takes_the_place_of_no_other_file(
    name: str, why: str, project: ProjectMaker, tmp_path: Path
) -> None:
    (tmp_path / "notes.txt").write_text("Mine.\n")
    refused = publish(project(GOOD), "--zip", str(tmp_path / name))
    assert (refused.exit_code, refused.stderr.endswith(why)) == (2, True)
    assert (tmp_path / "notes.txt").read_text() == "Mine.\n"


@pytest.mark.slow
def test_one_file_to_hand_over_needs_no_git(project: ProjectMaker, tmp_path: Path) -> None:
    root = project(GOOD)
    target = tmp_path / "handed over.zip"
    assert publish(root, "--zip", str(target)).exit_code == 0
    first = target.read_bytes()
    with zipfile.ZipFile(target) as packed:
        names = packed.namelist()
        assert names == sorted(names)
        assert "handed over/index.html" in names
        assert packed.read("handed over/index.html") == (root / "site/index.html").read_bytes()
    assert publish(root, "--zip", str(target)).exit_code == 0
    assert target.read_bytes() == first
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []
