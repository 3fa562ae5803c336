"""Measure what `briefing suggest` finds again of what authors quoted, or of what others labelled.

    python benchmarks/suggest.py [PROJECT]
    python benchmarks/suggest.py --headlines FILE [FILE ...]

Of a project, two experiments, claim by claim: all quotes of a claim are left out, so that only its statement is
known; and the quotes of one of its sources are left out, as if nobody had read that article yet. Recall at 5 is
the share of passages that an author quoted (in the second, of sources with one) among the first five suggestions,
of as many as there could be; precision at 5 the share of suggestions that an author quoted for that claim. What
nobody quoted may speak to a claim all the same, so true precision is higher.

Of headlines, each FILE is a CSV file with the columns `claimHeadline` and `articleHeadline`, as the Emergent
corpus has them: journalists collected headlines for and against each claim. Every headline becomes a source of
its own, every claim one without quotes, and suggestions are held against what was labelled as about the claim.
"""

from __future__ import annotations

import argparse
import csv
import json
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from briefing import load, suggesting
from briefing.diagnostics import Diagnostic
from briefing.model.content import Article, Claim, Content, Source

MOST = 5
Articles = tuple[tuple[Source, Article | None], ...]


def main() -> None:
    """Print both experiments."""
    parser = argparse.ArgumentParser(description="What suggest finds again.")
    parser.add_argument("project", nargs="?", default=Path(__file__).parents[1], type=Path)
    parser.add_argument("--headlines", nargs="+", type=Path)
    given = parser.parse_args()
    if given.headlines:
        report("headlines that others labelled", labelled(given.headlines))
        return
    root = given.project
    content = load.load(root).content
    if content is None:
        raise SystemExit("invalid briefing.yaml")
    held = tuple(articles(root, content))
    whole = suggesting.index_of(content, held)
    quoted: dict[str, set[str]] = {}
    for passage in whole.index.passages:
        for claim in whole.taken.by(passage):
            quoted.setdefault(claim, set()).add(f"{passage.source}\n{passage.text}")
    report("all quotes left out", everything_left_out(content, held, quoted))
    report("one source left out", one_source_left_out(content, held, quoted))


def articles(root: Path, content: Content) -> Iterator[tuple[Source, Article | None]]:
    """Read the articles of a project."""
    for source in content.sources.values():
        data = load.read_article(root, source, content.settings.limits)
        if not isinstance(data, Diagnostic):
            yield source, load.article(source, data, content.settings.limits)[0]


def first(content: Content, held: Articles, claim: Claim) -> list[str]:
    """Return what is suggested for a claim as it is now."""
    claims = MappingProxyType({**content.claims, claim.id: claim})
    indexed = suggesting.index_of(replace(content, claims=claims), held)
    found = suggesting.speaking(indexed, claim.id, MOST)
    return [f"{one.passage.source}\n{one.passage.text}" for one in found]


def everything_left_out(
    content: Content, held: Articles, quoted: dict[str, set[str]]
) -> Iterator[tuple[float, int, int]]:
    """Yield recall, hits and suggestions for each claim without any of its quotes."""
    for claim in content.claims.values():
        wanted = quoted.get(claim.id, set())
        if wanted:
            shown = first(content, held, replace(claim, items=()))
            hits = len(wanted.intersection(shown))
            yield hits / min(MOST, len(wanted)), hits, len(shown)


def one_source_left_out(
    content: Content, held: Articles, quoted: dict[str, set[str]]
) -> Iterator[tuple[float, int, int]]:
    """Yield whether a source is found again, hits and suggestions, for each claim and source of it."""
    for claim in content.claims.values():
        sources = sorted({item.source for item in claim.items})
        for source in sources if len(sources) > 1 else ():
            wanted = {one for one in quoted.get(claim.id, set()) if one.startswith(f"{source}\n")}
            if wanted:
                kept = tuple(item for item in claim.items if item.source != source)
                shown = first(content, held, replace(claim, items=kept))
                hits = len(wanted.intersection(shown))
                yield float(hits > 0), hits, len(shown)


def labelled(files: list[Path]) -> Iterator[tuple[float, int, int]]:
    """Yield recall, hits and suggestions for each claim of a corpus of headlines."""
    about: dict[str, list[str]] = {}
    for file in files:
        with file.open(encoding="utf-8", newline="") as rows:
            for row in csv.DictReader(rows):
                about.setdefault(row["claimHeadline"], []).append(row["articleHeadline"])
    print(f"{len(about)} claims, {sum(map(len, about.values()))} headlines")
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder), about)
        searched = suggesting.indexed(Path(folder))
        if not isinstance(searched, suggesting.Searched):
            raise SystemExit(f"not a project: {searched[0].message}")
        for number, headlines in enumerate(about.values()):
            shown = suggesting.speaking(searched, f"c{number}", MOST)
            hits = sum(one.passage.source.startswith(f"c{number}-") for one in shown)
            yield hits / min(MOST, len(headlines)), hits, len(shown)


def write(root: Path, about: dict[str, list[str]]) -> None:
    """Write a project of which each headline is a source, and each claim has no quotes."""
    sources, claims = {}, {}
    for number, (claim, headlines) in enumerate(about.items()):
        claims[f"c{number}"] = {"claim": claim, "mentions": []}
        for place, headline in enumerate(headlines):
            id_ = f"c{number}-{place}"
            sources[id_] = {"title": headline, "file": f"{id_}.txt"}
            path = root / "seeds" / f"{id_}.txt"
            path.parent.mkdir(exist_ok=True)
            path.write_text(headline, "utf-8")
    files = {
        "briefing.yaml": {"title": "Headlines", "topics": [{"id": "all", "title": "All"}]},
        "content/sources.yaml": sources,
        "content/claims/all.yaml": {"topic": "all", "claims": claims},
    }
    for name, held in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(json.dumps(held), "utf-8")


def report(name: str, rows: Iterable[tuple[float, int, int]]) -> None:
    """Print the mean recall, and the precision over all suggestions."""
    held = list(rows)
    recall = sum(row[0] for row in held) / len(held)
    precision = sum(row[1] for row in held) / max(1, sum(row[2] for row in held))
    print(f"{name}: {len(held)} cases, recall at {MOST} {recall:.0%}, precision {precision:.0%}")


if __name__ == "__main__":
    main()
