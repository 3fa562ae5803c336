"""A digest changes with each field of a claim and of an item, except those for readers alone.

Each field is named here, so that a new one is either digested or left out on purpose: a forgotten field
would leave a review valid, and an edition blind, though the claim rests on something else.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import fields, replace
from decimal import Decimal
from typing import Any

import pytest

from briefing.checks.digests import of_evidence
from briefing.diagnostics import Span
from briefing.model.content import Claim, Input, Item, Rate, Words
from briefing.model.figures import Basis
from briefing.model.periods import Period

AT = Span("content/claims/cost.yaml", 1, 1, 1, 9)


def words(text: str) -> Words:
    return Words(text, AT)


YEAR = Period("2031", dt.date(2031, 1, 1), dt.date(2031, 12, 31))
ITEM = Item(at=AT, source="a", source_at=AT, quote=words("It cost €4"), listed="quotes")
CLAIM = Claim(
    id="quay", at=AT, topic="cost", statement=words("It cost €4."), figure=None, figure_none=False,
    kind=None, entity=None, measure=None, period=None, scope=None, basis=Basis.ACTUAL, per=None,
    origin=None, key=False, note=None, review_by=None, aliases=(), rate=None, formula=None, inputs=(),
    items=(ITEM,), keys_at={},
)  # fmt: skip
OF_CLAIM: dict[str, Any] = {
    "statement": words("It cost €5."),
    "figure": words("€4"),
    "figure_none": True,
    "kind": "opinion",
    "entity": "acme",
    "measure": "price",
    "period": YEAR,
    "scope": "in Europe",
    "basis": Basis.PLAN,
    "per": "year",
    "origin": "b",
    "rate": Rate("EUR", "USD", Decimal("1.1"), "2031-01-01", AT),
    "formula": words("a + b"),
    "inputs": (Input("a", "pier", None, AT),),
    "items": (),
}
OF_ITEM: dict[str, Any] = {
    "source": "b",
    "quote": words("It cost €5"),
    "listed": "against",
    "translation": words("It cost"),
    "figure": words("€4"),
    "period": YEAR,
    "measure": "price",
    "scope": "in Europe",
    "basis": Basis.PLAN,
    "per": "year",
    "because": {"period": "it says so"},
    "attributed_to": "Acme",
    "prefix": words("before"),
    "suffix": words("after"),
    "outside_body": "it is the headline",
    "head": words("in millions"),
    "first_hand": "it was there",
}
PLACES_OF_CLAIM = {"at", "keys_at"}
FOR_READERS = {"id", "aliases", "topic", "key", "note", "review_by", "reviewed"}
PLACES_OF_ITEM = {"at", "source_at", "period_at"}


def test_every_field_is_digested_or_left_out_on_purpose() -> None:
    assert {one.name for one in fields(Claim)} == set(OF_CLAIM) | PLACES_OF_CLAIM | FOR_READERS
    assert {one.name for one in fields(Item)} == set(OF_ITEM) | PLACES_OF_ITEM


@pytest.mark.parametrize("name", OF_CLAIM)
def test_a_digest_changes_with_each_field_of_a_claim(name: str) -> None:
    assert of_evidence(replace(CLAIM, **{name: OF_CLAIM[name]})) != of_evidence(CLAIM)


@pytest.mark.parametrize("name", OF_ITEM)
def test_a_digest_changes_with_each_field_of_an_item(name: str) -> None:
    other = replace(CLAIM, items=(replace(ITEM, **{name: OF_ITEM[name]}),))
    assert of_evidence(other) != of_evidence(CLAIM)


def test_what_is_for_readers_alone_changes_no_digest() -> None:
    other = replace(
        CLAIM, id="pier", aliases=("old",), key=True, note="A note.", review_by="2032-01-01"
    )
    assert of_evidence(replace(other, topic="other", at=replace(AT, line=9))) == of_evidence(CLAIM)
