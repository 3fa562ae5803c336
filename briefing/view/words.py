"""The words that readers see: names of verdicts, stances, reasons, caveats and counts.

Literal tables, so that one can read at a glance what the site says and see that nothing is
missing. Numbers are written here and not by the locale: the same bytes everywhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefing.model.figures import Outcome
from briefing.model.judged import Caveat, Reason
from briefing.model.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefing.model.judged import Counts


class Wording(NamedTuple):
    """A reason in a few words beside the mark, and as a rule on the method page."""

    verdict: Verdict | None
    """None where the reason goes with any."""
    phrase: str
    rule: str


REASONS: Mapping[Reason, Wording] = {
    Reason.INDEPENDENT_VOICES: Wording(
        Verdict.CORROBORATED,
        "{voices}",
        "As many independent voices as this briefing asks for support the claim; none disputes it.",
    ),
    Reason.FIGURE_MISMATCH: Wording(
        Verdict.DISPUTED,
        "figures differ",
        "Voices give figures for what is read as the same thing, and they differ by more than "
        "rounding.",
    ),
    Reason.CONTRADICTION: Wording(
        Verdict.DISPUTED,
        "voices differ",
        "One voice says it and another disputes it.",
    ),
    Reason.SELF_CONTRADICTION: Wording(
        Verdict.DISPUTED,
        "one voice, both ways",
        "One voice says one thing in one article and another in a second.",
    ),
    Reason.REPORTED_DISPUTE: Wording(
        Verdict.DISPUTED,
        "one article, both sides",
        "A single article reports that speakers disagree.",
    ),
    Reason.CONTRADICTED: Wording(
        Verdict.DISPUTED,
        "only denied",
        "Voices dispute the claim and none supports it.",
    ),
    Reason.SAME_VOICE_ECHO: Wording(
        Verdict.UNSUPPORTED,
        "one voice, {articles}",
        "Several articles say it, but they count as one voice.",
    ),
    Reason.SINGLE_SOURCE: Wording(
        Verdict.UNSUPPORTED,
        "one article",
        "Only one article says it. That does not make it false.",
    ),
    Reason.TOO_FEW_VOICES: Wording(
        Verdict.UNSUPPORTED,
        "only {voices}",
        "Several voices say it, but fewer than this briefing asks for.",
    ),
    Reason.INCONSISTENT_SOURCE: Wording(
        Verdict.UNSUPPORTED,
        "source says both",
        "Each article that takes a side takes both, in its own name, and so counts for neither.",
    ),
    Reason.NOT_COMPARABLE: Wording(
        Verdict.UNSUPPORTED,
        "not comparable",
        "Sources give figures, but for another period, measure or scope, or one that is not known.",
    ),
    Reason.MENTION_ONLY: Wording(
        Verdict.UNSUPPORTED,
        "only mentioned",
        "Sources touch on the claim without saying that it is or is not so.",
    ),
    Reason.NO_EVIDENCE: Wording(
        Verdict.UNSUPPORTED,
        "no evidence",
        "No source in this briefing speaks to the claim.",
    ),
    Reason.DERIVED: Wording(
        None,
        "computed from other claims",
        "It is computed from other claims’ figures and is no better than the worst of them.",
    ),
}

_WITHOUT_COUNTS: Mapping[Reason, str] = {
    Reason.INDEPENDENT_VOICES: "independent voices",
    Reason.SAME_VOICE_ECHO: "one voice, several articles",
    Reason.TOO_FEW_VOICES: "too few voices",
}
"""Reasons whose phrase holds a count, where they stand for all claims."""

CAVEATS: Mapping[Caveat, tuple[str, str]] = {
    Caveat.ONE_ORIGIN: (
        "One origin",
        "All support goes back to one speaker: several voices relay what the same party said.",
    ),
    Caveat.AI_GENERATED_ONLY: (
        "Machine-written only",
        "Every article that supports it says, or is suspected, to be written by software.",
    ),
    Caveat.UNNAMED_PUBLISHER: (
        "Unnamed publisher",
        "Without the articles whose publisher is not named, the verdict would be another.",
    ),
    Caveat.INFERRED_SCOPE: (
        "Inferred scope",
        "That the figures speak of the same thing is the analyst’s reading, not the sources’ words.",
    ),
    Caveat.STALE: (
        "Due for review",
        "The date by which this claim was to be looked at again has passed.",
    ),
}

OUTCOMES: Mapping[Outcome, str] = {
    Outcome.SAME: "agrees with the claim’s figure",
    Outcome.COMPATIBLE: "may agree, too loose to count",
    Outcome.DIFFERENT: "differs from the claim’s figure",
    Outcome.NOT_COMPARABLE: "cannot be compared",
}

STANCES: Mapping[str, tuple[str, str]] = {
    "supports": ("supports", "its words say so"),
    "disputes": ("disputes", "its words say otherwise"),
    "mentions": ("mentions", "it touches on the claim and does not count"),
    "silent": (
        "silent",
        "the whole article was gone through, and nothing in it speaks to the claim",
    ),
    "unexamined": (
        "not examined",
        "nothing is quoted, but nobody went through the whole article either",
    ),
}
"""What a source does to a claim: by the name that the look uses, the word and its meaning."""

SAYS_BOTH = "the article says both in the same speaker's name"
"""Why an item that supports or disputes does not count."""

KINDS: Mapping[str, str] = {
    "figure": "figure",
    "statement": "statement",
    "attribution": "attribution",
    "opinion": "opinion",
    "forecast": "forecast",
    "derived": "computed",
}

AUTHORSHIP: Mapping[str, str] = {
    "yes": "It says that software wrote it",
    "suspected": "Possibly written by software",
    "no": "Written by a person",
    "unknown": "Not known whether software wrote it",
}

AI_BADGES: Mapping[str, str] = {"yes": "says AI-written", "suspected": "AI suspected"}

RELIABILITY: Mapping[str, str] = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}
"""Source reliability in the NATO system (AJP-2.1), as the Admiralty code names it."""

CREDIBILITY: Mapping[str, str] = {
    "1": "confirmed by other sources",
    "2": "probably true",
    "3": "possibly true",
    "4": "doubtful",
    "5": "improbable",
    "6": "truth cannot be judged",
}

RIGHTS: Mapping[str, str] = {
    "excerpts": "Shown here are the passages that this briefing quotes, with the words around them.",
    "full": "Shown here is the whole text, with the quoted passages marked.",
    "links": "The text is not reproduced here.",
}

_NUMBERS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
)  # fmt: skip


def number(count: int) -> str:
    """Write a count as prose does: in words up to twelve, then in digits with groups of three."""
    if 0 <= count < len(_NUMBERS):
        return _NUMBERS[count]
    return f"{count:,}"


def counted(count: int, singular: str, plural: str | None = None) -> str:
    """Write a count with its noun: `one voice`, `three articles`, `no claims`."""
    return f"{number(count)} {singular if count == 1 else plural or singular + 's'}"


def listed(texts: Sequence[str]) -> str:
    """Join texts as a sentence does: `a`, `a and b`, `a, b and c`."""
    return " and ".join(part for part in (", ".join(texts[:-1]), *texts[-1:]) if part)


def rule_name(reason: Reason) -> str:
    """Name a rule as claims do beside their verdicts, but for the counts: `One voice, both ways`."""
    return sentence_case(_WITHOUT_COUNTS.get(reason, REASONS[reason].phrase))


def phrase(reason: Reason, counts: Counts) -> str:
    """Say a reason in the few words that stand beside a verdict."""
    return REASONS[reason].phrase.format(
        voices=counted(counts.voices, "voice"), articles=counted(counts.articles, "article")
    )


def sentence_case(text: str) -> str:
    """Begin a text with a capital and leave the rest as it is."""
    return text[:1].upper() + text[1:]


def clipped(text: str, limit: int) -> str:
    """Shorten a text to at most `limit` characters, at a word where there is one."""
    if len(text) <= limit:
        return text
    return text[: limit - 1].rsplit(" ", 1)[0].rstrip(" ,;:–-") + "…"
