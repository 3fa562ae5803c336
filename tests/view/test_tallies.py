"""What a different way of counting would change."""

from __future__ import annotations

from briefing.language.messages import ENGLISH
from briefing.model.judged import Caveat, Judgement, Reason
from briefing.model.verdict import Verdict
from briefing.view.tallies import ai_gap
from tests.view.briefings import judgement

AI = (Caveat.AI_PIVOTAL,)


def _agreed(id_: str, *caveats: Caveat) -> Judgement:
    agreed = (Verdict.CORROBORATED, Reason.INDEPENDENT_VOICES)
    return judgement(id_, f"{id_}.", *agreed, (), caveats=caveats)


def test_corroborated_claims_that_need_what_software_wrote_are_counted() -> None:
    alone = judgement("x", "X.", Verdict.UNSUPPORTED, Reason.SINGLE_SOURCE, (), caveats=AI)
    claims = (_agreed("a", *AI), _agreed("b"), _agreed("c", *AI), alone)
    assert ai_gap(claims, ENGLISH) == (
        "Without the articles that software wrote, or is suspected to have written, two of three corroborated "
        "claims would not be."
    )


def test_nothing_is_said_where_none_needs_it() -> None:
    assert ai_gap((_agreed("a"),), ENGLISH) is None
