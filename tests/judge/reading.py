"""Read claims and sources from a few lines of YAML, as the tests of this folder need them."""

from __future__ import annotations

from collections.abc import Mapping
from textwrap import dedent

from briefing.diagnostics import Diagnostic, Span
from briefing.figures import PeriodReader
from briefing.load.claims import read_claims
from briefing.load.sources import read_sources
from briefing.model.content import Claim, Entity, Source

EN = PeriodReader("en")
FILE = "content/claims/all.yaml"
MILL = Entity("mill", "The Mill", "03-31", Span("briefing.yaml"))


def claim(text: str) -> Claim:
    """Read one claim; `text` is what stands under its id."""
    indented = "\n".join(f"    {line}" for line in dedent(text).strip().splitlines())
    read = read_claims(f"topic: all\nclaims:\n  it:\n{indented}\n", FILE, {"mill": MILL})
    assert not read.found
    return read.claims[0]


def source(text: str) -> Source:
    """Read one source; `text` is its entry as one line of YAML."""
    sources, _, found = read_sources(f"a: {{file: a.txt, title: A{text and ', '}{text}}}", "full")
    assert not found
    return sources["a"]


def sources(**entries: str) -> Mapping[str, Source]:
    """Read sources by their ids; each value is an entry as one line of YAML."""
    lines = (f"{id_}: {{file: {id_}.txt, title: A, {entry}}}" for id_, entry in entries.items())
    held, _, found = read_sources("\n".join(lines), "full")
    assert not found
    return held


def place(one: Diagnostic) -> tuple[int, int]:
    """Give the line and column of a diagnostic, both from 1."""
    return one.at.line, one.at.column
