"""Show that whatever is drawn appears on its axis, in its order, and that numbers mark it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.figures import read
from briefing.model.figures import Quantity
from briefing.view.axis import axis_for

numbers = st.decimals(-(10**15), 10**15, places=4)


def quantity(text: str) -> Quantity:
    (one,) = read(text, "en")
    return one


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    low, high = sorted((draw(numbers), draw(numbers)))
    ends = draw(st.sampled_from([(low, high), (low, low), (None, high), (low, None)]))
    return replace(quantity("5%"), low=ends[0], high=ends[1], first=low, last=high)


@given(st.lists(quantities(), min_size=1, max_size=8))
def test_everything_stands_on_the_axis_in_its_order(held: list[Quantity]) -> None:
    axis = axis_for(held)
    ends = sorted({end for one in held for end in (one.low, one.high) if end is not None})
    places = [Decimal(axis.place(end)) for end in ends]
    assert all(0 <= place <= 100 for place in places)
    assert places == sorted(places)


@given(st.lists(quantities(), min_size=1, max_size=8))
def test_two_to_five_numbers_mark_an_axis(held: list[Quantity]) -> None:
    axis = axis_for(held)
    ticks = list(axis.ticks())
    assert 2 <= len(ticks) <= 5
    assert all(one < other for one, other in pairwise(ticks))
    assert axis.first <= ticks[0]
    assert ticks[-1] <= axis.last


@given(st.lists(quantities(), min_size=1, max_size=8))
def test_an_open_end_leaves_room_for_its_arrow(held: list[Quantity]) -> None:
    axis = axis_for(held)
    last = max(end for one in held for end in (one.low, one.high) if end is not None)
    room = 100 - Decimal(axis.place(last))
    assert room >= (10 if any(one.high is None for one in held) else 2)


@pytest.mark.parametrize(
    ("texts", "ticks"),
    [
        (("$52.4 billion", "$53 billion"), ["52500000000", "53000000000"]),
        (("11%", "13%"), ["11", "12", "13"]),
        (("fell 14%", "rose 333%"), ["0", "100", "200", "300"]),
        (("200 models",), ["199", "200", "201"]),
        (("0 models",), ["0"]),
    ],
)
def test_the_numbers_are_round(texts: tuple[str, ...], ticks: list[str]) -> None:
    axis = axis_for([quantity(text) for text in texts])
    assert set(map(Decimal, ticks)) <= set(axis.ticks())


def test_places_are_written_as_svg_takes_them() -> None:
    axis = axis_for([quantity("0%"), quantity("100%")])
    assert axis.place(axis.first) == "0"
    assert axis.place(axis.last) == "100"
    assert axis.place(Decimal(50)) == "50"
    assert axis.width(Decimal(50), Decimal(50)) == "0"
    assert axis.width(Decimal(0), Decimal(25)) == "22.1"
