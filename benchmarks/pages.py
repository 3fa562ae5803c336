"""Measure how much of saved pages is read: words of the expected article against words read.

    python benchmarks/pages.py FOLDER

Each folder in FOLDER holds `source.html` and the words of its article, `article.txt`. A word is a run
of letters and digits, or one character of Chinese or Japanese; words are compared as multisets.
"""

from __future__ import annotations

import re
import sys
import time
from collections import Counter
from pathlib import Path

from briefing.load import article
from briefing.load.sources import read_sources

_WIDE = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_WORD = re.compile(rf"[{_WIDE}]|[^\W{_WIDE}]+")


def measure(folder: Path) -> tuple[float, float, float, int]:
    """Return precision, recall and their harmonic mean for a page, and its count of warnings."""
    sources, _, _ = read_sources("page: {title: Page, file: page.html}", "excerpts")
    data = (folder / "source.html").read_bytes().decode(errors="replace").encode()
    made, found = article(sources["page"], data)
    read = _words(made.text if made else "")
    expected = _words((folder / "article.txt").read_text("utf-8"))
    common = (read & expected).total()
    precision, recall = common / max(1, read.total()), common / max(1, expected.total())
    mean = 2 * precision * recall / (precision + recall) if common else 0.0
    return precision, recall, mean, len(found)


def _words(text: str) -> Counter[str]:
    return Counter(_WORD.findall(text.casefold()))


def main() -> None:
    """Print a row for each page, and the mean."""
    folders = sorted(path.parent for path in Path(sys.argv[1]).glob("*/source.html"))
    began = time.perf_counter()
    rows = [(folder.name, *measure(folder)) for folder in folders]
    took = time.perf_counter() - began
    for name, precision, recall, mean, doubts in rows:
        print(f"{name:24} precision {precision:.3f}  recall {recall:.3f}  F1 {mean:.3f}"
              f"{'  in doubt' if doubts else ''}")  # fmt: skip
    print(f"{len(rows)} pages in {took:.1f} s: mean F1 {sum(row[3] for row in rows) / len(rows):.3f}, "
          f"least recall {min(row[2] for row in rows):.3f}")  # fmt: skip


if __name__ == "__main__":
    main()
