"""Run a command, and tell what it took: time, the processors' time, and memory of all its processes."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[1]
ENVIRONMENT = {
    **{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
    "PYTHONPATH": str(REPOSITORY),
}
UNSEARCHED = (
    "import sys; sys.modules['pagefind_bin'] = None; from briefing.__main__ import main; main()"
)
"""Runs as if Pagefind were not installed: no peer makes an index to search by."""
OURS = [sys.executable, "-P", "-c", UNSEARCHED]
"""Before the name of a command."""
_EVERY = 0.05
"""Seconds between two looks at the memory."""


@dataclass(frozen=True, slots=True)
class Spent:
    """What one run of a command took."""

    wall: float
    """Seconds by the clock."""
    cpu: float
    """Seconds of processors, the system's work included."""
    memory: float
    """The most that all its processes held at once, in MiB."""


def run(command: list[str], folder: Path) -> Spent:
    """Run a command in a folder, and stop the benchmark if it fails."""
    start = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=folder, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    most = [0.0]
    over = threading.Event()
    looking = threading.Thread(target=_look, args=(process.pid, most, over))
    looking.start()
    assert process.stderr is not None  # noqa: S101 (tells the type checker)
    said = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    over.set()
    looking.join()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{shlex.join(command)} failed: {said.decode(errors='replace')[-2000:]}")
    alone = usage.ru_maxrss / 1024
    return Spent(wall, usage.ru_utime + usage.ru_stime, max(alone, most[0]))


def _look(process: int, most: list[float], over: threading.Event) -> None:
    """Note the most that a process and all below it hold together; without /proc, nothing."""
    while not over.wait(_EVERY):
        most[0] = max(most[0], sum(map(_held, _tree(process))))


def _tree(process: int) -> list[int]:
    found = [process]
    for one in found:
        try:
            listed = Path(f"/proc/{one}/task/{one}/children").read_text()
        except OSError:
            continue
        found += map(int, listed.split())
    return found


def _held(process: int) -> float:
    """Return the memory of one process in MiB, what it shares with others divided among them."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024
