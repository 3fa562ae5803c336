"""Say in sentences why a claim has its verdict and what would change it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model.judged import Reason, Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefing.judge.verdict import Ruling
    from briefing.model.judged import Voice

_WORDS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
)  # fmt: skip
MOST_NAMES = 4
"""More voices than this are counted and not named one by one."""


def sentence(ruling: Ruling, voices: Mapping[str, Voice], needed: int) -> str:
    """Give the one sentence that stands beside the verdict."""
    names = [voices[voice].name for voice in ruling.supporting]
    others = [voices[voice].name for voice in ruling.disputing]
    articles = counted(ruling.counts.articles, "article")
    says = "says" if len(names) == 1 else "say"
    disputes = "disputes" if len(others) == 1 else "dispute"
    text = {
        Reason.FIGURE_MISMATCH: f"{_list(names)} {says} so; {_list(others)} {_give(others)} another figure",
        Reason.CONTRADICTION: f"{_list(names)} {says} so; {_list(others)} {disputes} it",
        Reason.SELF_CONTRADICTION: f"{_list(names)} contradicts itself: its articles say both",
        Reason.REPORTED_DISPUTE: "one article relays both sides, and no other speaks",
        Reason.CONTRADICTED: f"{_list(others)} {disputes} it, and nobody supports it",
        Reason.INDEPENDENT_VOICES: f"{counted(len(names), 'independent voice')} say so: {_list(names)}",
        Reason.TOO_FEW_VOICES: f"{counted(len(names), 'voice')} say so, and this briefing asks for {_number(needed)}",
        Reason.SAME_VOICE_ECHO: f"one voice, {articles}: {_list(names)}",
        Reason.SINGLE_SOURCE: f"one voice, one article: {_list(names)}",
        Reason.INCONSISTENT_SOURCE: f"{_aside(ruling)} and is set aside; nobody else speaks",
        Reason.NOT_COMPARABLE: "the figures that sources give are about something else",
        Reason.MENTION_ONLY: "sources mention it, and none says it in so many words",
        Reason.NO_EVIDENCE: "no source speaks on it",
    }[ruling.reason]
    return f"{text[0].upper()}{text[1:]}."


def derived_sentence(verdicts: Sequence[Verdict]) -> str:
    """Say what a derived claim's verdict rests on."""
    inputs = counted(len(verdicts), "figure")
    worst = [verdict for verdict in (Verdict.DISPUTED, Verdict.UNSUPPORTED) if verdict in verdicts]
    if not worst:
        return f"Computed from {inputs} of corroborated claims."
    held = sum(verdict is worst[0] for verdict in verdicts)
    if held == len(verdicts):
        return f"Computed from {inputs} of {worst[0]} claims."
    return f"Computed from {inputs}, {_number(held)} of them of {worst[0]} claims."


def flips(ruling: Ruling, voices: Mapping[str, Voice], needed: int) -> tuple[str, ...]:
    """Say what would change the verdict, a sentence each."""
    found = [_without(voice, ruling, voices, needed) for voice in ruling.pivotal]
    if ruling.verdict is Verdict.UNSUPPORTED:
        missing = needed - len(ruling.supporting)
        more = "another" if ruling.supporting else "independent"
        word = f"{more} voice" if missing == 1 else f"{_number(missing)} more independent voices"
        if missing > 1 and not ruling.supporting:
            word = f"{_number(missing)} independent voices"
        found.append(f"{word[0].upper()}{word[1:]} in support would make it corroborated.")
        found.append("One voice against it would make it disputed.")
    elif ruling.verdict is Verdict.CORROBORATED:
        found.append("One voice against it would make it disputed.")
    elif not ruling.pivotal:
        found.append("No single voice: more than one disputes it.")
    return tuple(found)


def _without(voice: str, ruling: Ruling, voices: Mapping[str, Voice], needed: int) -> str:
    supporting = len(ruling.supporting) - (voice in ruling.supporting)
    disputing = len(ruling.disputing) - (voice in ruling.disputing)
    if disputing:
        verdict = Verdict.DISPUTED
    else:
        verdict = Verdict.CORROBORATED if supporting >= needed else Verdict.UNSUPPORTED
    return f"Without {voices[voice].name} it would be {verdict}."


def counted(count: int, noun: str) -> str:
    """Give a count with its noun, in words up to twelve: `three articles`."""
    return f"{_number(count)} {noun}{'' if count == 1 else 's'}"


def _number(count: int) -> str:
    return _WORDS[count] if count < len(_WORDS) else f"{count:,}"


def _list(names: Sequence[str]) -> str:
    if len(names) > MOST_NAMES:
        return counted(len(names), "voice")
    if len(names) <= 1:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def _give(names: Sequence[str]) -> str:
    return "gives" if len(names) == 1 else "give"


def _aside(ruling: Ruling) -> str:
    if len(ruling.set_aside) == 1:
        return "the only article on it says both"
    return "each article on it says both"
