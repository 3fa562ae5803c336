"""Structs that stand in for frozen dataclasses: they behave as dataclasses would."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import field
from importlib import import_module
from itertools import permutations
from pkgutil import walk_packages
from typing import Any

import pytest

import briefing
from briefing.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class Struct:
    """Like `Plain`."""

    a: int
    b: str = "b"
    c: Mapping[str, int] = field(default_factory=dict)

    @property
    def twice(self) -> int:
        return 2 * self.a


@dataclasses.dataclass(frozen=True, slots=True)
class Plain:
    """Like `Struct`."""

    a: int
    b: str = "b"
    c: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, order=True)
class Pair:
    """Two that have an order."""

    a: int
    b: str


def test_a_struct_is_made_compared_and_shown_like_a_dataclass() -> None:
    for made, plain in ((Struct(1), Plain(1)), (Struct(1, c={"d": 2}), Plain(1, c={"d": 2}))):
        assert repr(made) == repr(plain).replace("Plain", "Struct")
        assert dataclasses.asdict(made) == dataclasses.asdict(plain)
        assert made == replace(replace(made, a=7), a=1) == dataclasses.replace(made, a=1)
        assert made != replace(made, a=7)
        assert made != plain  # type: ignore[comparison-overlap]
    assert Struct(3).twice == 6
    assert Struct(1).c is not Struct(1).c
    assert [one.name for one in dataclasses.fields(Struct)] == ["a", "b", "c"]
    with pytest.raises(AttributeError):
        Struct(1).a = 2  # type: ignore[misc]
    with pytest.raises(TypeError):
        replace(Struct(1), d=2)  # type: ignore[call-arg]


def test_a_struct_has_a_hash_and_an_order_if_its_fields_have() -> None:
    assert len({Pair(1, "a"), Pair(1, "a"), Pair(1, "b")}) == 2
    pairs = [Pair(1, "a"), Pair(1, "b"), Pair(2, "a")]
    assert all(sorted(order) == pairs for order in permutations(pairs))
    with pytest.raises(TypeError):
        hash(Struct(1))


def all_classes() -> list[type[Any]]:
    """List the classes of the package."""
    names = [one.name for one in walk_packages(briefing.__path__, "briefing.")]
    modules = [import_module(name) for name in names if not name.endswith("__main__")]
    return [
        held
        for module in modules
        for held in vars(module).values()
        if isinstance(held, type) and held.__module__ == module.__name__
    ]


def test_the_types_are_structs_except_where_a_field_or_the_whole_is_not_compared() -> None:
    classes = [one for one in all_classes() if dataclasses.is_dataclass(one)]
    plain = [one for one in classes if "__dataclass_params__" in vars(one)]
    assert len(classes) - len(plain) > 250
    assert {one.__module__ for one in plain if not one.__name__.endswith("Form")} == {
        "briefing.judge.court",
        "briefing.publish.outcome",
        "briefing.quotes.body",
        "briefing.suggesting.passages",
    }


def test_a_field_that_a_struct_cannot_leave_out_of_a_comparison_is_refused() -> None:
    with pytest.raises(TypeError, match="compares"):

        @dataclass(frozen=True, slots=True)
        class _Apart:
            a: int = field(default=0, compare=False)
