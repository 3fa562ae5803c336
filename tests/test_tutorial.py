"""The tutorial, followed to the letter: its files written, its commands run, their output compared."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
TUTORIAL = ROOT / "docs" / "tutorial.md"
BLOCK = re.compile(r"(?:^`([^`\n]+)`:\n\n)?^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


class Block(NamedTuple):
    """A fenced block, and the file that the line above it names."""

    file: str
    language: str
    text: str


def blocks() -> list[Block]:
    return [Block(*found.groups("")) for found in BLOCK.finditer(TUTORIAL.read_text("utf-8"))]


def counted(text: str) -> str:
    """Leave the counts of files open, which depend on what is installed."""
    return re.sub(r"\d+ (files|written)", r"N \1", text)


def run(command: str, folder: Path) -> str:
    """Run a command as the reader does; give what the terminal shows."""
    name, *arguments = shlex.split(command)
    program = [sys.executable, "-m", "briefing"] if name == "briefing" else [name]
    done = subprocess.run(
        [*program, *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return done.stdout


def test_the_tutorial_leads_from_an_empty_folder_to_a_published_claim(tmp_path: Path) -> None:
    ran = 0
    for block in blocks():
        if block.language == "console":
            for command, shown in re.findall(
                r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block.text, re.MULTILINE
            ):
                assert counted(run(command, tmp_path)) == counted(shown), command
                ran += 1
        else:
            (tmp_path / block.file).write_text(block.text, encoding="utf-8")
    assert ran == TUTORIAL.read_text("utf-8").count("\n$ ")
    (claim,) = json.loads((tmp_path / "site/data/briefing.json").read_text("utf-8"))["claims"]
    assert claim["verdict"] == "corroborated"
    assert (tmp_path / "site/claims/bridge-cost.html").is_file()
