"""The commonest traps of YAML are told by what the author did, at their place, with what to paste."""

from __future__ import annotations

import pytest
import yaml

from briefing.located import parse

TRAPS = [
    ('a:\n  - x: "He said" that\n', (2, 18), 'the text continues after its closing "', "'\"He said\" that'"),
    ("a: 'It' is Bob's\n", (1, 9), "the text continues after its closing '", "'''It'' is Bob''s'"),
    ('a: "x", y: z\n', (1, 7), 'the text continues after its closing "', "'\"x\", y: z'"),
    ("a:\n\tb: c\n", (2, 1), "YAML does not allow a tab here", "use spaces"),
    ("a:\n  - b\n\t- c\n", (3, 1), "YAML does not allow a tab here", "use spaces"),
    ("a:\n  -\tb: c\n", (2, 4), "YAML does not allow a tab here", "use spaces"),
    ("a: @b's\n", (1, 4), "a text that begins with @ needs quotation marks", "'@b''s'"),
    ("a: `b`\n", (1, 4), "a text that begins with ` needs quotation marks", "'`b`'"),
    ("a:\n  - b: %c\n", (2, 8), "a text that begins with % needs quotation marks", "'%c'"),
    ("a: *b* c\n", (1, 4), "a text that begins with * needs quotation marks", "'*b* c'"),
    ("a: [b] c\n", (1, 4), "a text that begins with [ needs quotation marks", "'[b] c'"),
    ("a: > b\n", (1, 4), "a text that begins with > needs quotation marks", "'> b'"),
    ("a: , b\n", (1, 4), "a text that begins with , needs quotation marks", "', b'"),
    ("- a: b: c\n", (1, 7), "a text with ': ' in it needs quotation marks", "'b: c'"),
    ("a:\n  b: c\n  d:e\n  f: g\n", (3, 5), "a space is missing after 'd:'", "write  d: …"),
    ("a:\n  b: c\n   d: e\n", (3, 4), "indented deeper than the entry above", "in the same column"),
    ("a:\n  -b: c\n  - d: e\n", (2, 4), "a space is missing after '-'", "write  - b:"),
    ("a:\n  - b: c\n  -d: e\n", (3, 4), "a space is missing after '-'", "write  - d:"),
    ("a:\n    b: c\n  d: e\n", (3, 3), "indented differently from the entries above", "in the same column"),
    ('a:\n  - x: "b\n  - y: c\n', (2, 8), "this quotation mark is never closed", "close it"),
    ('a:\n  - x: "b\n  - y: "c"\n', (2, 8), "this quotation mark is not closed", "close it"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "place", "message", "hint"), TRAPS)
def test_a_trap_is_named(text: str, place: tuple[int, int], message: str, hint: str) -> None:
    root, (one,) = parse(text, "f.yaml")
    assert root is None
    assert one.code == "yaml-syntax"
    assert (one.at.line, one.at.column) == place
    assert one.message.startswith(message)
    assert hint in (one.hint or "")


@pytest.mark.parametrize("text", [row[0] for row in TRAPS if row[3].startswith("'")])
def test_what_is_to_be_pasted_is_valid(text: str) -> None:
    _, (one,) = parse(text, "f.yaml")
    pasted = (one.hint or "").partition(":  ")[2]
    assert isinstance(yaml.safe_load(pasted), str)
    assert yaml.safe_load(pasted) in text


@pytest.mark.parametrize("text", ["a: &b c\n", "a: *b\n", "a: !b c\n"])
def test_what_is_refused_may_be_a_text(text: str) -> None:
    _, (one,) = parse(text, "f.yaml")
    assert one.code == "yaml-refused"
    assert one.hint == "if it is the beginning of a text, put the text in quotation marks"
