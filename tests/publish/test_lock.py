from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.publish import Published, PublishProblem, publish
from briefing.publish.lock import take

if TYPE_CHECKING:
    from tests.publish.conftest import PagesOf

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


def test_the_lock_is_free_again_after_each_way_out(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    for _ in range(2):
        lock = take(path)
        assert lock is not None
        with lock:
            assert take(path) is None
