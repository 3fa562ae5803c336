"""YAML texts: what is read as written, and what is refused and where."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.located import Node, parse, parsing
from briefing.located.parsing import MAX_DEPTH


def read(text: str) -> Node:
    root, found = parse(text, "f.yaml")
    assert found == ()
    assert root is not None
    return root


@pytest.mark.parametrize(
    "written", ["NO", "12:30", "52.10", "1_000", "0x1F", "2025-02-24", "yes", "1e3", "true"]
)
def test_scalars_stay_as_written(written: str) -> None:
    assert read(f"a: {written}\n").plain() == {"a": written}


@pytest.mark.parametrize("written", ["", "~", "null"])
def test_null_is_null(written: str) -> None:
    assert read(f"a: {written}\n").plain() == {"a": None}


def test_keys_and_values_know_their_places() -> None:
    root = read("a:\n  - b: one\n    c: 'two'\n")
    held = root.get("a")
    assert held is not None
    item = held.elements()[0]
    value = item.get("c")
    assert value is not None
    assert (item.key_at("c").line, item.key_at("c").column) == (3, 5)
    assert (value.at.line, value.at.column, value.at.end_column) == (3, 9, 12)
    assert value.words.inside(1, 3).column == 10


def test_a_folded_text_gives_its_whole_place() -> None:
    value = read("a: >-\n  one\n  two\n").get("a")
    assert value is not None
    assert value.text == "one two"
    assert value.words.inside(2, 3) == value.at


def test_a_plain_text_that_a_comment_ends_is_marked() -> None:
    root = read("a: issue #1\nb: issue # 1\nc: 'issue # 1'\nd: issue#1\n")
    assert [value.cut for _, value in root.entries()] == [True, True, False, False]


def test_only_line_feeds_end_lines_whatever_yaml_thinks() -> None:
    root = read("a: one\u2028two # \x85\nb: 'three\u2029\ue000'\n\x85key: \x85value\n")
    assert root.plain() == {"a": "one\u2028two", "b": "three\u2029\ue000", "\x85key": "\x85value"}
    assert [(value.at.line, value.at.column) for _, value in root.entries()] == [
        (1, 4), (2, 5), (3, 7),
    ]  # fmt: skip
    held = root.get("b")
    assert held is not None
    assert held.words.verbatim


def test_a_carriage_return_ends_a_line_only_before_a_line_feed() -> None:
    root = read("# so\r\na: one\rtwo\r\nb: 'x'\r\n")
    assert root.plain() == {"a": "one\rtwo", "b": "x"}
    assert [value.at.line for _, value in root.entries()] == [2, 3]


REFUSED = [
    ("alias", "a: &x b\nc: *x\n", "yaml-refused", 1, 4),
    ("alias alone", "a: *x\n", "yaml-refused", 1, 4),
    ("tag", "a: !!str b\n", "yaml-refused", 1, 4),
    ("python tag", "a: !!python/object:os.system x\n", "yaml-refused", 1, 4),
    ("merge", "a: {<<: *x}\n", "yaml-refused", 1, 9),
    ("list as a key", "? [a]\n: b\n", "yaml-refused", 1, 3),
    ("second document", "a: b\n---\nc: d\n", "yaml-refused", 2, 1),
    ("control character", "a: x\u0001\n", "yaml-refused", 1, 5),
    ("control character after wide ones", "a: ééé\u0001\n", "yaml-refused", 1, 7),
    ("nesting", f"a: {'[' * 100_000}", "yaml-refused", 1, MAX_DEPTH + 3),
    ("surrogate", 'a: "\\ud800"\n', "yaml-syntax", 1, 7),
    ("colon in a plain text", "a: he said: so\n", "yaml-syntax", 1, 11),
    ("unclosed list", "a: [1, 2\nb: c\n", "yaml-syntax", 1, 4),
    ("unclosed at the end", "a:\n  - [1, 2\n\n", "yaml-syntax", 2, 5),
    ("unclosed quotation marks", 'a: "one\n', "yaml-syntax", 1, 4),
    ("no value in a list of one line", "a: [1, b: c: d]\n", "yaml-syntax", 1, 12),
    ("an escape on the same line", 'a: "b \\d"\n', "yaml-syntax", 1, 7),
    ("colon behind a separator", "# a\u2028b\x85c\u2029d\na: b: c\n", "yaml-syntax", 2, 5),
    ("bad indent", "a: b\n c: d\n", "yaml-syntax", 2, 2),
]


@pytest.mark.parametrize(("text", "code", "line", "column"), [row[1:] for row in REFUSED],
                         ids=[row[0] for row in REFUSED])  # fmt: skip
def test_refusals_have_a_place(text: str, code: str, line: int, column: int) -> None:
    root, found = parse(text, "f.yaml")
    assert root is None
    assert [(one.code, one.at.line, one.at.column) for one in found] == [(code, line, column)]


FOLLOWING = {
    "nothing": "",
    "plain": "- e: f\n",
    "quoted in double": '- e: "f"\n- g: "h"\n',
    "quoted in single": "- e: 'f'\n- g: 'h'\n",
    "apostrophes": "- e: it's so\n",
    "escapes": "- e: 20 \\d\n",
    "empty quotes": "- e: \"\"\n- g: ''\n",
    "lists": "- e: [f]\n",
    "mappings": "- {e: f}\n- {g: h}\n",
    "a document": "---\ne: f\n",
    "many": "- e: f\n" * 162,
}


@pytest.mark.parametrize("opening", ['"', "'", "[", "{", "[{", "[x, {y: "])
@pytest.mark.parametrize("following", FOLLOWING)
def test_what_is_left_open_is_told_where_it_opens(opening: str, following: str) -> None:
    text = f"- a: b\n- a: b\n- a: b\n- c: {opening}d\n- a: b\n{FOLLOWING[following]}"
    root, (one,) = parse(text, "f.yaml")
    assert root is None
    assert (one.code, one.at.line) == ("yaml-syntax", 4)
    assert text.splitlines()[3][one.at.column - 1] in opening
    assert one.hint is not None


def test_a_mistake_within_brackets_is_told_where_it_is() -> None:
    _, (one,) = parse("a: {b: c,\n    d: e: f,\n    g: h}\n", "f.yaml")
    assert (one.at.line, one.at.column) == (2, 9)
    assert [(other.at.line, other.at.column, other.message) for other in one.related] == [
        (1, 4, "'{' opens here")
    ]


def test_too_many_values_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parsing, "MAX_NODES", 5)
    assert parse("[a, b, c, d]", "f.yaml")[1] == ()
    root, found = parse("[a, b, c, d, e, f]", "f.yaml")
    assert root is None
    assert [(one.code, one.at.column) for one in found] == [("yaml-refused", 14)]


def test_a_repeated_key_is_reported_with_its_first_place_and_the_first_stays() -> None:
    root, found = parse("a: 1\nb: 2\na: 3\n", "f.yaml")
    assert root is not None
    assert root.plain() == {"a": "1", "b": "2"}
    (one,) = found
    assert (one.code, one.at.line) == ("duplicate-key", 3)
    assert [other.at.line for other in one.related] == [1]


@given(st.text(max_size=200))
def test_no_text_raises(text: str) -> None:
    root, found = parse(text, "f.yaml")
    assert root is not None or found


@given(st.dictionaries(st.from_regex(r"[a-z]{1,5}", fullmatch=True), st.text(max_size=20)))
def test_quoted_texts_come_back(entries: dict[str, str]) -> None:
    def quoted(text: str) -> str:
        escaped = "".join(
            char if " " <= char <= "~" and char not in '"\\' else f"\\U{ord(char):08X}"
            for char in text
        )
        return f'"{escaped}"'

    text = "".join(f"{key}: {quoted(value)}\n" for key, value in entries.items())
    assert read(text).plain() == entries
