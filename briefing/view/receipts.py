"""The receipt of a verdict: what counted, what did not and why, and what would turn it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from briefing.model.judged import Stance
from briefing.values import dataclass
from briefing.view import marks, words
from briefing.view.flips import flips

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.language.messages import Messages
    from briefing.model.judged import Judgement
    from briefing.view.cards import SourceCard
    from briefing.view.site import Site


@dataclass(frozen=True, slots=True)
class Receipt:
    """Why the verdict is what it is."""

    rule: str
    counted_for: str
    """The voices that count for the claim, in one text; may be empty."""
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
    """Write a judgement's receipt in words."""
    items = judgement.items
    needed = site.judged.content.settings.corroboration_voices
    return Receipt(
        rule=site.say(words.REASONS[judgement.reason].rule),
        counted_for=_voices(site, judgement, judgement.supporting, Stance.SUPPORTS),
        counted_against=_voices(site, judgement, judgement.disputing, Stance.DISPUTES),
        uncounted=tuple(
            {
                (site.sources[item.written.source], site.say(words.SAYS_BOTH)): None
                for item in items
                if item.says_both
            }
        ),
        counts=_counts(judgement, site.say),
        hangs_on=_hangs_on(site, judgement.pivotal),
        flips=flips(judgement, site.voice_names, needed, site.say),
        articles=_articles(judgement, site.say),
        echo_gap=judgement.echo_gap,
    )


def _hangs_on(site: Site, pivotal: Sequence[str]) -> str:
    if not pivotal:
        return ""
    return site.say.counted(
        "%(voices)s: without it the verdict would be different.",
        "%(voices)s: without any one of these the verdict would be different.",
        len(pivotal),
        voices=site.say.listed([site.voice_name(voice) for voice in pivotal]),
    )


def _voices(site: Site, judgement: Judgement, voices: Sequence[str], stance: Stance) -> str:
    """Name each voice that counts on one side, with its articles where they are several."""
    counted = {
        (item.voice, item.written.source)
        for item in judgement.items
        if item.counted and item.stance is stance
    }
    articles = Counter(voice for voice, _ in counted)
    return site.say.listed([_voice(site, voice, articles[voice]) for voice in voices])


def _voice(site: Site, voice: str, articles: int) -> str:
    name = site.voice_name(voice)
    if articles == 1:
        return name
    counted = words.articles_counted(articles, site.say)
    return site.say("%(voice)s (%(articles)s)", voice=name, articles=counted)


def _counts(judgement: Judgement, say: Messages) -> str | None:
    """Say how much speaks for and against a claim; what is computed rests on its inputs alone."""
    if judgement.claim.formula:
        return None
    support = _side(judgement, Stance.SUPPORTS, say)
    dispute = _side(judgement, Stance.DISPUTES, say)
    mentions = sum(item.stance is Stance.MENTIONS for item in judgement.items)
    shown = say.counted(
        "%(count)s passage is shown without counting.",
        "%(count)s passages are shown without counting.",
        mentions,
    )
    texts = (
        say("For it: %(counts)s.", counts=support)
        if support
        else say("Nothing that counts supports it."),
        say("Against it: %(counts)s.", counts=dispute) if dispute else "",
        _apart(judgement, say),
        words.sentence_case(shown) if mentions else "",
    )
    return " ".join(text for text in texts if text)


def _apart(judgement: Judgement, say: Messages) -> str:
    """Say how far a dispute reaches, and by what measure."""
    spread = judgement.spread
    if spread is None:
        return ""
    if spread.is_opposite:
        return say("One figure is above zero and another below.")
    if not spread.percent:
        return ""
    percent = marks.rounded(spread.percent, say)
    if spread.points:
        return say.counted(
            "The figures differ by %(count)s percentage point, the widest distance between two of "
            "them. That is %(percent)s%% of the claim’s own figure.",
            "The figures differ by %(count)s percentage points, the widest distance between two of "
            "them. That is %(percent)s%% of the claim’s own figure.",
            1 if spread.points == 1 else 2,
            count=say.digits(spread.points),
            percent=percent,
        )
    return say(
        "The figures differ by %(percent)s%%: the widest distance between two of them, in percent of "
        "the claim’s own.",
        percent=percent,
    )


def _side(judgement: Judgement, stance: Stance, say: Messages) -> str:
    """Count the articles, voices and origins that count on one side; an empty text if nothing does."""
    items = [item for item in judgement.items if item.counted and item.stance is stance]
    if not items:
        return ""
    origins = {item.origin for item in items if item.origin is not None}
    texts = (
        words.articles_counted(len({item.written.source for item in items}), say),
        words.voices_counted(len({item.voice for item in items}), say),
        say.counted("%(count)s origin", "%(count)s origins", len(origins)),
    )
    return say.listed(texts)


def _articles(judgement: Judgement, say: Messages) -> str:
    if judgement.echo_gap:
        word = say.word(judgement.article_count_verdict)
        return say("Counting articles instead of voices, it would be %(verdict)s.", verdict=word)
    return say("Counting articles instead of voices would give the same verdict.")
