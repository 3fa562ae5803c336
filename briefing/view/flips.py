"""Explain in sentences what would change a claim's verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model.verdict import Verdict
from briefing.view.reasons import DERIVED
from briefing.view.words import sentence_case
from briefing.voices import UNNAMED

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing.language.messages import Messages
    from briefing.model.judged import Judgement


def flips(
    judgement: Judgement, names: Mapping[str, str], needed: int, say: Messages
) -> tuple[str, ...]:
    """Say what would change the verdict, a sentence each; nothing for what is computed."""
    if judgement.reason in DERIVED:
        return ()
    found = [_without(voice, judgement, names, needed, say) for voice in judgement.pivotal]
    if judgement.verdict is Verdict.UNSUPPORTED:
        found.append(_more(judgement, needed, say))
    if judgement.verdict is not Verdict.DISPUTED:
        found.append(say("One voice against it would make it disputed."))
    elif not judgement.pivotal:
        found.append(say("No single voice would turn it: more than one disputes it."))
    return tuple(found)


def _more(judgement: Judgement, needed: int, say: Messages) -> str:
    """Say how many voices more would corroborate a claim."""
    missing = needed - len(judgement.supporting)
    if missing == 1:
        return say("Another independent voice in support would make it corroborated.")
    if judgement.supporting:
        text = say.counted(
            "%(count)s more independent voice in support would make it corroborated.",
            "%(count)s more independent voices in support would make it corroborated.",
            missing,
        )
    else:
        text = say.counted(
            "%(count)s independent voice in support would make it corroborated.",
            "%(count)s independent voices in support would make it corroborated.",
            missing,
        )
    return sentence_case(text)


def _without(
    voice: str, judgement: Judgement, names: Mapping[str, str], needed: int, say: Messages
) -> str:
    supporting = len(judgement.supporting) - (voice in judgement.supporting)
    disputing = len(judgement.disputing) - (voice in judgement.disputing)
    if disputing:
        verdict = Verdict.DISPUTED
    else:
        verdict = Verdict.CORROBORATED if supporting >= needed else Verdict.UNSUPPORTED
    word = say.word(verdict)
    if voice == UNNAMED.id:  # the page calls it "an unnamed publisher" above
        return say("Without the unnamed publisher it would be %(verdict)s.", verdict=word)
    return say("Without %(voice)s it would be %(verdict)s.", voice=names[voice], verdict=word)
