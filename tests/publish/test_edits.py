"""Several files of the author's are replaced together, or the next command tells and mends it."""

from __future__ import annotations

import errno
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    rule,
    run_state_machine_as_test,
)

from briefing.cli import main
from briefing.load.history import read_changes
from briefing.model.history import Edit
from briefing.publish.edits import EditProblem, hold, mend
from briefing.publish.lock import Lock, take
from tests.publish.conftest import disk_patched
from tests.test_cli import GOOD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.publish.conftest import Disk

BEFORE = {"content/a.yaml": "a\n", "content/same.yaml": "s\n", "b.md": "b\n"}
AFTER = {"content/a.yaml": "A\n", "content/same.yaml": "s\n", "b.md": "B\n", "new/c.txt": "C\n"}


MEMORY = Path("/dev/shm")  # noqa: S108  folders made below it have names of their own


@pytest.fixture
def root() -> Iterator[Path]:
    """Return the path of a project in memory where there is such a folder: hundreds follow."""
    with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as folder:
        yield Path(folder, "project")


def prepare(root: Path) -> None:
    shutil.rmtree(root, ignore_errors=True)
    for name, text in BEFORE.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)


def texts(root: Path) -> dict[str, str]:
    """Read all files but those of the program's own folder."""
    names = (path for path in root.rglob("*") if path.is_file())
    return {
        path.relative_to(root).as_posix(): path.read_text()
        for path in names
        if path.parent.name != ".briefing"
    }


def edits() -> list[Edit]:
    return [
        Edit(name, text, sha256(BEFORE[name].encode()).hexdigest() if name in BEFORE else None)
        for name, text in AFTER.items()
    ]


def change(root: Path) -> EditProblem | None:
    held = hold(root)
    if isinstance(held, EditProblem):
        return held
    with held:
        return held.write(edits())


def settled(root: Path, at: int) -> None:
    """Hold that the next command finds the old files or the new, or says what it had to finish."""
    found = texts(root)
    finished = mend(root)
    assert not isinstance(finished, EditProblem), finished
    assert texts(root) in (BEFORE, AFTER), at
    if finished:
        assert texts(root) == AFTER
        assert {name: found.get(name) for name in finished} != {
            name: AFTER[name] for name in finished
        }
    assert mend(root) == ()
    assert not (root / ".briefing" / "edits").exists()


def test_all_files_are_replaced_and_one_that_is_right_is_not_touched(root: Path) -> None:
    prepare(root)
    (root / "b.md").chmod(0o600)
    same = (root / "content/same.yaml").stat()
    assert change(root) is None
    assert texts(root) == AFTER
    assert (root / "content/same.yaml").stat() == same
    assert (root / "b.md").stat().st_mode & 0o777 == 0o600
    assert mend(root) == ()


def test_a_kill_at_any_call_leaves_what_the_next_command_can_mend(root: Path, disk: Disk) -> None:
    for at in count(1):
        prepare(root)
        killed = disk.kills(at, lambda: change(root))
        settled(root, at)
        if not killed:
            assert at > 12
            assert texts(root) == AFTER
            return


@pytest.mark.slow
def test_a_kill_while_mending_can_be_mended(root: Path, disk: Disk) -> None:
    for first in count(1):
        prepare(root)
        reached = disk.kills(first, lambda: change(root))
        begun = (root / ".briefing" / "edits").exists()
        for second in count(1) if begun else ():
            prepare(root)
            disk.kills(first, lambda: change(root))
            killed = disk.kills(second, lambda: mend(root))
            settled(root, first)
            if not killed:
                break
        if not reached:
            return


@pytest.mark.parametrize(("number", "for_good"), [(errno.EIO, False), (errno.ENOSPC, True)])
def test_a_call_that_fails_is_a_problem_and_can_be_mended(
    root: Path, disk: Disk, number: int, for_good: bool
) -> None:
    for at in count(1):
        prepare(root)
        disk.fails(at, number, for_good=for_good)
        problem = change(root)
        disk.works()
        settled(root, at)
        if problem is None:
            assert texts(root) == AFTER
        if disk.calls < at:
            return


def test_a_file_that_was_changed_meanwhile_is_not_overwritten(root: Path) -> None:
    prepare(root)
    (root / "b.md").write_text("typed just now\n")
    problem = change(root)
    assert problem is not None
    assert problem.path == "b.md"
    assert texts(root) == {**BEFORE, "b.md": "typed just now\n"}


