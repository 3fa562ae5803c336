"""Hear the items of a claim: the stance of each, what is wrong with it, and what it says.

An item is heard in words that are read: its quote, or its translation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.diagnostics import Diagnostic, Related
from briefing.figures import PeriodReader
from briefing.judge.apart import told_apart
from briefing.judge.bases import check_base
from briefing.judge.contrasts import other_wording
from briefing.judge.denials import denial, undenied
from briefing.judge.doubts import check_words
from briefing.judge.heads import check_head
from briefing.judge.inference import Explained, explained
from briefing.judge.outside import check_around
from briefing.judge.people import of_people
from briefing.judge.periods import Claimed, check_declared_period, check_item_period, claimed
from briefing.judge.results import as_results
from briefing.judge.rows import by_head
from briefing.judge.stances import (
    Stated,
    check_ended,
    check_inference,
    check_retracted,
    check_support,
    state,
)
from briefing.judge.standings import other_standing
from briefing.judge.subjects import narrowed, other_subject
from briefing.judge.translation import check_translation, heard
from briefing.judge.unread import as_read, check_statement, unread_in_statement
from briefing.judge.verdict import Ruling, Say
from briefing.model.figures import Comparison, Outcome
from briefing.model.judged import JudgedItem, Stance
from briefing.values import replace
from briefing.voices import first_spellings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from briefing.diagnostics import Span
    from briefing.judge.court import Court
    from briefing.model.content import Claim, Item, Source
    from briefing.model.figures import Figure
    from briefing.model.judged import Anchor


def hear(
    claim: Claim, figure: Figure | None, anchors: Mapping[Span, Anchor], court: Court
) -> tuple[list[tuple[Item, Stated]], list[Diagnostic]]:
    """Give the stance of each item whose quote stands, and what is wrong with the items."""
    stated: list[tuple[Item, Stated]] = []
    early: list[Diagnostic] = []
    own = court.settings.language
    of = claimed(claim, figure.quantity, own, court.entity(claim)) if figure else Claimed(None)
    numbers = unread_in_statement(claim, own)
    found = [*check_declared_period(claim, figure, of, own), *check_statement(claim, numbers)]
    for item in claim.items:
        source = court.sources.get(item.source)
        astray = item.listed == ("for" if figure is not None else "quotes")
        if source is None or astray or item.at not in anchors:
            continue
        wrong = (*check_translation(item, source, own), *check_head(item, source))
        if wrong:
            found.extend(wrong)
            continue
        why = _explained(claim, item, court)
        written = item
        item, source = heard(item, source, own)  # noqa: PLW2901 (the same item, in words we read)
        anchor = anchors[item.at]
        reason = why.stance or denial(claim, figure, item, (own, source.language))
        given = state(claim, figure, item, reason, source, of, anchor.cut)
        given = as_read(given, figure, item, source, numbers)
        one, mistakes = by_head(given, figure, item, in_row=anchor.in_row)
        found.extend((*mistakes, *check_inference(item, why)))
        if one is not None:
            one, doubted = _settled(claim, figure, item, one, why, source, court)
            found.extend(doubted)
            stated.append((written, one))
            ended = tuple(check_ended(claim, item, one, source))
            (found if item.period else early).extend(ended)
            found.extend(_check_against(claim, figure, item, one, why, (own, source.language)))
            found.extend((*check_retracted(item, one, source), *_check_told(of, item, one)))
            found.extend(check_words(claim, figure, item, why.stance, one, source, own))
            if figure is not None and not doubted:
                found.extend(check_around(claim, figure, item, one, anchor, source, of))
    found.extend(_as_one(early))
    return _together(claim, figure, stated, found, court)


def _together(
    claim: Claim,
    figure: Figure | None,
    stated: list[tuple[Item, Stated]],
    found: list[Diagnostic],
    court: Court,
) -> tuple[list[tuple[Item, Stated]], list[Diagnostic]]:
    """Hold the items of a claim to one another, once each is heard."""
    if figure is not None:
        return stated, [*found, *check_support(tuple(stated))]
    held, undated = as_results(claim, stated, court)
    return held, [*found, *undated]


def _settled(
    claim: Claim,
    figure: Figure | None,
    item: Item,
    one: Stated,
    why: Explained,
    source: Source,
    court: Court,
) -> tuple[Stated, tuple[Diagnostic, ...]]:
    """Let a figure speak neither way if its words make it no fact or name another thing than the claim.

    A denial in words has no figure that is compared, and none of an item under `mentions` speaks.
    """
    if figure is None or one.comparison is None or why.stance is not None:
        return one, ()
    one, counted = of_people(figure, item, one)
    own = court.settings.language
    languages = (own, source.language)
    standing = other_standing(claim, figure, item, one, languages)
    if standing is not None:
        return replace(one, stance=Stance.MENTIONS, comparison=None), (standing,)
    one, apart = told_apart(claim, figure, item, one, languages)
    if apart is not None or one.figure is None or one.stance is Stance.MENTIONS:
        return one, (apart,) if apart else ()
    differs = one.stance is Stance.DISPUTES
    other = (
        other_subject(claim, item, one.figure, court.settings.entities, source.language)
        or narrowed(claim, figure, item, one.figure, languages)
        or other_wording(claim, figure, item, one.figure, languages, differs=differs)
    )
    if other is None:
        return one, counted
    obstacle, found = other
    if obstacle is None:
        return one, (found,)
    comparison = Comparison(Outcome.NOT_COMPARABLE, obstacle)
    return replace(one, stance=Stance.MENTIONS, comparison=comparison), (found,)


def _check_against(
    claim: Claim,
    figure: Figure | None,
    item: Item,
    one: Stated,
    why: Explained,
    languages: tuple[str, str],
) -> Iterator[Diagnostic]:
    """Doubt the reason that an author gave for a denial in words."""
    if figure is not None and one.figure is None and why.stance is not None:
        yield from undenied(claim, figure, item, one.stance, languages)


def _check_told(of: Claimed, item: Item, one: Stated) -> Iterator[Diagnostic]:
    """Hold what the words of an item tell of its period and its base to the claim's."""
    yield from check_item_period(of, item, one.told) if one.told else ()
    yield from check_base(item, one.comparison) if one.comparison else ()


