"""A build of what has not changed says again what the last one said; whatever changed is noticed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING
from unittest import mock

import pytest

from briefing import file_states, pipeline, program, search
from briefing.untouched import Run, Told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

HERE = Path(__file__).resolve().parent
SECRET = b"s" * 32
TOLD = Told("found\n", "1 note", 3)

pytestmark = pytest.mark.skipif(os.name == "nt", reason="no time of the last change is had there")


@pytest.fixture(autouse=True)
def unsearched() -> Iterator[None]:
    with mock.patch.object(search, "installed", return_value=False):
        yield


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = Path(shutil.copytree(HERE / "sites/small", tmp_path / "project"))
    (root / "elsewhere").mkdir()
    shutil.copy(next((root / "seeds").iterdir()), root / "elsewhere/more.txt")
    return root


def told(root: Path, secret: bytes | None = SECRET, *, strict: bool = False) -> Told | None:
    return Run(root, root / "site", secret, 0, strict=strict).told()


def build(root: Path, now: int, meanwhile: Callable[[], object] = int) -> None:
    run = Run(root, root / "site", SECRET, now, strict=False)
    assert run.told() is None
    built = pipeline.build(root, root / "site", secret=SECRET)
    assert built.published is not None
    meanwhile()
    run.tell(TOLD, (*built.examined.looked_at, "elsewhere/more.txt"), built.published.stamps)


@pytest.fixture
def built(root: Path) -> Path:
    build(root, now=time.time_ns() + 100_000_000_000)
    assert told(root) == TOLD
    return root


def rewrite(path: Path) -> None:
    """Change a byte of a file, and neither its size nor its time."""
    status = path.stat()
    data = path.read_bytes()
    path.write_bytes(data[:-2] + bytes([data[-2] ^ 1]) + data[-1:])
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


def replace_by_link(path: Path) -> None:
    aside = path.with_name(f"aside-{path.name}")
    path.rename(aside)
    path.symlink_to(aside)


def page(root: Path) -> Path:
    return root / "site/index.html"


@pytest.mark.parametrize("change", [
    lambda root: rewrite(root / "briefing.yaml"),
    lambda root: rewrite(root / "content/sources.yaml"),
    lambda root: rewrite(next((root / "seeds").iterdir())),
    lambda root: rewrite(root / "elsewhere/more.txt"),
    lambda root: (root / "elsewhere/more.txt").unlink(),
    lambda root: (root / "content/claims/new.yaml").write_text("claims: {}\n"),
    lambda root: (root / "content/index.md").unlink(),
    lambda root: (root / "static/__pycache__").mkdir(parents=True),
    lambda root: (root / "templates").mkdir(exist_ok=True),
    lambda root: replace_by_link(root / "content/sources.yaml"),
    lambda root: replace_by_link(root / "content"),
    lambda root: replace_by_link(root / "elsewhere"),
    lambda root: (root / ".briefing").mkdir() or (root / ".briefing/edits").write_text("[]"),
    lambda root: (root / "schemas").mkdir(),
    lambda root: page(root).unlink(),
    lambda root: page(root).write_bytes(page(root).read_bytes()),
    lambda root: (root / "site/more.html").write_text("more"),
    lambda root: (root / "site/more").mkdir(),
    lambda root: shutil.rmtree(root / "site"),
    lambda root: (root / ".site.briefing/kept").unlink(),
    lambda root: rewrite(root / ".site.briefing/told"),
    lambda root: (root / ".site.briefing/told").write_bytes(b""),
    lambda root: (root / ".site.briefing/previous").mkdir(),
])  # fmt: skip
def test_a_change_of_what_a_build_reads_or_made_is_noticed(
    built: Path, change: Callable[[Path], object]
) -> None:
    change(built)
    assert told(built) is None


def test_what_no_build_reads_may_change(built: Path) -> None:
    (built / "notes.md").write_text("for myself\n")
    (built / "content/.index.md.swp").write_text("of an editor\n")
    assert told(built) == TOLD


def test_other_options_another_account_or_program_are_noticed(built: Path) -> None:
    assert told(built, strict=True) is None
    assert told(built, b"t" * 32) is None
    assert told(built, None) is None
    assert Run(built, built / "other", SECRET, 0, strict=False).told() is None
    with mock.patch.object(search, "installed", return_value=True):
        assert told(built) is None
    with mock.patch.object(program, "environment", return_value=("another",)):
        assert told(built) is None


def test_a_project_that_was_copied_or_moved_is_built(built: Path) -> None:
    assert told(Path(shutil.copytree(built, built.with_name("copy")))) is None
    assert told(built.rename(built.with_name("moved"))) is None


@pytest.mark.parametrize("name", ["content/index.md", "elsewhere/more.txt", "content/new.md"])
def test_what_changes_while_a_build_runs_is_not_taken_for_what_it_read(
    root: Path, name: str
) -> None:
    build(root, time.time_ns(), meanwhile=lambda: (root / name).write_text("Something else.\n"))
    assert told(root) is None


def test_a_file_changed_twice_within_a_tick_of_the_clock_is_read(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("one")
    status, now = file.stat(), time.time_ns()
    file.write_text("two")
    second = file_states.row(str(file), status, now)
    file.write_text("one")
    assert file_states.row(str(file), status, now) != second
    later = now + 10_000_000_000
    assert file_states.row(str(file), status, later)[-1] == ""


def test_nothing_is_loaded_to_say_it_again(root: Path) -> None:
    code = (
        "import sys; sys.modules['pagefind_bin'] = None\n"
        "from briefing.cli import main\n"
        "try: main(['build'])\n"
        "finally: print('loaded' if 'briefing.pipeline' in sys.modules else 'not loaded')"
    )
    command = [sys.executable, "-c", code]
    said = [
        subprocess.run(command, cwd=root, capture_output=True, text=True, check=True)
        for _ in range(2)
    ]
    assert said[1].stdout == said[0].stdout.replace("loaded", "not loaded")
    counts = [one.stderr.splitlines() for one in said]
    assert counts[0][:-1] == counts[1][:-1]
    assert counts[1][-1].endswith("0 written, 0 removed")
