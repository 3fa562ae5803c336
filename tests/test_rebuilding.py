"""After any edits, kills, clock jumps and deletions a build gives what one from nothing gives."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from pathlib import Path
from random import Random
from typing import Any
from unittest import mock

import pytest
from click.testing import CliRunner
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from briefing import load, pipeline, report, search
from briefing.cli import main
from briefing.publish import draft, files

HERE = Path(__file__).resolve().parent
SECRET = b"s" * 32
AUTHORED = {".yaml", ".md", ".txt", ".html", ".css", ".lock"}


class KilledError(BaseException):
    """Stands for a kill: nothing of ours may catch it."""


def tree(site: Path) -> dict[str, bytes]:
    """Read every file of a site."""
    found = (path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in found}


def command(root: Path, name: str = "build") -> tuple[int, str]:
    """Run `briefing build` or `check`; return its status and what it finds."""
    done = CliRunner().invoke(main, [name, "-f", str(root / "briefing.yaml")])
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done.exit_code, done.stdout


class Rebuilding(RuleBasedStateMachine):
    """A project that is edited and built, and what a build from nothing gives of it."""

    project = HERE / "sites/small"

    @initialize()
    def start(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.root = Path(shutil.copytree(self.project, self.folder / "project"))
        self.site = self.root / "site"
        self.hidden = self.root / ".site.briefing"
        self.originals = {path: path.read_bytes() for path in self.inputs()}

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    def inputs(self) -> list[Path]:
        """List the files of the project that an author may edit."""
        found = (path for path in self.root.rglob("*") if path.suffix in AUTHORED)
        return sorted(p for p in found if not {"site", ".site.briefing"} & set(p.parts))

    def build(self) -> None:
        """Check and build from what is kept, and from nothing; all find and publish the same."""
        with mock.patch.object(search, "installed", return_value=False):
            left = tree(self.hidden)
            checked = command(self.root, "check")
            assert tree(self.hidden) == left
            status, said = command(self.root)
            cold = pipeline.build(self.root, self.folder / "fresh/site")
        assert checked == (status, said)
        assert said == report.text(cold.examined.found, load.line_reader(self.root))
        assert (status == 0) == (cold.published is not None)
        if cold.published is not None:
            assert tree(self.site) == tree(self.folder / "fresh/site")

    @rule()
    def build_again(self) -> None:
        self.build()

    @rule(
        seed=st.integers(0, 1 << 16),
        how=st.sampled_from("drop repeat comment letter digit".split()),
    )
    def edit(self, seed: int, how: str) -> None:
        """Change one line of a file, often without a change of its size or time."""
        chance = Random(seed)  # noqa: S311 (the same edit for one seed)
        path = chance.choice(self.inputs())
        status = path.stat()
        lines = path.read_text("utf-8").split("\n")
        at = chance.randrange(len(lines))
        if how == "drop":
            del lines[at]
        elif how == "repeat":
            lines.insert(at, lines[at])
        elif how == "comment":
            lines.insert(at, "# a remark")
        else:
            lines[at] = lines[at].replace(*(("a", "o") if how == "letter" else ("2", "3")), 1)
        path.write_text("\n".join(lines), "utf-8")
        if chance.random() < 0.5:
            os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
        self.build()

    @rule(seed=st.integers(0, 1 << 16))
    def undo(self, seed: int) -> None:
        """Put one file back to what it was at first."""
        path = Random(seed).choice(sorted(self.originals))  # noqa: S311
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(self.originals[path])
        self.build()

    @rule(seed=st.integers(0, 1 << 16))
    def delete(self, seed: int) -> None:
        """Delete a file of the site, all of it, what is kept beside it, or both."""
        chance = Random(seed)  # noqa: S311
        trees = (self.site, self.hidden / "standby")
        some = [path for top in trees for path in sorted(top.rglob("*")) if path.is_file()]
        kept = self.hidden / "kept"
        many = [some[:1], some[-1:], *([one] for one in trees), [kept], [*trees, self.hidden]]
        for path in chance.choice(many):
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink(missing_ok=True)
        self.build()

    @rule(seed=st.integers(0, 1 << 16), jump=st.sampled_from([-10, -1, 0, 1, 10]))
    def jump(self, seed: int, jump: int) -> None:
        """Spoil or keep a file of the site, and give it another time."""
        chance = Random(seed)  # noqa: S311
        pages = [path for path in sorted(self.site.rglob("*")) if path.is_file()]
        if pages:
            path = chance.choice(pages)
            time = path.stat().st_mtime_ns + jump * 1_000_000_000
            if jump:
                path.write_bytes(path.read_bytes().replace(b"e", b"a", 1))
            os.utime(path, ns=(time, time))
        self.build()

    @rule(seed=st.integers(0, 1 << 16))
    def damage(self, seed: int) -> None:
        """Turn a byte of what is kept, or cut it short."""
        chance = Random(seed)  # noqa: S311
        kept = self.hidden / "kept"
        if kept.exists():
            data = bytearray(kept.read_bytes())
            at = chance.randrange(len(data))
            data[at] ^= 1 << chance.randrange(8)
            kept.write_bytes(data if chance.random() < 0.5 else data[:at])
        self.build()

    @rule(seed=st.integers(0, 1 << 16))
    def kill(self, seed: int) -> None:
        """Edit a file, and kill a build of it when it writes, renames or keeps something."""
        chance = Random(seed)  # noqa: S311
        path = chance.choice(self.inputs())
        path.write_text(path.read_text("utf-8").replace("e", "i", 1), "utf-8")
        left = chance.randrange(40)

        def counted(*given: object, **named: object) -> object:
            nonlocal left
            left -= 1
            if left < 0:
                raise KilledError
            return create(*given, **named)  # type: ignore[arg-type]

        create = files.create
        with (
            mock.patch.object(search, "installed", return_value=False),
            mock.patch.object(draft, "create", counted),
            mock.patch.object(files, "create", counted),
            contextlib.suppress(KilledError),
        ):
            command(self.root)
        self.build()


class RebuildingParts(Rebuilding):
    """The same with a project that has every part of a page."""

    project = HERE / "sites/parts"


def test_the_search_index_is_made_again_only_if_there_is_something_else_to_find(
    tmp_path: Path,
) -> None:
    root = Path(shutil.copytree(HERE / "sites/small", tmp_path / "project"))
    made = []
    index = search.index

    def counted(*given: Any) -> Any:  # noqa: ANN401
        made.append(given)
        return index(*given)

    def build() -> dict[str, bytes]:
        with mock.patch.object(search, "index", counted):
            assert pipeline.build(root, root / "site", secret=SECRET).published is not None
        return tree(root / "site")

    first = build()
    assert build() == first
    assert len(made) == 1
    (root / "site" / min(name for name in first if name.startswith(search.FOLDER))).unlink()
    assert build() == first
    assert len(made) == 2
    sources = root / "content/sources.yaml"
    sources.write_text(sources.read_text("utf-8").replace("title: ", "title: Late ", 1), "utf-8")
    second = build()
    assert len(made) == 3
    shutil.rmtree(root / ".site.briefing")
    shutil.rmtree(root / "site")
    assert build() == second


def test_a_build_after_a_few_changes_is_as_one_from_nothing() -> None:
    few = settings(max_examples=2, stateful_step_count=5, deadline=None)
    run_state_machine_as_test(Rebuilding, settings=few)


@pytest.mark.slow
@pytest.mark.parametrize("machine", [Rebuilding, RebuildingParts])
def test_a_build_after_many_changes_is_as_one_from_nothing(machine: type[Rebuilding]) -> None:
    many = settings(max_examples=8, stateful_step_count=12, deadline=None)
    run_state_machine_as_test(machine, settings=many)
