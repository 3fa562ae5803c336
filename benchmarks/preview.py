"""Compare what the preview does after an edit with what it does at first.

    python benchmarks/preview.py [PROJECT] [--quotes 6000] [--rounds 9]

PROJECT is copied; without one a corpus is made. An edit is a letter more in a claim's statement, a
comment that moves all lines of a file of claims, a letter more in the last source's title, or a
sentence more on the front page. Each edit is examined with the memory of the run before, then the
front page is made from it.
"""

from __future__ import annotations

import argparse
import re
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import corpus

REPOSITORY = Path(__file__).resolve().parents[1]
INPUTS = ("briefing.yaml", "content", "seeds", "templates", "static")
EDITS: dict[str, tuple[str, Callable[[str], str]]] = {
    "nothing": ("content/index.md", lambda text: text),
    "a statement": ("", lambda text: text.replace("claim: ", "claim: X", 1)),
    "a line put in": ("", lambda text: f"# a remark\n{text}"),
    "a source": (
        "content/sources.yaml",
        lambda text: re.sub(r"(?s)(.*title: [\"']?)", r"\1X", text, count=1),
    ),
    "the front page": ("content/index.md", lambda text: f"{text}\nMore is to come.\n"),
}


def copy(project: Path, root: Path) -> None:
    """Copy what a build reads of a project."""
    for name in INPUTS:
        if (project / name).is_dir():
            shutil.copytree(project / name, root / name)
        elif (project / name).exists():
            shutil.copy(project / name, root)


def measure(root: Path, rounds: int) -> dict[str, float]:
    """Return the median seconds of the first examination and of one after each kind of edit."""
    sys.path.insert(0, str(REPOSITORY))
    from briefing import pipeline
    from briefing.serve.garbage import collect, uncollected
    from briefing.units import Memory

    memory = Memory()

    def examined(memory: Memory) -> float:
        collect()  # as the preview does while nobody waits
        start = time.perf_counter()
        with uncollected():
            pipeline.examine(root, memory.unit).file("index.html")
        return time.perf_counter() - start

    spent = {"first": [examined(Memory()) for _ in range(3)]}
    examined(memory)
    claims = min((root / "content/claims").glob("*.yaml")).relative_to(root)
    for label, (name, edit) in EDITS.items():
        spent[label] = []
        path = root / (name or claims)
        for _ in range(rounds):
            path.write_text(edit(path.read_text("utf-8")), "utf-8")
            memory = memory.following()
            spent[label].append(examined(memory))
    return {label: statistics.median(times) for label, times in spent.items()}


def main() -> None:
    """Print a line for each kind of edit."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("project", type=Path, nargs="?")
    parser.add_argument("--quotes", type=int, default=6000)
    parser.add_argument("--rounds", type=int, default=9)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        if options.project:
            copy(options.project, root)
        else:
            corpus.make(root, options.quotes // 6, options.quotes // 3)
        spent = measure(root, options.rounds)
    for label, seconds in spent.items():
        print(f"{label:16}{seconds * 1000:8.1f} ms {seconds / spent['first']:6.3f} of the first")


if __name__ == "__main__":
    main()
