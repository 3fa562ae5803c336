"""An entry is inserted by position: every other byte of the file stays as it was."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefing import load
from briefing.located import insert, parse

NEW = ["new:", "  x: 1"]


@pytest.mark.parametrize(
    ("text", "path", "entry", "expected", "line"),
    [
        ("", (), NEW, "new:\n  x: 1\n", 1),
        ("# only\n", (), NEW, "# only\n\nnew:\n  x: 1\n", 3),
        ("a: 1\n", (), NEW, "a: 1\n\nnew:\n  x: 1\n", 3),
        ("a: 1\nb: 2", (), NEW, "a: 1\nb: 2\nnew:\n  x: 1\n", 3),
        ("a:\n  x: 1\n  # of a\n# foot\n", (), NEW, "a:\n  x: 1\n  # of a\n\nnew:\n  x: 1\n\n# foot\n", 5),
        ("s:\n  a: {b: c}\n", ("s",), NEW, "s:\n  a: {b: c}\n\n  new:\n    x: 1\n", 4),
        ("t: x\ns:\n", ("s",), NEW, "t: x\ns:\n  new:\n    x: 1\n", 3),
        ("s:\n  a: >-\n    folded\n    text\nz: 1\n", ("s",), NEW,
         "s:\n  a: >-\n    folded\n    text\n\n  new:\n    x: 1\n\nz: 1\n", 6),
        ("a: 1\r\nb: 2\r\n", (), NEW, "a: 1\r\nb: 2\r\nnew:\r\n  x: 1\r\n", 3),
        ("l:\n  - id: a   # c\n    t: A\n\n# next\nz: 1\n", ("l",), ["- id: b", "  t: B"],
         "l:\n  - id: a   # c\n    t: A\n  - id: b\n    t: B\n\n# next\nz: 1\n", 4),
        ("l:\n- a\nz: 1\n", ("l",), ["- b"], "l:\n- a\n- b\nz: 1\n", 3),
    ],
)  # fmt: skip
def test_an_entry_goes_to_the_end(
    text: str, path: tuple[str, ...], entry: list[str], expected: str, line: int
) -> None:
    assert insert(text, path, entry) == (expected, line)


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("{a: b}\n", ()),
        ("l: [a]\n", ("l",)),
        ("a: {\n", ()),
        ("new: 1\n", ()),
        ("a: 1\n", ("b",)),
        ("- a\n", ("b",)),
        ("a: 1\n", ("a",)),
    ],
)
def test_where_that_would_change_something_nothing_is_inserted(
    text: str, path: tuple[str, ...]
) -> None:
    assert insert(text, path, NEW) is None


words = st.text("ab :#-\n'\"[]{}|>?", max_size=40)


@given(text=words)
@example(text=" ::")  # a file may be indented as a whole
def test_all_that_was_there_is_still_there(text: str) -> None:
    made = insert(text, (), NEW)
    if made is not None:
        new, line = made
        assert new.split("\n")[line - 1].lstrip(" ") == "new:"
        before, after = parse(text, "")[0], parse(new, "")[0]
        assert before is not None
        assert after is not None
        held = after.plain()
        assert isinstance(held, dict)
        assert held.pop("new") == {"x": "1"}
        assert held == (before.plain() or {})


TEXTS = [text for path, text in load.read_starter("x").items() if path.endswith(".yaml")]
PIECES = st.sampled_from(
    ["", "\n", "  ", "# c\n", "  # c\n", "- ", ": ", '"', "'", "|\n", ">-\n", "{", "}", "[a]", "\t", "\r\n", "new", "claims:\n"]
)  # fmt: skip


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """Draw a file of the example, cut and patched at up to three places."""
    text = draw(st.sampled_from(TEXTS))
    for _ in range(draw(st.integers(0, 3))):
        start = draw(st.integers(0, len(text)))
        text = text[:start] + draw(PIECES) + text[start + draw(st.sampled_from((0, 0, 1, 4, 40))) :]
    return text


def no_line_is_lost(text: str, path: tuple[str, ...]) -> None:
    entry = ["- id: new"] if path == ("topics",) else ["new:", "  x: 1"]
    made = insert(text, path, entry)
    if made is None:
        return
    new, line = made
    lines = new.replace("\r\n", "\n").split("\n")
    del lines[line - 1 : line - 1 + len(entry)]
    # What was added besides is blank: lines around the entry, and the end of the last line.
    before = text.replace("\r\n", "\n").split("\n")
    assert [one for one in lines if one.strip()] == [one for one in before if one.strip()]


@given(text=mutated(), path=st.sampled_from([(), ("claims",), ("topics",), ("sources",)]))
def test_no_line_is_lost_whatever_an_author_wrote(text: str, path: tuple[str, ...]) -> None:
    no_line_is_lost(text, path)


@pytest.mark.slow
@settings(max_examples=10_000)
@given(text=mutated(), path=st.sampled_from([(), ("claims",), ("topics",), ("sources",)]))
def test_no_line_is_lost_ten_thousand_times(text: str, path: tuple[str, ...]) -> None:
    no_line_is_lost(text, path)
