"""Say in a few words beside a verdict what a reader should know of it first."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal
from typing import TYPE_CHECKING

from briefing.language.messages import message
from briefing.model.judged import Caveat, Reason
from briefing.model.verdict import Verdict
from briefing.view import words

if TYPE_CHECKING:
    from briefing.language.messages import Messages
    from briefing.model.judged import Judgement, Spread

_TWO = 2
_QUALIFIED = (
    (Caveat.ONE_ORIGIN, message("%(voices)s, one origin"), message("%(voices)s, one origin")),
    (Caveat.UNNAMED_PUBLISHER, message("%(voices)s, one unnamed"), message("%(voices)s, one unnamed")),
    (
        Caveat.AI_GENERATED_ONLY,
        message("%(voices)s, both AI-written"),
        message("%(voices)s, all AI-written"),
    ),
    (
        Caveat.AI_PIVOTAL,
        message("%(voices)s, one AI-written"),
        message("%(voices)s, some AI-written"),
    ),
    (
        Caveat.INFERRED_SCOPE,
        message("%(voices)s, partly inferred"),
        message("%(voices)s, partly inferred"),
    ),
)  # fmt: skip
"""What would change a reader's mind about voices that agree, gravest first: for two, and for more."""


_BRIEFLY = {
    Reason.SAME_VOICE_ECHO: message("one voice"),
    Reason.DERIVED: message("computed"),
    Reason.DERIVED_ROBUST: message("computed"),
    Reason.DERIVED_OWN_FIGURES: message("computed"),
}
"""Reasons that a sentence says in fewer words than a list."""


def is_frail(judgement: Judgement) -> bool:
    """Say whether a verdict hangs on one thing: an origin, an unnamed publisher, software, an inference."""
    return judgement.verdict is not Verdict.UNSUPPORTED and any(
        caveat in judgement.caveats for caveat, _, _ in _QUALIFIED
    )


def in_sentence(judgement: Judgement, label: str | None, say: Messages) -> str | None:
    """Say what follows a verdict's word in a sentence: `one voice`, `opinion, one article`.

    What is unsupported needs its reason, lest it be read as false; any verdict needs the `label` of
    what is not a statement of fact. None where the word is enough.
    """
    if judgement.verdict is not Verdict.UNSUPPORTED:
        return label
    briefly = _BRIEFLY.get(judgement.reason)
    reason = say(briefly) if briefly else phrase(judgement, say)
    return say("%(label)s, %(reason)s", label=label, reason=reason) if label else reason


def phrase(judgement: Judgement, say: Messages) -> str:
    """Say a claim's reason in the few words that appear beside its mark."""
    if judgement.reason is Reason.INDEPENDENT_VOICES:
        return _voices(judgement, say)
    apart = judgement.spread and differ(judgement.spread, say)
    if apart and judgement.reason is Reason.FIGURE_MISMATCH:
        return apart
    text = words.phrase(judgement.reason, judgement.counts, say)
    return say("%(reason)s; %(spread)s", reason=text, spread=apart) if apart else text


def _voices(judgement: Judgement, say: Messages) -> str:
    voices = words.voices_counted(judgement.counts.voices, say)
    for caveat, of_two, of_more in _QUALIFIED:
        if caveat in judgement.caveats:
            return say(of_two if judgement.counts.voices == _TWO else of_more, voices=voices)
    return voices


def differ(spread: Spread, say: Messages) -> str:
    """Say how far a dispute reaches: `figures differ by 1.9%`, `figures of opposite signs`.

    Percentages differ by points: a percentage of a percentage would be read as points.
    """
    if spread.is_opposite:
        return say("figures of opposite signs")
    points = _points(spread, say)
    if not spread.percent:  # of a claim of zero, or of a bound beside its own number
        return (
            say("figures differ by %(points)s", points=points) if points else say("figures differ")
        )
    if points:
        return say("figures differ by %(points)s", points=points)
    return say("figures differ by %(percent)s%%", percent=rounded(spread.percent, say))


def _points(spread: Spread, say: Messages) -> str | None:
    """Write a distance between percentages: `3 points`; None where there is none."""
    if not spread.points:
        return None
    one_or_more = 1 if spread.points == 1 else _TWO
    number = say.digits(spread.points)
    return say.counted(
        "%(count)s percentage point", "%(count)s percentage points", one_or_more, count=number
    )


def rounded(number: Decimal, say: Messages) -> str:
    """Write a positive number as precisely as a reader needs: whole from ten on, else two digits."""
    if number >= 10:
        return say.digits(number.to_integral_value(ROUND_HALF_EVEN))
    place = Decimal(1).scaleb(number.adjusted() - 1)
    return say.digits(number.quantize(place, ROUND_HALF_EVEN))
