"""Nodes: equal where they say the same at the same place."""

from __future__ import annotations

import pytest

from briefing.located import Node, parse

TEXT = "a: one\nb: [x, {c: 'y'}]\nd:\n"


def node(text: str, file: str = "f.yaml") -> Node:
    root, _ = parse(text, file)
    assert root is not None
    return root


def test_what_is_read_twice_is_equal() -> None:
    assert node(TEXT) == node(TEXT)


@pytest.mark.parametrize(("old", "new"), [
    ("one", "two"), ("'y'", "' '"), ("c", "e"), ("a: one", "a: one # more"),
    ("d:", " \nd:"), ("d:", "d: ''"), ("x, ", "x,  "),
])  # fmt: skip
def test_another_value_or_place_is_not(old: str, new: str) -> None:
    assert node(TEXT) != node(TEXT.replace(old, new))
    assert node(TEXT) != node(TEXT, "g.yaml")
