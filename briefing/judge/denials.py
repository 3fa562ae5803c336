"""Say what an author has to explain where the list that a quote is under and its figure disagree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.diagnostics import Diagnostic, diagnostic
from briefing.figures import Standing, compare, is_all_said, read, standing
from briefing.model.figures import Figure, Obstacle, Outcome, Part
from briefing.model.judged import Stance
from briefing.quotes import denied

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.model.content import Claim, Item
    from briefing.model.figures import Quantity


def elsewhere(claim: Figure, item: Figure) -> Part | None:
    """Find in what an item is about something other than its claim, whatever its quantity."""
    why = compare(claim, item).why
    return why.part if isinstance(why, Obstacle) and why.part is not Part.UNIT else None


def no_dispute(evidence: Item, part: Part) -> Diagnostic:
    """Refuse a dispute by words about something other than the claim: no reason makes it one."""
    message = f"its {part} is unknown or differs from the claim's, so it cannot dispute the claim"
    at = evidence.period_at if part is Part.PERIOD and evidence.period_at else evidence.quote.at
    return diagnostic("stance-key", at, message, hint="list it under 'mentions'")


def denial(
    claim: Claim, figure: Figure | None, item: Item, languages: tuple[str, str]
) -> str | None:
    """Give the word by which a quote under `against` denies its claim: "Acme did not cut 900 jobs".

    None where the quote has another figure, or any word that its claim lacks: it may then deny something else, which
    only its author can tell. `languages` are the BCP 47 tags of the claim's statement and of the quote.
    """
    if figure is None or item.listed != "against" or item.translation is not None:
        return None
    own, said, quote = figure.quantity, claim.statement.text, item.quote.text
    if _is_denied(said, own, languages[0]):
        return None
    for one in read(quote, languages[1]):
        word = _denial(quote, one, languages[1])
        alike = compare(Figure(own), Figure(one)).outcome is Outcome.SAME
        if alike and word and is_all_said((said, quote), (own, one), word, languages):
            return word
    return None


def check_denial(evidence: Item, why: str | None, unsaid: str) -> Iterator[Diagnostic]:
    """Ask for a `because` where words are to deny a claim and their figure does not."""
    if why is None:
        message = f"{unsaid}: explain with 'because' how the words deny it"
        yield diagnostic("missing-because", evidence.quote.at, message, hint=_each(evidence))


def undenied(
    claim: Claim, figure: Figure, evidence: Item, stance: Stance, languages: tuple[str, str]
) -> Iterator[Diagnostic]:
    """Doubt a denial in words whose quote gives the claim's figure and no word that denies it.

    `languages` are the BCP 47 tags of the claim's statement and of the quote.
    """
    if evidence.listed != "against" or stance is not Stance.DISPUTES:
        return
    if _is_denied(claim.statement.text, figure.quantity, languages[0]):
        return
    text = evidence.quote.text
    alike = [
        one
        for one in read(text, languages[1])
        if compare(Figure(figure.quantity), Figure(one)).outcome is Outcome.SAME
    ]
    if alike and not any(_is_denied(text, one, languages[1]) for one in alike):
        message = f"the quote gives '{alike[0].text}' as the claim does, and no word is read that denies it"
        hint = "list it under 'quotes', or let the quote begin with the words that deny it"
        yield diagnostic("figures-contradict", evidence.quote.at, message, hint=hint)


def _is_denied(text: str, figure: Quantity, language: str) -> bool:
    return _denial(text, figure, language) is not None


def _denial(text: str, figure: Quantity, language: str) -> str | None:
    told = standing(text, figure.start, figure.end, language)
    if told is not None and told.standing is Standing.UNDONE:
        return told.word
    return denied(text, figure.start, language)


def unexplained(evidence: Item, computed: Stance) -> Diagnostic:
    """Ask for a `because` where a quote is to count for less than its figure says."""
    message = f"its figure {computed} the claim: explain with 'because' why it only mentions it"
    return diagnostic("missing-because", evidence.quote.at, message, hint=_each(evidence))


def _each(evidence: Item) -> str | None:
    """Say how to explain a stance beside something else that has its own reason."""
    if not evidence.because:
        return None
    return "give a reason for each thing, as in  because: {period: why, stance: why}"
