from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefing.publish import Published, PublishProblem, publish, recover

if TYPE_CHECKING:
    from tests.publish.conftest import PagesOf

SITE = {"index.html": b"i", "claims/a.html": b"a"}


def code_for(out: Path) -> str:
    result = publish(SITE.items(), out)
    assert isinstance(result, PublishProblem), result
    return result.code


@pytest.mark.parametrize(
    "make",
    [
        lambda out: out.write_text("a file"),
        lambda out: out.symlink_to(out.parent),
        lambda out: out.symlink_to("nowhere"),
        os.mkfifo,
    ],
    ids=["file", "link", "dead link", "pipe"],
)
def test_what_is_not_a_folder_is_refused(out: Path, make: Callable[[Path], object]) -> None:
    make(out)
    assert code_for(out) == "output-not-a-folder"
    assert list(out.parent.iterdir()) == [out]


def test_the_root_of_the_disk_is_refused() -> None:
    assert code_for(Path("/")) == "output-not-a-folder"


def test_a_folder_of_somebody_elses_is_refused_and_nothing_is_left_beside_it(out: Path) -> None:
    (out / "deep").mkdir(parents=True)
    (out / "deep" / "thesis.txt").write_text("mine")
    assert code_for(out) == "output-not-ours"
    assert (out / "deep" / "thesis.txt").read_text() == "mine"
    assert list(out.parent.iterdir()) == [out]


def test_the_current_folder_is_judged_like_any_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = tmp_path / "project"
    project.mkdir()
    (project / "briefing.yaml").write_text("title: x")
    monkeypatch.chdir(project)
    assert code_for(Path()) == "output-not-ours"
    assert code_for(Path("content/..")) == "output-not-ours"


@pytest.mark.parametrize("name", ["CNAME", "claims/mine.html", ".git"])
def test_a_file_put_into_the_site_by_hand_is_never_lost(out: Path, name: str) -> None:
    publish(SITE.items(), out)
    (out / name).write_text("mine")
    assert code_for(out) == "output-not-ours"
    assert (out / name).read_text() == "mine"
    (out / name).unlink()
    assert isinstance(publish(SITE.items(), out), Published)


@pytest.mark.parametrize("name", ["mine", "index.html", "claims/a.html"])
def test_a_link_in_the_site_is_neither_followed_nor_removed(
    out: Path, tmp_path: Path, name: str
) -> None:
    publish(SITE.items(), out)
    secret = tmp_path / "secret"
    secret.write_bytes(SITE.get(name, b""))
    (out / name).unlink(missing_ok=True)
    (out / name).symlink_to(secret)
    assert code_for(out) == "output-not-ours"
    assert (out / name).is_symlink()
    assert secret.read_bytes() == SITE.get(name, b"")


def test_what_file_managers_leave_behind_is_no_obstacle(out: Path, pages_of: PagesOf) -> None:
    publish(SITE.items(), out)
    (out / ".DS_Store").write_bytes(b"x")
    (out / "claims" / "Thumbs.db").write_bytes(b"x")
    assert isinstance(publish(SITE.items(), out), Published)
    assert pages_of(out) == SITE


def test_a_site_without_its_record_is_not_taken_over(out: Path) -> None:
    publish(SITE.items(), out)
    made = out.parent / ".site.briefing" / "made"
    made.unlink()
    assert code_for(out) == "output-not-ours"


def test_a_site_that_was_deleted_is_written_again(out: Path, pages_of: PagesOf) -> None:
    publish(SITE.items(), out)
    out.rename(out.with_name("moved"))
    assert isinstance(publish(SITE.items(), out), Published)
    assert pages_of(out) == SITE


def test_the_hidden_folder_must_be_one(out: Path, tmp_path: Path) -> None:
    (tmp_path / ".site.briefing").symlink_to(tmp_path)
    assert code_for(out) == "output-not-a-folder"


def test_a_file_among_the_folders_above_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    result = publish(SITE.items(), tmp_path / "file" / "site")
    assert isinstance(result, PublishProblem)
    assert result.code == "output-failed"
    assert str(tmp_path / "file") in result.message


def test_git_sees_nothing_of_the_generation_beside_the_site(out: Path, tmp_path: Path) -> None:
    publish(SITE.items(), out)
    publish({**SITE, "index.html": b"j"}.items(), out)
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    status = subprocess.run(
        ["git", "status", "--porcelain", "-uall"], cwd=tmp_path, check=True, capture_output=True
    )
    assert status.stdout.decode().split() == ["??", "site/claims/a.html", "??", "site/index.html"]


def test_recovering_makes_nothing_where_nothing_was_published(out: Path, tmp_path: Path) -> None:
    assert recover(out) is None
    assert list(tmp_path.iterdir()) == []
