"""The words that readers see: names of verdicts, stances, reasons and counts.

Literal tables, so that one can read at a glance what the site says and see that nothing is
missing. They are in English; `Messages` gives them in the language of the site.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.language.messages import message
from briefing.model.figures import Outcome
from briefing.model.judged import Reason
from briefing.model.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing.language.messages import Messages
    from briefing.model.judged import Counts, Voice


VERDICTS = (message("corroborated"), message("disputed"), message("unsupported"))
"""The words for the verdicts, which are also their names in the code."""


class Wording(NamedTuple):
    """A reason in a few words beside the mark, and as a rule on the method page."""

    verdict: Verdict | None
    """None where the reason goes with any."""
    phrase: str
    rule: str


REASONS: Mapping[Reason, Wording] = {
    Reason.INDEPENDENT_VOICES: Wording(
        Verdict.CORROBORATED,
        "%(voices)s",
        message(
            "As many independent voices as this briefing asks for support the claim; none disputes it."
        ),
    ),
    Reason.FIGURE_MISMATCH: Wording(
        Verdict.DISPUTED,
        message("figures differ"),
        message(
            "Voices give figures for what is read as the same thing, and they differ by more than "
            "rounding."
        ),
    ),
    Reason.CONTRADICTION: Wording(
        Verdict.DISPUTED,
        message("voices differ"),
        message("One voice says it and another disputes it."),
    ),
    Reason.SELF_CONTRADICTION: Wording(
        Verdict.DISPUTED,
        message("one voice, both ways"),
        message("One voice says one thing in one article and another in a second."),
    ),
    Reason.REPORTED_DISPUTE: Wording(
        Verdict.DISPUTED,
        message("one article, both sides"),
        message("A single article reports that speakers disagree."),
    ),
    Reason.CONTRADICTED: Wording(
        Verdict.DISPUTED,
        message("only denied"),
        message("Voices dispute the claim and none supports it."),
    ),
    Reason.SAME_VOICE_ECHO: Wording(
        Verdict.UNSUPPORTED,
        message("one voice, %(articles)s"),
        message("Several articles say it, but they count as one voice."),
    ),
    Reason.SINGLE_SOURCE: Wording(
        Verdict.UNSUPPORTED,
        message("one article"),
        message("Only one article says it. That does not make it false."),
    ),
    Reason.TOO_FEW_VOICES: Wording(
        Verdict.UNSUPPORTED,
        message("only %(voices)s"),
        message("Several voices say it, but fewer than this briefing asks for."),
    ),
    Reason.INCONSISTENT_SOURCE: Wording(
        Verdict.UNSUPPORTED,
        message("source says both"),
        message(
            "Each article that takes a side takes both, in its own name, and so counts for neither."
        ),
    ),
    Reason.NOT_COMPARABLE: Wording(
        Verdict.UNSUPPORTED,
        message("not comparable"),
        message(
            "Sources give figures, but for another period, measure or scope, or one that is not known."
        ),
    ),
    Reason.MENTION_ONLY: Wording(
        Verdict.UNSUPPORTED,
        message("only mentioned"),
        message("Sources touch on the claim without saying that it is or is not so."),
    ),
    Reason.NO_EVIDENCE: Wording(
        Verdict.UNSUPPORTED,
        message("no evidence"),
        message("No source in this briefing speaks to the claim."),
    ),
    Reason.DERIVED: Wording(
        None,
        message("computed from other claims"),
        message(
            "It is computed from other claims’ figures and is no better than the worst of them."
        ),
    ),
    Reason.DERIVED_ROBUST: Wording(
        None,
        message("holds whichever figure is right"),
        message(
            "It is computed from a disputed figure and holds for every position on it, so it counts by "
            "the voices behind all of them."
        ),
    ),
    Reason.DERIVED_OWN_FIGURES: Wording(
        None,
        message("computed from an article’s own figures"),
        message(
            "It is computed from what an article itself states: one voice, whatever others say of "
            "the same thing."
        ),
    ),
}

_WITHOUT_COUNTS: Mapping[Reason, str] = {
    Reason.INDEPENDENT_VOICES: message("independent voices"),
    Reason.SAME_VOICE_ECHO: message("one voice, several articles"),
    Reason.TOO_FEW_VOICES: message("too few voices"),
}
"""Reasons whose phrase holds a count, where they stand for all claims."""

OUTCOMES: Mapping[Outcome, str] = {
    Outcome.SAME: message("agrees with the claim’s figure"),
    Outcome.COMPATIBLE: message("may agree, too loose to count"),
    Outcome.DIFFERENT: message("differs from the claim’s figure"),
    Outcome.NOT_COMPARABLE: message("cannot be compared"),
}

STANCES: Mapping[str, tuple[str, str]] = {
    "supports": (message("supports"), message("its words say so")),
    "disputes": (message("disputes"), message("its words say otherwise")),
    "mentions": (message("mentions"), message("it touches on the claim and does not count")),
    "silent": (
        message("silent"),
        message("the whole article was gone through, and nothing in it speaks to the claim"),
    ),
    "unexamined": (
        message("not examined"),
        message("nothing is quoted, but nobody went through the whole article either"),
    ),
}
"""What a source does to a claim: by the name that the look uses, the word and its meaning."""

SAYS_BOTH = message("the article says both in the same speaker’s name")
"""Why an item that supports or disputes does not count."""

KINDS: Mapping[str, str] = {
    "figure": message("figure"),
    "statement": message("statement"),
    "attribution": message("attribution"),
    "opinion": message("opinion"),
    "forecast": message("forecast"),
    "derived": message("computed"),
}

AUTHORSHIP: Mapping[str, str] = {
    "yes": message("It says that software wrote it"),
    "suspected": message("Possibly written by software"),
    "no": message("Written by a person"),
    "unknown": message("Not known whether software wrote it"),
}

AI_BADGES: Mapping[str, str] = {
    "yes": message("says AI-written"),
    "suspected": message("AI suspected"),
}

RELIABILITY: Mapping[str, str] = {
    "A": message("completely reliable"),
    "B": message("usually reliable"),
    "C": message("fairly reliable"),
    "D": message("not usually reliable"),
    "E": message("unreliable"),
    "F": message("reliability cannot be judged"),
}
"""Source reliability in the NATO system (AJP-2.1), as the Admiralty code names it."""

CREDIBILITY: Mapping[str, str] = {
    "1": message("confirmed by other sources"),
    "2": message("probably true"),
    "3": message("possibly true"),
    "4": message("doubtful"),
    "5": message("improbable"),
    "6": message("truth cannot be judged"),
}

RIGHTS: Mapping[str, str] = {
    "excerpts": message(
        "Shown here are the passages that this briefing quotes, with the words around them."
    ),
    "full": message("Shown here is the whole text, with the quoted passages marked."),
    "links": message("The text is not reproduced here."),
}


def rule_name(reason: Reason, say: Messages) -> str:
    """Name a rule as claims do beside their verdicts, without counts: `One voice, both ways`."""
    return sentence_case(say(_WITHOUT_COUNTS.get(reason, REASONS[reason].phrase)))


def phrase(reason: Reason, counts: Counts, say: Messages) -> str:
    """Say a reason in the few words that appear beside a verdict."""
    voices, articles = voices_counted(counts.voices, say), articles_counted(counts.articles, say)
    return say(REASONS[reason].phrase, voices=voices, articles=articles)


def articles_counted(count: int, say: Messages) -> str:
    """Write `one article`, `three articles`."""
    return say.counted("%(count)s article", "%(count)s articles", count)


def voices_counted(count: int, say: Messages) -> str:
    """Write `one voice`, `three voices`."""
    return say.counted("%(count)s voice", "%(count)s voices", count)


def claims_counted(count: int, say: Messages) -> str:
    """Write `one claim`, `no claims`."""
    return say.counted("%(count)s claim", "%(count)s claims", count)


def others_counted(count: int, say: Messages) -> str:
    """Write `one other`, `three others`, at the end of a list."""
    return say.counted("%(count)s other", "%(count)s others", count)


def voice_names(voices: Mapping[str, Voice], say: Messages) -> Mapping[str, str]:
    """Say what each voice is called; only the one of all unnamed publishers has no name of its own."""
    return MappingProxyType(
        {
            id_: say.word(one.name) if one.kind == "unnamed" else one.name
            for id_, one in voices.items()
        }
    )


COMMA: Final = message(", ")
COLON: Final = message(": ")
"""Signs between the parts of a line that is no sentence; templates write them `": " | translated`."""


def joined(say: Messages, *parts: str | None) -> str:
    """Join the parts of a line that are there, as a byline has them."""
    return say(COMMA).join(part for part in parts if part)


def quoted(text: str, say: Messages) -> str:
    """Put a text in quotation marks."""
    return say("“%(text)s”", text=text)


def sentence_case(text: str) -> str:
    """Begin a text with a capital and leave the rest as it is."""
    return text[:1].upper() + text[1:]


def clipped(text: str, limit: int) -> str:
    """Shorten a text to at most `limit` characters, at a word where there is one."""
    if len(text) <= limit:
        return text
    return text[: limit - 1].rsplit(" ", 1)[0].rstrip(" ,;:–-") + "…"
