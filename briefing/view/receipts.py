"""The receipt of a verdict: what counted, what did not and why, and what would turn it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.model.judged import Stance
from briefing.view import reasons, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.model.judged import Judgement
    from briefing.view.cards import SourceCard
    from briefing.view.site import Site


@dataclass(frozen=True, slots=True)
class Receipt:
    """Why the verdict is what it is."""

    rule: str
    counted_for: str
    """The voices that count for the claim, in one text; empty where there are none."""
    counted_against: str
    uncounted: tuple[tuple[SourceCard, str], ...]
    counts: str | None
    hangs_on: str
    """On which voices the verdict hangs; empty where it hangs on none."""
    flips: tuple[str, ...]
    articles: str
    """What counting articles would have said."""
    echo_gap: bool


def receipt(site: Site, judgement: Judgement) -> Receipt:
    """Put a judgement's receipt into words."""
    items = judgement.items
    needed = site.judged.content.settings.corroboration_voices
    return Receipt(
        rule=words.REASONS[judgement.reason].rule,
        counted_for=_voices(site, judgement, judgement.supporting, Stance.SUPPORTS),
        counted_against=_voices(site, judgement, judgement.disputing, Stance.DISPUTES),
        uncounted=tuple(
            {
                (site.sources[item.written.source], words.SAYS_BOTH): None
                for item in items
                if item.says_both
            }
        ),
        counts=_counts(judgement),
        hangs_on=_hangs_on(site, judgement.pivotal),
        flips=reasons.flips(judgement, site.judged.voices, needed),
        articles=_articles(judgement),
        echo_gap=judgement.echo_gap,
    )


def _hangs_on(site: Site, pivotal: Sequence[str]) -> str:
    if not pivotal:
        return ""
    names = words.listed([site.voice_name(voice) for voice in pivotal])
    which = "it" if len(pivotal) == 1 else "any one of these"
    return f"{names}: without {which} the verdict would be another."


def _voices(site: Site, judgement: Judgement, voices: Sequence[str], stance: Stance) -> str:
    """Name each voice that counts on one side, with its articles where they are several."""
    counted = {
        (item.voice, item.written.source)
        for item in judgement.items
        if item.counted and item.stance is stance
    }
    articles = Counter(voice for voice, _ in counted)
    return words.listed(
        [
            f"{site.voice_name(voice)} ({words.counted(articles[voice], 'article')})"
            if articles[voice] > 1
            else site.voice_name(voice)
            for voice in voices
        ]
    )


def _counts(judgement: Judgement) -> str | None:
    """Say how much speaks for and against a claim; what is computed rests on its inputs alone."""
    if judgement.claim.formula:
        return None
    support = _side(judgement, Stance.SUPPORTS)
    dispute = _side(judgement, Stance.DISPUTES)
    mentions = sum(item.stance is Stance.MENTIONS for item in judgement.items)
    shown = words.counted(mentions, "passage is", "passages are")
    texts = (
        f"For it: {support}." if support else "Nothing that counts supports it.",
        f"Against it: {dispute}." if dispute else "",
        f"{words.sentence_case(shown)} shown without counting." if mentions else "",
    )
    return " ".join(text for text in texts if text)


def _side(judgement: Judgement, stance: Stance) -> str:
    """Count the articles, voices and speakers that count on one side; nothing where there are none."""
    items = [item for item in judgement.items if item.counted and item.stance is stance]
    if not items:
        return ""
    texts = (
        words.counted(len({item.written.source for item in items}), "article"),
        words.counted(len({item.voice for item in items}), "voice"),
        words.counted(len({item.origin for item in items}), "speaker"),
    )
    return words.listed(texts)


def _articles(judgement: Judgement) -> str:
    if judgement.echo_gap:
        return (
            f"Counting articles instead of voices, it would be {judgement.article_count_verdict}."
        )
    return "Counting articles instead of voices would give the same verdict."
