"""Caveats: each where it must appear, and not where it must not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from briefing.judge.caveats import caveats
from briefing.judge.court import Court
from briefing.judge.verdict import Say, rule
from briefing.model.content import Settings, Source
from briefing.model.judged import Anchor, Caveat, JudgedItem, Stance
from briefing.voices import UNNAMED
from tests.judge.reading import claim, sources

SUPPORTS, DISPUTES, MENTIONS = Stance.SUPPORTS, Stance.DISPUTES, Stance.MENTIONS
PLAIN = sources(a="publisher: a", b="publisher: b", c="publisher: c")


def say(source: str, stance: Stance = SUPPORTS, voice: str = "", origin: str = "") -> Say:
    held = voice or source
    return Say(source, held, origin or None, stance, by_figure=False, comparable=True)


def item(one: Say, **changed: Any) -> JudgedItem:  # noqa: ANN401 (fields of an item)
    listed = "mentions" if one.stance is MENTIONS else "for"
    read = claim(f"claim: Output rose.\n{listed}:\n  - {one.source}: words")
    fields: dict[str, Any] = {
        "written": read.items[0],
        "anchor": Anchor(((0, 5),), 1, (("words", True),), (0, 5)),
        "stance": one.stance,
        "counted": one.stance is not MENTIONS,
        "voice": one.voice,
        "speaker": None,
        "origin": one.speaks,
        "figure": None,
        "comparison": None,
        "inferred": None,
    }
    return JudgedItem(**(fields | changed))


def held(
    *says: Say,
    more: str = "",
    known: Mapping[str, Source] = PLAIN,
    as_of: str | None = None,
    items: tuple[JudgedItem, ...] | None = None,
) -> tuple[Caveat, ...]:
    read = claim(f"claim: Output rose.{more and chr(10)}{more}")
    weighed = tuple(item(one) for one in says) if items is None else items
    court = Court(Settings("T", ()), known, {}, {}, as_of)
    return caveats(read, rule(says, 2), says, weighed, court)


def test_nothing_to_weigh() -> None:
    assert held(say("a"), say("b")) == ()
    assert held() == ()


def test_one_origin_behind_two_voices() -> None:
    relayed = say("a", origin="the mayor"), say("b", origin="the mayor")
    assert held(*relayed) == (Caveat.ONE_ORIGIN,)
    assert held(*relayed, more="kind: attribution") == ()
    assert held(*relayed, more="kind: opinion") == (Caveat.ONE_ORIGIN,)


def test_two_origins_one_voice_and_relayed_disputes_are_no_one_origin() -> None:
    assert held(say("a", origin="the mayor"), say("b", origin="the miller")) == ()
    assert held(say("a"), say("b")) == ()
    assert held(say("a", origin="the mayor")) == ()
    one_voice = say("a", voice="v", origin="m"), say("b", voice="v", origin="m")
    assert held(*one_voice) == ()
    assert held(say("a", DISPUTES, origin="m"), say("b", DISPUTES, origin="m")) == ()


@pytest.mark.parametrize(
    ("first", "second", "stands"),
    [
        ("yes", "yes", True),
        ("yes", "suspected", True),
        ("yes", "no", False),
        ("suspected", "unknown", False),
    ],
)
def test_written_by_software(first: str, second: str, stands: bool) -> None:
    known = sources(a=f"ai_generated: {first}", b=f"ai_generated: {second}")
    found = held(say("a"), say("b"), known=known)
    assert found == (*(Caveat.AI_GENERATED_ONLY,) * stands, Caveat.AI_PIVOTAL)


def test_a_verdict_hangs_on_software_only_where_people_would_give_another() -> None:
    known = sources(a="ai_generated: suspected", b="publisher: b", c="publisher: c")
    assert held(say("a"), say("b"), say("c"), known=known) == ()
    assert held(say("a"), say("b"), known=known) == (Caveat.AI_PIVOTAL,)
    assert held(say("a"), say("b", DISPUTES), known=known) == (Caveat.AI_GENERATED_ONLY,)
    assert held(say("a", DISPUTES), say("b"), known=known) == (Caveat.AI_PIVOTAL,)
    assert held(say("a"), known=known) == (Caveat.AI_GENERATED_ONLY,)


def test_a_repeat_that_names_nobody_adds_no_origin() -> None:
    assert held(say("a", origin="the mayor"), say("b")) == (Caveat.ONE_ORIGIN,)
    witness = replace(say("b"), first_hand=True)
    assert held(say("a", origin="the mayor"), witness) == ()


def test_only_what_supports_and_counts_is_asked_who_wrote_it() -> None:
    known = sources(a="ai_generated: yes", b="ai_generated: no")
    assert held(say("a"), say("b", DISPUTES), known=known) == (Caveat.AI_GENERATED_ONLY,)
    assert held(say("a"), say("b", MENTIONS), known=known) == (Caveat.AI_GENERATED_ONLY,)
    assert held(say("a", DISPUTES), known=known) == (Caveat.AI_PIVOTAL,)


def test_an_unnamed_publisher_that_the_verdict_hangs_on() -> None:
    unnamed = say("c", voice=UNNAMED.id)
    assert held(say("a"), unnamed) == (Caveat.UNNAMED_PUBLISHER,)
    assert held(say("a"), say("b"), unnamed) == ()
    assert held(unnamed) == ()
    assert held(say("a"), say("c", DISPUTES, voice=UNNAMED.id)) == (Caveat.UNNAMED_PUBLISHER,)


def test_an_inference_that_counts() -> None:
    one = say("a")
    assert held(one, items=(item(one, inferred="why"),)) == (Caveat.INFERRED_SCOPE,)
    assert held(one, items=(item(one, inferred="why", counted=False),)) == ()


@pytest.mark.parametrize(
    ("review_by", "as_of", "stands"),
    [
        ("2025-05-31", "2025-06-01", True),
        ("2025-06-01", "2025-06-01", False),
        ("2025-06-02", "2025-06-01", False),
        ("2025-05-31", None, False),
        (None, "2025-06-01", False),
    ],
)
def test_stale(review_by: str | None, as_of: str | None, stands: bool) -> None:
    more = f"review_by: {review_by}" if review_by else ""
    assert held(say("a"), more=more, as_of=as_of) == (Caveat.STALE,) * stands


def test_caveats_stand_in_one_order() -> None:
    known = sources(a="ai_generated: yes", b="ai_generated: yes")
    says = say("a", origin="m"), say("b", voice=UNNAMED.id, origin="m")
    weighed = tuple(item(one, inferred="why") for one in says)
    every = held(
        *says, more="review_by: 2020-01-01", known=known, as_of="2025-01-01", items=weighed
    )
    assert every == tuple(Caveat)
