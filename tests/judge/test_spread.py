"""The spread of a dispute: the widest distance between two counted positions."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import pipeline
from briefing.figures import choose
from briefing.judge.positions import spread as measured
from briefing.model.figures import Figure, Quantity
from briefing.model.judged import Position, Spread, Stance
from tests.conftest import ProjectMaker
from tests.view.briefings import money, quote

_PLAIN = money("$1 billion", "0.5", "1.5").quantity


def spread(project: ProjectMaker, claim: str, *said: str, more: str = "") -> Spread | None:
    """Judge a claim of which each article says one thing in its only sentence."""
    ids = [f"s{n}" for n in range(len(said))]
    listed = "".join(f"      - {id_}: {words!r}\n" for id_, words in zip(ids, said, strict=True))
    files = {
        "briefing.yaml": "title: t\ntopics: [{id: all, title: All}]\nseverities: {narrative-missing: off}",
        "content/publishers.yaml": "".join(f"{id_}: {{name: {id_}}}\n" for id_ in ids),
        "content/sources.yaml": "".join(
            f"{id_}: {{file: {id_}.txt, title: T, publisher: {id_}}}\n" for id_ in ids
        ),
        "content/claims/all.yaml": f"topic: all\nclaims:\n  it:\n    claim: {claim}\n    quotes:\n{listed}{more}",
        **{f"seeds/{id_}.txt": f"{words}.\n" for id_, words in zip(ids, said, strict=True)},
    }
    examined = pipeline.examine(project(files))
    assert examined.site is not None, examined.found
    return examined.site.judged.judgements["it"].spread


def test_it_is_the_widest_distance_in_percent_of_the_claims_figure(project: ProjectMaker) -> None:
    said = ("It cost $52 billion", "It cost $52.4 billion", "It cost $53 billion")
    found = spread(project, "It cost $52.4 billion.", *said)
    assert found is not None
    assert round(found.percent or 0, 2) == Decimal("1.91")
    assert not found.is_opposite


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        ("It cost $52 billion.", ("It cost $52 billion", "It cost $52 billion")),
        ("It cost $52 billion.", ("It cost $52 billion",)),
        ("It cost $52 billion.", ("It cost $60 billion",)),
    ],
)
def test_where_no_two_positions_differ_there_is_none(
    claim: str, said: tuple[str, ...], project: ProjectMaker
) -> None:
    assert spread(project, claim, *said) is None


def test_a_rise_and_a_fall_are_opposite(project: ProjectMaker) -> None:
    found = spread(project, "Sales rose 5%.", "Sales rose 5%", "Sales fell 3%")
    assert found == Spread(Decimal(160), is_opposite=True, points=Decimal(8))


@given(st.permutations(["It cost $50 billion", "It cost $52 billion", "It cost $57 billion"]))
def test_it_does_not_depend_on_the_order(said: list[str]) -> None:
    quantities = [choose(words, "en") for words in said]
    held = [one for one in quantities if isinstance(one, Quantity)]
    items = tuple(quote("s", words, Stance.DISPUTES) for words in said)
    given_ = tuple(
        Position(Figure(one), (at,), ("v",), Stance.DISPUTES) for at, one in enumerate(held)
    )
    stated = choose("It cost $50 billion.", "en")
    assert isinstance(stated, Quantity)
    assert measured(Figure(stated), items, given_) == Spread(Decimal(14), is_opposite=False)


LEVELS = st.lists(
    st.decimals(min_value=-900, max_value=900, places=1), min_size=2, max_size=5, unique=True
)


def distance(own: Decimal, levels: list[Decimal], turn: int = 1) -> tuple[Decimal | None, bool]:
    """Measure the spread of these levels under a claim of one of them, each times `turn`."""
    figures = [_level(one * turn) for one in levels]
    items = tuple(quote("s", "It is so", Stance.DISPUTES) for _ in levels)
    held = tuple(Position(one, (at,), ("v",), Stance.DISPUTES) for at, one in enumerate(figures))
    found = measured(_level(own * turn), items, held)
    assert found is not None
    return (None if found.percent is None else found.percent * abs(own)), found.is_opposite


def _level(value: Decimal) -> Figure:
    return Figure(replace(_PLAIN, first=value, last=value, low=value, high=value))


@given(LEVELS, st.randoms(use_true_random=False))
def test_it_is_symmetric(levels: list[Decimal], random: Random) -> None:
    turned = sorted(levels, key=lambda _: random.random())
    own, other = [one for one in (*levels, Decimal(1), Decimal(2)) if one][:2]
    (width, opposite), (same, also) = distance(own, levels), distance(other, levels)
    assert distance(own, turned) == (width, opposite)
    assert distance(own, levels, -1) == (width, opposite)
    assert width is not None
    assert same is not None
    assert also is opposite
    assert abs(width - same) <= abs(width) / 10**20
