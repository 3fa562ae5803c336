"""Explain in sentences why a claim has its verdict.

They say only what the verdict rule knows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefing.model.judged import Caveat, Reason, Stance
from briefing.model.verdict import Verdict
from briefing.view.origins import has_unattributed, only_origin
from briefing.view.words import articles_counted, sentence_case, voices_counted
from briefing.voices import UNNAMED

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from briefing.language.messages import Messages
    from briefing.model.judged import Judgement

MOST_NAMES = 4
"""More voices than this are counted and not named one by one."""


DERIVED = frozenset({Reason.DERIVED, Reason.DERIVED_ROBUST, Reason.DERIVED_OWN_FIGURES})
"""The reasons of claims that are computed."""


class _Case(NamedTuple):
    """What a sentence is about."""

    judgement: Judgement
    names: Mapping[str, str]
    """What each voice is called, by its id."""
    needed: int
    """How many voices corroborate."""
    say: Messages


def sentence(judgement: Judgement, names: Mapping[str, str], needed: int, say: Messages) -> str:
    """Give the one sentence that appears beside the verdict; `needed` voices corroborate.

    `names` says what each voice is called, by its id.
    """
    if judgement.reason in DERIVED:
        return _derived(judgement, say)
    text = _SENTENCES[judgement.reason](_Case(judgement, names, needed, say))
    return say("%(text)s.", text=_begun(text, judgement, names))


def _derived(judgement: Judgement, say: Messages) -> str:
    if judgement.reason is Reason.DERIVED_ROBUST:
        return _robust(judgement.input_verdicts, say)
    text = _computed(judgement.input_verdicts, say)
    if judgement.reason is Reason.DERIVED_OWN_FIGURES:
        own = say("An article’s own figures count as one voice and are disputed by nobody.")
        return say("%(text)s %(more)s", text=text, more=own)
    return text


def _robust(verdicts: Sequence[Verdict], say: Messages) -> str:
    text = say.counted(
        "Computed from a disputed figure. Rounded as stated, the result is the same for each position on "
        "it.",
        "Computed from %(count)s figures, some of them disputed. Rounded as stated, the result is the same "
        "for each position on them.",
        len(verdicts),
    )
    lacking = sum(one is Verdict.UNSUPPORTED for one in verdicts)
    if not lacking:
        return text
    more = say.counted(
        "%(count)s of its figures rests on too few voices.",
        "%(count)s of its figures rest on too few voices.",
        lacking,
    )
    return say("%(text)s %(more)s", text=text, more=sentence_case(more))


def _computed(verdicts: Sequence[Verdict], say: Messages) -> str:
    if not verdicts:
        return say("Nothing could be computed.")
    order = (Verdict.DISPUTED, Verdict.UNSUPPORTED, Verdict.CORROBORATED)
    worst = next(verdict for verdict in order if verdict in verdicts)
    count, held = len(verdicts), sum(verdict is worst for verdict in verdicts)
    word = say.word(worst)
    figures = say.counted("%(count)s figure", "%(count)s figures", count)
    if held < count:
        return say(
            "Computed from %(figures)s, %(count)s of them %(verdict)s.",
            figures=figures,
            count=say.number(held),
            verdict=word,
        )
    if count == 1:
        return say("Computed from one figure, itself %(verdict)s.", verdict=word)
    if count == 2:
        return say("Computed from two figures, both %(verdict)s.", verdict=word)
    return say("Computed from %(figures)s, all %(verdict)s.", figures=figures, verdict=word)


def _independent_voices(case: _Case) -> str:
    count = len(case.judgement.supporting)
    origin = only_origin(case.judgement) if Caveat.ONE_ORIGIN in case.judgement.caveats else None
    if origin is None:
        text = case.say.counted(
            "%(count)s independent voice says so", "%(count)s independent voices say so", count
        )
    elif has_unattributed(case.judgement):
        text = case.say.counted(
            "%(count)s voice says so and names no speaker but %(origin)s",
            "%(count)s voices say so and name no speaker but %(origin)s",
            count,
            origin=origin,
        )
    else:
        text = case.say.counted(
            "%(count)s voice says so, on the word of %(origin)s",
            "%(count)s voices say so, all on the word of %(origin)s",
            count,
            origin=origin,
        )
    if count > MOST_NAMES:
        return text
    return case.say("%(text)s: %(voices)s", text=text, voices=_supporting(case))


def _too_few_voices(case: _Case) -> str:
    return case.say.counted(
        "%(count)s voice says so, and this briefing asks for %(needed)s",
        "%(count)s voices say so, and this briefing asks for %(needed)s",
        len(case.judgement.supporting),
        needed=case.say.number(case.needed),
    )


def _self_contradiction(case: _Case) -> str:
    if _is_unnamed(case.judgement):
        return case.say("one voice says both, in different articles whose publishers are not named")
    return case.say(
        "one voice says both, in different articles: %(voice)s", voice=_supporting(case)
    )


def _same_voice_echo(case: _Case) -> str:
    articles = articles_counted(case.judgement.counts.articles, case.say)
    if _is_unnamed(case.judgement):
        return case.say("one voice, %(articles)s whose publishers are not named", articles=articles)
    return case.say(
        "one voice, %(articles)s: %(voice)s", articles=articles, voice=_supporting(case)
    )


def _single_source(case: _Case) -> str:
    return case.say("one voice, one article: %(voice)s", voice=_supporting(case))


def _inconsistent_source(case: _Case) -> str:
    items = case.judgement.items
    count = len({item.written.source for item in items if item.says_both})
    if count == 1:
        return case.say("the one article that takes a side takes both, and is set aside")
    return case.say.counted(
        "the %(count)s article that takes a side takes both, and is set aside",
        "the %(count)s articles that take a side each take both, and are set aside",
        count,
    )


def _sides(case: _Case) -> str:
    """Say who supports, who does both, who gives another figure and who disputes in words."""
    judgement, say = case.judgement, case.say
    both = [voice for voice in judgement.supporting if voice in judgement.disputing]
    against = [voice for voice in judgement.disputing if voice not in both]
    figured = {
        item.voice
        for item in judgement.items
        if item.counted and item.stance is Stance.DISPUTES and item.comparison is not None
    }
    so = [voice for voice in judgement.supporting if voice not in both]
    partly = [voice for voice in both if voice in figured]
    doubly = [voice for voice in both if voice not in figured]
    otherwise = [voice for voice in against if voice in figured]
    denying = [voice for voice in against if voice not in figured]
    sides = (
        (so, say.counted("%(voices)s says so", "%(voices)s say so", len(so),
                         voices=_list(case, so))),
        (partly, say.counted("%(voices)s gives a figure that agrees with the claim and one that does not",
                             "%(voices)s give figures that agree with the claim and figures that do not",
                             len(partly), voices=_list(case, partly))),
        (doubly, say.counted("%(voices)s both says so and disputes it",
                             "%(voices)s both say so and dispute it",
                             len(doubly), voices=_list(case, doubly))),
        (otherwise, say.counted("%(voices)s gives another figure",
                                "%(voices)s give another figure",
                                len(otherwise), voices=_list(case, otherwise))),
        (denying, say.counted("%(voices)s disputes it", "%(voices)s dispute it", len(denying),
                              voices=_list(case, denying))),
    )  # fmt: skip
    semicolon = say("%(first)s; %(next)s", first="", next="")
    return semicolon.join(text for held, text in sides if held)


def _contradicted(case: _Case) -> str:
    return case.say("%(sides)s; nothing that counts supports it", sides=_sides(case))


_SENTENCES: Mapping[Reason, Callable[[_Case], str]] = {
    Reason.FIGURE_MISMATCH: _sides,
    Reason.CONTRADICTION: _sides,
    Reason.SELF_CONTRADICTION: _self_contradiction,
    Reason.REPORTED_DISPUTE: lambda case: case.say(
        "one article gives both sides, in different names, and no other counts"
    ),
    Reason.CONTRADICTED: _contradicted,
    Reason.INDEPENDENT_VOICES: _independent_voices,
    Reason.TOO_FEW_VOICES: _too_few_voices,
    Reason.SAME_VOICE_ECHO: _same_voice_echo,
    Reason.SINGLE_SOURCE: _single_source,
    Reason.INCONSISTENT_SOURCE: _inconsistent_source,
    Reason.NOT_COMPARABLE: lambda case: case.say(
        "nothing that counts says so, and a figure that is given cannot be compared"
    ),
    Reason.MENTION_ONLY: lambda case: case.say(
        "it is mentioned, and nothing that counts says that it is so or is not"
    ),
    Reason.NO_EVIDENCE: lambda case: case.say("nothing is quoted on it"),
}
"""The sentence for each reason, without its full stop; a computed claim has its own."""


def _supporting(case: _Case) -> str:
    return _list(case, case.judgement.supporting)


def _list(case: _Case, voices: Sequence[str]) -> str:
    if len(voices) > MOST_NAMES:
        return voices_counted(len(voices), case.say)
    return case.say.listed([case.names[voice] for voice in voices])


def _is_unnamed(judgement: Judgement) -> bool:
    """Tell of one supporting voice that nobody signs; its articles may have several publishers."""
    return judgement.supporting == (UNNAMED.id,)


def _begun(text: str, judgement: Judgement, names: Mapping[str, str]) -> str:
    """Begin a sentence with a capital, but leave a publisher's name as its owner writes it."""
    named = (names[id_] for id_ in (*judgement.supporting, *judgement.disputing)
             if id_ != UNNAMED.id)  # fmt: skip
    if any(text.startswith((f"{name} ", f"{name}, ")) for name in named):
        return text
    return sentence_case(text)
