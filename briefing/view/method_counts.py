"""How often each rule of the method was at work: the counts that the method page speaks in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model.figures import Outcome
from briefing.model.judged import Caveat, Reason
from briefing.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing.model.judged import JudgedItem
    from briefing.view.site import Site

_DECISIVE = (Outcome.SAME, Outcome.DIFFERENT)


@dataclass(frozen=True, slots=True)
class MethodCounts:
    """How often each rule of the method was at work in this briefing, as plain counts."""

    articles: int
    publishers: int
    voices: int
    claims: int
    voices_needed: int
    one_article: int
    """Claims that rest on one article and one voice."""
    in_words: int
    """Claims without a figure, on whose quotes the analyst decides."""
    computed: int
    converted: int
    """Claims that declare an exchange rate."""
    lowered: int
    """Quotes whose figures agree or differ, but which the analyst lists as mentions."""
    inferred: int
    """Quotes into whose words the analyst reads a period, measure, scope or standing."""
    one_origin: int
    """Claims whose support all goes back to one speaker."""
    cut: int
    """Passages cut from within the bodies of articles."""
    set_aside: int
    """Passages that no claim is about, each with a reason."""
    outside: int
    """Quotes taken from outside a body."""
    accounted: int
    """Articles of which every figure and check-worthy sentence is accounted for."""
    undated: int
    dates_inferred: int
    unnamed: int
    """Articles whose publisher is not named, and which reprint nothing that is known."""
    by_software: int
    """Articles that say software wrote them."""
    perhaps_by_software: int


def method_counts(site: Site) -> MethodCounts:
    """Count what the method page tells of this briefing."""
    content = site.judged.content
    sources = tuple(content.sources.values())
    judgements = tuple(site.judged.judgements.values())
    items = tuple(item for one in judgements for item in one.items)
    return MethodCounts(
        articles=len(sources),
        publishers=len(content.publishers),
        voices=len(site.by_voice),
        claims=len(judgements),
        voices_needed=content.settings.corroboration_voices,
        one_article=sum(one.reason is Reason.SINGLE_SOURCE for one in judgements),
        in_words=sum(one.figure is None for one in judgements),
        computed=sum(one.claim.formula is not None for one in judgements),
        converted=sum(one.claim.rate is not None for one in judgements),
        lowered=_lowered(items),
        inferred=sum(item.inferred is not None for item in items),
        one_origin=sum(Caveat.ONE_ORIGIN in one.caveats for one in judgements),
        cut=sum(len(one.omit) for one in sources),
        set_aside=sum(len(one.set_aside) for one in sources),
        outside=sum(item.written.outside_body is not None for item in items),
        accounted=sum(one.account == "full" for one in sources),
        undated=sum(one.published.period is None or one.published.period.is_unknown
                    for one in sources),
        dates_inferred=sum(one.published.because is not None and one.published.period is not None
                           and not one.published.period.is_unknown for one in sources),
        unnamed=sum(one.publisher is None and one.derived_from is None for one in sources),
        by_software=sum(one.ai_generated.value == "yes" for one in sources),
        perhaps_by_software=sum(one.ai_generated.value == "suspected" for one in sources),
    )  # fmt: skip


def _lowered(items: Iterable[JudgedItem]) -> int:
    """Count the quotes whose figures decide, and which the analyst lists as mentions all the same."""
    return sum(
        item.written.listed == "mentions"
        and item.comparison is not None
        and item.comparison.outcome in _DECISIVE
        for item in items
    )
