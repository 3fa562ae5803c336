"""Make a large briefing out of nothing, the same each time, to measure stages and builds with.

    python benchmarks/corpus.py FOLDER [--sources 1000] [--claims 2000]

Each claim has three quotes, half of the claims a figure; every fifth claim is disputed.
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path

WORDS = (
    "the company said that its cloud unit would add servers and chips for customers in several "
    "regions while analysts asked whether margins could hold as rivals cut prices and demand for "
    "hosting kept rising among banks makers of cars and public offices over the coming quarters"
).split()
SENTENCES = 40
QUOTES = 3
TOPICS = 8
PUBLISHERS = 60


def sentence(chance: random.Random) -> str:
    """Make a sentence of some dozen words."""
    words = chance.choices(WORDS, k=chance.randint(9, 22))
    return " ".join(words).capitalize() + "."


def desk(number: int) -> str:
    """Name a speaker in letters: a bare number that is no figure is warned of."""
    return "Desk " + "".join("bdfgklmprt"[int(digit)] for digit in str(number)).capitalize()


def article(chance: random.Random, facts: list[str]) -> str:
    """Make an article that holds the facts among other sentences."""
    sentences = [sentence(chance) for _ in range(SENTENCES)]
    for fact in facts:
        sentences.insert(chance.randrange(len(sentences)), f"{fact}.")
    return "\n\n".join(" ".join(sentences[at : at + 4]) for at in range(0, len(sentences), 4))


def make(root: Path, sources: int, claims: int) -> None:
    """Write the whole project below `root`."""
    chance = random.Random(7)  # noqa: S311 (the same corpus each time)
    facts: dict[int, list[str]] = {number: [] for number in range(sources)}
    files: dict[str, list[str]] = {f"topic-{n}": [] for n in range(TOPICS)}
    for number in range(claims):
        topic = f"topic-{number % TOPICS}"
        speakers = chance.sample(range(sources), QUOTES)
        figure = number % 2 == 0
        amount = f"{chance.randint(10, 900)}.{chance.randint(1, 9)}"
        lines = [f"  claim-{number}:"]
        if figure:
            lines += [f"    claim: Project {number} will cost ${amount} million.", "    quotes:"]
        else:
            lines += [f"    claim: Project {number} is on time.", "    for:"]
        for place, speaker in enumerate(speakers):
            other = number % 5 == 0 and place == QUOTES - 1
            said = f"{chance.randint(1, 9)}.5" if other else amount
            fact = (
                f"Project {number} will cost ${said} million by the count of {desk(speaker)}"
                if figure
                else f"Project {number} runs on time as far as {desk(speaker)} can see"
            )
            facts[speaker].append(fact)
            if not figure and other:
                lines.append("    against:")
            lines.append(f"      - source-{speaker}: {fact}")
        files[topic] += lines
    write(root, files, {n: article(chance, held) for n, held in facts.items()})


def write(root: Path, files: dict[str, list[str]], articles: dict[int, str]) -> None:
    """Write configuration, sources, publishers, claims, narratives and articles."""
    for folder in ("content/claims", "content/topics", "seeds"):
        (root / folder).mkdir(parents=True, exist_ok=True)
    topics = "".join(f"  - id: {topic}\n    title: {topic.capitalize()}\n" for topic in files)
    (root / "briefing.yaml").write_text(f"title: A large briefing\ntopics:\n{topics}")
    (root / "content/sources.yaml").write_text(
        "".join(
            f"source-{n}:\n  file: seeds/source-{n}.txt\n  title: Report {n}\n"
            f"  publisher: publisher-{n % PUBLISHERS}\n  published: 2025-0{n % 9 + 1}-15\n"
            for n in articles
        )
    )
    (root / "content/publishers.yaml").write_text(
        "".join(f"publisher-{n}:\n  name: Publisher {n}\n" for n in range(PUBLISHERS))
    )
    for topic, lines in files.items():
        text = "\n".join([f"topic: {topic}", "claims:", *lines, ""])
        (root / f"content/claims/{topic}.yaml").write_text(text)
        (root / f"content/topics/{topic}.md").write_text(f"What is said of {topic}.\n")
    (root / "content/index.md").write_text("A large briefing.\n")
    for number, text in articles.items():
        (root / f"seeds/source-{number}.txt").write_text(text)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sources", type=int, default=1000)
    parser.add_argument("--claims", type=int, default=2000)
    asked = parser.parse_args()
    make(asked.folder, asked.sources, asked.claims)
