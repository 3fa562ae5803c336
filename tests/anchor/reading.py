"""Anchor the quotes of a few lines of YAML in a text."""

from __future__ import annotations

import hashlib

from briefing.anchor import anchor
from briefing.diagnostics import Diagnostic
from briefing.load.claims import read_claims
from briefing.load.sources import read_sources
from briefing.model.content import Article, Ground, Words
from briefing.model.judged import Anchor, AnchoredArticle

CLAIMS = "content/claims/all.yaml"
SEED = "seeds/a.txt"


def anchored(
    text: str,
    *items: str,
    source: str = "",
    grounds: tuple[Words, ...] = (),
    html: bool = False,
) -> tuple[AnchoredArticle, tuple[Diagnostic, ...]]:
    """Anchor items (each one line of YAML: a quote, or a mapping) in the text of source `a`.

    The items appear in lines 6, 7, … of the claims file, plain quotes from column 12 on.
    """
    listed = "".join(
        f"      - {item}\n" if item.startswith("{") else f"      - a: {item}\n" for item in items
    )
    held = f"    for:\n{listed}" if items else ""
    read = read_claims(f"topic: t\nclaims:\n  c:\n    claim: It is.\n{held}", CLAIMS, {})
    assert not read.found
    sources, _, found = read_sources(f"a: {{file: a.txt, title: A{source}}}", "excerpts")
    assert not found
    digest = hashlib.sha256(text.encode()).hexdigest()
    lines = (7,) * (text.count("\n") + 1) if html else ()
    article = Article("a", SEED, text, digest, digest if html else None, lines)
    evidence = read.claims[0].items
    return anchor(sources["a"], article, evidence, tuple(Ground(one, "a") for one in grounds))


def anchors(text: str, *items: str, source: str = "") -> list[Anchor]:
    """Give the anchors of items that all stand, in their order."""
    held, found = anchored(text, *items, source=source)
    assert not found
    return list(held.anchors.values())


def mistake(text: str, item: str, source: str = "") -> Diagnostic:
    """Give the one diagnostic of one item, which has no anchor."""
    held, (found,) = anchored(text, item, source=source)
    assert not held.anchors
    return found


def related(found: Diagnostic) -> list[tuple[str, int, int, str]]:
    """Give file, line, column and message of each related place."""
    return [(one.at.file, one.at.line, one.at.column, one.message) for one in found.related]
