"""Say in sentences why a claim has its verdict and what would change it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model.judged import Reason
from briefing.model.verdict import Verdict
from briefing.voices import UNNAMED

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefing.judge.verdict import Ruling
    from briefing.model.judged import Voice

_WORDS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
)  # fmt: skip
_WHOLE = {1: "itself", 2: "both"}
MOST_NAMES = 4
"""More voices than this are counted and not named one by one."""


def sentence(ruling: Ruling, voices: Mapping[str, Voice], needed: int) -> str:
    """Give the one sentence that stands beside the verdict; it says no more than the rule saw."""
    names = [voices[voice].name for voice in ruling.supporting]
    number = len(names)
    text = {
        Reason.FIGURE_MISMATCH: _sides(ruling, voices),
        Reason.CONTRADICTION: _sides(ruling, voices),
        Reason.SELF_CONTRADICTION: f"one voice says both, in different articles{_who(ruling, voices)}",
        Reason.REPORTED_DISPUTE: "one article gives both sides, in different names, and no other counts",
        Reason.CONTRADICTED: f"{_sides(ruling, voices)}; nothing that counts supports it",
        Reason.INDEPENDENT_VOICES: f"{counted(number, 'independent voice')} say so{_after_colon(names)}",
        Reason.TOO_FEW_VOICES: f"{counted(number, 'voice')} say so, and this briefing asks for {_number(needed)}",
        Reason.SAME_VOICE_ECHO: f"one voice, {_articles(ruling)}{_who(ruling, voices)}",
        Reason.SINGLE_SOURCE: f"one voice, one article{_who(ruling, voices)}",
        Reason.INCONSISTENT_SOURCE: _aside(ruling),
        Reason.NOT_COMPARABLE: "nothing that counts says so, and a figure that is given cannot be compared",
        Reason.MENTION_ONLY: "it is mentioned, and nothing that counts says that it is so or is not",
        Reason.NO_EVIDENCE: "nothing is quoted on it",
    }[ruling.reason]
    return f"{_begun(text, ruling, voices)}."


def derived_sentence(verdicts: Sequence[Verdict]) -> str:
    """Say what a derived claim's verdict rests on."""
    if not verdicts:
        return "Nothing could be computed."
    inputs = counted(len(verdicts), "figure")
    order = (Verdict.DISPUTED, Verdict.UNSUPPORTED, Verdict.CORROBORATED)
    worst = next(verdict for verdict in order if verdict in verdicts)
    held = sum(verdict is worst for verdict in verdicts)
    if held == len(verdicts):
        return f"Computed from {inputs}, {_WHOLE.get(held, 'all')} {worst}."
    return f"Computed from {inputs}, {_number(held)} of them {worst}."


def flips(ruling: Ruling, voices: Mapping[str, Voice], needed: int) -> tuple[str, ...]:
    """Say what would change the verdict, a sentence each."""
    found = [_without(voice, ruling, voices, needed) for voice in ruling.pivotal]
    if ruling.verdict is Verdict.UNSUPPORTED:
        missing = needed - len(ruling.supporting)
        more = "more " if ruling.supporting else ""
        word = f"{_number(missing)} {more}independent voices"
        word = "another independent voice" if missing == 1 else word
        found.append(f"{word[0].upper()}{word[1:]} in support would make it corroborated.")
        found.append("One voice against it would make it disputed.")
    elif ruling.verdict is Verdict.CORROBORATED:
        found.append("One voice against it would make it disputed.")
    elif not ruling.pivotal:
        found.append("No single voice would turn it: more than one disputes it.")
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


def _after_colon(names: Sequence[str]) -> str:
    """Name a few voices after their count; many are not counted twice."""
    return f": {_list(names)}" if len(names) <= MOST_NAMES else ""


def _who(ruling: Ruling, voices: Mapping[str, Voice]) -> str:
    """Name the one voice that supports; articles that nobody signs may have several publishers."""
    several = ruling.counts.articles > 1 or ruling.disputing
    if ruling.supporting == (UNNAMED.id,) and several:
        return " whose publishers are not named"
    return f": {_list([voices[voice].name for voice in ruling.supporting])}"


def _articles(ruling: Ruling) -> str:
    return counted(ruling.counts.articles, "article")


def _sides(ruling: Ruling, voices: Mapping[str, Voice]) -> str:
    """Say who supports, who does both, who gives another figure and who disputes in words."""
    both = [voice for voice in ruling.supporting if voice in ruling.disputing]
    against = [voice for voice in ruling.disputing if voice not in both]
    sides = (
        ([voice for voice in ruling.supporting if voice not in both], "says so", "say so"),
        ([voice for voice in both if voice in ruling.figured],
         "gives a figure that agrees and one that does not",
         "give figures that agree and figures that do not"),
        ([voice for voice in both if voice not in ruling.figured],
         "both says so and disputes it", "both say so and dispute it"),
        ([voice for voice in against if voice in ruling.figured],
         "gives another figure", "give another figure"),
        ([voice for voice in against if voice not in ruling.figured],
         "disputes it", "dispute it"),
    )  # fmt: skip
    return "; ".join(
        f"{_list([voices[voice].name for voice in held])} {one if len(held) == 1 else several}"
        for held, one, several in sides
        if held
    )


def _aside(ruling: Ruling) -> str:
    if len(ruling.set_aside) == 1:
        return "the one article that takes a side takes both, and is set aside"
    articles = counted(len(ruling.set_aside), "article")
    return f"the {articles} that take a side each take both, and are set aside"


def _begun(text: str, ruling: Ruling, voices: Mapping[str, Voice]) -> str:
    """Begin a sentence with a capital, but leave a publisher's name as its owner writes it."""
    named = (voices[id_].name for id_ in (*ruling.supporting, *ruling.disputing)
             if id_ != UNNAMED.id)  # fmt: skip
    if any(text.startswith((f"{name} ", f"{name}, ")) for name in named):
        return text
    return f"{text[0].upper()}{text[1:]}"
