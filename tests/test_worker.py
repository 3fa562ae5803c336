"""Two processes make what one makes, and nothing is lost or left running whichever of them ends."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import sys
import time
from contextlib import closing
from functools import partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefing import dealing, pipeline, search, worker
from briefing.publish import Published, PublishProblem, publish, recover
from briefing.view import reads
from tests.publish.conftest import Disk, PagesOf, _pages_of, disk_patched
from tests.test_rebuilding import SECRET, tree

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# The processes that run the tests have threads; a worker touches nothing of theirs.
pytestmark = pytest.mark.filterwarnings("ignore:.*multi-threaded.*:DeprecationWarning")

SMALL = Path(__file__).parent / "sites" / "small"
PARTS = 40


@pytest.fixture(autouse=True)
def in_two(monkeypatch: pytest.MonkeyPatch) -> None:
    """Deal everything out, however little it is, and make no index, which would take the second processor."""
    monkeypatch.setattr(worker, "_pays", lambda *_: True)
    monkeypatch.setattr(search, "installed", lambda: False)
    forked = worker.Worker.forked

    def begun(work: worker.Work[object], count: int) -> worker.Worker | None:
        """Wait until the worker begins, so that on a busy machine too it makes some parts."""
        one, until = forked(work, count), time.monotonic() + 20
        while one is not None and not one.begun[count - 1] and time.monotonic() < until:
            time.sleep(0.001)
        return one

    monkeypatch.setattr(worker.Worker, "forked", begun)


class Squares:
    """Work of which the worker's part is told from this process's own."""

    def __init__(self, in_worker: Callable[[int], object] = lambda _: None) -> None:
        self.process = os.getpid()
        self.in_worker = in_worker
        self.taken: list[int] = []

    def make(self, place: int) -> int:
        assert os.getpid() == self.process
        time.sleep(0.001)
        return place * place

    def send(self, place: int) -> bytes:
        self.in_worker(place)
        return str(place * place).encode() * 20_000  # more than any pipe holds

    def take(self, place: int, sent: bytes) -> int:
        self.taken.append(place)
        assert sent == str(place * place).encode() * 20_000
        return place * place

    def is_anew(self) -> bool:
        return True


def made(work: Squares) -> list[tuple[int, int]]:
    """Make all parts, sorted, and see that the worker is gone."""
    found = sorted(worker.done(work, PARTS))
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)
    return found


EVERY = [(place, place * place) for place in range(PARTS)]


def test_each_part_is_made_once_and_both_processes_make_some() -> None:
    work = Squares()
    assert made(work) == EVERY
    assert 0 < len(work.taken) < PARTS
    assert work.taken == sorted(work.taken, reverse=True)


@pytest.mark.parametrize("last", [PARTS - 1, PARTS - 3])
@pytest.mark.parametrize("killed", [True, False])
def test_what_a_worker_leaves_when_it_ends_is_made_here(last: int, killed: bool) -> None:
    def end(place: int) -> None:
        if place == last:
            if killed:
                os.kill(os.getpid(), signal.SIGKILL)
            raise MemoryError

    work = Squares(end)
    assert made(work) == EVERY
    assert work.taken == list(range(PARTS - 1, last, -1))


def test_a_worker_that_nobody_waits_for_any_longer_ends() -> None:
    with closing(worker.done(Squares(lambda _: time.sleep(60)), PARTS)) as parts:
        next(parts)
        assert os.waitpid(-1, os.WNOHANG) == (0, 0)
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_a_worker_ends_when_its_parent_is_killed(tmp_path: Path, disk: Disk) -> None:
    def tell(_: int) -> None:
        (tmp_path / "new").write_text(str(os.getpid()))
        (tmp_path / "new").rename(tmp_path / "worker")
        time.sleep(0.01)

    def make() -> None:
        for _ in worker.done(Squares(tell), PARTS):
            time.sleep(60)

    parent = disk.start(make)
    until = time.monotonic() + 20
    while not (tmp_path / "worker").exists():
        assert time.monotonic() < until
    child = int((tmp_path / "worker").read_text())
    os.kill(parent, signal.SIGKILL)
    os.waitpid(parent, 0)
    while is_running(child):
        assert time.monotonic() < until
        time.sleep(0.01)


def is_running(process: int) -> bool:
    """Return whether a process is there and no mere entry that nobody has waited for."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.fixture
def disk() -> Iterator[Disk]:
    with disk_patched() as disk:
        yield disk


@pytest.fixture
def pages_of() -> PagesOf:
    return _pages_of


def test_where_no_process_is_to_be_had_one_makes_everything(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse() -> int:
        raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN))

    monkeypatch.setattr(os, "fork", refuse)
    work = Squares()
    assert made(work) == EVERY
    assert work.taken == []


