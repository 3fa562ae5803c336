"""Say how far a briefing reaches: what was read, by how many voices, up to when, and what verdicts mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.values import dataclass
from briefing.view import days, words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing.language.messages import Messages
    from briefing.model.content import Source
    from briefing.view.days import Day
    from briefing.view.site import Site


def legend(needed: int, say: Messages) -> str:
    """Say what the verdicts mean, a short sentence each; `needed` voices corroborate a claim."""
    if needed == 1:
        corroborated = say("Corroborated: an independent voice says so.")
    else:
        corroborated = say.counted(
            "Corroborated: %(count)s or more independent voice says so.",
            "Corroborated: %(count)s or more independent voices say so.",
            needed,
        )
    disputed = say("Disputed: figures conflict, or somebody denies it.")
    unsupported = say("Unsupported: fewer voices than that say so. It may still be true.")
    return f"{corroborated} {disputed} {unsupported}"


def read(site: Site) -> str | None:
    """Say how many articles were read, how many voices they are, and what software wrote; None without any.

    Origins are counted where they are named: their sum would look like more evidence than there are voices.
    """
    if not site.sources:
        return None
    voices = words.voices_counted(len(site.by_voice), site.say)
    articles = words.articles_counted(len(site.sources), site.say)
    all_ = words.sentence_case(
        site.say("%(articles)s, %(voices)s", articles=articles, voices=voices)
    )
    of = site.judged.content.sources.values()
    software = sum(one.ai_generated.value == "yes" for one in of)
    if not software:
        return all_
    written = site.say.counted(
        "%(count)s says that software wrote it",
        "%(count)s say that software wrote them",
        software,
    )
    return f"{all_} · {words.sentence_case(written)}"


def told(site: Site) -> str:
    """Say how many claims there are, from how many articles and voices."""
    say = site.say
    return say(
        "%(claims)s from %(articles)s by %(voices)s.",
        claims=words.sentence_case(words.claims_counted(len(site.claims), say)),
        articles=words.articles_counted(len(site.sources), say),
        voices=say.counted(
            "%(count)s independent voice", "%(count)s independent voices", len(site.by_voice)
        ),
    )


@dataclass(frozen=True, slots=True)
class AsOf:
    """Up to when a briefing speaks: one of these days at least."""

    declared: Day | None
    """As its author says."""
    newest: Day | None
    """The date of the newest article that has one."""


def as_of(site: Site) -> AsOf | None:
    """Say up to when a briefing speaks; None where nothing has a date."""
    declared = site.judged.content.settings.as_of
    newest = site.newest
    if declared is None and newest is None:
        return None
    return AsOf(
        days.known_day(declared, site.say) if declared else None,
        site.sources[newest].day if newest else None,
    )


def up_to(site: Site) -> str:
    """Say up to when a briefing speaks, for a citation; empty where nothing has a date."""
    found = as_of(site)
    if found and found.declared:
        return site.say("as of %(day)s", day=found.declared.text)
    if found and found.newest:
        return site.say("newest dated article: %(day)s", day=found.newest.text)
    return ""


def newest_dated(sources: Mapping[str, Source]) -> str | None:
    """Give the source whose date begins last; of a day and its month, which begins with it, the day."""
    dated = [
        (period.start, -period.end.toordinal(), id_)
        for id_, one in sources.items()
        if (period := one.published.period) and period.start and period.end
    ]
    return max(dated)[-1] if dated else None
