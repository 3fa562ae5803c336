"""No site is published as part of itself: an output never overlaps what the site is made from."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from briefing import load, resources
from briefing.cli import main
from briefing.publish import overlap
from tests.conftest import ProjectMaker
from tests.test_cli import GOOD

STYLE = {"static/own.css": "p {}\n", "templates/search.html": "Search.\n"}
ELSEWHERE = {
    "articles/one.txt": GOOD["seeds/one.txt"],
    "content/sources.yaml": GOOD["content/sources.yaml"].replace("one.txt", "articles/one.txt"),
}


def build(root: Path, out: Path) -> tuple[int, str]:
    done = CliRunner().invoke(
        main, ["build", "-f", str(root), "-o", str(out)], catch_exceptions=False
    )
    return done.exit_code, done.stdout


def tree(root: Path) -> dict[str, tuple[int, bytes]]:
    return {
        path.relative_to(root).as_posix(): (
            path.lstat().st_mode, path.read_bytes() if path.is_file() else b""
        )
        for path in root.rglob("*")
    }  # fmt: skip


def refused(root: Path, out: Path) -> str:
    """Hold that building there is refused for the overlap and changes nothing; return the report."""
    before = tree(root)
    status, printed = build(root, out)
    assert (status, printed.count("[output-refused]")) == (1, 1)
    assert "from which the site is made" in printed
    assert tree(root) == before
    return printed


@pytest.mark.parametrize(
    "name",
    ["static/out", "static", "static/a/b/c", "content/x", "content/claims", "content/topics/x",
     "seeds/x", "seeds", "templates/x", "templates", ".", "", "..", "static/../content/x",
     "site/../static/x", "briefing.yaml/x"],
)  # fmt: skip
def test_an_output_that_overlaps_an_input_is_refused(project: ProjectMaker, name: str) -> None:
    root = project({**GOOD, **STYLE})
    refused(root, Path(os.path.join(root, name)))  # noqa: PTH118 (a Path drops what is tested)


@pytest.mark.parametrize("name", ["static", "static/out", "templates/x"])
def test_an_input_that_does_not_exist_yet_counts(project: ProjectMaker, name: str) -> None:
    refused(root := project(GOOD), root / name)


def test_the_folder_of_an_article_may_hold_the_output_but_not_be_it(project: ProjectMaker) -> None:
    root = project({**GOOD, **ELSEWHERE})
    (root / "seeds/one.txt").unlink()
    refused(root, root / "articles")
    refused(root, root / "articles/one.txt/x")
    assert build(root, root / "articles/site") == (0, "")


def test_links_are_followed(project: ProjectMaker, tmp_path: Path) -> None:
    root = project({**GOOD, **STYLE})
    (tmp_path / "elsewhere").symlink_to(root / "static")
    refused(root, tmp_path / "elsewhere/out")
    (root / "site").mkdir()
    (root / "shown").symlink_to("site")
    shutil.rmtree(root / "static")
    (root / "static").symlink_to("site")
    refused(root, root / "site")
    refused(root, root / "shown/deep")
    (tmp_path / "project-link").symlink_to(root)
    refused(root, tmp_path / "project-link/content/out")


def test_one_folder_under_two_names_is_one_folder(project: ProjectMaker, tmp_path: Path) -> None:
    root = project({**GOOD, **STYLE})
    other = tmp_path / "other"
    other.mkdir()
    mount = ["mount", "--bind", str(root / "static"), str(other)]
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        # Only root may mount; a file with two names is the next best.
        (other / "own.css").hardlink_to(root / "static/own.css")
        assert overlap(other / "own.css", load.inputs(root, ["static/own.css"])) is not None
        return
    try:
        refused(root, other / "out")
        refused(root, other)
    finally:
        subprocess.run(["umount", str(other)], check=True)


@pytest.mark.parametrize("folder", [resources.static(), resources.templates()])
def test_the_package_s_own_files_are_inputs_too(folder: Path) -> None:
    found = overlap(folder / "out", load.inputs(Path("nowhere")))
    assert found is not None
    assert f"is inside {folder}" in found.message


@pytest.mark.parametrize("name", ["site", "statics", "contents/x", "out/static", "a/content"])
def test_other_folders_may_be_the_output(project: ProjectMaker, name: str) -> None:
    root = project({**GOOD, **STYLE})
    for _ in range(2):
        assert build(root, root / name) == (0, "")


def test_the_message_says_how_they_overlap(project: ProjectMaker) -> None:
    root = project({**GOOD, **STYLE})
    assert "/static/x: it is inside " in refused(root, root / "static/x")
    assert "/static: it is " in refused(root, root / "static")
    assert "project: it contains " in refused(root, root)


@pytest.mark.parametrize("mode", [0o755, 0o700, 0o2775])
def test_empty_folders_that_nobody_marked_as_ours_are_refused_and_left_alone(
    project: ProjectMaker, mode: int
) -> None:
    root = project(GOOD)
    (root / "site/a/b").mkdir(parents=True)
    (root / "site").chmod(mode)
    before = tree(root)
    status, printed = build(root, root / "site")
    assert status == 1
    assert "it holds 'a' and 1 more, which publishing did not make" in printed
    assert tree(root) == before


def test_empty_folders_in_a_site_of_ours_are_removed(project: ProjectMaker) -> None:
    root = project(GOOD)
    assert build(root, root / "site")[0] == 0
    (root / "site/a/b").mkdir(parents=True)
    (root / "content/index.md").write_text("Tickets are sold there.\n")
    assert build(root, root / "site")[0] == 0
    assert not (root / "site/a").exists()