def test_two_processes_find_publish_and_keep_what_one_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    took = spied_on(monkeypatch)
    two = pipeline.build(SMALL, tmp_path / "two/site", secret=SECRET)
    assert len(took) == 3  # articles, claims and pages
    assert min(took) > 0
    checked = pipeline.check(SMALL, out=tmp_path / "none", secret=SECRET)
    monkeypatch.setattr(reads, "page", lambda _, path: pytest.fail(f"{path} is made again"))
    again = pipeline.build(SMALL, tmp_path / "two/site", secret=SECRET)
    monkeypatch.undo()
    monkeypatch.setattr(search, "installed", lambda: False)
    monkeypatch.setattr(worker, "_pays", lambda *_: False)
    one = pipeline.build(SMALL, tmp_path / "one/site", secret=SECRET)
    assert two.examined.found == one.examined.found == checked.found == again.examined.found
    assert tree(tmp_path / "two/site") == tree(tmp_path / "one/site")
    assert (two.published, again.published) == (one.published, unchanged(one.published))


def test_a_worker_is_forked_only_if_there_are_a_processor_and_memory_for_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "_current_frames", lambda: {1: None})
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1})
    monkeypatch.setattr(os, "getloadavg", lambda: (1.9, 5.0, 5.0))
    monkeypatch.setattr(worker, "_MOST_KIB", 1 << 40)
    assert worker.is_possible()
    for place, name, value in (
        (worker, "_MOST_KIB", 1024),
        (os, "sched_getaffinity", lambda _: {1}),
        (os, "getloadavg", lambda: (2.0, 1.0, 1.0)),
        (sys, "_current_frames", lambda: {1: None, 2: None}),
        (sys, "platform", "darwin"),
    ):
        with monkeypatch.context() as patch:
            patch.setattr(place, name, value)
            assert not worker.is_possible(), name


def unchanged(published: Published | None) -> Published:
    assert published is not None
    return Published(0, published.written, 0, published.total_bytes)


def test_a_mistake_in_a_template_is_the_one_that_one_process_finds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = Path(shutil.copytree(SMALL, tmp_path / "project"))
    (root / "templates").mkdir()
    faulty = "{{% if page.path.endswith('{}') %}}{{{{ page.{} }}}}{{% endif %}}\n"
    text = "".join(
        faulty.format(f"{one}.html", one.replace("-", "_")) for one in ("cost", "toll-free")
    )
    (root / "templates/claim.html").write_text(text)
    found = pipeline.check(root).found, pipeline.build(root, tmp_path / "none").examined.found
    monkeypatch.setattr(worker, "_pays", lambda *_: False)
    alone = pipeline.check(root).found
    assert found == (alone, alone)
    assert [one.code for one in alone].count("template-error") == 1


class Dealt:
    """Publishes files that two processes make."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self.files = files

    def publish(self, out: Path) -> Published | PublishProblem:
        return publish(dealing.pages(tuple(self.files), self.files.__getitem__, None), out)


OLD = {f"{number % 2}/{number}": b"1" for number in range(6)}
NEW = {f"{number % 2}/{number}": b"2" for number in range(1, 7)}
STEPS = [7, pytest.param(1, marks=pytest.mark.slow)]
"""Between the calls at which the blow falls."""


@pytest.mark.parametrize("step", STEPS)
def test_a_kill_of_either_process_at_any_call_leaves_a_whole_site(
    step: int, disk: Disk, tmp_path: Path, pages_of: PagesOf
) -> None:
    for at in count(1, step):
        out = tmp_path / str(at) / "site"
        Dealt(OLD).publish(out)
        killed = disk.kills(at, partial(Dealt(NEW).publish, out))
        assert recover(out) is None
        assert pages_of(out) in (OLD, NEW), at
        assert isinstance(Dealt(NEW).publish(out), Published)
        assert pages_of(out) == NEW
        if not killed:
            return


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize(("number", "for_good"), [(errno.EIO, False), (errno.ENOSPC, True)])
def test_a_call_that_fails_is_a_problem_and_the_old_site_stays(
    step: int, disk: Disk, tmp_path: Path, pages_of: PagesOf, number: int, for_good: bool
) -> None:
    for at in count(1, step):
        out = tmp_path / str(at) / "site"
        Dealt(OLD).publish(out)
        disk.fails(at, number, for_good=for_good)
        result = Dealt(NEW).publish(out)
        disk.works()
        assert pages_of(out) == (NEW if isinstance(result, Published) else OLD)
        with pytest.raises(ChildProcessError):
            os.waitpid(-1, os.WNOHANG)
        if disk.calls < at:
            return


def spied_on(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return how many parts of each work come from a worker."""
    took: list[int] = []
    done = worker.done

    class Spied:
        def __init__(self, work: worker.Work[object]) -> None:
            self.make, self.send, self.is_anew = work.make, work.send, work.is_anew
            self.given = work.take
            self.number = len(took)
            took.append(0)

        def take(self, place: int, sent: bytes) -> object:
            took[self.number] += 1
            return self.given(place, sent)

    monkeypatch.setattr(worker, "done", lambda work, count: done(Spied(work), count))
    return took
