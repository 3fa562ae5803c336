"""Say in sentences why a claim has its verdict and what would change it.

They say what the verdict rule saw, and no more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model.judged import Reason, Stance
from briefing.model.verdict import Verdict
from briefing.view.words import counted, listed, number, sentence_case
from briefing.voices import UNNAMED

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefing.model.judged import Judgement, Voice

_WHOLE = {1: "itself", 2: "both"}
MOST_NAMES = 4
"""More voices than this are counted and not named one by one."""


def sentence(judgement: Judgement, voices: Mapping[str, Voice], needed: int) -> str:
    """Give the one sentence that stands beside the verdict; `needed` voices corroborate."""
    if judgement.reason is Reason.DERIVED:
        return _derived(judgement.input_verdicts)
    names = [voices[voice].name for voice in judgement.supporting]
    count = len(names)
    text = {
        Reason.FIGURE_MISMATCH: _sides(judgement, voices),
        Reason.CONTRADICTION: _sides(judgement, voices),
        Reason.SELF_CONTRADICTION: f"one voice says both, in different articles{_who(judgement, voices)}",
        Reason.REPORTED_DISPUTE: "one article gives both sides, in different names, and no other counts",
        Reason.CONTRADICTED: f"{_sides(judgement, voices)}; nothing that counts supports it",
        Reason.INDEPENDENT_VOICES: f"{counted(count, 'independent voice')} {_say(count)} so{_after_colon(names)}",
        Reason.TOO_FEW_VOICES: f"{counted(count, 'voice')} say so, and this briefing asks for {number(needed)}",
        Reason.SAME_VOICE_ECHO: f"one voice, {_articles(judgement)}{_who(judgement, voices)}",
        Reason.SINGLE_SOURCE: f"one voice, one article{_who(judgement, voices)}",
        Reason.INCONSISTENT_SOURCE: _aside(judgement),
        Reason.NOT_COMPARABLE: "nothing that counts says so, and a figure that is given cannot be compared",
        Reason.MENTION_ONLY: "it is mentioned, and nothing that counts says that it is so or is not",
        Reason.NO_EVIDENCE: "nothing is quoted on it",
    }[judgement.reason]
    return f"{_begun(text, judgement, voices)}."


def _derived(verdicts: Sequence[Verdict]) -> str:
    if not verdicts:
        return "Nothing could be computed."
    inputs = counted(len(verdicts), "figure")
    order = (Verdict.DISPUTED, Verdict.UNSUPPORTED, Verdict.CORROBORATED)
    worst = next(verdict for verdict in order if verdict in verdicts)
    held = sum(verdict is worst for verdict in verdicts)
    if held == len(verdicts):
        return f"Computed from {inputs}, {_WHOLE.get(held, 'all')} {worst}."
    return f"Computed from {inputs}, {number(held)} of them {worst}."


def flips(judgement: Judgement, voices: Mapping[str, Voice], needed: int) -> tuple[str, ...]:
    """Say what would change the verdict, a sentence each; nothing for what is computed."""
    if judgement.reason is Reason.DERIVED:
        return ()
    found = [_without(voice, judgement, voices, needed) for voice in judgement.pivotal]
    if judgement.verdict is Verdict.UNSUPPORTED:
        missing = needed - len(judgement.supporting)
        more = "more " if judgement.supporting else ""
        word = f"{number(missing)} {more}independent voices"
        word = "another independent voice" if missing == 1 else word
        found.append(f"{sentence_case(word)} in support would make it corroborated.")
        found.append("One voice against it would make it disputed.")
    elif judgement.verdict is Verdict.CORROBORATED:
        found.append("One voice against it would make it disputed.")
    elif not judgement.pivotal:
        found.append("No single voice would turn it: more than one disputes it.")
    return tuple(found)


def _without(voice: str, judgement: Judgement, voices: Mapping[str, Voice], needed: int) -> str:
    supporting = len(judgement.supporting) - (voice in judgement.supporting)
    disputing = len(judgement.disputing) - (voice in judgement.disputing)
    if disputing:
        verdict = Verdict.DISPUTED
    else:
        verdict = Verdict.CORROBORATED if supporting >= needed else Verdict.UNSUPPORTED
    return f"Without {voices[voice].name} it would be {verdict}."


def _list(names: Sequence[str]) -> str:
    if len(names) > MOST_NAMES:
        return counted(len(names), "voice")
    return listed(names)


def _say(count: int) -> str:
    return "says" if count == 1 else "say"


def _after_colon(names: Sequence[str]) -> str:
    """Name a few voices after their count; many are not counted twice."""
    return f": {_list(names)}" if len(names) <= MOST_NAMES else ""


def _who(judgement: Judgement, voices: Mapping[str, Voice]) -> str:
    """Name the one voice that supports; articles that nobody signs may have several publishers."""
    several = judgement.counts.articles > 1 or judgement.disputing
    if judgement.supporting == (UNNAMED.id,) and several:
        return " whose publishers are not named"
    return f": {_list([voices[voice].name for voice in judgement.supporting])}"


def _articles(judgement: Judgement) -> str:
    return counted(judgement.counts.articles, "article")


def _sides(judgement: Judgement, voices: Mapping[str, Voice]) -> str:
    """Say who supports, who does both, who gives another figure and who disputes in words."""
    both = [voice for voice in judgement.supporting if voice in judgement.disputing]
    against = [voice for voice in judgement.disputing if voice not in both]
    figured = {
        item.voice
        for item in judgement.items
        if item.counted and item.stance is Stance.DISPUTES and item.comparison is not None
    }
    sides = (
        ([voice for voice in judgement.supporting if voice not in both], "says so", "say so"),
        ([voice for voice in both if voice in figured],
         "gives a figure that agrees and one that does not",
         "give figures that agree and figures that do not"),
        ([voice for voice in both if voice not in figured],
         "both says so and disputes it", "both say so and dispute it"),
        ([voice for voice in against if voice in figured],
         "gives another figure", "give another figure"),
        ([voice for voice in against if voice not in figured],
         "disputes it", "dispute it"),
    )  # fmt: skip
    return "; ".join(
        f"{_list([voices[voice].name for voice in held])} {one if len(held) == 1 else several}"
        for held, one, several in sides
        if held
    )


def _aside(judgement: Judgement) -> str:
    count = len({item.written.source for item in judgement.items if item.says_both})
    if count == 1:
        return "the one article that takes a side takes both, and is set aside"
    return f"the {counted(count, 'article')} that take a side each take both, and are set aside"


def _begun(text: str, judgement: Judgement, voices: Mapping[str, Voice]) -> str:
    """Begin a sentence with a capital, but leave a publisher's name as its owner writes it."""
    named = (voices[id_].name for id_ in (*judgement.supporting, *judgement.disputing)
             if id_ != UNNAMED.id)  # fmt: skip
    if any(text.startswith((f"{name} ", f"{name}, ")) for name in named):
        return text
    return sentence_case(text)