def test_a_file_that_was_changed_after_the_stop_is_told_and_left(root: Path, disk: Disk) -> None:
    for at in count(1):  # until a kill has replaced some files and not others
        prepare(root)
        assert disk.kills(at, lambda: change(root))
        if texts(root).get("content/a.yaml") == "A\n" and (root / ".b.md.new").exists():
            break
    (root / "b.md").write_text("typed just now\n")
    problem = mend(root)
    assert isinstance(problem, EditProblem)
    assert problem.path == "b.md"
    assert ".b.md.new" in problem.hint
    assert (root / "b.md").read_text() == "typed just now\n"


@pytest.mark.parametrize(
    "place", [".briefing", ".briefing/lock", ".briefing/edits", ".briefing/.gitignore",
              ".briefing/edits.new", "content/.a.yaml.new", "content/a.yaml", "new"],
)  # fmt: skip
@pytest.mark.parametrize("thing", ["link", "dead link", "pipe"])
def test_nothing_is_written_through_what_we_did_not_make(
    root: Path, tmp_path: Path, place: str, thing: str
) -> None:
    prepare(root)
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    (theirs / "thesis").write_text("mine")
    spot = root / place
    spot.parent.mkdir(exist_ok=True)
    spot.unlink(missing_ok=True)
    if thing == "pipe":
        os.mkfifo(spot)
    else:
        target = theirs if place in (".briefing", "new") else theirs / "thesis"
        spot.symlink_to(target if thing == "link" else theirs / "absent")
    problem = change(root)
    assert problem is not None
    assert Path(place).name in problem.message
    assert {one.name: one.read_text() for one in theirs.iterdir()} == {"thesis": "mine"}
    assert (root / "b.md").read_text() == BEFORE["b.md"]
    assert spot.is_symlink() or spot.is_fifo()


@pytest.mark.parametrize(
    "record",
    [b"\xff", b"nonsense", b"[]", b"{}", b'[["b.md", null]]', b'[["b.md", null, "no digest"]]',
     b'[["b.md", 7, "' + b"0" * 64 + b'"]]', b"[" * 100_000],
)  # fmt: skip
def test_a_record_that_is_not_ours_is_refused(root: Path, record: bytes) -> None:
    prepare(root)
    (root / ".briefing").mkdir()
    (root / ".briefing" / "edits").write_bytes(record)
    problem = mend(root)
    assert isinstance(problem, EditProblem)
    assert problem.path == ".briefing/edits"
    assert texts(root) == BEFORE


def test_a_record_reaches_no_file_outside_the_project(root: Path) -> None:
    prepare(root)
    victim = root.parent / ".victim.new"
    victim.write_text("mine")
    (root / ".briefing").mkdir()
    digest = sha256(b"mine").hexdigest()
    (root / ".briefing" / "edits").write_text(f'[["../victim", null, "{digest}"]]')
    assert isinstance(mend(root), EditProblem)
    assert victim.read_text() == "mine"


@pytest.mark.slow
def test_of_eight_editions_at_once_one_is_recorded_and_the_others_are_told(root: Path) -> None:
    make_project(root)
    lock = [sys.executable, "-m", "briefing", "lock", "-f", str(root), "-m"]
    repository = Path(__file__).parents[2]
    runs = [subprocess.Popen([*lock, f"run {n}"], cwd=repository) for n in range(8)]
    ended = [run.wait() for run in runs]
    assert sorted(ended) == [0, *[1] * 7], "the others have nothing to record"
    assert recorded(root) == [f"run {ended.index(0)}"]
    assert command("check", root) == (0, "")


def test_nothing_but_the_lock_is_made_before_it_is_held(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two runs at once would find each other's files in the place of their own."""
    found: list[list[str]] = []

    def taken(path: Path, **how: Any) -> Lock | None:  # noqa: ANN401 (passed on)
        found.append([one.name for one in path.parent.iterdir()])
        return take(path, **how)

    make_project(root)
    monkeypatch.setattr("briefing.publish.edits.take", taken)
    held = hold(root)
    assert not isinstance(held, EditProblem)
    with held:
        assert (root / ".briefing" / ".gitignore").exists()
    assert found == [[]]


def make_project(root: Path) -> None:
    for name, text in GOOD.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)


def command(name: str, root: Path, *options: str) -> tuple[int, str]:
    run = CliRunner().invoke(main, [name, "-f", str(root), *options], catch_exceptions=False)
    return run.exit_code, run.stdout


def recorded(root: Path) -> list[str]:
    file = root / "content/changes.yaml"
    return [one.why for one in read_changes(file.read_text())[0]] if file.exists() else []


