"""Hold the reader of figures to its promised precision and recall, corpus by corpus.

A corpus is any text file of `fixtures/`: lines that start with `>` are sentences, a line after one
that starts with `=` lists what it states; a sentence with no such line, or with `= none`, states
nothing. A corpus in another language than English names it in front of its ending: `blind.de.md`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.figures import is_read, read, shown
from briefing.language.messages import ENGLISH

LEAST = 0.98


def _language(corpus: Path) -> str:
    return corpus.stem.partition(".")[2] or "en"


CORPORA = [
    corpus
    for corpus in sorted((Path(__file__).parent / "fixtures").glob("*.md"))
    if is_read(_language(corpus))
]


def _stated(line: str) -> list[str]:
    return line[2:].split("; ") if line.startswith("= ") else []


def _sentences(corpus: Path) -> list[tuple[str, Counter[str]]]:
    lines = corpus.read_text(encoding="utf-8").splitlines()
    following = [*lines[1:], ""]
    return [
        (line[2:], Counter(figure for figure in _stated(after) if figure != "none"))
        for line, after in zip(lines, following, strict=True)
        if line.startswith("> ")
    ]


@pytest.mark.parametrize("corpus", CORPORA, ids=lambda corpus: corpus.stem)
def test_the_reader_is_as_good_as_promised(corpus: Path, score: Callable[[str], None]) -> None:
    sentences, language = _sentences(corpus), _language(corpus)
    hits = wanted = got = 0
    for sentence, expected in sentences:
        found = Counter(shown(quantity, ENGLISH) for quantity in read(sentence, language))
        hits += (found & expected).total()
        wanted += expected.total()
        got += found.total()
    precision = hits / got if got else 1.0
    recall = hits / wanted if wanted else 1.0
    score(
        f"{corpus.stem}: {len(sentences)} sentences, {wanted} figures, "
        f"precision {precision:.3f}, recall {recall:.3f}, {got - hits} false"
    )
    assert min(precision, recall) >= LEAST
    assert wanted or got <= (1 - LEAST) * len(sentences)