def _as_one(early: list[Diagnostic]) -> Iterator[Diagnostic]:
    """Tell once that the claim's own period has not ended, whichever articles show it."""
    if early:
        others = tuple(Related(one.at, one.message) for one in early[1:])
        yield replace(early[0], related=others)


def says_of(claim: Claim, stated: list[tuple[Item, Stated]], court: Court) -> tuple[Say, ...]:
    """Reduce heard items to what the verdict needs, each speaker spelled in one way."""
    speakers = first_spellings(item.attributed_to or claim.origin for item, _ in stated)
    return tuple(
        _say(item, one, speaker, court)
        for (item, one), speaker in zip(stated, speakers, strict=True)
    )


def _say(item: Item, stated: Stated, speaker: str | None, court: Court) -> Say:
    voice = court.voice_of[item.source]
    comparison = stated.comparison
    return Say(
        source=item.source,
        voice=voice,
        speaker=speaker,
        stance=stated.stance,
        by_figure=comparison is not None,
        comparable=comparison is None or comparison.outcome is not Outcome.NOT_COMPARABLE,
        first_hand=item.first_hand is not None,
        party=court.party(speaker),
    )


def judged_item(
    claim: Claim,
    item: Item,
    stated: Stated,
    say: Say,
    ruling: Ruling,
    anchor: Anchor,
    court: Court,
) -> JudgedItem:
    """Put together what pages show of an item once its claim is ruled on."""
    speaks = stated.stance is not Stance.MENTIONS
    aside = speaks and item.source in ruling.set_aside
    repeats = say.speaker is None and not say.first_hand and stated.stance in ruling.named
    why = _explained(claim, item, court)
    return JudgedItem(
        written=item,
        anchor=anchor,
        stance=stated.stance,
        counted=speaks and not aside,
        voice=say.voice,
        speaker=say.speaker,
        origin=None if repeats else say.origin,
        figure=stated.figure,
        comparison=stated.comparison,
        inferred=why.inferred,
        because=why.rest,
        is_undated=stated.is_undated,
    )


def _explained(claim: Claim, item: Item, court: Court) -> Explained:
    entity = court.entity(claim)
    calendar = entity.fiscal_year_end if entity else None
    item, source = heard(item, court.sources[item.source], court.settings.language)
    return explained(item, PeriodReader(source.language, calendar, source.published.period))