class Editions(RuleBasedStateMachine):
    """An author changes files and records editions on a disk that fails, or is killed at it."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None)
        self.root = Path(self._folder.name, "project")
        make_project(self.root)
        self.known: list[str] = []
        self.runs = 0

    def teardown(self) -> None:
        self._folder.cleanup()

    @rule(price=st.integers(50, 55))
    def write_article(self, price: int) -> None:
        text = f"They say that a ticket costs $52 today. It was ${price} once.\n"
        (self.root / "seeds/one.txt").write_text(text)

    def next_run(self) -> None:
        """Claim something else, so that there is something to record."""
        self.runs += 1
        claim = f"topic: all\nclaims:\n  run-{self.runs}:\n    claim: Tickets have a price.\n"
        words = "    for:\n      - one: They say that a ticket costs\n"
        (self.root / "content/claims/more.yaml").write_text(claim + words)

    @rule()
    def record(self) -> None:
        self.next_run()
        assert self.lock()[0] == 0
        self.known.append(f"run {self.runs}")

    @rule(at=st.integers(1, 40))
    def record_and_be_killed(self, at: int) -> None:
        self.next_run()
        with disk_patched() as disk:
            disk.kills(at, self.lock)
        self.next_command_mends()

    @rule(at=st.integers(1, 60), number=st.sampled_from((errno.EIO, errno.ENOSPC)),
          for_good=st.booleans())  # fmt: skip
    def record_on_a_bad_disk(self, at: int, number: int, for_good: bool) -> None:
        self.next_run()
        with disk_patched() as disk:
            disk.fails(at, number, for_good=for_good)
            disk.only_changes()
            status, _ = self.lock()
            disk.works()
        self.next_command_mends(surely=status == 0)

    def lock(self) -> tuple[int, str]:
        return command("lock", self.root, "-m", f"run {self.runs}")

    def next_command_mends(self, *, surely: bool = False) -> None:
        """Hold that the edition is recorded whole or not at all, and that a finish is told."""
        told = (self.root / ".briefing/edits").exists() and recorded(self.root) == self.known
        before = recorded(self.root)
        status, printed = command("check", self.root)
        assert status == 0, printed
        assert ("edits-finished" in printed) == (recorded(self.root) != before), (told, printed)
        new = [*self.known, f"run {self.runs}"]
        assert recorded(self.root) in ([new] if surely else [new, self.known])
        self.known = recorded(self.root)

    @invariant()
    def nothing_is_lost(self) -> None:
        assert recorded(self.root) == self.known
        assert not [path for path in self.root.rglob(".*.new") if path.parent.name != ".briefing"]


TestEditions = pytest.mark.slow(Editions.TestCase)
TestEditions.settings = settings(max_examples=8, stateful_step_count=8, deadline=None)


@pytest.mark.slow
def test_many_editions() -> None:
    longer = settings(max_examples=10, stateful_step_count=12, deadline=None)
    run_state_machine_as_test(Editions, settings=longer)


@pytest.fixture
def editions() -> Iterator[Editions]:
    """Return an author whose project has an edition and, since then, a change to record."""
    author = Editions()
    author.record()
    author.write_article(51)
    yield author
    author.teardown()


@pytest.mark.slow
def test_an_edition_is_recorded_or_not_whatever_call_it_is_killed_at(
    editions: Editions, disk: Disk
) -> None:
    for at in count(1):
        editions.next_run()
        killed = disk.kills(at, editions.lock)
        editions.next_command_mends()
        editions.nothing_is_lost()
        if not killed:
            assert at > 12
            return


@pytest.mark.slow
@pytest.mark.parametrize(("number", "for_good"), [(errno.EIO, False), (errno.ENOSPC, True)])
def test_an_edition_is_recorded_or_not_whatever_call_fails(
    editions: Editions, disk: Disk, number: int, for_good: bool
) -> None:
    for at in count(1):
        editions.next_run()
        disk.fails(at, number, for_good=for_good)
        disk.only_changes()
        status, _ = editions.lock()
        disk.works()
        failed = disk.calls >= at
        editions.next_command_mends(surely=status == 0)
        editions.nothing_is_lost()
        if not failed:
            assert status == 0
            return


@pytest.mark.slow
def test_editions_at_once_that_are_killed_lose_none_that_was_reported(root: Path) -> None:
    make_project(root)
    lock = [sys.executable, "-m", "briefing", "lock", "-f", str(root), "-m"]
    repository = Path(__file__).parents[2]
    chance = random.Random(11)  # noqa: S311  nothing secret
    reported: set[str] = set()
    for batch in range(2):
        whys = [f"run {batch}.{n}" for n in range(8)]
        runs = [subprocess.Popen([*lock, why], cwd=repository) for why in whys]
        for run in chance.sample(runs, 4):
            time.sleep(chance.uniform(0, 1))
            run.kill()
        reported |= {why for why, run in zip(whys, runs, strict=True) if run.wait() == 0}
        assert command("check", root)[0] == 0
        found = recorded(root)
        assert len(found) == len(set(found))
        assert reported <= set(found)
