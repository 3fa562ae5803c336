"""Say what each stage of a build costs, as a part of a yardstick that is measured beside it.

    python benchmarks/stages.py [--quotes 6000 12000 24000] [--rounds 3] [--below FOLDER]

The yardstick counts the words of every source in a dictionary, the plainest pass over the input
that Python has, so a stage that grows in line with the input keeps its ratio. Times are those of
the processor. Each round is a process of its own; the table shows medians.
"""

from __future__ import annotations

import argparse
import gc
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from pathlib import Path
from types import MappingProxyType

import corpus

REPOSITORY = Path(__file__).resolve().parents[1]
YARDSTICKS = 5


def yardstick(project: Path) -> float:
    """Return the seconds of counting all words once."""
    texts = [path.read_text("utf-8") for path in (project / "seeds").iterdir()]
    times = []
    for _ in range(YARDSTICKS):
        start = time.process_time()
        counts: Counter[str] = Counter()
        for text in texts:
            for word in text.split():
                counts[word] += 1
        times.append(time.process_time() - start)
    return statistics.median(times)


class Watch:
    """Attributes the processor's time since the last mark to a stage."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = defaultdict(float)
        self._last = time.process_time()

    def mark(self, stage: str) -> None:
        """End a stretch of a stage's work."""
        now = time.process_time()
        self.spent[stage] += now - self._last
        self._last = now


def measure(project: Path) -> dict[str, float]:
    """Return the seconds of each stage of one build, and of the yardstick."""
    watch = Watch()
    sys.path.insert(0, str(REPOSITORY))
    from briefing import anchor, judge, load, publish, render, view

    watch.mark("import")
    gc.set_threshold(100_000)  # as the command does
    content = load.load(project).content
    if content is None:
        sys.exit("the corpus does not load")
    watch.mark("load")
    quoted = defaultdict(list)
    for claim in content.claims.values():
        for evidence in claim.items:
            quoted[evidence.source].append(evidence)
    grounds = anchor.grounds_by_source(content)
    articles = {}
    watch.mark("anchor")
    for source in content.sources.values():
        article = load.article(source, load.read_article(project, source))
        watch.mark("load")
        articles[source.id], _ = anchor.anchor(
            source, article, tuple(quoted[source.id]), grounds.get(source.id, ()), accounted=False
        )
        watch.mark("anchor")
    judged, _ = judge.judge(content, MappingProxyType(articles))
    watch.mark("judge")
    look, _ = load.read_look(project)
    watch.mark("load")
    site, _ = view.site(judged, look)
    pages = []
    renderer = render.renderer(look, site.say)
    for path in site.paths:
        page = view.page(site, path)
        watch.mark("view")
        pages.append((path, renderer.page(page)))
        watch.mark("render")
    for stage in ("publish", "publish again"):
        publish.publish(pages, project / "site")
        watch.mark(stage)
    return {"yardstick": yardstick(project)} | watch.spent


def rounds(quotes: int, count: int, below: Path | None) -> dict[str, float]:
    """Return medians of the seconds of each stage over a number of fresh processes."""
    held = []
    for _ in range(count):
        with tempfile.TemporaryDirectory(dir=below) as folder:
            corpus.make(Path(folder), quotes // 6, quotes // 3)
            told = subprocess.check_output([sys.executable, __file__, "--measure", folder])
            held.append(json.loads(told))
    return {stage: statistics.median(one[stage] for one in held) for stage in held[0]}


def main() -> None:
    """Print a table with a column for each size."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--quotes", type=int, nargs="+", default=[6000])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--below", type=Path, help="work here instead of the temporary folder")
    parser.add_argument("--measure", type=Path, help="measure this project once, and print JSON")
    options = parser.parse_args()
    if options.measure:
        print(json.dumps(measure(options.measure)))
        return
    sizes = {quotes: rounds(quotes, options.rounds, options.below) for quotes in options.quotes}
    print(f"{'quotes':14}" + "".join(f"{quotes:>18}" for quotes in sizes))
    stages = list(next(iter(sizes.values())))
    for stage in (*stages, "whole"):
        line = f"{stage:14}"
        for spent in sizes.values():
            once = ("yardstick", "publish again")
            seconds = spent.get(stage) or sum(v for k, v in spent.items() if k not in once)
            line += f"{seconds * 1000:8.0f} ms {seconds / spent['yardstick']:6.1f}"
        print(line)


if __name__ == "__main__":
    main()
