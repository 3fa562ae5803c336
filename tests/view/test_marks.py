"""Marks: the caveat that would change a reader's mind, and how far a dispute reaches."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from briefing.language.messages import ENGLISH
from briefing.model.judged import Caveat, Counts, Reason, Spread
from briefing.model.verdict import Verdict
from briefing.view.marks import phrase
from tests.view.briefings import judgement


@pytest.mark.parametrize(
    ("caveats", "voices", "expected"),
    [
        ((), 2, "two voices"),
        ((Caveat.STALE,), 3, "three voices"),
        ((Caveat.STALE, Caveat.INFERRED_SCOPE), 3, "three voices, partly inferred"),
        ((Caveat.ONE_ORIGIN,), 2, "two voices, one origin"),
        ((Caveat.UNNAMED_PUBLISHER,), 2, "two voices, one unnamed"),
        ((Caveat.AI_GENERATED_ONLY, Caveat.AI_PIVOTAL), 2, "two voices, both AI-written"),
        ((Caveat.AI_GENERATED_ONLY, Caveat.AI_PIVOTAL), 3, "three voices, all AI-written"),
        ((Caveat.AI_PIVOTAL,), 2, "two voices, one AI-written"),
        ((Caveat.AI_PIVOTAL,), 4, "four voices, some AI-written"),
        ((Caveat.ONE_ORIGIN, Caveat.AI_GENERATED_ONLY), 2, "two voices, one origin"),
    ],
)
def test_agreement_is_qualified_by_its_gravest_caveat(
    caveats: tuple[Caveat, ...], voices: int, expected: str
) -> None:
    one = judgement("it", "It is.", Verdict.CORROBORATED, Reason.INDEPENDENT_VOICES)
    one = replace(one, caveats=caveats, counts=Counts(voices, voices, voices))
    assert phrase(one, ENGLISH) == expected


@pytest.mark.parametrize(
    ("spread", "reason", "expected"),
    [
        (Spread(Decimal("1.9084"), is_opposite=False), "figure-mismatch", "figures differ by 1.9%"),
        (Spread(Decimal("0.0345"), is_opposite=False), "figure-mismatch", "figures differ by 0.034%"),
        (Spread(Decimal("9.96"), is_opposite=False), "figure-mismatch", "figures differ by 10%"),
        (Spread(Decimal("1234.5"), is_opposite=False), "figure-mismatch", "figures differ by 1,234%"),
        (Spread(Decimal(160), is_opposite=True), "figure-mismatch", "figures of opposite signs"),
        (Spread(None, is_opposite=False), "figure-mismatch", "figures differ"),
        (Spread(Decimal(0), is_opposite=False), "figure-mismatch", "figures differ"),
        (
            Spread(Decimal("8.333"), is_opposite=False, points=Decimal(3)),
            "figure-mismatch",
            "figures differ by 3 percentage points",
        ),
        (
            Spread(Decimal(20), is_opposite=False, points=Decimal("1.00")),
            "figure-mismatch",
            "figures differ by 1 percentage point",
        ),
        (
            Spread(None, is_opposite=False, points=Decimal("0.5")),
            "figure-mismatch",
            "figures differ by 0.5 percentage points",
        ),
        (None, "figure-mismatch", "figures differ"),
        (
            Spread(Decimal(5), is_opposite=False),
            "self-contradiction",
            "one voice, both ways; figures differ by 5%",
        ),
    ],
)  # fmt: skip
def test_a_dispute_says_how_far_it_reaches(
    spread: Spread | None, reason: str, expected: str
) -> None:
    one = judgement("it", "It is.", Verdict.DISPUTED, Reason(reason))
    assert phrase(replace(one, spread=spread), ENGLISH) == expected
