"""What the operating system refuses is told in a sentence, by every command and never as a traceback."""

from __future__ import annotations

import errno
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from subprocess import PIPE

import pytest
from click.testing import CliRunner, Result

from briefing.cli import main
from briefing.refusals import printable, reason
from briefing.serve import serve
from tests.conftest import ProjectMaker
from tests.test_cli import FORMATS, GOOD, WRONG

FULL = Path("/dev/full")


def run(*arguments: str | Path) -> Result:
    """Run a command; an exception that it does not handle fails the test."""
    return CliRunner().invoke(main, [str(one) for one in arguments], catch_exceptions=False)


def test_every_refusal_is_a_phrase() -> None:
    for number in errno.errorcode:
        said = reason(OSError(number, os.strerror(number), "place"))
        assert said
        assert "place" not in said
    assert reason(OSError(errno.ENOSPC, "")) == "no space left on the disk"
    assert reason(OSError("of no number")) == "of no number"
    assert reason(ValueError("embedded null byte")) == "invalid path"


def test_any_path_can_be_printed() -> None:
    assert printable(os.fsdecode(b"a/\xff/\xc3\xa9")) == "a/\\xff/é"


@pytest.mark.parametrize(
    "name", ["loop", "loop/briefing.yaml", "loop/below", "x" * 300, "x/" * 3000]
)
def test_a_project_that_cannot_be_looked_at_is_not_there(tmp_path: Path, name: str) -> None:
    (tmp_path / "loop").symlink_to("loop")
    for command in (["check"], ["build"], ["lock", "-m", "why"], ["coverage"], ["serve"]):
        done = run(*command, "-f", tmp_path / name)
        assert done.exit_code == 2
        assert "no briefing.yaml at" in done.stderr


@pytest.mark.parametrize(
    "name", ["loop", "loop/site", "loop/a/site", "x" * 300, "x" * 300 + "/site", "/"]
)
def test_an_output_that_cannot_be_written_is_told(
    project: ProjectMaker, tmp_path: Path, name: str
) -> None:
    (tmp_path / "loop").symlink_to("loop")
    done = run("build", "-f", project(GOOD), "-o", tmp_path / name)
    assert (done.exit_code, "cannot publish to" in done.stdout) == (1, True)


@pytest.mark.parametrize("name", ["content", "content/claims", "content/index.md", "static", "seeds",
                                  "static/style.css", "content/briefing.lock"])  # fmt: skip
def test_a_part_of_a_project_that_leads_in_a_circle_is_told(
    project: ProjectMaker, name: str
) -> None:
    root = project(GOOD)
    if (root / name).is_dir():
        shutil.rmtree(root / name)
    (root / name).unlink(missing_ok=True)
    (root / name).parent.mkdir(exist_ok=True)
    (root / name).symlink_to(Path(name).name)
    for command in (["check"], ["build"], ["lock", "-m", "why"]):
        done = run(*command, "-f", root)
        assert done.exit_code == 1
        assert name.partition("/")[0] in done.stdout


def test_a_project_whose_name_is_not_utf_8_is_read_and_named(tmp_path: Path) -> None:
    root = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xffproject"))
    for name, text in {**GOOD, **WRONG}.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    for style in FORMATS:
        for config in (root, root / "none"):
            done = run("check", "-f", config, "--format", style)
            said = done.stdout_bytes.decode() + done.stderr_bytes.decode()
            assert ("\\xff" in said) == (config != root), said
            if style in ("json", "sarif"):
                assert json.loads(done.stdout_bytes)
    (root / "content/topics/all.md").write_text(GOOD["content/topics/all.md"])
    (root / "site").mkdir()
    (root / "site/letter").write_text("mine")
    assert "\\xffproject/site: it holds 'letter'" in run("build", "-f", root).stdout
    assert "\\xffproject/out: " in run("build", "-f", root, "-o", root / "out").stderr
    assert run("lock", "-f", root, "-m", "why").exit_code == 0


def test_a_preview_of_a_project_whose_name_is_not_utf_8_says_why_it_cannot(tmp_path: Path) -> None:
    said: list[str] = []
    root = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff"))
    status = serve(
        root, host="127.0.0.1", port=0, strict=False, open_browser=False, say=said.append
    )
    assert status == 2
    assert said == [f"cannot follow changes in {tmp_path}/\\xff: the path is not UTF-8"]


