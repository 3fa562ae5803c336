"""Compare reading figures out of sentences with counting the words of the same sentences.

    python benchmarks/figures.py

The sentences are those of the articles in this repository, and those that the tests hold the
reader to, by whether they state a figure. Times are those of the processor, the least of nine.
"""

from __future__ import annotations

import gc
import re
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[1]
ROUNDS = 9


def sentences() -> dict[str, list[str]]:
    """Gather the sentences of each kind."""
    texts = [path.read_text("utf-8") for path in (REPOSITORY / "seeds").iterdir()]
    held = {"of articles": [one for text in texts for one in re.split(r"(?<=[.!?])\s+", text)]}
    held |= {"with figures": [], "without": []}
    for path in (REPOSITORY / "tests/figures/fixtures").glob("*.md"):
        lines = path.read_text("utf-8").splitlines()
        for line, after in zip(lines, [*lines[1:], ""], strict=True):
            if line.startswith("> "):
                states = after.startswith("= ") and after != "= none"
                held["with figures" if states else "without"].append(line[2:])
    return held


def spent(work: Callable[[str], object], texts: list[str]) -> float:
    """Return the least seconds for a text."""
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        for text in texts:
            work(text)
        times.append(time.process_time() - start)
    return min(times) / len(texts)


def main() -> None:
    """Print a line for each kind of sentence."""
    sys.path.insert(0, str(REPOSITORY))
    from briefing.figures import read

    gc.set_threshold(100_000)  # as the command does

    for kind, texts in sentences().items():
        reading = spent(read, texts)
        ratio = reading / spent(lambda text: Counter(text.split()), texts)
        print(f"{kind:14}{len(texts):5} sentences {reading * 1e6:6.1f} µs {ratio:6.1f} of counting")


if __name__ == "__main__":
    main()
