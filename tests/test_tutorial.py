"""The tutorial, followed to the letter: its files written, its lines typed, what they show compared."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
TUTORIAL = ROOT / "docs" / "tutorial.md"
BLOCK = re.compile(r"(?:^`([^`\n]+)`:\n\n)?^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
TYPED = re.compile(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)
INSTALLING = re.compile(r"\b(?:venv|pip|activate)\b")
WHO = {
    f"GIT_{role}_{what}": value
    for role in ("AUTHOR", "COMMITTER")
    for what, value in (("NAME", "Ann"), ("EMAIL", "ann@example.org"))
}


class Block(NamedTuple):
    """A fenced block, and the file that the line above it names."""

    file: str
    language: str
    text: str


class Shell:
    """A shell that lines are typed into, one after the other."""

    def __init__(self, folder: Path, **environment: str) -> None:
        clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        self.process = subprocess.Popen(
            ["bash", "--norc"],
            cwd=folder,
            env={**clean, **WHO, **environment},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )

    def type(self, line: str) -> str:
        """Type a line; return what the terminal shows."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(f"{line}\necho; echo '--- done'\n")
        self.process.stdin.flush()
        shown: list[str] = []
        for each in self.process.stdout:
            if each == "--- done\n":
                return "".join(shown)[:-1]
            shown.append(each)
        raise AssertionError(f"the shell ended after {line}: {''.join(shown)}")

    def close(self) -> None:
        """End the shell."""
        self.process.communicate()


def blocks() -> list[Block]:
    return [Block(*found.groups("")) for found in BLOCK.finditer(TUTORIAL.read_text("utf-8"))]


def settled(text: str) -> str:
    """Leave open what depends on what is installed: counts of files, and the wheel."""
    return re.sub(r"\d+ (files|written|removed)", r"N \1", "".join(told(text)))


def told(text: str) -> list[str]:
    """Give the lines of what is shown that do not tell of the wheel."""
    return [line for line in text.splitlines(keepends=True) if "wheel" not in line]


def follow(shell: Shell, folder: Path, *, installed: bool, update: bool) -> None:
    """Do what the tutorial says; with `update`, write down what is shown."""
    tutorial, at, typed = TUTORIAL.read_text("utf-8"), 0, 0
    for block in blocks():
        if block.file:
            (folder / "harbour" / block.file).write_text(block.text, encoding="utf-8")
        for line, shown in TYPED.findall(block.text) if block.language == "console" else ():
            typed += 1
            if INSTALLING.search(line):
                if installed:
                    shell.type(line)
                continue
            printed = shell.type(line)
            at = tutorial.index(f"$ {line}\n{shown}", at) + len(f"$ {line}\n")
            if update and settled(printed) != settled(shown):
                tutorial = tutorial[:at] + "".join(told(printed)) + tutorial[at + len(shown) :]
            else:
                assert settled(printed) == settled(shown), line
    assert typed == TUTORIAL.read_text("utf-8").count("\n$ ")
    if update:
        TUTORIAL.write_text(tutorial, encoding="utf-8")


def check_site(folder: Path) -> None:
    held = json.loads((folder / "harbour/site/data/briefing.json").read_text("utf-8"))["claims"]
    verdicts = {claim["id"]: claim["verdict"] for claim in held}
    assert verdicts["ferry-capacity"] == "unsupported"
    assert sorted(verdicts.values()) == ["corroborated", "disputed", "unsupported", "unsupported"]
    assert (folder / "harbour/site/claims/ferry-capacity.html").is_file()


@pytest.mark.slow
def test_the_tutorial_shows_what_is_really_printed(tmp_path: Path, update: bool) -> None:
    shell = Shell(tmp_path, PYTHONPATH=str(ROOT))
    shell.type(f'briefing() {{ {sys.executable} -m briefing "$@"; }}')
    follow(shell, tmp_path, installed=False, update=update)
    shell.close()
    check_site(tmp_path)


@pytest.mark.slow
def test_the_tutorial_leads_from_an_empty_folder_to_what_github_publishes(tmp_path: Path) -> None:
    """Type every line, the installation too; then do what the workflow does, in a fresh environment."""
    (tmp_path / "briefing").symlink_to(ROOT)
    shell = Shell(tmp_path)
    follow(shell, tmp_path, installed=True, update=False)
    check_site(tmp_path)
    workflow = yaml.safe_load((tmp_path / "harbour/.github/workflows/pages.yml").read_text("utf-8"))
    runs = [step["run"] for step in workflow["jobs"]["build"]["steps"] if "run" in step]
    assert len(runs) == 3
    shell.type(f"deactivate; cd {tmp_path} && git clone --quiet harbour cloned && cd cloned")
    shell.type(f"python3 -m venv {tmp_path}/runner && . {tmp_path}/runner/bin/activate")
    for line in runs:
        status = shell.type(f"{line}; echo status $?").splitlines()
        assert status[-1] == "status 0", status
    shell.close()
    ours, theirs = (
        (tmp_path / name / "site/data/briefing.json").read_bytes() for name in ("harbour", "cloned")
    )
    assert ours == theirs
