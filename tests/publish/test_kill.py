"""Kill publishing at each of its calls to the file system, and at random moments."""

from __future__ import annotations

import errno
import os
import random
import resource
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefing.publish import Published, PublishProblem, publish, recover

if TYPE_CHECKING:
    from tests.publish.conftest import Disk, PagesOf

Pages = dict[str, bytes]

FIRST: Pages = {"index.html": b"1", "a/b.html": b"1", "c": b"1"}
SECOND: Pages = {"index.html": b"2", "a/b.html": b"1", "c/d": b"2"}
THIRD: Pages = {"index.html": b"3", "a/b.html": b"1", "a/e.html": b"3"}


@dataclass(frozen=True, slots=True)
class Case:
    """What is published undisturbed, and what is being published when the blow falls."""

    before: tuple[Pages, ...]
    pages: Pages
    exchanges: bool
    unmovable: str | None = None
    mounted: str | None = None


CASES = {
    "first run": Case((), FIRST, exchanges=True),
    "second run, exchange": Case((FIRST,), SECOND, exchanges=True),
    "second run, renames": Case((FIRST,), SECOND, exchanges=False),
    "third run, exchange": Case((FIRST, SECOND), THIRD, exchanges=True),
    "third run, renames": Case((FIRST, SECOND), THIRD, exchanges=False),
    "second run, in place": Case((FIRST,), SECOND, exchanges=False, unmovable="site"),
    "third run, in place": Case((FIRST, SECOND), THIRD, exchanges=False, unmovable="site"),
    "third run, mounted": Case((FIRST, SECOND), THIRD, exchanges=False, mounted="site"),
}


# Each is like another case, with other paths or one more site behind it.
SLOW = {
    "third run, exchange", "third run, renames", "second run, in place", "third run, in place"
}  # fmt: skip
PARAMS = [
    pytest.param(case, id=name, marks=[pytest.mark.slow] if name in SLOW else [])
    for name, case in CASES.items()
]


@pytest.fixture(params=PARAMS)
def case(request: pytest.FixtureRequest, disk: Disk) -> Case:
    found: Case = request.param
    disk.exchanges = found.exchanges
    disk.unmovable, disk.mounted = found.unmovable, found.mounted
    return found


@pytest.fixture
def out() -> Iterator[Path]:
    """Return an output path in memory where there is such a folder: some thousand sites follow."""
    memory = Path("/dev/shm")  # noqa: S108  the folder made below it has a name of its own
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        yield Path(folder, "ground", "site")


def prepare(case: Case, out: Path) -> None:
    shutil.rmtree(out.parent, ignore_errors=True)
    for pages in case.before:
        assert isinstance(publish(pages.items(), out), Published)


def old_site(case: Case) -> Pages | None:
    return case.before[-1] if case.before else None


def next_runs_work(case: Case, out: Path, pages_of: PagesOf) -> None:
    for pages in (case.pages, FIRST):
        result = publish(pages.items(), out)
        assert isinstance(result, Published), result
        assert pages_of(out) == pages


def test_a_kill_at_any_call_leaves_the_old_site_or_the_new_one(
    case: Case, disk: Disk, out: Path, pages_of: PagesOf
) -> None:
    for at in count(1):
        prepare(case, out)
        killed = disk.kills(at, lambda: publish(case.pages.items(), out))
        if at % 2 and not case.exchanges:  # else publishing itself has to begin with it
            assert recover(out) is None
        if at % 2 or case.exchanges:
            assert pages_of(out) in (old_site(case), case.pages), at
        next_runs_work(case, out, pages_of)
        if not killed:
            assert at > 12
            return


def test_a_kill_while_recovering_loses_nothing(disk: Disk, out: Path, pages_of: PagesOf) -> None:
    case = Case((FIRST, SECOND), THIRD, exchanges=False)
    disk.exchanges = False
    hidden = out.parent / ".site.briefing"
    for renames_done in (1, 2):
        for at in count(1):
            prepare(case, out)
            out.rename(hidden / "previous")
            if renames_done == 2:
                (hidden / "standby").rename(out)
            whole = (SECOND, FIRST)  # the old site came back, or the tree that had taken its place
            killed = disk.kills(at, lambda: recover(out))
            assert recover(out) is None
            assert pages_of(out) in whole
            assert not (hidden / "previous").exists()
            next_runs_work(case, out, pages_of)
            if not killed:
                break


@pytest.mark.parametrize(
    ("number", "for_good"),
    [(errno.EIO, False), pytest.param(errno.ENOSPC, True, marks=pytest.mark.slow)],
)
def test_a_call_that_fails_is_a_problem_and_the_old_site_stays(
    case: Case, disk: Disk, out: Path, pages_of: PagesOf, number: int, for_good: bool
) -> None:
    for at in count(1):
        prepare(case, out)
        disk.fails(at, number, for_good=for_good)
        result = publish(case.pages.items(), out)
        disk.works()
        in_place = (
            case.unmovable or case.mounted
        )  # else it may hold some of each until it is mended
        if case.exchanges or not (for_good or in_place):
            stands = case.pages if isinstance(result, Published) else old_site(case)
            assert pages_of(out) == stands, at
        if isinstance(result, PublishProblem):
            full = number == errno.ENOSPC
            assert result.code == ("output-disk-full" if full else "output-failed")
        assert recover(out) is None
        assert pages_of(out) in (old_site(case), case.pages)
        next_runs_work(case, out, pages_of)
        if disk.calls < at:
            return


def test_kills_at_random_moments_leave_whole_sites(
    out: Path, disk: Disk, pages_of: PagesOf
) -> None:
    sites = [{f"{n % 7}/{n}.html": bytes([site]) * 5000 for n in range(40)} for site in range(3)]
    publish(sites[0].items(), out)
    chance = random.Random(7)  # noqa: S311  nothing secret
    for _ in range(40):
        child = disk.start(lambda: [publish(sites[n % 3].items(), out) for n in range(1000)])
        until = time.monotonic() + chance.uniform(0, 0.03)
        while time.monotonic() < until:  # and nobody ever finds a page missing or cut short
            page = (out / "6/6.html").read_bytes()
            assert page in [site["6/6.html"] for site in sites]
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        assert pages_of(out) in sites


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Return a folder in which a file cannot outgrow 64 KiB: a small disk, else a limit.

    A disk can be mounted by root alone; the limit stops a write half-way in the same manner.
    """
    folder = tmp_path / "small"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)]
    if (
        os.geteuid() == 0
        and subprocess.run(mount, check=False, capture_output=True).returncode == 0
    ):
        yield folder
        subprocess.run(["umount", str(folder)], check=True)
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (64 * 1024, hard))
    yield folder
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_disk_that_is_really_full(small_disk: Path, pages_of: PagesOf) -> None:
    out = small_disk / "site"
    for pages in (FIRST, SECOND):
        assert isinstance(publish(pages.items(), out), Published)
        result = publish({**THIRD, "a/large": b"x" * 100_000}.items(), out)
        assert isinstance(result, PublishProblem)
        assert result.code == "output-disk-full"
        assert pages_of(out) == pages
    assert isinstance(publish(THIRD.items(), out), Published)
    assert pages_of(out) == THIRD
