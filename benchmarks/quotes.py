"""Compare anchoring quotes with plain string search: both sides of each ratio from one run.

    python benchmarks/quotes.py [--sources 5000] [--quotes 30000]

The articles are the five of `seeds/` with every word salted by the number of the copy, so that no
two are alike; half of them hold curly quotation marks and dashes. The quotes are runs of five to
fourteen words that appear once in their article.
"""

from __future__ import annotations

import argparse
import random
import re
import time
from collections.abc import Callable
from pathlib import Path

from briefing import quotes

SEEDS = Path(__file__).parent.parent / "seeds"


def articles(count: int) -> list[str]:
    """Make articles of the length, punctuation and scripts of the real ones."""
    seeds = [path.read_text("utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    return [
        re.sub(r"\b(the|and)\b", rf"\1 {number}", seeds[number % len(seeds)])
        for number in range(count)
    ]


def pick(texts: list[str], count: int) -> list[tuple[int, str]]:
    """Pick runs of words that appear once in their article."""
    chance = random.Random(7)  # noqa: S311 (the same quotes each time)
    picked: list[tuple[int, str]] = []
    while len(picked) < count:
        number = chance.randrange(len(texts))
        words = texts[number].split(" ")
        start = chance.randrange(len(words) - 14)
        quote = " ".join(words[start : start + chance.randint(5, 14)]).strip()
        if texts[number].count(quote) == 1:
            picked.append((number, quote))
    return picked


def timed(work: Callable[[], object], runs: int = 3) -> float:
    """Return the best wall time of a few runs, in seconds."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def main() -> None:
    """Print wall times and their ratio to plain search."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sources", type=int, default=5000)
    parser.add_argument("--quotes", type=int, default=30000)
    asked = parser.parse_args()
    texts = articles(asked.sources)
    picked = pick(texts, asked.quotes)
    bodies = [body for body in map(quotes.cut, texts) if isinstance(body, quotes.Body)]
    folded = [(bodies[number].text, quotes.fold(quote).text) for number, quote in picked]
    found = [(bodies[number], quotes.locate(bodies[number], quote)) for number, quote in picked]
    matches = [(body, match) for body, match in found if isinstance(match, quotes.Match)]
    plain = timed(lambda: [text.find(quote) for text, quote in folded])
    size = sum(map(len, texts)) / 1e6
    stages: dict[str, Callable[[], object]] = {
        "cut": lambda: [quotes.cut(text) for text in texts],
        "locate": lambda: [quotes.locate(bodies[number], quote) for number, quote in picked],
        "turned": lambda: [quotes.turned(body, match, "en") for body, match in matches],
        "context": lambda: [quotes.context(body, match, 240, "en") for body, match in matches],
    }
    print(f"{len(texts)} articles, {size:.0f} million characters; {len(matches)} of {len(picked)} "
          "quotes stand whole words")  # fmt: skip
    print(f"find     {plain * 1000:6.0f} ms  1.0")
    for name, work in stages.items():
        spent = timed(work)
        print(f"{name:8} {spent * 1000:6.0f} ms  {spent / plain:.1f}")


if __name__ == "__main__":
    main()
