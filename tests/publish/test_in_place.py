"""An output that nobody can rename, such as a container's volume, is brought up to date in place."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefing.publish import Published, PublishProblem, publish
from tests.publish.conftest import INNER

if TYPE_CHECKING:
    from tests.publish.conftest import Disk, PagesOf

SITES = (
    {"index.html": b"1", "a/b.html": b"1", "c": b"1"},
    {"index.html": b"2", "a/b.html": b"1", "c/d": b"2"},
    {"index.html": b"2", "a": b"3"},
)


@pytest.fixture(params=["tmpfs", "bind", "simulated", "simulated, not known as a mount"])
def volume(request: pytest.FixtureRequest, tmp_path: Path, disk: Disk) -> Iterator[Path]:
    """Return a mount point: a real one where the tests may mount, and a simulated one anywhere."""
    out, other = tmp_path / "site", tmp_path / "other"
    out.mkdir()
    other.mkdir()
    commands = {
        "tmpfs": ["mount", "-t", "tmpfs", "tmpfs", str(out)],
        "bind": ["mount", "--bind", str(other), str(out)],
    }
    command = commands.get(request.param)
    if command and not subprocess.run(command, check=False, capture_output=True).returncode:
        disk.mounted = "site" if request.param == "tmpfs" else None
        yield out
        subprocess.run(["umount", str(out)], check=True)
        return
    disk.exchanges = False
    if request.param == "simulated, not known as a mount":
        disk.unmovable = "site"
    else:
        disk.mounted = "site"
    yield out


def test_a_volume_holds_each_site_whole(volume: Path, pages_of: PagesOf) -> None:
    for site in (*SITES, SITES[0]):
        assert isinstance(publish(site.items(), volume), Published)
        assert pages_of(volume) == site
    again = publish(SITES[0].items(), volume)
    assert isinstance(again, Published)
    assert (again.written, again.removed) == (0, 0)


def test_what_is_not_ours_on_a_volume_is_left(volume: Path, pages_of: PagesOf) -> None:
    publish(SITES[0].items(), volume)
    (volume / "letter.txt").write_text("mine")
    result = publish(SITES[1].items(), volume)
    assert isinstance(result, PublishProblem)
    assert result.code == "output-not-ours"
    assert pages_of(volume) == {**SITES[0], "letter.txt": b"mine"}


def test_a_volume_is_ours_at_the_next_run_of_another_container(
    tmp_path: Path, disk: Disk, pages_of: PagesOf
) -> None:
    disk.mounted, out = "site", tmp_path / "site"
    (out / "lost+found").mkdir(parents=True)
    for site in SITES:
        assert isinstance(publish(site.items(), out), Published)
        assert [path.name for path in tmp_path.iterdir()] == ["site"]
        assert pages_of(out) == site
    assert (out / "lost+found").is_dir()


def test_what_the_output_holds_of_ours_may_be_deleted(
    tmp_path: Path, disk: Disk, pages_of: PagesOf
) -> None:
    disk.exchanges, disk.unmovable, out = False, "site", tmp_path / "site"
    publish(SITES[0].items(), out)
    (tmp_path / ".site.briefing/copying").touch()
    shutil.rmtree(tmp_path / ".site.briefing/standby", ignore_errors=True)
    (out / INNER / "incoming").mkdir(parents=True)
    assert isinstance(publish(SITES[1].items(), out), Published)
    assert pages_of(out) == SITES[1]
    assert not (out / INNER).exists()


@pytest.mark.parametrize("place", [INNER, f"{INNER}/incoming", f"{INNER}/standby"])
def test_no_link_in_a_volume_is_followed(tmp_path: Path, disk: Disk, place: str) -> None:
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    (theirs / "thesis").write_text("mine")
    disk.mounted, out = "site", tmp_path / "site"
    (out / place).parent.mkdir(parents=True)
    (out / place).symlink_to(theirs)
    assert isinstance(publish(SITES[0].items(), out), PublishProblem)
    assert [path.name for path in theirs.iterdir()] == ["thesis"]
