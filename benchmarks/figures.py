"""Say what reading and comparing figures costs, as a part of something measured beside it.

    python benchmarks/figures.py [--peer PATH/TO/hugo] [--quotes 30000] [--below FOLDER]

Reading is compared with counting the words of the same sentences: those of the articles in this
repository, and those that the tests hold the reader to, by whether they state a figure. Times are
those of the processor, the least of nine.

With `--peer` all claims and quotes of a corpus are read and compared as well, which is set against
the clock's time that the peer takes to build the corpus's pages (see `bench.py`).
"""

from __future__ import annotations

import argparse
import gc
import re
import shlex
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import corpus
from measured import OURS, run
from peers import PEERS

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


def compared(project: Path) -> tuple[float, int]:
    """Read and compare the figures of all claims and quotes; give the seconds and the figures."""
    from briefing.judge.stances import claim_figure, state
    from briefing.load import load

    content = load(project).content
    if content is None:
        sys.exit("the corpus does not load")
    start = time.process_time()
    found = 0
    for claim in content.claims.values():
        figure, _ = claim_figure(claim, "en")
        for evidence in claim.items:
            stated, _ = state(claim, figure, evidence, "en")
            found += stated is not None and stated.comparison is not None
    return time.process_time() - start, found


def beside(peer: list[str], quotes: int, folder: Path) -> None:
    """Print what the figures of a corpus cost, as a part of the peer's cold build of its pages."""
    project, markdown = folder / "project", folder / "markdown"
    corpus.make(project, quotes // 6, quotes // 3)
    run([*OURS, "build"], project)
    pages = PEERS[0].write(project / "site", markdown)
    seconds, found = compared(project)
    built = run(peer, markdown)
    print(
        f"{quotes} quotes, {found} of them compared: {seconds:.2f} s, which is "
        f"{seconds / built.wall:.3f} of the peer's {built.wall:.2f} s for {pages} pages"
    )


def main() -> None:
    """Print a line for each kind of sentence, and one for a corpus."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--peer", type=shlex.split, default=[])
    parser.add_argument("--quotes", type=int, default=30000, help="three for each claim")
    parser.add_argument("--below", type=Path, help="work here instead of the temporary folder")
    options = parser.parse_args()
    sys.path.insert(0, str(REPOSITORY))
    from briefing.figures import read as kept

    read = kept.__wrapped__  # what was read once is not kept here

    gc.set_threshold(100_000)  # as the command does
    if options.peer:
        with tempfile.TemporaryDirectory(dir=options.below) as folder:
            beside(options.peer, options.quotes, Path(folder))
    for kind, texts in sentences().items():
        reading = spent(lambda text: read(text, "en"), texts)
        ratio = reading / spent(lambda text: Counter(text.split()), texts)
        print(f"{kind:14}{len(texts):5} sentences {reading * 1e6:6.1f} µs {ratio:6.1f} of counting")


if __name__ == "__main__":
    main()
