from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.publish import Published, PublishProblem, publish
from briefing.publish.lock import take

if TYPE_CHECKING:
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
