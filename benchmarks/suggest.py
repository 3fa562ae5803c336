"""Measure what `briefing suggest` finds again of what authors quoted.

    python benchmarks/suggest.py [PROJECT]

Two experiments, claim by claim: all quotes of a claim are left out, so that only its statement is known; and
the quotes of one of its sources are left out, as if nobody had read that article yet. Recall at 5 is the share
of passages that an author quoted (in the second, of sources with one) among the first five suggestions, of as
many as there could be; precision at 5 the share of suggestions that an author quoted for that claim. What
nobody quoted may speak to a claim all the same, so true precision is higher.
"""

from __future__ import annotations

import argparse
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
    root = parser.parse_args().project
    content = load.load(root).content
    if content is None:
        raise SystemExit("invalid briefing.yaml")
    held = tuple(articles(root, content))
    whole = suggesting.index_of(content, held)
    quoted: dict[str, set[str]] = {}
    for passage in whole.index.passages:
        for claim in passage.quoted_by:
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


def report(name: str, rows: Iterable[tuple[float, int, int]]) -> None:
    """Print the mean recall, and the precision over all suggestions."""
    held = list(rows)
    recall = sum(row[0] for row in held) / len(held)
    precision = sum(row[1] for row in held) / max(1, sum(row[2] for row in held))
    print(f"{name}: {len(held)} cases, recall at {MOST} {recall:.0%}, precision {precision:.0%}")


if __name__ == "__main__":
    main()