def test_a_working_folder_that_is_gone_is_told(
    project: ProjectMaker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = project(GOOD)
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    assert "cannot read the current folder: it does not exist" in run("check").stderr
    assert "no briefing.yaml at project" in run("check", "-f", "project").stderr
    assert run("check", "-f", root).exit_code == 0
    assert "cannot publish to out" in run("build", "-f", root, "-o", "out").stdout
    assert run("build", "-f", root).exit_code == 0
    assert (root / "site/pagefind").is_dir()


def program(
    *arguments: str, stdout: int | None = None, stderr: int | None = None
) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "briefing", *arguments]
    repository = Path(__file__).parents[1]
    return subprocess.run(command, check=False, cwd=repository, stdout=stdout, stderr=stderr)


@pytest.mark.parametrize(
    "command",
    [
        ["check"],
        pytest.param(["check", "--format", "json"], marks=pytest.mark.slow),
        pytest.param(["check", "--format", "sarif"], marks=pytest.mark.slow),
        pytest.param(["build"], marks=pytest.mark.slow),
        pytest.param(["coverage"], marks=pytest.mark.slow),
        pytest.param(["lock", "-m", "why"], marks=pytest.mark.slow),
    ],
)
def test_an_output_on_a_full_disk_is_told(project: ProjectMaker, command: list[str]) -> None:
    root = project({**GOOD, **WRONG})
    with FULL.open("w") as full:
        done = program(*command, "-f", str(root), stdout=full.fileno(), stderr=PIPE)
    assert done.returncode == 2
    *_, last = done.stderr.decode().splitlines()
    assert last == "Error: cannot write the output: no space left on the disk"
    assert b"Traceback" not in done.stderr
    assert b"Exception ignored" not in done.stderr


def test_help_on_a_full_disk_is_told() -> None:
    with FULL.open("w") as full:
        done = program("--help", stdout=full.fileno(), stderr=PIPE)
        assert done.returncode == 2
        assert done.stderr == b"Error: cannot write the output: no space left on the disk\n"
        assert program("-h", stdout=full.fileno(), stderr=full.fileno()).returncode == 2


def test_a_file_that_cannot_be_opened_anywhere_is_named(
    project: ProjectMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise OSError(errno.EMFILE, "Too many open files", os.fsdecode(b"/a/\xff"))

    monkeypatch.setattr("briefing.pipeline.check", refused)
    done = run("check", "-f", project(GOOD))
    assert (done.exit_code, done.stderr) == (2, "Error: /a/\\xff: too many files are open\n")


@pytest.mark.slow
def test_programs_get_utf_8_whatever_the_terminal_speaks(
    project: ProjectMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = project({**GOOD, "content/topics/all.md": "Преса: $53. [@price]\n"})
    monkeypatch.setenv("PYTHONIOENCODING", "cp1252")
    (one,) = report_of(program("check", "-f", str(root), "--format", "json", stdout=PIPE).stdout)
    assert one["code"] == "figure-differs"
    printed = program("check", "-f", str(root), stdout=PIPE).stdout
    assert rb" 1 | \u041f\u0440\u0435\u0441\u0430: $53." in printed


def report_of(printed: bytes) -> list[dict[str, object]]:
    """Read what `check --format json` printed."""
    found: list[dict[str, object]] = json.loads(printed.decode())["diagnostics"]
    return found


MORE = """topic: all
claims:
  sold:
    claim: Tickets have a price.
    for:
      - one: They say that a ticket costs
"""
STATE = [".briefing/edits", ".briefing/lock", ".briefing/.gitignore", ".site.briefing/made",
         ".site.briefing/lock", ".site.briefing/.gitignore", "content/briefing.lock",
         "content/changes.yaml"]  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("name", STATE)
def test_a_state_file_that_is_no_text_is_told_or_harmless(project: ProjectMaker, name: str) -> None:
    root = project(GOOD)
    assert run("build", "-f", root).exit_code == run("lock", "-f", root, "-m", "a").exit_code == 0
    (root / name).write_bytes(b"a\xffb")
    (root / "content/claims/more.yaml").write_text(MORE)  # or there is nothing to record
    for command in (["check"], ["build"], ["lock", "-m", "why"], ["coverage"]):
        done = run(*command, "-f", root)
        if done.exit_code:
            assert name in done.stdout
    if name == ".briefing/edits":
        assert "edits-refused" in run("coverage", "-f", root).stdout
