"""Which folders and files a watcher has to look at."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefing.load import input_folders, is_input
from briefing.load.articles import SUFFIXES

if TYPE_CHECKING:
    from tests.conftest import ProjectMaker

ROOT = Path("/project")
FOLDERS = frozenset({ROOT, ROOT / "content", ROOT / "seeds", ROOT / "articles"})


def names(root: Path, *articles: str) -> set[str]:
    return {folder.relative_to(root).as_posix() for folder in input_folders(root, articles)}


def test_every_folder_below_the_four_trees_is_listed(project: ProjectMaker) -> None:
    root = project({"content/claims/a.yaml": "", "static/deep/down/a.css": "", "seeds/a.txt": ""})
    assert names(root) == {
        ".", "content", "content/claims", "static", "static/deep", "static/deep/down", "seeds",
    }  # fmt: skip


def test_other_folders_are_not_but_those_of_articles(project: ProjectMaker) -> None:
    root = project({".git/index": "", "site/index.html": "", "articles/old/a.txt": "", "b/a": ""})
    assert names(root) == {"."}
    assert names(root, "articles/old/a.txt", "missing/a.txt") == {".", "articles/old"}


def test_hidden_and_linked_folders_are_left_out(project: ProjectMaker, tmp_path: Path) -> None:
    root = project({"content/.cache/a": "", "static/a.css": ""})
    (tmp_path / "beside" / "deep").mkdir(parents=True)
    (root / "static" / "beside").symlink_to(tmp_path / "beside")
    assert names(root) == {".", "content", "static"}


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("briefing.yaml", True),
        ("content", True),
        ("templates", True),
        *((f"article{suffix}", True) for suffix in SUFFIXES),
        ("articles", True),
        ("site", False),
        ("dev.py", False),
        (".git", False),
        ("content/index.md", True),
        ("content/new", True),
        ("seeds/a.unknown", True),
        ("content/.index.md.swp", False),
    ],
)
def test_only_what_is_read_counts(path: str, *, expected: bool) -> None:
    assert is_input(ROOT, FOLDERS, ROOT / path) is expected


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_an_article_in_the_root_counts_whatever_its_ending(suffix: str) -> None:
    assert is_input(ROOT, FOLDERS, ROOT / f"article{suffix}")
