"""Compare publishing with writing the same files plainly into fresh folders.

Run `python benchmarks/publish.py [--files N] [--size BYTES] [--rounds N] [--below FOLDER]`. Each
round does everything once, in turn, so that both sides of a ratio come from the same minutes; the
table shows medians. Times of one machine say little about another: go by the ratios.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from briefing.publish import Published, publish

Pages = list[tuple[str, bytes]]


def pages_of(files: int, size: int) -> Pages:
    """Return as many distinct pages, spread over folders as those of a briefing are."""
    folders = ("claims", "claims", "sources")
    return [
        (f"{folders[number % 3]}/id-{number}.html", f"{number:09d}".encode() * (size // 9))
        for number in range(files)
    ]


def edited(pages: Pages, every: int, mark: bytes) -> Pages:
    """Return the pages with one of so many changed."""
    return [
        (name, mark + data) if number % every == 0 else (name, data)
        for number, (name, data) in enumerate(pages)
    ]


def write_plainly(pages: Pages, root: Path) -> None:
    """Write the pages the shortest way there is in Python, with no promise kept."""
    for folder in ("claims", "sources"):
        (root / folder).mkdir(parents=True)
    for name, data in pages:
        page = os.open(f"{root}/{name}", os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
        os.write(page, data)
        os.close(page)


def publish_all(pages: Pages, out: Path) -> None:
    """Publish, and stop the benchmark if that fails."""
    result = publish(pages, out)
    if not isinstance(result, Published):
        sys.exit(result.message)


def timed(step: Callable[[], None]) -> float:
    """Return how many seconds the step takes."""
    start = time.perf_counter()
    step()
    return time.perf_counter() - start


def one_round(pages: Pages, folder: Path) -> dict[str, float]:
    """Return the seconds of each kind of run, in fresh folders."""
    out = folder / "site"
    runs = {
        "first run": pages,
        "second run, one page edited": edited(pages, len(pages), b"2"),
        "later run, one page edited": edited(pages, len(pages), b"3"),
        "later run, nothing changed": edited(pages, len(pages), b"3"),
        "later run, every page changed": edited(pages, 1, b"4"),
    }
    seconds = {"plain write": timed(partial(write_plainly, pages, folder / "plain"))}
    for label, version in runs.items():
        seconds[label] = timed(partial(publish_all, version, out))
    return seconds


def main() -> None:
    """Print the medians and their ratios to a plain write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--files", type=int, default=5000)
    parser.add_argument("--size", type=int, default=12_000, help="bytes of a page")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--below", type=Path, help="write here instead of the temporary folder")
    options = parser.parse_args()
    pages = pages_of(options.files, options.size)
    rounds = []
    for _ in range(options.rounds):
        with tempfile.TemporaryDirectory(dir=options.below) as folder:
            rounds.append(one_round(pages, Path(folder)))
    print(f"{options.files} files of {options.size} bytes, medians of {options.rounds} rounds")
    plain = statistics.median(seconds["plain write"] for seconds in rounds)
    for label in rounds[0]:
        median = statistics.median(seconds[label] for seconds in rounds)
        rate = options.files / median
        print(
            f"{label:32} {median * 1000:8.0f} ms {rate:10.0f} files/s  ratio {median / plain:.2f}"
        )


if __name__ == "__main__":
    main()
