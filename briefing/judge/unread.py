"""Say which numbers of a statement or a quote nobody reads, and let no figure speak beside them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.diagnostics import Diagnostic, diagnostic
from briefing.figures import unread
from briefing.judge.stances import Stated
from briefing.model.figures import Comparison, Obstacle, Outcome, Part
from briefing.model.judged import Stance
from briefing.values import replace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.model.content import Claim, Item, Source, Words
    from briefing.model.figures import Figure, UnreadNumber

_OF_STATEMENT = "say what it counts in other words, or write  figure: none  if it is not the point"
_OF_QUOTE = "pick the figure that is meant with 'figure', or leave the number out of the quote"
_JOINED = re.compile(r"[^\w]*(?:[a-z]{1,3})?[^\w]*")
"""What may appear between two numbers of one figure: "$4 to $3 billion"."""
MOST_NAMED = 4
"""Numbers that a diagnostic lists."""


def unread_in_statement(claim: Claim, language: str) -> tuple[UnreadNumber, ...]:
    """Give the numbers of a statement that are not read; none where its author picks the figure.

    `language` is the BCP 47 tag of the statement.
    """
    if claim.figure_none or claim.figure is not None:
        return ()
    return unread(claim.statement.text, language)


def unread_in_quote(item: Item, source: Source) -> tuple[UnreadNumber, ...]:
    """Give the numbers of a quote that are not read.

    Where its author picks a figure, they are those that may be a part of it.
    """
    if item.head is not None:  # whose row has other numbers too
        return ()
    text = item.quote.text
    numbers = unread(text, source.language, source.yen)
    if item.figure is None or not numbers:
        return numbers
    at = text.find(item.figure.text)
    if at < 0:
        return numbers
    end = at + len(item.figure.text)
    return tuple(
        one for one in numbers
        if (one.start < end and at < one.end)
        or _JOINED.fullmatch(text, min(one.end, end), max(one.start, at))
    )  # fmt: skip


def check_statement(claim: Claim, numbers: tuple[UnreadNumber, ...]) -> Iterator[Diagnostic]:
    """Say which numbers of a claim's statement are not read."""
    return check_unread(claim.statement, numbers, _OF_STATEMENT)


def check_unread(
    words: Words, numbers: tuple[UnreadNumber, ...], hint: str
) -> Iterator[Diagnostic]:
    """Say which `numbers` of some words are not read."""
    if numbers:
        *others, last = [f"'{one.text}'" for one in numbers[:MOST_NAMED]]
        named = f"{', '.join(others)} and {last} are" if others else f"{last} is"
        message = (
            f"{named} neither read as a figure nor known as a name, a date or a place in a list"
        )
        yield diagnostic(
            "number-unread", words.inside(numbers[0].start, numbers[0].end), message, hint=hint
        )


def as_read(
    given: tuple[Stated | None, tuple[Diagnostic, ...]],
    figure: Figure | None,
    item: Item,
    source: Source,
    stated_unread: tuple[UnreadNumber, ...],
) -> tuple[Stated | None, tuple[Diagnostic, ...]]:
    """Hold the stance that was given to an item to what was read: see `state` for what it is.

    An item only mentions a claim with a `figure` where a number of its quote is not read, and any claim
    where one of its statement is not, which are `stated_unread`.
    """
    one, mistakes = given
    numbers = unread_in_quote(item, source)
    warned = tuple(check_unread(item.quote, numbers, _OF_QUOTE))
    if (figure is None and not stated_unread) or not (numbers or stated_unread):
        return one, (*mistakes, *warned)
    if numbers:  # say what is missing
        mistakes = tuple(other for other in mistakes if other.code != "figure-missing")
    if one is None and mistakes:
        return None, mistakes
    return _kept_back(one, (*numbers, *stated_unread)), (*mistakes, *warned)


def _kept_back(stated: Stated | None, numbers: tuple[UnreadNumber, ...]) -> Stated:
    """Let an item only mention its claim, since a number beside it is not read."""
    if stated is None or stated.figure is None:
        return Stated(Stance.MENTIONS)
    comparison = Comparison(Outcome.NOT_COMPARABLE, Obstacle(Part.NUMBER, None, numbers[0].text))
    return replace(stated, stance=Stance.MENTIONS, comparison=comparison)
