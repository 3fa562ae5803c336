from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from subprocess import PIPE
from typing import TYPE_CHECKING

import pytest

from briefing.cli import main, terminal
from briefing.publish import EditProblem, Published, PublishProblem, hold, lock, publish
from briefing.publish.lock import take
from tests.test_cli import GOOD

if TYPE_CHECKING:
    from tests.conftest import ProjectMaker
    from tests.publish.conftest import Disk, PagesOf

PUBLISH_ONE_PAGE = """
import sys
from pathlib import Path
from briefing.publish import publish
print(getattr(publish([("index.html", b"other")], Path(sys.argv[1])), "code", "published"))
"""


def published_by_another_process(out: Path) -> str:
    command = [sys.executable, "-c", PUBLISH_ONE_PAGE, str(out)]
    root = Path(__file__).parents[2]
    return subprocess.run(
        command, cwd=root, check=True, capture_output=True, text=True
    ).stdout.strip()


def test_a_second_run_is_told_that_one_is_under_way(out: Path, pages_of: PagesOf) -> None:
    others = []

    def pages() -> Iterator[tuple[str, bytes]]:
        others.append(published_by_another_process(out))
        nested = publish([("index.html", b"nested")], out)
        others.append(nested.code if isinstance(nested, PublishProblem) else "published")
        others.append(published_by_another_process(out))
        yield "index.html", b"mine"

    assert isinstance(publish(pages(), out), Published)
    assert others == ["output-busy"] * 3
    assert pages_of(out) == {"index.html": b"mine"}
    assert published_by_another_process(out) == "published"


def test_other_outputs_are_not_locked(out: Path) -> None:
    def pages() -> Iterator[tuple[str, bytes]]:
        assert isinstance(publish([("a", b"")], out.with_name("other")), Published)
        yield "index.html", b""

    assert isinstance(publish(pages(), out), Published)


def test_a_helper_process_that_outlives_a_killed_run_holds_no_lock(
    tmp_path: Path, disk: Disk
) -> None:
    path = tmp_path / "lock"
    until_closed, ours = os.pipe()
    helper_runs, tell = os.pipe()

    def run_with_a_helper() -> None:
        os.close(ours)
        assert take(path) is not None

        def help_until_the_test_ends() -> None:
            os.write(tell, b"!")
            os.read(until_closed, 1)

        disk.start(help_until_the_test_ends)
        os.read(until_closed, 1)

    child = disk.start(run_with_a_helper)
    os.read(helper_runs, 1)
    assert take(path) is None
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    lock = take(path)
    assert lock is not None
    with lock:
        os.close(ours)
    for descriptor in (until_closed, helper_runs, tell):
        os.close(descriptor)


def test_the_lock_is_free_again_after_each_way_out(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    for _ in range(2):
        lock = take(path)
        assert lock is not None
        with lock:
            assert take(path) is None


HOLD = """
import sys
from pathlib import Path
from briefing.publish import hold
with hold(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.readline()
"""


@pytest.mark.parametrize("elsewhere", [True, False])
def test_who_waits_for_the_project_says_so_once(
    project: ProjectMaker, monkeypatch: pytest.MonkeyPatch, *, elsewhere: bool
) -> None:
    root = project(GOOD)
    monkeypatch.setattr(lock, "SILENT_SECONDS", 0.05)
    said: list[str] = []
    told = threading.Event()

    def say(line: str, **_: object) -> None:
        said.append(line)
        told.set()

    monkeypatch.setattr(terminal, "say", say)
    with ExitStack() as holding:
        if elsewhere:
            other = holding.enter_context(
                subprocess.Popen(
                    [sys.executable, "-c", HOLD, str(root)],
                    cwd=Path(__file__).parents[2], stdin=PIPE, stdout=PIPE,
                )
            )  # fmt: skip
            assert other.stdout is not None
            assert other.stdout.readline() == b"held\n"
            holding.callback(other.communicate)
        else:
            mine = hold(root)
            assert not isinstance(mine, EditProblem)
            holding.enter_context(mine)
        arguments = ["lock", "-f", str(root), "-m", "why"]
        waits = threading.Thread(
            target=main.main, args=(arguments,), kwargs={"standalone_mode": False}
        )
        waits.start()
        assert told.wait(20)
    waits.join(20)
    assert said == ["another command is changing this project; waiting for it to finish"]
    assert "why" in (root / "content/changes.yaml").read_text()


def test_who_does_not_wait_says_nothing(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "SILENT_SECONDS", 0.01)
    said: list[str] = []
    out.mkdir()
    for _ in range(3):
        held = take(out / "lock", wait=True, waiting=lambda: said.append("waiting"))
        assert held is not None
        with held:
            threading.Event().wait(0.05)
    assert said == []
