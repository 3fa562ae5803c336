"""Derived claims: what hides an input is told once, circles end, long chains stay cheap."""

from __future__ import annotations

import time
from textwrap import dedent

import pytest

from briefing import pipeline
from briefing.diagnostics import Span
from briefing.judge.derived import MOST_NAMED, in_order
from briefing.model.content import Claim, Input, Words
from briefing.model.figures import Basis
from tests.conftest import ProjectMaker

FILES = {
    "briefing.yaml": "title: t\ntopics: [{id: all, title: All}]\nseverities: {narrative-missing: off}",
    "content/sources.yaml": "a: {file: a.txt, title: A}\nb: {file: b.txt, title: B}",
    "content/publishers.yaml": "",
    "seeds/a.txt": "A ticket costs $52 today. Nobody complains.",
    "seeds/b.txt": "The price of a ticket is $52 at noon.",
}
HALF = """
  half:
    claim: Half a ticket costs $26.
    formula: price / 2
    inputs:
      price: {input}
"""


def told(project: ProjectMaker, claims: str, **files: str) -> list[str]:
    whole = {**FILES, "content/claims/all.yaml": f"topic: all\nclaims:\n{claims}", **files}
    return [one.code for one in pipeline.examine(project(whole)).found]


def price(items: str, more: str = "claim: A ticket costs $52.") -> str:
    lines = f"price:\n  {more}\n  quotes:\n" + dedent(items).strip("\n").replace("\n", "\n    ")
    return "  " + lines.replace("quotes:\n", "quotes:\n    ").replace("\n", "\n  ")


@pytest.mark.parametrize(
    ("claims", "named", "code"),
    [
        (price("- a: A ticket costs $53"), "price/a", "quote-not-found"),
        (price("- {source: a, quote: A ticket costs $52, basis: guess}"), "price/a", "bad-value"),
        (price("- a: A ticket costs $52", "clam: It is."), "price", "unknown-key"),
        (price("- a: A ticket costs $52", "claim: It costs $52 or $53."), "price", "figure-ambiguous"),
        (price("- a: A ticket costs $52\n- b: The price of a ticket is"), "price/b", "figure-missing"),
        (price("- a: A ticket costs $52"), "price/b", "unknown-claim"),
        (price("- a: A ticket costs $52"), "prise", "unknown-claim"),
        ("  price: {claim: It is dear., for: [a: Nobody complains]}", "price", "unknown-claim"),
    ],
)  # fmt: skip
def test_what_hides_an_input_is_told_once(
    claims: str, named: str, code: str, project: ProjectMaker
) -> None:
    assert told(project, claims + HALF.format(input=named)) == [code]


@pytest.mark.parametrize(
    ("formula", "inputs", "expected"),
    [
        ("price / 2", "", ["missing-key"]),
        ("price / 2", "inputs: {}", ["missing-key"]),
        ("26", "inputs: {price: price}", ["formula-wrong"]),
        ("in / 2", "inputs: {in: price}", ["formula-wrong"]),
        ("the-price / 2", "inputs: {the-price: price}", ["formula-wrong"]),
        ("rate / 2", "inputs: {price: price, rate: price}", ["formula-wrong"]),
    ],
)
def test_a_formula_and_its_inputs_name_one_another(
    formula: str, inputs: str, expected: list[str], project: ProjectMaker
) -> None:
    half = f"  half:\n    claim: It is $26.\n    formula: {formula}\n    {inputs}\n"
    items = "- a: A ticket costs $52\n- b: The price of a ticket is $52"
    assert told(project, f"{price(items)}\n{half}") == expected


def test_an_input_in_a_file_that_cannot_be_read(project: ProjectMaker) -> None:
    broken = {"content/claims/broken.yaml": "topic: all\nclaims: [\n"}
    assert told(project, HALF.format(input="price"), **broken) == ["yaml-syntax"]


def derived(id_: str, *inputs: str) -> Claim:
    at = Span("f.yaml")
    return Claim(
        id=id_, at=at, topic="t", statement=Words("It is $1.", at), figure=None, figure_none=False,
        kind=None, entity=None, measure=None, period=None, scope=None, basis=Basis.ACTUAL, per=None,
        origin=None, key=False, note=None, review_by=None, aliases=(), rate=None,
        formula=Words("x", at), items=(), keys_at={},
        inputs=tuple(Input(f"x{n}", name, None, at) for n, name in enumerate(inputs)),
    )  # fmt: skip


def test_inputs_come_first_whatever_the_order_of_the_file() -> None:
    claims = {one.id: one for one in (derived("c", "b", "a"), derived("b", "a"), derived("a"))}
    assert [one.id for one in in_order(claims).claims] == ["a", "b", "c"]
    assert in_order(claims).circular == frozenset()


def test_a_circle_is_told_once_and_names_a_few() -> None:
    ids = [f"c{n}" for n in range(40)]
    claims = {
        id_: derived(id_, following) for id_, following in zip(ids, [*ids[1:], "c0"], strict=True)
    }
    order = in_order({"outside": derived("outside", "c7"), **claims})
    (found,) = order.found
    assert order.circular == frozenset(ids)
    assert found.message.count("→") == MOST_NAMED + 1
    assert {one.id for one in order.claims} == {*ids, "outside"}


def test_a_long_chain_costs_no_more_than_its_length() -> None:
    claims = {f"c{n}": derived(f"c{n}", f"c{n + 1}") for n in range(20_000)}
    started = time.process_time()
    assert len(in_order(claims).claims) == 20_000
    assert time.process_time() - started < 2


@pytest.mark.parametrize(
    ("formula", "hint"),
    [
        ("more / price * 100", "a ratio is read as percent already: drop  * 100"),
        ("more / price * 10", None),
    ],
)
def test_a_percentage_needs_no_hundred(
    formula: str, hint: str | None, project: ProjectMaker
) -> None:
    claims = price("- a: A ticket costs $52\n- b: The price of a ticket is $52")
    claims += (
        "\n  more:\n    claim: The rise is $26.\n    quotes:\n      - a: by $26 then\n"
        f"  share:\n    claim: It rises by 50%.\n    formula: {formula}\n"
        "    inputs: {more: more, price: price}\n"
    )
    seeds = {"seeds/a.txt": "A ticket costs $52 today. It rose by $26 then. Nobody complains."}
    whole = {**FILES, "content/claims/all.yaml": f"topic: all\nclaims:\n{claims}", **seeds}
    (found,) = pipeline.examine(project(whole)).found
    assert (found.code, found.hint) == ("formula-result", hint)
