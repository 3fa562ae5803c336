"""Markdown is read as it is rendered."""

from __future__ import annotations

import pytest

from briefing.load import article
from briefing.load.sources import read_sources
from briefing.model.content import Article


def read(text: str, name: str = "a.md") -> Article:
    sources, _, _ = read_sources(f"a: {{title: A, file: {name}}}", "excerpts")
    made, found = article(sources["a"], text.encode())
    assert made is not None
    assert not found
    return made


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("# The *quay*\n\nIt is **open**.", "The quay\nIt is open."),
        ("See [the report](https://example.org/a_b) of 2024.", "See the report of 2024."),
        ("See [the report][r].\n\n[r]: https://example.org", "See the report."),
        ("See <https://example.org>.", "See https://example.org."),
        ("![A quay](quay.png) It opened.", "It opened."),
        ("It cost `$40` million.", "It cost $40 million."),
        ("```py\nx = 1\n```", "x = 1"),
        ("~~Old~~ new", "Old new"),
        ("- one\n- two\n  - three", "one\ntwo\nthree"),
        ("> quoted\n> words", "quoted words"),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "a\nb\n1\n2"),
        ("one\ntwo  \nthree\\\nfour", "one two\nthree\nfour"),
        ("one\n***\ntwo", "one\ntwo"),
        ("R&D; &amp; &pound;5 \\*not\\*", "R&D; & £5 *not*"),
        ("It is dear.[^1] So it is.[^note]\n\n[^1]: The report\n    says so.\n[^note]: A *clerk*.",
         "It is dear.¹ So it is.²\nThe report says so.\nA clerk."),
        ("No note [^1] here.", "No note [^1] here."),
        ("a <b>b</b> <span hidden>c</span>\n\n<div style='display:none'>\n\nd\n\n</div>\n\ne", "a b\ne"),
        ("<script>a</script>\n\nb <!-- c -->", "b"),
        ("snake_case_name and 2*3*4", "snake_case_name and 234"),
    ],
)  # fmt: skip
def test_markdown_is_read_as_rendered(text: str, seen: str) -> None:
    assert read(text).text == seen + "\n"


@pytest.mark.parametrize(
    "front",
    ["---\ntitle: x\ntags:\n  - a\n---\n", "\ufeff---\n# a\n\ntitle: x\n...\n",
     "+++\ntitle = 1\n+++\n", "---\r\ntitle: x\r\n---\r\n"],
)  # fmt: skip
def test_front_matter_is_not_read(front: str) -> None:
    made = read(f"{front}\nThe quay.\n")
    assert made.text == "The quay.\n"
    assert made.lines == (front.count("\n") + 2,)


@pytest.mark.parametrize(
    "text", ["---\n\nThe quay.\n\n---\n", "---\nThe quay. It is new.\n\n---\n"]
)
def test_rules_at_the_top_are_no_front_matter(text: str) -> None:
    assert "The quay." in read(text).text


def test_each_line_knows_where_it_begins() -> None:
    text = (
        "# One\n\nTwo\ngoes on.\n\n- three\n- four\n\n```\nfive\n```\n\n| six |\n|---|\n| seven |\n"
    )
    made = read(text, "a.MD")
    rows = text.split("\n")
    for at, line in zip(made.lines, made.text.splitlines(), strict=True):
        assert line.split()[0] in rows[at - 1] or line == "five"


def test_code_at_the_top_knows_its_line() -> None:
    assert read("\n\n```\nfive\n```\n").lines == (3,)
